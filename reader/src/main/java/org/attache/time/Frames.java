package org.attache.time;

import java.time.LocalDate;
import java.util.Optional;
import org.attache.time.TimeWords.Relation;

/**
 * Reads times with the words that bound them: "since", "by", "between … and …", "in six months".
 */
final class Frames {
  private static final int LONGEST_FRAME = 5;
  private static final int MOST_FRAMES = 3;

  /** How far "between" may stand from its first date, and "since" from the date of its event. */
  private static final int REACH = 12;

  private static final int VERB_REACH = 8;

  private final Phrase phrase;
  private final TimeWords lexicon;
  private final Clock clock;
  private final Periods periods;
  private final Counts counts;

  /**
   * A time with its words.
   *
   * @param to index after its last word
   * @param from its first day, if it has one
   * @param last its last day, if it has one
   * @param grain how fine it is told
   * @param relation how its words bound it
   * @param possible whether the calendar has it
   */
  record Bounded(
      int to,
      Optional<LocalDate> from,
      Optional<LocalDate> last,
      Grain grain,
      Relation relation,
      boolean possible) {
    Bounded(
        int to,
        Optional<LocalDate> from,
        Optional<LocalDate> last,
        Grain grain,
        Relation relation) {
      this(to, from, last, grain, relation, true);
    }
  }

  private record Frame(int to, Relation relation, boolean doubtful) {}

  Frames(Phrase phrase, TimeWords lexicon, Clock clock) {
    this.phrase = phrase;
    this.lexicon = lexicon;
    this.clock = clock;
    periods = new Periods(phrase, lexicon, clock);
    counts = new Counts(phrase, lexicon);
  }

  /** The time that begins at a word. */
  Optional<Bounded> parse(int at) {
    return between(at)
        .or(() -> vague(at))
        .or(() -> duration(at))
        .or(() -> then(at))
        .or(() -> framed(at))
        .or(() -> event(at))
        .or(() -> range(at, Place.BARE))
        .or(() -> periods.parse(at, Place.BARE).map(found -> bounded(found, Relation.IN)));
  }

  /**
   * A time that only its likeness to the one before it betrays: the second of "in 2014 and 2019".
   */
  Optional<Bounded> parseNext(int at, Bounded before) {
    return periods
        .parse(at, Place.FRAMED)
        .filter(found -> found.period().grain() == before.grain() && !phrase.isNoun(found.to()))
        .map(found -> bounded(found, before.relation()));
  }

  private static Bounded bounded(Found found, Relation relation) {
    Optional<LocalDate> first = found.period().days().map(Days::first);
    Optional<LocalDate> last = found.period().days().map(Days::last);
    return new Bounded(
        found.to(),
        relation == Relation.BY ? Optional.empty() : first,
        relation == Relation.FROM ? Optional.empty() : last,
        found.period().grain(),
        relation,
        found.period().possible());
  }

  /** "recently", "in the coming weeks". */
  private Optional<Bounded> vague(int at) {
    for (int length = LONGEST_FRAME; length > 0; length--) {
      Optional<TimeWords.Reach> reach = lexicon.vague(phrase.join(at, at + length));
      int to = at + length;
      if (reach.isPresent() && !phrase.is(to, "of", "-", "later", "earlier", "ago")) {
        Optional<LocalDate> from =
            reach.get() == TimeWords.Reach.ONWARD ? clock.published() : Optional.empty();
        return Optional.of(new Bounded(to, from, Optional.empty(), Grain.SPAN, Relation.IN));
      }
    }
    return Optional.empty();
  }

  /** "in six months", "within a year", "in two years' time". */
  private Optional<Bounded> duration(int at) {
    if (!phrase.is(at, "in", "within", "inside")) {
      return Optional.empty();
    }
    Optional<Counts.Count> count = counts.read(at + 1);
    if (count.isEmpty() || superlative(at)) {
      return Optional.empty();
    }
    int unitAt = count.get().to();
    Optional<Grain> unit =
        lexicon
            .unit(phrase.lower(unitAt), true)
            .or(() -> lexicon.unit(phrase.lower(unitAt), false));
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    int to = unitAt + 1;
    if (phrase.is(to, "'s", "'") && phrase.is(to + 1, "time")) {
      to += 2;
    }
    boolean other =
        phrase.is(to, "of", "ago", "later", "earlier", "before", "after", "old", "'s", "'", "-")
            || phrase.isNoun(to) && count.get().one();
    boolean ahead = clock.future(at) || phrase.is(at, "within", "inside") || to > unitAt + 1;
    if (other || !ahead && count.get().one()) {
      return Optional.empty();
    }
    Optional<Days> days = stretch(unit.get(), count.get().value(), at, ahead);
    return Optional.of(bounded(new Found(to, Period.of(days, Grain.SPAN)), Relation.IN));
  }

