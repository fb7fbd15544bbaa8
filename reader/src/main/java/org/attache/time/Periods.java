package org.attache.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads periods: dates, pointers, years, seasons, quarters, and parts of all of these. */
final class Periods {
  private static final Pattern FISCAL = Pattern.compile("fy-?'?(20)?\\d\\d([-/\u2013]\\d\\d)?");

  private static final Pattern CENTURY = Pattern.compile("1?\\dth|20th|21st");

  /** Parts of parts of parts: no text that means something goes deeper. */
  private static final int DEEPEST = 4;

  /** Parts of a year that are named by a letter and a number: "Q3", "1H". */
  private static final String LETTERED = "[qh][1-4]|[1-4][qh]";

  private final Phrase phrase;
  private final TimeWords lexicon;
  private final Clock clock;
  private final Pointers pointers;
  private final Dates dates;
  private final Counts counts;
  private int depth;

  Periods(Phrase phrase, TimeWords lexicon, Clock clock) {
    this.phrase = phrase;
    this.lexicon = lexicon;
    this.clock = clock;
    pointers = new Pointers(phrase, lexicon, clock);
    dates = new Dates(phrase, lexicon, clock, pointers);
    counts = new Counts(phrase, lexicon);
  }

  /** The longest period that begins at a word. */
  Optional<Found> parse(int at, Place place) {
    if (at >= phrase.size() || depth >= DEEPEST) {
      return Optional.empty();
    }
    depth++;
    try {
      boolean framed = place != Place.BARE;
      List<Supplier<Optional<Found>>> ways =
          List.of(
              () -> part(at),
              () -> yearWord(at),
              () -> nth(at, place),
              () -> edge(at),
              () -> lettered(at),
              () -> dates.parse(at, framed),
              () -> season(at, place),
              () -> pointers.parse(at, framed),
              () -> framed ? pointers.weekend(at) : Optional.empty(),
              () -> stretchUntil(at),
              () -> fiscal(at),
              () -> decade(at, place),
              () -> century(at),
              () -> years(at, place),
              () -> place == Place.INNER ? pointers.bare(at) : Optional.empty());
      return ways.stream().map(Supplier::get).flatMap(Optional::stream).reduce(Periods::longer);
    } finally {
      depth--;
    }
  }

  private static Found longer(Found one, Found other) {
    return other.to() > one.to() ? other : one;
  }

  private int afterArticle(int at) {
    return phrase.is(at, "the") ? at + 1 : at;
  }

  /** "early 2024", "the end of next year", "late on Wednesday", "end-March", "later that month". */
  private Optional<Found> part(int at) {
    int word = afterArticle(at);
    if (phrase.is(word, "very")) {
      word++;
    }
    Optional<Part> part = lexicon.part("part", phrase.lower(word));
    if (part.isEmpty()) {
      return Optional.empty();
    }
    int inner = word + 1;
    if (phrase.is(inner, "part") && phrase.is(inner + 1, "of")) {
      inner++;
    }
    boolean linked = phrase.is(inner, "of", "in", "on");
    boolean noun = lexicon.is("part-noun", phrase.lower(word));
    if (noun && linked && !phrase.is(inner, "of")) {
      return Optional.empty();
    }
    Optional<Found> found = parse(linked ? inner + 1 : inner, Place.INNER);
    if (found.isEmpty() || !linked && !joins(part.get(), noun, inner, found.get().period())) {
      return Optional.empty();
    }
    Period whole = found.get().period();
    Period cut = part.get() == Part.REST ? rest(whole) : whole.part(part.get());
    return Optional.of(new Found(found.get().to(), cut));
  }

  /** Whether a part may stand right before a period: "end 2026", but not "close Monday". */
  private boolean joins(Part part, boolean noun, int inner, Period period) {
    boolean pointer = phrase.is(inner, "the") && !Phrase.isDecade(phrase.text(inner + 1));
    if (noun) {
      return period.grain() == Grain.YEAR && Phrase.isYear(phrase.text(inner))
          || period.grain() == Grain.MONTH && dates.monthNumber(inner, true).isPresent();
    }
    return !pointer || part == Part.WHOLE;
  }

  private Period rest(Period whole) {
    return whole.with(
        whole
            .days()
            .flatMap(
                days ->
                    clock
                        .published()
                        .filter(day -> day.isAfter(days.first()) && !day.isAfter(days.last()))
                        .map(day -> new Days(day, days.last()))
                        .or(() -> Optional.of(days))),
        Grain.SPAN);
  }

