package org.attache.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.attache.claim.Certainty;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.language.Token;

/**
 * Reads how far a dealing has got, whether it is denied, and how surely: from the trigger's own
 * form and from the words above it, the outermost word with a stage deciding.
 */
final class StageReader {
  private final Words words;

  StageReader(Words words) {
    this.words = words;
  }

  /** Fills stage, polarity and certainty of a draft. */
  void read(Draft draft, List<Trigger> chain, boolean title) {
    Sentence sentence = draft.sentence;
    own(draft, title);
    boolean contract =
        isContract(draft.trigger)
            || draft.underContract
                && (isReal(draft.trigger.word().stage()) || isDelivery(draft))
                && chain.stream().noneMatch(t -> t.word().verb() && isAgreed(t.word().stage()));
    for (Trigger above : chain) {
      contract |= isContract(above);
      apply(draft, above, title);
    }
    if (chain.stream().noneMatch(above -> above.word().stage().isPresent())) {
      mooted(draft);
    }
    if (chain.isEmpty()) {
      byWayOf(draft, title);
    }
    isWeighed(draft, chain.isEmpty() ? draft.trigger.at() : chain.getLast().at());
    choosesAmong(draft);
    planned(draft, chain);
    nearly(draft, chain);
    deniedAbove(draft);
    ofItsKind(draft);
    draft.ahead = draft.stage.filter(Stage.AGREED::equals).isPresent() && isDelivery(draft);
    draft.perhaps = draft.stage.filter(Stage.CONSIDERED::equals).isPresent() && isDelivery(draft);
    if (draft.stage.filter(Stage.AGREED::equals).isPresent()
        && contract
        && isFuture(sentence, draft.trigger.at())) {
      draft.stage = Optional.of(Stage.ORDERED);
    }
    if (isMereChance(draft)) {
      draft.stage = Optional.of(Stage.CONSIDERED);
    }
  }

  /** "The purchase is under consideration", "under negotiation": how far it has got. */
  private void isWeighed(Draft draft, int at) {
    Sentence sentence = draft.sentence;
    Token noun = sentence.token(at);
    int head = noun.head();
    boolean subject = !noun.isVerb() && noun.is("nsubj", "nsubj:pass") && head >= 0;
    Optional<Stage> weighed =
        subject && Syntax.preposition(sentence, head).filter("under"::equals).isPresent()
            ? words.weighing(sentence.token(head).lemma())
            : Optional.empty();
    weighed.ifPresent(
        stage -> {
          draft.stage = Optional.of(stage);
          draft.grounds.add("under: " + sentence.token(head).lower());
        });
    if (weighed.filter(Stage.CONSIDERED::equals).isPresent()) {
      draft.certainty = Certainty.POSSIBLE;
    }
  }

  /** "Will choose between two guns": neither has been chosen yet. */
  private static void choosesAmong(Draft draft) {
    Sentence sentence = draft.sentence;
    int at = draft.trigger.at();
    boolean open =
        draft.trigger.word().at("between").contains(Role.ITEM)
            && Syntax.tense(sentence, at) != Syntax.Tense.PAST
            && sentence.children(at, "obl", "nmod").stream()
                .anyMatch(
                    c ->
                        Syntax.preposition(sentence, c.index())
                            .filter("between"::equals)
                            .isPresent());
    if (open && draft.stage.filter(Stage.AGREED::equals).isPresent()) {
      draft.stage = Optional.of(Stage.CONSIDERED);
      draft.certainty = Certainty.POSSIBLE;
    }
  }

  /** "Spain's plans to sell ships": what is only planned will probably be. */
  private void planned(Draft draft, List<Trigger> chain) {
    Optional<Trigger> outermost =
        chain.stream().filter(t -> t.word().stage().isPresent()).reduce((a, b) -> b);
    boolean plan =
        draft.polarity == Polarity.ASSERTED
            && outermost
                .filter(t -> !t.word().verb() && words.isPlan(t.word().phrase().getLast()))
                .isPresent();
    if (plan) {
      draft.certainty = draft.certainty.and(Certainty.PROBABLE);
    }
  }

  /** "A deal for six jets could be worth a billion": none has been reached. */
  private static boolean isMereChance(Draft draft) {
    return !draft.trigger.word().verb()
        && draft.certainty == Certainty.POSSIBLE
        && draft.polarity == Polarity.ASSERTED
        && draft.stage.filter(s -> s == Stage.AGREED || s == Stage.ORDERED).isPresent()
        && Stream.concat(Stream.of(draft.trigger.at()), draft.wordsAbove.stream())
            .flatMap(word -> draft.sentence.children(word, "det").stream())
            .anyMatch(d -> d.lower().matches("an?"));
  }

  /**
   * "Bought in a deal worth …", "sent as a gift", "built under licence": the noun only says by what
   * way, and the verb how far.
   */
  private void byWayOf(Draft draft, boolean title) {
    if (draft.carrier.isEmpty()) {
      underLicence(draft);
      return;
    }
    Trigger verb = draft.carrier.getFirst();
    Draft carried = new Draft(draft.sentence, verb);
    carried.kind = draft.kind;
    carried.dealingWords.addAll(draft.dealingWords);
    own(carried, title);
    draft.carrier.stream().skip(1).forEach(above -> apply(carried, above, title));
    Optional<Stage> stage = carried.stage;
    if (draft.trigger.word().stage().filter(Stage.APPROVED::equals).isPresent()) {
      stage = stage.map(s -> s == Stage.DELIVERED ? Stage.UNDER_WAY : s);
    }
    if (stage.isPresent()) {
      draft.stage = stage;
      draft.polarity = carried.polarity;
      draft.certainty = draft.certainty.and(carried.certainty);
      draft.grounds.add("by way of: " + verb.word().name());
    }
  }

