package org.attache.training;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.attache.dealing.DealingKind;

/**
 * What the reader noted of a whole draft.
 *
 * @param start where the sentence starts
 * @param end where it ends
 * @param kind the kind of the dealing
 * @param stage the code of its stage
 * @param suppliers keys of the suppliers
 * @param recipients keys of the recipients
 * @param partners keys of sides that act together
 * @param things designations and categories of the items
 * @param features what speaks for and against its being a claim
 */
record DraftNote(
    int start,
    int end,
    DealingKind kind,
    String stage,
    Set<String> suppliers,
    Set<String> recipients,
    Set<String> partners,
    List<String> things,
    List<String> features) {
  /** How such notes begin. */
  static final String MARK = "DRAFT";

  private static final int CELLS = 12;

  /** Keeps copies. */
  DraftNote {
    suppliers = Set.copyOf(suppliers);
    recipients = Set.copyOf(recipients);
    partners = Set.copyOf(partners);
    things = List.copyOf(things);
    features = List.copyOf(features);
  }

  /**
   * The note that a line holds.
   *
   * @throws CorpusException where it is no such note
   */
  static DraftNote of(String line) {
    List<String> cells = Cells.of(line, MARK, CELLS);
    return new DraftNote(
        Integer.parseInt(cells.get(2)),
        Integer.parseInt(cells.get(3)),
        DealingKind.valueOf(cells.get(4)),
        cells.get(5),
        SideKey.all(cells.get(7)),
        SideKey.all(cells.get(8)),
        SideKey.all(cells.get(9)),
        Cells.list(cells.get(10)),
        Arrays.asList(cells.get(11).split(";")));
  }
}
