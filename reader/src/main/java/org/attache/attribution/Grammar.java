package org.attache.attribution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.attache.language.Sentence;
import org.attache.language.Token;

/**
 * What the reading of attributions asks of a sentence: subjects, noun phrases beside a verb, ends
 * of clauses. It trusts the parse for what follows a verb, and marks and tags for what stands
 * around it.
 */
final class Grammar {
  private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP", "MD");
  private static final Set<String> NOMINAL =
      Set.of(
          "DT", "PDT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PRP", "PRP$",
          "WP", "FW", "$", "&");
  private static final int LONGEST_CLIMB = 6;

  private final Sentence sentence;
  private final Marks marks;
  private final WordLists words;

  Grammar(Sentence sentence, Marks marks, WordLists words) {
    this.words = words;
    this.sentence = sentence;
    this.marks = marks;
  }

  Sentence sentence() {
    return sentence;
  }

  Marks marks() {
    return marks;
  }

  /** Whether the verb stands in the passive. */
  boolean passive(int verb) {
    return !sentence.children(verb, "aux:pass", "nsubj:pass").isEmpty()
        && sentence.token(verb).tag().equals("VBN");
  }

  /**
   * The subject of a verb: its own, or for a bare participle or infinitive that of what governs it.
   */
  Optional<Words> subject(int verb) {
    int at = verb;
    for (int step = 0; step < LONGEST_CLIMB && at >= 0; step++) {
      Optional<Words> own = ownSubject(at, verb);
      if (own.isPresent()) {
        return own;
      }
      Token token = sentence.token(at);
      int head = token.head();
      if (head < 0) {
        return Optional.empty();
      }
      boolean afterComma =
          isComma(groupStart(at) - 1) && token.tag().equals("VBG") && !speaks(head);
      if (token.is("acl")
          && sentence.token(head).isNoun()
          && !afterComma
          && (token.tag().equals("VBN") || speaks(head))) {
        return Optional.of(phrase(head, verb));
      }
      Optional<Words> quoted = objectOfAs(at, head, verb);
      if (quoted.isPresent()) {
        return quoted;
      }
      if (token.is("acl") && sentence.token(head).isNoun() && sentence.token(head).head() < 0) {
        return Optional.of(phrase(head, verb));
      }
      if (!token.is(
          "obj",
          "nmod",
          "obl",
          "xcomp",
          "advcl",
          "conj",
          "dep",
          "ccomp",
          "aux",
          "parataxis",
          "acl",
          "cop")) {
        return Optional.empty();
      }
      at = head;
    }
    return Optional.empty();
  }

  /** Whether a noun is a text or a person, which can say something. */
  private boolean speaks(int noun) {
    String word = sentence.token(noun).lemma().toLowerCase(Locale.ROOT);
    return sentence.token(noun).isName()
        || words.has("statement-head", word)
        || words.has("study-head", word)
        || words.has("document-head", word)
        || words.has("person-head", word)
        || words.has("text-head", word);
  }

  /** "quoted an officer as saying": the object, or the subject of the passive. */
  private Optional<Words> objectOfAs(int participle, int governor, int verb) {
    boolean as =
        participle > 0
            && sentence.token(participle - 1).lower().equals("as")
            && sentence.token(participle).tag().equals("VBG");
    if (!as) {
      return Optional.empty();
    }
    return sentence.children(governor, passive(governor) ? "nsubj" : "obj").stream()
        .filter(o -> o.index() < participle)
        .findFirst()
        .map(o -> phrase(o.index(), verb))
        .map(
            o ->
                o.to() > participle - 1
                    ? new Words(sentence, o.from(), Math.max(o.from() + 1, participle - 1))
                    : o);
  }

  /**
   * For a participle: the subject of the verb that governs the whole sentence, or of the nearest
   * one before.
   */
  Optional<Words> mainSubject(int verb) {
    int root = root();
    if (root < verb
        && root >= 0
        && sentence.token(verb).tag().equals("VBG")
        && marks.around(root).equals(marks.around(verb))) {
      for (Token subject : sentence.children(root, "nsubj")) {
        if (subject.index() < root) {
          return Optional.of(phrase(subject.index(), verb));
        }
      }
    }
    if (!sentence.token(verb).tag().equals("VBG") && !sentence.token(verb).tag().equals("VB")) {
      return Optional.empty();
    }
    for (int i = verb - 1; i >= 0; i--) {
      if (isFinite(i) && marks.around(i).equals(marks.around(verb))) {
        int governor =
            sentence.token(i).is("aux", "cop") && sentence.token(i).head() >= 0
                ? sentence.token(i).head()
                : i;
        for (Token subject : sentence.children(governor, "nsubj")) {
          if (!inside(verb, subject.index())) {
            return Optional.of(phrase(subject.index(), verb));
          }
        }
      }
    }
    return Optional.empty();
  }

