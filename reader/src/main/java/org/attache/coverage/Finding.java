package org.attache.coverage;

import java.util.Optional;
import org.attache.equipment.Designation;

/**
 * What became of a listed type when it was read.
 *
 * @param listed the type as the list has it
 * @param outcome whether it was recognised
 * @param type what it was read as: the type recognised; where none was, one that does not count
 *     because it is of another sort or only part of the name, or nothing
 */
public record Finding(ListedType listed, Outcome outcome, Optional<Designation> type) {
  /** Whether, and by what, a designation was recognised. */
  public enum Outcome {
    /** By its name alone. */
    ALONE,
    /** By its name with the description behind it, as a noun stands behind a type in news. */
    DESCRIBED,
    /** Not, or as something else. */
    MISSED
  }

  /** Whether the catalogue has the type, or its base type. */
  public boolean isRecognised() {
    return outcome != Outcome.MISSED;
  }
}
