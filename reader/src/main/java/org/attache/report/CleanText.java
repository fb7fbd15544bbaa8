package org.attache.report;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A report's cleaned text, and where each of its characters comes from.
 *
 * <p>Cleaning drops byte-order marks, NUL and other control characters, soft hyphens, zero-width
 * spaces and marks of writing direction; makes every line end a single line feed; drops blanks at
 * the ends of lines and blank lines at both ends of the text; composes letters with their marks
 * (NFC); and puts a blank for a line end where a paragraph was broken at a fixed width. All offsets
 * count UTF-16 units, and ends are exclusive.
 */
public final class CleanText {
  private final String text;
  private final int[] starts;
  private final int[] ends;

  private CleanText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** Cleans a text. Cleaning what is clean changes nothing. */
  public static CleanText of(String original) {
    CleanText text = trimmed(composed(withoutControls(original)));
    BitSet wraps = HardWraps.of(text.text);
    while (!wraps.isEmpty()) {
      text = text.withBlanksAt(wraps);
      wraps = HardWraps.of(text.text);
    }
    return text;
  }

  private CleanText withBlanksAt(BitSet offsets) {
    StringBuilder joined = new StringBuilder(text);
    offsets.stream().forEach(offset -> joined.setCharAt(offset, ' '));
    return new CleanText(joined.toString(), starts, ends);
  }

  /** The cleaned text. */
  public String text() {
    return text;
  }

  /** Where the character at this offset of the cleaned text starts in the original. */
  public int originalStart(int start) {
    return starts[start];
  }

  /** Where, in the original, the character ends that ends at this offset of the cleaned text. */
  public int originalEnd(int end) {
    return ends[end - 1];
  }

  private static CleanText withoutControls(String original) {
    Draft draft = new Draft(original.length());
    int at = 0;
    while (at < original.length()) {
      int character = original.codePointAt(at);
      int end = at + Character.charCount(character);
      if (original.startsWith("\r\n", at)) {
        end++;
      }
      if (isLineEnd(character)) {
        draft.append("\n", at, end);
      } else if (!drops(character)) {
        draft.append(original.substring(at, end), at, end);
      }
      at = end;
    }
    return draft.toText();
  }

  private static CleanText composed(CleanText text) {
    if (Normalizer.isNormalized(text.text, Normalizer.Form.NFC)) {
      return text;
    }
    Draft draft = new Draft(text.text.length());
    int at = 0;
    while (at < text.text.length()) {
      int end = clusterEnd(text.text, at);
      draft.append(
          Normalizer.normalize(text.text.substring(at, end), Normalizer.Form.NFC),
          text.starts[at],
          text.ends[end - 1]);
      at = end;
    }
    return draft.toText();
  }

  /** The end of a letter with its marks, or of a Hangul syllable. */
  private static int clusterEnd(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length() && continues(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean continues(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> character >= 0x1160 && character <= 0x11FF;
    };
  }

  private static CleanText trimmed(CleanText text) {
    Draft draft = new Draft(text.text.length());
    for (int at = 0; at < text.text.length(); at++) {
      char character = text.text.charAt(at);
      if (character == '\n') {
        draft.cutBlanks();
      }
      if (character != '\n' || !draft.isEmpty()) {
        draft.append(String.valueOf(character), text.starts[at], text.ends[at]);
      }
    }
    draft.cutBlanks();
    draft.cutLineEnds();
    return draft.toText();
  }

  private static boolean isLineEnd(int character) {
    return character == '\n'
        || character == '\r'
        || character == '\f'
        || character == 0x0B
        || character == 0x85
        || character == 0x2028
        || character == 0x2029;
  }

  /** Whether cleaning drops a character that is no line end, so that its neighbours touch. */
  public static boolean drops(int character) {
    return Character.isISOControl(character) && character != '\t'
        || character == 0xAD
        || character == 0xFEFF
        || character == 0x200B
        || character == 0x2060
        || character == 0x200E
        || character == 0x200F
        || character >= 0x202A && character <= 0x202E
        || character >= 0x2066 && character <= 0x2069
        || character >= 0xFFF9 && character <= 0xFFFF
        || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  /** A text that grows, with the places that its characters come from. */
  private static final class Draft {
    private final StringBuilder written;
    private int[] starts;
    private int[] ends;

    Draft(int length) {
      written = new StringBuilder(length);
      starts = new int[length];
      ends = new int[length];
    }

    boolean isEmpty() {
      return written.isEmpty();
    }

    void append(String piece, int start, int end) {
      int from = written.length();
      written.append(piece);
      if (written.length() > starts.length) {
        starts = Arrays.copyOf(starts, written.length() * 2);
        ends = Arrays.copyOf(ends, written.length() * 2);
      }
      Arrays.fill(starts, from, written.length(), start);
      Arrays.fill(ends, from, written.length(), end);
    }

    void cutBlanks() {
      int length = written.length();
      while (length > 0 && isBlank(written.charAt(length - 1))) {
        length--;
      }
      written.setLength(length);
    }

    void cutLineEnds() {
      while (!written.isEmpty() && written.charAt(written.length() - 1) == '\n') {
        written.setLength(written.length() - 1);
      }
    }

    private static boolean isBlank(char character) {
      return character == '\t' || Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    CleanText toText() {
      int length = written.length();
      return new CleanText(
          written.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }
  }
}
