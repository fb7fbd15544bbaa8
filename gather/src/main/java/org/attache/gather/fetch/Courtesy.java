package org.attache.gather.fetch;

import java.time.Duration;
import java.time.InstantSource;

/** Asks hosts when it is their turn, and remembers how they took it. */
final class Courtesy {
  private final Turns turns;
  private final Exchange exchange;
  private final InstantSource clock;

  Courtesy(Turns turns, Exchange exchange, InstantSource clock) {
    this.turns = turns;
    this.exchange = exchange;
    this.clock = clock;
  }

  /**
   * Asks for a destination when its host's turn has come.
   *
   * @param known what to show to the server
   * @param bytes how much of the body to read
   * @param pause since the last answer of the host
   * @throws NotFetchedException where no answer can be had
   */
  Answer get(Destination to, Validators known, int bytes, Duration pause)
      throws InterruptedException, NotFetchedException {
    try (Turns.Turn turn = turns.take(to.host(), pause)) {
      Answer answer = exchange(turn, to, known, bytes);
      if (answer.isTrouble()) {
        turn.badly(answer.retryAfter(clock.instant()));
      } else {
        turn.well();
      }
      return answer;
    }
  }

  private Answer exchange(Turns.Turn turn, Destination to, Validators known, int bytes)
      throws NotFetchedException {
    try {
      return exchange.get(to, known, bytes);
    } catch (NotFetchedException e) {
      turn.badly(e.retryAfter());
      throw e;
    }
  }
}
