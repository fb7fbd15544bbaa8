package org.attache.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.attache.report.Report;

/**
 * The process of one side. It loads, says how many reports it has, and for each line that it is
 * given goes once through all of them and answers with what that took.
 */
final class Worker {
  private final Side side;
  private final List<Report> reports;
  private final LongSupplier clock;
  private final LongSupplier processor;

  /**
   * A worker.
   *
   * @param clock tells the time, in nanoseconds
   * @param processor tells the processor time that the process has had, in nanoseconds
   */
  Worker(Side side, List<Report> reports, LongSupplier clock, LongSupplier processor) {
    this.side = side;
    this.reports = reports;
    this.clock = clock;
    this.processor = processor;
  }

  /** Runs a worker: the side's name, how many reports at most, and the folders. */
  public static void main(String... args) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    List<Path> folders = Arrays.stream(args).skip(2).map(Path::of).toList();
    Worker worker =
        new Worker(
            Side.Name.valueOf(args[0]).load(),
            Texts.in(folders, Integer.parseInt(args[1])),
            System::nanoTime,
            Worker::processorTime);
    worker.serve(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), answers);
  }

  private static long processorTime() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /** Answers every line, to the end of the lines. */
  void serve(BufferedReader orders, PrintStream answers) throws IOException {
    answers.println(reports.size());
    answers.flush();
    while (orders.readLine() != null) {
      answers.println(pass().line());
      answers.flush();
    }
  }

  private Pass pass() {
    long used = processor.getAsLong();
    long begun = clock.getAsLong();
    long found = 0;
    for (Report report : reports) {
      found += side.take(report);
    }
    long nanos = clock.getAsLong() - begun;
    return new Pass(nanos, processor.getAsLong() - used, found);
  }
}
