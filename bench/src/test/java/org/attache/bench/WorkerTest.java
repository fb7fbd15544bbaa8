package org.attache.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerTest {
  private static final List<Report> REPORTS = List.of(report("ab"), report("cde"));

  @Test
  void goes_through_all_reports_for_each_line() throws IOException {
    AtomicLong clock = new AtomicLong();
    AtomicLong processor = new AtomicLong();
    Side side =
        report -> {
          clock.addAndGet(100);
          processor.addAndGet(40);
          return report.text().length();
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new Worker(side, REPORTS, clock::get, processor::get)
        .serve(
            new BufferedReader(new StringReader("pass\npass\n")),
            new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("2", "200 80 5", "200 80 5");
  }

  @Test
  void a_pass_is_what_its_line_says() {
    Pass pass = new Pass(1_500_000_000L, 1_600_000_000L, 42);

    assertThat(Pass.of(pass.line())).isEqualTo(pass);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 2", "1 2 x", "Adding annotator pos"})
  void another_line_is_no_pass(String line) {
    assertThatThrownBy(() -> Pass.of(line))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("'" + line + "'");
  }

  private static Report report(String text) {
    return new Report("Gazette", Optional.empty(), Optional.empty(), Optional.empty(), text);
  }
}
