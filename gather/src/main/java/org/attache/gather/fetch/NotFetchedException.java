package org.attache.gather.fetch;

import java.time.Duration;
import java.util.Optional;

/** Ends a fetch before a server's answer could be judged. */
final class NotFetchedException extends Exception {
  private final transient Fetched outcome;

  private NotFetchedException(String reason, Fetched outcome) {
    super(reason);
    this.outcome = outcome;
  }

  static NotFetchedException refused(String reason) {
    return new NotFetchedException(reason, new Fetched.Refused(reason));
  }

  static NotFetchedException failed(String reason) {
    return failed(reason, Optional.empty());
  }

  static NotFetchedException failed(String reason, Optional<Duration> retryAfter) {
    return new NotFetchedException(reason, new Fetched.Failed(reason, retryAfter));
  }

  /** What the fetch comes to. */
  Fetched outcome() {
    return outcome;
  }

  /** How long to wait at least, where that is known. */
  Optional<Duration> retryAfter() {
    return outcome instanceof Fetched.Failed failed ? failed.retryAfter() : Optional.empty();
  }

  /** Its message, which every such exception has. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
