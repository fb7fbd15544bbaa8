package org.attache.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Whole days of the calendar, both ends included.
 *
 * @param first the first day
 * @param last the last day
 */
record Days(LocalDate first, LocalDate last) {
  Days {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("days from " + first + " to " + last);
    }
  }

  static Days day(LocalDate day) {
    return new Days(day, day);
  }

  static Days week(LocalDate within) {
    LocalDate monday = within.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Days(monday, monday.plusDays(6));
  }

  static Days weekend(LocalDate within) {
    LocalDate monday = week(within).first();
    return new Days(monday.plusDays(5), monday.plusDays(6));
  }

  static Days months(int year, int firstMonth, int count) {
    YearMonth first = YearMonth.of(year, firstMonth);
    return new Days(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
  }

  static Days month(LocalDate within) {
    return months(within.getYear(), within.getMonthValue(), 1);
  }

  static Days quarter(int year, int number) {
    return months(year, 3 * number - 2, 3);
  }

  static Days half(int year, int number) {
    return months(year, 6 * number - 5, 6);
  }

  static Days years(int first, int last) {
    return new Days(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
  }

  static Days year(int year) {
    return years(year, year);
  }

  static Days decade(int within) {
    int first = Math.floorDiv(within, 10) * 10;
    return years(first, first + 9);
  }

  /** The calendar's stretch of this grain that a day lies in, seasons beginning with March. */
  static Days around(LocalDate day, Grain grain) {
    return switch (grain) {
      case DAY -> day(day);
      case WEEKEND -> weekend(day);
      case WEEK -> week(day);
      case FORTNIGHT -> new Days(week(day).first().minusDays(7), week(day).last());
      case MONTH -> month(day);
      case QUARTER -> quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
      case SEASON -> {
        LocalDate first = day.withDayOfMonth(1).minusMonths(day.getMonthValue() % 3);
        yield months(first.getYear(), first.getMonthValue(), 3);
      }
      case HALF -> half(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
      case YEAR -> year(day.getYear());
      case DECADE -> decade(day.getYear());
      case SPAN -> day(day);
    };
  }

  /** A day so many units later, or earlier where the count is negative. */
  static LocalDate shift(LocalDate day, Grain unit, long count) {
    return switch (unit) {
      case DAY, SPAN -> day.plusDays(count);
      case WEEK, WEEKEND -> day.plusWeeks(count);
      case FORTNIGHT -> day.plusWeeks(2 * count);
      case MONTH -> day.plusMonths(count);
      case QUARTER, SEASON -> day.plusMonths(3 * count);
      case HALF -> day.plusMonths(6 * count);
      case YEAR -> day.plusYears(count);
      case DECADE -> day.plusYears(10 * count);
    };
  }

  /** From the first day of one to the last of another. */
  Days until(Days other) {
    return new Days(first, other.last);
  }

  /** The same days of another year; the last of February stands for its 29th. */
  Days inYear(int year) {
    long years = (long) year - first.getYear();
    LocalDate end =
        last.equals(YearMonth.from(last).atEndOfMonth()) && !first.equals(last)
            ? YearMonth.from(last).plusYears(years).atEndOfMonth()
            : last.plusYears(years);
    return new Days(first.plusYears(years), end);
  }

  long length() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** A half of them, counted in months where they are whole months. */
  Days half(boolean second) {
    if (length() < 2) {
      return this;
    }
    LocalDate middle =
        monthsIn() > 1
            ? first.plusMonths(monthsIn() / 2)
            : first.plusDays(Math.max(1, length() / 2));
    return second ? new Days(middle, last) : new Days(first, middle.minusDays(1));
  }

  /** So many units at the beginning or the end of them. */
  Days edge(Grain unit, int count, boolean atEnd) {
    if (atEnd) {
      LocalDate start = shift(last.plusDays(1), unit, -count);
      return new Days(start.isBefore(first) ? first : start, last);
    }
    LocalDate end = shift(first, unit, count).minusDays(1);
    return new Days(first, end.isAfter(last) ? last : end);
  }

  /** What newspapers mean by the early, middle and late part of a period. */
  Days part(Part part, Grain grain) {
    return switch (part) {
      case WHOLE, REST -> this;
      case EARLY -> early(grain);
      case MIDDLE -> middle(grain);
      case LATE -> late(grain);
    };
  }

  private Days early(Grain grain) {
    return switch (grain) {
      case DAY -> this;
      case WEEKEND -> day(first);
      case WEEK -> new Days(first, first.plusDays(1));
      case FORTNIGHT -> week(first);
      case MONTH -> new Days(first, first.plusDays(9));
      case QUARTER, SEASON -> month(first);
      case HALF, YEAR -> new Days(first, first.plusMonths(3).minusDays(1));
      case DECADE -> years(first.getYear(), first.getYear() + 4);
      case SPAN -> half(false);
    };
  }

  private Days middle(Grain grain) {
    return switch (grain) {
      case DAY, WEEKEND, FORTNIGHT, SPAN -> this;
      case WEEK -> day(first.plusDays(2));
      case MONTH -> new Days(first.plusDays(10), first.plusDays(19));
      case QUARTER, SEASON -> month(first.plusMonths(1));
      case HALF -> new Days(first.plusMonths(2), first.plusMonths(4).minusDays(1));
      case YEAR -> months(first.getYear(), 6, 2);
      case DECADE -> years(first.getYear() + 3, first.getYear() + 6);
    };
  }

  private Days late(Grain grain) {
    return switch (grain) {
      case DAY -> this;
      case WEEKEND -> day(last);
      case WEEK -> new Days(last.minusDays(2), last);
      case FORTNIGHT -> week(last);
      case MONTH -> new Days(first.plusDays(20), last);
      case QUARTER, SEASON -> month(last);
      case HALF, YEAR -> new Days(first.plusMonths(monthsIn() - 3), last);
      case DECADE -> years(last.getYear() - 4, last.getYear());
      case SPAN -> half(true);
    };
  }

  private long monthsIn() {
    return ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
  }
}
