package org.attache.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads months, days of months and weekdays, with their years where they have them. */
final class Dates {
  private static final Pattern FIGURES = Pattern.compile("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}");
  private static final Pattern DAY = Pattern.compile("[0-3]?\\d(st|nd|rd|th)?");

  private final Phrase phrase;
  private final TimeWords lexicon;
  private final Clock clock;
  private final Pointers pointers;

  private record DayNumbers(int to, int first, int last) {}

  private record WrittenYear(int to, OptionalInt year) {}

  Dates(Phrase phrase, TimeWords lexicon, Clock clock, Pointers pointers) {
    this.phrase = phrase;
    this.lexicon = lexicon;
    this.clock = clock;
    this.pointers = pointers;
  }

  /**
   * The date that begins at a word.
   *
   * @param framed whether a word before it promises a time
   */
  Optional<Found> parse(int at, boolean framed) {
    return figures(at)
        .or(() -> weekday(at))
        .or(() -> dayMonth(at))
        .or(() -> monthDay(at))
        .or(() -> month(at, framed))
        .or(() -> feast(at))
        .or(() -> dayAlone(at));
  }

  /** The number of the month that a word names. */
  OptionalInt monthNumber(int at, boolean besideNumber) {
    String text = capitalised(phrase.text(at));
    if (phrase.tag(at).equals("MD")) {
      return OptionalInt.empty();
    }
    OptionalInt month = lexicon.number("month", text);
    return month.isPresent() || !besideNumber ? month : lexicon.number("month-beside-number", text);
  }

  private static String capitalised(String text) {
    boolean shouted = text.length() > 2 && text.chars().noneMatch(Character::isLowerCase);
    return shouted ? text.charAt(0) + text.substring(1).toLowerCase(java.util.Locale.ROOT) : text;
  }

