package org.attache.attribution;

import java.util.Optional;
import java.util.function.Supplier;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Quote;
import org.attache.language.Sentence;
import org.attache.language.Token;

/** Content that follows its cue: a clause, a quotation, an object, an infinitive. */
final class FollowingContent {
  private final Cues cues;
  private final Grammar grammar;
  private final Sentence sentence;
  private final Marks marks;

  FollowingContent(Cues cues, Grammar grammar) {
    this.cues = cues;
    this.grammar = grammar;
    sentence = grammar.sentence();
    marks = grammar.marks();
  }

  /** Content that follows a cue, and how it is joined to it. */
  record Found(Span span, Statement.Form form) {}

  /** The content that follows a cue, if it has any. */
  Optional<Found> read(Cues.Match match) {
    Cue cue = match.cue();
    return when(cue.takes("gerund"), () -> gerund(match), Statement.Form.GERUND)
        .or(() -> when(cue.takes("clause"), () -> clause(match), Statement.Form.CLAUSE))
        .or(() -> when(cue.takes("quote"), () -> quote(match), Statement.Form.QUOTE))
        .or(() -> when(cue.takes("infinitive"), () -> infinitive(match), Statement.Form.INFINITIVE))
        .or(() -> when(true, () -> preposition(match), Statement.Form.PREPOSITION))
        .or(() -> when(cue.takes("np"), () -> object(match), Statement.Form.OBJECT));
  }

  private static Optional<Found> when(
      boolean allowed, Supplier<Optional<Span>> reading, Statement.Form form) {
    return allowed ? reading.get().map(span -> new Found(span, form)) : Optional.empty();
  }

  private Optional<Span> clause(Cues.Match match) {
    int head = complement(match);
    if (head >= 0
        && match.cue().takes("np")
        && isNounWithClause(match.last() + 1, firstOf(head, match.last()))) {
      return Optional.empty();
    }
    if (head >= 0) {
      int from = beginning(match, Math.max(firstOf(head, match.last()), match.last() + 1));
      return Optional.of(span(from, endOfClause(match.head(), from)));
    }
    int that = conjunction(match.last() + 1);
    if (that >= 0 && !(match.cue().takes("np") && isNounWithClause(match.last() + 1, that))) {
      return Optional.of(span(that, endOfClause(match.head(), that)));
    }
    Token verb = sentence.token(match.head());
    if (verb.is("csubj")
        && verb.head() > match.last()
        && !grammar.isPunctuation(match.last() + 1)) {
      return Optional.of(span(match.last() + 1, endOfClause(verb.head(), match.last() + 1)));
    }
    int loose = looseClause(match.cue(), match.last() + 1);
    if (loose >= 0 && match.cue().kind() == Cue.Kind.SPEECH) {
      return Optional.of(span(loose, endOfClause(match.head(), loose)));
    }
    return Optional.empty();
  }

  /**
   * Where a clause begins that follows without a "that" and that the parse hung elsewhere, or -1.
   */
  private int looseClause(Cue cue, int from) {
    for (int i = from;
        i < sentence.size() && !grammar.isPunctuation(i) && !marks.opensBefore(i);
        i++) {
      if (sentence.token(i).is("mark") || cue.takes(sentence.token(i).lower())) {
        return -1;
      }
      if (grammar.isFinite(i)) {
        int governor = sentence.token(i).is("aux", "cop") ? sentence.token(i).head() : i;
        if (governor < 0 || sentence.token(governor).is("acl")) {
          return -1;
        }
        for (Token subject : sentence.children(governor, "nsubj", "expl")) {
          if (subject.index() >= from && subject.index() < i && !subject.tag().startsWith("W")) {
            return Math.max(from, grammar.phrase(subject.index(), governor).from());
          }
        }
        return isNounPhrase(from, i) ? from : -1;
      }
    }
    return -1;
  }

  /** "denied the charge that": the clause belongs to the noun, and the noun to the content. */
  private boolean isNounWithClause(int from, int that) {
    return that > from && isNounPhrase(from, that) && cues.has(sentence, that - 1, Cue.Sort.NOUN);
  }

  private boolean isNounPhrase(int from, int to) {
    for (int i = from; i < to; i++) {
      String tag = sentence.token(i).tag();
      if (!grammar.isNominal(i)
          && !tag.equals("EX")
          && !tag.startsWith("RB")
          && !sentence.token(i).lower().equals("of")) {
        return false;
      }
    }
    return to > from && (grammar.isNominal(to - 1) || sentence.token(to - 1).tag().equals("EX"));
  }

