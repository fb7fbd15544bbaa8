package org.attache.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Sentence;
import org.attache.language.Token;

/**
 * Reads "…, the general told reporters on Monday" at the end of a sentence by its words alone, for
 * long sentences whose parse goes astray: there the verb of saying is often hung on a noun.
 */
final class TailCues {
  private static final int LONGEST_SOURCE = 16;

  private final Cues cues;

  TailCues(Cues cues) {
    this.cues = cues;
  }

  /** The statements of a sentence, and the one at its end where none of them has that cue. */
  List<Statement> complete(Grammar grammar, List<Statement> here) {
    Optional<Statement> tail = tail(grammar);
    if (tail.isEmpty()) {
      return here;
    }
    Words cue = tail.get().cueWords();
    boolean read =
        here.stream()
            .anyMatch(
                s ->
                    s.form() == Statement.Form.FRONTED
                        || s.source().isPresent()
                            && s.cue().kind() == Cue.Kind.SPEECH
                            && s.form() == Statement.Form.CLAUSE
                            && s.contents().getFirst().start() < cue.start());
    if (read) {
      return here;
    }
    List<Statement> more = new ArrayList<>();
    here.stream().filter(s -> s.head() < cue.from() || s.head() >= cue.to()).forEach(more::add);
    more.add(tail.get());
    return more;
  }

  private Optional<Statement> tail(Grammar grammar) {
    Sentence sentence = grammar.sentence();
    for (int verb = grammar.lastWord() - 1; verb > 4; verb--) {
      if (grammar.marks().quoted(verb)) {
        continue;
      }
      Optional<Cues.Match> match =
          isSpoken(sentence.token(verb), verb == grammar.lastWord() - 1)
              ? cues.at(sentence, verb, Cue.Sort.VERB).filter(TailCues::reports)
              : Optional.empty();
      if (match.isPresent()) {
        int after = match.get().last() + 1;
        Optional<Words> source = source(grammar, grammar.groupStart(verb));
        return source.isPresent() && isTail(grammar, after)
            ? Optional.of(statement(grammar, match.get(), source.get()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean reports(Cues.Match match) {
    return match.cue().kind() == Cue.Kind.SPEECH
        && !match.cue().denied()
        && match.cue().takes("clause")
        && match.cue().takes("quote");
  }

  /** A form with a tense; the very last word may have been taken for a noun ("reports"). */
  private static boolean isSpoken(Token token, boolean last) {
    boolean inflected = !token.lower().equals(token.lemma()) && !token.lower().endsWith("ing");
    return Set.of("VBD", "VBZ", "VBP").contains(token.tag())
        || token.tag().equals("VBN") && inflected
        || last && token.tag().equals("NNS");
  }

  /** The noun phrase between the last comma and the verb, behind what can stand as a sentence. */
  private Optional<Words> source(Grammar grammar, int end) {
    Sentence sentence = grammar.sentence();
    int comma = end - 1;
    boolean noun = false;
    while (comma > 0 && !grammar.isComma(comma) && end - comma <= LONGEST_SOURCE) {
      Token token = sentence.token(comma);
      if (grammar.marks().quoted(comma)
          || grammar.isFinite(comma)
          || isSecondPhrase(sentence, comma, end)
          || grammar.isPunctuation(comma) && !isInName(token.text())) {
        return Optional.empty();
      }
      noun |= token.isNoun() || token.tag().equals("PRP");
      comma--;
    }
    boolean phrase =
        noun
            && comma > 2
            && grammar.isComma(comma)
            && isStart(grammar, comma + 1)
            && sentence.token(end - 1).tag().charAt(0) != 'W';
    return phrase && isSentence(grammar, comma)
        ? Optional.of(new Words(sentence, comma + 1, end))
        : Optional.empty();
  }

  /** "a move the ministry announced": a relative clause without its pronoun. */
  private static boolean isSecondPhrase(Sentence sentence, int index, int end) {
    boolean determiner = Set.of("DT", "PRP", "PRP$").contains(sentence.token(index).tag());
    Token before = sentence.token(index - 1);
    return determiner && index < end && before.isNoun();
  }

  private static boolean isInName(String text) {
    return text.equals("'") || text.equals("\u2019") || text.equals("&") || text.equals("-");
  }

  private static boolean isStart(Grammar grammar, int index) {
    String tag = grammar.sentence().token(index).tag();
    return grammar.isNominal(index) && !tag.startsWith("W") && !tag.equals("CC");
  }

  private boolean isSentence(Grammar grammar, int comma) {
    Sentence sentence = grammar.sentence();
    Token first = sentence.token(0);
    boolean verb = sentence.tokens().subList(0, comma).stream().anyMatch(Token::isVerb);
    boolean nominal = grammar.isNominal(0) || grammar.marks().quoted(0);
    boolean subordinate = cues.words().has("subordinator", first.lower());
    return verb && nominal && !subordinate;
  }

  /** Whether nothing but modifiers follows the verb, up to the end or a comma. */
  private boolean isTail(Grammar grammar, int after) {
    Sentence sentence = grammar.sentence();
    boolean opened = false;
    if (quoteFollows(grammar, after)) {
      return true;
    }
    for (int i = after; i < grammar.lastWord(); i++) {
      Token token = sentence.token(i);
      if (grammar.marks().quoted(i) || token.text().equals(":") || token.text().equals(";")) {
        return false;
      }
      boolean link = token.lower().equals("that") || token.tag().startsWith("W");
      opened |= i > after && (link || cues.words().has("clause-opener", token.lower()));
      if (i == after && link || !opened && grammar.isFinite(i) && !token.is("acl")) {
        return false;
      }
    }
    return true;
  }

  /** "…, the general said: 'We are ready.'" */
  private static boolean quoteFollows(Grammar grammar, int after) {
    return after + 1 < grammar.sentence().size()
        && grammar.sentence().token(after).text().equals(":")
        && grammar.marks().opensBefore(after + 1);
  }

  private static Statement statement(Grammar grammar, Cues.Match match, Words source) {
    Sentence sentence = grammar.sentence();
    int end = source.from() - 1;
    while (end > 1 && grammar.isPunctuation(end - 1) && !grammar.marks().quoted(end - 1)) {
      end--;
    }
    int from = 0;
    while (from < end - 1 && sentence.token(from).tag().equals("CC")) {
      from++;
    }
    Span content = new Span(sentence.token(from).start(), sentence.token(end - 1).end());
    return new Statement(
        match.cue(),
        VerbCues.cueWords(grammar, match),
        match.head(),
        Optional.of(source),
        quoteFollows(grammar, match.last() + 1)
            ? List.of(content, quoteAt(grammar, match.last() + 2))
            : List.of(content),
        Statement.Form.FRONTED);
  }

  private static Span quoteAt(Grammar grammar, int index) {
    return grammar.marks().around(index).map(q -> new Span(q.start(), q.end())).orElseThrow();
  }
}
