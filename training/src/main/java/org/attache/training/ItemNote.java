package org.attache.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.attache.dealing.DealingKind;

/**
 * What the reader noted where a clause named no item.
 *
 * @param start where the sentence starts
 * @param end where it ends
 * @param kind the kind of the dealing
 * @param suppliers keys of the suppliers that the clause names
 * @param recipients keys of the recipients that the clause names
 * @param partners keys of sides that act together
 * @param candidates among which the items are chosen
 */
record ItemNote(
    int start,
    int end,
    DealingKind kind,
    Set<String> suppliers,
    Set<String> recipients,
    Set<String> partners,
    List<Candidate> candidates) {
  /** How such notes begin. */
  static final String MARK = "ITEM";

  private static final int FIRST_CANDIDATE = 8;

  /**
   * Things that may be the items.
   *
   * @param things designations and categories; none for leaving the draft without
   * @param features what speaks for and against them
   */
  record Candidate(List<String> things, List<String> features) {
    /** Keeps copies. */
    Candidate {
      things = List.copyOf(things);
      features = List.copyOf(features);
    }
  }

  /** Keeps copies. */
  ItemNote {
    suppliers = Set.copyOf(suppliers);
    recipients = Set.copyOf(recipients);
    partners = Set.copyOf(partners);
    candidates = List.copyOf(candidates);
  }

  /**
   * The note that a line holds.
   *
   * @throws CorpusException where it is no such note
   */
  static ItemNote of(String line) {
    List<String> cells = Cells.of(line, MARK, FIRST_CANDIDATE);
    List<Candidate> candidates = new ArrayList<>();
    for (String cell : cells.subList(FIRST_CANDIDATE, cells.size())) {
      int equals = cell.indexOf('=');
      if (equals < 0) {
        throw new CorpusException("a candidate without features: " + cell);
      }
      String things = cell.substring(0, equals);
      candidates.add(
          new Candidate(
              things.equals("-") ? List.of() : Cells.list(things),
              Arrays.asList(cell.substring(equals + 1).split(";"))));
    }
    return new ItemNote(
        Integer.parseInt(cells.get(2)),
        Integer.parseInt(cells.get(3)),
        DealingKind.valueOf(cells.get(4)),
        SideKey.all(cells.get(5)),
        SideKey.all(cells.get(6)),
        SideKey.all(cells.get(7)),
        candidates);
  }
}