  private int root() {
    return sentence.tokens().stream()
        .filter(t -> t.head() < 0)
        .mapToInt(Token::index)
        .findFirst()
        .orElse(-1);
  }

  /** Whether a participle stands behind a comma: the subject of the main clause is its own. */
  boolean addsOn(int verb) {
    int before = groupStart(verb) - 1;
    return sentence.token(verb).tag().equals("VBG")
        && isComma(before)
        && sentence.children(verb, "nsubj").isEmpty();
  }

  private Optional<Words> ownSubject(int governor, int verb) {
    List<Token> subjects = new ArrayList<>(sentence.children(governor, "nsubj"));
    subjects.addAll(sentence.children(governor, "csubj"));
    boolean participle = sentence.token(verb).tag().equals("VBG") && governor == verb;
    for (Token subject : subjects) {
      boolean fits =
          marks.around(subject.index()).equals(marks.around(verb))
              || subject.index() < verb && !marks.quoted(verb);
      if (fits
          && (!participle || subject.index() < verb)
          && subject.index() != verb
          && !inside(verb, subject.index())) {
        return Optional.of(phrase(subject.index(), verb));
      }
    }
    return Optional.empty();
  }

  private boolean inside(int token, int above) {
    return token != above && sentence.dominates(above, token);
  }

  /** The phrase that a token heads, cut so that it does not run over the verb. */
  Words phrase(int head, int verb) {
    BitSet below = sentence.subtree(head);
    int from = head;
    while (from > 0 && below.get(from - 1) && from - 1 != verb && sameQuote(from - 1, head)) {
      from--;
    }
    int to = head + 1;
    while (to < sentence.size() && below.get(to) && to != verb && sameQuote(to, head)) {
      to++;
    }
    for (int i = from; i < head; i++) {
      if (isDash(i) || sentence.token(i).text().equals(":")) {
        from = i + 1;
      }
    }
    return trim(from, to, head);
  }

  /** The verb that leads up to this one: "went on to say" is led by "went". */
  int leading(int verb) {
    int at = verb;
    while (sentence.token(at).is("xcomp", "advcl", "obl")
        && sentence.token(at).head() >= 0
        && sentence.token(at).head() < at
        && leadsTo(sentence.token(at).head(), at)) {
      at = sentence.token(at).head();
    }
    return at;
  }

  /** Whether nothing but particles stands between two verbs: "went on to say". */
  private boolean leadsTo(int verb, int other) {
    for (int i = verb + 1; i < other; i++) {
      String tag = sentence.token(i).tag();
      if (!tag.equals("RP") && !tag.startsWith("RB") && !tag.equals("IN") && !tag.equals("TO")) {
        return false;
      }
    }
    return sentence.token(verb).isVerb() && isInfinitive(other - 1);
  }

  /** Whether a "to" stands here with a verb behind it; the tagger may take it for a preposition. */
  boolean isInfinitive(int index) {
    int next = index + 1;
    while (next < sentence.size() && sentence.token(next).tag().startsWith("RB")) {
      next++;
    }
    return index >= 0
        && next < sentence.size()
        && sentence.token(index).lower().equals("to")
        && sentence.token(next).tag().equals("VB");
  }

  /**
   * "The source, who asked not to be named, said": a noun phrase with a relative clause before a
   * verb.
   */
  Optional<Words> subjectWithRelative(int verb) {
    int end = groupStart(verb) - 1;
    if (isDash(end) && !sentence.token(verb).tag().equals("VBG")) {
      return betweenDashes(end);
    }
    if (!isComma(end) || sentence.token(verb).tag().equals("VBG")) {
      return Optional.empty();
    }
    int comma = end - 1;
    while (comma > 0 && !isComma(comma)) {
      comma--;
    }
    boolean relative =
        comma > 0
            && (sentence.token(comma + 1).tag().startsWith("W") && hasFinite(comma, end)
                || isInsertion(comma + 1, end));
    int from = comma;
    while (relative
        && from > 0
        && !bars(from - 1)
        && (isPartOfPhrase(from - 1) || isDescribing(from - 1, comma))) {
      from--;
    }
    while (from < comma && isLink(from)) {
      from++;
    }
    return relative && from < comma
        ? Optional.of(new Words(sentence, from, end))
        : Optional.empty();
  }

