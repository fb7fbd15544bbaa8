package org.attache.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.attache.register.Invented;
import org.attache.register.Invented.Told;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What is left when adding is broken off, or done by two at once. */
class BrokenOffTest {
  /** How often the process is killed; more where this property says so. */
  private static final int KILLS = Integer.getInteger("attache.kills", 6);

  private static final int REPORTS = Integer.getInteger("attache.reports", 150);
  private static final long SEED = 71;
  private static final int LONGEST_LIFE_MILLIS = 700;

  @TempDir Path folder;

  private static List<String> adding(String where) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        AddingProcess.class.getName(),
        where,
        Long.toString(SEED),
        Integer.toString(REPORTS));
  }

  private static Process start(String where) throws IOException {
    return new ProcessBuilder(adding(where)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static List<String> outputOf(Process process) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }

  /** All rows of all tables, without the numbers that a database gives. */
  private static List<String> rows(String where) throws SQLException {
    List<String> rows = new ArrayList<>();
    boolean postgres = where.startsWith("postgresql:");
    try (Connection connection =
            DriverManager.getConnection(postgres ? "jdbc:" + where : "jdbc:sqlite:" + where);
        Statement statement = connection.createStatement()) {
      for (String query :
          List.of(
              "select report_key, story, current_version, day, outlet, body from report",
              "select claim_key, lineage, place, standing, gone, sides, lot, json from claim",
              "select claim_key, subject from claim_subject join claim on claim_id = id",
              "select claim_key, side from claim_side join claim on claim_id = id",
              "select claim_key, side, subject, n.closed from claim_near n join claim on claim_id = id",
              "select report_key, hash from shingle join report on report_id = id",
              "select report_key, s.title, s.sources from report_search s join report r on s.rowid = r.id",
              "select * from dealing",
              "select * from dealing_lot",
              "select * from dealing_subject",
              "select * from dealing_voice")) {
        List<String> found = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
          while (result.next()) {
            StringBuilder row = new StringBuilder(query);
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
              row.append('|').append(result.getString(i));
            }
            found.add(row.toString());
          }
        }
        assertThat(found).as(query).isNotEmpty();
        found.sort(null);
        rows.addAll(found);
      }
    }
    return rows;
  }

  private List<String> undisturbed() throws SQLException {
    String where = Registers.where(folder, "undisturbed");
    try (Register register = Register.open(where, Registers.TABLES)) {
      Invented.reports(SEED, REPORTS)
          .forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
    }
    return rows(where);
  }

  @Test
  void killed_at_any_moment_and_run_again_it_is_as_if_nothing_had_happened() throws Exception {
    List<String> undisturbed = undisturbed();
    Random random = new Random(SEED);
    int killed = 0;
    for (int round = 0; killed < KILLS; round++) {
      String where = Registers.where(folder, "killed" + round);
      int before = killed;
      boolean whole = false;
      while (!whole && killed < KILLS) {
        whole = runFor(where, random.nextInt(LONGEST_LIFE_MILLIS));
        killed += whole ? 0 : 1;
      }
      assertThat(outputOf(start(where))).endsWith("done");
      assertThat(rows(where)).as("after %d kills", killed - before).isEqualTo(undisturbed);
    }
  }

  /** Whether adding came to its end before it was killed. */
  private static boolean runFor(String where, int millis) throws Exception {
    Process process = start(where);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("open");
      boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      return ended;
    }
  }

  @Test
  @DisabledIfEnvironmentVariable(named = Registers.VARIABLE, matches = ".+")
  void a_disk_too_small_for_a_new_register_is_told_with_what_to_do() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(canMount(small), "no file system may be mounted here");

    assertThat(addOnADisk(small, Files.createDirectory(folder.resolve("saved")), "100k"))
        .contains("a.db: cannot be opened: ")
        .contains("; see to the disk, and run the command again");
  }

  /** In a file system of three megabytes, which needs a Linux where users may have their own. */
  @Test
  @DisabledIfEnvironmentVariable(named = Registers.VARIABLE, matches = ".+")
  void a_full_disk_is_told_and_what_was_added_before_stays() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    Path saved = Files.createDirectory(folder.resolve("saved"));
    assumeTrue(canMount(small), "no file system may be mounted here");

    assertThat(addOnADisk(small, saved, "3m"))
        .contains("a.db: cannot be written, and nothing was changed")
        .contains("full");
    String where = saved.resolve("a.db").toString();
    try (Register register = Register.open(where, Registers.TABLES)) {
      assertThat(register.inquiry().reports(Question.ALL)).hasSizeBetween(1, REPORTS - 1);
    }
    assertThat(outputOf(start(where))).endsWith("done");
    assertThat(rows(where)).isEqualTo(undisturbed());
  }

  /** What the program says that adds to a register in a file system of its own. */
  private String addOnADisk(Path small, Path saved, String size) throws Exception {
    Path said = folder.resolve("said");
    List<String> command =
        new ArrayList<>(
            List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=$3 tmpfs \"$1\" && to=$2 && from=$1 && shift 3 && \"$@\";"
                    + " cp \"$from\"/a.db* \"$to\"",
                "sh",
                small.toString(),
                saved.toString(),
                size));
    command.addAll(adding(small.resolve("a.db").toString()));

    Process process =
        new ProcessBuilder(command)
            .redirectError(said.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return Files.readString(said);
  }

  private static boolean canMount(Path place) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", place.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      // There is no such command.
      return false;
    }
  }

  @Test
  void two_that_add_the_same_at_once_wait_for_each_other() throws Exception {
    String where = Registers.where(folder, "both");
    Process one = start(where);
    Process other = start(where);

    assertThat(outputOf(one)).endsWith("done");
    assertThat(outputOf(other)).endsWith("done");
    assertThat(rows(where)).isEqualTo(undisturbed());
  }

  @RepeatedTest(5)
  void a_new_register_may_be_opened_by_several_at_once() throws Exception {
    String where = Registers.where(folder, "new");
    int openers = 6;
    CyclicBarrier together = new CyclicBarrier(openers);
    try (ExecutorService threads = Executors.newFixedThreadPool(openers)) {
      List<Future<Integer>> opened = new ArrayList<>();
      for (int i = 0; i < openers; i++) {
        opened.add(
            threads.submit(
                () -> {
                  together.await(10, TimeUnit.SECONDS);
                  try (Register register = Register.open(where, Registers.TABLES)) {
                    return register.inquiry().reports(Question.ALL).size();
                  }
                }));
      }
      for (Future<Integer> reports : opened) {
        assertThat(reports.get(120, TimeUnit.SECONDS)).isZero();
      }
    }
  }

  @Test
  void a_register_in_no_folder_is_named_with_what_is_wrong() {
    String where = folder.resolve("nowhere").resolve("a.db").toString();

    assertThatThrownBy(() -> Register.open(where, Registers.TABLES))
        .isInstanceOf(RegisterException.class)
        .hasMessageContaining(where)
        .hasMessageContaining("there is no folder");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = Registers.VARIABLE, matches = ".+")
  void a_lost_connection_is_told_and_nothing_is_half_there() throws Exception {
    String where = Registers.where(folder, "lost");
    List<Told> reports = Invented.reports(SEED, 20);
    try (Register register = Register.open(where, Registers.TABLES)) {
      reports.stream()
          .limit(10)
          .forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
      try (Connection connection = DriverManager.getConnection("jdbc:" + where);
          Statement statement = connection.createStatement()) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
                + " 'attache'");
      }
      Told next = reports.get(10);
      assertThatThrownBy(() -> register.add(next.arrival(), next.claims(), Optional.of("1")))
          .isInstanceOf(RegisterException.class)
          .hasMessageContaining("nothing was changed");
    }
    try (Register register = Register.open(where, Registers.TABLES)) {
      assertThat(register.inquiry().reports(Question.ALL)).hasSize(10);
    }
  }
}
