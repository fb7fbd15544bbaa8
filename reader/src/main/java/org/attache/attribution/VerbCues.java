package org.attache.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Sentence;
import org.attache.language.Token;

/**
 * Reads what hangs on verbs: "said that", "was quoted as saying", and clauses with the verb after
 * or amidst them.
 */
final class VerbCues {
  private final Cues cues;

  VerbCues(Cues cues) {
    this.cues = cues;
  }

  /** What the verbs of a sentence attribute. */
  List<Statement> read(Grammar grammar) {
    List<Statement> found = new ArrayList<>();
    Sentence sentence = grammar.sentence();
    boolean isTitle = isCapitalised(sentence);
    int next = 0;
    for (Token token : sentence.tokens()) {
      boolean name = token.index() > 0 && Character.isUpperCase(token.text().charAt(0)) && !isTitle;
      if (token.isVerb() && token.index() >= next && !name) {
        Optional<Statement> statement = read(grammar, token.index());
        statement.ifPresent(found::add);
        next = statement.map(VerbCues::behind).orElse(next);
      }
    }
    return new SharedSentence(grammar).part(found);
  }

  /** Where to look for the next cue: not within this one, nor for what somebody declines to say. */
  private static int behind(Statement statement) {
    int end = statement.cueWords().to();
    return statement.cue().kind() == Cue.Kind.WITHHOLDING ? end + 2 : end;
  }

  /** Whether most words have capitals, as in some headlines. */
  private static boolean isCapitalised(Sentence sentence) {
    long words =
        sentence.tokens().stream().filter(t -> Character.isLetter(t.text().charAt(0))).count();
    long capitals =
        sentence.tokens().stream().filter(t -> Character.isUpperCase(t.text().charAt(0))).count();
    return capitals * 2 > words;
  }

  private Optional<Statement> read(Grammar grammar, int verb) {
    Sentence sentence = grammar.sentence();
    Optional<Cues.Match> match = cues.at(sentence, verb, Cue.Sort.PASSIVE);
    if (match.isPresent() && grammar.passive(verb)) {
      Optional<Statement> passive = saidOf(grammar, match.get());
      if (passive.isPresent()) {
        return passive;
      }
    }
    return cues.at(sentence, verb, Cue.Sort.VERB).flatMap(found -> read(grammar, found));
  }

  private Optional<Statement> read(Grammar grammar, Cues.Match match) {
    Cue cue = match.cue();
    if (cue.takes("quote") || cue.takes("clause")) {
      Optional<Statement> around = new FrontedContent(cues, grammar).read(match);
      if (around.isPresent()) {
        return around;
      }
    }
    if (isBareParticiple(grammar, match.from())) {
      return Optional.empty();
    }
    FollowingContent following = new FollowingContent(cues, grammar);
    Optional<Words> source = source(grammar, match);
    boolean colon = startsQuotation(grammar, match) && endsWithColon(grammar.sentence());
    Optional<FollowingContent.Found> content = colon ? Optional.empty() : following.read(match);
    if (content.isEmpty() && startsQuotation(grammar, match)) {
      return Optional.of(open(grammar, match, source));
    }
    return content.map(
        found ->
            new Statement(
                refutes(grammar, match, found.span()) ? cue.denying() : cue,
                cueWords(grammar, match),
                match.head(),
                source,
                List.of(found.span()),
                found.form()));
  }

  /** "termed baseless a report that", "called the story a lie". */
  private boolean refutes(Grammar grammar, Cues.Match match, Span content) {
    return cues.words().has("naming-verb", match.cue().words().getFirst())
        && grammar.sentence().tokens().stream()
            .filter(t -> t.index() > match.last() && t.start() < content.end())
            .anyMatch(t -> cues.words().has("refuting", t.lower()));
  }

  private static boolean endsWithColon(Sentence sentence) {
    return sentence.token(sentence.size() - 1).text().equals(":");
  }

  /** A statement whose content has to be looked for in what follows the sentence. */
  private static Statement open(Grammar grammar, Cues.Match match, Optional<Words> source) {
    return new Statement(
        match.cue(),
        cueWords(grammar, match),
        match.head(),
        source,
        List.of(),
        Statement.Form.QUOTE);
  }

  /**
   * Whether the sentence ends without content, so that a quotation in the next may be it: "The
   * premier said:".
   */
  private static boolean startsQuotation(Grammar grammar, Cues.Match match) {
    Sentence sentence = grammar.sentence();
    boolean rest = grammar.hasFinite(match.last() + 1, sentence.size());
    boolean bare =
        sentence.children(match.head(), "ccomp", "obj", "xcomp").stream()
            .noneMatch(c -> c.index() > match.last());
    return match.cue().takes("quote")
        && match.cue().kind() == Cue.Kind.SPEECH
        && !rest
        && (endsWithColon(sentence) || bare)
        && !grammar.marks().quoted(match.from())
        && (match.last() + 1 >= sentence.size() || !grammar.marks().quoted(sentence.size() - 1));
  }

