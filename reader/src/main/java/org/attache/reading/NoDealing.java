package org.attache.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.Mentions;
import org.attache.party.PartyName;

/**
 * Tells where a word of dealings is no dealing in its sentence, or none between sides with names.
 */
final class NoDealing {
  private final PlaceReader places;
  private final ItemPhrases items;
  private final Words words;

  NoDealing(PlaceReader places, ItemPhrases items, Words words) {
    this.places = places;
    this.items = items;
    this.words = words;
  }

  /** Whether what was read from a trigger is to be left. */
  boolean is(
      Draft draft, Trigger trigger, Mentions mentions, Referents referents, Structure structure) {
    return isEmptyRestriction(draft, structure)
        || isEmptyRelation(draft)
        || isUnhosted(draft, mentions, referents, structure)
        || isMannerOf(structure, trigger)
        || isForNoThing(draft, mentions, structure)
        || givesWords(draft, mentions)
        || givesTime(draft)
        || isAbleTo(draft)
        || isWithMany(draft, mentions, referents, structure)
        || isFromMany(draft)
        || isFittedOut(draft, mentions, structure)
        || isTalkBefore(draft)
        || doesOtherwise(draft)
        || dealsWithOther(draft, mentions, referents, structure)
        || isForPurpose(draft, mentions, structure)
        || isUseOfThing(draft, mentions)
        || isPartOf(draft)
        || leavesNothing(draft, mentions, structure)
        || isWarnedAgainst(draft)
        || isJourney(draft, mentions)
        || hasGuest(draft, mentions)
        || takesNothing(draft, mentions, structure);
  }

  /** "Extended the deployment", "ended the year": a word of restrictions with none beside it. */
  private static boolean isEmptyRestriction(Draft draft, Structure structure) {
    DealingWord word = draft.trigger.word();
    boolean onlyStage =
        word.verb()
            && word.kind() == DealingKind.RESTRICTION
            && word.takesEvent("o")
            && !word.at("o").contains(Role.ITEM);
    if (!onlyStage) {
      return false;
    }
    Sentence sentence = draft.sentence;
    Token verb = sentence.token(draft.trigger.at());
    boolean relative =
        verb.is("acl", "acl:relcl")
            && verb.head() >= 0
            && structure
                .at(verb.head())
                .filter(t -> t.word().kind() == DealingKind.RESTRICTION)
                .isPresent();
    boolean pointing =
        sentence.children(verb.index(), "obj", "nsubj:pass").stream()
            .anyMatch(o -> o.tag().equals("PRP") || ItemPhrases.POINTERS.contains(o.lower()));
    return !relative && !pointing;
  }

  /** "Promoted a therapy", "elevates values": a word of relations with none beside it. */
  private static boolean isEmptyRelation(Draft draft) {
    DealingWord word = draft.trigger.word();
    return word.kind() == DealingKind.RELATIONS
        && word.verb()
        && word.takesEvent("o")
        && draft.sentence.children(draft.trigger.at(), "obj", "nsubj:pass").stream()
            .noneMatch(o -> o.tag().equals("PRP") || ItemPhrases.POINTERS.contains(o.lower()));
  }

  /** "Keeps a battery in Israel": to station something takes a host. */
  private boolean isUnhosted(
      Draft draft, Mentions mentions, Referents referents, Structure structure) {
    DealingWord word = draft.trigger.word();
    boolean stations =
        word.kind() == DealingKind.COOPERATION
            && word.at(word.verb() ? "o" : "of").contains(Role.ITEM)
            && word.at("in").contains(Role.PARTNER);
    if (!stations) {
      return false;
    }
    if (!word.verb() && draft.items.isEmpty() && draft.partners.size() < 2) {
      return true;
    }
    Map<String, List<Integer>> around = places.read(draft.trigger, mentions, structure);
    return RoleFiller.HOST.stream()
        .flatMap(p -> around.getOrDefault(p, List.of()).stream())
        .allMatch(
            t ->
                referents.parties(draft.sentence, t).isEmpty()
                    && RoleFiller.modifier(mentions, t).isEmpty());
  }

