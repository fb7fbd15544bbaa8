package org.attache.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.desk.Samples;
import org.attache.lexicon.Tables;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Excerpt;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.junit.jupiter.api.Test;

/** The bars in the list of dealings, beside those counted from the claims. */
class OverTimeTest {
  private static final int ALL = 1000;

  @Test
  void the_bars_of_a_list_are_those_of_the_reports_that_the_claims_are_in() {
    try (Register register = Register.open(Samples.register().toString(), Tables.builtIn())) {
      List<DealingLine> lines = register.catalogue().dealings(Excerpt.latest(Question.ALL, ALL));
      LocalDate from =
          lines.stream().map(DealingLine::first).min(LocalDate::compareTo).orElseThrow();
      LocalDate to = lines.stream().map(DealingLine::last).max(LocalDate::compareTo).orElseThrow();

      List<LineView> rows = DealingsPage.rows(register.catalogue(), lines);

      assertThat(rows).hasSameSizeAs(lines).hasSizeGreaterThan(10);
      assertThat(rows).anyMatch(row -> row.reports() > 2);
      for (LineView row : rows) {
        Map<String, LocalDate> byReport = new HashMap<>();
        register
            .inquiry()
            .dealing(row.id(), Optional.empty())
            .orElseThrow()
            .claims()
            .forEach(held -> byReport.put(held.origin().report(), held.origin().day()));
        List<LocalDate> days = byReport.values().stream().sorted().toList();
        assertThat(row.spark()).as(row.title()).isEqualTo(Spark.of(days, from, to));
        assertThat(row.spark().bars()).as(row.title()).anyMatch(bar -> bar > 0);
      }
    }
  }
}
