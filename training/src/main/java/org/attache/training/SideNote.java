package org.attache.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attache.dealing.DealingKind;
import org.attache.dealing.Role;

/**
 * What the reader noted where a clause left out a side.
 *
 * @param start where the sentence starts
 * @param end where it ends
 * @param kind the kind of the dealing
 * @param role the side that is left out
 * @param others keys of the parties on the other side
 * @param things designations and categories of the items
 * @param candidates among whom the side is chosen
 */
record SideNote(
    int start,
    int end,
    DealingKind kind,
    Role role,
    Set<String> others,
    List<String> things,
    List<Candidate> candidates) {
  /** How such notes begin. */
  static final String MARK = "SIDE";

  private static final int FIRST_CANDIDATE = 9;

  /**
   * Somebody who may be the side.
   *
   * @param side its key; absent for leaving the side open
   * @param features what speaks for and against it
   */
  record Candidate(Optional<String> side, List<String> features) {
    /** Keeps a copy. */
    Candidate {
      features = List.copyOf(features);
    }
  }

  /** Keeps copies. */
  SideNote {
    others = Set.copyOf(others);
    things = List.copyOf(things);
    candidates = List.copyOf(candidates);
  }

  /**
   * The note that a line holds.
   *
   * @throws CorpusException where it is no such note
   */
  static SideNote of(String line) {
    List<String> cells = Cells.of(line, MARK, FIRST_CANDIDATE);
    List<Candidate> candidates = new ArrayList<>();
    for (String cell : cells.subList(FIRST_CANDIDATE, cells.size())) {
      int equals = cell.indexOf('=');
      if (equals < 0) {
        throw new CorpusException("a candidate without features: " + cell);
      }
      String side = cell.substring(0, equals);
      candidates.add(
          new Candidate(
              side.equals("-") ? Optional.empty() : Optional.of(SideKey.of(side)),
              Arrays.asList(cell.substring(equals + 1).split(";"))));
    }
    return new SideNote(
        Integer.parseInt(cells.get(2)),
        Integer.parseInt(cells.get(3)),
        DealingKind.valueOf(cells.get(4)),
        Role.valueOf(cells.get(6)),
        SideKey.all(cells.get(7)),
        Cells.list(cells.get(8)),
        candidates);
  }
}
