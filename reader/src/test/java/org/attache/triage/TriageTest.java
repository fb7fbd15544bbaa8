package org.attache.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.attache.lexicon.Tables;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriageTest {
  private final Triage triage = new Triage(Tables.builtIn());

  private static Report report(String text) {
    return new Report("Gazette", Optional.empty(), Optional.empty(), Optional.empty(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Chile has ordered Gripens.",
        "The Turkish navy is to get drones.",
        "Ties between Spain and Morocco have improved.",
        "Egypt buys wheat from Romania.",
        "France trains soldiers from Benin.",
        "Japan sanctioned North Korea.",
        "A nice day. Then BAE Systems sold howitzers, it seems. Nobody minds.",
      })
  void a_sentence_that_names_a_side_and_arms_or_two_sides_and_a_matter_is_a_seat(String text) {
    assertThat(triage.mayHold(report(text))).isTrue();
    assertThat(triage.mayHold(("<p>" + text + "</p>").getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The striker signed for a rival after talks.",
        "Germany lost. Nobody had expected howitzers there.",
        "A missile of a shot decided the match.",
        "Spain beat Morocco by two goals.",
        "Chile\nhas howitzers",
      })
  void what_stands_in_different_sentences_or_lines_is_none(String text) {
    assertThat(triage.mayHold(report(text))).isFalse();
  }

  @Test
  void a_point_that_may_belong_to_an_abbreviation_parts_no_seat() {
    assertThat(triage.mayHold(report("Sold by the U.S. Navy to Gen. Okonjo: howitzers."))).isTrue();
  }

  @Test
  void what_a_page_hides_is_no_text_of_it() {
    String seat = "Chile has ordered howitzers from Spain.";
    for (String hidden :
        new String[] {
          "<script>" + seat + "</script>",
          "<style>" + seat + "</style>",
          "<!-- " + seat + " -->",
          "<p title=\"" + seat + "\">Nothing</p>"
        }) {
      assertThat(triage.mayHold(hidden.getBytes(StandardCharsets.UTF_8))).as(hidden).isFalse();
    }
  }

  @Test
  void it_counts_what_it_saw_and_let_through() {
    triage.mayHold(report("Chile has ordered howitzers."));
    triage.mayHold(report("Rain again."));
    triage.mayHold(report("Rain at last."));
    triage.mayHold(new byte[0]);

    assertThat(triage.reports()).isEqualTo(new Triage.Count(3, 1));
    assertThat(triage.pages()).isEqualTo(new Triage.Count(1, 0));
  }
}
