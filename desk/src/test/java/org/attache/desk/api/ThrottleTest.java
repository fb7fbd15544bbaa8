package org.attache.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  /** A clock that stands still until it is moved. */
  private static final class Hand implements TimeMeter {
    private long nanos = 1_000_000_000;

    void move(Duration time) {
      nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private final Hand clock = new Hand();
  private final Throttle throttle = new Throttle(clock);

  /** How often a client may go on, of twice as often as it may at once. */
  private int admitted(String client, int cost) {
    int admitted = 0;
    for (int i = 0; i < 2 * Throttle.AT_ONCE / cost; i++) {
      admitted += throttle.wait(client, cost).isEmpty() ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void a_client_may_ask_so_often_at_once_and_others_do_not_pay_for_it() {
    assertThat(admitted("greedy", 1)).isEqualTo(Throttle.AT_ONCE);
    assertThat(admitted("other", 1)).isEqualTo(Throttle.AT_ONCE);
  }

  @Test
  void who_waits_as_long_as_told_may_go_on() {
    assertThat(admitted("reader", Throttle.READING)).isEqualTo(Throttle.AT_ONCE / Throttle.READING);
    Duration wait = throttle.wait("reader", Throttle.READING).orElseThrow();
    assertThat(wait).isEqualTo(Duration.ofSeconds(Throttle.READING / Throttle.A_SECOND));
    clock.move(wait.minusMillis(60));
    assertThat(throttle.wait("reader", Throttle.READING)).isPresent();
    clock.move(Duration.ofMillis(60));
    assertThat(throttle.wait("reader", Throttle.READING)).isEmpty();
  }
}
