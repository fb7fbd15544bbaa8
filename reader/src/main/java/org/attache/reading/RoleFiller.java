package org.attache.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.Mentions;
import org.attache.mention.PartyMention;
import org.attache.party.Party;
import org.attache.party.PartyName;

/** Fills the roles of a dealing with the parties and items at the places of its word. */
final class RoleFiller {
  /** Prepositions before whoever hosts what is stationed. */
  static final List<String> HOST = List.of("in", "at", "to");

  /** How many words may stand between those who are hit and where they are at home. */
  private static final int FARTHEST_SEAT = 9;

  private static final List<String> EACH = List.of("with", "to", "of");

  private final ItemPhrases items;
  private final Words words;

  RoleFiller(ItemPhrases items, Words words) {
    this.items = items;
    this.words = words;
  }

  /** Puts what stands at a place of a word into the roles that the word gives that place. */
  void assign(
      Draft draft,
      DealingWord word,
      String place,
      int token,
      Mentions mentions,
      Referents referents) {
    List<Role> roles = word.at(place);
    boolean done = false;
    String lemma = draft.sentence.token(token).lemma();
    if (words.isPurpose(lemma)) {
      draft.sentence.children(token, "nmod").stream()
          .filter(
              user ->
                  !user.is("nmod:poss")
                      && roles.contains(Role.RECIPIENT)
                      && Syntax.preposition(draft.sentence, user.index())
                          .filter("of"::equals)
                          .isPresent())
          .forEach(user -> assign(draft, word, place, user.index(), mentions, referents));
      return;
    }
    if (words.isFunding(lemma) && !place.equals("o")) {
      return;
    }
    if (roles.contains(Role.ITEM)) {
      done = items.assign(draft, token, mentions, roles);
      if (place.equals("over")) {
        ItemPhrases.talkedOver(draft);
      }
    }
    for (Role role : roles) {
      Set<Party> target =
          switch (role) {
            case SUPPLIER -> draft.suppliers;
            case RECIPIENT -> draft.recipients;
            case PARTNER -> draft.partners;
            case PARTY -> draft.sides;
            case APPROVER -> draft.approvers;
            case ITEM, EVENT, THIRD, NONE -> Set.of();
          };
      boolean side =
          role == Role.SUPPLIER
              || role == Role.RECIPIENT
              || role == Role.PARTNER
              || role == Role.PARTY
              || role == Role.APPROVER;
      if (!side || done) {
        continue;
      }
      if (place.equals("mod") && role == Role.SUPPLIER && isTarget(draft, word, token, mentions)) {
        target = draft.recipients;
      }
      boolean directed = role == Role.SUPPLIER || role == Role.RECIPIENT;
      if (directed && !place.equals("mod") && referents.pointsBack(draft.sentence, token)) {
        draft.pointers.putIfAbsent(role, token);
        draft.cover(token, token + 1);
        continue;
      }
      List<Party> parties =
          place.equals("mod")
              ? modifier(mentions, token)
              : referents.parties(draft.sentence, token);
      draft.bodySigns |=
          role == Role.PARTY
              && place.equals("s")
              && parties.isEmpty()
              && referents.pointsBack(draft.sentence, token)
              && words.isBody(draft.sentence.token(token).lemma());
      boolean stateless =
          place.equals("mod")
              && word.at("s").contains(Role.PARTNER)
              && parties.stream().allMatch(p -> p.state().isEmpty());
      if (stateless) {
        continue;
      }
      boolean hit =
          role == Role.RECIPIENT
              && word.kind() == DealingKind.RESTRICTION
              && List.of("on", "against", "o").contains(place);
      if (parties.isEmpty() && (hit || role == Role.PARTNER && HOST.contains(place))) {
        parties = modifier(mentions, token);
      }
      if (parties.isEmpty() && hit) {
        parties = seatOf(draft.sentence, token, mentions, referents);
      }
      if (parties.isEmpty() && hit) {
        parties = withinPhrase(draft.sentence, token, mentions);
      }
      if (!parties.isEmpty()) {
        target.addAll(parties);
        if (role == Role.PARTY && place.equals("from")) {
          draft.origins.addAll(parties);
        }
        if (role == Role.PARTY) {
          (place.equals("with") ? draft.companions : draft.signers).addAll(parties);
        }
        if (role == Role.PARTNER && EACH.contains(place) && parties.size() > 1) {
          draft.each.addAll(parties);
        }
        draft.cover(Math.min(token, draft.from), Math.max(token + 1, draft.to));
      }
    }
  }

