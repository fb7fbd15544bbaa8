package org.attache.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.attache.report.UnreadableReportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportHeadTest {
  @TempDir private Path folder;

  @Test
  void is_read_from_the_file_beside_the_text() throws Exception {
    write(
        "{\"report\": {\"outlet\": \"Gazette\", \"published\": \"2025-05-14\", \"title\": \" \"}}");
    assertThat(ReportHead.beside(folder.resolve("a.txt")))
        .isEqualTo(
            new ReportHead(
                Optional.of("Gazette"),
                Optional.empty(),
                Optional.of(LocalDate.of(2025, 5, 14)),
                Optional.empty()));
  }

  @Test
  void is_unknown_where_no_file_lies_beside_the_text() throws Exception {
    assertThat(ReportHead.beside(folder.resolve("a.txt"))).isEqualTo(ReportHead.UNKNOWN);
  }

  @Test
  void a_malformed_file_is_named() throws IOException {
    write("{\"report\": ");
    assertRefused("no JSON");
    write("{\"report\": {\"published\": \"May\"}}");
    assertRefused("'published' is no date like 2025-05-14: May");
    write("{\"report\": {\"outlet\": 5}}");
    assertRefused("'outlet' is no string: 5");
  }

  @Test
  void what_one_head_does_not_know_another_may() {
    ReportHead one =
        new ReportHead(Optional.of("A"), Optional.empty(), Optional.empty(), Optional.empty());
    ReportHead other =
        new ReportHead(Optional.of("B"), Optional.of("T"), Optional.empty(), Optional.of("u"));
    assertThat(one.or(other))
        .isEqualTo(
            new ReportHead(Optional.of("A"), Optional.of("T"), Optional.empty(), Optional.of("u")));
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> ReportHead.beside(folder.resolve("a.txt")))
        .isInstanceOf(UnreadableReportException.class)
        .hasMessageContaining("a.json beside it cannot be used: ")
        .hasMessageContaining(message);
  }

  private void write(String json) throws IOException {
    Files.writeString(folder.resolve("a.json"), json);
  }
}
