package org.attache.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Random;
import org.attache.report.UnreadableReportException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  private static final String TEXT = "Türkiye sells “drones” to Poland\nANKARA — It does, for €5.";

  @TempDir private Path folder;

  @Test
  void reads_utf_8_with_and_without_a_mark() throws Exception {
    assertThat(read(TEXT.getBytes(UTF_8)).clean().text()).isEqualTo(TEXT);
    assertThat(read(("\uFEFF" + TEXT).getBytes(UTF_8)).clean().text()).isEqualTo(TEXT);
    assertThat(read(TEXT.getBytes(UTF_8)).note()).isEmpty();
  }

  @Test
  void reads_utf_16_with_and_without_a_mark() throws Exception {
    for (Charset charset : new Charset[] {UTF_16, UTF_16LE, UTF_16BE}) {
      assertThat(read(TEXT.getBytes(charset)).clean().text()).isEqualTo(TEXT);
    }
    assertThat(read(("\uFEFF" + TEXT).getBytes(UTF_16LE)).clean().text()).isEqualTo(TEXT);
  }

  @Test
  void takes_what_is_not_utf_8_for_windows_1252_and_says_so() throws Exception {
    ReportFile.Text windows = read(TEXT.getBytes(Charset.forName("windows-1252")));
    assertThat(windows.clean().text()).isEqualTo(TEXT);
    assertThat(windows.note()).hasValue("is not UTF-8; read as Windows-1252");
    assertThat(read("Société Générale".getBytes(ISO_8859_1)).clean().text())
        .isEqualTo("Société Générale");
  }

  @Test
  void one_stray_byte_does_not_spoil_the_rest() throws Exception {
    byte[] bytes = (TEXT + " Jos?").getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xE9;
    ReportFile.Text text = read(bytes);
    assertThat(text.clean().text()).isEqualTo(TEXT + " José");
    assertThat(text.note()).hasValueSatisfying(note -> assertThat(note).contains("Windows-1252"));
  }

  @Test
  void drops_nul_bytes() throws Exception {
    assertThat(read("Iran\0 bought\0 jets\0".getBytes(UTF_8)).clean().text())
        .isEqualTo("Iran bought jets");
  }

  @Test
  void refuses_what_is_no_text_and_says_what_it_is() {
    assertRefused(new byte[0], Fault.EMPTY, "report.txt: is empty; give");
    assertRefused(new byte[4096], Fault.BLANK, "holds no text after cleaning");
    assertRefused("\uFEFF \r\n\u200B\t".getBytes(UTF_8), Fault.BLANK, "holds no text");
    assertRefused("%PDF-1.7\nxyz".getBytes(UTF_8), Fault.BINARY, "pdftotext");
    assertRefused("PK\u0003\u0004abc".getBytes(UTF_8), Fault.BINARY, "unpack");
    assertRefused(noise(), Fault.BINARY, "is binary, not text");
    assertRefused(" <!DOCTYPE html><p>x".getBytes(UTF_8), Fault.MARKUP, "web page");
  }

  @Test
  void refuses_what_is_longer_than_a_report_without_reading_it_all() {
    byte[] line = new byte[50_000_000];
    java.util.Arrays.fill(line, (byte) 'a');
    assertRefused(
        line, Fault.TOO_LONG, "is longer than 200,000 characters; give one report a file");
    assertRefused(java.util.Arrays.copyOf(line, ReportFile.LONGEST + 1), Fault.TOO_LONG, "longer");
  }

  @Test
  void names_a_file_that_is_not_there_and_one_that_is_a_folder() {
    assertThatThrownBy(() -> ReportFile.read(folder.resolve("none.txt")))
        .isInstanceOfSatisfying(
            UnreadableReportException.class, e -> assertThat(e.fault()).isEqualTo(Fault.MISSING))
        .hasMessageEndingWith("none.txt: there is no such file; check the name");
    assertThatThrownBy(() -> ReportFile.read(folder))
        .isInstanceOfSatisfying(
            UnreadableReportException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CLOSED));
  }

  private static byte[] noise() {
    byte[] noise = new byte[10_000];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private static ReportFile.Text read(byte[] bytes) throws IOException, UnreadableReportException {
    return ReportFile.read("report.txt", new ByteArrayInputStream(bytes));
  }

  private static void assertRefused(byte[] bytes, Fault fault, String message) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOfSatisfying(
            UnreadableReportException.class, e -> assertThat(e.fault()).isEqualTo(fault))
        .hasMessageContaining(message)
        .hasMessageStartingWith("report.txt: ");
  }
}