  /** What was to happen within a time counts from the time named before it in the sentence. */
  private Optional<Days> stretch(Grain unit, int count, int at, boolean ahead) {
    Optional<Days> earlier =
        ahead && !clock.future(at) && clock.hasEarlierHere()
            ? clock.earlier(Grain.YEAR)
            : Optional.empty();
    if (earlier.isPresent()) {
      return earlier.map(days -> new Days(days.first(), shiftedEnd(days, unit, count)));
    }
    return clock.published().map(day -> Pointers.span(day, unit, ahead ? count : -count));
  }

  private static LocalDate shiftedEnd(Days days, Grain unit, int count) {
    return Days.shift(days.last().plusDays(1), unit, count).minusDays(1);
  }

  /** "the first in five years", "the largest in a decade". */
  private boolean superlative(int at) {
    for (int i = at - 1; i >= Math.max(0, at - 5); i--) {
      if (phrase.tag(i).matches("JJS|RBS")
          || phrase.is(i, "first", "time", "times", "once", "twice", "only")) {
        return true;
      }
    }
    return false;
  }

  /** "since then", "by then", "until that time". */
  private Optional<Bounded> then(int at) {
    Optional<Frame> frame = frame(at);
    if (frame.isEmpty()) {
      return Optional.empty();
    }
    int word = frame.get().to();
    boolean then = phrase.is(word, "then");
    boolean time = phrase.is(word, "that", "this") && phrase.is(word + 1, "time", "point", "date");
    if (!then && !time || frame.get().relation() == Relation.IN) {
      return Optional.empty();
    }
    int to = then ? word + 1 : word + 2;
    while (phrase.is(to, "on", "onward", "onwards")) {
      to++;
    }
    Optional<Interval> earlier = clock.earlier();
    boolean since = frame.get().relation() == Relation.FROM;
    Optional<LocalDate> from = earlier.flatMap(e -> e.from().or(e::to)).filter(_ -> since);
    Optional<LocalDate> last = earlier.flatMap(e -> e.to().or(e::from)).filter(_ -> !since);
    return Optional.of(new Bounded(to, from, last, Grain.SPAN, frame.get().relation()));
  }

  private Optional<Bounded> framed(int at) {
    Optional<Frame> first = frame(at);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Frame frame = inner(first.get());
    clock.lean(lean(at, frame));
    try {
      return framed(at, frame);
    } finally {
      clock.lean(Clock.Lean.NONE);
    }
  }

  private Clock.Lean lean(int at, Frame frame) {
    if (phrase.is(at, "since", "ever")) {
      return Clock.Lean.BACK;
    }
    return frame.relation() == Relation.BY ? Clock.Lean.AHEAD : Clock.Lean.NONE;
  }

  private Optional<Bounded> framed(int at, Frame frame) {
    Place place = frame.doubtful() ? Place.DOUBTFUL : Place.FRAMED;
    Optional<Bounded> range = range(frame.to(), place);
    if (range.isPresent() && !phrase.is(at, "by", "until", "before")) {
      return range.map(found -> moved(at) ? onlyEnd(found) : found);
    }
    Optional<Found> found = periods.parse(frame.to(), place).or(() -> enclosing(at, frame));
    if (found.isEmpty() || attributive(at, found.get())) {
      return Optional.empty();
    }
    Relation relation = relation(at, frame, found.get());
    return Optional.of(trailing(at, bounded(found.get(), relation)));
  }