  /**
   * "the notice published on Friday": a participle that describes, and has no source of its own.
   */
  private static boolean isBareParticiple(Grammar grammar, int verb) {
    Sentence sentence = grammar.sentence();
    boolean by = verb + 1 < sentence.size() && sentence.token(verb + 1).lower().equals("by");
    return sentence.token(verb).tag().equals("VBN")
        && (by || sentence.children(verb, "nsubj").isEmpty())
        && grammar.sentence().children(verb, "aux", "aux:pass").isEmpty();
  }

  /** Who the source of an active or passive verb is. */
  private Optional<Words> source(Grammar grammar, Cues.Match match) {
    int verb = match.from();
    if (grammar.passive(verb)) {
      Optional<Words> agent = grammar.agent(verb);
      if (agent.isPresent()) {
        return agent;
      }
      return Optional.empty();
    }
    return quotedAs(grammar, verb)
        .or(() -> grammar.subjectWithRelative(verb))
        .or(() -> joinedSubject(grammar, verb))
        .or(() -> speakerBefore(grammar, verb))
        .or(() -> grammar.addsOn(verb) ? grammar.mainSubject(verb) : Optional.empty())
        .or(() -> speakerBeside(grammar, verb))
        .or(() -> grammar.subject(verb))
        .or(() -> grammar.mainSubject(verb))
        .or(() -> issuer(grammar, verb))
        .or(() -> grammar.nounPhraseBefore(verb))
        .filter(subject -> !isExpletive(subject))
        .flatMap(
            subject -> isSpeaker(subject, verb) ? Optional.of(subject) : caller(grammar, verb));
  }

  /**
   * "called the strike an outrage, while saying that": two noun phrases side by side are nobody;
   * the subject of the sentence says it.
   */
  private static Optional<Words> caller(Grammar grammar, int verb) {
    return grammar.sentence().token(verb).tag().equals("VBG")
        ? grammar.mainSubject(verb)
        : Optional.empty();
  }

  /**
   * "While the yard won the order, an official noted": somebody right before the verb, where the
   * parse gives the verb no subject of its own.
   */
  private Optional<Words> speakerBeside(Grammar grammar, int verb) {
    Sentence sentence = grammar.sentence();
    if (!grammar.isFinite(verb) || !sentence.children(verb, "nsubj", "csubj").isEmpty()) {
      return Optional.empty();
    }
    return grammar
        .nounPhraseBefore(verb)
        .filter(near -> near.from() > 0 && grammar.isComma(near.from() - 1))
        .filter(
            near ->
                cues.words()
                    .has(
                        "person-head",
                        sentence.token(near.to() - 1).lemma().toLowerCase(Locale.ROOT)));
  }

  /** "reported the minister as saying": whoever stands before "as". */
  private static Optional<Words> quotedAs(Grammar grammar, int verb) {
    Sentence sentence = grammar.sentence();
    boolean as =
        verb > 2
            && sentence.token(verb).tag().equals("VBG")
            && sentence.token(verb - 1).lower().equals("as");
    int end = as ? beforeClause(grammar, verb - 1) : verb - 1;
    int from = end;
    while (as && from > 0 && grammar.isNominal(from - 1)) {
      from--;
    }
    return from < end && sentence.token(end - 1).isNoun() && sentence.token(from - 1).isVerb()
        ? Optional.of(new Words(sentence, from, end))
        : Optional.empty();
  }

  /** "quoted Idris Nur, who heads the yard, as saying": the end of the phrase before the clause. */
  private static int beforeClause(Grammar grammar, int as) {
    int comma = as - 1;
    while (grammar.isComma(as - 1) && comma - 1 > 0 && !grammar.isComma(comma - 1)) {
      comma--;
    }
    boolean described =
        grammar.isComma(as - 1)
            && comma - 1 > 1
            && (grammar.sentence().token(comma).tag().startsWith("W") || grammar.isNominal(comma));
    return described ? comma - 1 : as;
  }

  /**
   * Whether the words are one noun phrase, without an article right behind a noun as where the next
   * phrase begins, and no relative pronoun of a clause that a comma has ended.
   */
  private static boolean isSpeaker(Words subject, int verb) {
    boolean ended =
        subject.to() - subject.from() == 1
            && subject.sentence().token(subject.from()).tag().startsWith("W")
            && subject.sentence().token(verb).tag().equals("VBG")
            && subject.sentence().tokens().subList(subject.from(), verb).stream()
                .anyMatch(t -> t.text().equals(","));
    if (ended) {
      return false;
    }
    for (int i = subject.from() + 1; i < subject.to(); i++) {
      String word = subject.sentence().token(i).lower();
      if ((word.equals("a") || word.equals("an")) && subject.sentence().token(i - 1).isNoun()) {
        return false;
      }
    }
    return true;
  }

