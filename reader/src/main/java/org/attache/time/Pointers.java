package org.attache.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads times that point: to the day of publication ("last year") or to a time named before. */
final class Pointers {
  private static final int TOO_MANY = 200;

  private final Phrase phrase;
  private final TimeWords lexicon;
  private final Clock clock;
  private final Counts counts;

  /** A pointer's noun: one unit, or what comes round every year or every week. */
  private record Noun(int to, Grain grain, int number) {}

  Pointers(Phrase phrase, TimeWords lexicon, Clock clock) {
    this.phrase = phrase;
    this.lexicon = lexicon;
    this.clock = clock;
    counts = new Counts(phrase, lexicon);
  }

  /**
   * The time that begins at a word.
   *
   * @param framed whether a word before it promises a time
   */
  Optional<Found> parse(int at, boolean framed) {
    return day(at)
        .or(() -> newYear(at))
        .or(() -> counted(at))
        .or(() -> many(at))
        .or(() -> backPointer(at, framed))
        .or(() -> pointer(at, framed))
        .or(() -> besideEvent(at));
  }

  /** A year that is pointed at, as it stands after a month: "last year", "the same year". */
  Optional<Found> year(int at) {
    return backPointer(at, true)
        .or(() -> pointer(at, false))
        .or(() -> besideEvent(at))
        .or(() -> counted(at))
        .filter(found -> found.period().grain() == Grain.YEAR);
  }

  /** "the weekend": the one that the tense makes likely. */
  Optional<Found> weekend(int at) {
    boolean weekend = phrase.is(at, "the") && phrase.is(at + 1, "weekend");
    return weekend
        ? Optional.of(
            new Found(
                at + 2,
                Period.of(clock.stretch(Grain.WEEKEND, weekendShift(0, at)), Grain.WEEKEND)))
        : Optional.empty();
  }

  /** "the year", "the month": the publication's, or that of a time named in the same sentence. */
  Optional<Found> bare(int at) {
    int noun = phrase.is(at, "the") ? at + 1 : at;
    if (lexicon.is("between-pointer-and-unit", phrase.lower(noun))) {
      noun++;
    }
    Optional<Grain> unit = lexicon.unit(phrase.lower(noun), false);
    if (unit.isEmpty() || phrase.is(noun + 1, "of", "before", "after")) {
      return Optional.empty();
    }
    Grain grain = unit.get();
    boolean back = clock.hasEarlierHere() && !clock.future(at);
    Optional<Days> days =
        (back ? clock.after(grain, 0, at) : Optional.<Days>empty())
            .or(() -> clock.stretch(grain, 0));
    return Optional.of(new Found(noun + 1, Period.of(days, grain)));
  }

  /** "today", "yesterday afternoon", "this morning", "last night", "the day before yesterday". */
  private Optional<Found> day(int at) {
    int start = phrase.is(at, "the") ? at + 1 : at;
    if (phrase.is(start, "day")
        && phrase.is(start + 1, "before")
        && phrase.is(start + 2, "yesterday")) {
      return Optional.of(new Found(start + 3, Period.of(clock.stretch(Grain.DAY, -2), Grain.DAY)));
    }
    OptionalInt shift = lexicon.number("day", phrase.lower(at));
    if (shift.isPresent()) {
      int to = lexicon.is("daypart", phrase.lower(at + 1)) ? at + 2 : at + 1;
      return Optional.of(
          new Found(to, Period.of(clock.stretch(Grain.DAY, shift.getAsInt()), Grain.DAY)));
    }
    if (phrase.is(at, "this", "last") && lexicon.is("daypart", phrase.lower(at + 1))) {
      int back = phrase.is(at, "last") ? -1 : 0;
      return Optional.of(new Found(at + 2, Period.of(clock.stretch(Grain.DAY, back), Grain.DAY)));
    }
    return Optional.empty();
  }

  /** "the new year": the next one from summer on, before that the publication's. */
  private Optional<Found> newYear(int at) {
    if (!phrase.is(at, "the") || !phrase.is(at + 1, "new") || !phrase.is(at + 2, "year")) {
      return Optional.empty();
    }
    Optional<Days> days =
        clock.published().map(day -> Days.year(day.getYear() + (day.getMonthValue() > 6 ? 1 : 0)));
    return Optional.of(new Found(at + 3, Period.of(days, Grain.YEAR)));
  }