  /** "Made under licence": what is being made has got further than the licence. */
  private static void underLicence(Draft draft) {
    Sentence sentence = draft.sentence;
    int at = draft.trigger.at();
    int head = sentence.token(at).head();
    boolean licence =
        !draft.trigger.word().verb()
            && draft.trigger.word().stage().filter(Stage.APPROVED::equals).isPresent()
            && Syntax.preposition(sentence, at).filter("under"::equals).isPresent();
    if (licence && head >= 0 && sentence.token(head).isVerb()) {
      boolean later =
          switch (Syntax.tense(sentence, head)) {
            case FUTURE, OPEN, POSSIBLE, SHOULD -> true;
            case PAST, RUNNING, PRESENT -> false;
          };
      draft.stage = Optional.of(later ? Stage.AGREED : Stage.UNDER_WAY);
      draft.grounds.add("under licence");
    }
  }

  /** "Is reported to be close to a deal": it stands right under the word for nearness. */
  private boolean isUnderNearness(Sentence sentence, int word) {
    int head = sentence.token(word).head();
    return head >= 0
        && words.isNearness(sentence.token(head).lemma())
        && sentence.children(word, "case").stream().anyMatch(m -> m.lower().equals("to"));
  }

  /** "Is close to signing", "on the verge of a deal": it is still being talked about. */
  private void nearly(Draft draft, List<Trigger> chain) {
    Sentence sentence = draft.sentence;
    boolean reached = isReal(draft.stage) || draft.stage.filter(Stage.AGREED::equals).isPresent();
    int at =
        chain.isEmpty() || isUnderNearness(sentence, draft.trigger.at())
            ? draft.trigger.at()
            : chain.getLast().at();
    for (int step = 0; reached && step < 3 && sentence.token(at).head() >= 0; step++) {
      int head = sentence.token(at).head();
      boolean to =
          sentence.children(at, "mark", "case").stream().anyMatch(m -> m.lower().matches("to|of"));
      if (to && words.isNearness(sentence.token(head).lemma())) {
        draft.stage = Optional.of(Stage.NEGOTIATED);
        draft.grounds.add("near: " + sentence.token(head).lower());
        if (Syntax.negated(sentence, head, Set.of())) {
          draft.polarity = Polarity.DENIED;
        }
        return;
      }
      if (!sentence.token(at).is("obj", "xcomp", "ccomp", "nmod")) {
        return;
      }
      at = head;
    }
  }

  /** The stages that a kind of dealing does not have stand for those that it has. */
  private static void ofItsKind(Draft draft) {
    draft.stage =
        draft.stage.map(
            stage ->
                switch (draft.kind) {
                  case COOPERATION ->
                      stage == Stage.ORDERED
                          ? Stage.AGREED
                          : stage == Stage.DELIVERED ? Stage.UNDER_WAY : stage;
                  case RESTRICTION ->
                      stage == Stage.ORDERED || stage == Stage.DELIVERED
                          ? Stage.UNDER_WAY
                          : stage == Stage.SUSPENDED ? Stage.CANCELLED : stage;
                  case TRANSFER, SERVICE, RELATIONS, TRADE, ANY -> stage;
                });
  }

  private static boolean isContract(Trigger trigger) {
    return !trigger.word().verb()
        && trigger.word().stage().filter(Stage.ORDERED::equals).isPresent();
  }

  private static boolean isDelivery(Draft draft) {
    Optional<Stage> done =
        draft.trigger.word().verb() ? draft.trigger.word().stage() : draft.trigger.word().running();
    return done.filter(s -> s == Stage.DELIVERED || s == Stage.UNDER_WAY).isPresent();
  }

