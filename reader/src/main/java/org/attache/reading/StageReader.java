package org.attache.reading;

import java.util.List;
import java.util.Optional;
import org.attache.claim.Certainty;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.dealing.DealingWord;
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
    boolean contract = isContract(draft.trigger) || draft.underContract;
    for (Trigger above : chain) {
      contract |= isContract(above);
      apply(draft, above, title);
    }
    deniedAbove(draft);
    draft.ahead = draft.stage.filter(Stage.AGREED::equals).isPresent() && isDelivery(draft);
    if (draft.stage.filter(Stage.AGREED::equals).isPresent()
        && contract
        && isFuture(sentence, draft.trigger.at())) {
      draft.stage = Optional.of(Stage.ORDERED);
    }
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
    for (int step = 0; step < 8 && at >= 0; step++) {
      Token token = sentence.token(at);
      int head = token.head();
      boolean below = at != draft.trigger.at() || !draft.trigger.word().verb();
      if (below && head >= 0) {
        Token above = sentence.token(head);
        boolean calledUntrue =
            token.is("nsubj", "obj", "nsubj:pass", "ccomp") && words.isUntrue(above.lemma());
        boolean deniedReport =
            words.isReport(token.lemma())
                && token.is("obj", "nsubj:pass")
                && above.lemma().matches("deny|dismiss|reject|refute|rebut|debunk|quash");
        if (calledUntrue || deniedReport) {
          draft.polarity = Polarity.DENIED;
          draft.grounds.add("denied above: " + above.lower());
          return;
        }
      }
      if (at != draft.trigger.at() && words.isSign(token.lemma())) {
        boolean none =
            Syntax.negated(sentence, at, java.util.Set.of())
                || head >= 0
                    && sentence.token(head).isVerb()
                    && Syntax.negated(sentence, head, java.util.Set.of());
        if (none) {
          draft.polarity = Polarity.DENIED;
          draft.certainty = draft.certainty.and(Certainty.PROBABLE);
          draft.grounds.add("no sign above");
          return;
        }
      }
      at = head;
    }
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
      modality(draft, at, title, true);
      underPossibility(draft, at);
      return;
    }
    draft.stage = staged(sentence, at, word, title, draft);
    modality(draft, at, title, false);
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
            && !draft.suppliers.isEmpty()
            && draft.recipients.isEmpty();
    Optional<Stage> done = supplierSpeaks ? word.supplierStage() : word.stage();
    Optional<Stage> running = supplierSpeaks ? word.supplierStage() : word.running();
    return switch (tense) {
      case PAST -> done;
      case PRESENT -> title ? done : running;
      case RUNNING -> running;
      case FUTURE, SHOULD, POSSIBLE, OPEN -> done;
    };
  }

  /** What the word's own auxiliaries, adverbs and hedges do. */
  private void modality(Draft draft, int at, boolean title, boolean noun) {
    Sentence sentence = draft.sentence;
    Syntax.Tense tense = noun ? Syntax.Tense.OPEN : Syntax.tense(sentence, at);
    boolean negated = Syntax.negated(sentence, at, draft.dealingWords);
    boolean real = isReal(draft.stage);
    if (!noun && Syntax.noLonger(sentence, at) && draft.stage.isPresent()) {
      draft.stage = Optional.of(Stage.SUSPENDED);
      return;
    }
    if (negated) {
      boolean refusal = tense == Syntax.Tense.FUTURE && real;
      if (refusal) {
        draft.stage = Optional.of(Stage.REFUSED);
        return;
      }
      draft.polarity = draft.polarity == Polarity.DENIED ? Polarity.ASSERTED : Polarity.DENIED;
    }
    if (tense == Syntax.Tense.FUTURE && real) {
      draft.stage = ahead(draft);
    }
    if (tense == Syntax.Tense.POSSIBLE) {
      draft.certainty = Certainty.POSSIBLE;
      draft.stage =
          draft.stage.map(
              s ->
                  isReal(Optional.of(s)) || s == Stage.AGREED || s == Stage.APPROVED
                      ? Stage.CONSIDERED
                      : s);
    }
    if (tense == Syntax.Tense.SHOULD && real) {
      draft.stage = Optional.of(Stage.SOUGHT);
    }
    for (Token adverb : sentence.children(at, "advmod")) {
      words.adverb(adverb.lower()).ifPresent(c -> draft.certainty = draft.certainty.and(c));
    }
    hedged(draft, at, noun);
    if (tense == Syntax.Tense.OPEN && !noun && sentence.token(at).head() < 0 == false) {
      openVerb(draft, at, title);
    }
  }

  /** "Is expected to deliver", "is likely to", "is due". */
  private void hedged(Draft draft, int at, boolean noun) {
    Sentence sentence = draft.sentence;
    Token token = sentence.token(at);
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
    if (Syntax.negated(sentence, above, draft.dealingWords)) {
      draft.polarity = Polarity.DENIED;
    }
    if (hedge.get().future() && isReal(draft.stage)) {
      draft.stage = ahead(draft);
    }
    draft.grounds.add("hedge: " + governor.lower());
  }

  /** "Is to deliver", "to be delivered by 2027": still to come. */
  private void openVerb(Draft draft, int at, boolean title) {
    Sentence sentence = draft.sentence;
    Token token = sentence.token(at);
    boolean beTo =
        token.is("xcomp", "ccomp")
            && token.head() >= 0
            && sentence.token(token.head()).lemma().equals("be");
    boolean headline =
        title && token.is("acl", "root", "xcomp", "ccomp", "dep") && !isReal(Optional.empty());
    boolean toBe = token.is("acl", "acl:relcl", "advcl") && token.tag().equals("VBN");
    if ((beTo || toBe || headline && token.head() < 0) && isReal(draft.stage)) {
      draft.stage = ahead(draft);
    }
  }

  /** What a word above does to the stage so far. */
  private void apply(Draft draft, Trigger above, boolean title) {
    DealingWord word = above.word();
    Sentence sentence = draft.sentence;
    Optional<Stage> before = draft.stage;
    Optional<Stage> own;
    if (word.verb()) {
      boolean reversed = word.supplierStage().isPresent() && subjectSupplies(draft);
      own = reversed ? word.supplierStage() : stageOf(sentence, above, title);
    } else {
      own = word.stage();
    }
    if (word.light() && draft.stageOfNoun.isPresent()) {
      own = draft.stageOfNoun;
    }
    if (!word.verb() && word.stage().isPresent()) {
      draft.stageOfNoun = word.stage();
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
    }
    if (word.name().equals("fail")) {
      draft.polarity = Polarity.DENIED;
    }
    boolean leftOpen =
        List.of("rule out", "exclude").contains(word.name())
            && Syntax.negated(sentence, above.at(), draft.dealingWords);
    if (leftOpen) {
      draft.stage = Optional.of(Stage.CONSIDERED);
      draft.certainty = Certainty.POSSIBLE;
      return;
    }
    modality(draft, above.at(), title, !word.verb());
  }

  private static boolean isDenial(DealingWord word) {
    return word.verb()
        && word.stage().isEmpty()
        && word.takesEvent("o")
        && List.of("deny", "dismiss", "refute", "rebut").contains(word.phrase().getFirst());
  }

  private static Optional<Stage> stageOf(Sentence sentence, Trigger above, boolean title) {
    return switch (Syntax.tense(sentence, above.at())) {
      case RUNNING -> above.word().running();
      case PRESENT -> title ? above.word().stage() : above.word().running();
      default -> above.word().stage();
    };
  }

  private static boolean subjectSupplies(Draft draft) {
    boolean sell = draft.trigger.word().at("s").contains(org.attache.dealing.Role.SUPPLIER);
    return sell
        && draft.trigger.word().verb()
        && draft.sentence.token(draft.trigger.at()).is("xcomp", "acl", "conj");
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
    boolean contract = draft.stageOfNoun.filter(Stage.ORDERED::equals).isPresent();
    return contract ? draft.stage : Optional.of(Stage.AGREED);
  }
}
