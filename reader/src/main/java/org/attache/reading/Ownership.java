package org.attache.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attache.language.Sentence;
import org.attache.language.Token;

/** Which draft of a sentence a phrase belongs to that dates or prices one. */
final class Ownership {
  private static final int HIGHEST = 12;

  private Ownership() {}

  /** The token of a phrase that hangs on what is outside it. */
  static int head(Sentence sentence, int from, int to) {
    int at = from;
    for (int i = from; i < to; i++) {
      int head = sentence.token(i).head();
      if (head < from || head >= to) {
        at = i;
      }
    }
    return at;
  }

  /** The tokens above a phrase, nearest first. */
  static List<Integer> above(Sentence sentence, int from, int to) {
    List<Integer> above = new ArrayList<>();
    int head = sentence.token(head(sentence, from, to)).head();
    while (head >= 0 && above.size() < HIGHEST) {
      above.add(head);
      head = sentence.token(head).head();
    }
    return above;
  }

  /**
   * The draft whose words stand above the phrase, or, where the phrase hangs on a clause's verb,
   * the nearest one in that clause. What stands in a relative clause is not about the clause around
   * it.
   */
  static Optional<Draft> byParse(Sentence sentence, int from, int to, List<Draft> drafts) {
    for (int token : above(sentence, from, to)) {
      for (Draft draft : drafts) {
        if (draft.trigger.covers(token) || draft.wordsAbove.contains(token)) {
          return Optional.of(draft);
        }
      }
      Token word = sentence.token(token);
      if (word.isVerb()) {
        Optional<Draft> below =
            drafts.stream()
                .filter(d -> sentence.dominates(token, d.trigger.at()))
                .min(Comparator.comparingInt(d -> distance(d, from, to)));
        if (below.isPresent()) {
          return below;
        }
      }
    }
    return Optional.empty();
  }

  /** How many tokens lie between a phrase and the words of a draft. */
  static int distance(Draft draft, int from, int to) {
    if (from >= draft.to) {
      return from - draft.to;
    }
    return to <= draft.from ? draft.from - to : 0;
  }
}
