package org.attache.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.attache.fixture.Examples;
import org.attache.lexicon.Tables;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
  private final NumberReader reader = new NumberReader(Tables.builtIn());

  @TestFactory
  List<DynamicTest> reads_the_number_of() {
    return Examples.tests(
        "/quantity/numbers.tsv",
        60,
        row -> {
          List<String> sentence = List.of(row.get(0).split(" "));
          Optional<NumberReader.Reading> reading =
              reader.read(sentence, Integer.parseInt(row.get(1)));
          assertThat(reading.map(r -> String.join(" ", sentence.subList(r.from(), r.to()))))
              .contains(row.get(2));
          assertThat(reading.map(r -> written(r.quantity()))).contains(row.get(3));
        });
  }

  private static String written(Quantity quantity) {
    String min = quantity.min().isEmpty() ? "" : String.valueOf(quantity.min().getAsLong());
    String max = quantity.max().isEmpty() ? "" : String.valueOf(quantity.max().getAsLong());
    return min + ".." + max;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jets",
        "more than",
        "F-16",
        "2024-25x",
        "none",
        "zero",
        "0",
        "1,00",
        "1.2.3",
        "99999999999999999999",
        "and",
        "-",
        "30-24"
      })
  void finds_no_number_in(String text) {
    assertThat(reader.read(List.of(text.split(" ")), 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'1,200', 1200",
    "'12,345,678', 12345678",
    "6.7, 6.7",
    "'1,200.5', 1200.5",
    "155, 155"
  })
  void reads_figures(String text, String value) {
    assertThat(NumberReader.figures(text)).map(Object::toString).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12,34", "1.", ".5", "K9", "1e5", "", "-3", "1234567890123456"})
  void reads_no_figures_in(String text) {
    assertThat(NumberReader.figures(text)).isEmpty();
  }

  @Test
  void a_range_has_an_end_and_its_ends_in_order() {
    assertThat(Quantity.between(3, 3)).isEqualTo(Quantity.exactly(3));
    assertThatThrownBy(() -> Quantity.between(4, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Quantity.atLeast(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Quantity(OptionalLong.empty(), OptionalLong.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
