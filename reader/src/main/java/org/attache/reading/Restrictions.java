package org.attache.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.Role;
import org.attache.equipment.EquipmentNoun;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.party.Party;

/** Who a ban hits and who it does not, and when a stop to dealings is a ban. */
final class Restrictions {
  private final Words words;

  Restrictions(Words words) {
    this.words = words;
  }

  /** "Barred firms from selling arms to Chad": a ban on arms of all sorts, and no one dealing. */
  static boolean bansAllSorts(Structure structure, Trigger trigger) {
    boolean banned =
        structure.chainAbove(trigger).stream()
            .anyMatch(t -> t.word().kind() == DealingKind.RESTRICTION);
    return banned
        && structure.mentions().items().stream()
            .filter(item -> item.from() >= trigger.to())
            .allMatch(item -> item.sort() == EquipmentNoun.Sort.GENERAL);
  }

  /** "Halted arms exports to": a stop to all of them is a restriction, and in force. */
  static void generalHalt(Draft draft, List<Trigger> chain) {
    boolean all =
        draft.kind == DealingKind.TRANSFER
            && !draft.trigger.word().verb()
            && draft.trigger.word().phrase().getLast().matches("exports?|sales?")
            && draft.stage.filter(Stage.SUSPENDED::equals).isPresent()
            && !chain.isEmpty()
            && chain.stream().allMatch(t -> t.word().verb())
            && !draft.items.isEmpty()
            && draft.items.stream()
                .allMatch(i -> i.sort() == EquipmentNoun.Sort.GENERAL && i.quantity().isEmpty());
    if (all) {
      draft.kind = DealingKind.RESTRICTION;
      draft.stage = Optional.of(Stage.UNDER_WAY);
    }
  }

  /** "Will grant no new licences for arms exports": that is a ban. */
  static void noLicences(Draft draft, List<Trigger> chain) {
    boolean licences =
        Stream.concat(Stream.of(draft.trigger), chain.stream())
            .anyMatch(t -> t.word().phrase().getLast().matches("licen[cs]es?|permits?"));
    boolean withheld =
        draft.polarity == Polarity.DENIED && draft.stage.filter(Stage.APPROVED::equals).isPresent()
            || draft.stage.filter(Stage.REFUSED::equals).isPresent();
    boolean general =
        draft.items.stream()
            .allMatch(i -> i.sort() == EquipmentNoun.Sort.GENERAL && i.quantity().isEmpty());
    boolean ahead =
        Stream.concat(Stream.of(draft.trigger), chain.stream())
            .anyMatch(t -> Syntax.tense(draft.sentence, t.at()) == Syntax.Tense.FUTURE);
    if (licences && withheld && general && ahead) {
      draft.kind = DealingKind.RESTRICTION;
      draft.stage = Optional.of(Stage.UNDER_WAY);
      draft.polarity = Polarity.ASSERTED;
    }
  }

  /** "Banned purchases from Belarus": who would sell is hit. */
  static void hitSeller(Draft draft, Set<Party> ofGoods) {
    DealingWord word = draft.trigger.word();
    boolean buying =
        draft.kind == DealingKind.RESTRICTION
            && word.kind() == DealingKind.TRANSFER
            && word.at(word.verb() ? "s" : "by").contains(Role.RECIPIENT);
    if (!buying || ofGoods.isEmpty()) {
      return;
    }
    draft.recipients.clear();
    draft.recipients.addAll(ofGoods);
    draft.suppliers.removeIf(s -> ofGoods.stream().anyMatch(s::sameSide));
  }

  /**
   * "Placed the firm under sanctions", "on a blacklist", "is subject to an embargo": who is under
   * it is hit.
   */
  static void under(Draft draft, Trigger trigger, Referents referents) {
    Sentence sentence = draft.sentence;
    Token noun = sentence.token(trigger.at());
    Optional<String> preposition = Syntax.preposition(sentence, trigger.at());
    boolean predicate = !sentence.children(trigger.at(), "cop").isEmpty();
    int above = predicate ? trigger.at() : noun.head();
    if (above < 0) {
      return;
    }
    boolean subject = sentence.token(above).lemma().equals("subject");
    boolean listed =
        trigger.word().phrase().getLast().endsWith("list")
            && sentence.token(above).isVerb()
            && preposition.filter(p -> p.matches("on|to")).isPresent();
    boolean under = listed || preposition.filter("under"::equals).isPresent();
    if (!under && !(subject && preposition.filter("to"::equals).isPresent())) {
      return;
    }
    List<Token> hit = sentence.children(above, "obj", "nsubj:pass");
    boolean acted = !hit.isEmpty();
    if (!acted && (predicate || subject)) {
      hit = sentence.children(above, "nsubj");
    }
    for (Token one : hit) {
      draft.recipients.addAll(referents.parties(sentence, one.index()));
      draft.cover(one.index(), one.index() + 1);
    }
    if (acted && draft.suppliers.isEmpty()) {
      Syntax.subject(sentence, above)
          .ifPresent(
              s ->
                  RoleFiller.addNew(
                      Set.copyOf(referents.parties(sentence, s)),
                      draft.suppliers,
                      draft.recipients));
    }
  }

  /** "Jordan has broken the embargo on Libya": who does not keep a ban is not who it hits. */
  void broken(Draft draft, Trigger trigger, Referents referents) {
    Sentence sentence = draft.sentence;
    Token noun = sentence.token(trigger.at());
    if (noun.head() < 0 || !words.breaks(sentence.token(noun.head()).lemma())) {
      return;
    }
    Syntax.subject(sentence, noun.head())
        .ifPresent(
            subject ->
                referents
                    .parties(sentence, subject)
                    .forEach(
                        party -> {
                          draft.bystanders.add(party);
                          draft.recipients.removeIf(party::sameSide);
                        }));
    for (Token clause : sentence.children(trigger.at(), "acl:relcl")) {
      for (Token subject : sentence.children(clause.index(), "nsubj")) {
        RoleFiller.addNew(
            Set.copyOf(referents.parties(sentence, subject.index())),
            draft.recipients,
            draft.suppliers);
      }
    }
  }
}