  /** "during the year", "within the month", "before the year is out". */
  private Optional<Found> enclosing(int at, Frame frame) {
    Optional<Found> bare =
        phrase.is(frame.to(), "the", "this")
            ? new Pointers(phrase, lexicon, clock).bare(frame.to())
            : Optional.empty();
    if (bare.isEmpty()
        || phrase.isNoun(bare.get().to())
        || phrase.is(bare.get().to(), "that", "when", "since", "to", "'s")) {
      return Optional.empty();
    }
    int to = bare.get().to();
    if (phrase.is(to, "is", "was") && phrase.is(to + 1, "out", "over", "up")) {
      return Optional.of(new Found(to + 2, bare.get().period()));
    }
    if (phrase.is(to, "ends", "ended", "closes")) {
      return Optional.of(new Found(to + 1, bare.get().period()));
    }
    return phrase.is(at, "during", "within", "throughout", "in", "before")
        ? bare
        : Optional.empty();
  }

  /** The longest words at a place that bound a time. */
  private Optional<Frame> frame(int at) {
    for (int length = LONGEST_FRAME; length > 0; length--) {
      String words = phrase.join(at, at + length);
      Optional<Relation> relation = words.isEmpty() ? Optional.empty() : lexicon.frame(words);
      if (relation.isPresent()) {
        return Optional.of(new Frame(at + length, relation.get(), doubtful(at, length)));
      }
    }
    return Optional.empty();
  }

  private boolean doubtful(int at, int length) {
    return length == 1
        && phrase.is(
            at,
            "for",
            "over",
            "to",
            "at",
            "on",
            "across",
            "around",
            "about",
            "within",
            "as",
            "effective");
  }

  /** Goes on through "at least" and further frames: "until at least", "since as early as in". */
  private Frame inner(Frame outer) {
    Frame frame = outer;
    for (int i = 0; i < MOST_FRAMES; i++) {
      int after = counts.skip("about-a-time", frame.to());
      if (phrase.is(after, "at") && phrase.is(after + 1, "the")) {
        return frame;
      }
      frame = new Frame(after, frame.relation(), frame.doubtful());
      Optional<Frame> next = frame.doubtful() ? Optional.empty() : frame(after);
      if (next.isEmpty()) {
        return frame;
      }
      Relation relation =
          frame.relation() == Relation.IN ? next.get().relation() : frame.relation();
      frame = new Frame(next.get().to(), relation, false);
    }
    return frame;
  }

  /** "before the May 9 parade", "after Monday's talks": the date belongs to the event. */
  private boolean attributive(int at, Found found) {
    boolean eventful = phrase.is(at, "before", "after", "ahead", "prior", "by", "until", "to");
    boolean owner = phrase.is(found.to(), "'s", "'");
    boolean noun = phrase.is(at, "before", "after", "ahead", "prior") && phrase.isNoun(found.to());
    return eventful && owner || noun;
  }

  private Relation relation(int at, Frame frame, Found found) {
    Grain grain = found.period().grain();
    if (phrase.is(at, "until", "till") && denied(at)) {
      return Relation.FROM;
    }
    if (phrase.is(at, "through")
        && !phrase.is(at + 1, "to")
        && (grain == Grain.SEASON || grain == Grain.DECADE || grain == Grain.WEEKEND)) {
      return Relation.IN;
    }
    if (phrase.is(at, "to") && moved(at)) {
      return Relation.IN;
    }
    if (phrase.is(at, "to") && !lasting(at) && !phrase.is(at + 1, "the", "end")) {
      return Relation.IN;
    }
    if (phrase.is(at, "within") && phrase.is(at + 1, "the", "this") && grain == Grain.YEAR) {
      return Relation.BY;
    }
    if (phrase.is(at, "as") && phrase.is(at + 1, "of") && !clock.future(at)) {
      return Relation.BY;
    }
    if (phrase.is(at, "from") && (grain == Grain.SPAN || datesThing(at, found))) {
      return Relation.IN;
    }
    return frame.relation();
  }

  /** "will not arrive until 2028". */
  private boolean denied(int at) {
    for (int i = at - 1; i >= Math.max(0, at - 6) && !phrase.is(i, ",", ";", ":"); i--) {
      if (phrase.is(i, "not", "n't", "never", "unlikely")) {
        return true;
      }
    }
    return false;
  }

