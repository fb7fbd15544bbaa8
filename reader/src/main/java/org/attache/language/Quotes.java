package org.attache.language;

import java.util.ArrayList;
import java.util.List;
import org.attache.report.Block;

/**
 * Finds quotations by their marks: straight, curly, angled, and the doubled apostrophes or
 * backquotes of some agencies. Single marks count only where they cannot be apostrophes.
 */
public final class Quotes {
  private Quotes() {}

  /**
   * The quotations of a text, in order. A quotation that its paragraph does not close ends with the
   * paragraph; it continues where the next body paragraph opens with a mark again.
   *
   * @param text the cleaned text
   * @param blocks its lines, in order
   */
  public static List<Quote> find(String text, List<Block> blocks) {
    List<Quote> quotes = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      boolean nextOpens =
          b + 1 < blocks.size() && markLength(text, blocks.get(b + 1).start(), text.length()) > 0;
      findIn(text, block.start(), block.end(), nextOpens, quotes);
    }
    return quotes;
  }

  private static void findIn(
      String text, int start, int end, boolean nextOpens, List<Quote> quotes) {
    int open = -1;
    boolean single = false;
    int i = start;
    while (i < end) {
      int length = markLength(text, i, end);
      if (length > 0 && !(single && open >= 0)) {
        if (open < 0) {
          if (!closesOnly(text.charAt(i))) {
            open = i;
          }
        } else if (!opensOnly(text.charAt(i))) {
          quotes.add(new Quote(open, i + length, false));
          open = -1;
        }
        i += length;
      } else {
        if (open < 0 && opensSingle(text, i, start, end)) {
          open = i;
          single = true;
        } else if (open >= 0 && single && closesSingle(text, i, end)) {
          quotes.add(new Quote(open, i + 1, false));
          open = -1;
          single = false;
        }
        i++;
      }
    }
    if (open >= 0 && !single && end > open + 1) {
      quotes.add(new Quote(open, end, nextOpens));
    }
  }

  /** Length of the double mark that starts here, or 0. */
  static int markLength(String text, int at, int end) {
    if (at >= end) {
      return 0;
    }
    char c = text.charAt(at);
    if (c == '"'
        || c == '\u201C'
        || c == '\u201D'
        || c == '\u201E'
        || c == '\u00AB'
        || c == '\u00BB') {
      return 1;
    }
    boolean doubled = at + 1 < end && text.charAt(at + 1) == c;
    return doubled && (c == '\'' || c == '`') ? 2 : 0;
  }

  private static boolean closesOnly(char c) {
    return c == '\u201D' || c == '\u00BB';
  }

  private static boolean opensOnly(char c) {
    return c == '\u201C' || c == '\u201E' || c == '\u00AB' || c == '`';
  }

  private static boolean opensSingle(String text, int at, int start, int end) {
    char c = text.charAt(at);
    if (c != '\'' && c != '\u2018') {
      return false;
    }
    boolean afterGap = at == start || !Character.isLetterOrDigit(text.charAt(at - 1));
    boolean beforeWord = at + 1 < end && Character.isLetter(text.charAt(at + 1));
    if (!afterGap || !beforeWord) {
      return false;
    }
    for (int i = at + 2; i < end && i < at + 400; i++) {
      if (closesSingle(text, i, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean closesSingle(String text, int at, int end) {
    char c = text.charAt(at);
    if (c != '\'' && c != '\u2019') {
      return false;
    }
    boolean afterWord = at > 0 && !Character.isWhitespace(text.charAt(at - 1));
    boolean beforeGap = at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1));
    boolean possessive =
        at > 0
            && text.charAt(at - 1) == 's'
            && at + 1 < end
            && text.charAt(at + 1) == ' '
            && at + 2 < end
            && Character.isLetter(text.charAt(at + 2));
    return afterWord && beforeGap && !possessive;
  }

  /** Whether a token's text is a quotation mark and nothing else. */
  static boolean isMark(String text) {
    return switch (text) {
      case "\"", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB", "''", "``", "`", "\u2018" ->
          true;
      default -> false;
    };
  }
}
