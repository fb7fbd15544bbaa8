package org.attache.gather.fetch;

import java.time.Duration;

/**
 * How much of itself a fetcher gives to one answer.
 *
 * @param connect how long to wait for a connection to each address of a host
 * @param total how long one request and its answer may take together, connecting included; this is
 *     real time, whatever the clock says
 * @param bytes how long a page may be after decompression
 * @param redirects how many redirects are followed
 */
public record Limits(Duration connect, Duration total, int bytes, int redirects) {
  /** 10 and 60 seconds, 10 MB, 5 redirects. */
  public static final Limits USUAL =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), 10_000_000, 5);

  /**
   * Refuses limits under which nothing could be fetched.
   *
   * @throws IllegalArgumentException where a duration or the size is not positive, the number of
   *     redirects is negative, or a duration or size is beyond what an {@code int} counts
   */
  public Limits {
    requireCountable("connect", connect);
    requireCountable("total", total);
    if (bytes <= 0 || bytes > Integer.MAX_VALUE - 64) {
      throw new IllegalArgumentException("a page may not be limited to " + bytes + " bytes");
    }
    if (redirects < 0) {
      throw new IllegalArgumentException("there are no " + redirects + " redirects");
    }
  }

  private static void requireCountable(String what, Duration duration) {
    if (!duration.isPositive() || duration.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "the limit '" + what + "' must be positive and at most a day, and not " + duration);
    }
  }
}
