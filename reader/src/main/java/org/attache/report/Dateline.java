package org.attache.report;

import java.text.DateFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the dateline of a report: place, day and agency before the first words of its body ("OSLO,
 * May 4 (Wire) -"). They are no part of the sentence that follows.
 */
public final class Dateline {
  private static final String MONTHS = months();
  private static final String CAPITALS =
      "\\p{Lu}[\\p{Lu}.'\u2019/-]+(?: \\p{Lu}[\\p{Lu}.'\u2019/-]+){0,3}";
  private static final String NAME = "\\p{Lu}[\\p{L}.'\u2019-]+(?: \\p{Lu}[\\p{L}.'\u2019-]+){0,3}";
  private static final String DAY = "(?:,? (?:" + MONTHS + ")\\.? ?\\d{1,2}(?:,? \\d{4})?\\.?)";
  private static final String AGENCY = "(?: ?[(/\\[][\\p{L}\\d .&/-]{1,40}[)/\\]]\\.?)";
  private static final String MARK = "\\s*(?:\u2014|\u2013|-{1,3}|//)\\s+";
  private static final Pattern SHOUTED =
      Pattern.compile(
          "^" + CAPITALS + "(?:, " + NAME + ")?" + DAY + "?" + AGENCY + "?(?:" + MARK + "|: )");

  /** Words in a label that make it a speaker's and no place's, as transcripts write them. */
  private static final Pattern SPEAKER =
      Pattern.compile(
          "\\b(?:MR|MRS|MS|DR|SIR|LORD|SEC|GEN|AMB|SEN|REP|ADM|COL|OFFICIALS?|SECRETARY|MINISTER"
              + "|PRESIDENT|AMBASSADOR|GENERAL|ADMIRAL|COLONEL|SENATOR|MODERATOR|SPEAKER|CHAIR"
              + "|CHAIRMAN|QUESTION|ANSWER|REPORTER|SPOKES(?:MAN|WOMAN|PERSON))\\b");

  private static final Pattern DATED =
      Pattern.compile(
          "^" + NAME + "(?:, " + NAME + ")?(?:" + DAY + AGENCY + "?|" + AGENCY + ")" + MARK);
  private static final Pattern SLASHED =
      Pattern.compile(
          "^"
              + NAME
              + "(?:, "
              + NAME
              + ")?"
              + DAY
              + "?\\.? ?/[\\p{L}\\d .&-]{1,40}/\\.?(?: ?[-\u2013\u2014])?\\s+");

  /** "New Delhi [India], April 22 (Wire): The navy", with no dash, or none but a colon. */
  private static final Pattern WIRED =
      Pattern.compile(
          "^" + NAME + "(?: \\[" + NAME + "\\])?" + DAY + AGENCY + ":?\\s+(?=[\\p{Lu}\"\u201C])");

  /** "Caracas, Dec 3, WIRE-The two sides". */
  private static final Pattern HYPHENED =
      Pattern.compile("^" + NAME + DAY + ",? \\p{Lu}{2,8} ?[-\u2013\u2014] ?(?=[\\p{Lu}\"\u201C])");

  /**
   * "Abuja \u2013 The air force": a name and a dash, and no second dash that would close an aside.
   */
  private static final Pattern SPACED =
      Pattern.compile(
          "^\\p{Lu}[\\p{L}.'\u2019-]+(?: \\p{Lu}[\\p{L}.'\u2019-]+)? [\u2014\u2013-] "
              + "(?=[\\p{Lu}\"\u201C])(?![^\u2014\u2013]{0,200} [\u2014\u2013-] )");

  private Dateline() {}

  /**
   * Where the sentence begins in a line: behind its dateline, where it is the first line of the
   * body and has one.
   *
   * @param text the cleaned text
   * @param blocks its lines, in order
   * @param block one of them
   */
  public static int end(String text, List<Block> blocks, Block block) {
    boolean headless =
        block.kind() == Block.Kind.TITLE && text.substring(0, block.end()).endsWith(".");
    boolean first =
        headless
            || block.kind() == Block.Kind.BODY
                && blocks.stream()
                    .filter(b -> b.kind() == Block.Kind.BODY)
                    .findFirst()
                    .filter(block::equals)
                    .isPresent();
    if (!first) {
      return block.start();
    }
    String line = text.substring(block.start(), block.end());
    for (Pattern pattern : List.of(SHOUTED, DATED, SLASHED, WIRED, HYPHENED, SPACED)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()
          && matcher.end() < line.length()
          && !isSpeaker(text, blocks, block, matcher.group())) {
        return block.start() + matcher.end();
      }
    }
    return block.start();
  }

  /** A label with a colon that other lines begin with too is a speaker's. */
  private static boolean isSpeaker(String text, List<Block> blocks, Block block, String found) {
    return found.stripTrailing().endsWith(":")
        && (SPEAKER.matcher(found).find()
            || blocks.stream()
                .anyMatch(b -> !b.equals(block) && text.startsWith(found.strip(), b.start())));
  }

  private static String months() {
    DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.ENGLISH);
    StringBuilder names = new StringBuilder("Sept");
    for (String month : symbols.getMonths()) {
      if (!month.isEmpty()) {
        names.append('|').append(month).append('|').append(month, 0, 3);
      }
    }
    return names.toString();
  }
}
