package org.attache.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Sentence;
import org.attache.language.Token;

/**
 * Reads what hangs on nouns and adjectives: "the claim by the rebels that", "is confident that".
 */
final class NounCues {
  private final Cues cues;

  NounCues(Cues cues) {
    this.cues = cues;
  }

  /** What the nouns and adjectives of a sentence attribute. */
  List<Statement> read(Grammar grammar) {
    List<Statement> found = new ArrayList<>();
    for (Token token : grammar.sentence().tokens()) {
      if (token.isNoun()) {
        cues.at(grammar.sentence(), token.index(), Cue.Sort.NOUN)
            .flatMap(match -> noun(grammar, match))
            .ifPresent(found::add);
      } else if (token.tag().startsWith("JJ") || token.tag().equals("VBN")) {
        cues.at(grammar.sentence(), token.index(), Cue.Sort.ADJECTIVE)
            .flatMap(match -> adjective(grammar, match))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** "the envoy's assertion that", "Israeli press reports that", "the claim by the rebels that". */
  private Optional<Statement> noun(Grammar grammar, Cues.Match match) {
    Optional<Words> source =
        voice(grammar, match.head())
            .or(() -> owner(grammar, match.from()))
            .or(() -> maker(grammar, match.last()));
    return clause(grammar, match, source)
        .map(span -> statement(grammar, match, source, span, Statement.Form.CLAUSE));
  }

  /** "The envoy voiced Kenya's concern over": who gives voice to it. */
  private Optional<Words> voice(Grammar grammar, int noun) {
    Sentence sentence = grammar.sentence();
    Token token = sentence.token(noun);
    boolean voiced =
        token.is("obj")
            && token.head() >= 0
            && cues.words().has("voicing", sentence.token(token.head()).lemma())
            && !grammar.passive(token.head());
    return voiced ? grammar.subject(token.head()) : Optional.empty();
  }

  private static Optional<Words> owner(Grammar grammar, int noun) {
    Sentence sentence = grammar.sentence();
    for (Token child : sentence.children(noun, "nmod:poss", "compound")) {
      boolean kind =
          child.is("compound")
              && child.lower().matches("press|news|media")
              && sentence.token(noun).lower().matches("statements?|releases?|notes?");
      if (!kind && child.index() < noun && (child.is("nmod:poss") || child.isNoun())) {
        int to = noun;
        while (to > child.index() + 1 && !sentence.token(to - 1).isNoun()) {
          to--;
        }
        Words phrase = grammar.phrase(child.index(), noun);
        return Optional.of(child.is("nmod:poss") ? phrase : new Words(sentence, phrase.from(), to));
      }
    }
    return Optional.empty();
  }

  private static Optional<Words> maker(Grammar grammar, int noun) {
    Sentence sentence = grammar.sentence();
    boolean given = noun + 1 < sentence.size() && sentence.token(noun + 1).tag().equals("VBN");
    int next = given ? noun + 2 : noun + 1;
    boolean by =
        next < sentence.size()
            && (sentence.token(next).lower().equals("by")
                || sentence.token(next).lower().equals("from"));
    return by ? grammar.nounPhraseAfter(next) : Optional.empty();
  }

  /** The clause with "that" after a noun or adjective, nothing but its maker between. */
  private Optional<Span> clause(Grammar grammar, Cues.Match match, Optional<Words> source) {
    Sentence sentence = grammar.sentence();
    int next = match.last() + 1;
    if (source.isPresent() && source.get().from() > match.last()) {
      next = source.get().to();
    }
    boolean that =
        next + 1 < sentence.size()
            && sentence.token(next).lower().equals("that")
            && !sentence.token(next + 1).isVerb();
    FollowingContent following = new FollowingContent(cues, grammar);
    boolean infinitive = match.cue().takes("infinitive") && grammar.isInfinitive(next);
    if (that || infinitive) {
      return Optional.of(following.span(next, following.endOfClause(match.head(), next)));
    }
    boolean preposition =
        next < sentence.size()
            && next == match.last() + 1
            && match.cue().takes(sentence.token(next).lower());
    int from = next + 1;
    return preposition
        ? grammar
            .nounPhraseAfter(next)
            .map(
                phrase ->
                    isCutShort(phrase)
                        ? following.span(from, following.endOfClause(match.head(), from))
                        : phrase.span())
        : Optional.empty();
  }

  /** "over the developing ties": a participle that stands before the noun ended the phrase. */
  private static boolean isCutShort(Words phrase) {
    return !phrase.sentence().token(phrase.to() - 1).isNoun()
        && phrase.to() < phrase.sentence().size()
        && phrase.sentence().token(phrase.to()).isVerb();
  }

  /** "The chancellor was clear that". */
  private Optional<Statement> adjective(Grammar grammar, Cues.Match match) {
    Sentence sentence = grammar.sentence();
    boolean predicate =
        !sentence.children(match.head(), "cop", "aux:pass").isEmpty()
            && !sentence.children(match.head(), "nsubj").isEmpty();
    Optional<Words> source =
        predicate ? grammar.subject(match.head()).filter(s -> !isImpersonal(s)) : Optional.empty();
    return source.isEmpty()
        ? Optional.empty()
        : clause(grammar, match, Optional.empty())
            .map(span -> statement(grammar, match, source, span, Statement.Form.CLAUSE));
  }

  private static boolean isImpersonal(Words subject) {
    return subject.to() - subject.from() == 1
        && subject.sentence().token(subject.from()).lower().equals("it");
  }

  private static Statement statement(
      Grammar grammar,
      Cues.Match match,
      Optional<Words> source,
      Span content,
      Statement.Form form) {
    Words cue = VerbCues.cueWords(grammar, match);
    return new Statement(match.cue(), cue, match.head(), source, List.of(content), form);
  }
}
