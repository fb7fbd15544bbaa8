package org.attache.bench.part;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.attache.bench.press.InventedPress;
import org.attache.bench.press.InventedPress.Piece;
import org.attache.language.Language;
import org.attache.lexicon.Tables;
import org.attache.reading.Reader;
import org.attache.report.Report;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading, from a text to its claims, with all that it takes: tagging, parsing, statements. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
public class ReadingBenchmark {
  private final Reader reader = new Reader(Tables.builtIn(), Language.load());
  private final Report sentence =
      report("Portugal bought six A-29N aircraft from Brazil, the defence minister said.");
  private final Report report;

  /** Takes the first report of the press that tells of dealings. */
  public ReadingBenchmark() {
    InventedPress press = new InventedPress(50, 1);
    Piece piece =
        LongStream.range(0, 1000)
            .mapToObj(press::piece)
            .filter(Piece::dealings)
            .findFirst()
            .orElseThrow();
    report = report(piece.text());
  }

  private static Report report(String text) {
    return new Report(
        "The Harbour Gazette",
        Optional.empty(),
        Optional.of(LocalDate.of(2025, 5, 14)),
        Optional.empty(),
        text);
  }

  /** A report of one sentence that holds one claim. */
  @Benchmark
  public int sentence() {
    return reader.read(sentence).size();
  }

  /** A report of usual length that tells of dealings. */
  @Benchmark
  public int report() {
    return reader.read(report).size();
  }
}
