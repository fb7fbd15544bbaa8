package org.attache.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attache.equipment.Equipment;
import org.attache.fixture.Examples;
import org.attache.fixture.Models;
import org.attache.language.Document;
import org.attache.lexicon.Tables;
import org.attache.money.MoneyReader;
import org.attache.party.Parties;
import org.attache.quantity.Quantity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MentionReaderTest {
  private static MentionReader reader;

  @BeforeAll
  static void load() {
    Tables tables = Tables.builtIn();
    reader = new MentionReader(tables, new Parties(tables), new Equipment(tables));
  }

  @TestFactory
  List<DynamicTest> reads_the_items_of() {
    return Examples.tests(
        "/mention/items.tsv", 80, row -> assertThat(items(row.get(0))).isEqualTo(row.get(1)));
  }

  @TestFactory
  List<DynamicTest> reads_the_parties_of() {
    return Examples.tests(
        "/mention/parties.tsv", 50, row -> assertThat(parties(row.get(0))).isEqualTo(row.get(1)));
  }

  @Test
  void a_word_that_is_a_type_elsewhere_in_the_report_is_believed() {
    assertThat(items("The Leopard 2 is heavy. Kyiv wants the Leopard.")).contains("Leopard 2");
  }

  @Test
  void an_item_knows_whether_it_points_back_and_where_its_words_stand() {
    String text = "Oslo paid for the jets and for six frigates.";

    List<ItemMention> items = read(text).getFirst().items();

    assertThat(items).extracting(ItemMention::text).containsExactly("the jets", "six frigates");
    assertThat(items).extracting(ItemMention::definite).containsExactly(true, false);
    assertThat(items).allSatisfy(item -> assertThat(item.covers(item.head())).isTrue());
    assertThat(items).allSatisfy(item -> assertThat(text).contains(item.item().text()));
  }

  @Test
  void sums_of_money_have_offsets_into_the_report() {
    String text = "The talks went on. Athens paid 3 billion euros for them.";

    List<MoneyReader.Sum> sums = read(text).get(1).sums();

    assertThat(sums)
        .extracting(sum -> text.substring(sum.start(), sum.end()))
        .containsExactly("3 billion euros");
  }

  private static List<Mentions> read(String text) {
    Document document = Models.parse(text);
    return reader.read(document);
  }

  private static String items(String text) {
    List<String> items = new ArrayList<>();
    for (Mentions mentions : read(text)) {
      for (ItemMention item : mentions.items()) {
        items.add(
            item.item().designation().orElse("-")
                + " "
                + item.category().code()
                + item.quantity().map(quantity -> " x" + written(quantity)).orElse(""));
      }
    }
    return items.isEmpty() ? "none" : String.join(", ", items);
  }

  private static String parties(String text) {
    String parties =
        read(text).stream()
            .flatMap(mentions -> mentions.parties().stream())
            .map(party -> party.party().name() + " " + party.form().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return parties.isEmpty() ? "none" : parties;
  }

  private static String written(Quantity quantity) {
    if (quantity.min().equals(quantity.max())) {
      return String.valueOf(quantity.min().orElseThrow());
    }
    return (quantity.min().isEmpty() ? "" : String.valueOf(quantity.min().getAsLong()))
        + ".."
        + (quantity.max().isEmpty() ? "" : String.valueOf(quantity.max().getAsLong()));
  }
}
