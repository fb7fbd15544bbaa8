package org.attache.bench.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class PartsTest {
  @Test
  void every_benchmark_runs_once() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("org\\.attache\\.bench\\..*Benchmark\\.")
                    .mode(Mode.SingleShotTime)
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .timeout(new TimeValue(60, TimeUnit.SECONDS))
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    assertThat(results)
        .extracting(
            result -> result.getParams().getBenchmark().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1"))
        .containsExactlyInAnyOrder(
            "TriageBenchmark.page",
            "TriageBenchmark.report",
            "LexiconBenchmark.parties",
            "LexiconBenchmark.types",
            "ReadingBenchmark.sentence",
            "ReadingBenchmark.report",
            "ResolutionBenchmark.thousandClaims");
  }

  /** What is measured must be what it is said to be. */
  @Test
  void the_examples_are_what_they_stand_for() {
    TriageBenchmark triage = new TriageBenchmark();
    assertThat(triage.page()).isFalse();
    assertThat(triage.report()).isFalse();
    ReadingBenchmark reading = new ReadingBenchmark();
    assertThat(reading.sentence()).isEqualTo(1);
    assertThat(reading.report()).isPositive();
    LexiconBenchmark lexicon = new LexiconBenchmark();
    assertThat(lexicon.parties()).isGreaterThan(2);
    assertThat(lexicon.types()).isPositive();
  }
}