  /** "a contract from 2018" says when it was made, not that it began then. */
  private boolean datesThing(int at, Found found) {
    boolean over =
        clock.published().isPresent()
            && found.period().days().isPresent()
            && found.period().days().get().last().isBefore(clock.published().get());
    boolean open =
        phrase.is(found.to(), "on", "onward", "onwards", "to", "until", "through", "forward");
    boolean compared = phrase.is(at - 1, "up", "down");
    return over && !open && (compared || phrase.word(found.to() - 1).nominal());
  }

  private boolean moved(int at) {
    return verbBefore(at, "moving-verb");
  }

  private boolean lasting(int at) {
    return verbBefore(at, "lasting-verb");
  }

  private boolean verbBefore(int at, String role) {
    for (int i = at - 1; i >= Math.max(0, at - VERB_REACH); i--) {
      if (lexicon.is(role, phrase.word(i).lemma())) {
        return true;
      }
    }
    return false;
  }

  private static Bounded onlyEnd(Bounded range) {
    return range.last().isEmpty()
        ? range
        : new Bounded(
            range.to(),
            range.last().map(day -> Days.around(day, range.grain()).first()),
            range.last(),
            range.grain(),
            Relation.IN);
  }

  /** "from May on", "in 2027 at the earliest", "in April and onwards". */
  private Bounded trailing(int at, Bounded found) {
    int to = found.to();
    if (!found.possible()) {
      return found;
    }
    int on = phrase.is(to, "and", ",") ? to + 1 : to;
    boolean onwards =
        phrase.is(on, "onward", "onwards") || phrase.is(to, "on") && phrase.is(at, "from");
    if (onwards) {
      int end = phrase.is(to, "on") ? to + 1 : on + 1;
      return open(end, found);
    }
    boolean limit = phrase.is(to, "at") && phrase.is(to + 1, "the");
    if (limit && phrase.is(to + 2, "earliest")) {
      return open(to + 3, found);
    }
    if (limit && phrase.is(to + 2, "latest") && found.relation() != Relation.FROM) {
      return new Bounded(to + 3, Optional.empty(), found.last(), found.grain(), Relation.BY);
    }
    return found;
  }

  private static Bounded open(int to, Bounded found) {
    return new Bounded(to, found.from(), Optional.empty(), found.grain(), Relation.FROM);
  }

  /** "between January and November", "between the attack of Oct. 7, 2023 and May 13 this year". */
  private Optional<Bounded> between(int at) {
    if (!phrase.is(at, "between")) {
      return Optional.empty();
    }
    for (int i = at + 1; i <= at + REACH && i < phrase.size() && !phrase.is(i, "and", ";"); i++) {
      Optional<Found> first = periods.parse(i, Place.FRAMED);
      if (first.isPresent()) {
        return between(first.get(), i == at + 1);
      }
    }
    return Optional.empty();
  }

  private Optional<Bounded> between(Found first, boolean near) {
    if (!first.period().possible()) {
      return Optional.empty();
    }
    if (phrase.is(first.to(), "and", "-", "to")) {
      Optional<Found> second = periods.parse(first.to() + 1, Place.FRAMED);
      if (second.isPresent() && second.get().period().possible()) {
        return Optional.of(span(first.period(), second.get()));
      }
    }
    boolean both = first.period().grain() == Grain.SPAN;
    return near && both ? Optional.of(bounded(first, Relation.IN)) : Optional.empty();
  }

  /** "2022 to 2024", "March through June 2025", "in 2026 or 2027", "January-March". */
  private Optional<Bounded> range(int at, Place place) {
    Optional<Found> first = periods.parse(at, place == Place.BARE ? Place.FRAMED : place);
    if (first.isEmpty() || !first.get().period().possible()) {
      return Optional.empty();
    }
    int link = first.get().to();
    boolean open = phrase.is(link, "-", "to", "through", "until", "till");
    boolean next = phrase.is(link, "and", "or");
    if (!open && !next || place == Place.BARE && !phrase.is(link, "-", "to", "through")) {
      return Optional.empty();
    }
    Optional<Found> second = periods.parse(link + 1, Place.FRAMED);
    if (second.isEmpty() || !second.get().period().possible()) {
      return Optional.empty();
    }
    Period one = first.get().period();
    Period other = second.get().period();
    boolean alike = one.grain() == other.grain();
    boolean bareYears =
        place == Place.BARE && one.grain() == Grain.YEAR && phrase.isNoun(second.get().to());
    if (bareYears || !alike && (next || place == Place.BARE)) {
      return Optional.empty();
    }
    Bounded span = span(one, second.get());
    return next && !adjacent(one, other) ? Optional.empty() : Optional.of(span);
  }

