package org.attache.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Random;
import org.attache.fixture.Examples;
import org.attache.lexicon.Tables;
import org.attache.money.MoneyReader.Sum;
import org.attache.quantity.Quantity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyReaderTest {
  private final MoneyReader reader = new MoneyReader(Tables.builtIn());

  @TestFactory
  List<DynamicTest> reads_the_sum_of() {
    return Examples.tests(
        "/money/sums.tsv",
        50,
        row -> {
          List<Sum> sums = reader.read(row.get(0));
          assertThat(sums)
              .extracting(sum -> sum.value().text(), sum -> written(sum.value()), Sum::each)
              .containsExactly(tuple(row.get(1), row.get(2), row.get(3).equals("yes")));
        });
  }

  private static String written(Value value) {
    Quantity amount = value.amount();
    return value.currency()
        + " "
        + (amount.min().isEmpty() ? "" : String.valueOf(amount.min().getAsLong()))
        + ".."
        + (amount.max().isEmpty() ? "" : String.valueOf(amount.max().getAsLong()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "24 jets",
        "in 2024",
        "the dollar fell",
        "a billion people",
        "won two matches",
        "$",
        "USDA 12",
        "A$AP Rocky 3"
      })
  void finds_no_sum_in(String text) {
    assertThat(reader.read(text)).isEmpty();
  }

  @Test
  void finds_several_sums_in_order_and_where_they_stand() {
    String text = "It paid $40 million in May, 3 billion zlotys in June and up to €2.5bn in July.";

    List<Sum> sums = reader.read(text);

    assertThat(sums)
        .extracting(sum -> text.substring(sum.start(), sum.end()))
        .containsExactly("$40 million", "3 billion zlotys", "up to €2.5bn");
    assertThat(sums)
        .allSatisfy(
            s -> assertThat(s.value().text()).isEqualTo(text.substring(s.start(), s.end())));
  }

  @Test
  void a_currency_is_a_code_of_three_letters() {
    assertThatThrownBy(() -> new Value("US$", Quantity.exactly(1), "US$1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'US$'");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_heap_of_money_words_breaks_it(long seed) {
    Random random = new Random(seed);
    String[] words =
        ("$ € £ US$ 3 2.5 1,200 99999999999999999999 bn m million billion billions tens of hundreds"
                + " up to about more than - to or dollars euros pounds rupees crore half a each . ,")
            .split(" ");
    int found = 0;
    for (int heap = 0; heap < 500; heap++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        text.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "" : " ");
      }
      int end = 0;
      for (Sum sum : reader.read(text.toString())) {
        assertThat(sum.start()).as(text.toString()).isGreaterThanOrEqualTo(0);
        assertThat(sum.end()).isGreaterThan(end).isLessThanOrEqualTo(text.length());
        end = sum.end();
        found++;
      }
    }
    assertThat(found).isGreaterThan(100);
  }
}
