package org.attache.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldReportTest {
  private static final String CLAIM =
      """
      {"report": {"outlet": "The Fjord", "published": "2025-03-01"},
       "claims": [{"kind": "arms-transfer", "stage": "ordered",
         "supplier": {"name": "Nordic Guns", "state": null},
         "recipient": {"name": "Norway", "state": "NO"},
         "participants": [], "items": [], "evidence": [{"text": "Caf\u00e9 bought"}]}]}""";

  @TempDir private Path folder;

  @Test
  void evidence_is_found_in_the_cleaned_text() throws IOException {
    write("one", "Title\nThe Cafe\u0301 bought guns.", CLAIM);
    GoldReport report = GoldReport.in(List.of(folder)).getFirst();
    assertThat(report.report().outlet()).isEqualTo("The Fjord");
    int start = report.report().text().indexOf("Caf\u00e9 bought");
    GoldClaim claim = report.claims().getFirst();
    assertThat(claim.middles()).containsExactly(start + "Caf\u00e9 bought".length() / 2);
    assertThat(claim.supplier()).contains("nordic guns");
    assertThat(claim.recipient()).contains("NO");
  }

  @Test
  void reports_come_in_the_order_of_their_names() throws IOException {
    for (String name : List.of("b", "c", "a")) {
      write(name, "Title\nNorway bought guns.", CLAIM);
    }
    assertThat(GoldReport.in(List.of(folder)))
        .extracting(report -> report.name().replaceFirst(".*/", ""))
        .containsExactly("a", "b", "c");
  }

  @Test
  void an_unknown_stage_is_refused_with_the_files_name() throws IOException {
    write("one", "Title\nNorway bought guns.", CLAIM.replace("\"ordered\"", "\"wished\""));
    assertThatThrownBy(() -> GoldReport.in(List.of(folder)))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("one.json")
        .hasMessageContaining("'wished' is no stage");
  }

  @Test
  void a_folder_without_gold_is_refused() {
    assertThatThrownBy(() -> GoldReport.in(List.of(folder))).isInstanceOf(CorpusException.class);
  }

  private void write(String name, String text, String json) throws IOException {
    Files.writeString(folder.resolve(name + ".txt"), text);
    Files.writeString(folder.resolve(name + ".json"), json);
  }
}
