package org.attache.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attache.attribution.Statement;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.mention.Mentions;
import org.attache.time.Interval;
import org.attache.time.TimeMention;
import org.attache.time.TimeReader;

/** Gives each time that a report names to the dealing or to the statement that it belongs to. */
final class Dating {
  private static final int FARTHEST = 12;

  private final List<List<TimeMention>> times = new ArrayList<>();
  private final Map<Integer, List<Statement>> cues = new HashMap<>();

  Dating(
      Document document, List<Mentions> mentions, List<Statement> statements, TimeReader reader) {
    Optional<Interval> reference = Optional.empty();
    for (Sentence sentence : document.sentences()) {
      List<TimeMention> here =
          reader.read(sentence, document.report().published(), reference).stream()
              .filter(time -> !isType(mentions.get(sentence.number()), time))
              .filter(time -> !isRecord(sentence, time))
              .toList();
      times.add(here);
      for (TimeMention time : here) {
        if (time.interval().from().isPresent() || time.interval().to().isPresent()) {
          reference = Optional.of(time.interval());
        }
      }
    }
    for (Statement statement : statements) {
      cues.computeIfAbsent(statement.cueWords().sentence().number(), s -> new ArrayList<>())
          .add(statement);
    }
  }

  /** "Mirage 2000s", "since the S-300PMU1 systems are no longer made": a type and no time. */
  private static boolean isType(Mentions mentions, TimeMention time) {
    return mentions.items().stream()
        .anyMatch(
            item ->
                item.designation().isPresent()
                    && item.covers(time.to() - 1)
                    && (item.designation().get().name().matches(".*\\b\\d{4}\\b.*")
                            && item.covers(time.from())
                        || time.from() < item.from()));
  }

  /** "The first visit in 45 years": how long there was none. */
  private static boolean isRecord(Sentence sentence, TimeMention time) {
    boolean span =
        sentence.token(time.from()).lower().equals("in")
            && sentence.token(time.to() - 1).lower().matches("years|decades|months|generations?");
    return span
        && sentence
            .words(Math.max(0, time.from() - 8), time.from())
            .toLowerCase(Locale.ROOT)
            .matches(".*\\b(first|only|largest|biggest|highest|lowest|worst|best|most)\\b.*");
  }

  /** Dates the drafts of one sentence. */
  void date(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    Sentence sentence = drafts.getFirst().sentence;
    for (TimeMention time : datedFirst(times.get(sentence.number()))) {
      if (!belongsToCue(sentence, time, drafts)) {
        owner(sentence, time, drafts)
            .filter(d -> d.when.isEmpty())
            .ifPresent(d -> d.when = Optional.of(time.interval()));
      }
    }
  }

  /** A time that the calendar knows goes before "for decades". */
  private static List<TimeMention> datedFirst(List<TimeMention> times) {
    return times.stream()
        .sorted(
            Comparator.comparing(t -> t.interval().from().isEmpty() && t.interval().to().isEmpty()))
        .toList();
  }

  /** The first time of a sentence that is not a statement's. */
  Optional<Interval> first(Sentence sentence) {
    return times.get(sentence.number()).stream()
        .filter(time -> !belongsToCue(sentence, time, List.of()))
        .findFirst()
        .map(TimeMention::interval);
  }

  /** When a statement was made, where its sentence says so. */
  Optional<Interval> of(Statement statement) {
    Sentence sentence = statement.cueWords().sentence();
    return times.get(sentence.number()).stream()
        .filter(
            t ->
                Ownership.above(sentence, t.from(), t.to()).contains(statement.head())
                    && belongsToCue(sentence, t, List.of()))
        .findFirst()
        .map(TimeMention::interval);
  }

  /** "Announced in May that it would send tanks": the day of the word is the day of the pledge. */
  private static boolean isDoneByTelling(Draft draft) {
    return draft.polarity == Polarity.ASSERTED
        && draft.stage.filter(s -> s == Stage.AGREED || s == Stage.APPROVED).isPresent();
  }

  private boolean belongsToCue(Sentence sentence, TimeMention time, List<Draft> drafts) {
    int start = sentence.token(time.from()).start();
    int end = sentence.token(time.to() - 1).end();
    Set<Integer> heads = new HashSet<>();
    Set<Integer> telling = new HashSet<>();
    for (Statement statement : cues.getOrDefault(sentence.number(), List.of())) {
      boolean told =
          statement.form() == Statement.Form.FRONTED
              && end < statement.cueWords().start()
              && statement.covers(start, end);
      if (!told) {
        heads.add(statement.head());
        if (statement.form() == Statement.Form.CLAUSE) {
          telling.add(statement.head());
        }
      }
    }
    for (int token : Ownership.above(sentence, time.from(), time.to())) {
      boolean dealing = drafts.stream().anyMatch(d -> d.trigger.covers(token));
      boolean enacted =
          drafts.stream()
              .anyMatch(
                  d ->
                      d.wordsAbove.contains(token)
                          && (!telling.contains(token) || isDoneByTelling(d)));
      if (dealing || enacted) {
        return false;
      }
      if (heads.contains(token)) {
        return true;
      }
      if (sentence.token(token).isVerb()) {
        return false;
      }
    }
    return false;
  }

  private static Optional<Draft> owner(Sentence sentence, TimeMention time, List<Draft> drafts) {
    if (Ownership.isInOtherClause(sentence, time.from(), time.to(), drafts)) {
      return Optional.empty();
    }
    return Ownership.byParse(sentence, time.from(), time.to(), drafts)
        .or(
            () ->
                drafts.stream()
                    .min(
                        Comparator.comparingInt(d -> Ownership.distance(d, time.from(), time.to())))
                    .filter(d -> Ownership.distance(d, time.from(), time.to()) <= FARTHEST));
  }
}
