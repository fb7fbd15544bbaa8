package org.attache.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.attache.register.store.KeptRun;
import org.attache.register.store.Register;
import org.attache.register.store.RegisterException;

/**
 * Tells the register, and with it the desk, how far a run is: when it begins, every few seconds,
 * and when it ends. A run of which nothing is heard any more was broken off. It has the register
 * open for itself, on a thread of its own, so that a report that takes long does not silence it.
 */
final class RunReport implements AutoCloseable {
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(3);

  private final Register register;
  private final Clock clock;
  private final Supplier<Standing> standing;
  private final long run;
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("run-report").factory());

  private Optional<Thread> stopped = Optional.empty();

  /**
   * How a run stands.
   *
   * @param counts how far it is
   * @param faults what was wrong lately
   */
  record Standing(KeptRun.Counts counts, List<String> faults) {}

  /**
   * Tells of a run that begins.
   *
   * @param register its own; closed with it
   * @param standing how it stands, whenever that is asked, by any thread
   */
  RunReport(
      Register register, String command, String what, Clock clock, Supplier<Standing> standing) {
    this.register = register;
    this.clock = clock;
    this.standing = standing;
    run = register.runs().begin(command, what, clock.instant());
  }

  /**
   * Tells on, every few seconds, until it is closed.
   *
   * @param messages told where the program is stopped before that, as by Ctrl-C
   */
  @SuppressWarnings("FutureReturnValueIgnored") // A beat deals with its faults itself.
  void goOn(Messages messages) {
    Thread ifStopped =
        Thread.ofPlatform()
            .unstarted(
                () ->
                    messages.say(
                        "stopped; what was added until now is kept, run the same command again to"
                            + " go on"));
    Runtime.getRuntime().addShutdownHook(ifStopped);
    stopped = Optional.of(ifStopped);
    pulse.scheduleWithFixedDelay(
        this::beat, BETWEEN_BEATS.toMillis(), BETWEEN_BEATS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    Standing now = standing.get();
    try {
      register.runs().beat(run, clock.instant(), now.counts(), now.faults());
    } catch (RegisterException e) {
      // The database is busy for long, or out of reach: the run itself will say so, if it matters.
    }
  }

  /** Tells that the run has ended, by itself or by a fault that it has told of. */
  @Override
  public void close() {
    pulse.shutdown();
    try {
      pulse.awaitTermination(BETWEEN_BEATS.toMillis(), TimeUnit.MILLISECONDS);
      Standing last = standing.get();
      register.runs().end(run, clock.instant(), last.counts(), last.faults());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      register.close();
      stopped.ifPresent(RunReport::forget);
    }
  }

  private static void forget(Thread ifStopped) {
    try {
      Runtime.getRuntime().removeShutdownHook(ifStopped);
    } catch (IllegalStateException e) {
      // The program is being stopped just now, and has said so.
    }
  }
}
