package org.attache.report;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/**
 * Tells English from other languages by the share of function words.
 *
 * <p>English prose has about four in ten of its words from the table, other languages in Latin
 * script fewer than one in ten; no table of n-grams is needed to answer a question with two
 * answers. Texts with few words are judged by their script alone.
 */
public final class English {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final int SAMPLE = 5_000;
  private static final int FEW_WORDS = 30;
  private static final double LEAST_SHARE = 0.15;

  private final Set<String> functionWords;

  /** Judges by the table "function-words". */
  public English(Tables tables) {
    functionWords =
        tables.rows("function-words").stream()
            .map((Row row) -> row.get("word"))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a text is in English, as far as can be told. */
  public boolean is(String text) {
    Matcher matcher = WORD.matcher(text);
    int words = 0;
    int known = 0;
    int latin = 0;
    while (words < SAMPLE && matcher.find()) {
      words++;
      known += functionWords.contains(matcher.group().toLowerCase(Locale.ROOT)) ? 1 : 0;
      latin += isLatin(matcher.group()) ? 1 : 0;
    }
    if (words == 0 || latin * 2 < words) {
      return false;
    }
    return words < FEW_WORDS || known >= LEAST_SHARE * words;
  }

  private static boolean isLatin(String word) {
    return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;
  }
}
