package org.attache.triage;

import java.util.Arrays;
import org.attache.report.CleanText;

/** Characters that are gathered one by one; blanks in a row are one. */
final class Line implements CharSequence {
  private char[] chars = new char[1 << 12];
  private int length;

  void clear() {
    length = 0;
  }

  @Override
  public boolean isEmpty() {
    return length == 0;
  }

  /** Adds a character, as cleaning leaves it: what it drops is not added. */
  void add(int character) {
    if (character <= ' ' || character == 0xA0) {
      addBlank(character);
    } else if (character < 0x7F) {
      put((char) character);
    } else if (Character.isSpaceChar(character) || character == 0x85) {
      addBlank(' ');
    } else if (!isDropped(character)) {
      put(character > Character.MAX_VALUE ? '\uFFFC' : (char) character);
    }
  }

  private void addBlank(int character) {
    boolean blank = character == ' ' || character >= '\t' && character <= '\r' || character == 0xA0;
    if (blank && length > 0 && chars[length - 1] != ' ') {
      put(' ');
    }
  }

  /** An accent that stands apart is composed with its letter by cleaning, and folded away then. */
  private static boolean isDropped(int character) {
    return CleanText.drops(character) || Character.getType(character) == Character.NON_SPACING_MARK;
  }

  private void put(char c) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
    }
    chars[length++] = c;
  }

  /** The last character; a blank where there is none. */
  char last() {
    return length == 0 ? ' ' : chars[length - 1];
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
