package org.attache.desk.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.attache.desk.Samples;
import org.attache.desk.gate.Wrong;
import org.attache.lexicon.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistersTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
  private Registers registers;

  @BeforeEach
  void open() {
    registers = new Registers(Samples.register().toString(), Tables.builtIn(), 3, SHORT);
  }

  @AfterEach
  void close() {
    end.countDown();
    others.close();
    registers.close();
  }

  private Future<?> readsLong() throws InterruptedException {
    Future<?> reading =
        others.submit(
            () ->
                registers.readLong(
                    register -> {
                      begun.countDown();
                      await(end);
                      return "";
                    }));
    begun.await();
    return reading;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void one_reads_long_and_the_next_is_refused_in_time_while_all_others_read() throws Exception {
    Future<?> first = readsLong();

    assertThatThrownBy(() -> registers.readLong(register -> ""))
        .isInstanceOfSatisfying(Wrong.class, wrong -> assertThat(wrong.status()).isEqualTo(503));
    assertThat(registers.<String>read(register -> registers.read(inner -> "both")))
        .isEqualTo("both");

    end.countDown();
    first.get();
    assertThat(registers.<String>readLong(register -> "then")).isEqualTo("then");
  }

  @Test
  void days_of_the_past_are_worked_out_one_after_the_other() throws Exception {
    Answers answers = new Answers(registers);
    LocalDate day = LocalDate.of(2025, 6, 1);
    Future<?> first = readsLong();

    assertThatThrownBy(() -> answers.catalogue(Optional.of(day), catalogue -> "worked out"))
        .isInstanceOfSatisfying(Wrong.class, wrong -> assertThat(wrong.status()).isEqualTo(503));
    assertThat(answers.<String>catalogue(Optional.empty(), catalogue -> "today"))
        .isEqualTo("today");

    end.countDown();
    first.get();
    assertThat(answers.<String>catalogue(Optional.of(day), catalogue -> "worked out"))
        .isEqualTo("worked out");
  }
}
