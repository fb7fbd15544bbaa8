package org.attache.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.DealingWords;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.Mentions;

/** Finds the words of dealings in a sentence. */
final class TriggerReader {
  /** What becomes of a dealing as a whole. */
  private static final Set<Stage> DECIDED =
      EnumSet.of(Stage.SUSPENDED, Stage.CANCELLED, Stage.APPROVED, Stage.REFUSED);

  private final DealingWords words;
  private final Words lists;

  TriggerReader(DealingWords words, Words lists) {
    this.lists = lists;
    this.words = words;
  }

  /** The triggers in the order of the text; none overlaps another. */
  List<Trigger> read(Mentions mentions) {
    Sentence sentence = mentions.sentence();
    List<Trigger> found = new ArrayList<>();
    for (Token token : sentence.tokens()) {
      boolean taken = found.stream().anyMatch(t -> t.covers(token.index()));
      boolean copula = token.lemma().equals("be");
      boolean listed =
          token.isVerb() && !words.verbs(token.lemma().toLowerCase(Locale.ROOT)).isEmpty();
      if (!taken && listed && (copula || !token.is("aux", "cop"))) {
        addVerb(sentence, token, found);
      }
    }
    for (Token token : sentence.tokens()) {
      boolean taken = found.stream().anyMatch(t -> t.covers(token.index()));
      if (!taken
          && (token.isNoun()
              || token.tag().equals("VBG") && token.is("compound", "nsubj", "obj")
              || token.lower().equals("intent"))) {
        addNoun(sentence, token, found);
      }
    }
    addPronoun(sentence, found);
    List<Trigger> all = List.copyOf(found);
    found.removeIf(t -> all.stream().anyMatch(o -> isInside(t, o)));
    found.removeIf(t -> isPartOfName(t, mentions) || modifiesOther(sentence, t, found));
    found.sort((a, b) -> Integer.compare(a.from(), b.from()));
    return found;
  }

  /**
   * "A plan to sell jets, after it was suspended": what is suspended, cancelled, approved or
   * refused is the dealing that the same sentence tells before.
   */
  private void addPronoun(Sentence sentence, List<Trigger> found) {
    List<Trigger> verbs = found.stream().filter(t -> t.word().verb()).toList();
    for (Trigger verb : verbs) {
      boolean decides =
          verb.word().stage().filter(DECIDED::contains).isPresent()
              && verb.word().kind() == DealingKind.ANY
              && verb.word().takesEvent("o")
              && sentence.children(verb.at(), "xcomp", "ccomp").isEmpty();
      if (!decides) {
        continue;
      }
      sentence.children(verb.at(), "nsubj:pass", "obj").stream()
          .filter(it -> it.lower().equals("it"))
          .filter(it -> isToldBefore(sentence, it, found))
          .flatMap(
              it ->
                  words.nouns("deal").stream()
                      .filter(noun -> noun.phrase().size() == 1)
                      .map(noun -> new Trigger(it.index(), it.index(), it.index() + 1, noun)))
          .findFirst()
          .ifPresent(found::add);
    }
  }

  /** Whether a noun for a dealing stands before a pronoun, and no other thing right before it. */
  private static boolean isToldBefore(Sentence sentence, Token it, List<Trigger> found) {
    return found.stream()
        .anyMatch(
            t ->
                !t.word().verb()
                    && t.at() < it.index()
                    && t.word().kind() != DealingKind.RESTRICTION
                    && t.word().kind() != DealingKind.RELATIONS
                    && sentence.token(t.at()).tag().equals("NN")
                    && isLastThing(sentence, t.at(), it.index()));
  }

  /** Whether no other thing than those of its own phrase stands between a noun and a pronoun. */
  private static boolean isLastThing(Sentence sentence, int noun, int pronoun) {
    return sentence.tokens().subList(noun + 1, pronoun).stream()
        .filter(t -> t.tag().startsWith("NN") && !t.tag().startsWith("NNP"))
        .filter(t -> t.is("obj", "nsubj", "nsubj:pass"))
        .allMatch(t -> sentence.dominates(noun, t.index()));
  }

  /** "Trade" in "free trade agreement". */
  private static boolean isInside(Trigger trigger, Trigger other) {
    return other.from() <= trigger.from()
        && trigger.to() <= other.to()
        && trigger.to() - trigger.from() < other.to() - other.from()
        && !trigger.word().verb()
        && !other.word().verb();
  }

  private static boolean isPartOfName(Trigger trigger, Mentions mentions) {
    return mentions.partyAt(trigger.at()).isPresent();
  }