  /**
   * Where a clause begins if the parse hung its first words on the cue: "said her set of plans".
   */
  private int beginning(Cues.Match match, int from) {
    int next = match.last() + 1;
    if (from <= next || cues.addresses(match.cue()) || marks.opensBefore(from)) {
      return from;
    }
    for (int i = next; i < from; i++) {
      Token token = sentence.token(i);
      boolean nominal =
          grammar.isNominal(i) || token.lower().equals("of") || i > next && token.is("cop", "aux");
      if (!nominal || token.is("obl:tmod", "advmod") || cues.isTime(token.lower())) {
        return from;
      }
    }
    return next;
  }

  /** The head of the clause that a cue governs and that follows it, or -1. */
  private int complement(Cues.Match match) {
    for (int word = match.last(); word >= match.from(); word--) {
      for (Token child : sentence.children(word, "ccomp", "parataxis", "advcl")) {
        boolean clause =
            child.is("ccomp")
                || hasMark(child.index(), "that")
                || sentence
                    .token(Math.min(match.last() + 1, sentence.size() - 1))
                    .lower()
                    .equals("if");
        if (child.index() > match.last() && clause && hasSubjectOrVerb(child)) {
          return child.index();
        }
      }
    }
    return -1;
  }

  private boolean hasMark(int head, String word) {
    return sentence.children(head, "mark").stream().anyMatch(m -> m.lower().equals(word));
  }

  private boolean hasSubjectOrVerb(Token head) {
    return !sentence.children(head.index(), "nsubj", "csubj", "expl").isEmpty()
        || grammar.isFinite(head.index())
        || hasMark(head.index(), "that");
  }

  /** First token of a clause, no further left than the cue. */
  private int firstOf(int head, int cue) {
    int from = head;
    for (int i = head; i > cue; i--) {
      if (sentence.dominates(head, i)) {
        from = i;
      }
    }
    while (from < head && grammar.isPunctuation(from) && !marks.quoted(from)) {
      from++;
    }
    return from;
  }

  /** A "that" soon after the cue, with no verb between, or -1. */
  private int conjunction(int from) {
    for (int i = from; i < sentence.size() && i < from + 14; i++) {
      Token token = sentence.token(i);
      if (token.lower().equals("that") && !token.tag().equals("DT") && i + 1 < sentence.size()) {
        boolean relative =
            token.tag().equals("WDT")
                && i > from
                && !grammar.isComma(i - 1)
                && i - from > 4
                && !(sentence.token(from).tag().equals("IN") && opensClause(i + 1));
        return relative || isRelative(from, i) ? -1 : i;
      }
      if (grammar.isStop(i)
          || token.tag().equals("VBD")
          || token.tag().equals("VBZ")
          || token.tag().equals("MD")) {
        return -1;
      }
    }
    return -1;
  }

  /** "announced deals that will bring jobs": the clause tells which deals. */
  private boolean isRelative(int from, int that) {
    return that > from
        && sentence.token(that).tag().equals("WDT")
        && sentence.token(that - 1).is("obj")
        && sentence.children(that - 1, "acl:relcl").stream().anyMatch(c -> c.index() > that);
  }

  /** Whether a subject stands here: "that Oslo had". */
  private boolean opensClause(int index) {
    return sentence.token(index).isName()
        || sentence.token(index).tag().equals("DT")
        || sentence.token(index).tag().equals("PRP");
  }

