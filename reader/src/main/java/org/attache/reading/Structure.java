package org.attache.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.language.Token;

/** The triggers of a sentence and which of them stands above which. */
final class Structure {
  private static final int FARTHEST = 7;

  private final Sentence sentence;
  private final List<Trigger> triggers;
  private final List<Optional<Trigger>> above = new ArrayList<>();

  Structure(Sentence sentence, List<Trigger> triggers) {
    this.sentence = sentence;
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
      Optional<Trigger> candidate = at(head).filter(t -> !t.equals(trigger));
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
    if (!word.governs()
        || token.is("acl:relcl", "advcl", "parataxis", "appos")
        || !fits(word, below.word())) {
      return false;
    }
    Optional<String> preposition = Syntax.preposition(sentence, token.index());
    if (!word.verb()) {
      if (token.is("acl", "compound")) {
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

  /** Sanctions are lifted and relations strengthened, but no deal is. */
  private static boolean fits(DealingWord above, DealingWord below) {
    boolean onlyRestrictions = above.verb() && !above.at("o").contains(Role.ITEM);
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
    if (above.isNoun()) {
      return token.is("nmod", "acl", "compound", "amod", "nmod:poss") && !token.is("acl:relcl");
    }
    if (token.is("xcomp")
        || above.tag().equals("CD")
        || above.lower().matches("worth|valued|estimated|totalling|totaling")) {
      return true;
    }
    return above.tag().startsWith("JJ") && token.is("ccomp", "obl");
  }
}