  /** "Procurement agency", "export controls": the noun only says what sort of thing its head is. */
  private boolean modifiesOther(Sentence sentence, Trigger trigger, List<Trigger> all) {
    Token token = sentence.token(trigger.at());
    boolean partOfOffice =
        !trigger.word().verb()
            && token.is("nmod")
            && token.head() >= 0
            && lists.isOffice(sentence.token(token.head()).lemma());
    if (partOfOffice) {
      return true;
    }
    if (isKnownBy(sentence, trigger) || isPartOfVerb(sentence, trigger, all)) {
      return true;
    }
    return token.is("compound")
        && token.head() > token.index()
        && !isNamedExercise(sentence, trigger)
        && all.stream().noneMatch(t -> t.covers(token.head()) && t.word().governs());
  }

  /** "Has 24 jets on order": the noun belongs to a verb of several words. */
  private static boolean isPartOfVerb(Sentence sentence, Trigger noun, List<Trigger> all) {
    return !noun.word().verb()
        && all.stream()
            .filter(t -> t.word().verb() && t.word().phrase().size() == 3)
            .filter(t -> StageReader.isHaving(t.word()) && t.word().phrase().get(1).equals("on"))
            .anyMatch(
                t ->
                    sentence.token(noun.at()).lower().equals(t.word().phrase().get(2))
                        && Syntax.preposition(sentence, noun.at()).filter("on"::equals).isPresent()
                        && sentence.dominates(t.at(), noun.at()));
  }

  /** "A source familiar with the talks": what somebody knows of, and nothing said of it. */
  private boolean isKnownBy(Sentence sentence, Trigger trigger) {
    Token token = sentence.token(trigger.at());
    if (trigger.word().verb() || !token.is("obl", "nmod") || token.head() < 0) {
      return false;
    }
    Token knower = sentence.token(token.head());
    boolean predicate =
        !sentence.children(knower.index(), "cop").isEmpty()
            || !sentence.children(knower.index(), "nsubj").isEmpty();
    return !predicate && lists.isKnowledge(knower.lemma()) && knower.index() < token.index();
  }

  /** "Exercise Valiant Mark": the noun is no mere modifier of the name behind it. */
  private static boolean isNamedExercise(Sentence sentence, Trigger trigger) {
    Token token = sentence.token(trigger.at());
    Token next = sentence.token(trigger.at() + 1);
    return trigger.word().kind() == DealingKind.COOPERATION
        && next.isName()
        && sentence.token(token.head()).isName()
        && (Character.isUpperCase(token.text().charAt(0)) || token.head() == token.index() + 1);
  }

  private void addVerb(Sentence sentence, Token token, List<Trigger> found) {
    for (DealingWord word : words.verbs(token.lemma().toLowerCase(Locale.ROOT))) {
      OptionalInt end = Syntax.endOfPhrase(sentence, token.index(), word.phrase());
      if (end.isEmpty()) {
        end = Syntax.endOfParted(sentence, token.index(), word.phrase());
      }
      if (end.isPresent() && says(sentence, end.getAsInt(), word)) {
        return;
      }
      if (end.isPresent() && suits(sentence, token, word)) {
        int at = token.index();
        if (word.phrase().getFirst().equals("be")) {
          at = end.getAsInt() - 1;
        }
        found.add(new Trigger(at, token.index(), end.getAsInt(), word));
        return;
      }
    }
  }

  /**
   * "Declined to say", "asked not to be named", "went on to say": about words and not about a
   * dealing.
   */
  private boolean says(Sentence sentence, int after, DealingWord word) {
    int at = after;
    while (at < sentence.size() && sentence.token(at).lower().equals("not")) {
      at++;
    }
    if (at >= sentence.size() || !sentence.token(at).lower().equals("to")) {
      return false;
    }
    at++;
    while (at + 1 < sentence.size()
        && sentence.token(at).tag().matches("RB|VB")
        && (sentence.token(at).tag().equals("RB") || sentence.token(at).lower().equals("be"))) {
      at++;
    }
    if (at >= sentence.size() || !sentence.token(at).isVerb()) {
      return false;
    }
    boolean goesInto =
        sentence.token(at).lemma().equals("go")
            && at + 1 < sentence.size()
            && sentence.token(at + 1).lower().equals("into");
    return word.phrase().getFirst().equals("go")
        || goesInto
        || lists.tells(sentence.token(at).lemma());
  }

