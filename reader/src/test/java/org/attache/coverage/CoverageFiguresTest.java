package org.attache.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.attache.coverage.Finding.Outcome;
import org.junit.jupiter.api.Test;

class CoverageFiguresTest {
  @Test
  void a_type_counts_with_its_weight() {
    CoverageFigures figures = new CoverageFigures(List.of(OptionalInt.empty()));
    figures.add(finding("A-1", 60, 2001, Outcome.ALONE));
    figures.add(finding("A-2", 15, 2002, Outcome.DESCRIBED));
    figures.add(finding("A-3", 5, 2003, Outcome.MISSED));
    figures.add(finding("A-4", 20, 2004, Outcome.MISSED));

    assertThat(figures.lines())
        .containsExactly(
            "all: 75.0 % of the weight recognised (60.0 % by name alone, 15.0 % with the"
                + " description), 50.0 % of the designations; 4 designations, weight 100");
    assertThat(figures.misses())
        .extracting(miss -> miss.listed().designation())
        .containsExactly("A-4", "A-3");
  }

  @Test
  void types_last_ordered_before_the_year_are_left_out() {
    CoverageFigures figures =
        new CoverageFigures(List.of(OptionalInt.of(2010), OptionalInt.of(1990)));
    figures.add(finding("A-1", 1, 2010, Outcome.ALONE));
    figures.add(finding("A-2", 3, 2009, Outcome.MISSED));
    figures.add(finding("A-3", 9, 1989, Outcome.MISSED));
    figures.add(
        new Finding(
            new ListedType("A-4", "", 9, OptionalInt.empty()), Outcome.MISSED, Optional.empty()));

    assertThat(figures.lines().getFirst())
        .startsWith("ordered since 2010: 100.0 %")
        .endsWith("1 designations, weight 1");
    assertThat(figures.lines().getLast())
        .startsWith("ordered since 1990: 25.0 %")
        .endsWith("2 designations, weight 4");
    assertThat(figures.misses())
        .extracting(miss -> miss.listed().designation())
        .containsExactly("A-2");
  }

  @Test
  void a_stand_in_does_not_count() {
    CoverageFigures figures = new CoverageFigures(List.of(OptionalInt.empty()));
    figures.add(
        new Finding(
            new ListedType("ship engine ", "Ship engine", 9, OptionalInt.empty()),
            Outcome.MISSED,
            Optional.empty()));

    assertThat(figures.misses()).isEmpty();
    assertThat(figures.lines().getFirst())
        .startsWith("all: - of the weight")
        .endsWith("0 designations, weight 0");
  }

  @Test
  void a_listed_type_has_a_designation_and_no_negative_weight() {
    assertThatThrownBy(() -> new ListedType(" ", "tank", 1, OptionalInt.empty()))
        .hasMessageContaining("needs a designation");
    assertThatThrownBy(() -> new ListedType("A-1", "tank", -1, OptionalInt.empty()))
        .hasMessageContaining("'A-1' has the weight -1");
  }

  private static Finding finding(String designation, long weight, int year, Outcome outcome) {
    return new Finding(
        new ListedType(designation, "tank", weight, OptionalInt.of(year)),
        outcome,
        Optional.empty());
  }
}
