package org.attache.gather.fetch;

import java.time.Duration;

/**
 * How long a host is left alone.
 *
 * @param pause from the end of one request to the start of the next; a host that asks for longer in
 *     its {@code robots.txt} gets longer
 * @param longestPause the longest that a fetch waits for its turn; a {@code Crawl-delay} beyond it
 *     is cut to it
 * @param longestRest the longest that a host in trouble is left alone without its asking
 */
public record Pace(Duration pause, Duration longestPause, Duration longestRest) {
  /** 5 seconds, a minute, an hour. */
  public static final Pace USUAL =
      new Pace(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofHours(1));

  /** So many doublings exceed any rest; more would overflow. */
  private static final int DOUBLINGS = 20;

  /**
   * Refuses what is no order of durations.
   *
   * @throws IllegalArgumentException where the pause is negative, or a longer duration is shorter
   */
  public Pace {
    if (pause.isNegative()
        || longestPause.compareTo(pause) < 0
        || longestRest.compareTo(longestPause) < 0) {
      throw new IllegalArgumentException(
          "pause, longest pause and longest rest must not be negative and must grow, and not be "
              + pause
              + ", "
              + longestPause
              + ", "
              + longestRest);
    }
  }

  /** The pause for a host that asks for this one. */
  Duration pauseFor(Duration wished) {
    return shorter(longer(pause, wished), longestPause);
  }

  /** How long to leave a host alone after so many troubles in a row, at least one. */
  Duration rest(int troubles) {
    return shorter(pause.multipliedBy(1L << Math.min(troubles, DOUBLINGS)), longestRest);
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
