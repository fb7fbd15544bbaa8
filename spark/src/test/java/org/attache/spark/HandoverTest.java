package org.attache.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandoverTest {
  @Test
  void all_that_is_found_arrives_in_its_order() {
    List<Integer> arrived = new ArrayList<>();
    try (Handover<Integer> found =
        new Handover<>(to -> IntStream.range(0, 1000).forEach(to::accept))) {
      found.forEachRemaining(arrived::add);

      assertThat(found.hasNext()).isFalse();
      assertThatThrownBy(found::next).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(arrived).hasSize(1000).isSorted();
  }

  @Test
  void no_more_is_found_than_a_few_ahead_and_a_search_ends_when_nobody_asks()
      throws InterruptedException {
    AtomicInteger searched = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(1);
    try (Handover<Integer> found =
        new Handover<>(
            to -> {
              try {
                IntStream.range(0, 1000).peek(i -> searched.incrementAndGet()).forEach(to::accept);
              } finally {
                ended.countDown();
              }
            })) {
      assertThat(found.next()).isZero();
    }

    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(searched.get()).isLessThan(100);
  }

  @Test
  void a_search_that_fails_fails_at_the_one_that_asks_behind_what_was_found() {
    try (Handover<String> found =
        new Handover<>(
            to -> {
              to.accept("first");
              throw new IllegalArgumentException("worn out");
            })) {
      assertThat(found.next()).isEqualTo("first");
      assertThatThrownBy(found::hasNext).hasMessageContaining("worn out");
    }
  }
}