  /** "Reports that … are baseless", "there is no evidence that …". */
  private void deniedAbove(Draft draft) {
    Sentence sentence = draft.sentence;
    int at = draft.trigger.at();
    boolean within = true;
    for (int step = 0; step < 8 && at >= 0; step++) {
      Token token = sentence.token(at);
      int head = token.head();
      boolean below =
          at != draft.trigger.at() || !draft.trigger.word().verb() || token.is("ccomp", "csubj");
      if (below && head >= 0) {
        Token above = sentence.token(head);
        boolean content = token.is("ccomp") && words.isReport(above.lemma());
        boolean calledUntrue =
            token.is("nsubj", "obj", "nsubj:pass", "ccomp")
                && !content
                && (words.isUntrue(above.lemma()) || isNotTrue(sentence, above));
        boolean deniedReport =
            words.isReport(token.lemma())
                && token.is("obj", "nsubj:pass")
                && above.lemma().matches("deny|dismiss|reject|refute|rebut|debunk|quash");
        if (calledUntrue || deniedReport || isTermedUntrue(sentence, token)) {
          draft.polarity = Polarity.DENIED;
          draft.grounds.add("denied above: " + above.lower());
          return;
        }
      }
      if (within && head >= 0 && isDenied(sentence, token)) {
        draft.polarity = Polarity.DENIED;
        draft.grounds.add("denied above: " + sentence.token(head).lower());
        return;
      }
      if (within && head >= 0 && isDisbelieved(sentence, token)) {
        draft.polarity = Polarity.DENIED;
        draft.certainty = draft.certainty.and(Certainty.PROBABLE);
        draft.grounds.add("not believed");
        return;
      }
      if (within && at != draft.trigger.at() && isNothingTo(sentence, token)) {
        draft.polarity = Polarity.DENIED;
        draft.certainty = draft.certainty.and(Certainty.PROBABLE);
        draft.grounds.add("nothing above");
        return;
      }
      if (at != draft.trigger.at() && words.isSign(token.lemma()) && !token.isVerb()) {
        boolean none =
            Syntax.negated(sentence, at, Set.of())
                || head >= 0
                    && sentence.token(head).isVerb()
                    && Syntax.negated(sentence, head, Set.of());
        if (none) {
          draft.polarity = Polarity.DENIED;
          draft.certainty = draft.certainty.and(Certainty.PROBABLE);
          draft.grounds.add("no sign above");
          return;
        }
      }
      within &= !token.is("advcl", "acl:relcl", "parataxis", "appos");
      at = head;
    }
  }

  /** "Have seen nothing to suggest that", "there is nothing to show that". */
  private static boolean isNothingTo(Sentence sentence, Token token) {
    int to = token.index() - 1;
    return token.tag().equals("VB")
        && token.lemma().matches("suggest|show|indicate|prove|confirm|substantiate")
        && to > 0
        && sentence.token(to).lower().equals("to")
        && sentence.token(to - 1).lower().equals("nothing");
  }

  /** "Denied last week having sent", "denied at a briefing on Thursday that …". */
  private boolean isDenied(Sentence sentence, Token token) {
    Token verb = sentence.token(token.head());
    boolean that =
        sentence.children(token.index(), "mark").stream().anyMatch(m -> m.lower().equals("that"));
    boolean having =
        token.tag().equals("VBN")
            && sentence.children(token.index(), "aux").stream()
                .anyMatch(a -> a.lower().equals("having"));
    if (!that && !having && !isFalseRelative(sentence, token) || !token.isVerb()) {
      return false;
    }
    for (int step = 0; step < 4; step++) {
      boolean active = verb.isVerb() && !Syntax.negated(sentence, verb.index(), Set.of());
      if (active && verb.index() < token.index() && words.denies(verb.lemma())) {
        return true;
      }
      boolean time = verb.isNoun() && verb.is("obl", "obl:tmod", "nmod", "nmod:tmod");
      if (!time || verb.head() < 0) {
        return false;
      }
      verb = sentence.token(verb.head());
    }
    return false;
  }

  /** "On Monday that Chad had sold arms": the parse takes the clause for one about the day. */
  private static boolean isFalseRelative(Sentence sentence, Token token) {
    return token.is("acl:relcl")
        && !sentence.children(token.index(), "nsubj").isEmpty()
        && sentence.children(token.index(), "obj").size() > 1
        && sentence.children(token.index(), "obj").getFirst().lower().equals("that");
  }

  /** "We do not believe that Iran has sent …". */
  private boolean isDisbelieved(Sentence sentence, Token token) {
    Token verb = sentence.token(token.head());
    return token.is("ccomp")
        && token.isVerb()
        && verb.isVerb()
        && words.believes(verb.lemma())
        && !Syntax.passive(sentence, verb.index())
        && Syntax.negated(sentence, verb.index(), Set.of());
  }

  /** "Termed baseless a report that …", "called the claim false". */
  private boolean isTermedUntrue(Sentence sentence, Token token) {
    int verb = token.head();
    return token.is("obj", "nsubj:pass", "ccomp", "dep")
        && token.isNoun()
        && words.isReport(token.lemma())
        && words.terms(sentence.token(verb).lemma())
        && sentence.tokens().stream()
            .anyMatch(
                t ->
                    t.index() > verb
                        && words.isUntrue(t.lemma())
                        && (t.head() == verb || sentence.dominates(verb, t.index())));
  }

  /** "The claims that … are not true". */
  private static boolean isNotTrue(Sentence sentence, Token word) {
    return word.lemma().matches("true|correct|accurate|so|reality|truth")
        && Syntax.negated(sentence, word.index(), Set.of());
  }

  private void own(Draft draft, boolean title) {
    Sentence sentence = draft.sentence;
    DealingWord word = draft.trigger.word();
    int at = draft.trigger.at();
    if (!word.verb()) {
      draft.stage = word.stage().isPresent() ? word.stage() : word.running();
      draft.stageOfNoun = word.stage();
      if (word.name().contains("option")) {
        draft.certainty = Certainty.POSSIBLE;
      }
      if (draft.kind == DealingKind.TRANSFER && isSummedUp(draft, at)) {
        boolean sold = word.phrase().getLast().equals("sale") || isOrdered(word.running());
        draft.stage = Optional.of(sold ? Stage.ORDERED : Stage.DELIVERED);
      }
      if (isGiven(draft, at)) {
        draft.stage = Optional.of(Stage.DELIVERED);
      }
      modality(draft, at, title, true);
      if (isStillToCome(draft, at)) {
        draft.stage = ahead(draft);
      }
      if (hasNoOutcome(draft, at)) {
        draft.polarity = Polarity.DENIED;
      }
      underPossibility(draft, at);
      return;
    }
    draft.stage = staged(sentence, at, word, title, draft);
    modality(draft, at, title, false);
  }

