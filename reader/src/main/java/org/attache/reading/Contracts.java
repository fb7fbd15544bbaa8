package org.attache.reading;

import java.util.List;
import java.util.Optional;
import org.attache.claim.Certainty;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.language.Token;

/**
 * What a report tells of a contract bears on its other sentences, wherever they stand: what is to
 * be delivered under it has been ordered, and "the deal" that was signed is the contract.
 */
final class Contracts {
  private static final int NEAR = 4;

  private Contracts() {}

  /** Sets the stages of drafts that hold by the contracts that the others tell of. */
  static void settle(List<Draft> holding) {
    List<Draft> contracts =
        holding.stream().filter(d -> isAt(d, Stage.ORDERED) && !d.ahead && isSigned(d)).toList();
    for (Draft draft : holding) {
      boolean open = isAt(draft, Stage.AGREED) && draft.polarity == Polarity.ASSERTED;
      boolean known =
          open
              && contracts.stream()
                  .anyMatch(
                      c ->
                          isSame(c, draft)
                              && (draft.ahead && Discourse.sameType(c, draft)
                                  || pointsBack(draft, c)));
      if (known) {
        draft.stage = Optional.of(Stage.ORDERED);
        draft.grounds.add("contract known to the report");
      }
    }
  }

  /** Whether a draft says outright that something has been ordered. */
  static boolean isSigned(Draft draft) {
    return draft.polarity == Polarity.ASSERTED && draft.certainty == Certainty.CERTAIN;
  }

  private static boolean isAt(Draft draft, Stage stage) {
    return draft.stage.filter(stage::equals).isPresent();
  }

  private static boolean isSame(Draft contract, Draft draft) {
    return contract != draft
        && (contract.kind == DealingKind.SERVICE) == (draft.kind == DealingKind.SERVICE)
        && Discourse.meet(contract.suppliers, draft.suppliers)
        && Discourse.meet(contract.recipients, draft.recipients)
        && Discourse.itemsMeet(contract, draft);
  }

  /** "The deal was signed on Monday", soon after the contract was told of. */
  private static boolean pointsBack(Draft draft, Draft contract) {
    int distance = draft.sentence.number() - contract.sentence.number();
    Token noun = draft.sentence.token(draft.trigger.at());
    return !draft.trigger.word().verb()
        && distance > 0
        && distance <= NEAR
        && noun.lemma().equals("deal")
        && draft.sentence.children(noun.index(), "det").stream()
            .anyMatch(d -> d.lower().matches("the|this"));
  }
}
