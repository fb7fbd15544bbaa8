package org.attache.time;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A span of whole days, both ends included; an absent end is open or unknown.
 *
 * @param from the first day
 * @param to the last day
 * @param text the words that gave it, as the report has them
 */
public record Interval(Optional<LocalDate> from, Optional<LocalDate> to, String text) {
  /** Refuses an end before its start. */
  public Interval {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new IllegalArgumentException("interval '" + text + "' ends before it starts");
    }
  }

  /** The span of these days. */
  public static Interval of(LocalDate from, LocalDate to, String text) {
    return new Interval(Optional.of(from), Optional.of(to), text);
  }
}
