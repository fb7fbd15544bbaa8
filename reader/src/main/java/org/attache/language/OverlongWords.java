package org.attache.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes stretches without a blank that no word is as long as out of a text, before it is cut into
 * words: the time that takes grows with the square of such a stretch, and anybody may send one.
 */
final class OverlongWords {
  /** Longer than the longest addresses that stand in reports. */
  static final int LONGEST = 500;

  private static final Pattern OVERLONG = Pattern.compile("\\S{" + LONGEST + "}\\S*+");

  private OverlongWords() {}

  /** The text with blanks for each of them, so that nothing moves. */
  static String blanked(String text) {
    return text.length() < LONGEST
        ? text
        : OVERLONG.matcher(text).replaceAll(match -> blanks(match.end() - match.start()));
  }

  private static String blanks(int number) {
    return Matcher.quoteReplacement(" ".repeat(number));
  }
}
