package org.attache.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.language.Sentence;
import org.attache.language.Token;

/**
 * "Stopped Kenya from buying jets from Italy": who stops is no side; the dealing is refused to the
 * one who is stopped.
 */
final class Prevention {
  private static final int FARTHEST = 4;

  private final Words words;

  Prevention(Words words) {
    this.words = words;
  }

  /** The preventing verb above a verb that says what is prevented. */
  OptionalInt above(Sentence sentence, int prevented) {
    int at = prevented;
    for (int step = 0; step < FARTHEST; step++) {
      Token token = sentence.token(at);
      if (token.head() < 0) {
        return OptionalInt.empty();
      }
      boolean from =
          token.tag().equals("VBG")
              && sentence.children(at, "mark", "case").stream()
                  .anyMatch(m -> m.lower().equals("from"));
      if (from) {
        Token verb = sentence.token(token.head());
        return verb.isVerb() && words.prevents(verb.lemma())
            ? OptionalInt.of(verb.index())
            : OptionalInt.empty();
      }
      if (!token.is("xcomp", "conj", "ccomp")) {
        return OptionalInt.empty();
      }
      OptionalInt refusal = notLetting(sentence, token.head());
      if (refusal.isPresent()) {
        return refusal;
      }
      at = token.head();
    }
    return OptionalInt.empty();
  }

  /** "Refused to let Germany send": the verb that does not let it be. */
  private OptionalInt notLetting(Sentence sentence, int verb) {
    Token let = sentence.token(verb);
    boolean refused =
        words.permits(let.lemma())
            && let.is("xcomp")
            && let.head() >= 0
            && sentence.token(let.head()).lemma().matches("refuse|decline");
    return refused ? OptionalInt.of(let.head()) : OptionalInt.empty();
  }

  /** Whether it came about: "has stopped", and not "tried to stop" or "did not stop". */
  static boolean came(Sentence sentence, int verb) {
    if (Syntax.negated(sentence, verb, Set.of())) {
      return false;
    }
    return switch (Syntax.tense(sentence, verb)) {
      case PAST, PRESENT, RUNNING -> true;
      case FUTURE, SHOULD, POSSIBLE, OPEN -> false;
    };
  }

  /** "Will not stop Kenya from buying", "nothing stopped Kenya from buying": it comes about. */
  static boolean fails(Sentence sentence, int verb) {
    boolean nobody =
        sentence.children(verb, "nsubj").stream()
            .anyMatch(s -> s.lower().matches("nothing|nobody|none"));
    return nobody || Syntax.negated(sentence, verb, Set.of());
  }

  /** How far a dealing has got that could not be prevented. */
  static void goesAhead(Draft draft, int verb) {
    draft.stage =
        switch (Syntax.tense(draft.sentence, verb)) {
          case FUTURE -> Optional.of(Stage.AGREED);
          case PAST, PRESENT, RUNNING -> draft.trigger.word().stage();
          case SHOULD, POSSIBLE, OPEN -> Optional.of(Stage.CONSIDERED);
        };
    draft.polarity = Polarity.ASSERTED;
    draft.grounds.add("not prevented");
  }

  /** The words above a dealing without the one that prevents it. */
  static List<Trigger> without(List<Trigger> chain, int verb) {
    return chain.stream().filter(trigger -> !trigger.covers(verb)).toList();
  }

  /** Refuses a dealing that a verb says is prevented: who prevents it is no side of it. */
  static void refuse(Draft draft, int verb, Referents referents) {
    Syntax.subject(draft.sentence, verb)
        .ifPresent(
            s -> {
              draft.approvers.addAll(referents.parties(draft.sentence, s));
              draft.bystanders.addAll(referents.parties(draft.sentence, s));
            });
    if (draft.polarity == Polarity.ASSERTED) {
      draft.stage = Optional.of(Stage.REFUSED);
      draft.grounds.add("prevented");
    }
  }
}
