package org.attache.time;

/** How fine a time is told, from the finest to the coarsest. */
enum Grain {
  DAY(1),
  WEEKEND(2),
  WEEK(7),
  FORTNIGHT(14),
  MONTH(31),
  QUARTER(92),
  SEASON(92),
  HALF(184),
  YEAR(366),
  DECADE(3653),
  SPAN(Integer.MAX_VALUE);

  private final int longest;

  Grain(int longest) {
    this.longest = longest;
  }

  /** The most days that one of this grain can have. */
  int longest() {
    return longest;
  }
}
