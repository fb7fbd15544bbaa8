package org.attache.register.resolution;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The report that a claim comes from, as far as bringing claims together needs it.
 *
 * @param report the report's key in the register
 * @param outlet who published it
 * @param day when it was published, or got here where that is not known
 * @param story the key of the first report of which this one is a copy; its own where it is none
 * @param wire the agency whose story it is, where its head names one
 */
public record Origin(
    String report, String outlet, LocalDate day, String story, Optional<String> wire) {
  /** Refuses blank keys. */
  public Origin {
    if (report.isBlank() || outlet.isBlank() || story.isBlank()) {
      throw new IllegalArgumentException("an origin needs a report, an outlet and a story");
    }
  }
}
