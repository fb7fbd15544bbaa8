package org.attache.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.text.Normalizer;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
  @ParameterizedTest
  @MethodSource
  void is_plain(String original, String clean) {
    assertThat(CleanText.of(original).text()).isEqualTo(clean);
  }

  static Stream<Arguments> is_plain() {
    return Stream.of(
        arguments("a\r\nb", "a\nb"),
        arguments("a\rb\u2028c\u0085d", "a\nb\nc\nd"),
        arguments("\uFEFFa", "a"),
        arguments("a\0b\u0007c", "abc"),
        arguments("Su\u00AD-\u200B35", "Su-35"),
        arguments("a  \t\nb \u00A0", "a\nb"),
        arguments(" \n\n a\n\nb\n\n", " a\n\nb"),
        arguments("Bu\u200Byu\u0308k", "Buyük"),
        arguments("u\u200B\u0308", "ü"),
        arguments("\uD83D", ""),
        arguments("\uD83D\uDE00", "\uD83D\uDE00"),
        arguments("a\tb", "a\tb"),
        arguments("\u202AABC\u202C", "ABC"));
  }

  @Test
  void knows_where_its_characters_come_from() {
    String original = "\uFEFF \r\nBu\u0308yu\u0308k \r\nTurk";
    CleanText clean = CleanText.of(original);
    assertThat(clean.text()).isEqualTo("Büyük\nTurk");
    assertThat(clean.originalStart(0)).isEqualTo(4);
    assertThat(original.substring(clean.originalStart(0), clean.originalEnd(5)))
        .isEqualTo("Bu\u0308yu\u0308k");
    assertThat(original.substring(clean.originalStart(6), clean.originalEnd(10))).isEqualTo("Turk");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void is_clean_itself_and_never_leaves_the_original(long seed) {
    Random random = new Random(seed);
    String alphabet = "ab \t\n\r\0\uFEFF\u0308\u00A0\u200B\u1100\u1161\u11A8é\uD83D\uDE00\u2028";
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    String original = drawn.toString();
    CleanText clean = CleanText.of(original);

    assertThat(CleanText.of(clean.text()).text()).isEqualTo(clean.text());
    assertThat(Normalizer.isNormalized(clean.text(), Normalizer.Form.NFC)).isTrue();
    int before = 0;
    for (int i = 0; i < clean.text().length(); i++) {
      assertThat(clean.originalStart(i)).isBetween(before, original.length() - 1);
      assertThat(clean.originalEnd(i + 1)).isBetween(clean.originalStart(i) + 1, original.length());
      before = clean.originalStart(i);
    }
  }
}