  /** "Arms sales totalled 3 billion dollars in 2019": what has gone so far. */
  private boolean isSummedUp(Draft draft, int at) {
    Sentence sentence = draft.sentence;
    Token token = sentence.token(at);
    return token.is("nsubj")
        && token.head() >= 0
        && words.sumsUp(sentence.token(token.head()).lemma())
        && Syntax.tense(sentence, token.head()) == Syntax.Tense.PAST
        && !Syntax.negated(sentence, token.head(), Set.of());
  }

  /** "Deliveries will take place in 2027", "the next round of the exercise will focus on …". */
  private static boolean isStillToCome(Draft draft, int at) {
    Sentence sentence = draft.sentence;
    Token token = sentence.token(at);
    if (token.is("nmod")
        && Syntax.preposition(sentence, at).filter("of"::equals).isPresent()
        && token.head() >= 0) {
      token = sentence.token(token.head());
    }
    boolean runs =
        draft.stage.filter(s -> s == Stage.UNDER_WAY || s == Stage.DELIVERED).isPresent();
    return runs
        && (draft.kind == DealingKind.TRANSFER
            || draft.kind == DealingKind.SERVICE
            || draft.kind == DealingKind.COOPERATION)
        && token.is("nsubj", "nsubj:pass")
        && token.head() >= 0
        && Syntax.tense(sentence, token.head()) == Syntax.Tense.FUTURE;
  }

  /** "The helicopters were a gift from Norway": they are there. */
  private static boolean isGiven(Draft draft, int at) {
    Sentence sentence = draft.sentence;
    return draft.trigger.word().name().matches("gift|donation")
        && sentence.children(at, "cop").stream().anyMatch(c -> c.tag().matches("VBD|VBZ|VBP"))
        && !sentence.children(at, "nsubj").isEmpty();
  }

  /** "Has not led to a contract". */
  private boolean hasNoOutcome(Draft draft, int at) {
    Sentence sentence = draft.sentence;
    Token token = sentence.token(at);
    return token.is("obl", "obj")
        && token.head() >= 0
        && words.isOutcome(sentence.token(token.head()).lemma())
        && Syntax.negated(sentence, token.head(), draft.dealingWords);
  }

  private static boolean isOrdered(Optional<Stage> stage) {
    return stage.filter(Stage.ORDERED::equals).isPresent();
  }

  /** "The planned purchase", "a potential transfer": how far it has got stands before the noun. */
  private void mooted(Draft draft) {
    boolean real = isReal(draft.stage) || draft.stage.filter(Stage.AGREED::equals).isPresent();
    if (draft.kind != DealingKind.TRANSFER || draft.trigger.word().verb() || !real) {
      return;
    }
    List<Token> before = draft.sentence.children(draft.trigger.at(), "amod");
    if (before.stream().anyMatch(a -> words.isPossible(a.lower()))) {
      draft.stage = Optional.of(Stage.CONSIDERED);
      draft.certainty = Certainty.POSSIBLE;
    } else if (before.stream().anyMatch(a -> words.isIntended(a.lower()))) {
      boolean buys = draft.trigger.word().at("poss").contains(Role.RECIPIENT);
      draft.stage = Optional.of(buys ? Stage.SOUGHT : Stage.AGREED);
      draft.certainty = Certainty.PROBABLE;
    }
  }

  /** "Could become a centre of joint production": what the clause only thinks possible. */
  private static void underPossibility(Draft draft, int at) {
    Sentence sentence = draft.sentence;
    int verb = at;
    for (int step = 0; step < 5 && verb >= 0 && !isClause(sentence, verb); step++) {
      verb = sentence.token(verb).head();
    }
    if (verb >= 0 && Syntax.tense(sentence, verb) == Syntax.Tense.POSSIBLE) {
      draft.certainty = Certainty.POSSIBLE;
      draft.stage =
          draft.stage.map(s -> isReal(Optional.of(s)) || s == Stage.AGREED ? Stage.CONSIDERED : s);
    }
  }

  private static boolean isClause(Sentence sentence, int at) {
    return sentence.token(at).isVerb() || !sentence.children(at, "cop").isEmpty();
  }

  private Optional<Stage> staged(
      Sentence sentence, int at, DealingWord word, boolean title, Draft draft) {
    Syntax.Tense tense = Syntax.tense(sentence, at);
    boolean supplierSpeaks =
        word.supplierStage().isPresent()
            && (!draft.suppliers.isEmpty() && draft.recipients.isEmpty() && !has(draft, "from")
                || word.at("to").contains(Role.RECIPIENT) && has(draft, "to"));
    Optional<Stage> done = supplierSpeaks ? word.supplierStage() : word.stage();
    Optional<Stage> running = supplierSpeaks ? word.supplierStage() : word.running();
    return switch (tense) {
      case PAST -> goesOn(draft) ? running : done;
      case PRESENT ->
          title || isHaving(word) ? done : word.phrase().size() > 1 ? running : habit(running);
      case RUNNING ->
          isHabit(sentence, at)
              ? done.filter(Stage.DELIVERED::equals).isPresent()
                  ? Optional.of(Stage.UNDER_WAY)
                  : habit(running)
              : running;
      case FUTURE, SHOULD, POSSIBLE, OPEN -> done;
    };
  }

