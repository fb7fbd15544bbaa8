package org.attache.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.Mentions;
import org.attache.money.MoneyReader;
import org.attache.party.Party;
import org.attache.quantity.NumberReader;

/** Reads the drafts of a sentence: one for each trigger that is about a dealing itself. */
final class DraftReader {
  private final TriggerReader triggers;
  private final StageReader stages;
  private final Words words;
  private final PlaceReader places;
  private final ItemPhrases items;
  private final RoleFiller roles;
  private final Wishes wishes;
  private final Services services;
  private final Restrictions restrictions;
  private final ImpliedSeller impliedSeller;
  private final Prevention prevention;
  private final OpenQuestion openQuestion;
  private final NoDealing noDealing;
  private final Distribution distribution;

  DraftReader(TriggerReader triggers, StageReader stages, NumberReader numbers, Words words) {
    this.triggers = triggers;
    this.stages = stages;
    this.words = words;
    places = new PlaceReader(words);
    items = new ItemPhrases(numbers, words);
    roles = new RoleFiller(items, words);
    wishes = new Wishes(words);
    services = new Services(places, roles, items, words);
    restrictions = new Restrictions(words);
    impliedSeller = new ImpliedSeller(words);
    prevention = new Prevention(words);
    openQuestion = new OpenQuestion(words);
    noDealing = new NoDealing(places, items, words);
    distribution = new Distribution(numbers);
  }

  /** The drafts of a sentence in the order of their triggers. */
  List<Draft> read(Mentions mentions, Referents referents, boolean title) {
    Structure structure = new Structure(mentions, triggers.read(mentions));
    List<Draft> drafts = new ArrayList<>();
    for (Trigger trigger : structure.triggers()) {
      if (structure.governsAnother(trigger)
          || prevents(structure, trigger)
          || RoleFiller.onlyJoins(structure, trigger)
          || structure.isHandedOver(trigger)
          || structure.isToldByParticiple(trigger)) {
        continue;
      }
      OptionalInt preventing = preventing(structure, trigger);
      List<Trigger> chain = chain(structure, trigger, preventing);
      Draft draft = begin(structure, trigger, chain);
      fill(draft, trigger, mentions, referents, structure);
      Set<Party> ofGoods = Set.copyOf(draft.suppliers);
      for (Trigger above : chain) {
        fillFromAbove(draft, above, mentions, referents, structure);
      }
      services.soldAsWork(draft);
      ImpliedSeller.madeFor(draft, referents);
      Restrictions.hitSeller(draft, ofGoods);
      impliedSeller.soldByApprover(draft);
      Wishes.turnedDown(draft);
      Wishes.decidedAgainst(draft);
      services.whereTaught(draft, mentions, referents, structure);
      stages.read(draft, chain, title);
      Partners.helpIsTransfer(draft, chain);
      Restrictions.generalHalt(draft, chain);
      Restrictions.noLicences(draft, chain);
      boolean failed =
          preventing.isPresent() && Prevention.fails(structure.sentence(), preventing.getAsInt());
      if (failed) {
        Prevention.goesAhead(draft, preventing.getAsInt());
      } else {
        preventing.ifPresent(verb -> Prevention.refuse(draft, verb, referents));
      }
      boolean onlyWished =
          preventing.isPresent()
              && !failed
              && !Prevention.came(structure.sentence(), preventing.getAsInt());
      if (!onlyWished
          && !openQuestion.leaves(draft, trigger, chain)
          && !noDealing.is(draft, trigger, mentions, referents, structure)) {
        drafts.add(draft);
      }
    }
    Services.handOn(drafts);
    List<Draft> dealt = ImpliedSeller.byMaker(distribution.dealOut(drafts, mentions), referents);
    assignSums(dealt, mentions);
    return dealt;
  }

  /** A draft that knows its kind and what stands above it, and nothing yet of who and what. */
  private Draft begin(Structure structure, Trigger trigger, List<Trigger> chain) {
    Sentence sentence = structure.sentence();
    Draft draft = new Draft(sentence, trigger);
    draft.kind = kind(trigger, chain);
    draft.grounds.add((trigger.word().verb() ? "verb: " : "noun: ") + trigger.word().name());
    if (Partners.isExercise(trigger.word())) {
      draft.grounds.add(Partners.EXERCISE);
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
                        && Grounding.holds(structure, t));
    draft.underDeal = structure.triggers().stream().anyMatch(t -> Grounding.isGround(structure, t));
    structure
        .carrier(trigger)
        .ifPresent(
            verb -> {
              draft.carrier.add(verb);
              draft.carrier.addAll(structure.chainAbove(verb));
            });
    return draft;
  }

  /** The verb above that prevents a dealing, but for a ban on arms of all sorts. */
  private OptionalInt preventing(Structure structure, Trigger trigger) {
    return Restrictions.bansAllSorts(structure, trigger)
        ? OptionalInt.empty()
        : prevention.above(structure.sentence(), trigger.at());
  }

