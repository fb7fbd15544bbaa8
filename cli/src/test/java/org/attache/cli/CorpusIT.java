package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds how well the corpus is read: a change, up or down, comes with new figures. */
class CorpusIT {
  @Test
  void the_corpus_is_read_as_well_as_recorded() throws IOException {
    Run run = Run.of("evaluate", Repository.path("corpus/dev").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    List<String> figures = run.out().lines().toList();
    assertThat(figures).last().asString().endsWith("over 48 reports");
    assertThat(figures)
        .as(
            "figures over corpus/dev, now\n%s\nIf they are meant to change, renew them and say why:"
                + " ./attache evaluate corpus/dev > corpus/expected-dev.txt\n",
            run.out())
        .containsExactlyElementsOf(Files.readAllLines(Repository.path("corpus/expected-dev.txt")));
  }
}
