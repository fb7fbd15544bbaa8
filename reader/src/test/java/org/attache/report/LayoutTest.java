package org.attache.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.attache.fixture.Examples;
import org.attache.lexicon.Tables;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
  private static final Layout LAYOUT =
      new Layout(
          Tables.builtIn().rows("line-marks").stream()
              .map(
                  row ->
                      new Layout.LineMark(
                          row.get("beginning"), row.constant("kind", Block.Kind.class)))
              .toList());

  @Test
  void tells_the_lines_of_a_report_apart() {
    String text =
        """
        Oslo buys tanks

          A decision that took two years, and cost two ministers their posts
        OSLO — The cabinet has decided.
        A long wait
        “It is done!”
        Read more: Ministers of the year
        (Reporting by Kari Nordmann)
        The talks begin in May.
        """;

    assertThat(LAYOUT.blocks(text))
        .extracting(Block::kind, block -> text.substring(block.start(), block.end()))
        .containsExactly(
            tuple(Block.Kind.TITLE, "Oslo buys tanks"),
            tuple(
                Block.Kind.STANDFIRST,
                "A decision that took two years, and cost two ministers their posts"),
            tuple(Block.Kind.BODY, "OSLO — The cabinet has decided."),
            tuple(Block.Kind.HEADING, "A long wait"),
            tuple(Block.Kind.BODY, "“It is done!”"),
            tuple(Block.Kind.TEASER, "Read more: Ministers of the year"),
            tuple(Block.Kind.MATTER, "(Reporting by Kari Nordmann)"),
            tuple(Block.Kind.BODY, "The talks begin in May."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "It ended in May. | BODY",
        "It ended in May | HEADING",
        "Where did it end? | BODY",
        "He said: “It ended.” | BODY",
        "Mr Low: It ended in May, and it ended well for all of us | BODY",
        "It ended in May, which was much later than anybody in the two capitals had thought it would | BODY",
        "READ MORE: It ended | TEASER",
        "Related: It ended. | TEASER",
        "Editing by Kari Nordmann | MATTER",
        "© 2025 Gazette. | MATTER"
      })
  void a_later_line_is(String line, Block.Kind kind) {
    List<Block> blocks = LAYOUT.blocks("Title\nFirst line.\n" + line);

    assertThat(blocks).hasSize(3);
    assertThat(blocks.getLast().kind()).isEqualTo(kind);
  }

  @Test
  void a_second_line_that_is_long_or_a_sentence_is_the_body() {
    assertThat(LAYOUT.blocks("Title\n" + "word ".repeat(60)))
        .extracting(Block::kind)
        .containsExactly(Block.Kind.TITLE, Block.Kind.BODY);
    assertThat(LAYOUT.blocks("Title\nIt ended."))
        .extracting(Block::kind)
        .containsExactly(Block.Kind.TITLE, Block.Kind.BODY);
  }

  @Test
  void a_text_of_blanks_has_no_lines() {
    assertThat(LAYOUT.blocks(" \n\n\t\n")).isEmpty();
    assertThat(LAYOUT.blocks("")).isEmpty();
  }

  @Test
  void a_block_is_not_empty() {
    assertThatThrownBy(() -> new Block(Block.Kind.BODY, 3, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Block(Block.Kind.BODY, -1, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @TestFactory
  List<DynamicTest> a_dateline_is_no_part_of_the_first_sentence() {
    return Examples.tests(
        "/report/datelines.tsv",
        25,
        row -> {
          String line = row.get(0) + row.get(1);
          String text = "Title\n" + line + "\nLater.";
          List<Block> blocks = LAYOUT.blocks(text);
          assertThat(text.substring(Dateline.end(text, blocks, blocks.get(1)), blocks.get(1).end()))
              .isEqualTo(row.get(1));
        });
  }

  @Test
  void only_the_first_line_of_the_body_has_a_dateline() {
    String text = "Title\nThe talks began.\nOSLO — The talks went on.";
    List<Block> blocks = LAYOUT.blocks(text);

    assertThat(Dateline.end(text, blocks, blocks.getLast())).isEqualTo(blocks.getLast().start());
    assertThat(Dateline.end(text, blocks, blocks.getFirst())).isZero();
  }

  @Test
  void a_label_that_other_lines_have_too_is_a_speaker() {
    String text = "Title\nHOST: Welcome to the show.\nGUEST: Thank you.\nHOST: Now.";
    List<Block> blocks = LAYOUT.blocks(text);

    assertThat(Dateline.end(text, blocks, blocks.get(1))).isEqualTo(blocks.get(1).start());
  }
}
