package org.attache.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HardWrapsTest {
  private static final List<String> PARAGRAPHS =
      List.of(
          "Lisbon looks south for transports",
          "Portugal has signed a contract with Brazil for six transport aircraft, Defence Minister"
              + " Rui Salgado told reporters in Beja on Tuesday. The first of them is to be delivered"
              + " in 2028, Lt. Gen. Ana Prado of the air force added.",
          "The price was not disclosed.",
          "Talks with two other makers, one of them from the U.S. and one from the U.K., had ended"
              + " without a result in the spring of last year, according to the ministry.");

  /** Breaks a paragraph as a mail program does. */
  private static String wrapped(String paragraph, int width) {
    StringBuilder lines = new StringBuilder();
    int used = 0;
    for (String word : paragraph.split(" ")) {
      if (used > 0 && used + 1 + word.length() > width) {
        lines.append('\n');
        used = 0;
      } else if (used > 0) {
        lines.append(' ');
        used++;
      }
      lines.append(word);
      used += word.length();
    }
    return lines.toString();
  }

  @ParameterizedTest(name = "at {0} characters")
  @ValueSource(ints = {60, 65, 72, 76, 80, 90, 100})
  void paragraphs_broken_at_any_usual_width_are_whole_again(int width) {
    String original = String.join("\n\n", PARAGRAPHS);
    String broken =
        PARAGRAPHS.stream()
            .map(paragraph -> wrapped(paragraph, width))
            .collect(Collectors.joining("\n\n"));
    assertThat(broken).isNotEqualTo(original);
    assertThat(CleanText.of(broken).text()).isEqualTo(original);
  }

  @Test
  void a_headline_without_a_blank_line_after_it_stays_a_line() {
    String body = wrapped(PARAGRAPHS.get(1), 72);
    assertThat(CleanText.of(PARAGRAPHS.getFirst() + "\n" + body).text())
        .isEqualTo(PARAGRAPHS.getFirst() + "\n" + PARAGRAPHS.get(1));
  }

  @Test
  void a_name_at_the_start_of_a_line_does_not_start_a_paragraph() {
    assertThat(
            CleanText.of(
                    """
                    Trainers for Quito
                    Ecuador is to lease eight trainers from Turkey, said the head of its air force,
                    Colonel Esteban Mora, after a visit to the works.""")
                .text())
        .endsWith("air force, Colonel Esteban Mora, after a visit to the works.");
  }

  static Stream<String> lines_that_are_meant() {
    return Stream.of(
        """
        Title
        A paragraph a line.
        Another paragraph, which is a line too.
        The third one.""",
        """
        Delivered so far this year, in the order of their arrival at the port
        - twelve howitzers
        - two radars with their cabins and generators
        - forty trucks for the engineers""",
        """
        1. Tanks, all of them used, from the stocks of two armoured brigades
        2. Howitzers of the older mark, with ammunition for thirty days of use
        3. Trucks""",
        """
        SHORT LINES
        Of a poem or a table
        That nobody broke
        for their width""",
        "A line that is much longer than any that a mail program leaves, since it is a paragraph of"
            + " its own that nobody broke\nand a line that starts small");
  }

  @ParameterizedTest
  @MethodSource
  void lines_that_are_meant(String text) {
    assertThat(CleanText.of(text).text()).isEqualTo(text);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void cleaning_again_changes_nothing_and_no_character_moves(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      String text =
          random
              .ints(random.nextInt(2, 60), 0, 9)
              .mapToObj(
                  kind ->
                      switch (kind) {
                        case 0 -> "\n";
                        case 1 -> "\n\n";
                        case 2 -> "a".repeat(random.nextInt(1, 50)) + " ";
                        case 3 -> "Name ";
                        case 4 -> "end. ";
                        case 5 -> "- ";
                        case 6 -> "B".repeat(random.nextInt(40, 75)) + "\n";
                        case 7 -> "c".repeat(random.nextInt(40, 75)) + "\n";
                        default -> "word ";
                      })
              .collect(Collectors.joining());
      String clean = CleanText.of(text).text();
      assertThat(CleanText.of(clean).text()).isEqualTo(clean);
      assertThat(words(clean)).isEqualTo(words(text));
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).toList();
  }
}
