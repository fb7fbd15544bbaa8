package org.attache.attribution;

import org.attache.language.Sentence;

/**
 * A run of tokens of one sentence.
 *
 * @param sentence the sentence
 * @param from its first token
 * @param to the token after its last one
 */
public record Words(Sentence sentence, int from, int to) {
  /** Refuses an empty run or one beyond the sentence. */
  public Words {
    if (from < 0 || to <= from || to > sentence.size()) {
      throw new IllegalArgumentException("words " + from + " to " + to + " of " + sentence);
    }
  }

  /** Offset of the first UTF-16 unit in the cleaned text. */
  public int start() {
    return sentence.token(from).start();
  }

  /** Offset after the last UTF-16 unit in the cleaned text. */
  public int end() {
    return sentence.token(to - 1).end();
  }

  /** The span of the text that it covers. */
  public Attribution.Span span() {
    return new Attribution.Span(start(), end());
  }

  @Override
  public String toString() {
    return sentence.words(from, to);
  }
}