  /** "two years ago", "a month later", "four years earlier", "six months from now". */
  private Optional<Found> counted(int at) {
    Optional<Counts.Count> count = counts.read(at);
    if (count.isEmpty() || count.get().value() > TOO_MANY) {
      return Optional.empty();
    }
    int unitAt = count.get().to();
    Optional<Grain> unit = anyUnit(unitAt);
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    int to = unitAt + 1;
    if (phrase.is(to, "and") && phrase.is(to + 1, "a") && phrase.is(to + 2, "half")) {
      to += 3;
    }
    int value = count.get().value();
    Grain grain = unit.get();
    if (phrase.is(to, "ago", "back")) {
      return Optional.of(new Found(to + 1, fromNow(grain, -value)));
    }
    if (phrase.is(to, "hence") || phrase.is(to, "from") && phrase.is(to + 1, "now", "today")) {
      return Optional.of(new Found(to + (phrase.is(to, "hence") ? 1 : 2), fromNow(grain, value)));
    }
    return fromThen(grain, value, to, at);
  }

  private Optional<Grain> anyUnit(int at) {
    return lexicon.unit(phrase.lower(at), true).or(() -> lexicon.unit(phrase.lower(at), false));
  }

  private Period fromNow(Grain unit, int count) {
    Grain grain = told(unit);
    Optional<Days> days =
        clock.published().map(day -> Days.around(Days.shift(day, unit, count), grain));
    return Period.of(days, grain);
  }

  /** "A decade ago" tells a year, "a fortnight ago" a week. */
  private static Grain told(Grain unit) {
    return switch (unit) {
      case DECADE -> Grain.YEAR;
      case FORTNIGHT -> Grain.WEEK;
      default -> unit;
    };
  }

  private Optional<Found> fromThen(Grain unit, int count, int at, int word) {
    boolean back = phrase.is(at, "earlier", "before", "previously", "prior");
    boolean on = phrase.is(at, "later", "after", "afterwards", "afterward", "thereafter", "on");
    boolean closed =
        phrase.is(at, "earlier", "later", "afterwards", "afterward", "thereafter", "previously");
    if (!back && !on
        || !closed && !ends(at + 1)
        || phrase.is(at, "on") && phrase.is(at + 1, "from")) {
      return Optional.empty();
    }
    int shift =
        (back ? -1 : 1) * count * (unit == Grain.DECADE ? 10 : unit == Grain.FORTNIGHT ? 2 : 1);
    Grain grain = told(unit);
    Optional<Days> days =
        clock
            .after(grain, shift, word)
            .or(() -> back ? clock.stretch(grain, shift) : Optional.empty());
    return Optional.of(new Found(at + 1, Period.of(days, grain)));
  }

  /** Whether nothing follows that would say after what. */
  private boolean ends(int at) {
    return at >= phrase.size() || phrase.is(at, ",", ".", ";", ":", "and", "but", ")", "-");
  }

  /** "the next five years", "the past two decades", "the following three months". */
  private Optional<Found> many(int at) {
    int start = phrase.is(at, "the", "these", "those") ? at + 1 : at;
    OptionalInt pointer = lexicon.number("pointer", phrase.lower(start));
    OptionalInt back = lexicon.number("back-pointer", phrase.lower(start));
    if (pointer.isEmpty() && back.isEmpty()) {
      return Optional.empty();
    }
    Optional<Counts.Count> count = counts.read(start + 1);
    if (count.isEmpty() || count.get().one() || count.get().value() > TOO_MANY) {
      return Optional.empty();
    }
    Optional<Grain> unit = lexicon.unit(phrase.lower(count.get().to()), true);
    if (unit.isEmpty() || phrase.is(count.get().to() + 1, "of")) {
      return Optional.empty();
    }
    int sign = pointer.orElse(back.orElse(0));
    boolean fromThen = back.isPresent() && (pointer.isEmpty() || clock.earlier().isPresent());
    Optional<LocalDate> base =
        fromThen
            ? clock.earlier(Grain.YEAR).map(sign < 0 ? Days::first : Days::last)
            : clock.published();
    Optional<Days> days = base.map(day -> span(day, unit.get(), sign * count.get().value()));
    return Optional.of(new Found(count.get().to() + 1, Period.of(days, Grain.SPAN)));
  }

