package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attache.lexicon.Tables;
import org.attache.register.store.KeptRun;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The desk as a process of its own, which is asked to end, and killed. */
@Timeout(300)
class ServeIT {
  private static final int REPORTS = 400;
  private static final Pattern ADDRESS = Pattern.compile("http://[^ ]+/");

  @TempDir Path folder;
  private String register = "";
  private String claim = "";

  @BeforeEach
  void fill() throws IOException {
    register = folder.resolve("r.db").toString();
    Path report =
        Files.writeString(
            folder.resolve("tanks.txt"),
            "Tanks for Riga\nLatvia has bought 14 Leopard 2 tanks from Germany.\n");
    assertThat(Run.of("ingest", "--register", register, report.toString()).exitCode()).isZero();
    try (Register kept = Register.open(register, Tables.builtIn())) {
      claim = kept.inquiry().claims(Question.ALL).getFirst().key();
    }
  }

  /** A desk in a process of its own. */
  private record Served(Process process, URI address) {
    int decide(HttpClient client, String claim, String reason) throws Exception {
      return client
          .send(
              HttpRequest.newBuilder(address.resolve("/api/v1/decisions"))
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"what\":\"comment\",\"claim\":\""
                              + claim
                              + "\",\"reason\":\""
                              + reason
                              + "\"}"))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  /** A command in a process of its own. */
  private static ProcessBuilder attache(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.attache.cli.AttacheCommand"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private Served serve() throws IOException {
    Process process = attache("serve", "--port", "0", "--register", register).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new Served(process, URI.create(address.group()));
      }
    }
    throw new AssertionError("the desk did not open: " + all);
  }

  private Set<String> reasons() {
    try (Register kept = Register.open(register, Tables.builtIn())) {
      return kept.inquiry().decisions().stream()
          .map(decision -> decision.reason())
          .collect(Collectors.toSet());
    }
  }

  @Test
  void asked_to_end_it_finishes_what_it_does_and_closes_the_register() throws Exception {
    Served served = serve();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(served.decide(client, claim, "before the end")).isEqualTo(201);
    }
    served.process().destroy();
    assertThat(served.process().waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    assertThat(served.process().exitValue()).isEqualTo(128 + 15);
    assertThat(reasons()).containsExactly("before the end");
    assertThat(Path.of(register + "-wal")).as("what was written is in the file").doesNotExist();
  }

  @Test
  void a_port_that_is_taken_is_named_with_what_to_do() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Run run =
          Run.of("serve", "--register", register, "--port", String.valueOf(taken.getLocalPort()));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .contains("cannot listen at 127.0.0.1, port " + taken.getLocalPort(), "--port");
    }
  }

  /** The text of the page Running, once it says this of a run. */
  private static String running(HttpClient client, Served served, String state) throws Exception {
    Instant until = Instant.now().plus(KeptRun.SILENCE).plusSeconds(30);
    String page = "";
    while (Instant.now().isBefore(until)) {
      page =
          client
              .send(
                  HttpRequest.newBuilder(served.address().resolve("/running/list")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body()
              .replaceAll("<[^>]*>", " ")
              .replaceAll("\\s+", " ");
      if (page.contains(state)) {
        return page;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("no run is " + state + ": " + page);
  }

  private KeptRun latestRun() {
    try (Register kept = Register.open(register, Tables.builtIn())) {
      return kept.runs().latest(1).getFirst();
    }
  }

  private Path manyReports() throws IOException {
    Path reports = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < REPORTS; i++) {
      Files.writeString(
          reports.resolve(i + ".txt"),
          "Tanks, part "
              + i
              + "\nLatvia has bought "
              + (i + 2)
              + " Leopard 2 tanks from Germany.\n");
    }
    return reports;
  }

  @Test
  void an_ingest_that_is_stopped_says_that_it_can_be_taken_up() throws Exception {
    Path said = folder.resolve("said");
    Process ingest =
        attache("ingest", "--register", register, manyReports().toString())
            .redirectError(said.toFile())
            .start();
    while (!latestRun().what().contains("many")) {
      assertThat(ingest.isAlive()).as("it still reads").isTrue();
      Thread.sleep(50);
    }
    ingest.destroy();

    assertThat(ingest.waitFor()).isEqualTo(128 + 15);
    assertThat(said).content().contains("stopped; what was added until now is kept");
  }

  @Test
  void of_an_ingest_that_is_killed_the_desk_says_so_and_the_same_command_ends_it()
      throws Exception {
    Path reports = manyReports();
    Served served = serve();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Process ingest =
          attache("ingest", "--register", register, reports.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      while (!latestRun().what().contains("many") || latestRun().counts().kept() == 0) {
        assertThat(ingest.isAlive()).as("it still reads").isTrue();
        Thread.sleep(200);
      }
      assertThat(running(client, served, " running ")).contains("ingest");
      ingest.destroyForcibly();
      assertThat(ingest.waitFor()).isEqualTo(128 + 9);
      assertThat(running(client, served, " running "))
          .as("what was not heard of for seconds may yet be heard of")
          .doesNotContain("broken off");

      long kept = latestRun().counts().kept();
      assertThat(running(client, served, " broken off "))
          .contains(" " + kept + " ", "Nothing that it had kept is lost", "Run the same command");

      assertThat(Run.of("ingest", "--register", register, reports.toString()).exitCode()).isZero();
      assertThat(running(client, served, " broken off ")).contains(" ended ");
      assertThat(latestRun().counts().passed()).isGreaterThanOrEqualTo(kept);
      try (Register all = Register.open(register, Tables.builtIn())) {
        assertThat(all.reports().totals().reports()).isEqualTo(REPORTS + 1);
      }
    } finally {
      served.process().destroy();
      served.process().waitFor(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void killed_at_any_moment_it_loses_no_decision_that_it_answered_for() throws Exception {
    Random random = new Random(7);
    Set<String> answered = new HashSet<>();
    for (int round = 0; round < 3; round++) {
      Served served = serve();
      int most = 5 + random.nextInt(20);
      long delay = random.nextLong(20_000_000);
      try (HttpClient client = HttpClient.newHttpClient()) {
        for (int i = 0; served.process().isAlive(); i++) {
          if (i == most) {
            Thread.ofPlatform()
                .start(
                    () -> {
                      LockSupport.parkNanos(delay);
                      served.process().destroyForcibly();
                    });
          }
          String reason = "round " + round + ", decision " + i;
          if (served.decide(client, claim, reason) == 201) {
            answered.add(reason);
          }
        }
      } catch (IOException e) {
        assertThat(served.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      }
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(3 * 5);
    assertThat(reasons()).containsAll(answered);
  }
}
