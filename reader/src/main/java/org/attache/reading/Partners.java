package org.attache.reading;

import java.util.ArrayList;
import java.util.List;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.Role;
import org.attache.equipment.EquipmentNoun;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.Mentions;
import org.attache.party.Party;

/** Who acts together in what knows no supplier: an exercise, cooperation, trade. */
final class Partners {
  /** The ground of a claim that is about an exercise and not an agreement. */
  static final String EXERCISE = "an exercise";

  private Partners() {}

  /** The sides of what is done together, where the places of its word do not name them all. */
  static void fill(
      Draft draft, Trigger trigger, Mentions mentions, Referents referents, boolean withSomebody) {
    boolean noState = draft.partners.stream().allMatch(p -> p.state().isEmpty());
    if (noState) {
      clauseSubject(draft, trigger, mentions, referents);
    }
    if (isExercise(trigger.word()) && draft.partners.stream().allMatch(p -> p.state().isEmpty())) {
      List<Party> listed = referents.longestList(draft.sentence);
      if (!listed.isEmpty()) {
        draft.partners.clear();
        draft.partners.addAll(listed);
      }
    }
    if (trigger.word().kind() == DealingKind.COOPERATION && withSomebody) {
      withWhom(draft, trigger, referents);
    }
  }

  /** "Offered Chad joint production of frigates": what one side offers the other it supplies. */
  static void helpIsTransfer(Draft draft, List<Trigger> chain) {
    boolean offersHelp =
        draft.kind == DealingKind.COOPERATION
            && !draft.items.isEmpty()
            && !draft.suppliers.isEmpty()
            && !draft.recipients.isEmpty()
            && chain.stream().anyMatch(t -> t.word().at("i").contains(Role.RECIPIENT));
    if (offersHelp) {
      draft.kind = DealingKind.TRANSFER;
      draft.partners.clear();
    }
  }

  /** An exercise, and not cooperation in a field. */
  static boolean isExercise(DealingWord word) {
    return word.kind() == DealingKind.COOPERATION
        && !word.verb()
        && !word.at("in").contains(Role.ITEM)
        && !word.at("of").contains(Role.ITEM);
  }

  /** "Both countries … with joint production": the sides are the clause's subject. */
  private static void clauseSubject(
      Draft draft, Trigger trigger, Mentions mentions, Referents referents) {
    Sentence sentence = draft.sentence;
    int at = trigger.at();
    for (Token clause : sentence.children(at, "acl:relcl")) {
      for (Token subject : sentence.children(clause.index(), "nsubj")) {
        List<Party> parties = new ArrayList<>(referents.parties(sentence, subject.index()));
        for (Token other : sentence.children(clause.index(), "obl")) {
          if (Syntax.preposition(sentence, other.index()).filter("with"::equals).isPresent()) {
            parties.addAll(referents.parties(sentence, other.index()));
          }
        }
        if (parties.size() >= 2) {
          draft.partners.clear();
          draft.partners.addAll(parties);
          draft.cover(trigger.at(), clause.index() + 1);
          return;
        }
      }
    }
    for (int step = 0; step < 6 && at >= 0; step++) {
      for (Token subject : sentence.children(at, "nsubj", "nsubj:pass")) {
        List<Party> parties = referents.parties(sentence, subject.index());
        if (parties.size() >= 2) {
          draft.partners.clear();
          draft.partners.addAll(parties);
          draft.cover(subject.index(), subject.index() + 1);
          civilGoods(draft, mentions);
          return;
        }
      }
      at = sentence.token(at).head();
    }
  }

  /** "China has sent a ship to the drill with Iran": the clause's subject takes part. */
  private static void withWhom(Draft draft, Trigger trigger, Referents referents) {
    Sentence sentence = draft.sentence;
    int at = sentence.token(trigger.at()).head();
    for (int step = 0; step < 7 && at >= 0; step++) {
      List<Token> subjects = sentence.children(at, "nsubj", "nsubj:pass");
      if (!subjects.isEmpty()) {
        int subject = Syntax.antecedent(sentence, subjects.getFirst().index(), at);
        if (!sentence.dominates(subject, trigger.at())) {
          for (Party party : referents.parties(sentence, subject)) {
            if (draft.partners.stream().noneMatch(party::sameSide)) {
              draft.partners.add(party);
            }
          }
        }
        return;
      }
      at = sentence.token(at).head();
    }
  }

  /** The goods that a clause on sides acting together is about. */
  private static void civilGoods(Draft draft, Mentions mentions) {
    if (draft.items.isEmpty()) {
      mentions.items().stream()
          .filter(
              i ->
                  i.sort() == EquipmentNoun.Sort.CIVIL
                      && draft.from <= i.from()
                      && !(i.from() < draft.trigger.to() && draft.trigger.from() < i.to())
                      && i.to() <= draft.to)
          .forEach(draft.items::add);
    }
  }
}
