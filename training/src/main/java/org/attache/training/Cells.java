package org.attache.training;

import java.util.Arrays;
import java.util.List;

/** Cells of the lines that the reader notes. */
final class Cells {
  private Cells() {}

  /**
   * The cells of a line.
   *
   * @param mark what must stand in the first
   * @param least how many there must be
   */
  static List<String> of(String line, String mark, int least) {
    List<String> cells = Arrays.asList(line.split("\t", -1));
    if (cells.size() < least || !cells.getFirst().equals(mark)) {
      throw new CorpusException("no note of the sort " + mark + ": " + line);
    }
    return cells;
  }

  /** The values of a cell that holds several, joined by bars. */
  static List<String> list(String cell) {
    return Arrays.stream(cell.split("\\|")).filter(value -> !value.isEmpty()).toList();
  }
}
