package org.attache.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An attribution with its grammar: which cue it hangs on, and where that stands.
 *
 * @param cue the row of the table of cues
 * @param cueWords the cue as it stands in its sentence
 * @param head the token of that sentence which governs the content
 * @param source the words that name the source, where there are any
 * @param contents the pieces of what is said, in order
 * @param form how the content is joined to the cue
 */
public record Statement(
    Cue cue,
    Words cueWords,
    int head,
    Optional<Words> source,
    List<Attribution.Span> contents,
    Form form) {
  /** How the content is joined to its cue. */
  public enum Form {
    /** It stands before the cue or on both sides of it. */
    FRONTED,
    /** A clause after the cue. */
    CLAUSE,
    /** A quotation after the cue. */
    QUOTE,
    /** An infinitive. */
    INFINITIVE,
    /** A verb in "-ing". */
    GERUND,
    /** A noun phrase. */
    OBJECT,
    /** What a preposition brings. */
    PREPOSITION,
    /** What a phrase without a verb of its own governs: "according to", a colon. */
    PHRASE
  }

  /** Orders the pieces. */
  public Statement {
    contents = contents.stream().sorted(Comparator.comparingInt(Attribution.Span::start)).toList();
  }

  /** Whether its content has still to be found. */
  boolean isOpen() {
    return contents.isEmpty();
  }

  /** As spans of the text. */
  public Attribution attribution() {
    return new Attribution(source.map(Words::span), Optional.of(cueWords.span()), contents);
  }

  /** Whether one of its pieces covers the span. */
  public boolean covers(int start, int end) {
    return contents.stream().anyMatch(piece -> piece.covers(start, end));
  }

  /** Whether the other statement is made within the content of this one. */
  boolean contains(Statement other) {
    boolean adverb = cue.sort() == Cue.Sort.ADVERB && other.cue().sort() != Cue.Sort.ADVERB;
    return !equals(other) && !adverb && covers(other.cueWords.start(), other.cueWords.end());
  }

  /** With other content. */
  Statement about(List<Attribution.Span> other) {
    return new Statement(cue, cueWords, head, source, other, form);
  }

  /** With another source. */
  Statement by(Words other) {
    return new Statement(cue, cueWords, head, Optional.of(other), contents, form);
  }

  /** With one more piece of content. */
  Statement with(Attribution.Span piece) {
    List<Attribution.Span> more = new ArrayList<>(contents);
    more.add(piece);
    return new Statement(cue, cueWords, head, source, more, form);
  }
}