  /** "Operators of the jet include Hungary and Thailand": they have it. */
  void included(Draft draft, Trigger trigger, Referents referents) {
    boolean have =
        !trigger.word().verb() && words.isHolder(draft.sentence.token(trigger.at()).lemma());
    if (have && draft.recipients.isEmpty()) {
      draft.recipients.addAll(referents.included(draft.sentence, trigger.at()));
    }
  }

  /** Whether a verb only tells whom somebody joins in another dealing. */
  static boolean onlyJoins(Structure structure, Trigger trigger) {
    return structure.triggers().stream()
        .map(other -> Syntax.joinsIn(structure.sentence(), other.at()))
        .anyMatch(joining -> joining.isPresent() && joining.getAsInt() == trigger.at());
  }

  /** "Will join Oslo and Rome in sending guns": those who are joined do it too. */
  static void joined(Draft draft, Trigger trigger, Referents referents) {
    Sentence sentence = draft.sentence;
    OptionalInt joining = Syntax.joinsIn(sentence, trigger.at());
    if (joining.isEmpty() || !trigger.word().at("s").contains(Role.SUPPLIER)) {
      return;
    }
    Syntax.subject(sentence, joining.getAsInt())
        .ifPresent(s -> draft.suppliers.addAll(referents.parties(sentence, s)));
    for (Token other : sentence.children(joining.getAsInt(), "obj")) {
      draft.suppliers.addAll(referents.parties(sentence, other.index()));
    }
    draft.recipients.removeIf(r -> draft.suppliers.stream().anyMatch(r::sameSide));
  }

  /**
   * "The Iran sanctions", "the Chad arms embargo": a state's own name before it tells whom it hits.
   */
  private boolean isTarget(Draft draft, DealingWord word, int token, Mentions mentions) {
    return word.kind() == DealingKind.RESTRICTION
        && words.isNamedAfterTarget(word.phrase().getLast())
        && mentions
            .partyAt(token)
            .filter(
                party ->
                    party.form() == PartyName.Form.STATE
                        && party.party().state().isPresent()
                        && draft
                            .sentence
                            .token(party.from())
                            .text()
                            .chars()
                            .anyMatch(Character::isLowerCase))
            .isPresent();
  }

  /** "Two executives of American firms", "A. Smith, head of Boeing": whose people they are. */
  private static List<Party> withinPhrase(Sentence sentence, int token, Mentions mentions) {
    for (PartyMention party : mentions.parties()) {
      int at = party.to() - 1;
      for (int step = 0; step < 6 && at > token; step++) {
        if (!sentence.token(at).is("nmod", "amod", "compound", "appos", "conj", "dep", "obl")) {
          break;
        }
        at = sentence.token(at).head();
      }
      if (at == token && party.form() != PartyName.Form.PLACE) {
        return List.of(party.party());
      }
    }
    return List.of();
  }

  /** "Five firms and one man based in Iran and Turkey": where those are at home who are hit. */
  private List<Party> seatOf(Sentence sentence, int token, Mentions mentions, Referents referents) {
    int farthest = Math.min(sentence.size() - 2, token + FARTHEST_SEAT);
    for (int at = token + 1; at < farthest; at++) {
      boolean seated =
          words.isSeated(sentence.token(at).lower()) && sentence.token(at + 1).lower().equals("in");
      int in = at + 1;
      Optional<PartyMention> place =
          seated
              ? mentions.parties().stream()
                  .filter(p -> p.from() > in && p.from() <= in + 2)
                  .findFirst()
              : Optional.empty();
      if (place.isPresent()) {
        List<Party> named = referents.parties(sentence, place.get().to() - 1);
        return named.isEmpty() ? List.of(place.get().party()) : named;
      }
      if (Syntax.endsPhrase(sentence.token(at))) {
        return List.of();
      }
    }
    return List.of();
  }

  /** The party that a word before a noun names. */
  static List<Party> modifier(Mentions mentions, int token) {
    return mentions.parties().stream()
        .filter(m -> m.covers(token))
        .map(PartyMention::party)
        .toList();
  }

  /** The parties that the adjectives of a noun name: "their 500th Malian soldier". */
  static List<Party> modifiers(Sentence sentence, int noun, Mentions mentions) {
    return sentence.children(noun, "amod", "compound").stream()
        .flatMap(word -> modifier(mentions, word.index()).stream())
        .toList();
  }