  /** "year-end", "mid-year", "the year's end", "next year's end", "end of year". */
  private Optional<Found> yearWord(int at) {
    int word = afterArticle(at);
    Optional<Part> part = lexicon.part("part-of-year", phrase.lower(word));
    if (part.isPresent()) {
      int to = phrase.is(word + 1, "of", "in") ? word + 2 : word + 1;
      Optional<Found> year =
          parse(to, Place.INNER).filter(found -> found.period().grain() == Grain.YEAR);
      Period period =
          year.map(Found::period).orElse(Period.of(clock.stretch(Grain.YEAR, 0), Grain.YEAR));
      return Optional.of(new Found(year.map(Found::to).orElse(word + 1), period.part(part.get())));
    }
    Optional<Found> owner =
        pointers
            .parse(at, false)
            .filter(found -> phrase.is(found.to(), "'s"))
            .or(() -> pointers.bare(at).filter(found -> phrase.is(found.to(), "'s", "end")));
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    int partAt = owner.get().to() + (phrase.is(owner.get().to(), "'s") ? 1 : 0);
    return lexicon
        .part("part", phrase.lower(partAt))
        .filter(_ -> lexicon.is("part-noun", phrase.lower(partAt)))
        .map(named -> new Found(partAt + 1, owner.get().period().part(named)));
  }

  /** "the second half of next year", "the fourth quarter", "third quarter 2025". */
  private Optional<Found> nth(int at, Place place) {
    int word = afterArticle(at);
    OptionalInt number = lexicon.number("nth", phrase.lower(word));
    boolean half = phrase.is(word + 1, "half");
    if (number.isEmpty() || !half && !phrase.is(word + 1, "quarter")) {
      return Optional.empty();
    }
    int last = half ? 2 : 4;
    int which = number.getAsInt() < 0 ? last : number.getAsInt();
    if (which > last) {
      return Optional.empty();
    }
    int inner = word + 2;
    boolean linked = phrase.is(inner, "of", "in");
    Optional<Found> whole = parse(linked ? inner + 1 : inner, linked ? Place.INNER : Place.FRAMED);
    if (whole.isPresent() && (linked || whole.get().period().grain() == Grain.YEAR)) {
      return share(whole.get(), half, which);
    }
    boolean alone = !linked && place != Place.BARE && !half && !phrase.is(word, "last");
    return alone ? Optional.of(new Found(inner, byTense(half, which, at))) : Optional.empty();
  }

  private Optional<Found> share(Found whole, boolean half, int which) {
    Period period = whole.period();
    if (period.grain() == Grain.YEAR) {
      Optional<Days> days = period.days().map(year -> share(year.first().getYear(), half, which));
      return Optional.of(new Found(whole.to(), Period.of(days, half ? Grain.HALF : Grain.QUARTER)));
    }
    if (!half) {
      return Optional.empty();
    }
    Optional<Days> days = period.days().map(all -> all.half(which == 2));
    return Optional.of(new Found(whole.to(), period.with(days, Grain.SPAN)));
  }

  private static Days share(int year, boolean half, int which) {
    return half ? Days.half(year, which) : Days.quarter(year, which);
  }

  private Period byTense(boolean half, int which, int at) {
    return Period.yearless(
        clock.byTense(year -> Optional.of(share(year, half, which)), at),
        half ? Grain.HALF : Grain.QUARTER);
  }

  /** "Q3 2025", "H1 of next year", "4Q". */
  private Optional<Found> lettered(int at) {
    String word = phrase.lower(at);
    if (word.length() != 2 || !word.matches(LETTERED)) {
      return Optional.empty();
    }
    boolean half = word.contains("h");
    int which = Integer.parseInt(word.replaceAll("\\D", ""));
    if (half && which > 2) {
      return Optional.empty();
    }
    int inner = phrase.is(at + 1, "of", "in", "-") ? at + 2 : at + 1;
    Optional<Found> year =
        parse(inner, Place.FRAMED).filter(found -> found.period().grain() == Grain.YEAR);
    if (year.isPresent()) {
      return share(year.get(), half, which);
    }
    return half ? Optional.empty() : Optional.of(new Found(at + 1, byTense(false, which, at)));
  }

