package org.attache.time;

import java.util.Optional;

/**
 * A period as words name it.
 *
 * @param days its days; empty where they hang on a day that is not known
 * @param grain how fine it is told
 * @param yearless whether the year was not written but concluded
 * @param possible whether the calendar has it: it has no 31 June
 */
record Period(Optional<Days> days, Grain grain, boolean yearless, boolean possible) {
  /** One whose days are all told. */
  static Period of(Days days, Grain grain) {
    return new Period(Optional.of(days), grain, false, true);
  }

  /** One whose days may be unknown. */
  static Period of(Optional<Days> days, Grain grain) {
    return new Period(days, grain, false, true);
  }

  /** One whose year was concluded. */
  static Period yearless(Optional<Days> days, Grain grain) {
    return new Period(days, grain, true, true);
  }

  /** A day that no calendar has. */
  static Period impossible() {
    return new Period(Optional.empty(), Grain.DAY, false, false);
  }

  /** These days in its place. */
  Period with(Optional<Days> others, Grain as) {
    return new Period(others, as, yearless, possible);
  }

  /** A part of it. */
  Period part(Part part) {
    boolean whole = part == Part.WHOLE || part == Part.REST;
    return with(days.map(all -> all.part(part, grain)), whole ? grain : finer());
  }

  private Grain finer() {
    return switch (grain) {
      case DAY, WEEKEND, WEEK, FORTNIGHT -> Grain.DAY;
      case MONTH -> Grain.WEEK;
      case QUARTER, SEASON -> Grain.MONTH;
      case HALF, YEAR -> Grain.QUARTER;
      case DECADE, SPAN -> Grain.SPAN;
    };
  }
}
