package org.attache.desk.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failed attempts to sign in, so that nobody can try passwords one after the other. Both a
 * name and an address are counted: many names from one address, and one name from many.
 */
final class Attempts {
  private static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_KEYS = 20_000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> failed =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_KEYS;
        }
      };

  Attempts(Clock clock) {
    this.clock = clock;
  }

  /** Whether one of these has failed too often of late. */
  synchronized boolean tooMany(String... keys) {
    for (String key : keys) {
      Deque<Instant> times = failed.get(key);
      if (times != null) {
        forgetOld(times);
        if (times.size() >= MOST) {
          return true;
        }
      }
    }
    return false;
  }

  /** Counts a failure. */
  synchronized void failed(String... keys) {
    for (String key : keys) {
      failed.computeIfAbsent(key, fresh -> new ArrayDeque<>()).add(clock.instant());
    }
  }

  /** Forgets the failures of a name that has signed in. */
  synchronized void succeeded(String key) {
    failed.remove(key);
  }

  private void forgetOld(Deque<Instant> times) {
    Instant start = clock.instant().minus(WINDOW);
    while (!times.isEmpty() && times.getFirst().isBefore(start)) {
      times.removeFirst();
    }
  }
}
