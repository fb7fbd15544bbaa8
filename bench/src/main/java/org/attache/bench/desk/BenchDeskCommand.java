package org.attache.bench.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.attache.bench.BenchException;
import org.attache.bench.register.InventedWorld;
import org.attache.cli.AttacheCommand;
import org.attache.lexicon.Tables;
import org.attache.register.store.Kept;
import org.attache.register.store.Register;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast the desk answers many readers at once. */
@Command(
    name = "build/bench-desk",
    header = "Measures how fast the desk answers many readers on a large register.",
    description = {
      "Fills a register with made-up claims, unless the file is there; opens the desk on it, on this"
          + " machine alone, in a process of its own with the heap that is given; and lets readers"
          + " look at its pages, each asking for the next some time after the one before has come, as"
          + " people do who read it. Prints for every page what the desk says that it took (the header Server-Timing) and what"
          + " the reader waited, and the memory of the desk's process as the system counts it."
    },
    mixinStandardHelpOptions = true)
public final class BenchDeskCommand implements Callable<Integer> {
  private static final long SEED = 42;
  private static final Pattern OPEN = Pattern.compile(".*the desk is open at (http://\\S+/) .*");
  private static final Pattern TOOK = Pattern.compile("desk;dur=([0-9.]+)");
  private static final Pattern MEMORY = Pattern.compile("(VmHWM|VmRSS):\\s+(\\d+) kB");
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);
  private static final int DIGITS = 3;

  @Option(
      names = "--claims",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many claims the register has (default: ${DEFAULT-VALUE}).")
  private int claims = 1_000_000;

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description = "The register; made where it is not there, and left. Else made and deleted.")
  private Optional<Path> register = Optional.empty();

  @Option(
      names = "--readers",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many read at once (default: ${DEFAULT-VALUE}).")
  private int readers = 50;

  @Option(
      names = "--pause",
      paramLabel = "MS",
      defaultValue = "2000",
      description =
          "How long a reader looks at a page before the next, on average, from half to one and a"
              + " half of it; 0: asks again at once (default: ${DEFAULT-VALUE}).")
  private int pause = 2000;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many pages they look at together (default: ${DEFAULT-VALUE}).")
  private int requests = 20_000;

  @Option(
      names = "--before",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "How many before them do not count, while the JVM warms up (default: ${DEFAULT-VALUE}).")
  private int before = 1000;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "512",
      description = "The heap of the desk (default: ${DEFAULT-VALUE}).")
  private int heap = 512;

  @Option(names = "--fill-only", description = "Make the register, and end.")
  private boolean fillOnly;

  @Option(
      names = "--slow",
      paramLabel = "MS",
      defaultValue = "500",
      description = "Name the addresses that took longer (default: ${DEFAULT-VALUE}).")
  private long slow = 500;

  @Spec private CommandSpec spec = CommandSpec.create();

  private BenchDeskCommand() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String... args) {
    System.exit(new CommandLine(new BenchDeskCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createTempDirectory("attache-bench-desk");
    try {
      Path file = register.orElse(folder.resolve("claims-" + claims + ".db"));
      if (!Files.exists(file)) {
        fill(file);
      }
      if (!fillOnly) {
        measure(file);
      }
    } finally {
      try (java.util.stream.Stream<Path> made = Files.list(folder)) {
        for (Path each : made.toList()) {
          Files.delete(each);
        }
      }
      Files.delete(folder);
    }
    return CommandLine.ExitCode.OK;
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private void fill(Path file) {
    long begun = System.nanoTime();
    Tables tables = Tables.builtIn();
    int reports;
    int there;
    try (Register made = Register.open(file.toString(), tables)) {
      Reports all = new Reports(new InventedWorld(tables, SEED), claims);
      there = made.fill(all);
      reports = all.number;
    }
    say(
        String.format(
            Locale.ROOT,
            "register of %,d claims in %,d reports made in %.0f s",
            there,
            reports,
            (System.nanoTime() - begun) / 1e9));
  }

  /** So many reports that they hold so many claims. */
  private static final class Reports implements Iterator<Kept> {
    private final InventedWorld world;
    private final int claims;
    private int made;
    private int number;

    Reports(InventedWorld world, int claims) {
      this.world = world;
      this.claims = claims;
    }

    @Override
    public boolean hasNext() {
      return made < claims;
    }

    @Override
    public Kept next() {
      InventedWorld.Told told = world.next();
      made += told.claims().size();
      number++;
      return Kept.read(told.arrival(), told.claims(), "bench");
    }
  }

  private void measure(Path file) throws IOException, InterruptedException, ExecutionException {
    Process desk = start(file);
    try {
      BufferedReader said = desk.errorReader();
      URI address = opened(said);
      Thread.ofVirtual().start(() -> said.lines().forEach(this::say));
      Crowd crowd = new Crowd(address, new InventedWorld(Tables.builtIn(), SEED));
      crowd.send(before, new Times());
      Times times = new Times();
      long begun = System.nanoTime();
      crowd.send(requests, times);
      double seconds = (System.nanoTime() - begun) / 1e9;
      print(times, seconds);
      say(memory(desk.pid()));
    } finally {
      desk.destroy();
      desk.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap + "m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            AttacheCommand.class.getName(),
            "serve",
            "--port",
            "0",
            "--register",
            file.toString())
        .start();
  }

  private static URI opened(BufferedReader said) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher open = OPEN.matcher(line);
      if (open.matches()) {
        return URI.create(open.group(1));
      }
      all.append(line).append('\n');
    }
    throw new BenchException("the desk did not open: " + all);
  }

  /** What the system says of a process's memory, all of it: heap, code, the database's cache. */
  private static String memory(long process) throws IOException {
    Matcher lines =
        MEMORY.matcher(Files.readString(Path.of("/proc", Long.toString(process), "status")));
    List<String> found = new ArrayList<>();
    while (lines.find()) {
      found.add(
          String.format(
              Locale.ROOT,
              "%s %,d MB",
              lines.group(1).equals("VmHWM") ? "at most" : "at the end",
              Long.parseLong(lines.group(2)) / 1024));
    }
    return "memory of the desk's process: " + String.join(", ", found);
  }

  private void print(Times times, double seconds) {
    say(
        String.format(
            Locale.ROOT,
            "%,d pages to %d readers, each %s, in %.0f s, %.0f a second",
            requests,
            readers,
            pause == 0
                ? "asking again at once"
                : String.format(Locale.ROOT, "pausing %.1f s", pause / 1e3),
            seconds,
            requests / seconds));
    say(
        "page                      number   server median      p99      max   reader median      p99");
    for (Visit.Page page : Visit.Page.values()) {
      Histogram server = times.server(page);
      Histogram reader = times.reader(page);
      say(
          String.format(
              Locale.ROOT,
              "%-24s %7d   %10.1f ms %5.0f ms %5.0f ms   %10.1f ms %5.0f ms",
              page,
              server.getTotalCount(),
              server.getValueAtPercentile(50) / 1e3,
              server.getValueAtPercentile(99) / 1e3,
              server.getMaxValue() / 1e3,
              reader.getValueAtPercentile(50) / 1e3,
              reader.getValueAtPercentile(99) / 1e3));
    }
    times.slow.stream().sorted(java.util.Comparator.reverseOrder()).limit(20).forEach(this::say);
  }

  /** What was measured, page by page, in microseconds. */
  private static final class Times {
    private final Map<Visit.Page, Histogram> server = new EnumMap<>(Visit.Page.class);
    private final Map<Visit.Page, Histogram> reader = new EnumMap<>(Visit.Page.class);
    private final List<String> slow = java.util.Collections.synchronizedList(new ArrayList<>());

    Times() {
      for (Visit.Page page : Visit.Page.values()) {
        server.put(page, new ConcurrentHistogram(LONGEST_MICROS, DIGITS));
        reader.put(page, new ConcurrentHistogram(LONGEST_MICROS, DIGITS));
      }
    }

    Histogram server(Visit.Page page) {
      return java.util.Objects.requireNonNull(server.get(page));
    }

    Histogram reader(Visit.Page page) {
      return java.util.Objects.requireNonNull(reader.get(page));
    }
  }

  /** The readers. */
  private final class Crowd {
    private final URI desk;
    private final Visit visit;
    private final HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private int crowds;

    Crowd(URI desk, InventedWorld world) throws IOException, InterruptedException {
      this.desk = desk;
      visit = new Visit(world);
      for (String first : List.of("/", "/dealings", "/dealings?sort=-reports&page=1")) {
        visit.read(get(first).body());
      }
    }

    void send(int all, Times times) throws InterruptedException, ExecutionException {
      AtomicInteger left = new AtomicInteger(all);
      crowds++;
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Boolean>> running = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
          Random random = new Random(1000L * crowds + i);
          running.add(
              threads.submit(
                  () -> {
                    while (left.getAndDecrement() > 0) {
                      think(random);
                      look(random, times);
                    }
                    return true;
                  }));
        }
        for (Future<Boolean> reader : running) {
          reader.get();
        }
      }
    }

    private void think(Random random) throws InterruptedException {
      if (pause > 0) {
        Thread.sleep(pause / 2 + random.nextInt(pause + 1));
      }
    }

    private void look(Random random, Times times) throws IOException, InterruptedException {
      Visit.Page[] pages = Visit.Page.values();
      Visit.Page page = pages[random.nextInt(pages.length)];
      String address = visit.address(page, random);
      long begun = System.nanoTime();
      HttpResponse<String> answer = get(address);
      long waited = (System.nanoTime() - begun) / 1000;
      if (answer.statusCode() != 200) {
        throw new BenchException(address + " was answered with " + answer.statusCode());
      }
      Matcher took = TOOK.matcher(answer.headers().firstValue("Server-Timing").orElse(""));
      if (!took.find()) {
        throw new BenchException(address + " did not say how long it took");
      }
      double millis = Double.parseDouble(took.group(1));
      times.server(page).recordValue(Math.min(LONGEST_MICROS, (long) (1000 * millis)));
      times.reader(page).recordValue(Math.min(LONGEST_MICROS, waited));
      if (millis > slow) {
        times.slow.add(String.format(Locale.ROOT, "%7.0f ms %s", millis, address));
      }
      visit.read(answer.body());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(desk.resolve(address)).timeout(Duration.ofMinutes(2)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
