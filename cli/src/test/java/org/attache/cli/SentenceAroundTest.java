package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceAroundTest {
  private static final String TEXT =
      """
      Deal struck
      Oslo agreed. On Monday, U.S. officials and Gen. Holm said the jets had left. “We wait.”
      No more came""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          struck          | Deal struck
          agreed          | Oslo agreed.
          officials       | On Monday, U.S. officials and Gen. Holm said the jets had left.
          agreed. On      | Oslo agreed. On Monday, U.S. officials and Gen. Holm said the jets had left.
          We wait         | “We wait.”
          No more came    | No more came
          """)
  void is_whole(String words, String sentence) {
    int start = TEXT.indexOf(words);
    SentenceAround around = SentenceAround.of(TEXT, start, start + words.length());
    assertThat(TEXT.substring(around.start(), around.end())).isEqualTo(sentence);
  }
}
