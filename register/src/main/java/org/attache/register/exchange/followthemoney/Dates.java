package org.attache.register.exchange.followthemoney;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Dates as the model has them: a day, or the beginning of one: "2023-03" is all of that month. */
final class Dates {
  private Dates() {}

  /** A span of days as one date; none where it is not just a day, a month or a year. */
  static Optional<String> of(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = from.get();
    LocalDate last = to.get();
    if (first.equals(last)) {
      return Optional.of(first.toString());
    }
    YearMonth month = YearMonth.from(first);
    if (first.equals(month.atDay(1)) && last.equals(month.atEndOfMonth())) {
      return Optional.of(month.toString());
    }
    if (first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1))) {
      return Optional.of(first.toString().substring(0, 4));
    }
    return Optional.empty();
  }
}
