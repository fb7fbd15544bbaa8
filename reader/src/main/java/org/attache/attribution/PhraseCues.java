package org.attache.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Sentence;

/** Reads "according to", "in the words of", "reportedly" and their like. */
final class PhraseCues {
  private static final int LONGEST_TIME = 5;

  private final Cues cues;

  PhraseCues(Cues cues) {
    this.cues = cues;
  }

  /** What the phrases of a sentence attribute. */
  List<Statement> read(Grammar grammar) {
    List<Statement> found = new ArrayList<>();
    for (int i = 0; i < grammar.sentence().size(); i++) {
      cues.at(grammar.sentence(), i, Cue.Sort.PREPOSITION)
          .flatMap(match -> withSource(grammar, match))
          .ifPresent(found::add);
      inWords(grammar, i).ifPresent(found::add);
      cues.at(grammar.sentence(), i, Cue.Sort.ADVERB)
          .flatMap(match -> withoutSource(grammar, match))
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<Statement> withSource(Grammar grammar, Cues.Match match) {
    Sentence sentence = grammar.sentence();
    Optional<Words> source =
        grammar.nounPhraseAfter(match.last()).map(phrase -> withPlace(grammar, phrase));
    boolean afterMark =
        match.from() == 0
            || grammar.isPunctuation(match.from() - 1)
            || grammar.marks().closesAfter(match.from() - 1);
    if (source.isEmpty() || !afterMark && match.cue().takes("mark")) {
      return Optional.empty();
    }
    List<Span> pieces = new ArrayList<>();
    if (match.from() > 0) {
      int end = wordBefore(grammar, match.from());
      int from = relativeStart(grammar, match.from(), clauseStart(grammar, match.from()));
      if (end > 0 && sentence.token(end - 1).lower().equals("that")) {
        end = from;
      }
      if (end > from) {
        pieces.add(span(grammar, from, end));
      }
    }
    int after = afterTime(sentence, source.get().to());
    while (after < sentence.size() && grammar.isComma(after)) {
      after++;
    }
    boolean relative = pieces.size() == 1 && isRelative(grammar, match.from());
    boolean medial = (relative || after > source.get().to()) && after < grammar.lastWord();
    if (medial && (relative || pieces.isEmpty() || goesOn(grammar, after))) {
      pieces.add(span(grammar, after, grammar.lastWord()));
    }
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Statement(
            match.cue(),
            new Words(sentence, match.from(), match.last() + 1),
            match.head(),
            source,
            pieces,
            Statement.Form.PHRASE));
  }

  /** "In his words, …", "By their account, …" at the head of a sentence. */
  private Optional<Statement> inWords(Grammar grammar, int index) {
    Sentence sentence = grammar.sentence();
    boolean words =
        index == 0
            && sentence.size() > 6
            && sentence.token(0).tag().equals("IN")
            && cues.words().has("person-pronoun", sentence.token(1).lower())
            && cues.words().has("in-words", sentence.token(2).lower())
            && grammar.isComma(3);
    return words
        ? Optional.of(
            new Statement(
                Cue.mark(sentence.token(2).lower()),
                new Words(sentence, 0, 3),
                2,
                Optional.of(new Words(sentence, 1, 2)),
                List.of(span(grammar, 4, grammar.lastWord())),
                Statement.Form.PHRASE))
        : Optional.empty();
  }

  /** "According to a source in the industry, …": where somebody works belongs to them. */
  private Words withPlace(Grammar grammar, Words phrase) {
    Sentence sentence = grammar.sentence();
    int at = phrase.to();
    boolean place =
        at < sentence.size() && sentence.token(at).lower().matches("in|inside|within|among");
    if (!place) {
      return phrase;
    }
    return grammar
        .nounPhraseAfter(at)
        .filter(
            p -> p.to() >= grammar.lastWord() || grammar.isPunctuation(afterTime(sentence, p.to())))
        .filter(p -> !isTime(p))
        .map(p -> new Words(sentence, phrase.from(), p.to()))
        .orElse(phrase);
  }

  /** "According to officials on Tuesday, …": behind the day, where one stands before a comma. */
  private int afterTime(Sentence sentence, int index) {
    int at = index;
    boolean day = false;
    while (at < sentence.size() && at < index + LONGEST_TIME) {
      String word = sentence.token(at).lower();
      boolean time = cues.words().has("time-word", word) || word.matches("\\d{1,4}");
      if (!time && !word.matches("on|in|late|early|last|this|of")) {
        break;
      }
      day |= time;
      at++;
    }
    return day && at < sentence.size() && sentence.token(at).text().equals(",") ? at : index;
  }

  private boolean isTime(Words phrase) {
    return IntStream.range(phrase.from(), phrase.to())
        .mapToObj(i -> phrase.sentence().token(i).lower())
        .anyMatch(word -> cues.words().has("time-word", word) || word.matches("\\d{4}"));
  }

  private static boolean goesOn(Grammar grammar, int after) {
    return !grammar.sentence().token(after).tag().startsWith("W");
  }

  private static int clauseStart(Grammar grammar, int cue) {
    int from = 0;
    while (from < cue && grammar.sentence().token(from).tag().equals("CC")) {
      from++;
    }
    return from;
  }

  /** "Sold jets, which according to the press are old": the relative clause alone is meant. */
  private static int relativeStart(Grammar grammar, int cue, int from) {
    return isRelative(grammar, cue) ? Math.max(from, pronounBefore(grammar, cue)) : from;
  }

  private static boolean isRelative(Grammar grammar, int cue) {
    int before = pronounBefore(grammar, cue);
    return before > 0 && grammar.sentence().token(before).tag().matches("WDT|WP");
  }

  private static int pronounBefore(Grammar grammar, int cue) {
    int before = cue - 1;
    while (before > 0 && grammar.isComma(before)) {
      before--;
    }
    return before;
  }

  private static int wordBefore(Grammar grammar, int index) {
    int end = index;
    while (end > 0 && grammar.isPunctuation(end - 1) && !grammar.marks().quoted(end - 1)) {
      end--;
    }
    return end;
  }

  private static Span span(Grammar grammar, int from, int to) {
    Marks marks = grammar.marks();
    int start =
        marks.opensBefore(from)
            ? marks.around(from).orElseThrow().start()
            : grammar.sentence().token(from).start();
    int end =
        marks.closesAfter(to - 1)
            ? marks.around(to - 1).orElseThrow().end()
            : grammar.sentence().token(to - 1).end();
    return new Span(start, end);
  }

  /** "The emirate has reportedly ordered sixty tanks." */
  private Optional<Statement> withoutSource(Grammar grammar, Cues.Match match) {
    Sentence sentence = grammar.sentence();
    List<Span> pieces = new ArrayList<>();
    int from = clauseStart(grammar, match.from());
    int verb = sentence.token(match.from()).head();
    if (match.from() > from) {
      int end = match.from();
      while (end > from && grammar.isFinite(end - 1)) {
        end--;
      }
      if (end > from) {
        pieces.add(span(grammar, from, Math.max(end, from + 1)));
      }
    }
    int next = match.last() + 1;
    if (next < grammar.lastWord() && verb >= 0) {
      pieces.add(span(grammar, next, grammar.lastWord()));
    }
    return pieces.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Statement(
                match.cue(),
                new Words(sentence, match.from(), match.last() + 1),
                match.head(),
                Optional.empty(),
                pieces,
                Statement.Form.PHRASE));
  }
}