  /** "2025-06-11", "11.06.2025"; with slashes only where one number cannot be a month. */
  private Optional<Found> figures(int at) {
    String text = phrase.text(at);
    if (text.length() > 10 || !FIGURES.matcher(text).matches()) {
      return Optional.empty();
    }
    String[] parts = text.split("[-./]");
    int[] number = {
      Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])
    };
    if (Phrase.isYear(parts[0])) {
      return Optional.of(new Found(at + 1, day(number[0], number[1], number[2])));
    }
    if (!Phrase.isYear(parts[2])) {
      return Optional.empty();
    }
    boolean american = number[1] > 12;
    if (text.contains("/") && !american && number[0] <= 12 && number[0] != number[1]) {
      return Optional.empty();
    }
    return Optional.of(
        new Found(
            at + 1,
            american
                ? day(number[2], number[0], number[1])
                : day(number[2], number[1], number[0])));
  }

  private static Period day(int year, int month, int day) {
    try {
      return Period.of(Days.day(LocalDate.of(year, month, day)), Grain.DAY);
    } catch (DateTimeException e) {
      return Period.impossible();
    }
  }

  /** "Monday", "Monday evening", "Monday, 3 March 2025", "Monday (March 3)". */
  private Optional<Found> weekday(int at) {
    OptionalInt number = lexicon.number("weekday", capitalised(phrase.text(at)));
    if (number.isEmpty() || phrase.is(at - 1, "a", "an", "each", "every", "any")) {
      return Optional.empty();
    }
    int to = at + 1;
    boolean comma = phrase.is(to, ",");
    boolean bracket = phrase.is(to, "(", "-lrb-");
    int dateAt = comma || bracket ? to + 1 : to;
    Optional<Found> date = dayMonth(dateAt).or(() -> monthDay(dateAt));
    if (date.isPresent()) {
      boolean closed = bracket && phrase.is(date.get().to(), ")", "-rrb-");
      return Optional.of(new Found(date.get().to() + (closed ? 1 : 0), date.get().period()));
    }
    if (lexicon.is("daypart", phrase.lower(to))) {
      to++;
    }
    DayOfWeek day = DayOfWeek.of(number.getAsInt());
    Optional<Days> days =
        clock
            .published()
            .map(
                published ->
                    Days.day(
                        published.with(
                            clock.future(at)
                                ? TemporalAdjusters.nextOrSame(day)
                                : TemporalAdjusters.previousOrSame(day))));
    return Optional.of(new Found(to, Period.of(days, Grain.DAY)));
  }

  /** "3 October", "3rd of October 2023", "14-28 May", "14 and 15 May last year". */
  private Optional<Found> dayMonth(int at) {
    int start = phrase.is(at, "the") ? at + 1 : at;
    Optional<DayNumbers> numbers = dayNumbers(start, true);
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    int monthAt = phrase.is(numbers.get().to(), "of") ? numbers.get().to() + 1 : numbers.get().to();
    OptionalInt month = monthNumber(monthAt, true);
    return month.isEmpty()
        ? Optional.empty()
        : Optional.of(dated(month.getAsInt(), numbers.get(), monthAt + 1, monthAt));
  }

  /** "October 3", "Aug. 8, 2024", "May 14 to 28", "May the 9th". */
  private Optional<Found> monthDay(int at) {
    OptionalInt month = monthNumber(at, true);
    if (month.isEmpty()) {
      return Optional.empty();
    }
    int start = phrase.is(at + 1, "the") ? at + 2 : at + 1;
    Optional<DayNumbers> numbers = dayNumbers(start, false);
    if (numbers.isEmpty() || countsThings(at, numbers.get())) {
      return Optional.empty();
    }
    return Optional.of(dated(month.getAsInt(), numbers.get(), numbers.get().to(), at));
  }

  /** "in March 12 aircraft arrived": days are "on", months are "in". */
  private boolean countsThings(int at, DayNumbers numbers) {
    return phrase.is(at - 1, "in")
        && phrase.tag(numbers.to()).matches("NNS|NN|JJ")
        && !phrase.is(numbers.to(), "year");
  }

  private Found dated(int month, DayNumbers numbers, int to, int word) {
    Optional<WrittenYear> written = year(to, true);
    if (written.isEmpty()) {
      if (!exists(month, numbers.first()) || !exists(month, numbers.last())) {
        return new Found(to, Period.impossible());
      }
      Optional<Days> days = clock.byTense(year -> Optional.of(days(year, month, numbers)), word);
      return new Found(to, Period.yearless(days, grain(numbers)));
    }
    int end = written.get().to();
    OptionalInt year = written.get().year();
    if (year.isEmpty()) {
      return new Found(end, Period.of(Optional.empty(), grain(numbers)));
    }
    try {
      return new Found(end, Period.of(days(year.getAsInt(), month, numbers), grain(numbers)));
    } catch (DateTimeException e) {
      return new Found(end, Period.impossible());
    }
  }

  private static Grain grain(DayNumbers numbers) {
    return numbers.first() == numbers.last() ? Grain.DAY : Grain.SPAN;
  }

  private static boolean exists(int month, int day) {
    return day <= java.time.Month.of(month).maxLength();
  }

  private static Days days(int year, int month, DayNumbers numbers) {
    return new Days(
        LocalDate.of(year, month, numbers.first()), LocalDate.of(year, month, numbers.last()));
  }

  private Optional<DayNumbers> dayNumbers(int at, boolean beforeMonth) {
    OptionalInt first = dayNumber(at, beforeMonth);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    boolean linked = phrase.is(at + 1, "-", "to", "and", "or", "through", "until", "till", "&");
    OptionalInt last = linked ? dayNumber(at + 2, beforeMonth) : OptionalInt.empty();
    boolean range =
        last.isPresent()
            && last.getAsInt() > first.getAsInt()
            && (beforeMonth
                || monthNumber(at + 3, true).isEmpty() && !phrase.word(at + 2).counting());
    return Optional.of(
        range
            ? new DayNumbers(at + 3, first.getAsInt(), last.getAsInt())
            : new DayNumbers(at + 1, first.getAsInt(), first.getAsInt()));
  }

  private OptionalInt dayNumber(int at, boolean beforeMonth) {
    String word = phrase.lower(at);
    if (DAY.matcher(word).matches()) {
      int day = Integer.parseInt(word.replaceAll("\\D", ""));
      return day >= 1 && day <= 31 ? OptionalInt.of(day) : OptionalInt.empty();
    }
    boolean spelled = !beforeMonth || phrase.is(at + 1, "of");
    return spelled ? lexicon.number("ordinal", word) : OptionalInt.empty();
  }

  /** "March", "March 2024", "March of last year"; alone only where it is sure to be a month. */
  private Optional<Found> month(int at, boolean framed) {
    OptionalInt month = monthNumber(at, Phrase.isYear(phrase.text(at + 1)));
    if (month.isEmpty()) {
      return Optional.empty();
    }
    int number = month.getAsInt();
    Optional<WrittenYear> written = year(at + 1, false);
    if (written.isPresent()) {
      OptionalInt year = written.get().year();
      Optional<Days> days =
          year.isEmpty() ? Optional.empty() : Optional.of(Days.months(year.getAsInt(), number, 1));
      return Optional.of(new Found(written.get().to(), Period.of(days, Grain.MONTH)));
    }
    if (!framed && (!standsAlone(at) || isName(at))) {
      return Optional.empty();
    }
    Optional<Days> days = clock.byTense(year -> Optional.of(Days.months(year, number, 1)), at);
    return Optional.of(new Found(at + 1, Period.yearless(days, Grain.MONTH)));
  }

  /** "Christmas", "Christmas 2024": a day with a name. */
  private Optional<Found> feast(int at) {
    Optional<String> name = lexicon.value("feast", phrase.text(at));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    int month = Integer.parseInt(name.get().substring(0, 2));
    int day = Integer.parseInt(name.get().substring(3));
    return Optional.of(dated(month, new DayNumbers(at + 1, day, day), at + 1, at));
  }

  private boolean isName(int at) {
    boolean afterName = phrase.tag(at - 1).startsWith("NNP") && !phrase.lower(at - 1).endsWith(".");
    boolean beforeName =
        phrase.tag(at + 1).startsWith("NNP") && !Phrase.isYear(phrase.text(at + 1));
    return afterName || beforeName && phrase.is(at, "may", "march", "april", "june", "august");
  }

  /** "the March deal", "its August offer". */
  private boolean standsAlone(int at) {
    return phrase.tag(at).startsWith("NN")
        && (phrase.tag(at - 1).matches("DT|PRP\\$|POS") && phrase.tag(at + 1).matches("NNS?|JJ")
            || phrase.is(at + 1, "'s"));
  }

  /** "on the 14th": a day of a month that is not named. */
  private Optional<Found> dayAlone(int at) {
    int number = phrase.is(at, "the") ? at + 1 : at;
    boolean written =
        phrase.is(at - 1, "on")
            && phrase.lower(number).matches("[0-3]?\\d(st|nd|rd|th)")
            && !phrase.isNoun(number + 1)
            && !phrase.tag(number + 1).startsWith("JJ");
    OptionalInt day = written ? dayNumber(number, false) : OptionalInt.empty();
    if (day.isEmpty()) {
      return Optional.empty();
    }
    Optional<Days> days =
        clock
            .published()
            .flatMap(published -> nearest(published, day.getAsInt(), clock.future(at)));
    return Optional.of(new Found(number + 1, Period.of(days, Grain.DAY)));
  }

  private static Optional<Days> nearest(LocalDate published, int day, boolean future) {
    for (int months = 0; months <= 2; months++) {
      LocalDate month = published.withDayOfMonth(1).plusMonths(future ? months : -months);
      if (day <= month.lengthOfMonth()) {
        LocalDate found = month.withDayOfMonth(day);
        if (future ? !found.isBefore(published) : !found.isAfter(published)) {
          return Optional.of(Days.day(found));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A year after a month or a day: "2024", ", 2024", "of 2024", "last year", "of the same year".
   */
  private Optional<WrittenYear> year(int at, boolean afterDay) {
    int start = phrase.is(at, ",", "of", "in") ? at + 1 : at;
    if (Phrase.isYear(phrase.text(start))
        && !lexicon.is("not-after-a-year", phrase.lower(start + 1))
        && !(phrase.is(at, ",", "in") && phrase.word(start).counting() && countsMany(start))) {
      int year = Integer.parseInt(phrase.text(start));
      return Optional.of(new WrittenYear(start + 1, OptionalInt.of(year)));
    }
    if (start > at && phrase.is(at, ",") && !afterDay) {
      return Optional.empty();
    }
    return pointers
        .year(start)
        .map(
            found ->
                new WrittenYear(
                    found.to(),
                    found.period().days().isPresent()
                        ? OptionalInt.of(found.period().days().get().first().getYear())
                        : OptionalInt.empty()));
  }

  private boolean countsMany(int at) {
    return phrase.text(at).endsWith("00") && phrase.tag(at + 1).matches("NNS|JJ");
  }
}
