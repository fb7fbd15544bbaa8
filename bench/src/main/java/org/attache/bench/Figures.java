package org.attache.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What the measured passes of both sides come to. */
final class Figures {
  private final int reports;
  private final List<Pass> attache = new ArrayList<>();
  private final List<Pass> corenlp = new ArrayList<>();

  /** Figures of passes through so many reports. */
  Figures(int reports) {
    this.reports = reports;
  }

  /**
   * Adds a pass.
   *
   * @throws BenchException where it found another amount than the side's first pass: the passes are
   *     not the same work
   */
  void add(Side.Name side, Pass pass) {
    List<Pass> passes = of(side);
    if (!passes.isEmpty() && passes.getFirst().found() != pass.found()) {
      throw new BenchException(
          String.format(
              Locale.ROOT,
              "%s found %d in one pass and %d in another",
              side,
              passes.getFirst().found(),
              pass.found()));
    }
    passes.add(pass);
  }

  private List<Pass> of(Side.Name side) {
    return switch (side) {
      case ATTACHE -> attache;
      case CORENLP -> corenlp;
    };
  }

  /** How many times the reports per second of CoreNLP ours are, by the medians of the passes. */
  double ratio() {
    return median(corenlp, Pass::nanos) / median(attache, Pass::nanos);
  }

  /** The figures, a line each; the last line is the one that counts. */
  List<String> lines() {
    double processor = median(corenlp, Pass::processor) / median(attache, Pass::processor);
    return List.of(
        line(Side.Name.ATTACHE, "claims"),
        line(Side.Name.CORENLP, "tokens"),
        String.format(Locale.ROOT, "by processor time %.1f times as fast", processor),
        String.format(Locale.ROOT, "%.1f times as fast", ratio()));
  }

  private String line(Side.Name side, String what) {
    List<Pass> passes = of(side);
    return String.format(
        Locale.ROOT,
        "%-8s %6.1f reports/s, median of %d passes of %d reports (%.1f to %.1f), %.1f ms of"
            + " processor time a report, %,d %s",
        side,
        speed(median(passes, Pass::nanos)),
        passes.size(),
        reports,
        speed(passes.stream().mapToDouble(Pass::nanos).max().orElseThrow()),
        speed(passes.stream().mapToDouble(Pass::nanos).min().orElseThrow()),
        median(passes, Pass::processor) / 1e6 / reports,
        passes.getFirst().found(),
        what);
  }

  private double speed(double nanos) {
    return reports * 1e9 / nanos;
  }

  private static double median(List<Pass> passes, ToLongFunction<Pass> measure) {
    long[] sorted = passes.stream().mapToLong(measure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }
}