  /**
   * "The sources \u2013 two envoys and a clerk \u2013 said": the noun phrase before the first dash.
   */
  private Optional<Words> betweenDashes(int end) {
    int dash = end - 1;
    while (dash > 0 && !isDash(dash)) {
      dash--;
    }
    int from = dash;
    while (from > 0 && !bars(from - 1) && isPartOfPhrase(from - 1)) {
      from--;
    }
    while (from < dash && isLink(from)) {
      from++;
    }
    boolean opens = from == 0 || dash > 0 && isComma(from - 1);
    return dash > 0 && from < dash && opens && !hasFinite(dash, end)
        ? Optional.of(new Words(sentence, from, dash))
        : Optional.empty();
  }

  /** "The daily, citing a source, said": a participle with what belongs to it, between commas. */
  private boolean isInsertion(int from, int end) {
    return sentence.token(from).tag().equals("VBG")
        && words.has("inserted", sentence.token(from).lower())
        && !hasFinite(from, end);
  }

  /** "Two men briefed on the plan": a participle that describes those before it. */
  private boolean isDescribing(int index, int end) {
    return index + 1 < end
        && index > 0
        && (sentence.token(index).tag().equals("VBN")
            || words.has("described-by", sentence.token(index).lower()))
        && sentence.token(index - 1).isNoun()
        && isLink(index + 1);
  }

  private boolean isPartOfPhrase(int index) {
    return isNominal(index) || isLink(index);
  }

  /** A preposition or conjunction that may join the parts of a noun phrase. */
  private boolean isLink(int index) {
    Token token = sentence.token(index);
    return token.tag().equals("IN") && words.has("phrase-link", token.lower())
        || token.tag().equals("TO")
        || token.tag().equals("CC");
  }

  private boolean sameQuote(int a, int b) {
    return marks.around(a).equals(marks.around(b)) || marks.quoted(a);
  }

  private Words trim(int from, int to, int head) {
    int left = from;
    int right = to;
    while (right - 1 > head && isPunctuation(right - 1)) {
      right--;
    }
    while (left < head && (isPunctuation(left) || sentence.token(left).tag().equals("CC"))) {
      left++;
    }
    return new Words(sentence, left, right);
  }

  /** Whether the token is a mark and no word. */
  boolean isPunctuation(int index) {
    String text = sentence.token(index).text();
    return text.chars().noneMatch(Character::isLetterOrDigit)
        && !text.equals("$")
        && !text.equals("%");
  }

  boolean isComma(int index) {
    return index >= 0 && index < sentence.size() && sentence.token(index).text().equals(",");
  }

  /** Whether the token is a dash between clauses. */
  boolean isDash(int index) {
    return index >= 0
        && index < sentence.size()
        && Set.of("-", "--", "\u2013", "\u2014").contains(sentence.token(index).text());
  }

  /** Whether the token ends a sentence. */
  boolean isStop(int index) {
    return index >= sentence.size()
        || Set.of(".", "?", "!", "\u2026", "...").contains(sentence.token(index).text());
  }

  boolean isFinite(int index) {
    return FINITE.contains(sentence.token(index).tag());
  }

