package org.attache.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command on a few reports of the corpus, with the reader itself. */
class TrainIT {
  private static final int REPORTS = 2;

  @TempDir private Path folder;

  @Test
  void the_same_reports_make_the_same_bytes() throws IOException {
    Path gold = fewReports();
    String first = train(gold, folder.resolve("first"));
    String second = train(gold, folder.resolve("second"));
    assertThat(first).isEqualTo(second).contains(REPORTS + " reports").contains("accuracy");
    for (String table : List.of("weights-items.tsv", "weights-sides.tsv", "weights-drafts.tsv")) {
      Path made = folder.resolve("first").resolve(table);
      assertThat(made).hasSameBinaryContentAs(folder.resolve("second").resolve(table));
      assertThat(made).content().contains("# Made of ");
      assertThat(lines(made)).isGreaterThan(20);
    }
  }

  @Test
  void a_missing_corpus_is_named() {
    StringWriter complaints = new StringWriter();
    CommandLine command = TrainCommand.commandLine().setErr(new PrintWriter(complaints, true));
    assertThat(command.execute("--out", folder.toString(), folder.resolve("none").toString()))
        .isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(complaints.toString()).startsWith("build/train: ").contains("none");
  }

  private static String train(Path gold, Path out) {
    StringWriter said = new StringWriter();
    CommandLine command = TrainCommand.commandLine().setOut(new PrintWriter(said, true));
    assertThat(command.execute("--out", out.toString(), gold.toString())).isZero();
    return said.toString();
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }

  private Path fewReports() throws IOException {
    Path corpus = Path.of("..", "corpus", "dev");
    Path gold = Files.createDirectory(folder.resolve("gold"));
    try (Stream<Path> files = Files.list(corpus)) {
      for (Path file : files.sorted().limit(2 * REPORTS).toList()) {
        Files.copy(file, gold.resolve(file.getFileName()));
      }
    }
    return gold;
  }
}