  /** "Has 24 jets on order": how things stand, and no habit. */
  static boolean isHaving(DealingWord word) {
    return word.phrase().size() > 1 && word.phrase().getFirst().equals("have");
  }

  /** "Buys most of its arms from …", "is not buying arms": no one purchase, but what goes on. */
  private static Optional<Stage> habit(Optional<Stage> running) {
    return running.map(s -> s == Stage.ORDERED ? Stage.UNDER_WAY : s);
  }

  /** "Has trained its crews since 2007": the work has not ended. */
  private static boolean goesOn(Draft draft) {
    Sentence sentence = draft.sentence;
    int at = draft.trigger.at();
    boolean perfect =
        sentence.children(at, "aux").stream().anyMatch(a -> a.tag().matches("VBZ|VBP"));
    boolean since =
        sentence.children(at, "obl", "advcl", "nmod", "advmod").stream()
            .anyMatch(
                c ->
                    c.lower().equals("since")
                        || sentence.children(c.index(), "case", "mark").stream()
                            .anyMatch(m -> m.lower().equals("since")));
    boolean counted =
        sentence.children(at, "obj", "nsubj:pass").stream()
            .anyMatch(o -> !sentence.children(o.index(), "nummod").isEmpty());
    return draft.trigger.word().kind() == DealingKind.SERVICE && perfect && since && !counted;
  }

  /** "Has been buying", "is not buying". */
  private static boolean isHabit(Sentence sentence, int at) {
    return sentence.children(at, "aux").stream().anyMatch(a -> a.lemma().equals("have"))
        || Syntax.negated(sentence, at, Set.of());
  }

  /** Whether something stands under a preposition at the trigger or its object. */
  private static boolean has(Draft draft, String preposition) {
    Sentence sentence = draft.sentence;
    int at = draft.trigger.at();
    return Stream.concat(
            sentence.children(at, "obl", "nmod").stream(),
            sentence.children(at, "obj").stream()
                .flatMap(o -> sentence.children(o.index(), "nmod").stream()))
        .anyMatch(
            c -> Syntax.preposition(sentence, c.index()).filter(preposition::equals).isPresent());
  }

  /** What the word's own auxiliaries, adverbs and hedges do. */
  private void modality(Draft draft, int at, boolean title, boolean noun) {
    Sentence sentence = draft.sentence;
    Syntax.Tense tense = noun ? Syntax.Tense.OPEN : Syntax.tense(sentence, at);
    boolean negated = Syntax.negated(sentence, at, draft.dealingWords);
    boolean real = isReal(draft.stage);
    if (!noun && Syntax.noLonger(sentence, at) && (real || isAgreed(draft.stage))) {
      draft.stage = Optional.of(Stage.SUSPENDED);
      return;
    }
    boolean nothing = tense == Syntax.Tense.FUTURE && real && isNone(draft);
    if (nothing && !negated) {
      draft.stage = Optional.of(Stage.REFUSED);
      draft.polarity = Polarity.ASSERTED;
      return;
    }
    if (negated) {
      boolean refusal =
          real
              && (tense == Syntax.Tense.FUTURE && !isNotAll(sentence, at)
                  || !noun && Syntax.unable(sentence, at));
      boolean forbidden =
          !noun && draft.stage.filter(Stage.APPROVED::equals).isPresent() && permits(sentence, at);
      if (refusal || forbidden) {
        draft.stage = Optional.of(Stage.REFUSED);
        return;
      }
      draft.polarity = draft.polarity == Polarity.DENIED ? Polarity.ASSERTED : Polarity.DENIED;
    }
    if (tense == Syntax.Tense.FUTURE && real) {
      boolean plan = !noun && isBuyersPlan(draft, at);
      draft.stage = plan ? Optional.of(Stage.SOUGHT) : ahead(draft);
      draft.certainty = plan ? draft.certainty.and(Certainty.PROBABLE) : draft.certainty;
    }
    if (tense == Syntax.Tense.POSSIBLE) {
      draft.certainty = Certainty.POSSIBLE;
      draft.stage =
          draft.stage.map(
              s ->
                  isReal(Optional.of(s))
                          || s == Stage.AGREED
                          || s == Stage.APPROVED
                          || s == Stage.SOUGHT && !noun && at == draft.trigger.at()
                      ? Stage.CONSIDERED
                      : s);
    }
    if (tense == Syntax.Tense.SHOULD && real) {
      boolean due = !noun && isDueDate(draft, at);
      draft.stage = due ? ahead(draft) : Optional.of(Stage.SOUGHT);
      draft.certainty = due ? draft.certainty.and(Certainty.PROBABLE) : draft.certainty;
    }
    for (Token adverb : sentence.children(at, "advmod")) {
      words.adverb(adverb.lower()).ifPresent(c -> draft.certainty = draft.certainty.and(c));
    }
    hedged(draft, at, noun);
    if (tense == Syntax.Tense.OPEN && !noun) {
      openVerb(draft, at, title);
    }
  }