  /** "the first ten months of the year", "the last weeks of 2024". */
  private Optional<Found> edge(int at) {
    int word = afterArticle(at);
    Optional<String> edge = lexicon.value("edge", phrase.lower(word));
    if (edge.isEmpty()) {
      return Optional.empty();
    }
    Optional<Counts.Count> count = counts.read(word + 1);
    int unitAt = count.map(Counts.Count::to).orElse(word + 1);
    Optional<Grain> unit =
        lexicon
            .unit(phrase.lower(unitAt), true)
            .or(() -> lexicon.unit(phrase.lower(unitAt), false));
    if (unit.isEmpty() || !phrase.is(unitAt + 1, "of", "in")) {
      return Optional.empty();
    }
    boolean atEnd = edge.get().equals("last");
    boolean many = lexicon.unit(phrase.lower(unitAt), true).isPresent();
    int number = count.map(Counts.Count::value).orElse(many ? 2 : 1);
    return parse(unitAt + 2, Place.INNER)
        .map(
            found ->
                new Found(
                    found.to(),
                    found
                        .period()
                        .with(
                            found.period().days().map(days -> days.edge(unit.get(), number, atEnd)),
                            number == 1 ? unit.get() : Grain.SPAN)));
  }

  /** "the year to March 2025", "the three months ended June 30". */
  private Optional<Found> stretchUntil(int at) {
    if (!phrase.is(at, "the")) {
      return Optional.empty();
    }
    Optional<Counts.Count> count = counts.read(at + 1);
    int unitAt = count.map(Counts.Count::to).orElse(at + 1);
    Optional<Grain> unit = lexicon.unit(phrase.lower(unitAt), count.isPresent());
    if (unit.isEmpty() || !phrase.is(unitAt + 1, "to", "ended", "ending", "through")) {
      return Optional.empty();
    }
    int end = phrase.is(unitAt + 2, "on", "in") ? unitAt + 3 : unitAt + 2;
    int number = count.map(Counts.Count::value).orElse(1);
    return parse(end, Place.FRAMED)
        .map(
            found ->
                new Found(
                    found.to(),
                    found
                        .period()
                        .with(
                            found.period().days().map(days -> backFrom(days, unit.get(), number)),
                            Grain.SPAN)));
  }

  private static Days backFrom(Days end, Grain unit, int count) {
    return new Days(Days.shift(end.last().plusDays(1), unit, -count), end.last());
  }

  /** "spring 2022", "the summer of 2023", "winter 2023-24", "the spring". */
  private Optional<Found> season(int at, Place place) {
    int word = afterArticle(at);
    OptionalInt month = lexicon.number("season", phrase.lower(word));
    if (month.isEmpty() || phrase.tag(word).startsWith("VB")) {
      return Optional.empty();
    }
    int first = month.getAsInt();
    boolean linked = phrase.is(word + 1, "of", "in", ",");
    int yearAt = linked ? word + 2 : word + 1;
    Optional<Found> year =
        years(yearAt, Place.FRAMED)
            .or(() -> pointers.year(yearAt))
            .filter(
                found ->
                    !linked || !phrase.is(word + 1, ",") || Phrase.isYear(phrase.text(yearAt)));
    if (year.isPresent()) {
      boolean winter = first == 12 && (phrase.is(word + 1, "of") || spans(year.get()));
      Optional<Days> days =
          year.get()
              .period()
              .days()
              .map(
                  all ->
                      Days.months(
                          all.first().getYear() - (winter && !spans(year.get()) ? 1 : 0),
                          first,
                          3));
      return Optional.of(new Found(year.get().to(), Period.of(days, Grain.SEASON)));
    }
    boolean sure =
        place == Place.INNER
            || word > at && place != Place.BARE
            || place == Place.FRAMED && !phrase.is(word, "fall");
    boolean other = phrase.is(word + 1, "of") || phrase.tag(word + 1).startsWith("NNP");
    if (!sure || other) {
      return Optional.empty();
    }
    Optional<Days> days = clock.byTense(y -> Optional.of(Days.months(y, first, 3)), word);
    return Optional.of(new Found(word + 1, Period.yearless(days, Grain.SEASON)));
  }

  private static boolean spans(Found years) {
    return years.period().grain() == Grain.SPAN;
  }

  /** "fiscal 2025", "FY2026", "FY25", "fiscal year 2024-25", "the year 2030". */
  private Optional<Found> fiscal(int at) {
    int word = afterArticle(at);
    String lower = phrase.lower(word);
    boolean fused = FISCAL.matcher(lower).matches();
    if (fused) {
      return Optional.of(
          new Found(word + 1, fiscalYears(lower.substring(2).replaceAll("^\\D+", ""))));
    }
    int yearAt = word;
    if (phrase.is(yearAt, "fiscal", "financial", "budget", "calendar", "fy")) {
      yearAt++;
    }
    if (phrase.is(yearAt, "year", "years")) {
      yearAt++;
    }
    if (yearAt == word) {
      return Optional.empty();
    }
    return years(yearAt, Place.FRAMED);
  }

