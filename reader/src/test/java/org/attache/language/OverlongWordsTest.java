package org.attache.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlongWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"x", "\"", "5/", "https://gazette.example/"})
  void a_stretch_longer_than_any_word_is_blank_and_nothing_moves(String piece) {
    String stretch = piece.repeat(OverlongWords.LONGEST);
    String blanked = OverlongWords.blanked("Peru bought " + stretch + " frigates.");
    assertThat(blanked).isEqualTo("Peru bought " + " ".repeat(stretch.length()) + " frigates.");
  }

  @Test
  void a_long_address_stays() {
    String text =
        "See https://gazette.example/" + "a".repeat(450) + " for the text; " + "word ".repeat(400);
    assertThat(OverlongWords.blanked(text)).isEqualTo(text);
  }
}
