package org.attache.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What a time without a date counts from: the day of publication, the tense, the times before it.
 */
final class Clock {
  /** Months and days of which the year is not told are sought this far around the publication. */
  private static final int YEARS_AROUND = 8;

  /** So long ago a writer names the year, unless the verb leaves no doubt. */
  private static final int LONG_AGO = 270;

  private static final int SOON = 62;

  private final Optional<LocalDate> published;
  private final IntPredicate future;
  private final IntPredicate past;
  private final List<Interval> earlier = new ArrayList<>();
  private final int inherited;
  private Lean lean = Lean.NONE;

  /** What a preposition says about the tense: "by March" looks ahead, "since March" back. */
  enum Lean {
    NONE,
    /** Ahead, unless the verb has happened for certain. */
    AHEAD,
    BACK
  }

  /** Gives the days of a year's month, season or day; none where that year has none. */
  interface OfYear {
    Optional<Days> in(int year);
  }

  /**
   * A clock for one sentence.
   *
   * @param future whether what is said at a word lies ahead
   * @param past whether what is said at a word has happened for certain
   */
  Clock(
      Optional<LocalDate> published,
      Optional<Interval> reference,
      IntPredicate future,
      IntPredicate past) {
    this.published = published;
    this.future = future;
    this.past = past;
    reference.ifPresent(earlier::add);
    inherited = earlier.size();
  }

  /** Keeps a time that later ones may point back to. */
  void remember(Interval interval) {
    if (interval.from().isPresent() || interval.to().isPresent()) {
      earlier.add(interval);
    }
  }

  Optional<LocalDate> published() {
    return published;
  }

  /** Has what is read from here on lean this way. */
  void lean(Lean way) {
    lean = way;
  }

  /** Whether what is said at a word lies ahead. */
  boolean future(int word) {
    return switch (lean) {
      case NONE -> future.test(word);
      case AHEAD -> future.test(word) || !past.test(word);
      case BACK -> false;
    };
  }

  /** Whether a time named before stands in the same sentence. */
  boolean hasEarlierHere() {
    return earlier.size() > inherited;
  }

  /** The publication's stretch of a grain, shifted by so many. */
  Optional<Days> stretch(Grain grain, int shift) {
    return published.map(day -> Days.around(Days.shift(day, grain, shift), grain));
  }

  /** What comes round every year, in the year that the tense makes likely. */
  Optional<Days> byTense(OfYear yearly, int word) {
    if (published.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = published.get();
    Optional<Days> before = latest(yearly, day.plusDays(1));
    Optional<Days> after = next(yearly, day.minusDays(1));
    if (before.isEmpty() || future(word) && after.isPresent()) {
      return after;
    }
    if (after.isEmpty() || past.test(word) || lean == Lean.BACK) {
      return before;
    }
    boolean doubtful =
        ChronoUnit.DAYS.between(before.get().last(), day) > LONG_AGO
            && ChronoUnit.DAYS.between(day, after.get().first()) <= SOON;
    return doubtful ? after : before;
  }

  /** The latest of a yearly thing that begins before a day. */
  Optional<Days> latest(OfYear yearly, LocalDate day) {
    for (int back = -1; back <= YEARS_AROUND; back++) {
      Optional<Days> days = safely(yearly, day.getYear() - back);
      if (days.isPresent() && days.get().first().isBefore(day)) {
        return days;
      }
    }
    return Optional.empty();
  }

  /** The first of a yearly thing that ends after a day. */
  Optional<Days> next(OfYear yearly, LocalDate day) {
    for (int on = -1; on <= YEARS_AROUND; on++) {
      Optional<Days> days = safely(yearly, day.getYear() + on);
      if (days.isPresent() && days.get().last().isAfter(day)) {
        return days;
      }
    }
    return Optional.empty();
  }

  private static Optional<Days> safely(OfYear yearly, int year) {
    try {
      return yearly.in(year);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The days of the time named last that is fine enough to be pointed back to.
   *
   * @param coarsest a coarser time does not tell which one is meant
   */
  Optional<Days> earlier(Grain coarsest) {
    for (Interval interval : earlier.reversed()) {
      Days days = days(interval);
      if (days.length() <= coarsest.longest()) {
        return Optional.of(days);
      }
    }
    return Optional.empty();
  }

  /** The time named last, however coarse. */
  Optional<Interval> earlier() {
    return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast());
  }

  /**
   * The stretch that lies so many units after the time named before. What has happened cannot lie
   * after the publication: where it would, a time named still earlier is meant.
   */
  Optional<Days> after(Grain unit, int count, int word) {
    for (Interval interval : earlier.reversed()) {
      Days days = days(interval);
      if (days.length() <= unit.longest() && (count < 0 || fits(days, unit, count, word))) {
        return Optional.of(Days.around(Days.shift(days.first(), unit, count), unit));
      }
    }
    return Optional.empty();
  }

  private boolean fits(Days days, Grain unit, int count, int word) {
    LocalDate first = Days.around(Days.shift(days.first(), unit, count), unit).first();
    return future(word) || published.isEmpty() || !first.isAfter(published.get());
  }

  private static Days days(Interval interval) {
    LocalDate first = interval.from().or(interval::to).orElseThrow();
    return new Days(first, interval.to().orElse(first));
  }
}