  /** "Has delivered tanks in cooperation with Denmark": how something else is done. */
  private boolean isMannerOf(Structure structure, Trigger trigger) {
    Sentence sentence = structure.sentence();
    Token noun = sentence.token(trigger.at());
    return !trigger.word().verb()
        && words.isAdverbial(noun.lemma())
        && Syntax.preposition(sentence, noun.index()).filter("in"::equals).isPresent()
        && sentence.children(noun.index(), "det", "amod", "nmod:poss").isEmpty()
        && noun.head() >= 0
        && structure
            .at(noun.head())
            .filter(
                t ->
                    t.word().kind() == DealingKind.TRANSFER
                        || t.word().kind() == DealingKind.SERVICE)
            .isPresent();
  }

  /** "Upgrade the air force", "restore peace": what the work is done on is no equipment. */
  private boolean isForNoThing(Draft draft, Mentions mentions, Structure structure) {
    DealingWord word = draft.trigger.word();
    boolean works =
        (word.kind() == DealingKind.SERVICE || word.kind() == DealingKind.COOPERATION)
            && word.verb()
            && word.at("o").equals(List.of(Role.ITEM))
            && draft.items.isEmpty()
            && !draft.pointsBack;
    return works
        && places.read(draft.trigger, mentions, structure).getOrDefault("o", List.of()).stream()
            .anyMatch(
                o ->
                    !draft.trigger.covers(o)
                        && draft.sentence.token(o).isNoun()
                        && !draft.sentence.token(o).isName()
                        && mentions.itemAt(o).isEmpty());
  }

  /** "A delegation is to go to China for talks on a ship": those who go are no goods. */
  private boolean isJourney(Draft draft, Mentions mentions) {
    DealingWord word = draft.trigger.word();
    return word.verb()
        && word.at("s").contains(Role.ITEM)
        && draft.items.isEmpty()
        && !draft.pointsBack
        && draft.sentence.children(draft.trigger.at(), "nsubj").stream()
            .anyMatch(s -> isTraveller(draft.sentence, s, mentions));
  }

  private boolean isTraveller(Sentence sentence, Token subject, Mentions mentions) {
    boolean side =
        mentions
            .partyAt(subject.index())
            .filter(m -> m.form() != PartyName.Form.COMPANY)
            .isPresent();
    boolean officer =
        sentence.children(subject.index(), "compound").stream()
            .anyMatch(title -> words.isOffice(title.lemma().toLowerCase(Locale.ROOT)));
    return mentions.itemAt(subject.index()).isEmpty()
        && (side || officer || words.isPeople(subject.lemma()));
  }

  /** "Macron received Sisi in Paris": a guest is no thing that is handed over. */
  private boolean hasGuest(Draft draft, Mentions mentions) {
    DealingWord word = draft.trigger.word();
    return word.verb()
        && word.phrase().size() == 1
        && words.hosts(draft.sentence.token(draft.trigger.at()).lemma())
        && draft.sentence.children(draft.trigger.at(), "obj").stream()
            .anyMatch(
                o ->
                    mentions.itemAt(o.index()).isEmpty()
                        && (mentions.partyAt(o.index()).isPresent()
                            || words.isOffice(o.lemma())
                            || words.isPeople(o.lemma())));
  }

  /** "Threw out its advisers": who is put out is put out of nothing that is dealt with. */
  private boolean leavesNothing(Draft draft, Mentions mentions, Structure structure) {
    DealingWord word = draft.trigger.word();
    return word.verb()
        && word.at("o").equals(List.of(Role.RECIPIENT))
        && word.at("from").contains(Role.ITEM)
        && word.at("from").contains(Role.EVENT)
        && places.read(draft.trigger, mentions, structure).keySet().stream()
            .noneMatch(place -> place.matches("from|of"));
  }

  /** "Guns were handed over, part of an arms delivery": what was told belongs to it, no more. */
  private static boolean isPartOf(Draft draft) {
    Sentence sentence = draft.sentence;
    Token noun = sentence.token(draft.trigger.at());
    return !draft.trigger.word().verb()
        && noun.is("nmod")
        && noun.head() >= 0
        && sentence.token(noun.head()).lemma().equals("part")
        && sentence.token(noun.head()).is("appos")
        && draft.suppliers.isEmpty()
        && draft.recipients.isEmpty()
        && draft.value.isEmpty();
  }

