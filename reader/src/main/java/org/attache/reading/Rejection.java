package org.attache.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.attache.claim.Polarity;
import org.attache.dealing.DealingKind;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.party.Party;

/**
 * A charge that a later sentence turns down: "Sudan rejected the claim", "Eritrea called the
 * accusation false". What was said before is denied by whoever speaks there, if he speaks for one
 * of its sides.
 */
final class Rejection {
  /** How many sentences there may be from a charge to its denial. */
  private static final int FARTHEST = 3;

  /** How far behind its verb a charge may stand that is called something. */
  private static final int NEAR = 3;

  private final Words words;

  Rejection(Words words) {
    this.words = words;
  }

  /**
   * The drafts as the sentences behind them deny them, with the grounds; who denies them has to be
   * asked of the sources of those sentences.
   *
   * @param sentences all sentences of the report, in order
   * @param accepted what it is read to say, in order
   * @param denier which state somebody speaks for who turns something down at a place of a sentence
   */
  List<Draft> denials(List<Sentence> sentences, List<Draft> accepted, Denier denier) {
    List<Draft> denials = new ArrayList<>();
    for (Sentence sentence : sentences) {
      for (Token verb : sentence.tokens()) {
        Optional<Token> charge = charge(sentence, verb);
        if (charge.isPresent()) {
          Optional<String> state = denier.state(sentence, verb, charge.get());
          state.ifPresent(
              s ->
                  charged(accepted, sentence, s)
                      .forEach(d -> denials.add(denied(d, charge.get(), verb, sentence))));
        }
      }
    }
    return denials;
  }

  /** Tells for which state somebody speaks. */
  @FunctionalInterface
  interface Denier {
    /** The state of the one who turns down by a verb what a word stands for; none where unknown. */
    Optional<String> state(Sentence sentence, Token verb, Token word);
  }

  /** "The claim" that a verb turns down and that is told nowhere in the sentence itself. */
  private Optional<Token> charge(Sentence sentence, Token verb) {
    if (!verb.isVerb() || Syntax.negated(sentence, verb.index(), Set.of())) {
      return Optional.empty();
    }
    boolean rebuts = words.rebuts(verb.lemma());
    boolean terms =
        words.terms(verb.lemma())
            && sentence.tokens().stream()
                .anyMatch(t -> t.index() > verb.index() && words.isUntrue(t.lemma()));
    if (terms) {
      return sentence.tokens().stream()
          .filter(noun -> noun.index() > verb.index() && noun.index() <= verb.index() + NEAR)
          .filter(noun -> words.isReport(noun.lemma()) && isDefinite(sentence, noun))
          .findFirst();
    }
    return rebuts
        ? sentence.children(verb.index(), "obj", "nsubj:pass").stream()
            .filter(
                noun ->
                    words.isReport(noun.lemma()) && isDefinite(sentence, noun)
                        || words.denies(verb.lemma())
                            && noun.lower().matches("it|this|that|these|those"))
            .filter(
                noun ->
                    sentence.children(noun.index(), "acl", "acl:relcl", "ccomp", "nmod").isEmpty())
            .filter(_ -> sentence.children(verb.index(), "ccomp").isEmpty())
            .findFirst()
        : Optional.empty();
  }

  private static boolean isDefinite(Sentence sentence, Token noun) {
    int at = noun.index() - 1;
    while (at > 0 && sentence.token(at).tag().startsWith("JJ")) {
      at--;
    }
    return at >= 0 && sentence.token(at).lower().matches("the|these|those|this|that|such|both|all");
  }

  /**
   * What the nearest sentence before says of dealings of a state: of what it is said to give rather
   * than to get, and of what a verb says rather than a noun.
   */
  private static List<Draft> charged(List<Draft> accepted, Sentence denial, String state) {
    for (int back = 1; back <= FARTHEST; back++) {
      int number = denial.number() - back;
      List<Draft> here =
          accepted.stream()
              .filter(d -> d.sentence.number() == number && isDeniable(d))
              .filter(d -> isAmong(d.suppliers, state) || isAmong(d.recipients, state))
              .toList();
      if (!here.isEmpty()) {
        return rather(rather(here, d -> isAmong(d.suppliers, state)), d -> d.trigger.word().verb());
      }
    }
    return List.of();
  }

  private static List<Draft> rather(List<Draft> drafts, Predicate<Draft> first) {
    List<Draft> preferred = drafts.stream().filter(first).toList();
    return preferred.isEmpty() ? drafts : preferred;
  }

  private static boolean isAmong(Set<Party> side, String state) {
    return side.stream().anyMatch(p -> p.state().filter(state::equals).isPresent());
  }

  private static boolean isDeniable(Draft draft) {
    return draft.polarity == Polarity.ASSERTED
        && (draft.kind == DealingKind.TRANSFER
            || draft.kind == DealingKind.ANY
            || draft.kind == DealingKind.SERVICE);
  }

  private static Draft denied(Draft draft, Token charge, Token verb, Sentence sentence) {
    Draft denied =
        draft.movedTo(
            sentence,
            new Trigger(charge.index(), charge.index(), charge.index() + 1, draft.trigger.word()));
    denied.polarity = Polarity.DENIED;
    denied.from = Math.min(verb.index(), charge.index());
    denied.to = Math.max(verb.index(), charge.index()) + 1;
    denied.when = Optional.empty();
    denied.withheld.clear();
    denied.grounds.add("denied by: " + verb.lower() + " " + charge.lower());
    return denied;
  }
}