  /** "Will buy twelve jets": what a buyer means to do, and the seller has not agreed to. */
  private boolean isBuyersPlan(Draft draft, int at) {
    return at == draft.trigger.at()
        && !Syntax.isArranged(draft.sentence, at)
        && !Syntax.passive(draft.sentence, at)
        && draft.trigger.word().at("s").equals(List.of(Role.RECIPIENT))
        && isOrdered(draft.trigger.word().stage())
        && !draft.underContract
        && !draft.underDeal
        && (!draft.underOthers || isOnlyAnnounced(draft));
  }

  /** "Announced that it would buy": the word above only brings it in. */
  private boolean isOnlyAnnounced(Draft draft) {
    return draft.wordsAbove.stream()
        .allMatch(
            word ->
                words.says(draft.sentence.token(word).lemma())
                    && draft.sentence.children(word, "ccomp").stream()
                        .anyMatch(clause -> clause.index() == draft.trigger.at()));
  }

  /** "The first ship should be delivered by 2027": a schedule and no demand. */
  private static boolean isDueDate(Draft draft, int at) {
    Sentence sentence = draft.sentence;
    boolean comes =
        Syntax.passive(sentence, at)
            || draft.trigger.word().at("s").contains(Role.ITEM)
            || draft.trigger.word().at("s").contains(Role.RECIPIENT);
    return comes
        && isDelivery(draft)
        && sentence.tokens().stream()
            .skip(at)
            .anyMatch(t -> t.lower().matches("20\\d\\d|next|later|end|early|soon"));
  }

  /** "Will impose no sanctions". */
  private static boolean isNone(Draft draft) {
    return !draft.trigger.word().verb()
        && draft.polarity == Polarity.DENIED
        && Syntax.negated(draft.sentence, draft.trigger.at(), Set.of());
  }

  /** "Will not all be delivered on time": some will. */
  private static boolean isNotAll(Sentence sentence, int at) {
    return sentence
        .words(Math.max(0, at - 4), at)
        .toLowerCase(Locale.ROOT)
        .matches(".*\\bnot all\\b.*");
  }

  private static boolean permits(Sentence sentence, int at) {
    return sentence.token(at).lemma().matches("permit|allow|let|authori[sz]e");
  }

  private static boolean isAgreed(Optional<Stage> stage) {
    return stage.filter(s -> s == Stage.AGREED || s == Stage.APPROVED).isPresent();
  }

  /** "Is expected to deliver", "is likely to", "is due". */
  private void hedged(Draft draft, int trigger, boolean noun) {
    Sentence sentence = draft.sentence;
    int at = Syntax.firstOf(sentence, trigger);
    Token token = sentence.token(at);
    if (isDueBefore(sentence, at) && isReal(draft.stage)) {
      draft.stage = ahead(draft);
      draft.certainty = draft.certainty.and(Certainty.PROBABLE);
      draft.grounds.add("hedge: due");
      return;
    }
    if (isUnwilling(sentence, at) && isReal(draft.stage)) {
      draft.stage = Optional.of(Stage.REFUSED);
      draft.grounds.add("hedge: unwilling");
      return;
    }
    int above = token.head();
    boolean below =
        token.is("xcomp", "ccomp", "csubj", "advcl") || noun && token.is("nsubj", "nsubj:pass");
    if (above < 0 || !below) {
      return;
    }
    Token governor = sentence.token(above);
    Optional<Words.Hedge> hedge = words.hedge(governor.lower());
    if (hedge.isEmpty()) {
      hedge = words.hedge(governor.lemma());
    }
    boolean passive = governor.isVerb() && Syntax.passive(sentence, above);
    boolean plainVerb = governor.isVerb() && !passive && !token.is("xcomp");
    if (hedge.isEmpty() || plainVerb && !noun) {
      return;
    }
    draft.certainty = draft.certainty.and(hedge.get().certainty());
    if (hedge.get().denies()) {
      draft.polarity = Polarity.DENIED;
      return;
    }
    if (Syntax.negated(sentence, above, draft.dealingWords)) {
      draft.polarity = Polarity.DENIED;
    }
    if (hedge.get().future() && isReal(draft.stage)) {
      draft.stage = ahead(draft);
    }
    draft.grounds.add("hedge: " + governor.lower());
  }

  /** "Is unwilling to sell", "with Chad unwilling to sell". */
  private static boolean isUnwilling(Sentence sentence, int verb) {
    return verb > 1
        && sentence.token(verb - 1).lower().equals("to")
        && sentence.token(verb - 2).lower().equals("unwilling");
  }

  /** "With the first six due to arrive": the parse takes the word for a part of the infinitive. */
  private boolean isDueBefore(Sentence sentence, int at) {
    boolean infinitive =
        sentence.token(at).is("acl") && at > 1 && sentence.token(at - 1).lower().equals("to");
    return infinitive
        && words.hedge(sentence.token(at - 2).lower()).filter(Words.Hedge::future).isPresent();
  }

  /** "Is to deliver", "to be delivered by 2027": still to come. */
  private void openVerb(Draft draft, int at, boolean title) {
    Sentence sentence = draft.sentence;
    Token token = sentence.token(at);
    boolean beTo =
        token.is("xcomp", "ccomp")
            && token.head() >= 0
            && sentence.token(token.head()).lemma().equals("be");
    boolean headline = title && sentence.token(Syntax.firstOf(sentence, at)).head() < 0;
    boolean toBe = token.is("acl", "acl:relcl", "advcl") && token.tag().equals("VBN");
    if ((beTo || toBe || headline) && isReal(draft.stage)) {
      draft.stage = ahead(draft);
    }
  }