  /** "Spare parts to upgrade its tanks": what a thing is for, and nobody is said to do. */
  private static boolean isUseOfThing(Draft draft, Mentions mentions) {
    Sentence sentence = draft.sentence;
    Token verb = sentence.token(draft.trigger.at());
    return draft.trigger.word().verb()
        && draft.trigger.word().kind() == DealingKind.SERVICE
        && verb.is("acl")
        && verb.tag().equals("VB")
        && verb.head() >= 0
        && mentions.itemAt(verb.head()).isPresent();
  }

  /** "A warning against supplying arms": nobody is said to supply any. */
  private static boolean isWarnedAgainst(Draft draft) {
    Sentence sentence = draft.sentence;
    Token verb = sentence.token(draft.trigger.at());
    return verb.tag().equals("VBG")
        && sentence.children(verb.index(), "mark", "case").stream()
            .anyMatch(m -> m.lower().equals("against"))
        && verb.head() >= 0
        && sentence.token(verb.head()).lemma().matches("warn(ing)?|caution|advise|advice");
  }

  /** "Bought jets to boost its security": what something is meant for, and no dealing by itself. */
  private static boolean isForPurpose(Draft draft, Mentions mentions, Structure structure) {
    Sentence sentence = draft.sentence;
    Token verb = sentence.token(draft.trigger.at());
    boolean purpose =
        draft.kind == DealingKind.ANY
            && draft.trigger.word().verb()
            && draft.items.isEmpty()
            && !draft.pointsBack
            && verb.is("advcl")
            && verb.tag().equals("VB")
            && sentence.children(verb.index(), "mark").stream()
                .anyMatch(m -> m.lower().equals("to"));
    return purpose
        && sentence.children(verb.index(), "obj").stream()
            .anyMatch(
                o ->
                    o.isNoun()
                        && structure.at(o.index()).isEmpty()
                        && mentions.itemAt(o.index()).isEmpty()
                        && mentions.partyAt(o.index()).isEmpty());
  }

  /** "Provided no details of the submarines", "gave an interview": words are no goods. */
  private boolean givesWords(Draft draft, Mentions mentions) {
    DealingWord word = draft.trigger.word();
    return word.verb()
        && word.phrase().size() == 1
        && word.at("s").contains(Role.SUPPLIER)
        && Stream.concat(
                draft.sentence.children(draft.trigger.at(), "obj", "nsubj:pass").stream(),
                given(draft).stream())
            .anyMatch(o -> isImmaterial(o) && mentions.itemAt(o.index()).isEmpty());
  }

  /** "Gave Chad until May to return the guns": a term is no goods. */
  private static boolean givesTime(Draft draft) {
    Sentence sentence = draft.sentence;
    boolean gives =
        draft.trigger.word().verb()
            && sentence.token(draft.trigger.at()).lemma().equals("give")
            && draft.items.isEmpty();
    return gives
        && sentence.tokens().stream()
            .filter(t -> t.lower().matches("until|till"))
            .anyMatch(t -> sentence.dominates(draft.trigger.at(), t.index()));
  }

  /** "The ability to deliver radars": what somebody could do. */
  private boolean isAbleTo(Draft draft) {
    Sentence sentence = draft.sentence;
    Token verb = sentence.token(draft.trigger.at());
    return verb.is("acl")
        && verb.tag().equals("VB")
        && verb.head() >= 0
        && words.isAbility(sentence.token(verb.head()).lemma())
        && !Syntax.negated(sentence, verb.head(), Set.of());
  }

  /** "Assurances given by Chad": what a participle says of something is done to that. */
  private static Optional<Token> given(Draft draft) {
    Token verb = draft.sentence.token(draft.trigger.at());
    boolean participle =
        verb.is("acl")
            && !verb.is("acl:relcl")
            && verb.tag().equals("VBN")
            && verb.head() >= 0
            && draft.sentence.children(verb.index(), "nsubj", "nsubj:pass", "mark").isEmpty();
    return participle ? Optional.of(draft.sentence.token(verb.head())) : Optional.empty();
  }

