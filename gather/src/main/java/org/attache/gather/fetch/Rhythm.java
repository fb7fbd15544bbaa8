package org.attache.gather.fetch;

import java.time.Duration;

/**
 * How often an address is watched.
 *
 * @param every how long after a visit that went well the next is due
 * @param longest how long after one that did not, at most; before that the time doubles with each
 *     failure
 */
public record Rhythm(Duration every, Duration longest) {
  /** Every half hour, and at least daily. */
  public static final Rhythm USUAL = new Rhythm(Duration.ofMinutes(30), Duration.ofDays(1));

  private static final int DOUBLINGS = 20;

  /**
   * Refuses what is no rhythm.
   *
   * @throws IllegalArgumentException where the first is not positive, or the second shorter or
   *     beyond a year
   */
  public Rhythm {
    if (!every.isPositive()
        || longest.compareTo(every) < 0
        || longest.compareTo(Duration.ofDays(365)) > 0) {
      throw new IllegalArgumentException(
          "an address cannot be watched every " + every + ", and every " + longest + " at least");
    }
  }

  /** How long after so many failures in a row. */
  Duration after(int failures) {
    return Pace.shorter(every.multipliedBy(1L << Math.min(failures, DOUBLINGS)), longest);
  }
}
