package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {
  private static final List<Integer> THINGS = IntStream.range(0, 200).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void results_come_in_the_order_of_the_things(int threads) {
    Random random = new Random(threads);
    List<Integer> delays = THINGS.stream().map(thing -> random.nextInt(2_000)).toList();
    List<Integer> results = new ArrayList<>();
    InOrder.run(
        THINGS,
        threads,
        thing -> {
          long end = System.nanoTime() + 1_000L * delays.get(thing);
          while (System.nanoTime() < end) {
            Thread.onSpinWait();
          }
          return thing;
        },
        results::add);
    assertThat(results).isEqualTo(THINGS);
  }

  @Test
  void results_that_wait_are_few() {
    AtomicInteger begun = new AtomicInteger();
    List<Integer> ahead = new ArrayList<>();
    InOrder.run(
        THINGS,
        2,
        thing -> begun.incrementAndGet(),
        result -> ahead.add(begun.get() - ahead.size()));
    assertThat(ahead).hasSameSizeAs(THINGS).allMatch(waiting -> waiting <= 12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void a_fault_ends_the_run_and_reaches_the_caller(int threads) {
    assertThatThrownBy(
            () ->
                InOrder.run(
                    THINGS,
                    threads,
                    thing -> {
                      if (thing == 5) {
                        throw new IllegalStateException("five");
                      }
                      return thing;
                    },
                    result -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("five");
  }
}
