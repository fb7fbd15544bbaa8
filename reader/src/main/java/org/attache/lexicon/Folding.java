package org.attache.lexicon;

import java.text.Normalizer;

/** Folds letters so that spellings of one name meet: case and accents go, length stays. */
public final class Folding {
  private static final char[] FOLDED = table();

  private Folding() {}

  private static char[] table() {
    char[] folded = new char[0x2000];
    for (char c = 0; c < folded.length; c++) {
      String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
      char first = plain.isEmpty() ? c : plain.charAt(0);
      folded[c] = Character.toLowerCase(special(first));
    }
    return folded;
  }

  private static char special(char c) {
    return switch (c) {
      case '\u0131', '\u0130' -> 'i';
      case '\u0142', '\u0141' -> 'l';
      case '\u00F8', '\u00D8' -> 'o';
      case '\u0111', '\u0110', '\u00F0' -> 'd';
      default -> c;
    };
  }

  /** The character in lower case, without its accent. */
  public static char fold(char c) {
    return c < FOLDED.length ? FOLDED[c] : c == '\u2019' || c == '\u2018' ? '\'' : c;
  }

  /** The text in lower case, without accents; as long as before. */
  public static String fold(CharSequence text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }
}
