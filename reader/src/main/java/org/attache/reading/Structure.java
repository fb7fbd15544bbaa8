package org.attache.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.Mentions;

/** The triggers of a sentence and which of them stands above which. */
final class Structure {
  private static final int FARTHEST = 7;

  private final Mentions mentions;
  private final Sentence sentence;
  private final List<Trigger> triggers;
  private final List<Optional<Trigger>> above = new ArrayList<>();

  Structure(Mentions mentions, List<Trigger> triggers) {
    this.mentions = mentions;
    sentence = mentions.sentence();
    this.triggers = triggers;
    for (Trigger trigger : triggers) {
      Optional<Trigger> governor = governor(trigger);
      above.add(governor.isPresent() ? governor : rightBefore(trigger));
    }
  }

  Sentence sentence() {
    return sentence;
  }

  List<Trigger> triggers() {
    return triggers;
  }

  Mentions mentions() {
    return mentions;
  }

  /** The triggers above one, nearest first. */
  List<Trigger> chainAbove(Trigger trigger) {
    List<Trigger> chain = new ArrayList<>();
    Optional<Trigger> next = above.get(triggers.indexOf(trigger));
    while (next.isPresent() && !chain.contains(next.get()) && chain.size() < FARTHEST) {
      chain.add(next.get());
      next = above.get(triggers.indexOf(next.get()));
    }
    return chain;
  }

  /**
   * The verb by whose side a noun only names the way: "bought in a deal", "sent as a gift", "built
   * under licence".
   */
  Optional<Trigger> carrier(Trigger noun) {
    Token token = sentence.token(noun.at());
    Optional<Stage> stage = noun.word().stage();
    if (noun.word().verb() || stage.isEmpty() || !token.is("obl", "nmod") || token.head() < 0) {
      return Optional.empty();
    }
    String preposition = Syntax.preposition(sentence, noun.at()).orElse("");
    boolean licence = stage.get() == Stage.APPROVED && preposition.equals("under");
    boolean deal = stage.get() == Stage.AGREED && preposition.matches("in|as");
    if (!licence && !deal) {
      return Optional.empty();
    }
    Optional<Trigger> head = at(token.head());
    if (licence && head.isEmpty()) {
      head =
          triggers.stream()
              .filter(t -> t.word().verb() && t.to() <= noun.from() && noun.from() - t.to() <= 12)
              .reduce((a, b) -> b);
    }
    return head.filter(v -> v.word().verb())
        .filter(
            v -> v.word().kind() == DealingKind.TRANSFER || v.word().kind() == DealingKind.SERVICE);
  }

  /** Whether another trigger hangs below this one, so that this one only says its stage. */
  boolean governsAnother(Trigger trigger) {
    return above.stream().anyMatch(a -> a.filter(trigger::equals).isPresent());
  }

  /** The trigger at a token. */
  Optional<Trigger> at(int token) {
    return triggers.stream().filter(t -> t.at() == token || t.covers(token)).findFirst();
  }

  private Optional<Trigger> governor(Trigger trigger) {
    Optional<Trigger> participle = participleOf(trigger);
    if (participle.isPresent()) {
      return participle;
    }
    int at = trigger.at();
    Token own = sentence.token(at);
    if (isParticiple(own) && at(own.head()).filter(n -> !n.word().verb()).isPresent()) {
      at = own.head();
    }
    for (int step = 0; step < FARTHEST; step++) {
      Token token = sentence.token(at);
      int head = token.head();
      if (head < 0) {
        return Optional.empty();
      }
      if (token.is("conj")) {
        boolean ownSubject =
            token.isVerb() && !sentence.children(at, "nsubj", "nsubj:pass").isEmpty();
        if (ownSubject) {
          return Optional.empty();
        }
        at = head;
        continue;
      }
      if (token.is("xcomp", "advcl", "acl", "ccomp") && sentence.token(head).isVerb()) {
        Optional<Trigger> dealt = dealtWith(head, token);
        if (dealt.isPresent()) {
          return dealt;
        }
      }
      Optional<Trigger> award = awardedFor(token, head);
      if (award.isPresent()) {
        return award;
      }
      Optional<Trigger> covering = covering(token, head);
      if (covering.isPresent()) {
        return covering;
      }
      Optional<Trigger> state = stateOf(token, head);
      if (state.isPresent()) {
        return state;
      }
      Optional<Trigger> candidate =
          Syntax.joinsIn(sentence, at).isPresent()
              ? Optional.empty()
              : at(head).filter(t -> !t.equals(trigger));
      if (candidate.filter(t -> isMeans(t, token)).isPresent()) {
        at = head;
        continue;
      }
      if (candidate.isPresent()) {
        return permits(candidate.get().word(), trigger, token, head) ? candidate : Optional.empty();
      }
      if (!passes(token, head)) {
        return Optional.empty();
      }
      at = head;
    }
    return Optional.empty();
  }