  /** "Supplies helicopters to 24 countries", "to foreign customers": no side that has a name. */
  private boolean isWithMany(
      Draft draft, Mentions mentions, Referents referents, Structure structure) {
    DealingWord word = draft.trigger.word();
    if (word.kind() != DealingKind.TRANSFER && word.kind() != DealingKind.ANY
        || !draft.recipients.isEmpty()) {
      return false;
    }
    boolean direct =
        places.read(draft.trigger, mentions, structure).entrySet().stream()
            .filter(
                place ->
                    word.at(place.getKey()).contains(Role.RECIPIENT) && !place.getKey().equals("s"))
            .flatMap(place -> place.getValue().stream())
            .anyMatch(token -> isNamelessGroup(draft.sentence, token, mentions, referents));
    return direct || goesToMany(draft, mentions, referents);
  }

  /** "Helicopters worth a billion to foreign partners": whatever the parse hangs it on. */
  private boolean goesToMany(Draft draft, Mentions mentions, Referents referents) {
    Sentence sentence = draft.sentence;
    boolean goods = draft.items.stream().anyMatch(i -> i.to() <= sentence.size());
    return goods
        && sentence.tokens().stream()
            .filter(t -> t.index() > draft.trigger.to())
            .filter(t -> isNamelessGroup(sentence, t.index(), mentions, referents))
            .anyMatch(
                t ->
                    Syntax.preposition(sentence, t.index()).filter("to"::equals).isPresent()
                        && sentence.tokens().subList(draft.trigger.to(), t.index()).stream()
                            .noneMatch(Syntax::endsPhrase));
  }

  private boolean isNamelessGroup(
      Sentence sentence, int token, Mentions mentions, Referents referents) {
    Token noun = sentence.token(token);
    boolean pointing =
        sentence.children(token, "det", "nmod:poss").stream()
            .anyMatch(d -> d.lower().matches("the|these|those|both|its|their"));
    return noun.tag().equals("NNS")
        && words.isGroup(noun.lemma())
        && !pointing
        && mentions.partyAt(token).isEmpty()
        && mentions.itemAt(token).isEmpty()
        && referents.parties(sentence, token).isEmpty();
  }

  /** "European weapons deliveries": nobody who supplies has a name. */
  private boolean isFromMany(Draft draft) {
    DealingWord word = draft.trigger.word();
    return !word.verb()
        && word.kind() == DealingKind.TRANSFER
        && draft.suppliers.isEmpty()
        && word.at("poss").stream().anyMatch(r -> r == Role.SUPPLIER || r == Role.PARTY)
        && draft.sentence.children(draft.trigger.at(), "amod", "compound").stream()
            .anyMatch(m -> words.isOfMany(m.lower()));
  }

  /** "Helicopters equipped with engines": what a thing has in it goes to nobody. */
  private boolean isFittedOut(Draft draft, Mentions mentions, Structure structure) {
    DealingWord word = draft.trigger.word();
    boolean equips =
        word.verb()
            && word.at("o").equals(List.of(Role.RECIPIENT))
            && word.at("with").contains(Role.ITEM);
    if (!equips) {
      return false;
    }
    Token verb = draft.sentence.token(draft.trigger.at());
    List<Integer> fitted =
        new ArrayList<>(
            places.read(draft.trigger, mentions, structure).getOrDefault("o", List.of()));
    if (verb.is("acl", "amod") && verb.head() >= 0) {
      fitted.add(verb.head());
    }
    return draft.recipients.isEmpty() && !draft.pointers.containsKey(Role.RECIPIENT)
        || fitted.stream().anyMatch(o -> !items.under(draft.sentence, o, mentions).isEmpty());
  }

  /** "During talks between India and Chad": when something else was said or done. */
  private static boolean isTalkBefore(Draft draft) {
    boolean talk =
        !draft.trigger.word().verb()
            && !draft.underOthers
            && draft.items.isEmpty()
            && draft.stage.filter(Stage.NEGOTIATED::equals).isPresent();
    return talk
        && Syntax.preposition(draft.sentence, draft.trigger.at())
            .filter(p -> p.matches("during|after|following|before|amid|at|since"))
            .isPresent();
  }