  /** Parties under a preposition near a trigger that the parse did not tie to it. */
  void looseParties(
      Draft draft, Trigger trigger, Mentions mentions, Referents referents, Structure structure) {
    Sentence sentence = structure.sentence();
    int limit = sentence.size();
    for (Trigger other : structure.triggers()) {
      boolean nested = sentence.dominates(other.at(), trigger.at()) && trigger.word().verb();
      if (other.from() >= trigger.to() && other.from() < limit && !nested) {
        limit = other.from();
      }
    }
    for (PartyMention party : mentions.parties()) {
      int before = party.from() - 1;
      while (before >= trigger.to() && sentence.token(before).tag().matches("DT|JJ|NNP?|PRP\\$")) {
        before--;
      }
      if (party.from() < trigger.to()
          || party.from() >= limit
          || before < trigger.to()
          || party.form() == PartyName.Form.PLACE) {
        continue;
      }
      String preposition = sentence.token(before).lower();
      if (preposition.equals("by") && actsElsewhere(draft, trigger, party)) {
        continue;
      }
      if (isPartedBySaying(sentence, trigger.to(), before)) {
        continue;
      }
      if (words.isFunding(sentence.token(before - 1).lemma())) {
        continue;
      }
      for (Role role : trigger.word().at(preposition)) {
        boolean known =
            draft.suppliers.contains(party.party()) || draft.recipients.contains(party.party());
        if (!known && role == Role.SUPPLIER && draft.suppliers.isEmpty()) {
          draft.suppliers.add(party.party());
          draft.suppliers.addAll(referents.listed(sentence, party.to() - 1));
          draft.cover(party.from(), party.to());
        } else if (!known && role == Role.RECIPIENT && draft.recipients.isEmpty()) {
          draft.recipients.add(party.party());
          draft.recipients.addAll(referents.listed(sentence, party.to() - 1));
          draft.cover(party.from(), party.to());
        }
      }
    }
  }

  /** "Guns, in response to the arrest of monks by Chad": who arrests, and does not sell. */
  private static boolean actsElsewhere(Draft draft, Trigger trigger, PartyMention party) {
    Token agent = draft.sentence.token(party.to() - 1);
    return agent.is("nmod")
        && agent.head() > trigger.to()
        && draft.sentence.token(agent.head()).tag().equals("NN")
        && draft.items.stream().noneMatch(item -> item.covers(agent.head()));
  }

  /** "The delivery will follow, said the envoy to Chad": what is said of who speaks. */
  private boolean isPartedBySaying(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = sentence.token(i);
      if (token.tag().matches("VBD|VBZ|VBP") && words.tells(token.lemma())) {
        return true;
      }
    }
    return false;
  }

  /** Adds parties to a side, but for those that stand on the other. */
  static void addNew(Set<Party> from, Set<Party> to, Set<Party> opposite) {
    for (Party party : from) {
      if (opposite.stream().noneMatch(party::sameSide)) {
        to.add(party);
      }
    }
  }

  /** Gives a draft what was read around a word above, where it has nothing of its own. */
  static void handDown(Draft other, Draft draft) {
    boolean restricts = other.trigger.word().kind() == DealingKind.RESTRICTION;
    if (restricts && Discourse.meet(other.suppliers, other.recipients)) {
      other.recipients.clear();
    }
    if (restricts && !other.suppliers.isEmpty()) {
      draft.suppliers.clear();
    }
    if (restricts && !other.recipients.isEmpty()) {
      draft.recipients.clear();
    }
    if (draft.suppliers.isEmpty()) {
      addNew(other.suppliers, draft.suppliers, draft.recipients);
    }
    if (draft.recipients.isEmpty()) {
      addNew(other.recipients, draft.recipients, draft.suppliers);
      draft.domestic |=
          draft.recipients.isEmpty()
              && !restricts
              && Discourse.meet(other.recipients, draft.suppliers);
    }
    for (Party partner : other.partners) {
      if (draft.partners.stream().noneMatch(partner::sameSide)) {
        draft.partners.add(partner);
      }
    }
    draft.each.addAll(other.each);
    draft.bodySigns |= other.bodySigns;
    draft.approvers.addAll(other.approvers);
    other.pointers.forEach(draft.pointers::putIfAbsent);
    draft.signers.addAll(other.signers);
    draft.sides.addAll(other.sides);
    draft.origins.addAll(other.origins);
    draft.companions.addAll(other.companions);
    if (draft.items.isEmpty()) {
      draft.items.addAll(other.items);
      draft.pointsBack |= other.pointsBack;
      draft.pointedQuantity = draft.pointedQuantity.or(() -> other.pointedQuantity);
    }
    draft.cover(other.from, other.to);
  }
}
