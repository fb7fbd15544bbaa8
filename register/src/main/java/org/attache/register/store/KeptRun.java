package org.attache.register.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run that reads reports into the register.
 *
 * @param number its number; greater than that of earlier runs
 * @param command the command: "ingest", "watch"
 * @param what what it was told to read
 * @param begun when it began
 * @param beat when it last said that it is alive
 * @param ended when it ended; none while it goes on, or where it was broken off
 * @param counts how far it is
 * @param faults what was wrong with what could not be used, and what to do; the last of it
 */
public record KeptRun(
    long number,
    String command,
    String what,
    Instant begun,
    Instant beat,
    Optional<Instant> ended,
    Counts counts,
    List<String> faults) {
  /** A run that has said nothing for so long is not there any more. */
  public static final Duration SILENCE = Duration.ofSeconds(45);

  /** Keeps a copy. */
  public KeptRun {
    faults = List.copyOf(faults);
  }

  /**
   * How far a run is.
   *
   * @param seen what it looked at: reports, pages, records
   * @param kept what of that it read and kept
   * @param passed what it passed over, as it is there already or holds no claim
   * @param failed what could not be used
   */
  public record Counts(long seen, long kept, long passed, long failed) {
    /** Nothing yet. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /** What two come to together. */
    public Counts and(Counts other) {
      return new Counts(
          seen + other.seen, kept + other.kept, passed + other.passed, failed + other.failed);
    }
  }

  /** What has become of a run. */
  public enum State {
    /** It goes on. */
    RUNNING,
    /** It came to its end. */
    ENDED,
    /** It is not there any more, and did not come to its end. */
    BROKEN_OFF
  }

  /** What has become of it by then. */
  public State at(Instant now) {
    return ended.isPresent()
        ? State.ENDED
        : beat.plus(SILENCE).isBefore(now) ? State.BROKEN_OFF : State.RUNNING;
  }
}