  /** From a day so many units on, or so many units back until it. */
  static Days span(LocalDate day, Grain unit, int count) {
    LocalDate other = Days.shift(day, unit, count);
    return count < 0 ? new Days(other, day) : new Days(day, other);
  }

  /** "that month", "the same day", "the following year", "the previous March". */
  private Optional<Found> backPointer(int at, boolean framed) {
    boolean article =
        phrase.is(at, "the", "that", "this") && phrase.is(at + 1, "same", "very")
            || phrase.is(at, "the");
    int word = article ? at + 1 : at;
    if (phrase.is(word, "very")) {
      word++;
    }
    OptionalInt shift = lexicon.number("back-pointer", phrase.lower(word));
    if (phrase.is(word, "next")
        && article
        && !clock.future(at)
        && clock.earlier().isPresent()
        && !framed) {
      shift = OptionalInt.of(1);
    }
    if (shift.isEmpty() || phrase.is(word, "that") && conjunction(word)) {
      return Optional.empty();
    }
    Optional<Noun> noun = noun(word + 1, true);
    if (noun.isEmpty()) {
      return Optional.empty();
    }
    int count = shift.getAsInt();
    Optional<Days> days = pointBack(noun.get(), count, at);
    if (clock.earlier().isEmpty() && (count < 0 || count > 0 && clock.future(at))) {
      days = resolve(noun.get(), count, at);
    }
    return Optional.of(new Found(noun.get().to(), Period.of(days, noun.get().grain())));
  }

  /** Whether "that" opens a clause: "said that March …". */
  private boolean conjunction(int at) {
    return phrase.tag(at).equals("IN")
        && noun(at + 1, true).filter(noun -> noun.number() > 0 && !ends(noun.to())).isPresent();
  }

  private Optional<Days> pointBack(Noun noun, int shift, int at) {
    if (noun.number() == 0) {
      return clock.after(noun.grain(), shift, at);
    }
    if (noun.grain() == Grain.DAY) {
      return clock
          .earlier(Grain.WEEK)
          .map(Days::last)
          .map(day -> Days.day(weekday(noun, shift, day)));
    }
    return clock
        .earlier(Grain.YEAR)
        .flatMap(
            days ->
                switch (shift) {
                  case 0 -> Optional.of(yearly(noun, days.first().getYear()));
                  case 1 ->
                      clock.next(
                          year -> Optional.of(yearly(noun, year)), Days.month(days.last()).last());
                  default ->
                      clock.latest(
                          year -> Optional.of(yearly(noun, year)),
                          Days.month(days.first()).first());
                });
  }

  /** "last year", "this spring", "next March", "last Friday", "the coming decade". */
  private Optional<Found> pointer(int at, boolean framed) {
    boolean article = phrase.is(at, "the");
    int word = article ? at + 1 : at;
    OptionalInt shift = lexicon.number("pointer", phrase.lower(word));
    if (shift.isEmpty()) {
      return Optional.empty();
    }
    boolean stretched = phrase.is(word, "past", "coming") || phrase.is(word + 1, "past", "coming");
    Optional<Noun> noun = noun(word + 1, true);
    if (noun.isEmpty()) {
      return Optional.empty();
    }
    boolean unit = noun.get().number() == 0;
    boolean rolling = unit && (stretched || article && framed && phrase.is(word, "last", "next"));
    int count =
        phrase.is(word + 1, "past") ? -1 : phrase.is(word + 1, "coming") ? 1 : shift.getAsInt();
    if (rolling
        && count != 0
        && noun.get().grain() != Grain.WEEKEND
        && noun.get().grain() != Grain.QUARTER) {
      Grain grain = noun.get().grain();
      Optional<Days> days = clock.published().map(day -> span(day, grain, count));
      return Optional.of(new Found(noun.get().to(), Period.of(days, Grain.SPAN)));
    }
    if (unit && noun.get().grain() == Grain.DAY && !phrase.is(word, "next")) {
      return Optional.empty();
    }
    return Optional.of(
        new Found(noun.get().to(), Period.of(resolve(noun.get(), count, at), noun.get().grain())));
  }

