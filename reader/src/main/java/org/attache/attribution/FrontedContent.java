package org.attache.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Quote;
import org.attache.language.Sentence;
import org.attache.language.Token;

/**
 * Content that stands before its cue or on both sides of it: "A, he said, B", "'A,' said the
 * general".
 */
final class FrontedContent {
  private static final int LONGEST_NAMED = 10;

  private final Cues cues;
  private final Grammar grammar;
  private final Sentence sentence;
  private final Marks marks;

  FrontedContent(Cues cues, Grammar grammar) {
    this.cues = cues;
    this.grammar = grammar;
    sentence = grammar.sentence();
    marks = grammar.marks();
  }

  /** The statement whose content the cue follows, if it follows some. */
  Optional<Statement> read(Cues.Match match) {
    Optional<Statement> compared = comparison(match);
    if (compared.isPresent() || grammar.passive(match.from())) {
      return compared;
    }
    return afterSentence(match).or(() -> inverted(match)).or(() -> straight(match));
  }

  /** "'Who pays?' the general asked": the quotation ended a sentence, the cue begins the next. */
  private Optional<Statement> afterSentence(Cues.Match match) {
    Optional<Quote> quote = marks.endsBefore();
    if (quote.isEmpty() || !isTensed(match.from()) || marks.quoted(match.from())) {
      return Optional.empty();
    }
    int group = grammar.groupStart(match.from());
    Optional<Words> source =
        group == 0
            ? grammar.nounPhraseAfter(match.last())
            : grammar.nounPhraseBefore(match.from()).filter(s -> s.from() == 0);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    int after = Math.max(match.last() + 1, source.get().to());
    if (!endsHere(match.from(), after) && !opensAfter(modifiersEnd(after))) {
      return Optional.empty();
    }
    List<Span> pieces = new ArrayList<>();
    pieces.add(new Span(quote.get().start(), quote.get().end()));
    after(0, modifiersEnd(after), true, pieces);
    return Optional.of(
        new Statement(
            match.cue(),
            VerbCues.cueWords(grammar, match),
            match.head(),
            source,
            pieces,
            Statement.Form.FRONTED));
  }

