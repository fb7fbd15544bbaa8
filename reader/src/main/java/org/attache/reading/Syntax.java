package org.attache.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.attache.language.Sentence;
import org.attache.language.Token;

/** Questions to a parse: subjects, prepositions, tense, negation. */
final class Syntax {
  private static final Set<String> NEGATIVES =
      Set.of("not", "n't", "n\u2019t", "never", "neither", "nor");

  /** How many words may stand between a verb and the means by which it is done. */
  private static final int FARTHEST_MEANS = 8;

  private static final int DEEPEST = 12;

  /** Verbs whose object does what the infinitive below them says. */
  private static final Set<String> OBJECT_CONTROL =
      Set.of(
          "ask",
          "urge",
          "allow",
          "permit",
          "help",
          "order",
          "persuade",
          "force",
          "enable",
          "want",
          "expect",
          "let",
          "require",
          "invite",
          "authorise",
          "authorize",
          "tell",
          "press",
          "push",
          "get",
          "encourage",
          "call",
          "contract",
          "task",
          "pick",
          "choose",
          "select",
          "see",
          "make",
          "have",
          "commission",
          "hire",
          "license",
          "forbid",
          "ban",
          "warn",
          "convince",
          "assist",
          "instruct",
          "compel",
          "oblige",
          "pressure",
          "beg",
          "request",
          "lead",
          "leave",
          "find",
          "believe",
          "tap",
          "name",
          "appoint",
          "award",
          "clear",
          "entitle",
          "train",
          "send",
          "prompt",
          "advise",
          "need",
          "like",
          "prevent",
          "stop",
          "bar",
          "accuse",
          "suspect");

  private Syntax() {}

  /**
   * Whether a thing makes way for another one: "will replace the old boats", "chose new boats over
   * the old boats". What is spoken of afterwards is not it.
   */
  static boolean replaced(Sentence sentence, int head) {
    int at = head;
    for (int step = 0; step < 4 && at >= 0; step++) {
      Token token = sentence.token(at);
      int above = token.head();
      if (above < 0) {
        return false;
      }
      Token governor = sentence.token(above);
      if (preposition(sentence, at).filter("over"::equals).isPresent()
          && governor.lemma().matches("choose|pick|select|prefer|favou?r|opt")) {
        return true;
      }
      if (token.is("obj", "nsubj:pass")
          && governor.lemma().matches("replace|supplant|supersede|succeed|retire|scrap")) {
        return true;
      }
      if (!token.is("conj", "compound", "nmod", "appos")) {
        return false;
      }
      at = above;
    }
    return false;
  }

  /** How a verb stands in time. */
  enum Tense {
    PAST,
    RUNNING,
    PRESENT,
    FUTURE,
    POSSIBLE,
    SHOULD,
    OPEN
  }