  /** "Is seeking to fend off rebels": what somebody wants to do is no dealing. */
  private static boolean doesOtherwise(Draft draft) {
    boolean wants =
        draft.trigger.word().verb()
            && draft.kind == DealingKind.ANY
            && draft.trigger.word().takesEvent("o")
            && draft.items.isEmpty()
            && !draft.pointsBack;
    return wants
        && draft.sentence.children(draft.trigger.at(), "obj", "obl", "nsubj:pass").isEmpty()
        && draft.sentence.children(draft.trigger.at(), "xcomp").stream().anyMatch(Token::isVerb);
  }

  /** "A test was carried out": what is dealt with is no dealing. */
  private boolean dealsWithOther(
      Draft draft, Mentions mentions, Referents referents, Structure structure) {
    DealingWord word = draft.trigger.word();
    Sentence sentence = draft.sentence;
    boolean deals =
        word.verb()
            && word.kind() == DealingKind.ANY
            && word.at("o").contains(Role.EVENT)
            && !word.at("o").contains(Role.ITEM)
            && draft.items.isEmpty()
            && !draft.pointsBack;
    return deals
        && sentence.children(draft.trigger.at(), "obj", "nsubj:pass").stream()
            .anyMatch(
                o ->
                    o.isNoun()
                        && !draft.trigger.covers(o.index())
                        && structure.at(o.index()).isEmpty()
                        && mentions.itemAt(o.index()).isEmpty()
                        && referents.parties(sentence, o.index()).isEmpty()
                        && !words.isPart(o.lemma())
                        && !words.pointsAtDealing(o.lemma()));
  }

  /**
   * "Was flying to Moscow", "bought on Friday", "bombers flew patrols": who gets or has something
   * must have a thing.
   */
  private boolean takesNothing(Draft draft, Mentions mentions, Structure structure) {
    DealingWord word = draft.trigger.word();
    boolean takes =
        word.verb()
            && word.kind() == DealingKind.TRANSFER
            && word.at("s").equals(List.of(Role.RECIPIENT))
            && draft.items.isEmpty()
            && !draft.pointsBack;
    boolean bare = !word.verb() && word.at("mod").equals(List.of(Role.NONE));
    if (takes && word.at("o").equals(List.of(Role.SUPPLIER)) || bare && draft.items.isEmpty()) {
      return true;
    }
    Map<String, List<Integer>> around = places.read(draft.trigger, mentions, structure);
    boolean replacesWithNothing =
        word.verb()
            && word.at("with").equals(List.of(Role.ITEM))
            && word.at("o").equals(List.of(Role.NONE))
            && !around.containsKey("with");
    if (replacesWithNothing) {
      return true;
    }
    boolean fliesLater =
        draft.inService && Syntax.tense(draft.sentence, draft.trigger.at()) == Syntax.Tense.FUTURE;
    if (fliesLater) {
      return true;
    }
    boolean receivesGuests =
        takes
            && word.name().equals("receive")
            && Syntax.passive(draft.sentence, draft.trigger.at())
            && around.getOrDefault("o", List.of()).stream()
                .allMatch(o -> items.under(draft.sentence, o, mentions).isEmpty());
    if (receivesGuests) {
      return true;
    }
    boolean fliesNoThing =
        draft.inService
            && around.containsKey("o")
            && around.get("o").stream()
                .allMatch(o -> items.under(draft.sentence, o, mentions).isEmpty())
            && around.get("o").stream().anyMatch(o -> draft.sentence.token(o).isNoun());
    if (fliesNoThing) {
      return true;
    }
    if (!takes || !word.at("o").contains(Role.ITEM)) {
      return false;
    }
    return !around.containsKey("o") && !around.containsKey("of")
        || around.getOrDefault("o", List.of()).stream()
                .anyMatch(o -> isImmaterial(draft.sentence.token(o)))
            && word.phrase().size() == 1;
  }

  /** "Further action", "an interview": what can be given or taken and is no goods. */
  private boolean isImmaterial(Token noun) {
    return noun.isNoun() && words.isImmaterial(noun.lemma());
  }
}
