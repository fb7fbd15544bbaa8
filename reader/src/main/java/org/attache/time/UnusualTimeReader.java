package org.attache.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attache.language.Sentence;
import org.attache.language.TimeExpression;
import org.attache.language.TimeExpressions;
import org.attache.language.Token;

/**
 * Asks SUTime for the times that news rarely has. Its rules are loaded when the first such word
 * turns up: most reports never need them.
 */
final class UnusualTimeReader {
  private static final class Sutime {
    private static final TimeExpressions RULES = new TimeExpressions();
  }

  /** The times read and, where a word tells that there is one more, what SUTime makes of it. */
  List<TimeMention> complete(
      List<TimeMention> read, Sentence sentence, Optional<LocalDate> published, TimeWords lexicon) {
    boolean more =
        sentence.tokens().stream()
            .anyMatch(
                token ->
                    lexicon.is("unusual", token.lower())
                        && free(read, token.index(), token.index() + 1));
    if (!more) {
      return read;
    }
    List<TimeMention> all = new ArrayList<>(read);
    for (TimeExpression time : Sutime.RULES.find(sentence, published)) {
      boolean unusual =
          sentence.tokens().subList(time.from(), time.to()).stream()
              .map(Token::lower)
              .anyMatch(word -> lexicon.is("unusual", word));
      if (unusual && free(read, time.from(), time.to())) {
        days(time.value())
            .map(days -> mention(sentence, time, days, lexicon))
            .filter(mention -> free(read, mention.from(), mention.to()))
            .ifPresent(all::add);
      }
    }
    all.sort(Comparator.comparingInt(TimeMention::from));
    return all;
  }

  private static boolean free(List<TimeMention> read, int from, int to) {
    return read.stream().noneMatch(mention -> mention.from() < to && from < mention.to());
  }

  private static TimeMention mention(
      Sentence sentence, TimeExpression time, Days days, TimeWords lexicon) {
    int from = time.from();
    if (from > 0 && sentence.token(from - 1).lower().equals("the")) {
      from--;
    }
    Optional<TimeWords.Relation> relation =
        from > 0 ? lexicon.frame(sentence.token(from - 1).lower()) : Optional.empty();
    if (relation.isPresent()) {
      from--;
    }
    boolean by = relation.equals(Optional.of(TimeWords.Relation.BY));
    boolean since = relation.equals(Optional.of(TimeWords.Relation.FROM));
    String text = TimeReader.text(sentence, from, time.to());
    Interval interval =
        new Interval(
            by ? Optional.empty() : Optional.of(days.first()),
            since ? Optional.empty() : Optional.of(days.last()),
            text);
    return new TimeMention(from, time.to(), interval);
  }

  /** The days of a TIMEX3 value that names a century, a decade, a year, a month or a day. */
  private static Optional<Days> days(String value) {
    try {
      if (value.matches("\\d{2}XX")) {
        int first = 100 * Integer.parseInt(value.substring(0, 2));
        return Optional.of(Days.years(first, first + 99));
      }
      if (value.matches("\\d{3}X")) {
        return Optional.of(Days.decade(10 * Integer.parseInt(value.substring(0, 3))));
      }
      if (value.matches("\\d{4}")) {
        return Optional.of(Days.year(Integer.parseInt(value)));
      }
      if (value.matches("\\d{4}-\\d{2}")) {
        int year = Integer.parseInt(value.substring(0, 4));
        return Optional.of(Days.months(year, Integer.parseInt(value.substring(5)), 1));
      }
      if (value.matches("\\d{4}-\\d{2}-\\d{2}(T.{1,12})?")) {
        return Optional.of(Days.day(LocalDate.parse(value.substring(0, 10))));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