  /** "2026 or 2027", "May and June": one follows the other. */
  private static boolean adjacent(Period one, Period other) {
    if (one.days().isEmpty() || other.days().isEmpty() || one.grain() == Grain.DECADE) {
      return false;
    }
    LocalDate follows = one.days().get().last().plusDays(1);
    Days second = other.days().get();
    return follows.equals(second.first())
        || one.yearless() && follows.getDayOfYear() == second.first().getDayOfYear();
  }

  private static Bounded span(Period first, Found second) {
    Period last = second.period();
    if (first.days().isEmpty() || last.days().isEmpty()) {
      return new Bounded(
          second.to(), Optional.empty(), Optional.empty(), last.grain(), Relation.IN);
    }
    Days start = first.days().get();
    Days end = last.days().get();
    if (first.yearless()) {
      start = start.inYear(end.first().getYear());
      if (start.first().isAfter(end.last())) {
        start = start.inYear(end.first().getYear() - 1);
      }
    } else if (last.yearless()) {
      end = end.inYear(start.first().getYear());
      if (end.last().isBefore(start.first())) {
        end = end.inYear(start.first().getYear() + 1);
      }
    }
    if (start.first().isAfter(end.last()) && last.grain() == Grain.DAY) {
      start = new Days(start.first().minusWeeks(1), start.last().minusWeeks(1));
    }
    boolean ordered = !start.first().isAfter(end.last());
    return new Bounded(
        second.to(),
        ordered ? Optional.of(start.first()) : Optional.empty(),
        ordered ? Optional.of(end.last()) : Optional.empty(),
        last.grain(),
        Relation.IN);
  }

  /** "since the 1982 war", "since seizing power in February 2021", "until the war ends". */
  private Optional<Bounded> event(int at) {
    boolean since = phrase.is(at, "since");
    int start = phrase.is(at, "ever") && phrase.is(at + 1, "since") ? at + 2 : at + 1;
    since |= start == at + 2;
    if (!since && !phrase.is(at, "until")
        || !phrase.tag(start).matches("DT|PRP\\$?|JJS?|NNPS?|NNS?|VBG|EX|CD")) {
      return Optional.empty();
    }
    int end = eventEnd(start);
    for (int i = start; i < end; i++) {
      Optional<Found> found =
          periods.parse(framedAt(i) ? i + 1 : i, framedAt(i) ? Place.FRAMED : Place.BARE);
      if (found.isPresent() && found.get().period().possible()) {
        Bounded dated = bounded(found.get(), since ? Relation.FROM : Relation.BY);
        int to = phrase.isNoun(dated.to()) ? dated.to() + 1 : dated.to();
        return Optional.of(
            new Bounded(to, dated.from(), dated.last(), dated.grain(), dated.relation()));
      }
    }
    return since && reasons(start, end)
        ? Optional.empty()
        : Optional.of(
            new Bounded(
                end,
                Optional.empty(),
                Optional.empty(),
                Grain.SPAN,
                since ? Relation.FROM : Relation.BY));
  }

  private boolean framedAt(int at) {
    return phrase.is(at, "in", "on", "of", "at", "during");
  }

  private int eventEnd(int start) {
    int end = start;
    while (end < phrase.size()
        && end < start + REACH
        && !phrase.is(end, ",", ".", ";", ":", "-", "(", "?", "!", "said", "says", "but")) {
      end++;
    }
    return Math.max(end, start + 1);
  }

  /** Whether "since" gives a reason: "since it needs shells". */
  private boolean reasons(int start, int end) {
    for (int i = start; i < end; i++) {
      if (phrase.tag(i).matches("VBZ|VBP|MD")) {
        return true;
      }
      if (phrase.tag(i).equals("VBD")) {
        return false;
      }
    }
    return false;
  }
}
