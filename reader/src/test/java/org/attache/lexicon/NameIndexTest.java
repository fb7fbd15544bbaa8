package org.attache.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attache.lexicon.NameIndex.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameIndexTest {
  private static final NameIndex<String> INDEX =
      index(
          "Su-30",
          "Su-35",
          "Bayraktar TB2",
          "Bayraktar",
          "K10",
          "K 9",
          "T-50",
          "Aérospatiale",
          "Łucznik",
          "S.A.M.P.",
          "air defence",
          "US",
          "Arms & Sons",
          "Ivory Coast",
          "Coast",
          "Côte d'Ivoire",
          "SPY-6(V)1",
          "US Army",
          "F+W C-36",
          "IRIS²");

  @ParameterizedTest
  @CsvSource({
    "Su-35, Su-35",
    "SU-35, Su-35",
    "Su 35, Su-35",
    "Su35, Su-35",
    "Su\u201135, Su-35",
    "Su\u201335, Su-35",
    "Su-35s, Su-35",
    "SU-35s, Su-35",
    "Aerospatiale, Aérospatiale",
    "AÉROSPATIALE, Aérospatiale",
    "Lucznik, Łucznik",
    "SAMP, S.A.M.P.",
    "Air defence, air defence",
    "air-defence, air defence",
    "AIR DEFENCE, air defence",
    "Cote d'Ivoire, Côte d'Ivoire",
    "Côte d\u2019Ivoire, Côte d'Ivoire",
    "Arms & Sons, Arms & Sons",
    "K 9, K 9",
    "SPY-6(V)1, SPY-6(V)1",
    "F+W C-36, F+W C-36",
    "IRIS², IRIS²",
    "IRIS2, IRIS²",
    "K-10, K10",
    "Bayraktar TB-2, Bayraktar TB2",
    "Bayraktar TB\u20112, Bayraktar TB2"
  })
  void folds_case_accents_hyphens_and_blanks(String written, String name) {
    String text = "the " + written + ", again";

    assertThat(INDEX.find(text))
        .extracting(Match::start, Match::end, Match::name)
        .containsExactly(tuple(4, 4 + written.length(), name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "su-35 in small letters",
        "Su-351",
        "XSu-35",
        "Su-35k",
        "in 10 K runs",
        "10 km",
        "K 10",
        "It is up to us",
        "Su, 35 of them",
        "The boat was Su. 35 men were aboard",
        "T - 50 minutes",
        "air and defence",
        "Arms and Sons",
        "bayraktar",
        "SPY-6 (V) 12",
        "Arms & Daughters",
        "K - 10",
        "K--10",
        "K1-0",
        "T-5-0"
      })
  void does_not_take_for_a_name(String text) {
    assertThat(INDEX.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bayraktar TB2 | Bayraktar TB2",
        "Bayraktar TB3 | Bayraktar",
        "Ivory Coast | Ivory Coast",
        "Ivory and Coast | Coast",
        "US Coast | US,Coast",
        "US Army | US Army",
        "US, Army | US",
        "Su-30/Su-35 | Su-30,Su-35",
        "Su-30, Su-35 and K10 | Su-30,Su-35,K10"
      })
  void takes_each_name_at_its_longest(String text, String names) {
    assertThat(INDEX.find(text)).extracting(Match::name).containsExactly(names.split(","));
  }

  @Test
  void a_plural_is_met_only_where_plurals_are_wanted() {
    NameIndex<Integer> without = new NameIndex.Builder<Integer>().add("Su-35", 1).build();

    assertThat(without.find("two Su-35s")).isEmpty();
    assertThat(without.find("two Su-35")).hasSize(1);
  }

  @Test
  void a_spelling_that_several_share_gives_them_all_in_order() {
    NameIndex<Integer> shared =
        new NameIndex.Builder<Integer>().add("Kilo", 3).add("KILO", 1).add("Kilo", 3).build();

    Match<Integer> match = shared.find("a KILO").getFirst();

    assertThat(match.values()).containsExactly(3, 1);
    assertThat(match.value()).isEqualTo(3);
  }

  @Test
  void a_hyphen_that_no_name_has_is_passed_over_only_where_no_name_has_it() {
    NameIndex<String> index = index("C1", "C-1", "M1", "M1-A");

    assertThat(index.find("C-1 and C1"))
        .extracting(Match::values)
        .containsExactly(List.of("C-1"), List.of("C1", "C-1"));
    assertThat(index.find("an M-1, an M-1A"))
        .extracting(Match::value)
        .containsExactly("M1", "M1-A");
  }

  @Test
  void stays_within_the_part_that_it_is_given() {
    String text = "Su-30 and Su-35";

    assertThat(INDEX.find(text, 6, 15)).extracting(Match::start).containsExactly(10);
    assertThat(INDEX.find(text, 6, 14)).isEmpty();
    assertThat(INDEX.find("", 0, 0)).isEmpty();
  }

  @Test
  void refuses_a_name_of_signs_alone() {
    assertThatThrownBy(() -> new NameIndex.Builder<String>().add("-/-", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'-/-'");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void finds_every_one_of_many_names_and_never_overlaps(long seed) {
    Random random = new Random(seed);
    NameIndex.Builder<String> builder = new NameIndex.Builder<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      StringBuilder name = new StringBuilder("Q");
      for (int c = 0; c < 2 + random.nextInt(9); c++) {
        name.append((char) ('a' + random.nextInt(26)));
      }
      name.append('-').append(i);
      names.add(name.toString());
      builder.add(name.toString(), name.toString());
    }
    NameIndex<String> index = builder.build();

    assertThat(index.find(String.join(", ", names)))
        .extracting(Match::value)
        .containsExactlyElementsOf(names);
    int end = 0;
    for (Match<String> match : index.find(String.join(" ", names))) {
      assertThat(match.start()).isGreaterThanOrEqualTo(end);
      end = match.end();
    }
    assertThat(end).isPositive();
  }

  private static NameIndex<String> index(String... names) {
    NameIndex.Builder<String> builder = new NameIndex.Builder<String>().withPlurals();
    for (String name : names) {
      builder.add(name, name);
    }
    return builder.build();
  }
}
