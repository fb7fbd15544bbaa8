package org.attache.triage;

/**
 * Cuts text into stretches that are sentences or more than one: a cut is made only where a sentence
 * surely ends, after a mark behind a plain word and before a blank.
 */
final class Stretches {
  /** Longer than any abbreviation that a point may follow. */
  private static final int PLAIN_WORD = 4;

  private Stretches() {}

  /** Where the stretch ends, at most, that begins at an offset: behind its mark. */
  static int end(CharSequence text, int from, int to) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        return at + 1;
      }
      boolean mark = c == '.' || c == '!' || c == '?';
      if (mark && at + 1 < to && isBlank(text.charAt(at + 1)) && followsWord(text, from, at)) {
        return at + 1;
      }
    }
    return to;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean followsWord(CharSequence text, int from, int mark) {
    if (mark - PLAIN_WORD < from) {
      return false;
    }
    for (int at = mark - PLAIN_WORD; at < mark; at++) {
      char c = text.charAt(at);
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }
}
