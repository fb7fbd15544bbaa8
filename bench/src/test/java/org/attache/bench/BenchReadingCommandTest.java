package org.attache.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchReadingCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void wrong_usage_ends_with_2_and_nothing_is_started() {
    assertThat(run("--passes", "0")).isEqualTo(2);
    assertThat(run("--limit", "0")).isEqualTo(2);
    assertThat(run("--warm-up", "-1")).isEqualTo(2);
    assertThat(err.toString()).contains("must be at least 1");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_folder_without_reports_is_named() {
    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("build/bench-reading: ").contains(folder.toString());
  }

  @Test
  void says_which_folders_are_read_when_none_is_given() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("those of the corpus", "ours is 1g");
  }

  private int run(String... arguments) {
    CommandLine commandLine = BenchReadingCommand.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
