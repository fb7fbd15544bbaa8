package org.attache.gather.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What to remember of the last visit to an address.
 *
 * @param validators of the page when it was last fetched
 * @param last when that visit was
 * @param failures how many visits in a row, up to the last, brought nothing
 * @param next when the next one is due; none where the page is gone for good
 */
public record Visit(Validators validators, Instant last, int failures, Optional<Instant> next) {
  /**
   * Refuses what cannot have happened.
   *
   * @throws IllegalArgumentException where the failures are negative
   */
  public Visit {
    if (failures < 0) {
      throw new IllegalArgumentException("there were no " + failures + " failures");
    }
  }

  /** Whether it is time to go there again. */
  public boolean isDue(Instant now) {
    return next.map(time -> !now.isBefore(time)).orElse(false);
  }

  /**
   * What to remember after a visit.
   *
   * @param before the visit before it, if there was one
   */
  static Visit after(Optional<Visit> before, Fetched fetched, Instant now, Rhythm rhythm) {
    Validators known = before.map(Visit::validators).orElse(Validators.NONE);
    int failed = Math.min(before.map(Visit::failures).orElse(0), Integer.MAX_VALUE - 1) + 1;
    return switch (fetched) {
      case Fetched.Page page -> well(page.validators(), now, rhythm);
      case Fetched.NotModified same -> well(known, now, rhythm);
      case Fetched.Gone gone -> new Visit(known, now, 0, Optional.empty());
      case Fetched.Refused refused ->
          new Visit(known, now, failed, Optional.of(now.plus(rhythm.longest())));
      case Fetched.Failed failure ->
          new Visit(known, now, failed, Optional.of(now.plus(wait(failure, failed, rhythm))));
    };
  }

  private static Visit well(Validators validators, Instant now, Rhythm rhythm) {
    return new Visit(validators, now, 0, Optional.of(now.plus(rhythm.every())));
  }

  private static Duration wait(Fetched.Failed failure, int failures, Rhythm rhythm) {
    Duration doubled = rhythm.after(failures);
    return failure.retryAfter().map(asked -> Pace.longer(asked, doubled)).orElse(doubled);
  }
}
