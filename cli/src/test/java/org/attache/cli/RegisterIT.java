package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The register from the command line: reports in, good ones and bad ones, and dealings out. */
@Timeout(300)
class RegisterIT {
  @TempDir Path folder;
  private String register = "";

  @BeforeEach
  void place() {
    register = folder.resolve("r.db").toString();
  }

  private Path put(String name, String text) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Run run(String command, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = command;
    arguments[1] = "--register";
    arguments[2] = register;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Run.of(arguments);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private void putGoodAndBad() throws IOException {
    put("good.txt", "Tanks for Riga\nLatvia has bought 14 Leopard 2 tanks from Germany.\n");
    put(
        "lines.jsonl",
        """
        {"outlet":"Dagens Brief","title":"Jets","published":"2199-05-01","text":"Jets\\nPeru has ordered 24 Gripen fighters from Sweden."}
        {"outlet":"Broken",
        {"outlet":"Dagens Brief","title":"Guns","published":"2023-05-01","text":"Guns\\nEstonia has ordered 12 Caesar howitzers from France."}
        """);
    byte[] whole = packed("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
    Files.write(folder.resolve("in/cut.warc.gz"), Arrays.copyOf(whole, whole.length / 2));
    put("empty.txt", "");
  }

  @Test
  void bad_reports_are_named_and_the_rest_is_added() throws IOException {
    putGoodAndBad();

    Run ingest = run("ingest", folder.resolve("in").toString());

    assertThat(ingest.exitCode()).isEqualTo(1);
    assertThat(ingest.err())
        .contains("lines.jsonl:2: is no JSON")
        .contains("lines.jsonl:1: is dated 2199-05-01, which is yet to come")
        .contains("cut.warc.gz: is broken")
        .contains("empty.txt")
        .contains("3 reports added with")
        .contains("1 dated in the future: kept without a date")
        .contains("1 could not be used")
        .contains("2 could not be used");
    assertThat(run("dealings", "--format", "csv").out())
        .contains("Leopard 2")
        .contains("Gripen")
        .contains("CAESAR")
        .doesNotContain("1970")
        .doesNotContain("2199");
  }

  @Test
  void a_second_ingest_of_the_same_reports_adds_nothing() throws IOException {
    put("good.txt", "Tanks for Riga\nLatvia has bought 14 Leopard 2 tanks from Germany.\n");
    String in = folder.resolve("in").toString();

    assertThat(run("ingest", in).exitCode()).isZero();
    Run again = run("ingest", in);

    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("0 reports added").contains("1 were there already");
  }

  @Test
  void an_export_taken_into_another_register_gives_the_same_dealings() throws IOException {
    putGoodAndBad();
    run("ingest", folder.resolve("in").toString());
    Path lines = folder.resolve("out.jsonl");
    assertThat(run("export", "--format", "jsonl", "--out", lines.toString()).exitCode()).isZero();
    String here = run("dealings", "--format", "csv").out();

    register = folder.resolve("other.db").toString();
    assertThat(run("import", lines.toString()).exitCode()).isZero();

    assertThat(run("dealings", "--format", "csv").out()).isEqualTo(here).contains("Leopard 2");
  }

  @Test
  void a_register_that_is_none_is_named() throws IOException {
    Files.writeString(folder.resolve("r.db"), "this is no register at all, and never was one\n");

    Run dealings = run("dealings");

    assertThat(dealings.exitCode()).isEqualTo(1);
    assertThat(dealings.err()).contains("r.db").doesNotContain("Exception");
  }
}
