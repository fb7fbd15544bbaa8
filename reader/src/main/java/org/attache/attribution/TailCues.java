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

  /** The statements of a sentence, and those at its end where none of them has that cue. */
  List<Statement> complete(Grammar grammar, List<Statement> here) {
    return withinTail(grammar, withTail(grammar, here));
  }

  /**
   * "…, the general told reporters, the agency reports": what the agency hands on has a tail too.
   */
  private List<Statement> withinTail(Grammar grammar, List<Statement> here) {
    Sentence sentence = grammar.sentence();
    Optional<Statement> outer =
        here.stream()
            .filter(
                s ->
                    s.form() == Statement.Form.FRONTED
                        && s.contents().size() == 1
                        && s.contents().getFirst().start() <= sentence.token(0).start() + 1
                        && s.source().isPresent()
                        && s.source().get().start() > s.contents().getFirst().end())
            .findFirst();
    if (outer.isEmpty()) {
      return here;
    }
    int end = 0;
    while (end < sentence.size()
        && sentence.token(end).end() <= outer.get().contents().getFirst().end()) {
      end++;
    }
    Optional<Statement> inner = end > 6 ? tail(grammar, end) : Optional.empty();
    if (inner.isEmpty()
        || here.stream()
            .anyMatch(s -> s.form() == Statement.Form.FRONTED && s.head() == inner.get().head())) {
      return here;
    }
    Words cue = inner.get().cueWords();
    List<Statement> more = new ArrayList<>();
    here.stream().filter(s -> s.head() < cue.from() || s.head() >= cue.to()).forEach(more::add);
    more.add(inner.get());
    return more;
  }

  private List<Statement> withTail(Grammar grammar, List<Statement> here) {
    List<Statement> quoted = quotedAs(grammar);
    Optional<Statement> tail =
        quoted.isEmpty() ? tail(grammar, grammar.lastWord()) : Optional.of(quoted.getFirst());
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
    if (quoted.isEmpty()) {
      more.add(tail.get());
    } else {
      more.addAll(quoted);
    }
    return more;
  }

  /**
   * "…, the agency quoted the minister as saying": the agency hands on what the minister says. Both
   * have the clause before them for their content.
   */
  private List<Statement> quotedAs(Grammar grammar) {
    Sentence sentence = grammar.sentence();
    for (int as = grammar.lastWord() - 2; as > 5; as--) {
      boolean saying =
          sentence.token(as).lower().equals("as")
              && sentence.token(as + 1).tag().equals("VBG")
              && !grammar.marks().quoted(as);
      Optional<Cues.Match> inner =
          saying
              ? cues.at(sentence, as + 1, Cue.Sort.VERB).filter(TailCues::reports)
              : Optional.empty();
      for (int verb = as - 2; inner.isPresent() && verb > 4; verb--) {
        Optional<Cues.Match> outer =
            grammar.isFinite(verb)
                ? cues.at(sentence, verb, Cue.Sort.VERB).filter(m -> m.cue().takes("as"))
                : Optional.empty();
        if (outer.isPresent()) {
          return quotedAs(grammar, outer.get(), inner.get());
        }
      }
    }
    return List.of();
  }

  private List<Statement> quotedAs(Grammar grammar, Cues.Match outer, Cues.Match inner) {
    Optional<Words> agency = source(grammar, grammar.groupStart(outer.from()));
    if (agency.isEmpty() || !isTail(grammar, inner.last() + 1, grammar.lastWord())) {
      return List.of();
    }
    Statement first = statement(grammar, outer, agency.get());
    Words who = new Words(grammar.sentence(), outer.last() + 1, inner.from() - 1);
    return List.of(first, statement(grammar, inner, who).about(first.contents()));
  }

  /** What stands at the end of the words before a limit. */
  private Optional<Statement> tail(Grammar grammar, int limit) {
    Sentence sentence = grammar.sentence();
    for (int verb = limit - 1; verb > 4; verb--) {
      if (grammar.marks().quoted(verb)) {
        continue;
      }
      Optional<Cues.Match> match =
          isSpoken(sentence.token(verb), verb == limit - 1)
              ? cues.at(sentence, verb, Cue.Sort.VERB).filter(TailCues::reports)
              : Optional.empty();
      if (match.isPresent()) {
        int after = match.get().last() + 1;
        Optional<Words> source = source(grammar, grammar.groupStart(verb));
        return source.isPresent() && isTail(grammar, after, limit)
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
    int bracketed = 0;
    while (comma > 0 && !grammar.isComma(comma) && end - comma - bracketed <= LONGEST_SOURCE) {
      Token token = sentence.token(comma);
      int open = noun ? opening(sentence, comma) : comma;
      if (open < comma) {
        bracketed += comma - open + 1;
        comma = open - 1;
        continue;
      }
      if (grammar.marks().quoted(comma)
          || grammar.isFinite(comma) && !isReduced(sentence, comma)
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
        ? Optional.of(new Words(sentence, comma + 1, beforeTime(sentence, comma + 1, end)))
        : Optional.empty();
  }

  /** "Officials briefed on the matter": a participle that says who they are. */
  private static boolean isReduced(Sentence sentence, int index) {
    return index > 0
        && index + 1 < sentence.size()
        && sentence.token(index).lower().endsWith("ed")
        && sentence.token(index - 1).isNoun()
        && sentence.token(index + 1).tag().matches("IN|TO");
  }

  /** Where the bracket opens that closes here, or the same place where none does. */
  private static int opening(Sentence sentence, int index) {
    int open = index;
    if (sentence.token(index).text().equals(")")) {
      while (open > 0 && !sentence.token(open).text().equals("(")) {
        open--;
      }
    }
    return open;
  }

  /** "The agency on Wednesday": where the source ends and a time begins. */
  private int beforeTime(Sentence sentence, int from, int end) {
    for (int i = from + 1; i + 1 < end; i++) {
      boolean time =
          sentence.token(i).lower().equals("on")
              && cues.words().has("time-word", sentence.token(i + 1).lower());
      if (time) {
        return i;
      }
    }
    return end;
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
  private boolean isTail(Grammar grammar, int after, int limit) {
    Sentence sentence = grammar.sentence();
    boolean opened = false;
    if (quoteFollows(grammar, after)) {
      return true;
    }
    for (int i = after; i < limit; i++) {
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
