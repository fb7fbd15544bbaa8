package org.attache.triage;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The text of a web page, read from its bytes in one go and without a tree. It has all that a
 * parser would make an article's text of, and more: menus, titles in {@code meta} elements and in
 * JSON-LD. Where it cannot be sure of that it says so.
 *
 * <p>Tags are told from text as HTML's tokenizer does (WHATWG HTML, 13.2.5); the trees that HTML's
 * rules would build do not matter, since a line of text never runs over an element that parts
 * paragraphs.
 */
final class PageText {
  /** What is done with each line; true ends the reading. */
  @FunctionalInterface
  interface Lines {
    boolean take(CharSequence line);
  }

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int LONGEST_NAME = 32;
  private static final int ESCAPE = 0x1B;

  private final byte[] page;

  /** The same bytes, each a character: the JVM searches these many at a time. */
  private final String bytes;

  private final Lines lines;
  private final Line line = new Line();
  private final Line aside = new Line();
  private int at;
  private boolean found;

  private PageText(byte[] page, Lines lines) {
    this.page = page;
    bytes = new String(page, StandardCharsets.ISO_8859_1);
    this.lines = lines;
  }

  /**
   * Whether one of a page's lines is what is looked for, or the page is such that this cannot be
   * told: in an encoding of two bytes a letter, or not UTF-8 where it goes beyond ASCII.
   */
  static boolean any(byte[] page, Lines lines) {
    PageText text = new PageText(page, lines);
    text.read();
    return text.found;
  }

  private void read() {
    while (!found && at < page.length) {
      byte c = page[at];
      if (c == '<') {
        markup();
      } else {
        character(line);
      }
    }
    end(line);
  }

  /** Hands on a line that is complete. */
  private void end(Line complete) {
    if (!found && !complete.isEmpty()) {
      found = lines.take(complete);
    }
    complete.clear();
  }

  // ---- characters

  /** Reads one character of text. */
  private void character(Line to) {
    byte c = page[at];
    if (c == '&') {
      entity(to);
    } else if (c < 0) {
      beyondAscii(to);
    } else if (c == 0 || c == ESCAPE) {
      found = true;
    } else {
      to.add(c);
      at++;
    }
  }