  /**
   * "A said that B did C and denied that": a verb joined on says more from the speaker of the one
   * before.
   */
  private Optional<Words> joinedSubject(Grammar grammar, int verb) {
    Sentence sentence = grammar.sentence();
    int start = grammar.groupStart(verb);
    boolean joined =
        start > 0
            && sentence.token(start - 1).tag().equals("CC")
            && sentence.children(verb, "nsubj").isEmpty();
    for (int i = start - 2; joined && i > 0; i--) {
      Token earlier = sentence.token(i);
      boolean speech =
          earlier.tag().equals(sentence.token(verb).tag())
              && cues.at(sentence, i, Cue.Sort.VERB)
                  .filter(m -> m.cue().kind() == Cue.Kind.SPEECH)
                  .isPresent();
      if (speech && grammar.marks().around(i).equals(grammar.marks().around(verb))) {
        return grammar.subject(i);
      }
    }
    return Optional.empty();
  }

  /** "The minister noted that A did B, adding that": whoever said the first says the second. */
  private Optional<Words> speakerBefore(Grammar grammar, int verb) {
    Sentence sentence = grammar.sentence();
    if (!grammar.addsOn(verb)) {
      return Optional.empty();
    }
    for (int i = grammar.groupStart(verb) - 2; i > 0; i--) {
      boolean speech =
          grammar.isFinite(i)
              && grammar.marks().around(i).equals(grammar.marks().around(verb))
              && cues.at(sentence, i, Cue.Sort.VERB)
                  .filter(m -> m.cue().kind() == Cue.Kind.SPEECH)
                  .isPresent();
      Optional<Words> speaker = speech ? grammar.subject(i) : Optional.empty();
      if (speaker.isPresent()
          && speaker.get().to() <= i
          && !sentence.token(speaker.get().from()).tag().startsWith("W")) {
        return speaker;
      }
    }
    return Optional.empty();
  }

  /** "The statement issued by the ministry said": a text by its issuer, before the verb. */
  private Optional<Words> issuer(Grammar grammar, int verb) {
    Sentence sentence = grammar.sentence();
    int end = grammar.groupStart(verb);
    for (int by = end - 2; by > 1; by--) {
      if (grammar.isFinite(by) || grammar.isPunctuation(by)) {
        return Optional.empty();
      }
      boolean issued =
          sentence.token(by).lower().equals("by")
              && sentence.token(by - 1).tag().equals("VBN")
              && cues.words().has("statement-head", sentence.token(by - 2).lower());
      if (issued) {
        return Optional.of(new Words(sentence, by + 1, end));
      }
    }
    return Optional.empty();
  }

  private static boolean isExpletive(Words subject) {
    return subject.to() - subject.from() == 1
        && subject.sentence().token(subject.from()).lower().equals("there");
  }

  /** The token after a "by" phrase that stands here, or this one. */
  private static int afterAgent(Grammar grammar, int index) {
    Sentence sentence = grammar.sentence();
    boolean by = index < sentence.size() && sentence.token(index).lower().equals("by");
    return by ? grammar.nounPhraseAfter(index).map(Words::to).orElse(index) : index;
  }

  /** "The ship is said to have left": the subject and the infinitive are what is said. */
  private Optional<Statement> saidOf(Grammar grammar, Cues.Match match) {
    Sentence sentence = grammar.sentence();
    int next = afterAgent(grammar, match.last() + 1);
    boolean infinitive = grammar.isInfinitive(next);
    boolean asOrOf =
        next < sentence.size()
            && Set.of("as", "of").contains(sentence.token(next).lower())
            && match.cue().takes(sentence.token(next).lower());
    if (!infinitive && !asOrOf) {
      return Optional.empty();
    }
    List<Span> pieces = new ArrayList<>();
    grammar.subject(match.from()).ifPresent(subject -> pieces.add(subject.span()));
    int end = new FollowingContent(cues, grammar).endOfClause(match.last(), next);
    pieces.add(new Words(sentence, next, Math.max(end, next + 1)).span());
    return Optional.of(
        new Statement(
            match.cue(),
            cueWords(grammar, match),
            match.head(),
            grammar.agent(match.from()),
            pieces,
            Statement.Form.INFINITIVE));
  }

  /** The cue with its auxiliaries, negation and adverbs. */
  static Words cueWords(Grammar grammar, Cues.Match match) {
    Sentence sentence = grammar.sentence();
    int from = grammar.groupStart(match.from());
    Token verb = sentence.token(match.from());
    if (verb.is("xcomp") && verb.head() >= 0 && verb.head() < from && from - verb.head() <= 3) {
      from = grammar.groupStart(verb.head());
    }
    return new Words(sentence, from, match.last() + 1);
  }
}
