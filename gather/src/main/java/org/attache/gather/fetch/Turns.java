package org.attache.gather.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Sees to it that a host is asked one thing at a time, with a pause between, and can rest. */
final class Turns {
  /** Beyond so many hosts, those that nobody needs to remember are forgotten. */
  private static final int HOSTS = 2_000;

  private final Pace pace;
  private final Surroundings surroundings;
  private final Map<String, Host> hosts = new HashMap<>();

  Turns(Pace pace, Surroundings surroundings) {
    this.pace = pace;
    this.surroundings = surroundings;
  }

  /**
   * Waits until a host may be asked; nobody else may ask it until the turn is closed.
   *
   * @param pause since the last answer of the host
   * @throws NotFetchedException where the host is to be left alone for longer than anybody waits
   */
  Turn take(String name, Duration pause) throws InterruptedException, NotFetchedException {
    Host host = enter(name);
    boolean taken = false;
    try {
      host.lock.lockInterruptibly();
      try {
        await(name, host, pause);
        taken = true;
      } finally {
        if (!taken) {
          host.lock.unlock();
        }
      }
    } finally {
      if (!taken) {
        leave(host);
      }
    }
    return new Turn(host);
  }

  private void await(String name, Host host, Duration pause)
      throws InterruptedException, NotFetchedException {
    Instant now = surroundings.clock().instant();
    Duration rest = Duration.between(now, host.rested);
    if (rest.compareTo(pace.longestPause()) > 0) {
      throw NotFetchedException.failed(
          name + " is to be left alone for another " + rest.toSeconds() + " s", Optional.of(rest));
    }
    // A clock that was set back must not make the pause longer.
    Duration since = Pace.shorter(pause, Duration.between(now, host.answered.plus(pause)));
    Duration wait = Pace.longer(rest, since);
    if (wait.isPositive()) {
      surroundings.sleeper().sleep(wait);
    }
  }

  private synchronized Host enter(String name) {
    if (hosts.size() >= HOSTS) {
      Instant now = surroundings.clock().instant();
      hosts.values().removeIf(host -> host.isForgettable(now.minus(pace.longestPause())));
    }
    Host host = hosts.computeIfAbsent(name, unknown -> new Host());
    host.users++;
    return host;
  }

  /** How many hosts it knows something of. */
  synchronized int remembered() {
    return hosts.size();
  }

  private synchronized void leave(Host host) {
    host.users--;
  }

  private static final class Host {
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile Instant answered = Instant.EPOCH;
    private volatile Instant rested = Instant.EPOCH;
    private int troubles;

    /** How many hold or await a turn; guarded by the turns. */
    private int users;

    private boolean isForgettable(Instant before) {
      return users == 0 && answered.isBefore(before) && rested.isBefore(before);
    }
  }

  /** The right to ask a host now. */
  final class Turn implements AutoCloseable {
    private final Host host;

    private Turn(Host host) {
      this.host = host;
    }

    /** The host answered as it should. */
    void well() {
      host.troubles = 0;
    }

    /**
     * The host did not answer, or not as it should; it gets a rest that doubles each time.
     *
     * @param asked for how long it wants to be left alone, where it says so
     */
    void badly(Optional<Duration> asked) {
      host.troubles++;
      Duration rest = pace.rest(host.troubles);
      host.rested =
          surroundings.clock().instant().plus(asked.map(a -> Pace.longer(a, rest)).orElse(rest));
    }

    @Override
    public void close() {
      host.answered = surroundings.clock().instant();
      host.lock.unlock();
      leave(host);
    }
  }
}
