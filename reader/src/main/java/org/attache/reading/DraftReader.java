package org.attache.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.attache.mention.ItemMention;
import org.attache.mention.Mentions;
import org.attache.mention.PartyMention;
import org.attache.money.MoneyReader;
import org.attache.party.Party;
import org.attache.party.PartyName;
import org.attache.quantity.NumberReader;
import org.attache.quantity.Quantity;

/** Reads the drafts of a sentence: one for each trigger that is about a dealing itself. */
final class DraftReader {
  /** The ground of a claim that is about an exercise and not an agreement. */
  static final String EXERCISE = "an exercise";

  /** The ground of a service that something is sent for. */
  static final String SENT_FOR_SERVICE = "sent for service";

  /** The ground of a draft whose doer owns the wish above it. */
  private static final String WISHED = "wished by";

  private static final Set<String> POINTERS =
      Set.of(
          "it", "them", "they", "those", "these", "any", "some", "none", "both", "more", "others",
          "another", "one", "this", "all");

  private static final int FARTHEST_ITEM = 14;
  private static final List<String> PLACES_OF_WORK = List.of("in", "at");
  private static final List<String> EACH = List.of("with", "to", "of");
  private static final List<String> HOST = List.of("in", "at", "to");

  private final TriggerReader triggers;
  private final StageReader stages;
  private final NumberReader numbers;
  private final OpenQuestion openQuestion;
  private final Words words;
  private final Distribution distribution;
  private final Prevention prevention;

  DraftReader(TriggerReader triggers, StageReader stages, NumberReader numbers, Words words) {
    this.words = words;
    distribution = new Distribution(numbers);
    prevention = new Prevention(words);
    this.triggers = triggers;
    this.stages = stages;
    this.numbers = numbers;
    openQuestion = new OpenQuestion(words);
  }

  /** The drafts of a sentence in the order of their triggers. */
  List<Draft> read(Mentions mentions, Referents referents, boolean title) {
    Sentence sentence = mentions.sentence();
    Structure structure = new Structure(mentions, triggers.read(mentions));
    List<Draft> drafts = new ArrayList<>();
    for (Trigger trigger : structure.triggers()) {
      if (structure.governsAnother(trigger) || prevents(structure, trigger)) {
        continue;
      }
      Draft draft = new Draft(sentence, trigger);
      OptionalInt preventing =
          isRestriction(structure, trigger)
              ? OptionalInt.empty()
              : prevention.above(sentence, trigger.at());
      List<Trigger> chain = chain(structure, trigger, preventing);
      draft.kind = kind(trigger, chain);
      draft.grounds.add((trigger.word().verb() ? "verb: " : "noun: ") + trigger.word().name());
      if (isExercise(trigger.word())) {
        draft.grounds.add(EXERCISE);
      }
      draft.inService =
          trigger.word().verb()
              && words.isService(trigger.word().name())
              && (!Syntax.passive(sentence, trigger.at())
                  || Syntax.subject(sentence, trigger.at()).isPresent());
      draft.underOthers = !chain.isEmpty();
      chain.forEach(t -> draft.wordsAbove.add(t.at()));
      structure.triggers().forEach(t -> draft.dealingWords.add(t.at()));
      draft.underContract =
          structure.triggers().stream()
              .anyMatch(
                  t ->
                      !t.word().verb()
                          && t.word().stage().filter(Stage.ORDERED::equals).isPresent()
                          && holds(structure, t));
      draft.underDeal = structure.triggers().stream().anyMatch(t -> isGround(structure, t));
      structure
          .carrier(trigger)
          .ifPresent(
              verb -> {
                draft.carrier.add(verb);
                draft.carrier.addAll(structure.chainAbove(verb));
              });
      fill(draft, trigger, mentions, referents, structure);
      Set<Party> ofGoods = Set.copyOf(draft.suppliers);
      for (Trigger above : chain) {
        fillFromAbove(draft, above, mentions, referents, structure);
      }
      madeFor(draft, referents);
      hitSeller(draft, ofGoods);
      soldByApprover(draft);
      turnedDown(draft);
      whereTaught(draft, mentions, referents, structure);
      stages.read(draft, chain, title);
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
      generalHalt(draft, chain);
      noLicences(draft, chain);
      if (preventing.isPresent()) {
        Syntax.subject(sentence, preventing.getAsInt())
            .ifPresent(
                s -> {
                  draft.approvers.addAll(referents.parties(sentence, s));
                  draft.bystanders.addAll(referents.parties(sentence, s));
                });
        if (draft.polarity == Polarity.ASSERTED) {
          draft.stage = Optional.of(Stage.REFUSED);
          draft.grounds.add("prevented");
        }
      }
      boolean onlyWished =
          preventing.isPresent() && !Prevention.came(sentence, preventing.getAsInt());
      if (!onlyWished
          && !openQuestion.leaves(draft, trigger, chain)
          && !isEmptyRestriction(draft, structure)
          && !isEmptyRelation(draft)
          && !isUnhosted(draft, mentions, referents, structure)
          && !isMannerOf(structure, trigger)
          && !isForNoThing(draft, mentions, structure)
          && !givesWords(draft, mentions)
          && !isWithMany(draft, mentions, referents, structure)
          && !isFromMany(draft)
          && !isFittedOut(draft, mentions, structure)
          && !isTalkBefore(draft)
          && !doesOtherwise(draft)
          && !takesNothing(draft, mentions, structure)) {
        drafts.add(draft);
      }
    }
    handOn(drafts);
    List<Draft> dealt = distribution.dealOut(drafts, mentions);
    assignSums(dealt, mentions);
    return dealt;
  }

  /** The words above that tell how far a dealing has got. */
  private List<Trigger> chain(Structure structure, Trigger trigger, OptionalInt preventing) {
    if (words.isCourtesy(trigger.word().name())) {
      return List.of();
    }
    List<Trigger> above = structure.chainAbove(trigger);
    return preventing.isPresent() ? Prevention.without(above, preventing.getAsInt()) : above;
  }

  /** Whether all that a word says is that another dealing is prevented. */
  private boolean prevents(Structure structure, Trigger trigger) {
    return trigger.word().verb()
        && structure.triggers().stream()
            .filter(other -> !other.equals(trigger) && !isRestriction(structure, other))
            .map(other -> prevention.above(structure.sentence(), other.at()))
            .anyMatch(verb -> verb.isPresent() && trigger.covers(verb.getAsInt()));
  }