  private Optional<Noun> noun(int at, boolean withWeekdays) {
    int start = lexicon.is("between-pointer-and-unit", phrase.lower(at)) ? at + 1 : at;
    String lower = phrase.lower(start);
    Optional<Grain> unit = lexicon.unit(lower, false);
    if (unit.isPresent()) {
      boolean compound = phrase.is(start + 1, "-") && !phrase.is(start + 2, "");
      return compound ? Optional.empty() : Optional.of(new Noun(start + 1, unit.get(), 0));
    }
    OptionalInt season = lexicon.number("season", lower);
    if (season.isPresent()) {
      return Optional.of(new Noun(start + 1, Grain.SEASON, season.getAsInt()));
    }
    OptionalInt month = lexicon.number("month", phrase.text(start));
    if (month.isPresent()) {
      return Optional.of(new Noun(start + 1, Grain.MONTH, month.getAsInt()));
    }
    OptionalInt weekday = lexicon.number("weekday", phrase.text(start));
    if (weekday.isPresent() && withWeekdays) {
      int to = lexicon.is("daypart", phrase.lower(start + 1)) ? start + 2 : start + 1;
      return Optional.of(new Noun(to, Grain.DAY, weekday.getAsInt()));
    }
    return Optional.empty();
  }

  private static Days yearly(Noun noun, int year) {
    return Days.months(year, noun.number(), noun.grain() == Grain.SEASON ? 3 : 1);
  }

  private static LocalDate weekday(Noun noun, int shift, LocalDate day) {
    DayOfWeek wanted = DayOfWeek.of(noun.number());
    return switch (shift) {
      case -1 -> day.with(TemporalAdjusters.previous(wanted));
      case 1 -> day.with(TemporalAdjusters.next(wanted));
      default -> Days.week(day).first().with(TemporalAdjusters.nextOrSame(wanted));
    };
  }

  private Optional<Days> resolve(Noun noun, int shift, int at) {
    if (noun.number() == 0) {
      return clock.stretch(
          noun.grain(), noun.grain() == Grain.WEEKEND ? weekendShift(shift, at) : shift);
    }
    Optional<LocalDate> published = clock.published();
    if (noun.grain() == Grain.DAY) {
      return published.map(day -> Days.day(weekday(noun, shift, day)));
    }
    return published.flatMap(day -> yearlyPointer(noun, shift, day, at));
  }

  /** The weekend that has not come yet is not meant by what has happened. */
  private int weekendShift(int shift, int at) {
    boolean ahead =
        clock.published().isPresent() && clock.published().get().getDayOfWeek().getValue() < 6;
    return shift == 0 && ahead && !clock.future(at) ? -1 : shift;
  }

  private Optional<Days> yearlyPointer(Noun noun, int shift, LocalDate day, int at) {
    LocalDate month = day.withDayOfMonth(1);
    Clock.OfYear yearly = year -> Optional.of(yearly(noun, year));
    return switch (shift) {
      case -1 -> ended(noun, day);
      case 1 ->
          clock.next(
              yearly,
              noun.grain() == Grain.SEASON
                  ? Days.around(day, Grain.SEASON).last()
                  : month.plusMonths(1).minusDays(1));
      default -> {
        boolean winter = noun.grain() == Grain.SEASON && noun.number() == 12;
        boolean begun = day.getMonthValue() <= (clock.future(at) ? 2 : 6);
        yield yearly.in(day.getYear() - (winter && begun ? 1 : 0));
      }
    };
  }

  private static Optional<Days> ended(Noun noun, LocalDate day) {
    for (int year = day.getYear(); year >= day.getYear() - 2; year--) {
      Days days = yearly(noun, year);
      if (days.last().isBefore(day)) {
        return Optional.of(days);
      }
    }
    return Optional.empty();
  }

  /** "the year before", "the day after", "the next day". */
  private Optional<Found> besideEvent(int at) {
    Optional<Grain> unit = lexicon.unit(phrase.lower(at + 1), false);
    boolean beside =
        phrase.is(at, "the") && phrase.is(at + 2, "before", "after", "earlier") && ends(at + 3);
    if (unit.isEmpty() || !beside) {
      return Optional.empty();
    }
    int shift = phrase.is(at + 2, "after") ? 1 : -1;
    Optional<Days> days =
        clock
            .after(unit.get(), shift, at)
            .or(
                () ->
                    clock.earlier().isEmpty()
                        ? clock.stretch(unit.get(), shift)
                        : Optional.empty());
    return Optional.of(new Found(at + 3, Period.of(days, unit.get())));
  }
}
