package org.attache.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attache.claim.Stage;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.language.Token;

/** Whether a sentence only asks, supposes or leaves unsaid that there is a dealing. */
final class OpenQuestion {
  private static final String UNKNOWN = "unclear|uncertain|unknown|unsure|question|wonder|doubt";
  private static final String KNOWN = "clear|known|know|sure|certain|evident|obvious|say";

  private final Words words;

  OpenQuestion(Words words) {
    this.words = words;
  }

  /**
   * "Has not confirmed the sale", "the proposed sale will …": nothing is said of how far it has
   * got.
   */
  boolean leaves(Draft draft, Trigger trigger, List<Trigger> chain) {
    Sentence sentence = draft.sentence;
    if (isAsked(sentence)
        || isUnknown(sentence, trigger.at())
        || isSupposed(sentence, trigger.at())
        || isUnconfirmed(sentence, trigger.at())) {
      return true;
    }
    boolean wishedAgainst =
        chain.stream()
                .anyMatch(
                    t ->
                        t.word().stage().filter(Stage.SOUGHT::equals).isPresent()
                            && t.word().at("s").contains(Role.THIRD))
            && trigger.word().verb()
            && Syntax.negated(sentence, trigger.at(), draft.dealingWords);
    if (wishedAgainst) {
      return true;
    }
    boolean unconfirmed =
        chain.stream()
            .anyMatch(
                t ->
                    t.word().name().equals("confirm")
                        && Syntax.negated(sentence, t.at(), draft.dealingWords));
    boolean neither =
        sentence.toString().toLowerCase(Locale.ROOT).matches(".*neither confirmed nor den.*");
    boolean supposed =
        !trigger.word().verb()
            && chain.isEmpty()
            && sentence.children(trigger.at(), "amod").stream()
                .anyMatch(
                    a ->
                        a.lower()
                            .matches(
                                "proposed|possible|potential|prospective|hypothetical|alleged|any"));
    return unconfirmed || neither && !chain.isEmpty() || supposed;
  }

  private static boolean isAsked(Sentence sentence) {
    return sentence.token(sentence.size() - 1).text().equals("?");
  }

  /** "It is unclear whether Chad has sent arms", "not known if …". */
  private static boolean isUnknown(Sentence sentence, int trigger) {
    int at = trigger;
    for (int step = 0; step < 8 && at >= 0; step++) {
      Token token = sentence.token(at);
      boolean whether =
          sentence.children(at, "mark").stream().anyMatch(m -> m.lower().matches("whether|if"));
      if (whether && token.head() >= 0) {
        Token above = sentence.token(token.head());
        boolean open = above.lemma().matches(UNKNOWN);
        boolean notKnown =
            above.lemma().matches(KNOWN) && Syntax.negated(sentence, above.index(), Set.of());
        return open || notKnown;
      }
      if (token.head() >= 0 && asks(sentence, token.head(), trigger)) {
        return true;
      }
      at = token.head();
    }
    return false;
  }

  /** "Asked the minister what ships they had sold". */
  private static boolean asks(Sentence sentence, int verb, int trigger) {
    return sentence.token(verb).lemma().matches("ask|inquire|enquire|wonder")
        && verb < trigger
        && sentence.tokens().subList(verb, trigger).stream()
            .anyMatch(t -> t.tag().matches("WDT|WP|WRB") && !t.lower().equals("that"));
  }

  /** "If Germany supplies …", "warned against supplying", "capable of delivering". */
  private static boolean isSupposed(Sentence sentence, int trigger) {
    int at = trigger;
    for (int step = 0; step < 8 && at >= 0; step++) {
      if (sentence.children(at, "mark").stream().anyMatch(m -> m.lower().matches("if|unless"))) {
        return true;
      }
      boolean against =
          Syntax.preposition(sentence, at).filter("against"::equals).isPresent()
              || sentence.children(at, "mark").stream().anyMatch(m -> m.lower().equals("against"));
      int head = sentence.token(at).head();
      if (against && head >= 0 && sentence.token(head).lemma().matches("warn|caution|advise")) {
        return true;
      }
      if (head >= 0 && sentence.token(head).lemma().matches("capable|incapable")) {
        return true;
      }
      at = head;
    }
    return false;
  }

  /** "Declined to confirm that …", "could not verify". */
  private boolean isUnconfirmed(Sentence sentence, int trigger) {
    int at = trigger;
    for (int step = 0; step < 10 && at >= 0; step++) {
      Token token = sentence.token(at);
      boolean notFree =
          at == trigger
              && words.tells(token.lemma())
              && token.is("xcomp")
              && sentence.token(token.head()).lemma().matches("decline|refuse|authori[sz]e");
      if (notFree) {
        return true;
      }
      if (at != trigger && token.lemma().matches("comment|confirm|verify|corroborate")) {
        boolean refused =
            token.head() >= 0
                && sentence.token(token.head()).lemma().matches("decline|refuse|unable|fail");
        if (refused || Syntax.negated(sentence, at, Set.of())) {
          return true;
        }
      }
      at = token.head();
    }
    return false;
  }
}
