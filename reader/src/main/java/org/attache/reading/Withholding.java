package org.attache.reading;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attache.claim.Withheld;
import org.attache.language.Sentence;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/**
 * Reads what a sentence says is not disclosed: "declined to say how many", "the price is secret".
 */
final class Withholding {
  private final Pattern refusals;
  private final Map<Withheld, Pattern> things = new TreeMap<>();

  /** Goes by the table "withheld". */
  Withholding(Tables tables) {
    refusals = pattern(tables, "refusal");
    for (Withheld field : Withheld.values()) {
      things.put(field, pattern(tables, field.code()));
    }
  }

  private static Pattern pattern(Tables tables, String sort) {
    return Pattern.compile(
        tables.rows("withheld").stream()
            .filter(r -> r.get("sort").equals(sort))
            .map((Row r) -> r.get("words"))
            .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
  }

  /** What the sentence withholds; nothing where it refuses nothing. */
  Set<Withheld> read(Sentence sentence) {
    String words = sentence.toString().toLowerCase(Locale.ROOT);
    Set<Withheld> found = EnumSet.noneOf(Withheld.class);
    Matcher refusal = refusals.matcher(words);
    if (refusal.find()) {
      things.forEach(
          (field, pattern) -> {
            if (pattern.matcher(words).find()) {
              found.add(field);
            }
          });
    }
    return found;
  }
}
