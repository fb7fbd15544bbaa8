package org.attache.triage;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Characters that HTML writes by name. */
final class Entities {
  private static final Map<String, Integer> KNOWN =
      Map.ofEntries(
          Map.entry("nbsp", (int) ' '),
          Map.entry("ensp", (int) ' '),
          Map.entry("emsp", (int) ' '),
          Map.entry("thinsp", (int) ' '),
          Map.entry("amp", (int) '&'),
          Map.entry("AMP", (int) '&'),
          Map.entry("lt", (int) '<'),
          Map.entry("gt", (int) '>'),
          Map.entry("quot", (int) '"'),
          Map.entry("apos", (int) '\''),
          Map.entry("lsquo", 0x2018),
          Map.entry("rsquo", 0x2019),
          Map.entry("ldquo", 0x201C),
          Map.entry("rdquo", 0x201D),
          Map.entry("laquo", 0xAB),
          Map.entry("raquo", 0xBB),
          Map.entry("ndash", 0x2013),
          Map.entry("mdash", 0x2014),
          Map.entry("hyphen", 0x2010),
          Map.entry("dash", 0x2010),
          Map.entry("hellip", 0x2026),
          Map.entry("middot", 0xB7),
          Map.entry("bull", 0x2022),
          Map.entry("copy", 0xA9),
          Map.entry("reg", 0xAE),
          Map.entry("trade", 0x2122),
          Map.entry("times", 0xD7),
          Map.entry("pound", 0xA3),
          Map.entry("euro", 0x20AC),
          Map.entry("shy", 0xAD));

  /** "eacute" is an e, with a mark that folding takes away. */
  private static final Pattern ACCENTED =
      Pattern.compile(
          "([A-Za-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash|breve|macr|ogon|dot|dblac|strok)");

  /** The beginnings of names that HTML knows without a semicolon too. */
  private static final Pattern OPEN_ENDED =
      Pattern.compile(
          "(?:nbsp|amp|AMP|lt|LT|gt|GT|quot|QUOT|copy|COPY|reg|REG|shy|laquo|raquo|middot|pound|times"
              + "|szlig|[aA]?E?e?lig|[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash)).*");

  private Entities() {}

  /**
   * The character of a name, or a letter that folds to the same; none for a name not known here.
   */
  static OptionalInt character(String name) {
    Integer known = KNOWN.get(name);
    if (known != null) {
      return OptionalInt.of(known);
    }
    var accented = ACCENTED.matcher(name);
    return accented.matches() ? OptionalInt.of(accented.group(1).charAt(0)) : OptionalInt.empty();
  }

  /** Whether letters behind an ampersand, without a semicolon, may begin with a name. */
  static boolean mayBeOpenEnded(String letters) {
    return OPEN_ENDED.matcher(letters).matches();
  }
}
