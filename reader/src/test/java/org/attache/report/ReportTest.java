package org.attache.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void its_headline_is_its_first_line_unless_another_is_known() {
    assertThat(report("Gazette", Optional.empty(), "Deal struck\nBody.").headline())
        .isEqualTo("Deal struck");
    assertThat(report("Gazette", Optional.of("Known"), "Deal struck").headline())
        .isEqualTo("Known");
  }

  @Test
  void needs_an_outlet_and_a_text() {
    assertThatThrownBy(() -> report(" ", Optional.empty(), "text"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> report("Gazette", Optional.empty(), "\n "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Report report(String outlet, Optional<String> title, String text) {
    return new Report(outlet, title, Optional.empty(), Optional.empty(), text);
  }
}
