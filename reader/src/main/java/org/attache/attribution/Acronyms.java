package org.attache.attribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short forms in capitals that a report explains: "the Northern Transport Board (NTB)". */
final class Acronyms {
  private static final Pattern EXPLAINED =
      Pattern.compile(
          "(?<![\\p{L}'\u2019-])((?:[\\p{L}'\u2019-]{1,40} ){2,9})\\((?:the"
              + " )?[\"\u201C]?(\\p{Lu}[\\p{Lu}&]{1,7})[\"\u201D]?\\)");
  private static final int SHORTEST_WORDS = 2;
  private static final Pattern SHOUTED = Pattern.compile("\\b\\p{Lu}{3,5}\\b");
  private static final Pattern NAMED =
      Pattern.compile(
          "\\p{Lu}\\p{Ll}[\\p{L}-]{0,40}"
              + "(?: (?:of |the |and |for |on ){0,2}\\p{Lu}\\p{Ll}[\\p{L}-]{0,40}){2,6}");

  private final Map<String, String> names = new HashMap<>();

  /** The short forms that a text explains. */
  static Acronyms of(String text) {
    Acronyms acronyms = new Acronyms();
    Matcher matcher = EXPLAINED.matcher(text);
    while (matcher.find()) {
      String[] words = matcher.group(1).strip().split(" ");
      String letters = matcher.group(2).replace("&", "");
      for (int from = words.length - SHORTEST_WORDS; from >= 0; from--) {
        boolean capital = Character.isUpperCase(words[from].charAt(0));
        if (capital && initials(words, from).equals(sorted(letters))) {
          String name = String.join(" ", Arrays.copyOfRange(words, from, words.length));
          acronyms.names.putIfAbsent(matcher.group(2), name);
          break;
        }
      }
    }
    acronyms.addUnexplained(text);
    return acronyms;
  }

  /** "the Central News Service said. … The CNS report": initials of a name that is written out. */
  private void addUnexplained(String text) {
    Set<String> used = new HashSet<>();
    Matcher shouted = SHOUTED.matcher(text);
    while (shouted.find()) {
      used.add(shouted.group());
    }
    if (used.isEmpty()) {
      return;
    }
    Matcher named = NAMED.matcher(text);
    while (named.find()) {
      String[] words = named.group().split(" ");
      for (int from = 0; from < words.length - 2; from++) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < words.length; i++) {
          if (Character.isUpperCase(words[i].charAt(0))) {
            letters.append(words[i].charAt(0));
          }
          if (used.contains(letters.toString()) && Character.isUpperCase(words[from].charAt(0))) {
            names.putIfAbsent(
                letters.toString(), String.join(" ", Arrays.copyOfRange(words, from, i + 1)));
          }
        }
      }
    }
  }

  private static String initials(String[] words, int from) {
    StringBuilder initials = new StringBuilder();
    for (int i = from; i < words.length; i++) {
      for (String part : words[i].split("-")) {
        if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
          initials.append(part.charAt(0));
        }
      }
    }
    return sorted(initials.toString());
  }

  private static String sorted(String letters) {
    char[] all = letters.toUpperCase(Locale.ROOT).toCharArray();
    Arrays.sort(all);
    return new String(all);
  }

  /** What a short form stands for. */
  Optional<String> meaning(String word) {
    return Optional.ofNullable(names.get(word));
  }
}
