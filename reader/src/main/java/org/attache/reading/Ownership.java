package org.attache.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
   * Whether a phrase stands in a relative clause that holds none of the drafts, nor tells of one as
   * "the memorandum that they signed in July" does.
   */
  static boolean isInOtherClause(Sentence sentence, int from, int to, List<Draft> drafts) {
    for (int token : above(sentence, from, to)) {
      boolean dealing =
          drafts.stream()
              .anyMatch(
                  d ->
                      d.trigger.covers(token)
                          || d.wordsAbove.contains(token)
                          || sentence.dominates(token, d.trigger.at()));
      if (dealing) {
        return false;
      }
      if (isAtAnotherTime(sentence, token)) {
        return true;
      }
      if (sentence.token(token).is("acl:relcl")) {
        int noun = sentence.token(token).head();
        return drafts.stream().noneMatch(d -> d.trigger.covers(noun));
      }
    }
    return false;
  }

  /** "After its fleet was retired in 2019": what was before or after has a time of its own. */
  private static boolean isAtAnotherTime(Sentence sentence, int verb) {
    return sentence.token(verb).is("advcl")
        && sentence.token(verb).isVerb()
        && sentence.children(verb, "mark").stream()
            .anyMatch(
                m -> m.lower().matches("after|before|since|until|although|though|because|while"));
  }

  /**
   * The draft whose words stand above the phrase, or, where the phrase hangs on a clause's verb,
   * the nearest one in that clause.
   */
  static Optional<Draft> byParse(Sentence sentence, int from, int to, List<Draft> all) {
    List<Draft> drafts = inClause(sentence, from, all);
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

  /**
   * Where one clause ends and the next begins, a phrase after the first one's verb is the first
   * one's, whatever the parse says: "ordered jets for 2 billion euros, and in 2022 sold …".
   */
  private static List<Draft> inClause(Sentence sentence, int at, List<Draft> drafts) {
    List<Draft> same = drafts.stream().filter(d -> !isApart(sentence, at, d.trigger.at())).toList();
    boolean begun = same.stream().anyMatch(d -> d.trigger.at() < at);
    return begun ? same : drafts;
  }

  private static boolean isApart(Sentence sentence, int a, int b) {
    int to = Math.max(a, b);
    for (int i = Math.min(a, b) + 1; i < to; i++) {
      String mark = sentence.token(i).text();
      boolean next =
          mark.equals(";")
              || mark.equals(",")
                  && i + 1 < to
                  && sentence
                      .words(i + 1, Math.min(to, i + 3))
                      .toLowerCase(Locale.ROOT)
                      .matches("(?:and|but|while|whereas|which|who|(?:of|for|under) which)\\b.*");
      if (next) {
        return true;
      }
    }
    return false;
  }

  /** How many tokens lie between a phrase and the words of a draft. */
  static int distance(Draft draft, int from, int to) {
    if (from >= draft.to) {
      return from - draft.to;
    }
    return to <= draft.from ? draft.from - to : 0;
  }
}