  /** The words above that tell how far a dealing has got. */
  private List<Trigger> chain(Structure structure, Trigger trigger, OptionalInt preventing) {
    if (words.isCourtesy(trigger.word().name())) {
      return List.of();
    }
    List<Trigger> above =
        structure.chainAbove(trigger).stream()
            .filter(t -> !onlySays(structure, t, trigger))
            .toList();
    if (above.isEmpty()) {
      above = container(structure, trigger).map(List::of).orElse(above);
    }
    return preventing.isPresent() ? Prevention.without(above, preventing.getAsInt()) : above;
  }

  /**
   * "Chad has sold guns, the study concludes", "wishes to state that": what is concluded or wished
   * is something said, and no dealing.
   */
  private boolean onlySays(Structure structure, Trigger above, Trigger below) {
    Sentence sentence = structure.sentence();
    boolean concludes =
        above.word().name().equals("conclude") && !sentence.children(above.at(), "ccomp").isEmpty();
    return above.word().verb()
        && (concludes
            || sentence.children(above.at(), "xcomp").stream()
                .anyMatch(
                    said ->
                        said.tag().equals("VB")
                            && words.tells(said.lemma())
                            && said.index() != below.at()
                            && sentence.dominates(said.index(), below.at())));
  }

  /** "The contract also covers training": the work is part of the contract. */
  private Optional<Trigger> container(Structure structure, Trigger trigger) {
    Sentence sentence = structure.sentence();
    Token part = sentence.token(trigger.at());
    while (part.is("conj") && part.head() >= 0) {
      part = sentence.token(part.head());
    }
    boolean contained =
        trigger.word().kind() == DealingKind.SERVICE
            && part.is("obj", "xcomp", "obl")
            && part.head() >= 0
            && words.contains(sentence.token(part.head()).lemma());
    return contained
        ? Syntax.subject(sentence, part.head()).stream()
            .boxed()
            .flatMap(subject -> structure.at(subject).stream())
            .filter(noun -> !noun.word().verb() && noun.word().stage().isPresent())
            .findFirst()
        : Optional.empty();
  }

  /** Whether all that a word says is that another dealing is prevented. */
  private boolean prevents(Structure structure, Trigger trigger) {
    return trigger.word().verb()
        && structure.triggers().stream()
            .filter(other -> !other.equals(trigger) && !Restrictions.bansAllSorts(structure, other))
            .map(other -> prevention.above(structure.sentence(), other.at()))
            .anyMatch(verb -> verb.isPresent() && trigger.covers(verb.getAsInt()));
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

  /** Who and what stands around a trigger itself. */
  private void fill(
      Draft draft, Trigger trigger, Mentions mentions, Referents referents, Structure structure) {
    Map<String, List<Integer>> around = places.read(trigger, mentions, structure);
    wishes.wishedBy(draft, trigger, mentions, referents, around);
    boolean service = trigger.word().kind() == DealingKind.SERVICE;
    boolean learns = service && Services.learns(draft.sentence, trigger, around);
    around.forEach(
        (place, tokens) -> {
          boolean later = Services.isPlaceOfWork(trigger.word(), place);
          for (int t : later ? List.<Integer>of() : tokens) {
            if (learns && place.equals("s")) {
              draft.recipients.addAll(referents.parties(draft.sentence, t));
              draft.cover(t, t + 1);
            } else {
              roles.assign(draft, trigger.word(), place, t, mentions, referents);
            }
          }
        });
    if (trigger.word().verb()) {
      RoleFiller.joined(draft, trigger, referents);
    }
    if (service && trigger.word().verb()) {
      services.sentToWork(draft, trigger, referents);
      services.doneFor(draft, trigger, mentions, referents);
      services.taughtToHandle(draft, trigger, mentions);
      Services.ofItsOwn(draft, trigger, mentions, around);
    }
    if (draft.items.isEmpty() && !draft.pointsBack && wantsItem(trigger.word())) {
      ItemPhrases.loose(draft, trigger, mentions, structure);
    }
    roles.included(draft, trigger, referents);
    roles.looseParties(draft, trigger, mentions, referents, structure);
    if (trigger.word().kind() == DealingKind.SERVICE && !trigger.word().verb()) {
      services.sentForService(draft, trigger, mentions, referents);
    }
    if (trigger.word().kind() == DealingKind.RESTRICTION && !trigger.word().verb()) {
      Restrictions.under(draft, trigger, referents);
      restrictions.broken(draft, trigger, referents);
    }
    if (!Discourse.isDirected(trigger.word().kind()) && !trigger.word().verb()) {
      Partners.fill(draft, trigger, mentions, referents, around.containsKey("with"));
    }
  }

  /** Who and what stands around a word above, for what the trigger itself leaves open. */
  private void fillFromAbove(
      Draft draft, Trigger above, Mentions mentions, Referents referents, Structure structure) {
    Draft other = new Draft(draft.sentence, above);
    places
        .read(above, mentions, structure)
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
                        roles.assign(other, above.word(), place, t, mentions, referents);
                      }
                    }));
    RoleFiller.handDown(other, draft);
  }

  private static boolean wantsItem(DealingWord word) {
    return word.roles().values().stream().anyMatch(r -> r.contains(Role.ITEM));
  }

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
}
