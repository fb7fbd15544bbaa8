package org.attache.register.resolution;

import java.time.LocalDate;

/**
 * The report that a claim comes from, as far as bringing claims together needs it.
 *
 * @param report the report's key in the register
 * @param outlet who published it
 * @param day when it was published, or got here where that is not known
 * @param story the key of the first report of which this one is a copy; its own where it is none
 */
public record Origin(String report, String outlet, LocalDate day, String story) {
  /** Refuses blank keys. */
  public Origin {
    if (report.isBlank() || outlet.isBlank() || story.isBlank()) {
      throw new IllegalArgumentException("an origin needs a report, an outlet and a story");
    }
  }
}
