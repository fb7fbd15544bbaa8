package org.attache.register.resolution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the claims to be brought together are found, in memory or in a register. */
public interface ClaimIndex {
  /** All claims with these sides. */
  List<Signature> with(Sides sides);

  /**
   * The closed sides that a claim with a side left out may have: its own with the other side added,
   * of claims that are about something that it names, or stand in its report.
   */
  Set<Sides> candidates(Signature open);

  /**
   * The claims with a side left out that may have these closed sides, and name one of the subjects
   * or stand in one of the reports.
   *
   * @param subjects as {@link Signature#subjectKeys} has them
   */
  List<Signature> open(Sides sides, Set<String> subjects, Set<String> reports);

  /** The dealing, by its founder, that each of the claims with these sides was in so far. */
  Map<String, String> lots(Sides sides);

  /** The dealing, by its founder, that a claim was in so far; none for a new claim. */
  Optional<String> lot(String claim);

  /** The claims that were in a dealing so far and leave a side out. */
  List<Signature> openMembers(String founder);
}
