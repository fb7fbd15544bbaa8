package org.attache.bench.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attache.bench.BenchException;
import org.attache.bench.press.InventedPress;
import org.attache.cli.AttacheCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The archive way beside what it cannot do without: unpacking an archive and splitting it. */
@Command(
    name = "build/bench-archive",
    header = "Measures how fast a web archive is taken into a register.",
    description = {
      "Makes an archive up: pages of 50 to 150 kB, of which one in so many tells of dealings. Goes"
          + " through it, each time in a process of its own: with gzip alone; unpacked and split into"
          + " records; the same with every page parsed; and on the way into a register, with one"
          + " thread and with two. All take turns, so that whatever else the machine does meets all;"
          + " medians count."
    },
    mixinStandardHelpOptions = true)
public final class BenchArchiveCommand implements Callable<Integer> {
  private static final Pattern SUMMARY =
      Pattern.compile(
          "attache: ([\\d,]+) pages in [\\d,]+ records of archives, ([\\d.]+) s(.*);.*");

  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->\\d+M");

  private static final int BETWEEN_LOOKS = 50;
  private static final int MOST_SAID = 1 << 16;

  @Option(
      names = "--pages",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many pages the archive has (default: ${DEFAULT-VALUE}).")
  private long pages = 10_000;

  @Option(
      names = "--one-in",
      paramLabel = "N",
      defaultValue = "50",
      description = "One page in so many tells of dealings (default: ${DEFAULT-VALUE}).")
  private int oneIn = 50;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each is measured (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(
      names = "--make",
      paramLabel = "FILE",
      description = "Only write the archive, to that file.")
  private Optional<Path> make = Optional.empty();

  @Option(
      names = "--archive",
      paramLabel = "FILE",
      description = "Take that archive, made with --make of as many pages, instead of a new one.")
  private Optional<Path> made = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  private BenchArchiveCommand() {}

  /** A fresh command line, for {@link #main} and for tests. */
  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new BenchArchiveCommand());
    commandLine.setExecutionExceptionHandler(
        (fault, line, parsed) -> {
          if (fault instanceof BenchException) {
            line.getErr().println("build/bench-archive: " + fault.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw fault;
        });
    return commandLine;
  }

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String... args) {
    System.exit(commandLine().execute(args));
  }

  /** What is measured. */
  private enum Way {
    GZIP("gzip -dc | wc -c"),
    SPLIT("unpacked and split"),
    PARSE("and every page parsed"),
    ONE("into a register, 1 thread"),
    TWO("into a register, 2 threads");

    private final String words;

    Way(String words) {
      this.words = words;
    }
  }

  @Override
  public Integer call() throws IOException {
    if (pages < 1 || oneIn < 1 || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--pages, --one-in and --rounds must be at least 1");
    }
    InventedPress press = new InventedPress(oneIn, 1);
    if (make.isPresent()) {
      say(
          String.format(
              Locale.ROOT, "%,d bytes of pages", ArchiveMaker.write(make.get(), press, pages)));
      return CommandLine.ExitCode.OK;
    }
    Path folder = Files.createTempDirectory("attache-bench-archive-");
    try {
      Path archive = made.isPresent() ? made.get() : make(press, folder.resolve("press.warc.gz"));
      Map<Way, List<Measured>> all = new EnumMap<>(Way.class);
      for (int round = 1; round <= rounds; round++) {
        for (Way way : Way.values()) {
          Measured measured = measure(way, archive, folder);
          all.computeIfAbsent(way, w -> new ArrayList<>()).add(measured);
          tell(round, way, measured);
        }
      }
      figures(all);
    } finally {
      delete(folder);
    }
    return CommandLine.ExitCode.OK;
  }

  private Path make(InventedPress press, Path archive) throws IOException {
    long bytes = ArchiveMaker.write(archive, press, pages);
    say(
        String.format(
            Locale.ROOT,
            "%,d pages of %,d bytes in the mean, %,d bytes packed",
            pages,
            bytes / pages,
            Files.size(archive)));
    return archive;
  }

  private void tell(int round, Way way, Measured measured) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        String.format(
            Locale.ROOT,
            "round %d, %s: %.1f s, %.1f s of processor time%s",
            round,
            way.words,
            measured.seconds(),
            measured.processor(),
            measured.note()));
    err.flush();
  }

  private void figures(Map<Way, List<Measured>> all) {
    Map<Way, Double> seconds = medians(all, Measured::seconds);
    Map<Way, Double> processor = medians(all, Measured::processor);
    seconds.forEach(
        (way, median) ->
            say(
                String.format(
                    Locale.ROOT,
                    "%-28s %7.1f s %,9.0f pages/s %8.2f ms of processor time a page",
                    way.words,
                    median,
                    pages / median,
                    processor.getOrDefault(way, 0.0) * 1000 / pages)));
    for (Way way : List.of(Way.GZIP, Way.SPLIT, Way.PARSE)) {
      say(
          String.format(
              Locale.ROOT,
              "2 threads take %.2f times as long as %s, and %.2f times its processor time",
              ratio(seconds, Way.TWO, way),
              way.words,
              ratio(processor, Way.TWO, way)));
    }
    say(
        String.format(
            Locale.ROOT,
            "2 threads are %.2f times as fast as 1",
            ratio(seconds, Way.ONE, Way.TWO)));
    long heap =
        all.values().stream().flatMap(List::stream).mapToLong(Measured::megabytes).max().orElse(0);
    say(String.format(Locale.ROOT, "at most %,d MB of heap in use, of 1,024", heap));
  }

  private static double ratio(Map<Way, Double> medians, Way one, Way other) {
    return medians.getOrDefault(one, 0.0) / medians.getOrDefault(other, 1.0);
  }

  private static Map<Way, Double> medians(
      Map<Way, List<Measured>> all, ToDoubleFunction<Measured> measure) {
    Map<Way, Double> medians = new EnumMap<>(Way.class);
    all.forEach(
        (way, measured) ->
            medians.put(way, median(measured.stream().mapToDouble(measure).sorted().toArray())));
    return medians;
  }

  // ---- measuring

  /**
   * What a way took.
   *
   * @param processor seconds of all processors together, loading and the JVM's own work included
   */
  private record Measured(double seconds, double processor, long megabytes, String note) {}

  /** What a process said, and what it took. */
  private record Ended(String said, double processor) {}

  private static Measured measure(Way way, Path archive, Path folder) throws IOException {
    return switch (way) {
      case GZIP -> gzip(archive);
      case SPLIT -> pass("split", archive, folder);
      case PARSE -> pass("parse", archive, folder);
      case ONE -> ingest(1, archive, folder);
      case TWO -> ingest(2, archive, folder);
    };
  }

  private static Measured gzip(Path archive) throws IOException {
    long begun = System.nanoTime();
    Ended ended = run(List.of("gzip", "-dc", archive.toString()));
    return new Measured((System.nanoTime() - begun) / 1e9, ended.processor(), 0, "");
  }

  private static Measured pass(String what, Path archive, Path folder) throws IOException {
    List<String> command = java(folder.resolve("gc-" + what));
    command.addAll(List.of(ArchivePass.class.getName(), what, archive.toString()));
    Ended ended = run(command);
    return new Measured(Long.parseLong(ended.said().strip()) / 1e9, ended.processor(), 0, "");
  }

  /** The time that the command itself gives: from the first record to the last, without loading. */
  private static Measured ingest(int threads, Path archive, Path folder) throws IOException {
    Path log = folder.resolve("gc-" + threads);
    Path register = folder.resolve("register-" + threads + ".db");
    List<String> command = java(log);
    command.addAll(
        List.of(
            AttacheCommand.class.getName(),
            "ingest",
            "--register",
            register.toString(),
            "--threads",
            String.valueOf(threads),
            archive.toString()));
    Ended ended = run(command);
    Matcher summary =
        ended
            .said()
            .lines()
            .map(SUMMARY::matcher)
            .filter(Matcher::matches)
            .findFirst()
            .orElse(null);
    if (summary == null) {
      throw new BenchException("the archive way did not say how long it took: " + ended.said());
    }
    try (Stream<Path> made = Files.list(folder)) {
      for (Path file : made.filter(f -> f.toString().startsWith(register.toString())).toList()) {
        Files.delete(file);
      }
    }
    return new Measured(
        Double.parseDouble(summary.group(2)), ended.processor(), most(log), summary.group(3));
  }

  /** The most memory that was in use when the collector began. */
  private static long most(Path log) throws IOException {
    long most = 0;
    Matcher collections = COLLECTION.matcher(Files.readString(log));
    while (collections.find()) {
      most = Math.max(most, Long.parseLong(collections.group(1)));
    }
    return most;
  }

  private static List<String> java(Path log) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-Xlog:gc:file=" + log,
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-cp",
            System.getProperty("java.class.path")));
  }

  /** Runs a process to its end; of what it says the first part is kept. */
  private static Ended run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    CompletableFuture<String> said =
        CompletableFuture.supplyAsync(
            () -> beginning(process.getInputStream()), task -> Thread.ofPlatform().start(task));
    Duration processor = Duration.ZERO;
    try {
      while (!process.waitFor(BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        processor = process.info().totalCpuDuration().orElse(processor);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new BenchException(command.getFirst() + " failed: " + said.join());
    }
    return new Ended(said.join(), processor.toMillis() / 1e3);
  }

  private static String beginning(InputStream in) {
    try (in) {
      String beginning = new String(in.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
      in.transferTo(OutputStream.nullOutputStream());
      return beginning;
    } catch (IOException e) {
      throw new UncheckedIOException("a process cannot be listened to", e);
    }
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be deleted", e);
    }
  }
}
