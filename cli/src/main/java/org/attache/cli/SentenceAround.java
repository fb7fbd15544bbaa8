package org.attache.cli;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The sentence of a text around a place, or the sentences where the place runs over several.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last one
 */
record SentenceAround(int start, int end) {
  /** A full stop after these ends no sentence: "U.S.", "Gen.", "Mr." */
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:^|.*[\\s(“\"])(?:(?:\\p{Lu}\\.)+|\\p{Lu}\\p{Ll}{1,2}\\.)\\s*", Pattern.DOTALL);

  static SentenceAround of(String text, int start, int end) {
    int lineStart = text.lastIndexOf('\n', start) + 1;
    int lineFeed = text.indexOf('\n', end);
    int lineEnd = lineFeed < 0 ? text.length() : lineFeed;
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.UK);
    String line = text.substring(lineStart, lineEnd);
    breaks.setText(line);
    int from = 0;
    int to = line.length();
    for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
      if (at < line.length()
          && ABBREVIATION.matcher(line.substring(Math.max(0, at - 12), at)).matches()) {
        continue;
      }
      if (lineStart + at <= start) {
        from = at;
      } else if (lineStart + at >= end) {
        to = at;
        break;
      }
    }
    while (to > from && Character.isWhitespace(line.charAt(to - 1))) {
      to--;
    }
    return new SentenceAround(lineStart + from, Math.max(lineStart + to, end));
  }
}
