package org.attache.gather.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Sends messages to strangers who asked for them, under the rules by which a {@link Fetcher} goes:
 * the address is checked before it is dialled, each time anew, and the addresses that were checked
 * are the ones that are dialled. Redirects are not followed, and of the answer nothing but its
 * status is read. It may be used by several threads.
 */
public final class Messenger {
  private static final Limits PATIENCE =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), 1, 0);

  private final Gate gate;
  private final Exchange exchange;
  private final InstantSource clock;

  /** A messenger that waits 15 seconds for an answer. */
  public Messenger(UserAgent agent, Reach reach) {
    this(agent, reach, PATIENCE, Surroundings.system());
  }

  /** A messenger whose limits and surroundings are given. */
  public Messenger(UserAgent agent, Reach reach, Limits limits, Surroundings surroundings) {
    gate = new Gate(reach, surroundings.resolver());
    exchange = new Exchange(agent, limits, surroundings);
    clock = surroundings.clock();
  }

  /**
   * What speaks against sending to an address, as far as it can be told now; its host is looked up.
   */
  public Optional<String> objection(URI to) {
    try {
      gate.admit(to);
      return Optional.empty();
    } catch (NotFetchedException e) {
      return Optional.of(e.reason());
    }
  }

  /**
   * Sends a message once.
   *
   * @param to absolute
   * @param headers what stands before the body, beside what every request has
   * @param json the body, JSON in UTF-8
   * @return what came of it; whatever a server does is told here and never thrown
   */
  public Delivery send(URI to, Map<String, String> headers, byte[] json) {
    try {
      Answer answer = exchange.post(gate.admit(to), headers, json);
      return answer.status() >= 200 && answer.status() < 300
          ? new Delivery.Taken(answer.status())
          : new Delivery.NotTaken(
              "it was answered with " + answer.status(), answer.retryAfter(clock.instant()));
    } catch (NotFetchedException e) {
      return new Delivery.NotTaken(e.reason(), e.retryAfter());
    }
  }
}
