package org.attache.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attache.attribution.Statement;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.time.Interval;
import org.attache.time.TimeMention;
import org.attache.time.TimeReader;

/** Gives each time that a report names to the dealing or to the statement that it belongs to. */
final class Dating {
  private static final int FARTHEST = 12;

  private final List<List<TimeMention>> times = new ArrayList<>();
  private final Map<Integer, Set<Integer>> cues = new HashMap<>();

  Dating(Document document, List<Statement> statements, TimeReader reader) {
    Optional<Interval> reference = Optional.empty();
    for (Sentence sentence : document.sentences()) {
      List<TimeMention> here = reader.read(sentence, document.report().published(), reference);
      times.add(here);
      for (TimeMention time : here) {
        if (time.interval().from().isPresent() || time.interval().to().isPresent()) {
          reference = Optional.of(time.interval());
        }
      }
    }
    for (Statement statement : statements) {
      cues.computeIfAbsent(statement.cueWords().sentence().number(), s -> new HashSet<>())
          .add(statement.head());
    }
  }

  /** Dates the drafts of one sentence. */
  void date(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    Sentence sentence = drafts.getFirst().sentence;
    for (TimeMention time : times.get(sentence.number())) {
      if (!belongsToCue(sentence, time, drafts)) {
        owner(sentence, time, drafts)
            .filter(d -> d.when.isEmpty())
            .ifPresent(d -> d.when = Optional.of(time.interval()));
      }
    }
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

  private boolean belongsToCue(Sentence sentence, TimeMention time, List<Draft> drafts) {
    Set<Integer> heads = cues.getOrDefault(sentence.number(), Set.of());
    for (int token : Ownership.above(sentence, time.from(), time.to())) {
      boolean dealing =
          drafts.stream().anyMatch(d -> d.trigger.covers(token) || d.wordsAbove.contains(token));
      if (dealing) {
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
    return Ownership.byParse(sentence, time.from(), time.to(), drafts)
        .or(
            () ->
                drafts.stream()
                    .min(
                        Comparator.comparingInt(d -> Ownership.distance(d, time.from(), time.to())))
                    .filter(d -> Ownership.distance(d, time.from(), time.to()) <= FARTHEST));
  }
}