  private void beyondAscii(Line to) {
    int first = page[at] & 0xFF;
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > page.length) {
      found = true;
      return;
    }
    int character = first & 0x7F >> length;
    for (int i = 1; i < length; i++) {
      int next = page[at + i] & 0xFF;
      found |= next >> 6 != 2;
      character = character << 6 | next & 0x3F;
    }
    to.add(character);
    at += length;
  }

  private void entity(Line to) {
    if (isAt(at + 1, '#')) {
      numbered(to);
      return;
    }
    int end = at + 1;
    while (end < page.length && end - at <= LONGEST_NAME && isLetterOrDigit(page[end])) {
      end++;
    }
    String name = ascii(at + 1, end);
    if (!isAt(end, ';')) {
      found |= Entities.mayBeOpenEnded(name);
      to.add('&');
      at++;
      return;
    }
    OptionalInt known = Entities.character(name);
    boolean withinWord =
        Character.isLetterOrDigit(to.last())
            || end + 1 < page.length && (isLetterOrDigit(page[end + 1]) || page[end + 1] < 0);
    found |= known.isEmpty() && withinWord;
    to.add(known.orElse(' '));
    at = end + 1;
  }

  private void numbered(Line to) {
    boolean hex = isAt(at + 2, 'x') || isAt(at + 2, 'X');
    int end = at + (hex ? 3 : 2);
    int begin = end;
    int number = 0;
    int digit = end < page.length ? Character.digit(page[end], hex ? 16 : 10) : -1;
    while (digit >= 0) {
      number = Math.min(Character.MAX_CODE_POINT, number * (hex ? 16 : 10) + digit);
      end++;
      digit = end < page.length ? Character.digit(page[end], hex ? 16 : 10) : -1;
    }
    if (end == begin) {
      to.add('&');
      at++;
      return;
    }
    boolean windows = number >= 0x80 && number < 0xA0;
    to.add(windows ? new String(new byte[] {(byte) number}, WINDOWS).charAt(0) : number);
    at = isAt(end, ';') ? end + 1 : end;
  }

  // ---- mark-up

  private void markup() {
    byte next = at + 1 < page.length ? page[at + 1] : (byte) ' ';
    if (isLetter(next)) {
      tag(at + 1, true);
    } else if (next == '/') {
      if (at + 2 < page.length && isLetter(page[at + 2])) {
        tag(at + 2, false);
      } else {
        at = behind('>', at + 2);
      }
    } else if (next == '!') {
      declaration();
    } else if (next == '?') {
      at = behind('>', at + 2);
    } else {
      line.add('<');
      at++;
    }
  }

  private void declaration() {
    if (startsWith(at, "<!--")) {
      comment();
    } else if (startsWith(at, "<![cdata[")) {
      line.add(' ');
      at += "<![cdata[".length();
    } else {
      at = behind('>', at + 2);
    }
  }

  /** To the first end that any parser may take for one; a later one would leave more out. */
  private void comment() {
    for (int i = bytes.indexOf("--", at + 2); i >= 0; i = bytes.indexOf("--", i + 1)) {
      if (isAt(i + 2, '>')) {
        at = i + 3;
        return;
      }
      if (isAt(i + 2, '!') && isAt(i + 3, '>')) {
        at = i + 4;
        return;
      }
    }
    at = page.length;
  }

  private void tag(int nameFrom, boolean start) {
    int nameTo = nameFrom;
    while (nameTo < page.length && !endsName(page[nameTo])) {
      nameTo++;
    }
    int end = endOfTag(nameTo);
    String name =
        nameTo - nameFrom > LONGEST_NAME ? "" : ascii(nameFrom, nameTo).toLowerCase(Locale.ROOT);
    at = end;
    switch (Elements.effect(name)) {
      case NONE -> {}
      case BREAK -> end(line);
      case BLANK -> line.add(' ');
      case UNSURE -> found = true;
    }
    if (start) {
      open(name, nameTo, end);
    }
  }

  private void open(String name, int attributes, int end) {
    if (!Elements.HOLDING.contains(name)) {
      return;
    }
    if (name.equals("script")) {
      if (mayBeJson(attributes, end)) {
        json(endOfRaw(name));
      }
      at = endOfRaw(name);
    } else if (name.equals("style")) {
      at = endOfRaw(name);
    } else if (name.equals("meta")) {
      apart(attributes, end);
      at = end;
    } else {
      int close = endOfRaw(name);
      found |= close == page.length;
      apart(end, close);
      at = close;
    }
  }

  /** Reads a part of the page as a line of its own, whatever is in it. */
  private void apart(int from, int to) {
    at = from;
    while (!found && at < to) {
      character(aside);
    }
    end(aside);
  }

  /** The strings of a script of JSON, each a line. */
  private void json(int to) {
    while (!found && at < to) {
      byte c = page[at];
      if (c == '"') {
        end(aside);
        at++;
      } else if (c == '\\' && at + 1 < to) {
        escaped(to);
      } else if (c == '&') {
        aside.add(c);
        at++;
      } else {
        character(aside);
      }
    }
    end(aside);
  }

  private void escaped(int to) {
    byte c = page[at + 1];
    if (c == 'u' && at + 6 <= to) {
      int character = 0;
      for (int i = at + 2; i < at + 6; i++) {
        int digit = Character.digit(page[i], 16);
        found |= digit < 0;
        character = character << 4 | digit & 0xF;
      }
      aside.add(character);
      at += 6;
    } else {
      aside.add(
          Set.of((byte) 'n', (byte) 'r', (byte) 't', (byte) 'f').contains(c) ? ' ' : c & 0xFF);
      at += 2;
    }
  }

  private boolean mayBeJson(int from, int to) {
    for (int i = from; i < to; i++) {
      if (page[i] == '&' || startsWith(i, "json")) {
        return true;
      }
    }
    return false;
  }

  /** Where the closing tag of an element without mark-up begins; the page's end without one. */
  private int endOfRaw(String name) {
    String close = "</" + name;
    for (int i = bytes.indexOf('<', at); i >= 0; i = bytes.indexOf('<', i + 1)) {
      if (startsWith(i, close)) {
        return i;
      }
    }
    return page.length;
  }

  // ---- tags

  /** How far into a tag's attributes one has come. */
  private enum Place {
    BETWEEN,
    NAME,
    BEHIND_NAME,
    BEFORE_VALUE,
    VALUE
  }

  /** Behind the ">" that ends a tag, and stands in no quoted value. */
  private int endOfTag(int from) {
    Place place = Place.BETWEEN;
    for (int i = from; i < page.length; i++) {
      byte c = page[i];
      if (c == '>') {
        return i + 1;
      }
      boolean blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (place == Place.BEFORE_VALUE && (c == '"' || c == '\'')) {
        i = behind(c, i + 1) - 1;
        place = Place.BETWEEN;
      } else {
        place = next(place, c, blank);
      }
    }
    return page.length;
  }

  private static Place next(Place place, byte c, boolean blank) {
    return switch (place) {
      case BETWEEN -> blank || c == '/' ? place : Place.NAME;
      case NAME -> c == '=' ? Place.BEFORE_VALUE : blank ? Place.BEHIND_NAME : between(place, c);
      case BEHIND_NAME -> c == '=' ? Place.BEFORE_VALUE : blank ? place : between(Place.NAME, c);
      case BEFORE_VALUE -> blank ? place : Place.VALUE;
      case VALUE -> blank ? Place.BETWEEN : place;
    };
  }

  private static Place between(Place name, byte c) {
    return c == '/' ? Place.BETWEEN : name;
  }

  private static boolean endsName(byte c) {
    return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  // ---- bytes

  private int behind(int mark, int from) {
    int place = bytes.indexOf(mark, from);
    return place < 0 ? page.length : place + 1;
  }

  private boolean isAt(int place, char c) {
    return place < page.length && page[place] == c;
  }

  /** Whether these bytes, of which letters are small, stand at a place in any case. */
  private boolean startsWith(int place, String lower) {
    if (place + lower.length() > page.length) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      byte c = page[place + i];
      int small = c >= 'A' && c <= 'Z' ? c + 32 : c;
      if (small != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String ascii(int from, int to) {
    return bytes.substring(from, to);
  }

  private static boolean isLetter(byte c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isLetterOrDigit(byte c) {
    return isLetter(c) || c >= '0' && c <= '9';
  }
}