  /** What a word above does to the stage so far. */
  private void apply(Draft draft, Trigger above, boolean title) {
    DealingWord word = above.word();
    Sentence sentence = draft.sentence;
    if (word.name().equals("oppose") && isOfOthers(draft)) {
      return;
    }
    Optional<Stage> before = draft.stage;
    Optional<Stage> own;
    if (word.verb()) {
      boolean reversed =
          word.supplierStage().isPresent()
              && (subjectSupplies(draft, above) || isActOfSubject(draft, word));
      own = reversed ? word.supplierStage() : stageOf(sentence, above, title);
    } else {
      own = stageOfNoun(draft, word);
    }
    boolean carryingOut = isCarryingOut(sentence, above);
    if (word.light() && draft.stageOfNoun.isPresent() && !carryingOut) {
      own = draft.stageOfNoun;
    }
    if (leaves(draft, above, own)) {
      own = before;
    }
    if (!word.verb() && own.isPresent()) {
      draft.stageOfNoun = own;
    }
    if (own.isPresent()) {
      draft.stage = own;
    } else if (word.light() && before.isEmpty()) {
      draft.stage = word.stage();
    }
    word.certainty().ifPresent(c -> draft.certainty = draft.certainty.and(c));
    draft.grounds.add((word.verb() ? "verb above: " : "noun above: ") + word.name());
    if (isDenial(word)) {
      draft.polarity = Polarity.DENIED;
      if (isBareGerund(draft) && isOrdered(draft.trigger.word().stage())) {
        draft.stage = draft.stage.map(s -> s == Stage.UNDER_WAY ? Stage.ORDERED : s);
      }
    }
    if (word.name().equals("fail")) {
      draft.polarity = Polarity.DENIED;
    }
    if (words.isGoingAhead(word.phrase().getFirst())
        && word.verb()
        && Syntax.negated(sentence, above.at(), draft.dealingWords)) {
      draft.stage = Optional.of(Stage.CANCELLED);
      return;
    }
    boolean leftOpen =
        List.of("rule out", "exclude").contains(word.name())
            && Syntax.negated(sentence, above.at(), draft.dealingWords);
    if (leftOpen || isUndecided(draft, above)) {
      draft.stage = Optional.of(Stage.CONSIDERED);
      draft.certainty = Certainty.POSSIBLE;
      return;
    }
    boolean announces =
        word.verb()
            && words.tells(word.phrase().getFirst())
            && !Syntax.negated(sentence, above.at(), draft.dealingWords);
    if (!announces) {
      modality(draft, above.at(), title, !word.verb());
    }
  }

  /** "Beijing opposes the sale by Washington": who has no say in it only wishes it away. */
  private static boolean isOfOthers(Draft draft) {
    return !draft.suppliers.isEmpty() && !Discourse.meet(draft.approvers, draft.suppliers);
  }

  /** "Denied selling": the gerund stands for what was done. */
  private static boolean isBareGerund(Draft draft) {
    int at = draft.trigger.at();
    return draft.sentence.token(at).tag().equals("VBG")
        && draft.sentence.children(at, "aux", "nsubj").isEmpty();
  }

  /** "Has yet to decide whether …", "no decision on …", "will decide whether to". */
  private static boolean isUndecided(Draft draft, Trigger above) {
    boolean whether =
        draft.sentence.children(draft.trigger.at(), "mark", "dep").stream()
            .anyMatch(m -> m.lower().equals("whether"));
    return above.word().phrase().getFirst().matches("decide|decision")
        && (whether || Syntax.negated(draft.sentence, above.at(), Set.of()));
  }

  /** "Is carrying out its contract": the work itself goes on. */
  private static boolean isCarryingOut(Sentence sentence, Trigger above) {
    return above.word().light()
        && above.word().stage().filter(Stage.DELIVERED::equals).isPresent()
        && Syntax.tense(sentence, above.at()) == Syntax.Tense.RUNNING;
  }

  /**
   * Whether a word above leaves the stage as it is: "decided to suspend" is suspended, "began
   * negotiating" negotiated, "extended the embargo" an embargo in force.
   */
  private static boolean leaves(Draft draft, Trigger above, Optional<Stage> own) {
    if (draft.stage.isEmpty() || own.isEmpty()) {
      return false;
    }
    if (draft.kind == DealingKind.RESTRICTION && above.word().light()) {
      return true;
    }
    boolean phase = above.word().light() && own.get() == Stage.UNDER_WAY;
    return switch (draft.stage.get()) {
      case CONSIDERED, SOUGHT, OFFERED, NEGOTIATED -> phase;
      case APPROVED -> phase || own.get() == Stage.AGREED && above.word().verb();
      case REFUSED, SUSPENDED, CANCELLED -> phase || own.get() == Stage.AGREED;
      case AGREED, ORDERED, UNDER_WAY, DELIVERED -> false;
    };
  }