  /** "As the general put it, …", "…, as the agency reported", "as reported by the agency". */
  private Optional<Statement> comparison(Cues.Match match) {
    if (hasComplement(match.from())
        || hasObject(match.head())
        || !match.cue().takes("clause")
        || match.cue().kind() == Cue.Kind.ORDER) {
      return Optional.empty();
    }
    Optional<Words> subject = grammar.subject(match.from()).filter(s -> s.to() <= match.from());
    int group = grammar.groupStart(match.from());
    int as =
        subject.map(s -> s.from() - 1).filter(this::isAs).orElse(isAs(group - 1) ? group - 1 : -1);
    if (as < 0 || as > 0 && !divides(as - 1)) {
      return Optional.empty();
    }
    Optional<Words> source = isAs(group - 1) ? grammar.agent(match.from()) : subject;
    int end = modifiersEnd(Math.max(match.last() + 1, source.map(Words::to).orElse(0)));
    List<Span> pieces = new ArrayList<>();
    if (as > 1) {
      before(as - 1, pieces);
    }
    if (grammar.isComma(end) && end + 1 < grammar.lastWord()) {
      pieces.add(new FollowingContent(cues, grammar).span(end + 1, grammar.lastWord()));
    }
    return source.isEmpty() || pieces.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Statement(
                match.cue(),
                VerbCues.cueWords(grammar, match),
                match.head(),
                source,
                pieces,
                Statement.Form.FRONTED));
  }

  private boolean isAs(int index) {
    return index >= 0 && sentence.token(index).lower().equals("as");
  }

  /** "as the government had denied a request": the verb has its own object. */
  private boolean hasObject(int verb) {
    return sentence.children(verb, "obj").stream()
        .anyMatch(o -> o.index() > verb && o.isNoun() && !o.isName());
  }

  private boolean hasComplement(int verb) {
    return sentence.children(verb, "ccomp").stream().anyMatch(c -> c.index() > verb);
  }

  /** "…, said the general". */
  private Optional<Statement> inverted(Cues.Match match) {
    int group = grammar.groupStart(grammar.leading(match.from()));
    int before = group - 1;
    if (before < 0) {
      return Optional.empty();
    }
    if (cues.addresses(match.cue())) {
      return toldBy(match, before);
    }
    if (!divides(before) || !sameSide(before, match.from())) {
      return Optional.empty();
    }
    boolean afterQuote =
        marks.closesAfter(before)
            || grammar.isPunctuation(before) && before > 0 && marks.closesAfter(before - 1);
    if (!afterQuote && !grammar.isComma(before) && !grammar.isDash(before)) {
      return Optional.empty();
    }
    Optional<Words> source = grammar.nounPhraseAfter(match.last());
    boolean text = source.filter(this::isText).isPresent();
    if (!isTensed(match.from()) || !afterQuote && !text && hasOwnSubjectBefore(match.from())) {
      return Optional.empty();
    }
    if (source.isEmpty() || !afterQuote && followedByClause(source.get().to())) {
      return Optional.empty();
    }
    return statement(match, source.get(), before, source.get().to());
  }

  /**
   * "'A,' told reporters after the talks Idris Nur": as translators put it, the name at the end.
   */
  private Optional<Statement> toldBy(Cues.Match match, int before) {
    boolean afterQuote =
        marks.closesAfter(before)
            || grammar.isPunctuation(before) && before > 0 && marks.closesAfter(before - 1);
    int last = grammar.lastWord();
    int from = last;
    while (from > match.last() + 2 && sentence.token(from - 1).isName()) {
      from--;
    }
    boolean named =
        afterQuote
            && isTensed(match.from())
            && sameSide(before, match.from())
            && last - from >= 2
            && !grammar.hasFinite(match.last() + 1, last)
            && !sentence.token(from - 1).tag().matches("IN|TO|DT|CC|POS")
            && !grammar.isPunctuation(from - 1);
    return named
        ? statement(match, new Words(sentence, from, last), before, last)
        : Optional.empty();
  }

  /** "…, says a communiqué of the ministry", with which the sentence ends. */
  private boolean isText(Words source) {
    return source.to() >= grammar.lastWord() - 3
        && grammar.isComma(grammar.groupStart(source.from() - 1) - 1)
        && sentence
            .tokens()
            .subList(source.from(), Math.min(source.from() + 4, source.to()))
            .stream()
            .anyMatch(t -> cues.words().has("statement-head", t.lower()));
  }

  /** "…, the general said". */
  private Optional<Statement> straight(Cues.Match match) {
    int quoted = quotedAs(match.from());
    int verb = quoted >= 0 ? quoted : grammar.leading(match.from());
    if (quoted < 0 && !isTensed(verb)) {
      return Optional.empty();
    }
    Optional<Words> subject = subjectAfterMark(verb);
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    int before = subject.get().from() - 1;
    boolean afterQuote =
        marks.closesAfter(before)
            || grammar.isPunctuation(before) && before > 0 && marks.closesAfter(before - 1);
    int after = match.last() + 1;
    if (!afterQuote && !endsHere(match.from(), after)) {
      return Optional.empty();
    }
    if (!afterQuote && sentence.token(subject.get().to() - 1).tag().startsWith("W")) {
      return Optional.empty();
    }
    if (afterQuote
        && !marks.quoted(match.from())
        && !isWholeQuote(before)
        && !endsHere(match.from(), after)) {
      return Optional.empty();
    }
    return statement(match, subject.get(), before, after);
  }

  /** The passive verb before a participle of saying: "was quoted as saying", or -1. */
  private int quotedAs(int saying) {
    boolean as =
        saying > 2
            && sentence.token(saying).tag().equals("VBG")
            && sentence.token(saying - 1).lower().equals("as");
    for (int i = saying - 2; as && i > 0; i--) {
      if (sentence.token(i).tag().equals("VBN")) {
        return grammar.passive(i) ? i : -1;
      }
      if (grammar.isPunctuation(i)) {
        return -1;
      }
    }
    return -1;
  }

  /** The subject right before the verb where a mark stands right before it. */
  private Optional<Words> subjectAfterMark(int verb) {
    Optional<Words> near = grammar.nounPhraseBefore(verb);
    Optional<Words> parsed = grammar.subject(verb).filter(s -> s.from() < verb);
    Optional<Words> whole =
        parsed
            .filter(p -> near.isEmpty() || p.from() <= near.get().from())
            .filter(p -> near.isEmpty() || !beginsAnew(p, near.get()))
            .filter(s -> afterMark(s, verb));
    return afterQuotation(verb)
        .or(() -> withApposition(verb))
        .or(() -> whole)
        .or(
            () ->
                near.filter(
                    s -> afterMark(s, verb) && !sentence.token(s.to() - 1).tag().startsWith("W")));
  }

  /** "… radars to Chad, a man familiar with the talks said": the parse took both for one phrase. */
  private boolean beginsAnew(Words parsed, Words near) {
    return near.from() > parsed.from()
        && grammar.isComma(near.from() - 1)
        && cues.words().has("indefinite", sentence.token(near.from()).lower())
        && !sentence.token(parsed.from()).isName()
        && sentence.tokens().subList(parsed.from(), near.from()).stream()
            .anyMatch(t -> t.tag().equals("TO") || t.tag().equals("CC"));
  }

  /**
   * "…, the head of the mission, Colonel Idris Nur, stressed": office and name, in either order,
   * behind a clause.
   */
  private Optional<Words> withApposition(int verb) {
    int end = grammar.groupStart(verb) - 1;
    int inner = commaBefore(end);
    int outer = commaBefore(inner);
    if (outer <= 0 || !grammar.isComma(end) || marks.quoted(verb)) {
      return Optional.empty();
    }
    boolean phrases = isPhrase(outer + 1, inner) && isPhrase(inner + 1, end);
    boolean names = isName(outer + 1, inner) != isName(inner + 1, end);
    return phrases && names && grammar.hasFinite(0, outer)
        ? Optional.of(new Words(sentence, outer + 1, end))
        : nameDescribed(verb, end);
  }

  /**
   * "…, Idris Nur, who heads the agency, said", "…, Idris Nur, head of trade, defence and customs,
   * said": a name behind a clause, and who it is, with commas and verbs of its own.
   */
  private Optional<Words> nameDescribed(int verb, int end) {
    for (int inner = commaBefore(end); inner > 2; inner = commaBefore(inner)) {
      int outer = commaBefore(inner);
      Token next = sentence.token(inner + 1);
      boolean described =
          next.tag().startsWith("W")
              || cues.words().has("apposition", next.lower())
              || next.isNoun() && !grammar.hasFinite(inner, end);
      boolean name =
          outer > 2
              && inner - outer <= LONGEST_NAMED
              && isPhrase(outer + 1, inner)
              && endsInName(outer + 1, inner)
              && grammar.hasFinite(0, outer);
      if (name && described && isUnquoted(outer, verb)) {
        return Optional.of(new Words(sentence, outer + 1, end));
      }
    }
    return Optional.empty();
  }

  private boolean isUnquoted(int from, int to) {
    return sentence.tokens().subList(from, to).stream().noneMatch(t -> marks.quoted(t.index()));
  }

  /** Whether the last two words are somebody's name, and nobody else is named with them. */
  private boolean endsInName(int from, int to) {
    return to - from >= 2
        && sentence.token(to - 1).isName()
        && sentence.token(to - 2).isName()
        && Character.isUpperCase(sentence.token(to - 1).text().charAt(0))
        && Character.isUpperCase(sentence.token(to - 2).text().charAt(0))
        && sentence.tokens().subList(from, to).stream().noneMatch(t -> t.tag().equals("CC"));
  }

  private int commaBefore(int index) {
    int at = index - 1;
    while (at > 0 && !grammar.isComma(at)) {
      at--;
    }
    return at;
  }

  private boolean isPhrase(int from, int to) {
    return to > from
        && !grammar.hasFinite(from, Math.max(from, to - 1))
        && !sentence.token(from).tag().startsWith("W")
        && !sentence.token(from).tag().equals("IN")
        && !sentence.token(from).tag().equals("CC")
        && !(from + 1 < to && sentence.token(from + 1).lower().equals("that"))
        && sentence.tokens().subList(from, to).stream().noneMatch(t -> marks.quoted(t.index()));
  }

  /** Whether the last two words at least are capitalised, and the first one is no article. */
  private boolean isName(int from, int to) {
    return to - from >= 2
        && Character.isUpperCase(sentence.token(to - 1).text().charAt(0))
        && Character.isUpperCase(sentence.token(to - 2).text().charAt(0))
        && sentence.token(from).isName();
  }

  /** Everything between the end of a quotation and the verb, where that is a noun phrase. */
  private Optional<Words> afterQuotation(int verb) {
    int end = grammar.groupStart(verb);
    int at = end - 1;
    while (at > 0 && !marks.quoted(at)) {
      at--;
    }
    int from = at + 1;
    while (from < end && grammar.isPunctuation(from)) {
      from++;
    }
    if (!marks.closesAfter(at)
        || !isWholeQuote(at)
        || marks.quoted(verb)
        || from >= end
        || !grammar.isNominal(from)) {
      return Optional.empty();
    }
    int to = grammar.isComma(end - 1) ? end - 1 : end;
    int first = from;
    while (first < to && !grammar.isComma(first)) {
      first++;
    }
    boolean clause =
        first < to
            && !sentence.token(first + 1).tag().startsWith("W")
            && grammar.hasFinite(first, to);
    return grammar.hasFinite(from, first) || clause || to <= from
        ? Optional.empty()
        : Optional.of(new Words(sentence, from, to));
  }

  private boolean afterMark(Words subject, int verb) {
    int before = subject.from() - 1;
    return before >= 0
        && divides(before)
        && sameSide(before, subject.from())
        && marks.around(subject.from()).equals(marks.around(verb));
  }

  private boolean sameSide(int before, int subject) {
    return !marks.quoted(subject) || marks.around(before).equals(marks.around(subject));
  }

  private boolean divides(int index) {
    return grammar.isComma(index)
        || grammar.isDash(index)
        || marks.closesAfter(index)
        || grammar.isStop(index);
  }

  private boolean hasOwnSubjectBefore(int verb) {
    return sentence.children(verb, "nsubj").stream().anyMatch(s -> s.index() < verb);
  }

  private boolean isTensed(int verb) {
    String tag = sentence.token(verb).tag();
    return Set.of("VBD", "VBZ", "VBP").contains(tag)
        || tag.equals("VBN")
            && !grammar.passive(verb)
            && !sentence.children(verb, "aux", "nsubj").isEmpty()
        || tag.startsWith("VB") && !sentence.children(verb, "aux").isEmpty() && !tag.equals("VBG");
  }

  /** Whether a quotation that ends here is a sentence and no phrase picked out of one. */
  private boolean isWholeQuote(int index) {
    int last = marks.quoted(index) ? index : index - 1;
    return marks.quoted(last) && grammar.isPunctuation(last);
  }

  /** Whether no clause follows the cue that it could govern: modifiers at most, up to a mark. */
  private boolean endsHere(int verb, int after) {
    int at = modifiersEnd(after);
    if (at < sentence.size()
        && !grammar.isComma(at)
        && !grammar.isStop(at)
        && !grammar.isDash(at)
        && !grammar.isPunctuation(at)) {
      return false;
    }
    if (at < sentence.size() && (marks.opensBefore(at) || sentence.token(at).text().equals(":"))) {
      return false;
    }
    for (Token complement : sentence.children(verb, "ccomp")) {
      if (complement.index() > verb && complement.index() < at) {
        return false;
      }
    }
    return !sentence.token(Math.min(after, sentence.size() - 1)).lower().equals("that");
  }

  /** Where the modifiers of the cue end: before a comma, a stop or a quotation. */
  private int modifiersEnd(int from) {
    int at = from;
    while (at < sentence.size()
        && !grammar.isComma(at)
        && !grammar.isStop(at)
        && !grammar.isDash(at)
        && !marks.opensBefore(at)
        && !Set.of(":", ";", ")").contains(sentence.token(at).text())) {
      at++;
    }
    return grammar.hasFinite(from, at) && !subordinate(from, at) ? from : at;
  }

  private boolean subordinate(int from, int to) {
    for (int i = from; i < to; i++) {
      if (cues.words().has("clause-opener", sentence.token(i).lower())) {
        return !grammar.hasFinite(from, i);
      }
    }
    return false;
  }

  private boolean followedByClause(int at) {
    return at < sentence.size()
        && (sentence.token(at).lower().equals("that") || sentence.token(at).isVerb());
  }

  private Optional<Statement> statement(Cues.Match match, Words source, int before, int after) {
    List<Span> pieces = new ArrayList<>();
    boolean quotedBefore = before(before, pieces);
    after(before, modifiersEnd(after), quotedBefore, pieces);
    boolean whole =
        quotedBefore
            || pieces.size() > 1
                && !sentence.token(modifiersEnd(after)).text().equals(":")
                && !opensAfter(modifiersEnd(after))
            || (endsSentence(match, after) || isFollowedByOwn(modifiersEnd(after)))
                && isMainClause(before)
            || (isMainClause(before) || !opensAfter(modifiersEnd(after)))
                && governs(grammar.leading(match.from()), before);
    if (pieces.isEmpty() || !whole || !quotedBefore && !match.cue().takes("clause")) {
      return Optional.empty();
    }
    return Optional.of(
        new Statement(
            match.cue(),
            VerbCues.cueWords(grammar, match),
            match.head(),
            Optional.of(source),
            pieces,
            Statement.Form.FRONTED));
  }

  /** Whether nothing but modifiers follows the cue. */
  private boolean endsSentence(Cues.Match match, int after) {
    int at = modifiersEnd(after);
    return (at >= sentence.size() || grammar.isStop(at)) && match.cue().takes("clause");
  }

  /** Whether the words before a mark can stand as a sentence. */
  private boolean isMainClause(int before) {
    int first = beginning(before);
    Token token = sentence.token(first);
    boolean subordinate =
        token.tag().equals("WRB")
            || token.tag().equals("VBN")
            || token.tag().equals("VBG")
            || cues.words().has("subordinator", token.lower());
    return !subordinate && grammar.hasFinite(first, before);
  }

  private boolean opensAfter(int at) {
    return marks.opensBefore(at) || marks.opensBefore(at + 1);
  }

  /** Whether a clause before the mark is what the verb governs, and no mere setting of it. */
  private boolean governs(int verb, int before) {
    for (Token child : sentence.children(verb, "ccomp", "dep", "parataxis", "advcl")) {
      boolean clause = grammar.hasFinite(0, before) || standsAlone(child.index());
      if (child.index() < before && clause && (!child.is("advcl") || standsAlone(child.index()))) {
        return true;
      }
    }
    if (!sentence.token(verb).is("parataxis", "dep", "appos", "conj")) {
      return false;
    }
    for (int above = sentence.token(verb).head();
        above >= 0;
        above = sentence.token(above).head()) {
      if (above < before && grammar.hasFinite(0, before)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a clause that the parse took for an adverbial one has a subject and no subordinator.
   */
  private boolean standsAlone(int head) {
    boolean subject = !sentence.children(head, "nsubj", "expl").isEmpty();
    boolean subordinator =
        !sentence.children(head, "mark").isEmpty()
            || sentence.children(head, "advmod").stream().anyMatch(a -> a.tag().equals("WRB"));
    return subject && !subordinator;
  }

  /** Adds what stands before the cue; says whether that is a quotation. */
  private boolean before(int last, List<Span> pieces) {
    int word = last;
    while (word > 0 && grammar.isPunctuation(word) && !marks.quoted(word)) {
      word--;
    }
    if (marks.quoted(word)) {
      Quote quote = marks.around(word).orElseThrow();
      int first = marks.startOfQuote(word);
      if (first == 0 || startsOwnClause(first)) {
        pieces.add(new Span(quote.start(), quote.end()));
        return true;
      }
      pieces.add(new Span(startOfContent(first), quote.end()));
      return false;
    }
    int first = marks.quoted(last + 1) ? marks.startOfQuote(last + 1) : beginning(word);
    int end = sentence.token(word).end();
    if (marks.quoted(first) && first == 0) {
      pieces.add(new Span(startOfContent(0), end));
    } else {
      if (sentence.token(first).start() < end) {
        pieces.add(new Span(sentence.token(first).start(), end));
      }
    }
    return false;
  }

  /** A quotation that opens a clause of its own: after a comma or colon, with a capital. */
  private boolean startsOwnClause(int first) {
    String text = sentence.token(first).text();
    boolean capital = Character.isUpperCase(text.charAt(0));
    boolean afterMark = grammar.isPunctuation(first - 1);
    return afterMark && capital;
  }

  private int startOfContent(int index) {
    int from = beginning(index);
    return from == 0
        ? marks.around(0).map(Quote::start).orElse(sentence.start())
        : sentence.token(from).start();
  }

  /**
   * The first token of the content that a word belongs to; a leading "but" or "and" is left out.
   */
  private int beginning(int word) {
    int from = marks.quoted(word) ? marks.startOfQuote(word) : 0;
    if (marks.quoted(word) && from > 0 && !startsOwnClause(from)) {
      from = 0;
    }
    for (int i = from; i < word; i++) {
      if (sentence.token(i).text().equals(";") && !marks.quoted(i)) {
        from = i + 1;
      }
    }
    while (from < word && !marks.quoted(from) && sentence.token(from).tag().equals("CC")) {
      from++;
    }
    return from;
  }

  /** Adds what goes on after the cue. */
  private void after(int before, int at, boolean quotedBefore, List<Span> pieces) {
    if (at >= sentence.size()) {
      return;
    }
    int next = grammar.isPunctuation(at) && !marks.opensBefore(at) ? at + 1 : at;
    if (next >= sentence.size()) {
      return;
    }
    for (int i = next + 1; quotedBefore && !marks.opensBefore(next) && i < sentence.size(); i++) {
      boolean begins =
          marks.opensBefore(i)
              && sentence.token(i - 1).text().endsWith(".")
              && Character.isUpperCase(sentence.token(i).text().charAt(0));
      if (begins) {
        Quote later = marks.around(i).orElseThrow();
        pieces.add(new Span(later.start(), later.end()));
      }
    }
    if (marks.opensBefore(next)) {
      Quote quote = marks.around(next).orElseThrow();
      int end = marks.afterQuote(next);
      boolean mixed = !quotedBefore && end < grammar.lastWord() && !grammar.isPunctuation(end);
      pieces.add(
          mixed
              ? new Span(quote.start(), sentence.token(grammar.lastWord() - 1).end())
              : new Span(quote.start(), quote.end()));
    } else if (!quotedBefore && grammar.isComma(at) && goesOn(before, next)) {
      int end = grammar.lastWord();
      if (end > next) {
        pieces.add(new Words(sentence, next, end).span());
      }
    }
  }

  /** Whether what follows the cue belongs to the content. */
  private boolean goesOn(int before, int next) {
    Token first = sentence.token(next);
    if (first.tag().equals("VBG") || first.tag().startsWith("W")) {
      return false;
    }
    boolean complete = grammar.hasFinite(0, before);
    if (!complete) {
      return true;
    }
    if (first.tag().equals("CC")) {
      return !cues.has(sentence, Math.min(next + 1, sentence.size() - 1), Cue.Sort.VERB)
          && !isOwnSentence(next + 1);
    }
    return true;
  }

  /**
   * "He has sold two, a dealer said, and Oslo is building three more": a named subject and a verb
   * in the present, where reported speech would have stepped back in time.
   */
  private boolean isOwnSentence(int from) {
    int at = from;
    while (at < sentence.size() && grammar.isNominal(at) && !marks.quoted(at)) {
      at++;
    }
    return at > from
        && at < sentence.size()
        && sentence.token(at).tag().equals("VBZ")
        && sentence.token(at - 1).isName();
  }

  private boolean isFollowedByOwn(int comma) {
    return grammar.isComma(comma)
        && comma + 2 < sentence.size()
        && sentence.token(comma + 1).tag().equals("CC")
        && isOwnSentence(comma + 2);
  }
}