  /** "Barred firms from selling arms to Chad": a ban on arms of all sorts, and no one dealing. */
  private boolean isRestriction(Structure structure, Trigger trigger) {
    boolean banned =
        structure.chainAbove(trigger).stream()
            .anyMatch(t -> t.word().kind() == DealingKind.RESTRICTION);
    return banned
        && structure.mentions().items().stream()
            .filter(item -> item.from() >= trigger.to())
            .allMatch(item -> item.sort() == EquipmentNoun.Sort.GENERAL);
  }

  /** "Under the deal", "as part of the agreement": what is to come is settled by it. */
  private static boolean isGround(Structure structure, Trigger noun) {
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
  private static boolean holds(Structure structure, Trigger contract) {
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

  private static DealingKind kind(Trigger trigger, List<Trigger> chain) {
    if (chain.stream().anyMatch(t -> t.word().kind() == DealingKind.RESTRICTION)) {
      return DealingKind.RESTRICTION;
    }
    if (trigger.word().kind() != DealingKind.ANY) {
      return trigger.word().kind();
    }
    return chain.stream()
        .map(t -> t.word().kind())
        .filter(k -> k != DealingKind.ANY)
        .findFirst()
        .orElse(DealingKind.ANY);
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
            .anyMatch(o -> o.tag().equals("PRP") || POINTERS.contains(o.lower()));
    return !relative && !pointing;
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

  /** "Promoted a therapy", "elevates values": a word of relations with none beside it. */
  private static boolean isEmptyRelation(Draft draft) {
    DealingWord word = draft.trigger.word();
    return word.kind() == DealingKind.RELATIONS
        && word.verb()
        && word.takesEvent("o")
        && draft.sentence.children(draft.trigger.at(), "obj", "nsubj:pass").stream()
            .noneMatch(o -> o.tag().equals("PRP") || POINTERS.contains(o.lower()));
  }

  /** "Halted arms exports to": a stop to all of them is a restriction, and in force. */
  private static void generalHalt(Draft draft, List<Trigger> chain) {
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
  private static void noLicences(Draft draft, List<Trigger> chain) {
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
        && places(draft.trigger, mentions, structure).getOrDefault("o", List.of()).stream()
            .anyMatch(
                o ->
                    draft.sentence.token(o).isNoun()
                        && !draft.sentence.token(o).isName()
                        && mentions.itemAt(o).isEmpty());
  }

  /** "Provided no details of the submarines", "gave an interview": words are no goods. */
  private boolean givesWords(Draft draft, Mentions mentions) {
    DealingWord word = draft.trigger.word();
    return word.verb()
        && word.phrase().size() == 1
        && word.at("s").contains(Role.SUPPLIER)
        && draft.sentence.children(draft.trigger.at(), "obj", "nsubj:pass").stream()
            .anyMatch(
                o ->
                    o.isNoun()
                        && words.isImmaterial(o.lemma())
                        && mentions.itemAt(o.index()).isEmpty());
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
        places(draft.trigger, mentions, structure).entrySet().stream()
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
                            .noneMatch(DraftReader::endsPhrase));
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
        new ArrayList<>(places(draft.trigger, mentions, structure).getOrDefault("o", List.of()));
    if (verb.is("acl", "amod") && verb.head() >= 0) {
      fitted.add(verb.head());
    }
    return draft.recipients.isEmpty() && !draft.pointers.containsKey(Role.RECIPIENT)
        || fitted.stream().anyMatch(o -> !itemsUnder(draft.sentence, o, mentions).isEmpty());
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
    Map<String, List<Integer>> places = places(draft.trigger, mentions, structure);
    boolean fliesLater =
        draft.inService && Syntax.tense(draft.sentence, draft.trigger.at()) == Syntax.Tense.FUTURE;
    if (fliesLater) {
      return true;
    }
    boolean receivesGuests =
        takes
            && word.name().equals("receive")
            && Syntax.passive(draft.sentence, draft.trigger.at())
            && places.getOrDefault("o", List.of()).stream()
                .allMatch(o -> itemsUnder(draft.sentence, o, mentions).isEmpty());
    if (receivesGuests) {
      return true;
    }
    boolean fliesNoThing =
        draft.inService
            && places.containsKey("o")
            && places.get("o").stream()
                .allMatch(o -> itemsUnder(draft.sentence, o, mentions).isEmpty())
            && places.get("o").stream().anyMatch(o -> draft.sentence.token(o).isNoun());
    if (fliesNoThing) {
      return true;
    }
    return takes
        && word.at("o").contains(Role.ITEM)
        && !places.containsKey("o")
        && !places.containsKey("of");
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
    Map<String, List<Integer>> places = places(draft.trigger, mentions, structure);
    return HOST.stream()
        .flatMap(p -> places.getOrDefault(p, List.of()).stream())
        .allMatch(
            t -> referents.parties(draft.sentence, t).isEmpty() && modifier(mentions, t).isEmpty());
  }

  /** "Banned purchases from Belarus": who would sell is hit. */
  private static void hitSeller(Draft draft, Set<Party> ofGoods) {
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
   * "Congress approved a Saudi arms deal": whose law asks for consent to sales abroad is the one
   * who sells.
   */
  private void soldByApprover(Draft draft) {
    Set<Party> named = new java.util.LinkedHashSet<>(draft.suppliers);
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

  /** "Will produce 49 tanks for Thailand": arms made for others go to them. */
  private static void madeFor(Draft draft, Referents referents) {
    boolean made =
        draft.kind == DealingKind.TRADE
            && draft.trigger.word().verb()
            && draft.trigger.word().phrase().size() == 1
            && draft.items.stream().anyMatch(ItemMention::isArms);
    if (!made) {
      return;
    }
    Set<Party> makers = new java.util.LinkedHashSet<>(draft.suppliers);
    draft.partners.stream().limit(1).forEach(makers::add);
    Set<Party> receivers = new java.util.LinkedHashSet<>();
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

  /** "Rejected Iran's offer to buy": who turns a buyer down would have sold. */
  private static void turnedDown(Draft draft) {
    if (draft.grounds.contains(WISHED)
        && draft.suppliers.isEmpty()
        && !draft.recipients.isEmpty()
        && !Discourse.meet(draft.approvers, draft.recipients)) {
      draft.suppliers.addAll(draft.approvers);
    }
  }

  /** "Are trained in Denmark": the place tells who teaches where nobody else does. */
  private void whereTaught(
      Draft draft, Mentions mentions, Referents referents, Structure structure) {
    DealingWord word = draft.trigger.word();
    if (word.kind() != DealingKind.SERVICE || !draft.suppliers.isEmpty()) {
      return;
    }
    Draft other = new Draft(draft.sentence, draft.trigger);
    places(draft.trigger, mentions, structure)
        .forEach(
            (place, tokens) -> {
              if (PLACES_OF_WORK.contains(place)) {
                tokens.forEach(t -> assign(other, word, place, t, mentions, referents));
              }
            });
    addNew(other.suppliers, draft.suppliers, draft.recipients);
    if (!draft.suppliers.isEmpty()) {
      draft.cover(other.from, other.to);
    }
  }

  // ---- who and what

  private void fill(
      Draft draft, Trigger trigger, Mentions mentions, Referents referents, Structure structure) {
    Map<String, List<Integer>> places = places(trigger, mentions, structure);
    wishedBy(draft, trigger, mentions, referents, places);
    boolean service = trigger.word().kind() == DealingKind.SERVICE;
    boolean learns = service && learns(draft.sentence, trigger, places);
    places.forEach(
        (place, tokens) -> {
          boolean later =
              service
                  && PLACES_OF_WORK.contains(place)
                  && trigger.word().at(place).contains(Role.SUPPLIER);
          for (int t : later ? List.<Integer>of() : tokens) {
            if (learns && place.equals("s")) {
              draft.recipients.addAll(referents.parties(draft.sentence, t));
              draft.cover(t, t + 1);
            } else {
              assign(draft, trigger.word(), place, t, mentions, referents);
            }
          }
        });
    if (service && trigger.word().verb()) {
      doneFor(draft, trigger, mentions, referents);
      taughtToHandle(draft, trigger, mentions);
      ofItsOwn(draft, trigger, mentions, places);
    }
    if (draft.items.isEmpty() && !draft.pointsBack && wantsItem(trigger.word())) {
      looseItems(draft, trigger, mentions, structure);
    }
    looseParties(draft, trigger, mentions, referents, structure);
    if (trigger.word().kind() == DealingKind.SERVICE && !trigger.word().verb()) {
      sentForService(draft, trigger, mentions, referents);
    }
    if (trigger.word().kind() == DealingKind.RESTRICTION && !trigger.word().verb()) {
      under(draft, trigger, referents);
      broken(draft, trigger, referents);
    }
    if (!Discourse.isDirected(trigger.word().kind()) && !trigger.word().verb()) {
      boolean noState = draft.partners.stream().allMatch(p -> p.state().isEmpty());
      if (noState) {
        clauseSubject(draft, trigger, mentions, referents);
      }
      if (isExercise(trigger.word())
          && draft.partners.stream().allMatch(p -> p.state().isEmpty())) {
        List<Party> listed = referents.longestList(draft.sentence);
        if (!listed.isEmpty()) {
          draft.partners.clear();
          draft.partners.addAll(listed);
        }
      }
      if (trigger.word().kind() == DealingKind.COOPERATION && places.containsKey("with")) {
        withWhom(draft, trigger, referents);
      }
    }
  }

  /**
   * "Rejected Iran's offer to buy", "a Chadian request to supply": whose wish it is would do it,
   * whatever the parse hangs the infinitive on.
   */
  private void wishedBy(
      Draft draft,
      Trigger trigger,
      Mentions mentions,
      Referents referents,
      Map<String, List<Integer>> places) {
    Sentence sentence = draft.sentence;
    int noun = trigger.from() - 2;
    boolean wish =
        trigger.word().verb()
            && noun >= 0
            && sentence.token(noun + 1).lower().equals("to")
            && sentence.token(noun).isNoun()
            && words.isWish(sentence.token(noun).lemma())
            && !sentence.token(noun).is("nsubj");
    if (!wish) {
      return;
    }
    List<Party> owners = new ArrayList<>();
    for (Token owner : sentence.children(noun, "nmod:poss")) {
      owners.addAll(referents.parties(sentence, owner.index()));
    }
    if (owners.isEmpty()) {
      mentions.parties().stream()
          .filter(
              party ->
                  party.form() == PartyName.Form.ADJECTIVE
                      && sentence.token(party.to() - 1).head() == noun)
          .forEach(party -> owners.add(party.party()));
    }
    if (owners.isEmpty()) {
      return;
    }
    places.remove("s");
    if (trigger.word().at("s").contains(Role.SUPPLIER)) {
      draft.suppliers.addAll(owners);
    } else if (trigger.word().at("s").contains(Role.RECIPIENT)) {
      draft.recipients.addAll(owners);
    }
    draft.cover(noun, trigger.to());
    draft.grounds.add(WISHED);
  }

  /** "Pilots are training on the jet in Italy": nobody is taught but the subject. */
  private static boolean learns(
      Sentence sentence, Trigger trigger, Map<String, List<Integer>> places) {
    DealingWord word = trigger.word();
    return word.verb()
        && word.at("s").contains(Role.SUPPLIER)
        && word.at("o").contains(Role.RECIPIENT)
        && word.at("in").contains(Role.SUPPLIER)
        && !places.containsKey("o")
        && !Syntax.passive(sentence, trigger.at());
  }

  /** "Were trained to operate the launchers": the system that the lesson is on. */
  private void taughtToHandle(Draft draft, Trigger trigger, Mentions mentions) {
    Sentence sentence = draft.sentence;
    if (!draft.items.isEmpty() || !trigger.word().at("o").contains(Role.RECIPIENT)) {
      return;
    }
    List<Token> taught = new ArrayList<>(sentence.children(trigger.at(), "xcomp", "advcl"));
    for (Token pupil : sentence.children(trigger.at(), "obj")) {
      taught.addAll(sentence.children(pupil.index(), "acl"));
    }
    taught.stream()
        .filter(verb -> verb.isVerb() && words.isHandling(verb.lemma()))
        .flatMap(verb -> sentence.children(verb.index(), "obj").stream())
        .forEach(object -> assignItems(draft, object.index(), mentions, List.of(Role.ITEM)));
  }

  /** "Had its tanks upgraded by a firm": who had it done is served. */
  private void doneFor(Draft draft, Trigger trigger, Mentions mentions, Referents referents) {
    Sentence sentence = draft.sentence;
    OptionalInt above = Syntax.causative(sentence, trigger.at());
    if (above.isEmpty()) {
      return;
    }
    draft.suppliers.clear();
    draft.recipients.clear();
    for (Token agent : sentence.children(trigger.at(), "obl", "nmod")) {
      if (Syntax.preposition(sentence, agent.index()).filter("by"::equals).isPresent()) {
        draft.suppliers.addAll(referents.parties(sentence, agent.index()));
      }
    }
    Syntax.subject(sentence, above.getAsInt())
        .ifPresent(s -> draft.recipients.addAll(referents.parties(sentence, s)));
    List<Token> done = new ArrayList<>(sentence.children(above.getAsInt(), "obj"));
    done.addAll(sentence.children(trigger.at(), "nsubj", "nsubj:pass"));
    for (Token object : done) {
      assignItems(draft, object.index(), mentions, List.of(Role.ITEM));
    }
    draft.cover(above.getAsInt(), trigger.to());
    draft.grounds.add("done for");
  }

  /**
   * "Has a contract to modernise its six frigates": whose they are is served, and not who works.
   */
  private static void ofItsOwn(
      Draft draft, Trigger trigger, Mentions mentions, Map<String, List<Integer>> places) {
    Sentence sentence = draft.sentence;
    boolean firm =
        places.getOrDefault("s", List.of()).stream()
            .flatMap(s -> mentions.partyAt(s).stream())
            .anyMatch(p -> p.form() == PartyName.Form.COMPANY);
    boolean own =
        !Syntax.passive(sentence, trigger.at())
            && places.getOrDefault("o", List.of()).stream()
                .anyMatch(
                    o ->
                        sentence.children(o, "nmod:poss").stream()
                            .anyMatch(p -> p.lower().matches("its|their")))
            && !draft.suppliers.isEmpty()
            && !firm;
    if (own) {
      draft.recipients.clear();
      draft.recipients.addAll(draft.suppliers);
      draft.suppliers.clear();
      draft.grounds.add("of its own");
    }
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

  /**
   * "Placed the firm under sanctions", "on a blacklist", "is subject to an embargo": who is under
   * it is hit.
   */
  private static void under(Draft draft, Trigger trigger, Referents referents) {
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
                  addNew(
                      Set.copyOf(referents.parties(sentence, s)),
                      draft.suppliers,
                      draft.recipients));
    }
  }

  /** "Jordan has broken the embargo on Libya": who does not keep a ban is not who it hits. */
  private void broken(Draft draft, Trigger trigger, Referents referents) {
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
        addNew(
            Set.copyOf(referents.parties(sentence, subject.index())),
            draft.recipients,
            draft.suppliers);
      }
    }
  }

  /** An exercise, and not cooperation in a field. */
  private static boolean isExercise(DealingWord word) {
    return word.kind() == DealingKind.COOPERATION
        && !word.verb()
        && !word.at("in").contains(Role.ITEM)
        && !word.at("of").contains(Role.ITEM);
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

  /** Sending for repair is no transfer: how far the sending has got is how far the repair has. */
  private static void handOn(List<Draft> drafts) {
    for (Draft sending : List.copyOf(drafts)) {
      for (Draft service : drafts) {
        if (sending.trigger.word().verb()
            && service != sending
            && isSentWith(service, sending.trigger.at())) {
          if (sending.stage.filter(s -> s != Stage.DELIVERED).isPresent()) {
            service.stage = sending.stage;
          }
          service.certainty = service.certainty.and(sending.certainty);
          drafts.remove(sending);
          break;
        }
      }
    }
  }

  private static boolean isSentWith(Draft service, int verb) {
    return service.grounds.contains(SENT_FOR_SERVICE)
        && service.from <= verb
        && verb < service.to
        && verb != service.trigger.at();
  }

  /** "Sent a ship to Korea for repair": who is sent to does the work, on what is sent. */
  private void sentForService(
      Draft draft, Trigger trigger, Mentions mentions, Referents referents) {
    Sentence sentence = draft.sentence;
    Token token = sentence.token(trigger.at());
    int verb = token.head();
    boolean purpose = Syntax.preposition(sentence, trigger.at()).filter("for"::equals).isPresent();
    if (!purpose || verb < 0) {
      return;
    }
    if (!sentence.token(verb).isVerb()) {
      verb = sentence.token(verb).head();
    }
    if (verb < 0 || !sentence.token(verb).isVerb()) {
      return;
    }
    Set<Party> workers = new java.util.LinkedHashSet<>();
    List<ItemMention> sent = new ArrayList<>();
    for (PartyMention party : mentions.parties()) {
      boolean to =
          party.from() > verb
              && party.to() <= trigger.to() + 4
              && party.from() > 0
              && sentence.token(party.from() - 1).lower().matches("to|in|at");
      if (to) {
        workers.add(party.party());
      }
    }
    for (Token object : sentence.children(verb, "obj", "nsubj:pass")) {
      sent.addAll(itemsUnder(sentence, object.index(), mentions));
    }
    if (!workers.isEmpty() && !sent.isEmpty()) {
      draft.suppliers.clear();
      draft.suppliers.addAll(workers);
      draft.recipients.clear();
      OptionalInt subject = Syntax.subject(sentence, verb);
      if (subject.isPresent()) {
        draft.recipients.addAll(referents.parties(sentence, subject.getAsInt()));
      }
      draft.items.clear();
      draft.items.addAll(sent);
      draft.cover(verb, trigger.to());
      draft.grounds.add(SENT_FOR_SERVICE);
    }
  }

  private void fillFromAbove(
      Draft draft, Trigger above, Mentions mentions, Referents referents, Structure structure) {
    Draft other = new Draft(draft.sentence, above);
    places(above, mentions, structure)
        .forEach(
            (place, tokens) ->
                tokens.forEach(
                    t -> {
                      boolean ofLower =
                          place.equals("to")
                              && above.word().takesEvent("from")
                              && !other.recipients.isEmpty();
                      if (!ofLower
                          && (!structure.sentence().dominates(t, draft.trigger.at())
                              || place.equals("s"))) {
                        assign(other, above.word(), place, t, mentions, referents);
                      }
                    }));
    boolean restricts = above.word().kind() == DealingKind.RESTRICTION;
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

  private static void addNew(Set<Party> from, Set<Party> to, Set<Party> opposite) {
    for (Party party : from) {
      if (opposite.stream().noneMatch(party::sameSide)) {
        to.add(party);
      }
    }
  }

  private static boolean wantsItem(DealingWord word) {
    return word.roles().values().stream().anyMatch(r -> r.contains(Role.ITEM));
  }

  /** What stands where around a trigger, by the parse. */
  private Map<String, List<Integer>> places(
      Trigger trigger, Mentions mentions, Structure structure) {
    Sentence sentence = structure.sentence();
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    if (trigger.word().verb()) {
      verbPlaces(sentence, trigger, mentions, places);
    } else {
      nounPlaces(sentence, trigger, mentions, places, structure);
    }
    return places;
  }

  private static void put(Map<String, List<Integer>> places, String place, int token) {
    List<Integer> tokens = places.computeIfAbsent(place, p -> new ArrayList<>());
    if (!tokens.contains(token)) {
      tokens.add(token);
    }
  }

  private void verbPlaces(
      Sentence sentence, Trigger trigger, Mentions mentions, Map<String, List<Integer>> places) {
    int at = trigger.at();
    boolean passive = Syntax.passive(sentence, at);
    Syntax.subject(sentence, at).ifPresent(s -> put(places, "s", s));
    for (Token child : sentence.children(at)) {
      switch (child.plainRelation()) {
        case "nsubj" -> {
          if (child.is("nsubj:pass")) {
            put(places, "o", Syntax.antecedent(sentence, child.index(), at));
          }
        }
        case "obj" -> {
          put(places, "o", Syntax.antecedent(sentence, child.index(), at));
          nested(sentence, child.index(), trigger, places);
        }
        case "iobj" -> put(places, "i", child.index());
        case "obl", "nmod" -> prepositional(sentence, child, passive, trigger, places);
        default -> {}
      }
    }
    for (int i = trigger.from(); i < trigger.to(); i++) {
      if (i != at) {
        for (Token child : sentence.children(i, "obl", "nmod", "obj")) {
          if (!trigger.covers(child.index())) {
            if (child.is("obj")) {
              put(places, "o", child.index());
            } else {
              prepositional(sentence, child, passive, trigger, places);
            }
          }
        }
      }
    }
    receiverRightAfter(sentence, trigger, mentions, places);
    Token token = sentence.token(at);
    if (!places.containsKey("o") && token.head() >= 0) {
      boolean participle =
          token.is("acl") && token.tag().equals("VBN")
              || token.is("amod") && token.tag().equals("VBG") && token.head() > at
              || token.is("ccomp", "dep")
                  && sentence.token(token.head()).isNoun()
                  && sentence.children(at, "mark").stream().anyMatch(m -> m.lower().equals("that"));
      boolean gap =
          token.is("acl:relcl")
              && !sentence.children(at, "nsubj").isEmpty()
              && Syntax.antecedent(sentence, sentence.children(at, "nsubj").getFirst().index(), at)
                  == sentence.children(at, "nsubj").getFirst().index();
      boolean infinitive = token.is("acl") && token.tag().equals("VB") && passive;
      if (participle || gap || infinitive) {
        put(places, "o", token.head());
      }
      if (token.is("conj") && sentence.token(token.head()).isVerb()) {
        List<Token> shared = sentence.children(token.head(), passive ? "nsubj:pass" : "obj");
        if (!shared.isEmpty() && (passive || shared.getFirst().index() > at)) {
          put(places, "o", Syntax.antecedent(sentence, shared.getFirst().index(), token.head()));
        }
      }
      if (token.is("xcomp") && passive) {
        for (Token subject : sentence.children(token.head(), "nsubj", "nsubj:pass")) {
          put(places, "o", Syntax.antecedent(sentence, subject.index(), token.head()));
        }
      }
    }
  }

  /**
   * "Sold Armenia four batteries": the party right after the verb gets, whatever the parse says.
   */
  private static void receiverRightAfter(
      Sentence sentence, Trigger trigger, Mentions mentions, Map<String, List<Integer>> places) {
    if (trigger.word().at("i").isEmpty() || places.containsKey("i")) {
      return;
    }
    for (PartyMention party : mentions.parties()) {
      int first = party.from();
      while (first > trigger.to() && sentence.token(first - 1).tag().equals("DT")) {
        first--;
      }
      boolean modifies =
          party.form() == PartyName.Form.ADJECTIVE
              || party.form() == PartyName.Form.PLACE
              || sentence.token(party.to() - 1).is("nmod:poss")
              || party.to() < sentence.size() && sentence.token(party.to()).tag().equals("POS");
      boolean itemAfter =
          mentions.items().stream()
              .anyMatch(
                  i -> i.to() > party.to() && i.from() <= party.to() && i.head() >= party.to());
      if (first == trigger.to()
          && !modifies
          && itemAfter
          && party.to() < sentence.size()
          && sentence.token(party.to()).tag().matches("CD|DT|JJ.*|NN.*|VBN|RB|IN")) {
        put(places, "i", party.to() - 1);
      }
    }
  }

  private void prepositional(
      Sentence sentence,
      Token child,
      boolean passive,
      Trigger trigger,
      Map<String, List<Integer>> places) {
    Optional<String> preposition = Syntax.preposition(sentence, child.index());
    if (preposition.isEmpty() || isOfFunding(sentence, child.index())) {
      return;
    }
    String place = preposition.get();
    if (place.equals("by") && passive && trigger.word().verb()) {
      put(places, "s", child.index());
    } else if (trigger.word().phrase().size() > 1
        && place.equals(trigger.word().phrase().getLast())
        && trigger.word().at(place).isEmpty()) {
      put(places, "o", child.index());
    } else {
      put(places, place, child.index());
    }
    nested(sentence, child.index(), trigger, places);
  }

  /**
   * Phrases that the parse hangs on the object though they belong to the verb: "jets to Poland".
   */
  private void nested(
      Sentence sentence, int noun, Trigger trigger, Map<String, List<Integer>> places) {
    for (Token child : sentence.children(noun, "nmod", "conj")) {
      if (child.is("conj")) {
        nested(sentence, child.index(), trigger, places);
        continue;
      }
      Optional<String> preposition = Syntax.preposition(sentence, child.index());
      boolean owner = child.is("nmod:poss");
      if (preposition.isPresent()
          && !owner
          && !isOfFunding(sentence, child.index())
          && !preposition.get().equals("of")
          && !trigger.word().at(preposition.get()).isEmpty()) {
        put(places, preposition.get(), child.index());
        nested(sentence, child.index(), trigger, places);
      } else if (preposition.filter("of"::equals).isPresent()) {
        nested(sentence, child.index(), trigger, places);
      }
    }
  }

  /** "With money from Qatar": who pays is no side, whatever the parse hangs it on. */
  private boolean isOfFunding(Sentence sentence, int noun) {
    return sentence.children(noun, "case").stream()
        .anyMatch(
            preposition ->
                preposition.index() > 0
                    && words.isFunding(sentence.token(preposition.index() - 1).lemma()));
  }

  private void nounPlaces(
      Sentence sentence,
      Trigger trigger,
      Mentions mentions,
      Map<String, List<Integer>> places,
      Structure structure) {
    for (int i = trigger.from(); i < trigger.to(); i++) {
      for (Token child : sentence.children(i)) {
        if (trigger.covers(child.index())) {
          continue;
        }
        switch (child.plainRelation()) {
          case "nmod" -> {
            if (child.is("nmod:poss")) {
              put(places, "poss", child.index());
            } else {
              Syntax.preposition(sentence, child.index())
                  .ifPresent(p -> put(places, p, child.index()));
              nested(sentence, child.index(), trigger, places);
            }
          }
          case "amod", "compound" -> put(places, "mod", child.index());
          case "acl" -> {
            if (child
                .lower()
                .matches("covering|including|involving|comprising|containing|concerning|calling")) {
              sentence
                  .children(child.index(), "obj", "obl")
                  .forEach(o -> put(places, "for", o.index()));
            }
          }
          default -> {}
        }
      }
    }
    for (PartyMention party : mentions.parties()) {
      boolean before = party.to() <= trigger.from() && trigger.from() - party.to() <= 4;
      if (before
          && party.form() == PartyName.Form.ADJECTIVE
          && onlyModifiers(sentence, party.to(), trigger.from())) {
        put(places, "mod", party.to() - 1);
      }
    }
    Syntax.saidOf(sentence, trigger.at()).ifPresent(s -> put(places, "s", s));
    if (trigger.word().at("s").contains(Role.SUPPLIER)) {
      namedAs(sentence, trigger.at()).forEach(s -> put(places, "s", s));
    }
    for (Token subject : sentence.children(trigger.at(), "nsubj")) {
      put(places, "s", Syntax.antecedent(sentence, subject.index(), trigger.at()));
    }
    int head = sentence.token(trigger.at()).head();
    boolean nounOfVerb =
        head >= 0
            && sentence.token(head).isVerb()
            && sentence.token(trigger.at()).is("obj", "nsubj", "nsubj:pass");
    if (nounOfVerb) {
      for (Token child : sentence.children(head, "obl", "nmod")) {
        boolean after = child.index() > trigger.at();
        Optional<String> preposition = Syntax.preposition(sentence, child.index());
        boolean verbsOwn =
            structure
                .at(head)
                .filter(t -> !t.word().at(preposition.orElse("")).isEmpty())
                .isPresent();
        boolean othersAct =
            preposition.filter("by"::equals).isPresent()
                && structure.at(head).isEmpty()
                && Syntax.passive(sentence, head)
                && !words.carriesOut(sentence.token(head).lemma());
        if (after && preposition.isPresent() && !verbsOwn && !othersAct) {
          put(places, preposition.get(), child.index());
        }
      }
    }
  }

  /** "Its main suppliers are France, followed by Italy": who they are stands behind the verb. */
  private static List<Integer> namedAs(Sentence sentence, int noun) {
    Token token = sentence.token(noun);
    boolean named =
        token.is("nsubj")
            && token.head() > noun
            && sentence.token(token.head()).isName()
            && !sentence.children(token.head(), "cop").isEmpty();
    if (!named) {
      return List.of();
    }
    List<Integer> found = new ArrayList<>(List.of(token.head()));
    for (Token follower : sentence.children(token.head(), "acl", "advcl", "dep")) {
      if (follower.lemma().equals("follow")) {
        sentence.children(follower.index(), "obl", "nmod").forEach(f -> found.add(f.index()));
      }
    }
    return found;
  }

  private static boolean onlyModifiers(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!sentence.token(i).tag().matches("JJ.*|NN.*|VBN|HYPH|CD|CC")) {
        return false;
      }
    }
    return true;
  }

  private void assign(
      Draft draft,
      DealingWord word,
      String place,
      int token,
      Mentions mentions,
      Referents referents) {
    List<Role> roles = word.at(place);
    boolean done = false;
    String lemma = draft.sentence.token(token).lemma();
    if (words.isFunding(lemma) && !place.equals("o") || words.isPurpose(lemma)) {
      return;
    }
    if (roles.contains(Role.ITEM)) {
      done = assignItems(draft, token, mentions, roles);
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
        parties = withinPhrase(draft.sentence, token, mentions);
      }
      if (!parties.isEmpty()) {
        target.addAll(parties);
        if (role == Role.PARTY && place.equals("from")) {
          draft.origins.addAll(parties);
        }
        if (role == Role.PARTY && place.equals("with")) {
          draft.companions.addAll(parties);
        }
        if (role == Role.PARTNER && EACH.contains(place) && parties.size() > 1) {
          draft.each.addAll(parties);
        }
        draft.cover(Math.min(token, draft.from), Math.max(token + 1, draft.to));
      }
    }
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

  private static List<Party> modifier(Mentions mentions, int token) {
    return mentions.parties().stream()
        .filter(m -> m.covers(token))
        .map(PartyMention::party)
        .toList();
  }

  private boolean assignItems(Draft draft, int token, Mentions mentions, List<Role> roles) {
    Sentence sentence = draft.sentence;
    boolean anotherDealing =
        draft.trigger.word().verb()
            && token != draft.trigger.at()
            && draft.dealingWords.contains(token)
            && mentions.itemAt(token).isEmpty();
    if (anotherDealing) {
      return false;
    }
    List<ItemMention> found =
        new ArrayList<>(spelledOut(sentence, itemsUnder(sentence, token, mentions), mentions));
    if (!found.isEmpty()) {
      boolean weakParty =
          roles.size() > 1
              && found.stream()
                  .allMatch(i -> i.sort() == EquipmentNoun.Sort.WEAK && !i.covers(token));
      if (!weakParty) {
        if (found.size() == 1) {
          someOf(sentence, token, found.getFirst())
              .ifPresent(
                  some -> {
                    draft.items.remove(found.getFirst());
                    found.set(0, some);
                  });
        }
        runOn(sentence, found, mentions);
        for (ItemMention item : found) {
          if (draft.items.stream().noneMatch(i -> i.from() == item.from() && i.to() == item.to())) {
            draft.items.add(item);
            draft.cover(item.from(), item.to());
          }
        }
        return true;
      }
    }
    Token head = sentence.token(token);
    boolean money =
        mentions.sums().stream().anyMatch(s -> s.start() <= head.start() && head.end() <= s.end());
    boolean number =
        !money && head.tag().equals("CD") && numbers.read(texts(sentence), token).isPresent();
    boolean part =
        head.lower()
                .matches(
                    "first|second|third|last|latest|rest|remainder|half|most|batch|lot|number|lead")
            && (head.tag().startsWith("JJ")
                || !sentence.children(token, "nmod").isEmpty()
                || head.lower().matches("batch|lot|rest|remainder"));
    boolean pointer = POINTERS.contains(head.lower()) && !head.isNoun() || part;
    if (number || pointer && roles.size() == 1) {
      draft.pointsBack = true;
      draft.cover(token, token + 1);
      int counted =
          number
              ? token
              : sentence.children(token).stream()
                  .filter(child -> child.tag().equals("CD") && child.index() < token)
                  .findFirst()
                  .map(Token::index)
                  .orElse(-1);
      if (counted >= 0) {
        draft.pointedQuantity =
            numbers.read(texts(sentence), counted).map(NumberReader.Reading::quantity);
      }
      return true;
    }
    return false;
  }

  /** "The first two of 28 jets", "two out of the four ships": how many of them are meant. */
  private Optional<ItemMention> someOf(Sentence sentence, int token, ItemMention item) {
    int of = sentence.token(Math.min(token + 1, item.head())).lower().equals("out") ? 2 : 1;
    boolean before =
        token + of < item.head()
            && sentence.token(token + of).lower().equals("of")
            && (token < item.from()
                || sentence.tokens().subList(token + 1, item.head()).stream()
                    .anyMatch(t -> t.tag().equals("CD")));
    if (!before) {
      return Optional.empty();
    }
    Token head = sentence.token(token);
    Optional<Quantity> some =
        head.tag().equals("CD")
            ? numbers.read(texts(sentence), token).map(NumberReader.Reading::quantity)
            : switch (head.lower()) {
              case "pair" -> Optional.of(Quantity.exactly(2));
              case "first", "last", "second", "third", "fourth", "fifth", "final", "latest" ->
                  Optional.of(Quantity.exactly(1));
              default -> Optional.empty();
            };
    boolean less = some.isPresent() && !some.equals(item.quantity());
    return less ? some.map(item::counted) : Optional.empty();
  }

  private static List<String> texts(Sentence sentence) {
    return sentence.tokens().stream().map(Token::text).toList();
  }

  /** The items that a phrase is made of: itself, its conjuncts, what it is "of" or "including". */
  private List<ItemMention> itemsUnder(Sentence sentence, int token, Mentions mentions) {
    List<ItemMention> found = new ArrayList<>();
    for (ItemMention item : mentions.items()) {
      boolean inside = item.covers(token) || under(sentence, token, item.head());
      if (inside) {
        found.add(item);
      }
    }
    boolean strong = found.stream().anyMatch(i -> i.sort() == EquipmentNoun.Sort.SPECIFIC);
    if (strong) {
      List<ItemMention> all = List.copyOf(found);
      found.removeIf(
          i ->
              i.sort() == EquipmentNoun.Sort.WEAK && !i.definite() && i.quantity().isEmpty()
                  || i.sort() == EquipmentNoun.Sort.GENERAL && !isListed(sentence, i, all)
                  || i.sort() == EquipmentNoun.Sort.CIVIL);
    } else if (found.stream().anyMatch(i -> i.sort() != EquipmentNoun.Sort.WEAK)) {
      found.removeIf(i -> i.sort() == EquipmentNoun.Sort.WEAK && i.quantity().isEmpty());
    }
    found.sort(Comparator.comparingInt(ItemMention::from));
    return found;
  }

  /** "Arms and ammunition": a general word that stands in one list with the others. */
  private static boolean isListed(Sentence sentence, ItemMention item, List<ItemMention> others) {
    Token head = sentence.token(item.head());
    return others.stream()
        .filter(o -> !o.equals(item))
        .map(o -> sentence.token(o.head()))
        .anyMatch(
            o ->
                o.is("conj") && o.head() == head.index()
                    || head.is("conj") && (head.head() == o.index() || head.head() == o.head()));
  }

  /** A list runs on over what the parse hung elsewhere: "… and 290 rocket launchers". */
  private static void runOn(Sentence sentence, List<ItemMention> found, Mentions mentions) {
    int end = found.getLast().to();
    for (ItemMention item : mentions.items()) {
      if (isComplement(sentence, end, item)) {
        end = item.to();
        continue;
      }
      int gap = item.from() - end;
      boolean next =
          gap >= 1
              && gap <= 4
              && item.isArms()
              && sentence
                  .words(end, item.from())
                  .matches(
                      "(?:, )?(?:and|or|,|plus|as well as|along with|together with)(?: (?:also|the|a|an|its))?")
              && !sentence.token(item.head()).is("nsubj", "nsubj:pass");
      if (next) {
        found.add(item);
        end = item.to();
      }
    }
  }

  /** "Ammunition for the HIMARS system, mortar shells and": what a list runs on over. */
  private static boolean isComplement(Sentence sentence, int end, ItemMention item) {
    return item.from() > end
        && item.from() - end <= 3
        && sentence.words(end, item.from()).matches("(?:for|of)(?: (?:the|a|an|its))?");
  }

  /** "Russian arms, among them 24 fighters": what a general word stands for. */
  private static List<ItemMention> spelledOut(
      Sentence sentence, List<ItemMention> found, Mentions mentions) {
    if (found.size() != 1 || found.getFirst().sort() != EquipmentNoun.Sort.GENERAL) {
      return found;
    }
    int end = found.getFirst().to();
    List<ItemMention> listed = new ArrayList<>();
    for (ItemMention item : mentions.items()) {
      boolean introduced =
          listed.isEmpty()
              && item.from() > found.getFirst().to()
              && item.from() - found.getFirst().to() <= 8
              && sentence
                  .words(found.getFirst().to(), item.from())
                  .toLowerCase(Locale.ROOT)
                  .matches(
                      "(?:[^,:;]{0,30})?(?:, ?)?(?:among (?:them|which)|including|such as|namely|:)(?: [^,:;]{0,12})?");
      boolean next =
          !listed.isEmpty()
              && item.from() >= end
              && item.from() - end <= 4
              && sentence
                  .words(end, item.from())
                  .matches("(?:, )?(?:and|or|,|plus|as well as|along with)?(?: ?[\"'\u201c]?)");
      if ((introduced || next) && item.sort() != EquipmentNoun.Sort.GENERAL) {
        listed.add(item);
        end = item.to();
      }
    }
    return listed.isEmpty() ? found : listed;
  }

  private boolean under(Sentence sentence, int above, int below) {
    int at = below;
    for (int steps = 0; steps < 8 && at >= 0; steps++) {
      if (at == above) {
        return true;
      }
      Token token = sentence.token(at);
      boolean link =
          token.is("conj", "nmod", "compound", "dep", "appos", "amod", "nummod", "obl")
              && !token.is("nmod:poss");
      if (!link
          || token.head() >= 0 && sentence.token(token.head()).isVerb() && token.head() != above) {
        return false;
      }
      if (token.is("nmod", "obl")) {
        Optional<String> preposition = Syntax.preposition(sentence, at);
        if (preposition
            .filter(p -> p.matches("of|including|as|like|with|and|on|plus|for|from"))
            .isEmpty()) {
          return false;
        }
        boolean partOf =
            preposition.filter("for"::equals).isPresent()
                && token.head() >= 0
                && words.isPart(sentence.token(token.head()).lemma());
        boolean together =
            sentence.children(at, "case", "advmod").stream()
                    .anyMatch(c -> c.lower().matches("together|along|alongside"))
                || sentence
                    .words(Math.max(0, at - 6), at)
                    .matches(".*\\b(together|along) with\\b.*");
        if (preposition.filter(p -> p.matches("for|with|from")).isPresent()
            && !partOf
            && !together) {
          return false;
        }
      }
      at = token.head();
    }
    return false;
  }

  /**
   * Items near a trigger that the parse did not tie to it: those after it before the next trigger.
   */
  private static void looseItems(
      Draft draft, Trigger trigger, Mentions mentions, Structure structure) {
    Sentence sentence = structure.sentence();
    int limit = sentence.size();
    for (Trigger other : structure.triggers()) {
      if (other.from() >= trigger.to()
          && other.word().verb()
          && other.from() < limit
          && !other.equals(trigger)) {
        limit = other.from();
      }
    }
    for (ItemMention item : mentions.items()) {
      boolean own = item.isArms() && item.from() < trigger.to() && trigger.from() < item.to();
      boolean near = item.from() >= trigger.to() && item.from() <= trigger.to() + 3;
      boolean introduced =
          item.from() > trigger.to()
              && item.from() <= trigger.to() + FARTHEST_ITEM
              && trigger.word().at(sentence.token(item.from() - 1).lower()).contains(Role.ITEM)
              && sentence.tokens().subList(trigger.to(), item.from()).stream()
                  .noneMatch(DraftReader::endsPhrase);
      if (own || item.head() < limit && (near || introduced) && item.isArms()) {
        addLoose(draft, item, sentence, mentions);
        return;
      }
    }
  }

  /** An item and those that follow it in one list. */
  private static void addLoose(
      Draft draft, ItemMention first, Sentence sentence, Mentions mentions) {
    int end = first.to();
    for (ItemMention item : mentions.items()) {
      if (isComplement(sentence, end, item)) {
        end = item.to();
        continue;
      }
      boolean inList =
          item.equals(first)
              || item.from() >= end
                  && item.from() - end <= 2
                  && sentence.words(end, item.from()).matches("(, )?(and|or|,|as well as)?")
                  && item.isArms();
      if (inList) {
        draft.items.add(item);
        draft.cover(item.from(), item.to());
        end = item.to();
      }
    }
    draft.grounds.add("item beside");
  }

  private static boolean endsPhrase(Token token) {
    return token.text().matches("[;:]") || token.tag().matches("VBZ|VBP|MD");
  }

  /** Parties under a preposition near a trigger that the parse did not tie to it. */
  private void looseParties(
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

  // ---- money

  /** Roughly, as one sign of a dealing; what a claim is worth {@link Sums} decides. */
  private static void assignSums(List<Draft> drafts, Mentions mentions) {
    for (MoneyReader.Sum sum : mentions.sums()) {
      if (sum.each()) {
        continue;
      }
      Optional<Draft> nearest =
          drafts.stream()
              .filter(d -> d.value.isEmpty())
              .min(Comparator.comparingInt(d -> distance(d, sum)));
      nearest.ifPresent(d -> d.value = Optional.of(sum.value()));
    }
  }

  private static int distance(Draft draft, MoneyReader.Sum sum) {
    int at = draft.sentence.token(draft.trigger.at()).start();
    boolean inside = draft.start() <= sum.start() && sum.end() <= draft.end();
    return (inside ? 0 : 1000) + Math.abs(at - sum.start());
  }

  static OptionalInt first(List<Integer> tokens) {
    return tokens.isEmpty() ? OptionalInt.empty() : OptionalInt.of(tokens.getFirst());
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
