package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole calls, language models and all. */
class ReadIT {
  private static final String REPORT =
      "Poland orders more tanks\n"
          + "WARSAW, May 3 — Poland has ordered 180 K2 tanks from South Korea, the defence minister"
          + " said on Saturday.\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void the_sample_is_read_as_recorded(String format) throws IOException {
    Run run =
        Run.of(
            "read",
            Repository.path("samples/fighters.txt").toString(),
            "--outlet",
            "The Harbour Gazette",
            "--published",
            "2025-05-14",
            "--color",
            "never",
            "--format",
            format);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .as("what is printed of the sample; if it is meant to change, run build/renew-expected")
        .isEqualTo(
            Files.readString(Repository.path("cli/src/test/resources/golden/fighters." + format)));
  }

  @Test
  void bad_input_gets_a_line_and_the_rest_is_read() throws IOException {
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    byte[] longLine = new byte[50_000_000];
    Arrays.fill(longLine, (byte) 'x');
    String[] texts = {
      write("good.txt", REPORT.getBytes(StandardCharsets.UTF_8)),
      folder.resolve("missing.txt").toString(),
      write("empty.txt", new byte[0]),
      write("blank.txt", "\uFEFF\0\r\n \u200B".getBytes(StandardCharsets.UTF_8)),
      write("latin.txt", REPORT.replace("—", "é").getBytes(StandardCharsets.ISO_8859_1)),
      write("wide.txt", REPORT.getBytes(StandardCharsets.UTF_16)),
      write("nul.txt", REPORT.replace(" ", "\0 ").getBytes(StandardCharsets.UTF_8)),
      write("long.txt", longLine),
      write(
          "russian.txt",
          "Польша заказала у Южной Кореи 180 танков.".getBytes(StandardCharsets.UTF_8)),
      write("noise.bin", noise),
      write("last.txt", REPORT.getBytes(StandardCharsets.UTF_8))
    };
    List<String> arguments = new ArrayList<>(List.of("read", "--format", "json"));
    arguments.addAll(List.of(texts));
    Run run = Run.of(arguments.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("missing.txt: there is no such file"),
            line -> assertThat(line).contains("empty.txt: is empty"),
            line -> assertThat(line).contains("blank.txt: holds no text after cleaning"),
            line -> assertThat(line).contains("latin.txt: is not UTF-8; read as Windows-1252"),
            line -> assertThat(line).contains("long.txt: is longer than"),
            line -> assertThat(line).contains("russian.txt: is not in English"),
            line -> assertThat(line).contains("noise.bin: is binary"))
        .allMatch(line -> line.startsWith("attache: "));
    List<String> read = run.out().lines().toList();
    assertThat(read).hasSize(5).allMatch(line -> line.contains("\"designation\":\"K2\""));
    assertThat(read.get(0)).isEqualTo(read.get(2)).isEqualTo(read.get(3)).isEqualTo(read.get(4));
  }

  @Test
  void neither_order_nor_threads_change_a_byte() throws IOException {
    List<Path> some = someOfTheCorpus();
    String one = Run.of(read("1", some)).out();
    assertThat(one.lines()).hasSize(some.size());
    assertThat(Run.of(read("2", some)).out()).isEqualTo(one);
    assertThat(Run.of(read("2", some.reversed())).out().lines())
        .containsExactlyElementsOf(one.lines().toList().reversed());
  }

  @Test
  void a_folder_is_written_file_by_file_with_what_is_known_beside_the_texts() throws IOException {
    write("a.txt", REPORT.getBytes(StandardCharsets.UTF_8));
    write("b.txt", REPORT.getBytes(StandardCharsets.UTF_8));
    write(
        "a.json",
        "{\"report\": {\"outlet\": \"Gazette\", \"published\": \"2025-05-04\"}, \"claims\": 5}"
            .getBytes(StandardCharsets.UTF_8));
    Path out = folder.resolve("out");
    Run run =
        Run.of("read", folder.toString(), "--out", out.toString(), "--url", "https://x.example");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(out.resolve("a.json")))
        .contains(
            "\"outlet\": \"Gazette\"",
            "\"title\": \"Poland orders more tanks\"",
            "\"published\": \"2025-05-04\"",
            "\"url\": \"https://x.example\"");
    assertThat(Files.readString(out.resolve("b.json"))).contains("\"published\": null");
  }

  @Test
  void standard_input_is_a_report_too() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(REPORT.getBytes(StandardCharsets.UTF_8)));
    try {
      Run run = Run.of("read", "-", "--format", "json", "--outlet", "Gazette");
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("\"outlet\": \"Gazette\"", "\"designation\": \"K2\"");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void explains_what_made_a_claim_when_asked() throws IOException {
    String text = write("a.txt", REPORT.getBytes(StandardCharsets.UTF_8));
    assertThat(Run.of("read", "--explain", "--format", "json", text).out())
        .contains("\"explain\": [");
  }

  @Test
  void a_folder_is_listed_a_claim_a_line() throws IOException {
    write("a.txt", REPORT.getBytes(StandardCharsets.UTF_8));
    write("b.txt", "Rain in Oslo\nIt rained in Oslo on Monday.\n".getBytes(StandardCharsets.UTF_8));
    Run run = Run.of("read", folder.toString(), "--format", "list");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("a\t").contains("\tSouth Korea → Poland: 180 K2"),
            line -> assertThat(line).endsWith("of 2 reports."));
  }

  @Test
  void tables_of_the_user_add_rows_and_faulty_ones_are_named() throws IOException {
    String text = write("a.txt", REPORT.getBytes(StandardCharsets.UTF_8));
    assertThat(Run.of("read", text, "--lexicon", folder.resolve("none").toString()).err())
        .contains("no such folder of lexicon tables");
    write("states.tsv", "name\tbroken\nA\n".getBytes(StandardCharsets.UTF_8));
    Run run = Run.of("read", text, "--lexicon", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("states.tsv:2").doesNotContain("Exception");
  }

  @Test
  void attributions_point_into_the_file_as_it_was() throws IOException {
    String text =
        write("a.txt", ("\uFEFF" + REPORT.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
    String original = Files.readString(Path.of(text));
    Run run = Run.of("attributions", text);
    assertThat(run.err()).isEmpty();
    int cue = original.indexOf("said");
    assertThat(run.out().replaceAll("\\s", ""))
        .contains("\"cue\":{\"start\":" + cue + ",\"end\":" + (cue + 4) + "}");
  }

  private static String[] read(String threads, List<Path> texts) {
    return Stream.concat(
            Stream.of("read", "--format", "json", "--explain", "--threads", threads),
            texts.stream().map(Path::toString))
        .toArray(String[]::new);
  }

  private static List<Path> someOfTheCorpus() throws IOException {
    try (Stream<Path> files = Files.list(Repository.path("corpus/dev"))) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().limit(16).toList();
    }
  }

  private String write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }
}
