package org.attache.bench.register;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attache.bench.register.InventedWorld.Told;
import org.attache.lexicon.Tables;
import org.attache.register.store.Kept;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long adding a report and asking take in registers of several sizes. */
@Command(
    name = "build/bench-register",
    header = "Compares registers of several sizes: adding one more report, and asking.",
    description = {
      "Fills registers with made-up reports (about three claims each, most of the news about a few"
          + " states and types), then adds more to all of them in turn, one report at a time, and"
          + " asks all of them in turn, so that whatever else the machine does meets all. Prints"
          + " medians, and the ratio of each to that of the smallest."
    },
    mixinStandardHelpOptions = true)
public final class BenchRegisterCommand implements Callable<Integer> {
  private static final long SEED = 42;
  private static final int REPORTS_IN_A_ROW = 10_000;

  @Option(
      names = "--claims",
      split = ",",
      paramLabel = "N",
      defaultValue = "1000,10000,100000",
      description = "Sizes of the registers, in claims (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "Reports added to each, and questions of each sort (default: ${DEFAULT-VALUE}).")
  private int rounds = 200;

  @Option(
      names = "--at-once",
      description = "Fill the registers at once, which is sooner, and not report by report.")
  private boolean atOnce = false;

  @Option(
      names = "--vague",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Claims in a hundred that do not say what they are about (default: ${DEFAULT-VALUE}).")
  private int vague = 0;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Make the registers there and leave them, for other measurements.")
  private Optional<Path> keep = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  private BenchRegisterCommand() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String... args) {
    System.exit(new CommandLine(new BenchRegisterCommand()).execute(args));
  }

  /** A register of one size, with the reports that are to come into it. */
  private record Sized(int claims, Register register, InventedWorld world, Times times) {}

  /** What was measured of one register, in nanoseconds. */
  private record Times(List<Long> add, List<Long> filtered, List<Long> dealing) {
    Times() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  @Override
  public Integer call() throws IOException {
    Path folder =
        keep.isPresent()
            ? Files.createDirectories(keep.get())
            : Files.createTempDirectory("attache-bench");
    List<Sized> all = new ArrayList<>();
    try {
      for (int size : sizes) {
        all.add(filled(folder, size));
      }
      for (int round = 0; round < rounds; round++) {
        for (Sized sized : all) {
          Told told = sized.world().next();
          sized
              .times()
              .add()
              .add(
                  timed(
                      () ->
                          sized
                              .register()
                              .add(told.arrival(), told.claims(), Optional.of("bench"))));
        }
      }
      for (int round = 0; round < rounds; round++) {
        for (Sized sized : all) {
          ask(sized);
        }
      }
      print(all);
    } finally {
      all.forEach(sized -> sized.register().close());
      if (keep.isEmpty()) {
        delete(folder);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private Sized filled(Path folder, int claims) throws IOException {
    Path file = folder.resolve("claims-" + claims + ".db");
    Files.deleteIfExists(file);
    Tables tables = Tables.builtIn();
    Register register = Register.open(file.toString(), tables);
    InventedWorld world = new InventedWorld(tables, SEED, vague);
    if (atOnce) {
      return filledAtOnce(new Sized(claims, register, world, new Times()));
    }
    int made = 0;
    int reports = 0;
    long start = System.nanoTime();
    long last = start;
    while (made < claims) {
      Told told = world.next();
      register.add(told.arrival(), told.claims(), Optional.of("bench"));
      made += told.claims().size();
      reports++;
      if (reports % REPORTS_IN_A_ROW == 0) {
        say(
            String.format(
                Locale.ROOT,
                "%,d reports with %,d claims, the last %,d of them at %.0f reports/s",
                reports,
                made,
                REPORTS_IN_A_ROW,
                perSecond(REPORTS_IN_A_ROW, last)));
        last = System.nanoTime();
      }
    }
    say(
        String.format(
            Locale.ROOT,
            "%,d claims of %,d reports added, %.0f reports/s",
            made,
            reports,
            perSecond(reports, start)));
    return new Sized(claims, register, world, new Times());
  }

  private Sized filledAtOnce(Sized sized) {
    long start = System.nanoTime();
    List<Kept> all = new ArrayList<>();
    for (int made = 0; made < sized.claims(); made += all.getLast().claims().size()) {
      Told told = sized.world().next();
      all.add(Kept.read(told.arrival(), told.claims(), "bench"));
    }
    int made = sized.register().fill(all.iterator());
    say(
        String.format(
            Locale.ROOT,
            "%,d claims of %,d reports filled in at once, %.0f reports/s",
            made,
            all.size(),
            perSecond(all.size(), start)));
    return sized;
  }

  private static double perSecond(int number, long since) {
    return number / ((System.nanoTime() - since) / 1e9);
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private static long timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static void ask(Sized sized) {
    Question question =
        new Question(
            Optional.of("DZ"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(org.attache.equipment.Category.AIRCRAFT),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<String> ids = new ArrayList<>();
    sized
        .times()
        .filtered()
        .add(
            timed(
                () ->
                    sized
                        .register()
                        .inquiry()
                        .dealings(question)
                        .forEach(line -> ids.add(line.id()))));
    String id = ids.get(sized.times().dealing().size() % ids.size());
    sized
        .times()
        .dealing()
        .add(
            timed(
                () -> {
                  if (sized.register().inquiry().dealing(id, Optional.empty()).isEmpty()) {
                    throw new IllegalStateException("there is no dealing " + id);
                  }
                }));
  }

  private void print(List<Sized> all) {
    PrintWriter out = spec.commandLine().getOut();
    Times least = all.getFirst().times();
    for (Sized sized : all) {
      Times times = sized.times();
      out.println(
          String.format(
              Locale.ROOT,
              "%,9d claims: one more report %.2f ms (%.1f times the smallest), dealings by two"
                  + " filters %.2f ms (%.1f), one dealing %.2f ms (%.1f)",
              sized.claims(),
              median(times.add()),
              median(times.add()) / median(least.add()),
              median(times.filtered()),
              median(times.filtered()) / median(least.filtered()),
              median(times.dealing()),
              median(times.dealing()) / median(least.dealing())));
    }
    out.flush();
  }

  /** In milliseconds. */
  private static double median(List<Long> nanos) {
    return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
  }

  private static void delete(Path folder) throws IOException {
    try (java.util.stream.Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
