package org.attache.cli;

import java.util.ArrayList;
import java.util.List;

/** A line of text in several looks, broken into lines of a width. */
final class Paragraph {
  /** How text looks where colours are wanted. */
  enum Look {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    MARKED("1;4"),
    NAME("36"),
    GOOD("32"),
    BAD("31");

    private final String code;

    Look(String code) {
      this.code = code;
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final List<Look> looks = new ArrayList<>();

  /** Adds text in a look. */
  Paragraph add(String piece, Look look) {
    text.append(piece.replace('\t', ' '));
    for (int i = 0; i < piece.length(); i++) {
      looks.add(look);
    }
    return this;
  }

  /**
   * The lines.
   *
   * @param first what the first line begins with
   * @param other what the others begin with, as long as that
   * @param columns how long they may be; a longer word has a line to itself
   */
  List<String> lines(String first, String other, int columns, boolean colour) {
    List<String> lines = new ArrayList<>();
    int width = Math.max(1, columns - first.length());
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(at, width);
      lines.add((lines.isEmpty() ? first : other) + styled(at, end, colour));
      at = end;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
    return lines;
  }

  private int lineEnd(int start, int width) {
    int end = start;
    int columns = 0;
    int lastBlank = -1;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      if (character == ' ') {
        lastBlank = end;
      }
      columns += isWide(character) ? 2 : 1;
      if (columns > width && lastBlank > start) {
        return lastBlank;
      }
      end += Character.charCount(character);
      if (columns > width && end < text.length() && text.charAt(end) == ' ') {
        return end;
      }
    }
    return end;
  }

  /** Chinese, Japanese and Korean characters take two columns. */
  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || character >= 0x3040 && character <= 0x30FF
        || character >= 0xAC00 && character <= 0xD7A3
        || character >= 0xFF01 && character <= 0xFF60;
  }

  private String styled(int start, int end, boolean colour) {
    if (!colour) {
      return text.substring(start, end);
    }
    StringBuilder line = new StringBuilder();
    int at = start;
    while (at < end) {
      int to = at;
      while (to < end && looks.get(to) == looks.get(at)) {
        to++;
      }
      String code = looks.get(at).code;
      String piece = text.substring(at, to);
      line.append(code.isEmpty() ? piece : "\u001B[" + code + "m" + piece + "\u001B[0m");
      at = to;
    }
    return line.toString();
  }
}
