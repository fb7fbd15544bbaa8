package org.attache.gather.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/** Reads the header {@code Retry-After}. */
final class RetryAfter {
  /** Nobody means more, and more would not let itself be added to a date. */
  private static final Duration LONGEST = Duration.ofDays(30);

  private static final int DIGITS = 9;

  private RetryAfter() {}

  /** How long from now on: at most 30 days; nothing where it says neither seconds nor a date. */
  static Optional<Duration> from(String value, Instant now) {
    String written = value.strip();
    if (written.matches("[0-9]+")) {
      return Optional.of(
          written.length() > DIGITS
              ? LONGEST
              : Pace.shorter(Duration.ofSeconds(Long.parseLong(written)), LONGEST));
    }
    return Optional.ofNullable(DateUtils.parseStandardDate(written))
        .map(date -> Duration.between(now, date))
        .map(wait -> Pace.longer(Duration.ZERO, Pace.shorter(wait, LONGEST)));
  }
}