  /** A quotation right after the cue, or after an addressee or modifier and a mark. */
  private Optional<Span> quote(Cues.Match match) {
    for (int i = match.last() + 1; i < sentence.size(); i++) {
      if (marks.opensBefore(i)) {
        boolean near = i - match.last() <= 3;
        boolean afterMark = grammar.isPunctuation(i - 1) && !marks.quoted(i - 1);
        if (near || afterMark) {
          Quote quote = marks.around(i).orElseThrow();
          int end = marks.afterQuote(i);
          if (end < grammar.lastWord()
              && !grammar.isPunctuation(end)
              && !grammar.isPunctuation(end - 1)) {
            return Optional.of(span(i, endOfClause(match.head(), i)));
          }
          return Optional.of(new Span(quote.start(), quote.end()));
        }
        return Optional.empty();
      }
      boolean colon = sentence.token(i).text().equals(":");
      if (colon && i + 1 < sentence.size()) {
        return Optional.of(span(i + 1, grammar.lastWord()));
      }
      if (grammar.isStop(i) || grammar.isFinite(i)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Span> infinitive(Cues.Match match) {
    for (Token child :
        sentence.children(match.head(), "xcomp", "advcl", "ccomp", "dep", "obl", "nmod")) {
      Optional<Token> to =
          sentence.children(child.index(), "mark", "case").stream()
              .filter(m -> m.lower().equals("to") && m.index() > match.last())
              .findFirst();
      if (to.isPresent() && child.isVerb()) {
        return Optional.of(span(to.get().index(), endOfClause(match.head(), to.get().index())));
      }
    }
    return Optional.empty();
  }

  private Optional<Span> gerund(Cues.Match match) {
    int next = match.last() + 1;
    while (next < sentence.size()
        && (cues.isTime(sentence.token(next).lower())
            || next + 1 < sentence.size()
                && sentence.token(next).lower().equals("on")
                && cues.isTime(sentence.token(next + 1).lower()))) {
      next++;
    }
    if (next < sentence.size() && sentence.token(next).tag().equals("VBG")) {
      return Optional.of(span(next, endOfClause(match.head(), next)));
    }
    return Optional.empty();
  }

  private Optional<Span> preposition(Cues.Match match) {
    int at = match.last() + 1;
    int limit = Math.min(sentence.size() - 1, at + 12);
    while (at < limit) {
      Token token = sentence.token(at);
      boolean fits =
          (token.tag().equals("IN") || token.tag().equals("TO")) && match.cue().takes(token.lower())
              || token.lower().equals("how") && match.cue().takes("how");
      if (fits && sentence.dominates(match.head(), at)) {
        int from = token.lower().equals("as") && at > match.last() + 1 ? match.last() + 1 : at + 1;
        return Optional.of(span(from, beforeAside(from, endOfClause(match.head(), from))));
      }
      if (grammar.isPunctuation(at) || grammar.isFinite(at)) {
        return Optional.empty();
      }
      at++;
    }
    return Optional.empty();
  }

  private Optional<Span> object(Cues.Match match) {
    if (grammar.passive(match.from())) {
      return Optional.empty();
    }
    for (Token child :
        sentence.children(match.head(), "obj", "xcomp", "ccomp", "dep", "obl", "nmod")) {
      boolean object = match.last() > match.from() || !child.is("obl", "nmod");
      if (object && child.index() > match.last() && !grammar.isPunctuation(match.last() + 1)) {
        int from = Math.max(firstOf(child.index(), match.last()), match.last() + 1);
        return Optional.of(span(from, beforeAside(from, endOfClause(match.head(), from))));
      }
    }
    return Optional.empty();
  }

  /**
   * "Called the deal a success, after the embargo was imposed": where a clause of its own follows
   * what is no clause itself, that clause is told by whoever reports it.
   */
  private int beforeAside(int from, int end) {
    for (int i = from + 2; i < end; i++) {
      if (grammar.isFinite(i)) {
        return end;
      }
      boolean aside =
          grammar.isComma(i - 1)
              && !marks.quoted(i)
              && cues.words().has("besides", sentence.token(i).lower())
              && grammar.hasFinite(i, end);
      if (aside) {
        return i - 1;
      }
    }
    return end;
  }

  /**
   * The span of a run of tokens; a quotation that begins or ends with it gives its marks, or goes
   * on.
   */
  Span span(int from, int to) {
    int end = Math.max(to, from + 1);
    int start = sentence.token(from).start();
    int stop = sentence.token(end - 1).end();
    if (marks.opensBefore(from)) {
      start = marks.around(from).orElseThrow().start();
    }
    Optional<Quote> last = marks.around(end - 1);
    if (last.isPresent()
        && marks.closesAfter(end - 1)
        && last.get().start() >= sentence.start() - 3) {
      stop = last.get().end();
    }
    return new Span(start, Math.max(stop, start + 1));
  }

  /** Where the clause ends that a cue governs and that begins at a token. */
  int endOfClause(int cue, int from) {
    if (cue + 1 >= sentence.size()) {
      return sentence.size();
    }
    int end = marks.quoted(cue) ? Math.max(marks.afterQuote(cue), from + 1) : grammar.lastWord();
    for (int i = from + 1; i < end; i++) {
      if (breaks(cue, i)) {
        return backOver(i, from);
      }
    }
    return end;
  }

  private int backOver(int at, int from) {
    int end = at;
    while (end - 1 > from
        && (grammar.isPunctuation(end - 1) && !marks.quoted(end - 1)
            || sentence.token(end - 1).tag().equals("CC"))) {
      end--;
    }
    return end;
  }

  /**
   * Whether the content ends before this token: another cue of the same speaker, or the main clause
   * goes on.
   */
  private boolean breaks(int cue, int at) {
    Token token = sentence.token(at);
    if (marks.quoted(at) && !marks.opensBefore(at)) {
      return false;
    }
    boolean afterComma = grammar.isComma(at - 1);
    if (token.tag().equals("VBG")
        && afterComma
        && cues.has(sentence, at, Cue.Sort.VERB)
        && isSpeech(at)) {
      return true;
    }
    if (token.tag().equals("CC") && at + 1 < sentence.size() && coordinates(cue, at)) {
      return true;
    }
    boolean joins =
        token.tag().equals("CC")
            || afterComma && token.tag().equals("IN")
            || token.lower().equals("when");
    boolean gerund =
        afterComma
            && token.lower().equals("while")
            && at + 1 < sentence.size()
            && sentence.token(at + 1).tag().equals("VBG");
    boolean relative =
        afterComma && token.tag().startsWith("W") && speaksNext(at + 1) && !isAside(at);
    boolean means =
        cues.words().has("before-gerund", token.lower())
            && at + 1 < sentence.size()
            && sentence.token(at + 1).tag().equals("VBG")
            && isSpeech(at + 1);
    if (gerund
        || relative
        || means
        || afterComma && !marks.quoted(at) && anotherSpeaks(at)
        || joins && anotherSpeaks(at + 1)
        || returnsToMain(cue, at)) {
      return true;
    }
    if (afterComma && grammar.isFinite(at) && isRelative(cue)) {
      return true;
    }
    boolean colon = token.text().equals(":") && (!isSpeech(cue) || !grammar.isFinite(cue));
    return token.text().equals(";")
        || colon
        || afterComma && !sentence.dominates(cue, at) && !marks.quoted(at);
  }

  /** "Said Oslo, which had announced it in May, would send": the clause goes on behind it. */
  private boolean isAside(int relative) {
    Token named = sentence.token(Math.max(0, relative - 2));
    return named.is("nsubj", "nsubj:pass") && named.head() > relative;
  }

  /** Whether a verb of saying follows, apart from its auxiliaries. */
  private boolean speaksNext(int from) {
    int at = from;
    while (at < sentence.size()
        && (sentence.token(at).is("aux")
            || sentence.token(at).tag().startsWith("RB")
            || sentence.token(at).tag().equals("MD"))) {
      at++;
    }
    return at < sentence.size()
        && sentence.token(at).isVerb()
        && !marks.quoted(at)
        && cues.at(sentence, at, Cue.Sort.VERB)
            .map(m -> m.cue().kind() == Cue.Kind.SPEECH)
            .orElse(false);
  }

  /** Whether a clause begins here that is a statement of its own: "and the envoy added". */
  private boolean anotherSpeaks(int from) {
    int at = from;
    while (at < sentence.size()
        && at < from + 8
        && (grammar.isNominal(at) || sentence.token(at).tag().startsWith("RB"))) {
      at++;
    }
    int subject = at;
    boolean finite = false;
    while (at < sentence.size()
        && (sentence.token(at).is("aux") || sentence.token(at).tag().startsWith("RB"))) {
      finite |= grammar.isFinite(at);
      at++;
    }
    return subject > from
        && at < sentence.size()
        && sentence.token(at).isVerb()
        && !grammar.isInfinitive(at + 1)
        && (finite || grammar.isFinite(at))
        && cues.at(sentence, at, Cue.Sort.VERB)
            .map(m -> m.cue().kind() == Cue.Kind.SPEECH)
            .orElse(false);
  }

  /** Whether the cue's subject is a relative pronoun: ", who said …,". */
  private boolean isRelative(int cue) {
    int before = grammar.groupStart(cue) - 1;
    return before >= 0 && sentence.token(before).tag().startsWith("W");
  }

  /** Whether the verb here governs the clause that the cue stands in: the main clause goes on. */
  private boolean returnsToMain(int cue, int at) {
    boolean ownSubject = grammar.isFinite(cue) && !isRelative(cue) && grammar.isNominal(at - 1);
    if (!grammar.isFinite(at) || ownSubject) {
      return false;
    }
    Token token = sentence.token(at);
    int governor = token.is("aux", "cop") && token.head() > at ? token.head() : at;

    boolean own = sentence.children(governor, "nsubj").stream().allMatch(s -> s.index() <= cue);
    return governor != cue
        && own
        && !sentence.token(cue).is("csubj")
        && sentence.dominates(governor, cue);
  }

  private boolean isSpeech(int at) {
    return cues.at(sentence, at, Cue.Sort.VERB)
        .map(m -> m.cue().kind() == Cue.Kind.SPEECH || m.cue().kind() == Cue.Kind.JUDGEMENT)
        .orElse(false);
  }

  /**
   * Whether a conjunction joins the cue's verb to another one, rather than something inside the
   * content.
   */
  private boolean coordinates(int cue, int at) {
    Token conjunction = sentence.token(at);
    if (sentence.token(at + 1).lower().equals("that")) {
      return false;
    }
    int joined = conjunction.head();
    if (joined < 0) {
      return false;
    }
    Token head = sentence.token(joined);
    boolean toCue =
        head.is("conj")
            && (head.head() == cue || sentence.dominates(head.head(), cue) && head.head() <= cue);
    if (toCue && joined > at) {
      return true;
    }
    int verb = at + 1;
    while (verb < sentence.size() && sentence.token(verb).tag().startsWith("RB")) {
      verb++;
    }
    return verb < sentence.size()
        && sentence.token(verb).tag().equals(sentence.token(cue).tag())
        && isSpeech(verb);
  }
}
