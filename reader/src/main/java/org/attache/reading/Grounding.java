package org.attache.reading;

import java.util.Set;
import org.attache.claim.Stage;
import org.attache.language.Sentence;
import org.attache.language.Token;

/** The contracts and deals that a sentence says a dealing rests on. */
final class Grounding {
  private Grounding() {}

  /** "Under the deal", "as part of the agreement": what is to come is settled by it. */
  static boolean isGround(Structure structure, Trigger noun) {
    Sentence sentence = structure.sentence();
    Token token = sentence.token(noun.at());
    boolean part =
        token.head() >= 0
            && sentence.token(token.head()).lower().equals("part")
            && Syntax.preposition(sentence, token.head()).filter("as"::equals).isPresent();
    return !noun.word().verb()
        && noun.word().stage().filter(s -> s == Stage.AGREED || s == Stage.ORDERED).isPresent()
        && (part || Syntax.preposition(sentence, noun.at()).filter("under"::equals).isPresent());
  }

  /** Whether nothing says of a contract that it was called off or is not there. */
  static boolean holds(Structure structure, Trigger contract) {
    return !Syntax.negated(structure.sentence(), contract.at(), Set.of())
        && structure.chainAbove(contract).stream()
            .flatMap(t -> t.word().stage().stream())
            .noneMatch(
                s ->
                    switch (s) {
                      case CANCELLED, REFUSED, SUSPENDED, NEGOTIATED, SOUGHT, CONSIDERED -> true;
                      case OFFERED, APPROVED, AGREED, ORDERED, UNDER_WAY, DELIVERED -> false;
                    });
  }
}
