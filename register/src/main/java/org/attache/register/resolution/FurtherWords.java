package org.attache.register.resolution;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attache.lexicon.Row;

/** The words that say that something comes on top of an earlier dealing: "another 12 tanks". */
public final class FurtherWords {
  /** How many words may stand between such a word and the thing: "another batch of 12 new". */
  private static final int WORDS_BETWEEN = 4;

  private final Pattern before;
  private final Pattern within;

  /** From the rows of their table. */
  public FurtherWords(List<Row> rows) {
    String words =
        rows.stream().map(row -> Pattern.quote(row.get("words"))).collect(Collectors.joining("|"));
    within = Pattern.compile("^(?:an? |the )?(?:" + words + ")\\b(?! than\\b)");
    before =
        Pattern.compile(
            "\\b(" + words + ")(?! than\\b)(\\s+[\\p{L}\\d.,'’-]+){0," + WORDS_BETWEEN + "}\\s*$");
  }

  boolean standIn(String item) {
    return within.matcher(item.toLowerCase(Locale.ROOT)).find();
  }

  boolean standBefore(String text, int at) {
    int from = Math.max(0, at - 60);
    return before.matcher(text.substring(from, at).toLowerCase(Locale.ROOT)).find();
  }
}
