package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttacheCommandTest {
  @Test
  void says_its_version_on_standard_output() {
    Run run = Run.of("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("attache ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void an_unknown_option_is_wrong_usage_and_named_on_standard_error() {
    Run run = Run.of("--no-such-option");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--no-such-option");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "attributions", "evaluate", "coverage", "completion"})
  void helps_with_examples(String command) {
    Run run = Run.of(command, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Examples:", "attache " + command);
    assertThat(Run.of("help", command).out()).isEqualTo(run.out());
    assertThat(Run.of("--help").out()).contains("Examples:", "  " + command);
  }

  @Test
  void prints_a_completion_script_that_knows_every_command_and_option() {
    Run run = Run.of("completion");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("complete", "attributions", "evaluate", "--published", "--lexicon", "json");
  }

  @Test
  void wrong_usage_ends_with_2() {
    assertThat(Run.of("read").exitCode()).isEqualTo(2);
    assertThat(Run.of("read", "x.txt", "--published", "May").exitCode()).isEqualTo(2);
    assertThat(Run.of("read", "x.txt", "--format", "xml").exitCode()).isEqualTo(2);
    assertThat(Run.of("read", "x.txt", "--threads", "0").err()).contains("at least 1");
    assertThat(Run.of("read", "x.txt", "--outlet", " ").err()).contains("must not be blank");
    assertThat(Run.of("read", "x.txt", "--out", "y", "--format", "text").exitCode()).isEqualTo(2);
    assertThat(Run.of("read", "x.txt", "--out", "y", "--format", "list").err())
        .contains("leave --format list out");
    assertThat(Run.of("evaluate", "no-such-folder").err()).contains("no-such-folder is no folder");
    assertThat(Run.of("attributions", "a.txt", "b.txt").err()).contains("several texts need --out");
    assertThat(Run.of("coverage").exitCode()).isEqualTo(2);
    assertThat(Run.of("coverage", "x.csv", "--since", "May").exitCode()).isEqualTo(2);
    assertThat(Run.of("coverage", "x.csv", "--misses", "-1").err())
        .contains("must not be negative");
  }

  @Test
  void a_list_that_cannot_be_read_ends_with_1() {
    Run run = Run.of("coverage", "no-such-list.csv");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("no-such-list.csv: cannot be read");
  }
}
