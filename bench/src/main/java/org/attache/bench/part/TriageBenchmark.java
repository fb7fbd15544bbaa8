package org.attache.bench.part;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.attache.bench.archive.PageMaker;
import org.attache.bench.press.InventedPress;
import org.attache.bench.press.InventedPress.Piece;
import org.attache.lexicon.Tables;
import org.attache.report.Report;
import org.attache.triage.Triage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Triage of one page, or of one report, that tells of no dealing: the usual case. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TriageBenchmark {
  private final Triage triage = new Triage(Tables.builtIn());
  private final byte[] page;
  private final Report report;

  /** Takes the first report of the press that is on something else. */
  public TriageBenchmark() {
    InventedPress press = new InventedPress(50, 1);
    Piece piece = press.piece(1);
    page = new PageMaker(press, 1).page(piece).getBytes(StandardCharsets.UTF_8);
    report =
        new Report(
            piece.outlet(),
            Optional.of(piece.title()),
            Optional.of(piece.published()),
            Optional.empty(),
            piece.text());
  }

  /** The bytes of a page of some 100 kB. */
  @Benchmark
  public boolean page() {
    return triage.mayHold(page);
  }

  /** The text of its article. */
  @Benchmark
  public boolean report() {
    return triage.mayHold(report);
  }
}
