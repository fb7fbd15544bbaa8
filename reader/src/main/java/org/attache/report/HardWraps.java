package org.attache.report;

import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * Finds the line ends inside of paragraphs that were broken at a fixed width, as in mails, press
 * releases and many archives of plain text. Such a line ends where the next word would not have
 * fitted any more.
 */
final class HardWraps {
  /** Narrower columns are lists and tables. */
  private static final int NARROWEST = 45;

  /** Longer lines are paragraphs that nobody broke. */
  private static final int WIDEST = 110;

  /** Shorter lines may be headings, which end without a full stop too. */
  private static final int SHORTEST_RUN_ON = 60;

  private static final Pattern FIRST_WORD = Pattern.compile("\\S+");
  private static final Pattern FULL_STOP =
      Pattern.compile(".*[.!?:;…][\"'”’»)\\]]*", Pattern.DOTALL);
  private static final Pattern LIST_MARK =
      Pattern.compile("(?:[-–—*•·‣▪]|\\(?[0-9a-z]{1,3}[.)])\\s.*", Pattern.DOTALL);

  private final String[] lines;
  private final int width;
  private final boolean certain;

  private HardWraps(String[] lines) {
    this.lines = lines;
    width = width();
    certain = certain();
  }

  /**
   * The line ends that only break a paragraph.
   *
   * @param text with single line feeds as line ends, and none at either end
   * @return their offsets
   */
  static BitSet of(String text) {
    HardWraps wraps = new HardWraps(text.split("\n", -1));
    BitSet offsets = new BitSet(text.length());
    int end = -1;
    for (int i = 0; i + 1 < wraps.lines.length; i++) {
      end += wraps.lines[i].length() + 1;
      if (wraps.isWrap(i)) {
        offsets.set(end);
      }
    }
    return offsets;
  }

  /** The longest line that another follows, the headline apart; 0 where nothing was wrapped. */
  private int width() {
    int longest = 0;
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].length() > WIDEST) {
        return 0;
      }
      if (goesOn(i)) {
        longest = Math.max(longest, lines[i].length());
      }
    }
    if (lines[0].length() <= WIDEST && goesOn(0) && startsSmall(1)) {
      longest = Math.max(longest, lines[0].length());
    }
    return longest < NARROWEST ? 0 : longest;
  }

  /** Whether some line goes on in the next in the middle of a sentence, beyond doubt. */
  private boolean certain() {
    for (int i = 0; i + 1 < lines.length; i++) {
      if (isFull(i) && startsSmall(i + 1) && !FULL_STOP.matcher(lines[i]).matches()) {
        return true;
      }
    }
    return false;
  }

  private boolean isWrap(int line) {
    if (!isFull(line)) {
      return false;
    }
    if (startsSmall(line + 1)) {
      return true;
    }
    if (line == 0) {
      return false;
    }
    return certain
        || lines[line].length() >= SHORTEST_RUN_ON && !FULL_STOP.matcher(lines[line]).matches();
  }

  /** Whether the first word of the next line would not have fitted into this one. */
  private boolean isFull(int line) {
    return width > 0
        && goesOn(line)
        && lines[line].length() <= width
        && lines[line].length() + 1 + firstWord(line + 1) > width;
  }

  private int firstWord(int line) {
    var word = FIRST_WORD.matcher(lines[line]);
    return word.find() ? word.end() - word.start() : 0;
  }

  /** Whether a line of text follows without a blank line between, and is no point of a list. */
  private boolean goesOn(int line) {
    return line + 1 < lines.length
        && !lines[line].isBlank()
        && !lines[line + 1].isBlank()
        && !LIST_MARK.matcher(lines[line + 1].strip()).matches();
  }

  private boolean startsSmall(int line) {
    return !lines[line].isBlank() && Character.isLowerCase(lines[line].strip().codePointAt(0));
  }
}