  /** The preposition that a noun phrase stands under; the last word of a compound one. */
  static Optional<String> preposition(Sentence sentence, int noun) {
    List<Token> cases = sentence.children(noun, "case");
    for (int i = cases.size() - 1; i >= 0; i--) {
      String word = cases.get(i).lower();
      if (!word.equals("'s")
          && !word.equals("\u2019s")
          && !word.equals("'")
          && !word.equals("\u2019")) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** Whether a verb is in the passive. */
  static boolean passive(Sentence sentence, int verb) {
    return !sentence.children(verb, "nsubj:pass", "aux:pass").isEmpty()
        || sentence.token(verb).tag().equals("VBN")
            && sentence.token(verb).is("acl")
            && sentence.children(verb, "obj").isEmpty();
  }

  /**
   * Whether the object of a verb does what an infinitive below it says, by the verb and its form.
   */
  static boolean controlsObject(Sentence sentence, int verb) {
    return sentence.token(verb).isVerb()
        && OBJECT_CONTROL.contains(sentence.token(verb).lemma())
        && !sentence.children(verb, "obj").isEmpty();
  }

  /** Who does what a verb says: its subject, its agent, or by control the one of a verb above. */
  static OptionalInt subject(Sentence sentence, int verb) {
    return subject(sentence, verb, 0);
  }

  private static OptionalInt subject(Sentence sentence, int verb, int depth) {
    if (depth > DEEPEST) {
      return OptionalInt.empty();
    }
    boolean passive = passive(sentence, verb);
    if (passive) {
      return agent(sentence, verb);
    }
    List<Token> subjects = bareSubjects(sentence, verb);
    if (!subjects.isEmpty()) {
      return OptionalInt.of(antecedent(sentence, nearest(subjects, verb).index(), verb));
    }
    Token token = sentence.token(verb);
    int above = token.head();
    if (above < 0) {
      return OptionalInt.empty();
    }
    if (token.is("acl:relcl")) {
      return sentence.children(verb, "obj").isEmpty() && !token.tag().equals("VBN")
          ? OptionalInt.empty()
          : OptionalInt.of(above);
    }
    OptionalInt accused = accused(sentence, verb, above);
    if (accused.isPresent()) {
      return accused;
    }
    OptionalInt there = whoIsThere(sentence, verb, above);
    if (there.isPresent()) {
      return there;
    }
    if (token.is("acl")) {
      if (token.tag().equals("VBG")) {
        return OptionalInt.of(above);
      }
      return token.tag().equals("VB") ? ofNoun(sentence, above, depth) : OptionalInt.empty();
    }
    if (token.is("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep")) {
      return controller(sentence, verb, above, depth);
    }
    if (token.is("obl", "nmod", "obj", "nsubj") && token.isVerb()) {
      return controller(sentence, verb, above, depth);
    }
    return OptionalInt.empty();
  }

  /**
   * "Accused Iran of sending", "was criticised for selling", "stopped Spain from giving": who does
   * what a gerund behind a preposition says is the object of the verb above.
   */
  private static OptionalInt accused(Sentence sentence, int gerund, int above) {
    boolean having =
        sentence.token(gerund).tag().equals("VBN")
            && sentence.children(gerund, "aux").stream().anyMatch(a -> a.lower().equals("having"));
    boolean marked =
        (sentence.token(gerund).tag().equals("VBG") || having)
            && sentence.children(gerund, "mark", "case").stream()
                .anyMatch(m -> m.lower().matches("of|for|from"));
    if (!marked || !sentence.token(above).isVerb()) {
      return OptionalInt.empty();
    }
    boolean passive = passive(sentence, above);
    boolean kept =
        sentence.children(gerund, "mark", "case").stream().anyMatch(m -> m.lower().equals("from"));
    return sentence.children(above, passive ? "nsubj:pass" : "obj").stream()
        .filter(
            t ->
                t.index() < gerund
                    && (passive || kept || t.isName() || t.tag().matches("PRP|WDT|WP")))
        .map(t -> OptionalInt.of(antecedent(sentence, t.index(), above)))
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  /** "Pilots are in Chad to train": who is at the place does it, and not the place. */
  private static OptionalInt whoIsThere(Sentence sentence, int infinitive, int place) {
    boolean purpose =
        sentence.token(infinitive).is("acl", "advcl")
            && sentence.token(infinitive).tag().equals("VB")
            && !sentence.children(place, "cop").isEmpty()
            && preposition(sentence, place).filter(p -> p.matches("in|at|on")).isPresent();
    return purpose
        ? sentence.children(place, "nsubj").stream().mapToInt(Token::index).findFirst()
        : OptionalInt.empty();
  }

  /** Of two that the parse takes for subjects the one right before the verb. */
  private static Token nearest(List<Token> subjects, int verb) {
    return subjects.stream()
        .filter(subject -> subject.index() < verb)
        .reduce((a, b) -> b)
        .orElse(subjects.getFirst());
  }

  /** Subjects; a noun under a preposition that the parse takes for one is none. */
  private static List<Token> bareSubjects(Sentence sentence, int verb) {
    return sentence.children(verb, "nsubj").stream()
        .filter(s -> preposition(sentence, s.index()).isEmpty())
        .toList();
  }

  /** "A request from Denmark to send …": whom a noun comes from. */
  private static OptionalInt origin(Sentence sentence, int noun) {
    for (Token child : sentence.children(noun, "nmod")) {
      if (preposition(sentence, child.index())
          .filter(p -> p.equals("from") || p.equals("by"))
          .isPresent()) {
        return OptionalInt.of(child.index());
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt controller(Sentence sentence, int verb, int above, int depth) {
    Token token = sentence.token(verb);
    for (Token object : sentence.children(above, "obj")) {
      OptionalInt origin = origin(sentence, object.index());
      if (object.index() < verb && origin.isPresent() && origin.getAsInt() < verb) {
        return origin;
      }
    }
    if (token.is("xcomp")) {
      List<Token> objects = sentence.children(above, "obj", "iobj");
      if (!objects.isEmpty()
          && objects.getFirst().index() < verb
          && sentence.token(above).isVerb()
          && OBJECT_CONTROL.contains(sentence.token(above).lemma())) {
        return OptionalInt.of(objects.getFirst().index());
      }
      List<Token> passives = sentence.children(above, "nsubj:pass");
      if (!passives.isEmpty()) {
        return OptionalInt.of(antecedent(sentence, passives.getFirst().index(), above));
      }
    }
    if (token.is("advcl") && !token.tag().equals("VBG") && !token.tag().equals("VB")) {
      return OptionalInt.empty();
    }
    if (token.is("ccomp") && !token.tag().equals("VB") && !token.tag().equals("VBG")) {
      return OptionalInt.empty();
    }
    List<Token> subjects = sentence.children(above, "nsubj");
    if (!subjects.isEmpty()) {
      return OptionalInt.of(antecedent(sentence, subjects.getFirst().index(), above));
    }
    return sentence.token(above).isNoun()
        ? ofNoun(sentence, above, depth + 1)
        : subject(sentence, above, depth + 1);
  }

  /** Who does what a noun such as "plan" or "deal" stands for. */
  private static OptionalInt ofNoun(Sentence sentence, int noun, int depth) {
    List<Token> owners = sentence.children(noun, "nmod:poss");
    if (!owners.isEmpty()) {
      return OptionalInt.of(owners.getFirst().index());
    }
    OptionalInt origin = origin(sentence, noun);
    if (origin.isPresent()) {
      return origin;
    }
    List<Token> subjects = sentence.children(noun, "nsubj");
    if (!subjects.isEmpty()) {
      return OptionalInt.of(antecedent(sentence, subjects.getFirst().index(), noun));
    }
    Token token = sentence.token(noun);
    if (token.head() >= 0 && token.is("obj", "obl", "xcomp", "nmod", "conj")) {
      return sentence.token(token.head()).isVerb()
          ? subject(sentence, token.head(), depth + 1)
          : ofNounAbove(sentence, token.head(), depth);
    }
    if (token.head() >= 0 && token.is("nsubj:pass")) {
      return agent(sentence, token.head());
    }
    return OptionalInt.empty();
  }

  private static OptionalInt ofNounAbove(Sentence sentence, int noun, int depth) {
    return depth > DEEPEST ? OptionalInt.empty() : ofNoun(sentence, noun, depth + 1);
  }

  private static OptionalInt agent(Sentence sentence, int verb) {
    for (Token child : sentence.children(verb, "obl", "nmod")) {
      if (preposition(sentence, child.index()).filter("by"::equals).isPresent()) {
        return OptionalInt.of(child.index());
      }
    }
    return OptionalInt.empty();
  }

  /** "Is an ally of", "remains one of its closest allies": whom a noun is said of. */
  static OptionalInt saidOf(Sentence sentence, int noun) {
    Token token = sentence.token(noun);
    int at = noun;
    if (token.is("conj") && token.head() >= 0) {
      at = token.head();
    }
    boolean oneOf =
        sentence.token(at).is("nmod")
            && sentence.token(at).head() >= 0
            && sentence.token(sentence.token(at).head()).lower().equals("one");
    if (oneOf) {
      at = sentence.token(at).head();
    }
    boolean copula = !sentence.children(at, "cop").isEmpty();
    boolean stays =
        sentence.token(at).is("xcomp", "obj")
            && sentence.token(at).head() >= 0
            && sentence.token(sentence.token(at).head()).lemma().matches("remain|become|stay");
    if (!copula && !stays) {
      return OptionalInt.empty();
    }
    int verb = copula ? at : sentence.token(at).head();
    List<Token> subjects = bareSubjects(sentence, verb);
    return subjects.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(antecedent(sentence, subjects.getFirst().index(), verb));
  }

  /** "Are having their tanks upgraded by": the verb above that only says for whom it is done. */
  static OptionalInt causative(Sentence sentence, int participle) {
    Token token = sentence.token(participle);
    if (!token.tag().equals("VBN") || token.head() < 0) {
      return OptionalInt.empty();
    }
    Token above = sentence.token(token.head());
    if (above.isVerb()
        && above.lemma().matches("have|get")
        && token.is("xcomp", "ccomp", "dep", "advcl")
        && above.index() < participle - 1) {
      return OptionalInt.of(above.index());
    }
    boolean bare =
        above.isNoun()
            && token.is("acl")
            && above.is("obj")
            && above.head() >= 0
            && sentence.token(above.head()).lemma().matches("have|get");
    return bare ? OptionalInt.of(above.head()) : OptionalInt.empty();
  }

  /** The noun that a relative pronoun stands for; any other word itself. */
  static int antecedent(Sentence sentence, int pronoun, int verb) {
    Token token = sentence.token(pronoun);
    boolean relative =
        Set.of("which", "that", "who").contains(token.lower())
            && token.tag().matches("WDT|WP|IN|DT");
    if (relative && sentence.token(verb).is("acl:relcl") && sentence.token(verb).head() >= 0) {
      return sentence.token(verb).head();
    }
    return pronoun;
  }

  /** "Will join Oslo in sending guns": the verb of joining above the one that says in what. */
  static OptionalInt joinsIn(Sentence sentence, int verb) {
    Token token = sentence.token(verb);
    boolean joined =
        token.tag().equals("VBG")
            && token.is("advcl", "acl", "xcomp")
            && token.head() >= 0
            && sentence.children(verb, "mark", "case").stream()
                .anyMatch(m -> m.lower().equals("in"));
    if (!joined) {
      return OptionalInt.empty();
    }
    Token above = sentence.token(token.head());
    int join = above.isVerb() ? above.index() : above.head();
    return join >= 0 && sentence.token(join).lemma().equals("join")
        ? OptionalInt.of(join)
        : OptionalInt.empty();
  }

  /** The first of verbs that share a subject and an auxiliary: "will build and deliver". */
  static int firstOf(Sentence sentence, int verb) {
    int at = verb;
    for (int step = 0; step < DEEPEST; step++) {
      Token token = sentence.token(at);
      boolean bare =
          token.is("conj")
              && token.tag().matches("VB|VBN")
              && token.head() >= 0
              && token.head() < at
              && sentence.token(token.head()).isVerb()
              && sentence.children(at, "aux", "aux:pass", "cop", "nsubj", "nsubj:pass").isEmpty();
      if (!bare) {
        return at;
      }
      at = token.head();
    }
    return at;
  }

  /** "Is to deliver", "were to be handed over": what is arranged for later. */
  private static boolean arranged(Sentence sentence, int verb, List<Token> helpers) {
    return sentence.children(verb, "mark").stream()
        .filter(m -> m.lower().equals("to"))
        .anyMatch(
            to ->
                helpers.stream()
                    .anyMatch(
                        h ->
                            h.index() < to.index()
                                && h.lemma().equals("be")
                                && h.tag().matches("VBZ|VBP|VBD")));
  }

  /** "Is to buy": what has been settled, where "will buy" may be a plan. */
  static boolean isArranged(Sentence sentence, int verb) {
    return arranged(sentence, verb, sentence.children(verb, "aux", "aux:pass", "cop"));
  }

  /** "Is going to deliver". */
  private static boolean goingTo(Sentence sentence, int verb) {
    int going = sentence.token(verb).head();
    return going >= 0
        && sentence.token(verb).is("xcomp")
        && sentence.token(going).lower().equals("going")
        && sentence.children(verb, "mark").stream().anyMatch(m -> m.lower().equals("to"));
  }

  /** How a verb stands in time, by its form and auxiliaries. */
  static Tense tense(Sentence sentence, int verb) {
    int first = firstOf(sentence, verb);
    boolean ownTo = sentence.children(verb, "mark").stream().anyMatch(m -> m.lower().equals("to"));
    if (first != verb && !ownTo) {
      return tense(sentence, first);
    }
    Token token = sentence.token(verb);
    List<Token> helpers = new ArrayList<>(sentence.children(verb, "aux", "aux:pass", "cop"));
    if (arranged(sentence, verb, helpers) || goingTo(sentence, verb)) {
      return Tense.FUTURE;
    }
    boolean perfect = false;
    boolean running = false;
    boolean past = false;
    boolean present = false;
    for (Token helper : helpers) {
      String word = helper.lower();
      switch (word) {
        case "will", "'ll", "\u2019ll", "wo", "shall" -> {
          return Tense.FUTURE;
        }
        case "would" -> {
          return Tense.FUTURE;
        }
        case "could", "may", "might", "can", "ca" -> {
          return Tense.POSSIBLE;
        }
        case "should", "must" -> {
          return Tense.SHOULD;
        }
        case "do", "does" -> present = true;
        case "did" -> past = true;
        default -> {
          perfect |= helper.lemma().equals("have");
          running |= word.equals("being");
          boolean be = helper.lemma().equals("be");
          running |= be && token.tag().equals("VBG");
          past |= be && helper.tag().equals("VBD");
          present |= be && helper.tag().matches("VBZ|VBP");
        }
      }
    }
    if (running) {
      return Tense.RUNNING;
    }
    if (perfect || past) {
      return Tense.PAST;
    }
    boolean bareHelp =
        token.tag().equals("VB")
            && token.is("xcomp")
            && token.head() >= 0
            && sentence.token(token.head()).lemma().equals("help");
    if (bareHelp
        || sentence.children(verb, "mark").stream().anyMatch(m -> m.lower().equals("to"))) {
      boolean headline =
          token.head() < 0
              && sentence.children(verb, "nsubj", "nsubj:pass").stream().anyMatch(Token::isName);
      boolean ahead = present || headline || isForLater(sentence, token);
      return ahead && token.tag().equals("VB") ? Tense.FUTURE : Tense.OPEN;
    }
    return switch (token.tag()) {
      case "VBD" -> Tense.PAST;
      case "VBN" -> present ? Tense.PRESENT : Tense.PAST;
      case "VBG" ->
          isOver(sentence, verb) ? Tense.PAST : byDoing(sentence, verb).orElse(Tense.RUNNING);
      case "VBZ", "VBP" -> Tense.PRESENT;
      case "VB" -> present ? Tense.PRESENT : Tense.OPEN;
      default -> past ? Tense.PAST : present ? Tense.PRESENT : Tense.OPEN;
    };
  }

  /** "Could hit back by buying jets": what is done by the means that a verb may, or will, take. */
  private static Optional<Tense> byDoing(Sentence sentence, int gerund) {
    boolean by =
        gerund > 1
            && sentence.token(gerund - 1).lower().equals("by")
            && sentence.children(gerund, "mark").stream().anyMatch(m -> m.lower().equals("by"));
    for (int verb = gerund - 2; by && verb >= Math.max(1, gerund - FARTHEST_MEANS); verb--) {
      if (sentence.token(verb).isVerb()) {
        return sentence.children(verb, "aux").stream().anyMatch(a -> a.tag().equals("MD"))
            ? Optional.of(tense(sentence, verb))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * "Will soon arrive to train them", "are set to be sent to help train": what somebody will come
   * for is still to be done.
   */
  private static boolean isForLater(Sentence sentence, Token verb) {
    if (!verb.is("xcomp", "advcl") || verb.head() < 0) {
      return false;
    }
    Token above = sentence.token(verb.head());
    if (above.lemma().equals("help") && above.tag().equals("VB")) {
      return isForLater(sentence, above);
    }
    return above
            .lemma()
            .matches(
                "arrive|come|go|travel|visit|return|fly|stay|send|deploy|dispatch|post|assign|invite")
        && (tense(sentence, above.index()) == Tense.FUTURE || isDue(sentence, above));
  }

  /** "Are due to be sent": what has been fixed for later. */
  private static boolean isDue(Sentence sentence, Token verb) {
    return verb.is("xcomp")
        && verb.head() >= 0
        && sentence.token(verb.head()).lower().matches("set|due|scheduled|slated|expected|likely");
  }

  /** "Since selling jets to Chad": that has been done. */
  private static boolean isOver(Sentence sentence, int verb) {
    return sentence.children(verb, "mark").stream()
        .anyMatch(m -> m.lower().matches("since|after|upon"));
  }

  /**
   * Whether a verb or noun is negated where it stands.
   *
   * @param dealings the tokens of dealing words, whose own "no" is not counted again for the verb
   */
  static boolean negated(Sentence sentence, int word, Set<Integer> dealings) {
    for (Token child : sentence.children(word)) {
      if (child.is("advmod", "neg", "det", "cc:preconj", "dep")
          && NEGATIVES.contains(child.lower())) {
        return true;
      }
      if (child.is("det", "neg") && child.lower().equals("no")) {
        return true;
      }
      if (child.is("obl") && isNever(sentence, child)) {
        return true;
      }
      boolean part =
          child.is("nsubj", "nsubj:pass", "obj")
              && sentence.token(word).isVerb()
              && !dealings.contains(child.index());
      if (part && isNone(sentence, child)) {
        return true;
      }
    }
    return stillToCome(sentence, word);
  }

  /** "At no time", "under no circumstances", "on no occasion". */
  private static boolean isNever(Sentence sentence, Token noun) {
    return noun.lower().matches("times?|circumstances?|occasions?|way|stage|point")
        && preposition(sentence, noun.index()).isPresent()
        && sentence.children(noun.index(), "det", "neg").stream()
            .anyMatch(d -> d.lower().equals("no"));
  }

  /** "None", "no missile", "not a single shell". */
  private static boolean isNone(Sentence sentence, Token noun) {
    if (noun.lower().matches("none|nothing|nobody")) {
      return true;
    }
    if (sentence.children(noun.index(), "det", "neg", "cc:preconj", "advmod", "dep").stream()
        .anyMatch(d -> d.lower().matches("no|neither"))) {
      return true;
    }
    int from = Math.max(0, noun.index() - 5);
    return sentence
        .words(from, noun.index() + 1)
        .toLowerCase(Locale.ROOT)
        .matches(".*\\bnot (a single|one)\\b.*");
  }

  /** "Have yet to sign": not done so far. */
  private static boolean stillToCome(Sentence sentence, int verb) {
    Token token = sentence.token(verb);
    if (!token.isVerb() || token.head() < 0 || verb < 2) {
      return false;
    }
    return sentence
        .words(Math.max(0, verb - 3), verb)
        .toLowerCase(Locale.ROOT)
        .matches(".*\\byet to( be)?");
  }

  /** "Cannot sell": not able or not free to. */
  static boolean unable(Sentence sentence, int verb) {
    return sentence.children(verb, "aux").stream()
            .anyMatch(a -> a.lower().matches("can|ca|could|cannot"))
        && negated(sentence, verb, Set.of());
  }

  /** "No longer buys". */
  static boolean noLonger(Sentence sentence, int verb) {
    return sentence.children(verb, "advmod").stream()
        .anyMatch(
            a ->
                a.lower().equals("longer")
                    && a.index() > 0
                    && sentence.token(a.index() - 1).lower().equals("no"));
  }

  /** The words of a lemma-insensitive phrase that follow a token, passing over small words. */
  static OptionalInt endOfPhrase(Sentence sentence, int at, List<String> phrase) {
    int i = at + 1;
    for (int p = 1; p < phrase.size(); p++) {
      int skipped = 0;
      while (i < sentence.size()
          && skipped < 2
          && !same(sentence.token(i), phrase.get(p))
          && sentence.token(i).tag().matches("DT|RB|PRP\\$|JJ|CD|\\$")) {
        boolean sum = sentence.token(i).tag().matches("CD|\\$");
        i++;
        skipped += sum ? 0 : 1;
      }
      if (i >= sentence.size() || !same(sentence.token(i), phrase.get(p))) {
        return OptionalInt.empty();
      }
      i++;
    }
    return OptionalInt.of(i);
  }

  /**
   * Where the verb of a phrase ends whose other words stand farther off: "put arms sales on hold",
   * "received Norway's request", "receives Gripen order".
   */
  static OptionalInt endOfParted(Sentence sentence, int at, List<String> phrase) {
    boolean owned =
        phrase.size() == 2
            && sentence.children(at, "obj").stream()
                .anyMatch(
                    o ->
                        same(o, phrase.get(1))
                            && !sentence.children(o.index(), "nmod:poss").isEmpty());
    if (owned) {
      return OptionalInt.of(at + 1);
    }
    boolean done =
        phrase.size() == 2
            && sentence.children(at, "nsubj:pass").stream()
                .anyMatch(thing -> thing.index() < at && same(thing, phrase.get(1)));
    if (done) {
      return OptionalInt.of(at + 1);
    }
    OptionalInt compound =
        phrase.size() == 2
            ? sentence.children(at, "obj").stream()
                .filter(o -> o.index() > at && same(o, phrase.get(1)))
                .filter(o -> !sentence.children(o.index(), "compound").isEmpty())
                .mapToInt(o -> o.index() + 1)
                .findFirst()
            : OptionalInt.empty();
    if (compound.isPresent()) {
      return compound;
    }
    boolean against =
        phrase.size() == 2
            && phrase.get(1).equals("against")
            && sentence.children(at, "obl").stream()
                .anyMatch(
                    n ->
                        n.index() > at
                            && preposition(sentence, n.index())
                                .filter("against"::equals)
                                .isPresent()
                            && sentence.children(at, "xcomp", "ccomp").isEmpty()
                            && sentence.tokens().subList(at, n.index()).stream()
                                .noneMatch(t -> t.text().equals(",")));
    if (against) {
      return OptionalInt.of(at + 1);
    }
    boolean parted =
        phrase.size() == 3
            && phrase.get(1).equals("on")
            && sentence.children(at, "obj", "nsubj:pass").stream()
                .flatMap(
                    o ->
                        java.util.stream.Stream.concat(
                            sentence.children(at, "obl").stream(),
                            sentence.children(o.index(), "nmod").stream()))
                .anyMatch(
                    n ->
                        n.index() > at
                            && same(n, phrase.get(2))
                            && preposition(sentence, n.index())
                                .filter(phrase.get(1)::equals)
                                .isPresent());
    return parted ? OptionalInt.of(at + 1) : OptionalInt.empty();
  }

  private static boolean same(Token token, String word) {
    return token.lower().equals(word) || token.lemma().toLowerCase(Locale.ROOT).equals(word);
  }

  /** Whether nothing beyond a token belongs to the phrase before it. */
  static boolean endsPhrase(Token token) {
    return token.text().matches("[;:]") || token.tag().matches("VBZ|VBP|MD");
  }
}