  /** Whether a finite verb stands in the run. */
  boolean hasFinite(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isFinite(i)) {
        return true;
      }
    }
    return false;
  }

  boolean isNominal(int index) {
    String text = sentence.token(index).text();
    return NOMINAL.contains(sentence.token(index).tag())
        || text.equals("\u2019")
        || text.equals("'");
  }

  /** The "by" phrase of a passive verb. */
  Optional<Words> agent(int verb) {
    for (int next = verb + 1; next <= verb + 2 && next < sentence.size(); next++) {
      if (sentence.token(next).lower().equals("by")) {
        return nounPhraseAfter(next);
      }
    }
    for (Token oblique : sentence.children(verb, "obl", "nmod")) {
      for (Token preposition : sentence.children(oblique.index(), "case")) {
        if (preposition.lower().equals("by")) {
          return nounPhraseAfter(preposition.index());
        }
      }
    }
    return Optional.empty();
  }

  /** First token of the verb group: its auxiliaries and the adverbs among them. */
  int groupStart(int verb) {
    int at = verb;
    while (at > 0) {
      Token before = sentence.token(at - 1);
      boolean adverb = before.tag().startsWith("RB");
      boolean auxiliary =
          before.is("aux") || before.tag().equals("MD") || words.has("auxiliary", before.lemma());
      if ((!adverb && !auxiliary) || marks.closesAfter(at - 1)) {
        break;
      }
      at--;
    }
    return at;
  }

  /**
   * The noun phrase that ends right before a verb group and begins after a mark, if there is one.
   */
  Optional<Words> nounPhraseBefore(int verb) {
    int end = groupStart(verb);
    if (end > 0 && Set.of(")", "-RRB-", "]").contains(sentence.token(end - 1).text())) {
      int open = end - 1;
      while (open > 0 && !Set.of("(", "-LRB-", "[").contains(sentence.token(open).text())) {
        open--;
      }
      end = open;
    }
    int at = end;
    boolean noun = false;
    while (at > 0 && !bars(at - 1)) {
      Token token = sentence.token(at - 1);
      if (!isPartOfPhrase(at - 1)) {
        return Optional.empty();
      }
      noun |=
          token.isNoun()
              || token.tag().equals("PRP")
              || token.tag().equals("WP")
              || token.tag().equals("DT")
              || token.tag().equals("CD")
              || token.tag().equals("JJ");
      at--;
    }
    while (at < end && Set.of("CC", "IN").contains(sentence.token(at).tag())) {
      at++;
    }
    return noun && at < end ? Optional.of(new Words(sentence, at, end)) : Optional.empty();
  }

  /** Whether a clause ends at this token. */
  private boolean bars(int index) {
    return isPunctuation(index) && !sentence.token(index).text().equals(".")
        || marks.closesAfter(index)
        || isStop(index);
  }

  /** The noun phrase that begins right after a token, with what identifies it. */
  Optional<Words> nounPhraseAfter(int index) {
    int from = index + 1;
    int at = from;
    int noun = -1;
    while (at < sentence.size() && !marks.opensBefore(at)) {
      Token token = sentence.token(at);
      boolean link =
          at > from && token.tag().equals("IN") && words.has("source-link", token.lower())
              || at > from && token.lower().equals("by") && isText(at - 1)
              || at > from
                  && (token.tag().equals("TO")
                      || token.text().equals("and")
                          && at + 1 < sentence.size()
                          && isNominal(at + 1));
      if (!isNominal(at) && !link) {
        break;
      }
      if (token.isNoun() || token.tag().startsWith("PRP") || noun < 0 && !link) {
        noun = at;
      }
      at++;
    }
    if (noun < 0) {
      return Optional.empty();
    }
    return Optional.of(new Words(sentence, from, apposition(described(noun + 1))));
  }

  /** "an article by the daily", "a report by the institute": who made it belongs to it. */
  private boolean isText(int index) {
    String word = sentence.token(index).lower();
    return words.has("study-head", word) || words.has("statement-head", word);
  }

  /** End of "familiar with the talks", "briefed on the matter" behind a noun. */
  private int described(int from) {
    boolean describes =
        from + 1 < sentence.size()
            && (sentence.token(from).tag().equals("VBN") || sentence.token(from).tag().equals("JJ"))
            && Set.of("IN", "TO").contains(sentence.token(from + 1).tag());
    if (!describes) {
      return from;
    }
    int at = from + 1;
    while (at < sentence.size()
        && isPartOfPhrase(at)
        && !words.has("time-word", sentence.token(at).lower())) {
      at++;
    }
    while (at > from + 1 && isLink(at - 1)) {
      at--;
    }
    return at > from + 1 ? at : from;
  }

  /** Where the appositions end that begin with a comma here. */
  private int apposition(int from) {
    int at = from;
    while (isComma(at) && at + 1 < sentence.size() && !marks.opensBefore(at + 1)) {
      Token next = sentence.token(at + 1);
      boolean begins =
          words.has("apposition", next.lower())
              || next.isNoun()
              || next.tag().equals("CD")
              || next.tag().equals("JJ");
      int end = at + 1;
      while (end < sentence.size()
          && !isComma(end)
          && !isStop(end)
          && !isDash(end)
          && !marks.opensBefore(end)) {
        end++;
      }
      boolean clause = next.tag().startsWith("W");
      if (!begins || !clause && hasFinite(at + 1, end) || end == at + 1) {
        return at;
      }
      at = end;
    }
    return at;
  }

  /** The token after the last one of the subtree, no further than the run of it allows. */
  int rightEdge(int head) {
    return sentence.subtree(head).length();
  }

  int leftEdge(int head) {
    return sentence.subtree(head).nextSetBit(0);
  }

  /** Position after the last word of the sentence: a final stop does not count. */
  int lastWord() {
    int at = sentence.size();
    while (at > 0 && isPunctuation(at - 1) && !marks.quoted(at - 1)) {
      at--;
    }
    return Math.max(at, 1);
  }
}
