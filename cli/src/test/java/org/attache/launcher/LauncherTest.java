package org.attache.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the real script in a tree of its own, where Maven and the JDK are stand-ins: the one notes
 * that it was called and lays an empty program, the other prints its arguments.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  private static final String JAVA =
      """
      #!/bin/sh
      for argument; do
        case $argument in
          -XX:AOTCacheOutput=*)
            [ -z "$NO_CACHE" ] || exit 1
            : > "${argument#*=}"
            exit 0 ;;
        esac
        printf '<%s>\\n' "$argument"
      done
      exit "${EXIT_CODE:-0}"
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      while [ "$1" != -f ]; do shift; done
      root=$(dirname "$2")
      echo built >> "$root/builds"
      sleep 0.3
      if [ -n "$BROKEN" ]; then echo "Maven says what is wrong"; exit 1; fi
      mkdir -p "$root/cli/target/launch/app/lib"
      : > "$root/cli/target/launch/app/lib/attache.jar"
      """;

  @TempDir Path folder;

  private Path tree;

  @BeforeEach
  void lay_a_tree() throws IOException {
    tree = Files.createDirectory(folder.resolve("a tree"));
    copyScript("attache");
    copyScript("build/find-jdk");
    Files.createDirectories(tree.resolve("samples"));
    for (String module : List.of("reader", "cli")) {
      Files.createDirectories(tree.resolve(module + "/src/main"));
      Files.writeString(tree.resolve(module + "/pom.xml"), "");
      Files.writeString(tree.resolve(module + "/src/main/Source.java"), "");
    }
    Files.writeString(tree.resolve("pom.xml"), "");
    script("maven/mvn", MAVEN);
    jdk("jdk", "25.0.1");
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.toList()) {
        Files.setLastModifiedTime(path, LONG_AGO);
      }
    }
  }

  @Test
  void builds_on_first_use_and_only_then() throws Exception {
    assertThat(attache("--version").err()).contains("building the program for its first use");
    assertThat(attache("--version").err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void two_first_runs_at_once_build_once_and_both_run() throws Exception {
    Process one = start("--version");
    Process other = start("--version");
    assertThat(finish(one).out()).contains("<--version>");
    assertThat(finish(other).out()).contains("<--version>");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void builds_again_when_a_source_has_changed() throws Exception {
    attache("--version");
    Path current = tree.resolve("target/app/current");
    Files.setLastModifiedTime(
        current, FileTime.from(LONG_AGO.toInstant().plus(Duration.ofDays(1))));
    Files.writeString(tree.resolve("reader/src/main/Source.java"), "class Source {}");
    Result second = attache("--version");
    assertThat(second.err()).contains("a source has changed");
    assertThat(second.out()).contains("<--version>");
    assertThat(attache("--version").err()).isEmpty();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void keeps_the_build_before_for_programs_that_still_run_from_it() throws Exception {
    for (int i = 0; i < 3; i++) {
      attache("--version");
      Files.setLastModifiedTime(tree.resolve("target/app/current"), LONG_AGO);
      Files.writeString(tree.resolve("pom.xml"), "changed " + i);
    }
    try (Stream<Path> apps = Files.list(tree.resolve("target/app"))) {
      assertThat(apps.filter(Files::isDirectory)).hasSize(2);
    }
  }

  @Test
  void passes_arguments_on_unchanged() throws Exception {
    String[] arguments = {"read", "a b.txt", "", "*", "--outlet=The \"Sun\" $HOME", "\\"};
    assertThat(attache(arguments).out().lines().toList())
        .endsWith("<read>", "<a b.txt>", "<>", "<*>", "<--outlet=The \"Sun\" $HOME>", "<\\>");
  }

  @Test
  void ends_with_the_exit_code_of_the_program() throws Exception {
    assertThat(finish(start(List.of("EXIT_CODE=2"), "read")).exitCode()).isEqualTo(2);
  }

  @Test
  void works_through_links_and_from_any_folder() throws Exception {
    Path first = Files.createSymbolicLink(folder.resolve("first"), tree.resolve("attache"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), folder.relativize(first));
    Process process = process(second, List.of(), "--version").directory(folder.toFile()).start();
    assertThat(finish(process).out()).contains("<--version>");
  }

  @Test
  void options_of_the_user_come_after_the_defaults() throws Exception {
    List<String> printed =
        finish(start(List.of("ATTACHE_OPTS=-Xmx4g -Dx=y"), "read")).out().lines().toList();
    assertThat(printed).containsSubsequence("<-Xmx1g>", "<-Xmx4g>", "<-Dx=y>", "<-jar>", "<read>");
  }

  @Test
  void a_collector_of_the_user_replaces_the_default() throws Exception {
    assertThat(finish(start(List.of("ATTACHE_OPTS=-XX:+UseZGC"), "read")).out())
        .contains("<-XX:+UseZGC>")
        .doesNotContain("SerialGC");
  }

  @Test
  void starts_from_the_cache_if_there_is_one() throws Exception {
    assertThat(attache("read").out()).contains("<-XX:AOTCache=" + tree.toRealPath());
  }

  @Test
  void the_desk_starts_from_a_cache_of_its_own() throws Exception {
    assertThat(attache("serve").out())
        .containsPattern("<-XX:AOTCache=.*/serve.aot>")
        .doesNotContain("attache.aot");
  }

  @Test
  void runs_without_a_cache_that_could_not_be_made() throws Exception {
    Result result = finish(start(List.of("NO_CACHE=yes"), "read"));
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("<read>").doesNotContain("AOTCache");
  }

  @Test
  void a_failed_build_shows_what_maven_said_and_is_tried_again() throws Exception {
    Result broken = finish(start(List.of("BROKEN=yes"), "read"));
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.err()).contains("Maven says what is wrong", "could not be built");
    assertThat(broken.out()).isEmpty();
    assertThat(attache("read").out()).contains("<read>");
  }

  @Test
  void takes_away_the_lock_of_a_run_that_died() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    assertThat(dead.waitFor()).isZero();
    Files.createDirectories(tree.resolve("target/app"));
    Files.createSymbolicLink(tree.resolve("target/app/lock"), Path.of(Long.toString(dead.pid())));
    assertThat(attache("read").out()).contains("<read>");
  }

  @Test
  void passes_over_a_jdk_that_is_too_old() throws Exception {
    jdk("old", "17.0.15");
    List<String> environment =
        List.of(
            "JAVA_HOME=" + folder.resolve("old"),
            "PATH=" + folder.resolve("jdk/bin") + ":/usr/bin:/bin");
    Result found = finish(process(tree.resolve("build/find-jdk"), environment).start());
    assertThat(found.out().strip()).isEqualTo(folder.resolve("jdk").toRealPath().toString());
  }

  private Result attache(String... arguments) throws Exception {
    return finish(start(arguments));
  }

  private Process start(String... arguments) throws IOException {
    return start(List.of(), arguments);
  }

  private Process start(List<String> environment, String... arguments) throws IOException {
    return process(tree.resolve("attache"), environment, arguments).start();
  }

  private ProcessBuilder process(Path script, List<String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add("env");
    command.add("JAVA_HOME=" + folder.resolve("jdk"));
    command.add("PATH=" + folder.resolve("maven") + ":/usr/bin:/bin");
    command.addAll(environment);
    command.add(script.toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private static Result finish(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out, err);
  }

  private int builds() throws IOException {
    return Files.readAllLines(tree.resolve("builds")).size();
  }

  private void copyScript(String name) throws IOException {
    Path copy = tree.resolve(name);
    Files.createDirectories(copy.getParent());
    Files.copy(repository().resolve(name), copy);
  }

  private void jdk(String name, String version) throws IOException {
    script(name + "/bin/java", JAVA);
    script(name + "/bin/javac", "#!/bin/sh\n");
    Files.writeString(folder.resolve(name + "/release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private void script(String name, String text) throws IOException {
    Path script = folder.resolve(name);
    Files.createDirectories(script.getParent());
    Files.writeString(script, text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path repository() {
    Path place = Path.of("").toAbsolutePath();
    while (place != null && !Files.exists(place.resolve("build/find-jdk"))) {
      place = place.getParent();
    }
    assertThat(place).as("folder of the repository").isNotNull();
    return place;
  }

  private record Result(int exitCode, String out, String err) {}
}
