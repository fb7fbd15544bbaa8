package org.attache.gather.fetch;

import java.time.Duration;
import java.util.Optional;

/** What came of sending a message. */
public sealed interface Delivery {
  /**
   * It was taken.
   *
   * @param status what was answered: 200 to 299
   */
  record Taken(int status) implements Delivery {}

  /**
   * It was not taken, or nobody knows whether it was.
   *
   * @param reason what went wrong, for people
   * @param retryAfter how long to leave the address alone at least, where it says so
   */
  record NotTaken(String reason, Optional<Duration> retryAfter) implements Delivery {}
}
