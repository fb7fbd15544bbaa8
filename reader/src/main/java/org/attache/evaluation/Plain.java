package org.attache.evaluation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names made comparable: without case, accents and punctuation. */
final class Plain {
  private Plain() {}

  /** The words of a name, a blank between each two; nothing for nothing. */
  static String text(String name) {
    String decomposed =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replace("\u00DF", "ss")
            .replace('\u03C2', '\u03C3');
    StringBuilder plain = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> plain.appendCodePoint(isAlphanumeric(c) ? c : ' '));
    return String.join(" ", split(plain.toString()));
  }

  /** The words of a name. */
  static List<String> words(String name) {
    return split(text(name));
  }

  private static List<String> split(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
  }

  private static boolean isAlphanumeric(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.LETTER_NUMBER
        || Character.getType(character) == Character.OTHER_NUMBER;
  }
}
