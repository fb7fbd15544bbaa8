package org.attache.reading;

import java.util.ArrayList;
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
      if (!belongsToCue(sentence, time)) {
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
        .filter(t -> climb(sentence, t).contains(statement.head()) && belongsToCue(sentence, t))
        .findFirst()
        .map(TimeMention::interval);
  }

  private boolean belongsToCue(Sentence sentence, TimeMention time) {
    List<Integer> above = climb(sentence, time);
    Set<Integer> heads = cues.getOrDefault(sentence.number(), Set.of());
    for (int token : above) {
      if (heads.contains(token)) {
        return true;
      }
      if (sentence.token(token).isVerb()) {
        return false;
      }
    }
    return false;
  }

  /** The tokens above a time, nearest first. */
  private static List<Integer> climb(Sentence sentence, TimeMention time) {
    int at = time.from();
    for (int i = time.from(); i < time.to(); i++) {
      int head = sentence.token(i).head();
      if (head < time.from() || head >= time.to()) {
        at = i;
      }
    }
    List<Integer> above = new ArrayList<>();
    int head = sentence.token(at).head();
    while (head >= 0 && above.size() < FARTHEST) {
      above.add(head);
      head = sentence.token(head).head();
    }
    return above;
  }

  private static Optional<Draft> owner(Sentence sentence, TimeMention time, List<Draft> drafts) {
    for (int token : climb(sentence, time)) {
      for (Draft draft : drafts) {
        if (draft.trigger.covers(token) || draft.wordsAbove.contains(token)) {
          return Optional.of(draft);
        }
      }
      boolean clause = sentence.token(token).isVerb();
      if (clause) {
        Optional<Draft> below =
            drafts.stream().filter(d -> sentence.dominates(token, d.trigger.at())).findFirst();
        if (below.isPresent()) {
          return below;
        }
      }
    }
    return drafts.stream()
        .min((a, b) -> Integer.compare(distance(a, time), distance(b, time)))
        .filter(d -> distance(d, time) <= FARTHEST);
  }

  private static int distance(Draft draft, TimeMention time) {
    if (time.from() >= draft.to) {
      return time.from() - draft.to;
    }
    return time.to() <= draft.from ? draft.from - time.to() : 0;
  }
}
