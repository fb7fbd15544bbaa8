package org.attache.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.dealing.Role;
import org.attache.equipment.Designation;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.ItemMention;
import org.attache.party.Party;
import org.attache.party.PartyName;

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
   * "Is considering the Gripen, the F-16 and the Rafale": a choice between what several states make
   * is a dealing with each of them, as far as the report names them.
   */
  static List<Draft> byMaker(List<Draft> drafts, Referents referents) {
    List<Draft> parted = new ArrayList<>();
    for (Draft draft : drafts) {
      Map<String, List<ItemMention>> makers = origins(draft, referents);
      if (makers.isEmpty() && isChoice(draft)) {
        makers = makers(draft);
      }
      boolean known =
          makers.size() > 1 && makers.keySet().stream().allMatch(m -> referents.names(m));
      if (known) {
        makers.forEach((maker, items) -> parted.add(from(draft, maker, items, referents)));
      } else {
        parted.add(draft);
      }
    }
    return parted;
  }

  private static boolean isChoice(Draft draft) {
    return (draft.kind == DealingKind.ANY || draft.kind == DealingKind.TRANSFER)
        && draft.stage.filter(s -> s == Stage.CONSIDERED || s == Stage.SOUGHT).isPresent()
        && draft.suppliers.isEmpty()
        && !draft.pointers.containsKey(Role.SUPPLIER)
        && !(draft.sides.isEmpty() && draft.recipients.isEmpty());
  }

  /** "The American F-16, Russian MiGs and Chinese jets": each with where it comes from. */
  private static Map<String, List<ItemMention>> origins(Draft draft, Referents referents) {
    Map<String, List<ItemMention>> origins = new LinkedHashMap<>();
    boolean open =
        (draft.kind == DealingKind.ANY || draft.kind == DealingKind.TRANSFER)
            && draft.suppliers.isEmpty()
            && !draft.pointers.containsKey(Role.SUPPLIER)
            && draft.trigger.word().verb();
    for (ItemMention item : open ? draft.items : List.<ItemMention>of()) {
      Optional<String> origin =
          referents.mentionsOf(draft.sentence).stream()
              .filter(p -> p.form() == PartyName.Form.ADJECTIVE)
              .filter(p -> p.from() >= item.from() && p.to() <= item.head())
              .flatMap(p -> p.party().state().stream())
              .findFirst();
      if (origin.isEmpty()) {
        return Map.of();
      }
      origins.computeIfAbsent(origin.get(), _ -> new ArrayList<>()).add(item);
    }
    return origins.size() > 1 ? origins : Map.of();
  }

  /** The items by who makes them; nothing where one of them has no maker, or several. */
  private static Map<String, List<ItemMention>> makers(Draft draft) {
    Map<String, List<ItemMention>> makers = new LinkedHashMap<>();
    for (ItemMention item : draft.items) {
      List<String> of = item.designation().map(Designation::makers).orElse(List.of());
      if (of.size() != 1) {
        return Map.of();
      }
      makers.computeIfAbsent(of.getFirst(), _ -> new ArrayList<>()).add(item);
    }
    return makers;
  }

  private static Draft from(
      Draft draft, String maker, List<ItemMention> items, Referents referents) {
    Draft one = draft.copy();
    referents.state(maker).ifPresent(one.suppliers::add);
    one.items.clear();
    one.items.addAll(items);
    one.grounds.add("made there");
    return one;
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
