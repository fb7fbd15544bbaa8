package org.attache.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.attache.dealing.DealingKind;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.ItemMention;
import org.attache.party.Party;

/** Who sells where a sentence tells only who makes the goods or who approves of their sale. */
final class ImpliedSeller {
  private final Words words;

  ImpliedSeller(Words words) {
    this.words = words;
  }

  /** "Will produce 49 tanks for Thailand": arms made for others go to them. */
  static void madeFor(Draft draft, Referents referents) {
    boolean made =
        draft.kind == DealingKind.TRADE
            && draft.trigger.word().verb()
            && draft.trigger.word().phrase().size() == 1
            && draft.items.stream().anyMatch(ItemMention::isArms);
    if (!made) {
      return;
    }
    Set<Party> makers = new LinkedHashSet<>(draft.suppliers);
    draft.partners.stream().limit(1).forEach(makers::add);
    Set<Party> receivers = new LinkedHashSet<>();
    Sentence sentence = draft.sentence;
    List<Token> phrases = new ArrayList<>(sentence.children(draft.trigger.at(), "obl", "nmod"));
    for (Token object : sentence.children(draft.trigger.at(), "obj", "nsubj:pass")) {
      phrases.addAll(sentence.children(object.index(), "nmod"));
    }
    for (Token phrase : phrases) {
      if (Syntax.preposition(sentence, phrase.index()).filter("for"::equals).isPresent()) {
        receivers.addAll(referents.parties(sentence, phrase.index()));
      }
    }
    receivers.removeIf(r -> makers.stream().anyMatch(r::sameSide));
    if (!receivers.isEmpty() && makers.size() == 1) {
      draft.kind = DealingKind.TRANSFER;
      draft.partners.clear();
      draft.suppliers.clear();
      draft.suppliers.addAll(makers);
      draft.recipients.clear();
      draft.recipients.addAll(receivers);
      draft.grounds.add("made for others");
    }
  }

  /**
   * "Congress approved a Saudi arms deal": whose law asks for consent to sales abroad is the one
   * who sells.
   */
  void soldByApprover(Draft draft) {
    Set<Party> named = new LinkedHashSet<>(draft.suppliers);
    named.addAll(draft.sides);
    boolean one =
        !draft.trigger.word().verb()
            && draft.trigger.word().phrase().getLast().matches("deal|package|agreement|contract")
            && draft.kind == DealingKind.TRANSFER
            && draft.recipients.isEmpty()
            && named.size() == 1
            && draft.approvers.stream()
                .anyMatch(a -> a.state().filter(words::controlsSales).isPresent())
            && !Discourse.meet(draft.approvers, named)
            && draft.items.stream().noneMatch(i -> i.designation().isPresent());
    if (one) {
      draft.recipients.addAll(named);
      draft.suppliers.clear();
      draft.suppliers.addAll(draft.approvers);
      draft.grounds.add("sold by who approves");
    }
  }
}