  /** A buyer's plan is a wish and a supplier's a promise; a bid to sell is an offer. */
  private Optional<Stage> stageOfNoun(Draft draft, DealingWord word) {
    Trigger below = draft.trigger;
    boolean verb = below.word().verb();
    boolean sells = verb && below.word().at("s").contains(Role.SUPPLIER);
    boolean buys = verb && below.word().at("s").contains(Role.RECIPIENT);
    boolean plan = words.isPlan(word.phrase().getLast());
    if (plan && (sells || isTogether(draft))) {
      return Optional.of(Stage.AGREED);
    }
    boolean wish = word.stage().filter(Stage.SOUGHT::equals).isPresent();
    if (wish && sells && word.phrase().getLast().equals("bid")) {
      return Optional.of(Stage.OFFERED);
    }
    boolean offer = word.stage().filter(Stage.OFFERED::equals).isPresent();
    return offer && buys ? Optional.of(Stage.SOUGHT) : word.stage();
  }

  private static boolean isTogether(Draft draft) {
    return draft.kind == DealingKind.COOPERATION || draft.kind == DealingKind.RESTRICTION;
  }

  /** "Plans to impose sanctions", "plans an exercise": the subject's own act. */
  private static boolean isActOfSubject(Draft draft, DealingWord word) {
    return isTogether(draft) && word.supplierStage().filter(Stage.AGREED::equals).isPresent();
  }

  private static boolean isDenial(DealingWord word) {
    return word.verb()
        && word.stage().isEmpty()
        && word.takesEvent("o")
        && List.of("deny", "dismiss", "refute", "rebut").contains(word.phrase().getFirst());
  }

  private static Optional<Stage> stageOf(Sentence sentence, Trigger above, boolean title) {
    return switch (Syntax.tense(sentence, above.at())) {
      case RUNNING ->
          isBareParticiple(sentence, above.at()) && isTalked(above.word().running())
              ? above.word().stage()
              : above.word().running();
      case PRESENT -> title ? above.word().stage() : above.word().running();
      default -> above.word().stage();
    };
  }

  private static boolean isTalked(Optional<Stage> stage) {
    return stage.filter(Stage.NEGOTIATED::equals).isPresent();
  }

  /** "With both signing a memorandum on Sunday": done, where "are signing" is about to be. */
  private static boolean isBareParticiple(Sentence sentence, int verb) {
    return sentence.token(verb).tag().equals("VBG")
        && sentence.token(verb).is("advcl", "acl", "dep")
        && sentence.children(verb, "aux", "cop").isEmpty();
  }

  private static boolean subjectSupplies(Draft draft, Trigger above) {
    boolean another =
        draft.sentence.children(above.at(), "obj").stream()
            .anyMatch(o -> o.index() < draft.trigger.at());
    if (another || !draft.sentence.children(draft.trigger.at(), "nsubj").isEmpty()) {
      return false;
    }

    boolean sell = draft.trigger.word().at("s").contains(Role.SUPPLIER);
    OptionalInt joining = Syntax.joinsIn(draft.sentence, draft.trigger.at());
    boolean planned =
        !draft.trigger.word().verb()
            && (draft.trigger.word().at("poss").equals(List.of(Role.SUPPLIER)) || isDelivery(draft))
            && Syntax.passive(draft.sentence, above.at());
    return sell
            && draft.trigger.word().verb()
            && (draft.sentence.token(draft.trigger.at()).is("xcomp", "acl", "conj")
                || goesOnDoing(draft)
                || joining.isPresent()
                    && draft.sentence.token(joining.getAsInt()).is("xcomp", "conj"))
        || planned
        || takesUpSupply(draft);
  }

  /** "Plan to go on exporting": the parse takes "on" for a preposition. */
  private static boolean goesOnDoing(Draft draft) {
    Token gerund = draft.sentence.token(draft.trigger.at());
    return gerund.tag().equals("VBG")
        && gerund.is("obl", "advcl")
        && gerund.index() > 1
        && draft.sentence.token(gerund.index() - 1).lower().equals("on");
  }

  /** "Plans to start deliveries", "to sign an agreement on the sale": who does so hands over. */
  private static boolean takesUpSupply(Draft draft) {
    Token noun = draft.sentence.token(draft.trigger.at());
    boolean sale = draft.trigger.word().phrase().contains("sale");
    if (sale && noun.is("nmod") && noun.head() >= 0) {
      noun = draft.sentence.token(noun.head());
    }
    return !draft.trigger.word().verb()
        && draft.trigger.word().kind() == DealingKind.TRANSFER
        && draft.trigger.word().at("by").equals(List.of(Role.SUPPLIER))
        && noun.is("obj")
        && noun.head() >= 0
        && draft.sentence.token(noun.head()).is("xcomp");
  }

  private static boolean isFuture(Sentence sentence, int at) {
    return sentence.token(at).isVerb()
        && (Syntax.tense(sentence, at) == Syntax.Tense.FUTURE
            || Syntax.tense(sentence, at) == Syntax.Tense.OPEN);
  }

  private static boolean isReal(Optional<Stage> stage) {
    return stage.isPresent()
        && switch (stage.get()) {
          case DELIVERED, UNDER_WAY, ORDERED -> true;
          default -> false;
        };
  }

  /** What is still to come stands at its agreement; a contract that is to be signed stays one. */
  private static Optional<Stage> ahead(Draft draft) {
    DealingWord word = draft.trigger.word();
    boolean contract =
        isOrdered(draft.stageOfNoun) || word.verb() && word.light() && isOrdered(word.stage());
    return contract ? draft.stage : Optional.of(Stage.AGREED);
  }
}