  private static Period fiscalYears(String figures) {
    String[] parts = figures.split("[-/\u2013]");
    int first =
        parts[0].length() == 4 ? Integer.parseInt(parts[0]) : 2000 + Integer.parseInt(parts[0]);
    int last = parts.length > 1 ? first / 100 * 100 + Integer.parseInt(parts[1]) : first;
    return last > first && last < first + 12
        ? Period.of(Days.years(first, last), Grain.SPAN)
        : Period.of(Days.year(first), Grain.YEAR);
  }

  /** "the 1970s", "the eighties". */
  private Optional<Found> decade(int at, Place place) {
    int word = afterArticle(at);
    if (Phrase.isDecade(phrase.text(word))) {
      int year = Integer.parseInt(phrase.text(word).substring(0, 4));
      return Optional.of(new Found(word + 1, Period.of(Days.decade(year), Grain.DECADE)));
    }
    OptionalInt spelled = lexicon.number("decade", phrase.lower(word));
    return spelled.isPresent() && place != Place.BARE && (word > at || place == Place.INNER)
        ? Optional.of(new Found(word + 1, Period.of(Days.decade(spelled.getAsInt()), Grain.DECADE)))
        : Optional.empty();
  }

  /** "the 19th century", "the early twentieth century". */
  private Optional<Found> century(int at) {
    int word = afterArticle(at);
    String number = phrase.lower(word);
    boolean figures = CENTURY.matcher(number).matches();
    OptionalInt spelled = lexicon.number("ordinal", number);
    if (!figures && spelled.isEmpty() || !phrase.is(word + 1, "century")) {
      return Optional.empty();
    }
    int which = figures ? Integer.parseInt(number.replaceAll("\\D", "")) : spelled.getAsInt();
    int first = 100 * (which - 1);
    return which < 1 || which > 21
        ? Optional.empty()
        : Optional.of(new Found(word + 2, Period.of(Days.years(first, first + 99), Grain.SPAN)));
  }

  /** "2024", "2026-27", "2007-2009". */
  private Optional<Found> years(int at, Place place) {
    String text = phrase.text(at);
    if (!Phrase.isYear(text)) {
      return Optional.empty();
    }
    int first = Integer.parseInt(text);
    OptionalInt last = phrase.is(at + 1, "-") ? lastYear(at + 2, first) : OptionalInt.empty();
    if (last.isPresent()) {
      return Optional.of(
          new Found(at + 3, Period.of(Days.years(first, last.getAsInt()), Grain.SPAN)));
    }
    return isYear(at, place)
        ? Optional.of(new Found(at + 1, Period.of(Days.year(first), Grain.YEAR)))
        : Optional.empty();
  }

  private OptionalInt lastYear(int at, int first) {
    String text = phrase.text(at);
    int last = 0;
    if (Phrase.isYear(text)) {
      last = Integer.parseInt(text);
    } else if (text.matches("\\d\\d")) {
      last = first / 100 * 100 + Integer.parseInt(text);
    }
    return last > first ? OptionalInt.of(last) : OptionalInt.empty();
  }

  /** Whether four figures are a year and no number of things, no model and no money. */
  private boolean isYear(int at, Place place) {
    if (lexicon.is("not-after-a-year", phrase.lower(at + 1))
        || phrase.tag(at - 1).matches("CD|\\$|#") && !phrase.is(at - 1, ",")
        || phrase.text(at - 1).matches("[$\u20AC\u00A3\u00A5]")) {
      return false;
    }
    boolean round = phrase.text(at).endsWith("00");
    boolean things = phrase.tag(at + 1).equals("NNS") || phrase.tag(at + 1).equals("JJ") && round;
    return switch (place) {
      case BARE -> attributive(at);
      case DOUBTFUL -> !phrase.isNoun(at + 1) && !phrase.tag(at + 1).startsWith("JJ");
      case FRAMED -> !(round && things);
      case INNER -> !(round && things);
    };
  }

  /** "its 2018 contract", "the 2014 annexation", "a 2021 deal". */
  private boolean attributive(int at) {
    int year = Integer.parseInt(phrase.text(at));
    int latest = clock.published().map(LocalDate::getYear).orElse(2030) + 15;
    boolean owned = phrase.tag(at - 1).matches("DT|PRP\\$|POS");
    boolean thing = phrase.tag(at + 1).matches("NN|JJ") || phrase.is(at + 1, "elections", "talks");
    return year >= 1940
        && year <= latest
        && owned
        && thing
        && Stream.of("this", "these", "those", "all", "some")
            .noneMatch(phrase.lower(at - 1)::equals);
  }
}