  /**
   * "A deal on a loan to buy ships": the loan is the means, and what is dealt with the purchase.
   */
  private static boolean isMeans(Trigger noun, Token infinitive) {
    return !noun.word().verb()
        && noun.word().phrase().getLast().matches("loan|credit|grant")
        && infinitive.is("acl")
        && infinitive.tag().equals("VB");
  }

  /**
   * "Denied having sent", "weighing whether to send": the word right before governs, whatever the
   * parse says.
   */
  private Optional<Trigger> rightBefore(Trigger trigger) {
    String tag = sentence.token(trigger.from()).tag();
    if (!trigger.word().verb() || tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP")) {
      return Optional.empty();
    }
    for (Trigger other : triggers) {
      boolean before = other.to() <= trigger.from() && trigger.from() - other.to() <= 4;
      boolean takes =
          other.word().takesEvent("o") || !other.word().verb() && other.word().governs();
      if (before
          && takes
          && fits(other.word(), trigger.word())
          && sentence
              .words(other.to(), trigger.from())
              .toLowerCase(java.util.Locale.ROOT)
              .matches(
                  "(?:(?:whether|how|not|ever|also|soon) )*(?:to|having|to have|to be|having been|of)(?: (?:not|ever|also|been))*|")) {
        boolean gerund = tag.equals("VBG") || tag.equals("VBN") || tag.equals("VB");
        return gerund ? Optional.of(other) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "Licences covering the export of guns": the participle ties the two together. */
  private Optional<Trigger> covering(Token event, int verb) {
    Token participle = sentence.token(verb);
    return event.is("obj")
            && participle.is("acl")
            && participle.tag().equals("VBG")
            && at(verb).isEmpty()
        ? at(participle.head()).filter(t -> !t.word().verb() && t.word().takesEvent("for"))
        : Optional.empty();
  }

  /** "The licences remain suspended": the state stands above its subject. */
  private Optional<Trigger> stateOf(Token subject, int head) {
    if (!subject.is("nsubj", "nsubj:pass")
        || !sentence.token(head).lemma().matches("remain|stay")) {
      return Optional.empty();
    }
    return sentence.children(head, "xcomp").stream()
        .filter(x -> x.tag().equals("VBN"))
        .flatMap(x -> at(x.index()).stream())
        .filter(t -> t.word().verb() && t.word().takesEvent("o"))
        .findFirst();
  }

  /** "The contract signed in May": what was done with the noun stands above it. */
  private Optional<Trigger> participleOf(Trigger noun) {
    if (noun.word().verb()) {
      return Optional.empty();
    }
    for (Token child : sentence.children(noun.at(), "acl", "acl:relcl")) {
      boolean passiveRelative =
          child.is("acl:relcl") && !sentence.children(child.index(), "nsubj:pass").isEmpty();
      if (isParticiple(child) || passiveRelative) {
        Optional<Trigger> verb =
            at(child.index()).filter(t -> t.word().verb() && t.word().takesEvent("o"));
        if (verb.isPresent()) {
          return verb;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isParticiple(Token token) {
    return token.is("acl")
        && !token.is("acl:relcl")
        && token.tag().equals("VBN")
        && token.head() >= 0;
  }

  /** "Was awarded a contract in May for repairs": what it is for belongs to the contract. */
  private Optional<Trigger> awardedFor(Token event, int verb) {
    boolean purpose =
        event.is("obl")
            && event.isNoun()
            && sentence.token(verb).isVerb()
            && Syntax.preposition(sentence, event.index()).filter("for"::equals).isPresent();
    return purpose
        ? sentence.children(verb, "obj", "nsubj:pass").stream()
            .filter(noun -> noun.index() < event.index())
            .flatMap(noun -> at(noun.index()).stream())
            .filter(t -> !t.word().verb() && t.word().governs() && t.word().takesEvent("for"))
            .findFirst()
        : Optional.empty();
  }

  /** "A deal was reached to buy …": the infinitive hangs on the verb but belongs to the noun. */
  private Optional<Trigger> dealtWith(int verb, Token infinitive) {
    boolean toInfinitive =
        infinitive.isVerb()
            && sentence.children(infinitive.index(), "mark").stream()
                .anyMatch(m -> m.lower().equals("to"));
    if (!toInfinitive) {
      return Optional.empty();
    }
    for (Token noun : sentence.children(verb, "nsubj:pass", "obj")) {
      Optional<Trigger> found =
          at(noun.index()).filter(t -> !t.word().verb() && t.word().governs());
      if (found.isPresent() && noun.index() < infinitive.index()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether a word takes a dealing at the place where this token stands to it. */
  private boolean permits(DealingWord word, Trigger below, Token token, int head) {
    boolean handed =
        token.is("obj", "nsubj:pass")
            || token.is("obl", "nmod")
                && Syntax.preposition(sentence, token.index())
                    .filter(p -> p.matches("in|of"))
                    .isPresent();
    if (handed && isAid(below.word()) && handsOver(word)) {
      return true;
    }
    if (word.kind() == DealingKind.RESTRICTION && keptFrom(word, token)) {
      return true;
    }
    if (tasked(word, token, head)) {
      return fits(word, below.word());
    }
    if (word.governs() && (bargainsTo(word, token) || asGerund(word, token))) {
      return fits(word, below.word());
    }
    if (!word.governs()
        || token.is("acl:relcl", "advcl", "parataxis", "appos")
        || !fits(word, below.word())) {
      return false;
    }
    Optional<String> preposition = Syntax.preposition(sentence, token.index());
    if (word.verb()
        && (judges(word, token) || onlyDeals(word, token) || isPurpose(word, token, head))) {
      return false;
    }
    if (!word.verb()) {
      boolean worth = token.is("amod") && token.lower().matches("worth|valued|estimated");
      if (token.is("acl", "compound") || worth && sentence.token(below.at()).tag().equals("VB")) {
        return true;
      }
      return token.is("nmod", "obl", "dep")
          && preposition
              .filter(p -> word.takesEvent(p) || word.at(p).contains(Role.ITEM))
              .isPresent();
    }
    if (token.is("obj", "nsubj:pass", "xcomp", "ccomp")) {
      return word.takesEvent("o")
          || token.is("xcomp") && (word.takesEvent("to") || word.takesEvent("on"));
    }
    if (token.is("nsubj")) {
      return word.takesEvent("o") && sentence.children(head, "obj").isEmpty();
    }
    if (token.is("acl") && sentence.token(head).isVerb()) {
      return true;
    }
    return token.is("obl", "nmod")
        && preposition
            .filter(
                p ->
                    word.takesEvent(p) || p.equals(word.phrase().getLast()) && word.takesEvent("o"))
            .isPresent();
  }

  /** "Gave 200 million dollars in military aid": what is handed over goes by a dealing's name. */
  private static boolean isAid(DealingWord below) {
    return !below.verb()
        && below.kind() == DealingKind.TRANSFER
        && below.stage().filter(Stage.AGREED::equals).isPresent()
        && below.at("including").contains(Role.ITEM);
  }

  /** "A consignment of guns sent to Chad": the verb tells all that the noun does. */
  boolean isToldByParticiple(Trigger noun) {
    return !noun.word().verb()
        && noun.word().kind() == DealingKind.TRANSFER
        && noun.word().phrase().getLast().matches("consignment|shipment|batch|delivery|cargo")
        && Stream.concat(
                sentence.children(noun.at(), "acl").stream(),
                sentence.children(noun.at(), "nmod").stream()
                    .flatMap(goods -> sentence.children(goods.index(), "acl").stream()))
            .filter(Structure::isParticiple)
            .anyMatch(verb -> at(verb.index()).filter(t -> handsOver(t.word())).isPresent());
  }

  /** "Will deliver a billion-dollar order of ships": what is handed over is what was ordered. */
  boolean isHandedOver(Trigger order) {
    Token noun = sentence.token(order.at());
    return !order.word().verb()
        && order.word().phrase().getLast().equals("order")
        && noun.is("obj", "nsubj:pass")
        && noun.head() >= 0
        && at(noun.head()).filter(verb -> handsOver(verb.word())).isPresent();
  }

  private static boolean handsOver(DealingWord word) {
    return word.verb()
        && word.kind() == DealingKind.TRANSFER
        && word.at("o").contains(Role.ITEM)
        && word.stage().filter(Stage.DELIVERED::equals).isPresent();
  }

  /** "We assess that Iran is seeking …": a verdict on what is so, and no stage of it. */
  private boolean judges(DealingWord word, Token token) {
    return isTalk(word)
        && token.is("ccomp")
        && sentence.children(token.index(), "mark").stream()
            .anyMatch(m -> m.lower().equals("that"));
  }

  /** "Seeks 40 jets to upgrade its fleet": what the things are for, and not what is sought. */
  private boolean isPurpose(DealingWord word, Token token, int head) {
    return word.at("o").contains(Role.ITEM)
        && token.is("xcomp")
        && token.tag().equals("VB")
        && !sentence.children(token.index(), "obj").isEmpty()
        && sentence.children(head, "obj").stream()
            .anyMatch(o -> mentions.itemAt(o.index()).isPresent());
  }

  /** "The exercise will focus on …": a dealing that does something is not dealt with. */
  private boolean onlyDeals(DealingWord word, Token token) {
    return isTalk(word)
        && token.is("nsubj")
        && !word.at("s").isEmpty()
        && !Syntax.passive(sentence, token.head());
  }

  private static boolean isTalk(DealingWord word) {
    return word.stage().filter(s -> s == Stage.CONSIDERED || s == Stage.NEGOTIATED).isPresent();
  }

  /** "Is negotiating with France to buy": what the talks are about, however it hangs. */
  private boolean bargainsTo(DealingWord word, Token token) {
    return word.verb()
        && word.stage().filter(Stage.NEGOTIATED::equals).isPresent()
        && token.is("advcl")
        && token.tag().equals("VB")
        && sentence.children(token.index(), "mark").stream().anyMatch(m -> m.lower().equals("to"));
  }

  /** "Talks with Seoul about buying": a gerund behind a preposition stands as a noun would. */
  private boolean asGerund(DealingWord word, Token token) {
    return token.is("advcl", "acl")
        && token.tag().equals("VBG")
        && sentence.children(token.index(), "mark").stream()
            .anyMatch(m -> word.takesEvent(m.lower()));
  }

  /** "Contracted it in May to repair": the infinitive belongs to the object. */
  private boolean tasked(DealingWord word, Token token, int head) {
    return word.verb()
        && word.takesEvent("o")
        && token.is("advcl")
        && token.tag().equals("VB")
        && Syntax.controlsObject(sentence, head)
        && sentence.children(token.index(), "mark").stream().anyMatch(m -> m.lower().equals("to"))
        && sentence.children(head, "obj").stream().anyMatch(o -> at(o.index()).isEmpty());
  }

  /** "Barred the firm from selling": what somebody is kept from. */
  private boolean keptFrom(DealingWord word, Token token) {
    return word.takesEvent("from")
        && token.isVerb()
        && sentence.children(token.index(), "mark", "case").stream()
            .anyMatch(m -> m.lower().equals("from"));
  }

  /** Sanctions are lifted and relations strengthened, but no deal is. */
  private static boolean fits(DealingWord above, DealingWord below) {
    boolean onlyRestrictions =
        above.verb() && !above.at("o").contains(Role.ITEM) && !above.takesEvent("from");
    return switch (above.kind()) {
      case RELATIONS ->
          below.kind() == DealingKind.COOPERATION
              || below.kind() == DealingKind.RELATIONS
              || below.kind() == DealingKind.TRADE;
      case RESTRICTION ->
          below.kind() == DealingKind.RESTRICTION
              || !onlyRestrictions
                  && (below.kind() == DealingKind.TRANSFER || below.kind() == DealingKind.SERVICE);
      case ANY, TRANSFER, SERVICE, COOPERATION, TRADE -> true;
    };
  }

  /** Whether a dealing may hang below a word through another word that says nothing of dealings. */
  private boolean passes(Token token, int head) {
    Token above = sentence.token(head);
    if (Syntax.joinsIn(sentence, token.index()).isPresent()) {
      return true;
    }
    if (above.isNoun()) {
      // "Signed a decree allowing": what is signed is the decree and not what it allows.
      boolean does = token.is("acl") && token.tag().equals("VBG");
      // "Offered mortars, bought from Chad": who buys and who offers are two dealings.
      does |=
          isParticiple(token)
              && token.index() > 0
              && sentence.token(token.index() - 1).text().equals(",");
      return token.is("nmod", "acl", "compound", "amod", "nmod:poss")
          && !token.is("acl:relcl")
          && !does;
    }
    if (token.is("xcomp")
        || above.tag().equals("CD")
        || above.tag().equals("$")
        || isShare(token, above)
        || above.lower().matches("worth|valued|estimated|totalling|totaling")) {
      return true;
    }
    return above.tag().startsWith("JJ") && token.is("ccomp", "obl");
  }

  /** "Most of the sanctions". */
  private boolean isShare(Token token, Token above) {
    return token.is("nmod")
        && above.lower().matches("most|some|all|many|part|several|much|few|half")
        && Syntax.preposition(sentence, token.index()).filter("of"::equals).isPresent();
  }
}
