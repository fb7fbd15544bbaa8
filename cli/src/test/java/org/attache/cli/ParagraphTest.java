package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.attache.cli.Paragraph.Look;
import org.junit.jupiter.api.Test;

class ParagraphTest {
  @Test
  void breaks_at_blanks_and_nowhere_else() {
    Paragraph paragraph = new Paragraph().add("one two ", Look.PLAIN).add("three", Look.STRONG);
    assertThat(paragraph.lines("1 ", "  ", 9, false)).containsExactly("1 one two", "  three");
    assertThat(paragraph.lines("1 ", "  ", 8, false)).containsExactly("1 one", "  two", "  three");
    assertThat(paragraph.lines("", "", 80, false)).containsExactly("one two three");
    assertThat(new Paragraph().add("incomprehensible", Look.PLAIN).lines("", "", 5, false))
        .containsExactly("incomprehensible");
  }

  @Test
  void colours_each_line_for_itself() {
    Paragraph paragraph = new Paragraph().add("a ", Look.PLAIN).add("bb cc", Look.STRONG);
    assertThat(paragraph.lines("", "", 4, true))
        .containsExactly("a \u001B[1mbb\u001B[0m", "\u001B[1mcc\u001B[0m");
  }

  @Test
  void wide_characters_take_two_columns() {
    assertThat(new Paragraph().add("ab 北京 cd", Look.PLAIN).lines("", "", 7, false))
        .containsExactly("ab 北京", "cd");
  }
}