  /** "Reached a deal" and "reached the front" are two senses; the object tells which. */
  private boolean suits(Sentence sentence, Token token, DealingWord word) {
    boolean two =
        words.verbs(token.lemma().toLowerCase(Locale.ROOT)).stream()
                .filter(w -> w.phrase().equals(word.phrase()))
                .count()
            > 1;
    boolean dealingObject =
        sentence.children(token.index(), "obj", "nsubj:pass").stream()
            .anyMatch(o -> !words.nouns(o.lemma().toLowerCase(Locale.ROOT)).isEmpty());
    boolean restrictionObject =
        sentence.children(token.index(), "obj", "nsubj:pass").stream()
            .anyMatch(
                o ->
                    words.nouns(o.lemma().toLowerCase(Locale.ROOT)).stream()
                        .anyMatch(n -> n.kind() == DealingKind.RESTRICTION));
    boolean restricts =
        words.verbs(token.lemma().toLowerCase(Locale.ROOT)).stream()
            .anyMatch(w -> w.phrase().equals(word.phrase()) && w.kind() == DealingKind.RESTRICTION);
    boolean endsDealing =
        word.kind() == DealingKind.ANY
            && word.stage().filter(s -> s == Stage.REFUSED || s == Stage.CANCELLED).isPresent()
            && word.at("o").equals(List.of(Role.EVENT));
    if (endsDealing && !dealingObject && takesThing(sentence, token)) {
      return false;
    }
    boolean idle =
        word.supplierStage().isPresent()
            && token.tag().equals("VBN")
            && token.is("acl")
            && sentence.children(token.index(), "xcomp", "ccomp", "obj").isEmpty();
    boolean owned = word.name().equals("own") && token.is("amod");
    if (idle || owned) {
      return false;
    }
    boolean goes = word.name().equals("go") && !goesTo(sentence, token);
    if (goes || sendsWords(sentence, token, word)) {
      return false;
    }
    if (two && restricts && (restrictionObject || !dealingObject && onlyThings(token, word))) {
      return (word.kind() == DealingKind.RESTRICTION) == restrictionObject;
    }
    boolean quality =
        (word.kind() == DealingKind.SERVICE || !Discourse.isDirected(word.kind()))
            && isQuality(sentence, token);
    if (quality
        || handsOnWords(sentence, token, word)
        || turnsDownWords(sentence, token, word)
        || makesLaw(sentence, token, word)) {
      return false;
    }
    boolean attribute = token.is("amod", "compound") && token.tag().equals("VBG");
    if (attribute) {
      return word.verb() && word.at("o").contains(Role.ITEM) && token.head() > token.index();
    }
    if (two && dealsWithRestriction(sentence, token)) {
      return word.kind() == DealingKind.RESTRICTION || !hasSense(word, DealingKind.RESTRICTION);
    }
    return !two || dealingObject == (word.kind() == DealingKind.ANY);
  }

  /** "Shot down 18 drones", "lost three jets": what happened to a thing, and no dealing ended. */
  private static boolean takesThing(Sentence sentence, Token verb) {
    return sentence.children(verb.index(), "obj", "nsubj:pass").stream()
        .anyMatch(o -> !o.tag().startsWith("PRP") && !o.tag().matches("DT|WDT|VBG"));
  }

  /** "Eleven upgraded ships": what a thing is like and not what is done to it. */
  private static boolean isQuality(Sentence sentence, Token token) {
    return token.is("amod")
        && token.tag().matches("VBN|VBD|JJ")
        && token.head() > token.index()
        && sentence.children(token.index(), "obl", "nmod", "advcl", "xcomp").isEmpty();
  }

  /** "Removed Turkey from the programme" and "removed the embargo": one sense takes no dealing. */
  private boolean onlyThings(Token token, DealingWord word) {
    return words.verbs(token.lemma().toLowerCase(Locale.ROOT)).stream()
        .filter(w -> w.phrase().equals(word.phrase()) && w.kind() == DealingKind.ANY)
        .noneMatch(w -> w.takesEvent("o"));
  }

  /** "Will go to Ukraine", but not "two weeks to go" or "goes back to 2013". */
  private static boolean goesTo(Sentence sentence, Token go) {
    for (int i = go.index() + 1; i < Math.min(sentence.size() - 1, go.index() + 9); i++) {
      if (sentence.token(i).lower().equals("to")
          && sentence.token(i + 1).tag().matches("NN.*|DT|JJ|PRP.*")) {
        return true;
      }
    }
    return false;
  }

  /** "Sent Bangkok a proposal": a bid is handed over and not a thing. */
  private boolean sendsWords(Sentence sentence, Token token, DealingWord word) {
    boolean hands =
        word.kind() == DealingKind.TRANSFER
            && word.phrase().size() == 1
            && word.stage().filter(Stage.DELIVERED::equals).isPresent();
    return hands
        && sentence.children(token.index(), "obj").stream()
            .flatMap(o -> words.nouns(o.lemma().toLowerCase(Locale.ROOT)).stream())
            .anyMatch(
                n ->
                    n.kind() == DealingKind.ANY
                        && n.stage()
                            .filter(s -> s == Stage.OFFERED || s == Stage.SOUGHT)
                            .isPresent());
  }

