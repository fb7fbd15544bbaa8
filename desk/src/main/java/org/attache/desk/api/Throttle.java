package org.attache.desk.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sees to it that no client takes everybody's turn: each may ask {@value #AT_ONCE} times at once,
 * and {@value #A_SECOND} times a second in the long run. Safe for several threads.
 */
final class Throttle {
  /** How many requests a client may make at once. */
  static final int AT_ONCE = 600;

  /** How many a second it gets back. */
  static final int A_SECOND = 20;

  /** How many others a request counts for that has a text read. */
  static final int READING = 20;

  private static final int MOST_CLIENTS = 10_000;

  private final TimeMeter time;
  private final Map<String, Bucket> clients =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_CLIENTS;
        }
      };

  /** One by the system's clock. */
  Throttle() {
    this(TimeMeter.SYSTEM_MILLISECONDS);
  }

  /** One by another clock. */
  Throttle(TimeMeter time) {
    this.time = time;
  }

  /**
   * Counts a request.
   *
   * @param client who makes it
   * @param cost how many others it counts for
   * @return how long the client is to wait before it asks again; empty where it may go on
   */
  Optional<Duration> wait(String client, int cost) {
    ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(cost);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket(String client) {
    synchronized (clients) {
      return clients.computeIfAbsent(
          client,
          k ->
              Bucket.builder()
                  .withCustomTimePrecision(time)
                  .addLimit(
                      limit ->
                          limit.capacity(AT_ONCE).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
                  .build());
    }
  }
}
