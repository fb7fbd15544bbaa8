package org.attache.lexicon;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One row of a lexicon table.
 *
 * @param file name of the file, for messages
 * @param line its line there, from 1
 * @param cells column names and what stands under them, empty text for an empty cell
 */
public record Row(String file, int line, Map<String, String> cells) {
  /** Keeps a copy of the cells. */
  public Row {
    cells = Map.copyOf(cells);
  }

  /**
   * What stands under a column.
   *
   * @throws LexiconException where the table has no such column
   */
  public String get(String column) {
    String cell = cells.get(column);
    if (cell == null) {
      throw fault("the table has no column '" + column + "'");
    }
    return cell;
  }

  /** The values of a cell that holds several, joined by bars; none for an empty cell. */
  public List<String> list(String column) {
    String cell = get(column);
    return cell.isEmpty()
        ? List.of()
        : Arrays.stream(cell.split("\\|")).map(String::strip).filter(v -> !v.isEmpty()).toList();
  }

  /**
   * The cell as a constant of an enumeration, written as there or in lower case with hyphens.
   *
   * @throws LexiconException where it is none of them
   */
  public <E extends Enum<E>> E constant(String column, Class<E> type) {
    String cell = get(column);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().replace('_', '-').equalsIgnoreCase(cell)) {
        return constant;
      }
    }
    throw fault(
        "'"
            + cell
            + "' under '"
            + column
            + "' is none of "
            + Arrays.toString(type.getEnumConstants()));
  }

  /** A fault of this row, ready to be thrown. */
  public LexiconException fault(String what) {
    return new LexiconException(file + ":" + line + ": " + what);
  }
}
