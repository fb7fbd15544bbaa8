package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attache.contract.ClaimJson;
import org.attache.lexicon.Tables;
import org.attache.register.store.Arrival;
import org.attache.register.store.Register;
import org.attache.report.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest {
  private static final String TEXT = "Sweden has offered 24 Gripen E fighters to Chile.";

  private static final String CLAIM =
      "{\"kind\":\"arms-transfer\",\"stage\":\"offered\",\"polarity\":\"asserted\","
          + "\"certainty\":\"certain\",\"supplier\":{\"name\":\"Sweden\",\"state\":\"SE\"},"
          + "\"recipient\":{\"name\":\"Chile\",\"state\":\"CL\"},\"participants\":[],"
          + "\"items\":[{\"designation\":\"Gripen E\",\"category\":\"aircraft\","
          + "\"text\":\"24 Gripen E fighters\",\"quantity\":{\"min\":24,\"max\":24}}],"
          + "\"value\":null,\"when\":null,\"withheld\":[],"
          + "\"attribution\":[{\"name\":\"The Harbour Gazette\",\"type\":\"outlet\"}],"
          + "\"evidence\":[{\"start\":0,\"end\":48,\"text\":\""
          + TEXT.substring(0, 48)
          + "\"}]}";

  @TempDir Path folder;

  @BeforeEach
  void make_a_register() {
    try (Register register = Register.open(register(), Tables.builtIn())) {
      register.add(
          new Arrival(
              new Report(
                  "The Harbour Gazette",
                  Optional.of("Jets for the Atacama"),
                  Optional.of(LocalDate.of(2025, 5, 14)),
                  Optional.empty(),
                  TEXT),
              Optional.empty(),
              "en",
              true,
              Instant.EPOCH,
              "jets.txt",
              List.of()),
          List.of(ClaimJson.parse(CLAIM)),
          Optional.of("1"));
    }
  }

  private String register() {
    return folder.resolve("register.db").toString();
  }

  @ParameterizedTest
  @CsvSource({
    "jsonl, Jets for the Atacama",
    "csv, Recipient",
    "plover, AGREE",
    "graphml, <graphml",
    "ftm, involved",
    "html, <h1>Reported arms dealings</h1>",
    "parquet, PAR1"
  })
  void writes_each_format_to_a_file(String format, String words) throws IOException {
    Path file = folder.resolve("out");
    Run run =
        Run.of("export", "--format", format, "--register", register(), "--out", file.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(words);
    if (!format.equals("parquet")) {
      assertThat(Run.of("export", "--format", format, "--register", register()).out())
          .isEqualTo(Files.readString(file));
    }
  }

  @Test
  void a_terminal_is_spared_what_is_no_text() {
    String before = System.getProperty(Terminal.STREAMS);
    System.setProperty(Terminal.STREAMS, "out,err");
    try {
      Run run = Run.of("export", "--format", "parquet", "--register", register());

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("name a file with --out");
    } finally {
      if (before == null) {
        System.clearProperty(Terminal.STREAMS);
      } else {
        System.setProperty(Terminal.STREAMS, before);
      }
    }
  }

  @Test
  void the_help_names_every_format() {
    assertThat(Run.of("export", "--help").out())
        .contains("jsonl, csv, plover, graphml, ftm, html, parquet");
  }
}
