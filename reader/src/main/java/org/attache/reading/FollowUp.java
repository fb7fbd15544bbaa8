package org.attache.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.money.MoneyReader;
import org.attache.party.Party;

/**
 * Sentences that claim nothing of their own but price or date the dealing before them: "The deal is
 * worth 2 billion dollars", "The contract was signed in Oslo on Monday".
 */
final class FollowUp {
  private static final int REACH = 2;

  private final Words words;
  private final Dating dating;
  private final Sums sums;

  FollowUp(Words words, Dating dating, Sums sums) {
    this.words = words;
    this.dating = dating;
    this.sums = sums;
  }

  /** Completes the drafts of the body that hold. */
  void complete(List<Sentence> sentences, List<Draft> body, Predicate<Draft> holds) {
    Optional<Draft> last = Optional.empty();
    for (Sentence sentence : sentences) {
      List<Draft> here = body.stream().filter(d -> d.sentence == sentence).toList();
      List<Draft> held = here.stream().filter(holds).toList();
      if (!held.isEmpty()) {
        last = held.stream().filter(Sums::isPayable).reduce((a, b) -> b);
      } else if (last.isPresent() && sentence.number() - last.get().sentence.number() <= REACH) {
        follow(last.get(), sentence, here);
      }
    }
  }

  private void follow(Draft before, Sentence sentence, List<Draft> here) {
    boolean pointing = here.stream().anyMatch(d -> pointsAt(d, before));
    if (before.value.isEmpty() && (pointing || hasPriceAsSubject(sentence))) {
      before.value = sums.first(sentence).map(MoneyReader.Sum::value);
    }
    if (before.when.isEmpty() && pointing) {
      before.when = dating.first(sentence);
    }
  }

  /** Whether a draft's noun is "the deal", "deliveries", and nothing tells it from the other. */
  private boolean pointsAt(Draft draft, Draft before) {
    Token noun = draft.sentence.token(draft.trigger.at());
    boolean pointing =
        !draft.trigger.word().verb()
            && noun.is("nsubj", "nsubj:pass")
            && (isDefinite(draft.sentence, noun) || words.isSchedule(noun.lemma()));
    boolean otherSides =
        apart(draft.suppliers, before.suppliers) || apart(draft.recipients, before.recipients);
    boolean otherItems =
        !draft.items.isEmpty()
            && !before.items.isEmpty()
            && !Discourse.itemsMeet(draft, before)
            && !Discourse.sameType(draft, before);
    return pointing && !otherSides && !otherItems;
  }

  private static boolean apart(Set<Party> a, Set<Party> b) {
    return !a.isEmpty() && !b.isEmpty() && !Discourse.meet(a, b);
  }

  private static boolean isDefinite(Sentence sentence, Token noun) {
    return sentence.children(noun.index(), "det", "nmod:poss").stream()
        .anyMatch(d -> d.lower().matches("the|this|that|these|its|both"));
  }

  private boolean hasPriceAsSubject(Sentence sentence) {
    return sentence.tokens().stream()
        .anyMatch(
            t ->
                t.is("nsubj", "nsubj:pass") && words.isPrice(t.lemma()) && isDefinite(sentence, t));
  }
}
