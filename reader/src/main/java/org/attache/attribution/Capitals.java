package org.attache.attribution;

import java.util.Locale;
import java.util.Set;

/** Spells what stands all in capitals in the usual way. */
final class Capitals {
  private static final Set<String> SMALL =
      Set.of("of", "in", "the", "for", "and", "to", "on", "de", "al", "bin", "van", "von");

  private Capitals() {}

  /** "MINISTER OF TRADE" as "Minister of Trade"; anything else as it is. */
  static String usual(String text) {
    if (!text.equals(text.toUpperCase(Locale.ROOT)) || !text.contains(" ") && text.length() < 4) {
      return text;
    }
    StringBuilder spelled = new StringBuilder();
    for (String word : text.split(" ")) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (!spelled.isEmpty()) {
        spelled.append(' ');
      }
      spelled.append(!spelled.isEmpty() && SMALL.contains(lower) ? lower : capitalised(lower));
    }
    return spelled.toString();
  }

  private static String capitalised(String lower) {
    StringBuilder word = new StringBuilder();
    boolean start = true;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      word.append(start ? Character.toUpperCase(c) : c);
      start = c == '-' || c == '.' || c == '(';
    }
    return word.toString();
  }
}
