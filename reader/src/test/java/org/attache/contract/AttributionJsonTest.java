package org.attache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.attache.attribution.Attribution;
import org.attache.attribution.Attribution.Span;
import org.attache.report.CleanText;
import org.junit.jupiter.api.Test;

class AttributionJsonTest {
  @Test
  void places_are_those_in_the_file_as_it_was() {
    String original = "\uFEFF\r\nIt rains, \u200Bhe said.\r\n";
    CleanText clean = CleanText.of(original);
    Attribution attribution =
        new Attribution(
            Optional.of(span(clean, "he")), Optional.empty(), List.of(span(clean, "It rains")));
    assertThat(AttributionJson.pretty(List.of(attribution), clean).replaceAll("\\s", ""))
        .isEqualTo(
            "{\"attributions\":[{\"source\":{\"start\":14,\"end\":16},\"cue\":null,"
                + "\"content\":[{\"start\":3,\"end\":11}]}]}");
    assertThat(original.substring(14, 16)).isEqualTo("he");
  }

  private static Span span(CleanText clean, String words) {
    int start = clean.text().indexOf(words);
    return new Span(start, start + words.length());
  }
}
