package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RelayTest {
  private static final int THINGS = 5_000;

  /** Numbers from 0, as many as there are things. */
  private static Supplier<Optional<Integer>> numbers(AtomicInteger given) {
    return () -> given.get() < THINGS ? Optional.of(given.getAndIncrement()) : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void results_come_in_the_order_of_the_source(int threads) {
    List<Integer> results = new ArrayList<>();
    Random random = new Random(threads);
    int slow = random.nextInt(THINGS);
    new Relay<Integer, Integer>(
            numbers(new AtomicInteger()),
            thing -> {
              long end = System.nanoTime() + (thing == slow ? 20_000_000 : thing % 7 * 1_000);
              while (System.nanoTime() < end) {
                Thread.onSpinWait();
              }
              return thing;
            },
            results::add)
        .run(threads);
    assertThat(results).isEqualTo(IntStream.range(0, THINGS).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void the_source_is_never_far_ahead_of_the_results(int threads) {
    AtomicInteger given = new AtomicInteger();
    List<Integer> ahead = new ArrayList<>();
    new Relay<Integer, Integer>(
            numbers(given), thing -> thing, result -> ahead.add(given.get() - ahead.size()))
        .run(threads);
    assertThat(ahead).hasSize(THINGS).allMatch(waiting -> waiting <= (Relay.AHEAD + 1) * threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void a_fault_of_a_work_ends_the_run(int threads) {
    AtomicInteger given = new AtomicInteger();
    Relay<Integer, Integer> relay =
        new Relay<>(
            numbers(given),
            thing -> {
              if (thing == 100) {
                throw new IllegalArgumentException("no hundred");
              }
              return thing;
            },
            result -> assertThat(result).isLessThan(100));
    assertThatThrownBy(() -> relay.run(threads)).hasMessage("no hundred");
    assertThat(given.get()).isLessThan(THINGS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void a_fault_of_the_sink_ends_the_run(int threads) {
    List<Integer> results = new ArrayList<>();
    Relay<Integer, Integer> relay =
        new Relay<>(
            numbers(new AtomicInteger()),
            thing -> thing,
            result -> {
              if (result == 100) {
                throw new IllegalStateException("full");
              }
              results.add(result);
            });
    assertThatThrownBy(() -> relay.run(threads)).hasMessage("full");
    assertThat(results).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }
}