  /** "A statement received by the agency", "a charge China rejects": about words, not things. */
  private boolean handsOnWords(Sentence sentence, Token token, DealingWord word) {
    boolean content = !sentence.children(token.index(), "mark").isEmpty();
    if (content || !token.is("acl", "acl:relcl", "dep") || token.head() < 0) {
      return false;
    }
    String noun = sentence.token(token.head()).lemma();
    return word.kind() == DealingKind.TRANSFER && !token.is("dep") && lists.isText(noun)
        || word.kind() == DealingKind.ANY && lists.isReport(noun);
  }

  /** "Signed a decree", "passed a bill": what it allows or bans is said below. */
  private boolean makesLaw(Sentence sentence, Token token, DealingWord word) {
    return word.kind() == DealingKind.ANY
        && word.phrase().size() == 1
        && sentence.children(token.index(), "obj", "nsubj:pass").stream()
            .anyMatch(o -> lists.isLaw(o.lemma()));
  }

  /** "Rejected allegations that …": turns down what was said, and no dealing. */
  private boolean turnsDownWords(Sentence sentence, Token token, DealingWord word) {
    return word.kind() == DealingKind.ANY
        && lists.rebuts(token.lemma())
        && sentence.children(token.index(), "obj", "nsubj:pass").stream()
            .anyMatch(o -> lists.isReport(o.lemma()));
  }

  private boolean hasSense(DealingWord word, DealingKind kind) {
    return words.verbs(word.phrase().getFirst()).stream()
        .anyMatch(w -> w.phrase().equals(word.phrase()) && w.kind() == kind);
  }

  /** "Renewed the embargo": unlike a contract that is renewed. */
  private boolean dealsWithRestriction(Sentence sentence, Token verb) {
    return sentence.children(verb.index(), "obj", "nsubj:pass").stream()
        .flatMap(o -> words.nouns(o.lemma().toLowerCase(Locale.ROOT)).stream())
        .anyMatch(n -> n.phrase().size() == 1 && n.kind() == DealingKind.RESTRICTION);
  }

  private void addNoun(Sentence sentence, Token token, List<Trigger> found) {
    List<DealingWord> candidates =
        new ArrayList<>(words.nouns(token.lemma().toLowerCase(Locale.ROOT)));
    if (candidates.isEmpty()) {
      candidates.addAll(words.nouns(token.lower()));
    }
    for (DealingWord word : candidates) {
      int from = token.index() - word.phrase().size() + 1;
      boolean person = word.phrase().size() == 1 && isSomebody(sentence, token);
      if (from >= 0
          && !person
          && matches(sentence, from, word)
          && standsAs(sentence, token, word)) {
        found.add(new Trigger(token.index(), from, token.index() + 1, word));
        return;
      }
    }
  }

  /** "Ban, a diplomat, left": a name that stands alone, and no word. */
  private static boolean isSomebody(Sentence sentence, Token token) {
    int at = token.index();
    boolean alone =
        at > 0
            && !isCapitalised(sentence.token(at - 1))
            && (at + 1 == sentence.size() || !isCapitalised(sentence.token(at + 1)));
    boolean first = at == 0 && at + 1 < sentence.size() && sentence.token(1).text().equals(",");
    return token.isName()
        && isCapitalised(token)
        && (alone || first)
        && sentence.children(at, "det", "nmod:poss", "amod").isEmpty();
  }

  private static boolean isCapitalised(Token token) {
    return Character.isUpperCase(token.text().charAt(0));
  }

  /** "NATO ally Turkey" says nothing, "Turkey is an ally" does. */
  private static boolean standsAs(Sentence sentence, Token token, DealingWord word) {
    boolean predicate = word.kind() == DealingKind.RELATIONS && word.at("s").contains(Role.PARTNER);
    return !predicate || Syntax.saidOf(sentence, token.index()).isPresent();
  }

  private static boolean matches(Sentence sentence, int from, DealingWord word) {
    for (int i = 0; i < word.phrase().size() - 1; i++) {
      Token token = sentence.token(from + i);
      String wanted = word.phrase().get(i);
      if (!token.lower().equals(wanted) && !token.lemma().toLowerCase(Locale.ROOT).equals(wanted)) {
        return false;
      }
    }
    return true;
  }
}
