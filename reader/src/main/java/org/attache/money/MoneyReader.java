package org.attache.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;
import org.attache.quantity.Quantity;

/**
 * Finds sums of money: "$2.5bn", "3.3 billion zlotys", "up to EUR 40 million", "billions of
 * dollars".
 */
public final class MoneyReader {
  /**
   * A sum met in a text.
   *
   * @param start offset of its first UTF-16 unit, bounds such as "up to" included
   * @param end offset after its last one
   * @param value what it says
   * @param each whether it is the price of one piece
   */
  public record Sum(int start, int end, Value value, boolean each) {}

  private static final String NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
  private static final int LONGEST_BOUND = 24;

  /** "A 500-pound bomb" costs something else. */
  private static final Pattern WEIGHT = Pattern.compile("(?i)\\d-pounds?$");

  private final Map<String, String> currencies = new HashMap<>();
  private final Map<String, Long> scales = new HashMap<>();
  private final Map<String, String> bounds = new HashMap<>();
  private final Pattern before;
  private final Pattern after;
  private final Pattern vague;
  private final Pattern each =
      Pattern.compile(
          "^\\s*(?:each|apiece|a piece|per (?:aircraft|unit|plane|jet|missile|vehicle|tank|system|piece|round|shell|ship|helicopter|drone))\\b");

  /** A reader that goes by the tables "currencies", "money-scales" and "bounds". */
  public MoneyReader(Tables tables) {
    List<String> symbols = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Row row : tables.rows("currencies")) {
      currencies.put(row.get("word").toLowerCase(Locale.ROOT), row.get("currency"));
      (row.get("place").equals("before") ? symbols : names).add(row.get("word"));
    }
    for (Row row : tables.rows("money-scales")) {
      scales.put(row.get("word"), Long.parseLong(row.get("value")));
    }
    for (Row row : tables.rows("bounds")) {
      bounds.put(row.get("words"), row.get("bound"));
    }
    String scale = "(?:[ \u00A0-]?(" + alternatives(List.copyOf(scales.keySet())) + ")\\b)?";
    String range = "(?:\\s?(?:-|\u2013|to|or)\\s?(?:%s)?\\s?(" + NUMBER + "))?";
    String symbol = alternatives(symbols);
    String name = alternatives(names);
    before =
        Pattern.compile(
            "(?<![\\p{L}])("
                + symbol
                + ")\\s?("
                + NUMBER
                + ")"
                + String.format(Locale.ROOT, range, symbol)
                + scale,
            Pattern.CASE_INSENSITIVE);
    after =
        Pattern.compile(
            "(?<![\\p{L}\\d.,$])("
                + NUMBER
                + ")(?:\\s?(?:-|\u2013|to|or)\\s?("
                + NUMBER
                + "))?"
                + scale
                + "[ \u00A0-]?(?:US |U\\.S\\. |American |Russian |Polish |Indian |Czech |Swiss |Australian |Canadian |Turkish |Chinese |Norwegian |Swedish |Danish )?("
                + name
                + ")(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE);
    vague =
        Pattern.compile(
            "\\b((?:(?:tens|hundreds|dozens) of )?(?:thousands|millions|billions)|(?:several|a few|half a|a|one|two|three|four|five|six|seven|eight|nine|ten) (?:hundred )?(?:million|billion|trillion)) (?:of )?(?:US |U\\.S\\. )?("
                + name
                + ")(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE);
  }

  private static String alternatives(List<String> words) {
    return words.stream()
        .sorted((a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b))
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  /** The sums in a text, in order. */
  public List<Sum> read(String text) {
    List<Sum> sums = new ArrayList<>();
    collect(before.matcher(text), text, sums, 1, 2, 3, 4);
    collect(after.matcher(text), text, sums, 4, 1, 2, 3);
    collectVague(text, sums);
    sums.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return sums;
  }

  private void collect(
      Matcher matcher, String text, List<Sum> sums, int currency, int low, int high, int scale) {
    while (matcher.find()) {
      boolean weight = matcher.group(scale) == null && WEIGHT.matcher(matcher.group()).find();
      if (weight || overlaps(sums, matcher.start(), matcher.end())) {
        continue;
      }
      long factor =
          Optional.ofNullable(matcher.group(scale))
              .map(word -> scales.getOrDefault(word.toLowerCase(Locale.ROOT), 1L))
              .orElse(1L);
      OptionalLong min = whole(matcher.group(low), factor);
      OptionalLong max = matcher.group(high) == null ? min : whole(matcher.group(high), factor);
      String code = currencies.get(matcher.group(currency).toLowerCase(Locale.ROOT));
      if (min.isEmpty() || max.isEmpty() || code == null || max.getAsLong() < min.getAsLong()) {
        continue;
      }
      int start = boundStart(text, matcher.start());
      Quantity amount =
          bounded(text.substring(start, matcher.start()), min.getAsLong(), max.getAsLong());
      boolean oneOf = each.matcher(text.substring(matcher.end())).find();
      sums.add(
          new Sum(
              start,
              matcher.end(),
              new Value(code, amount, text.substring(start, matcher.end())),
              oneOf));
    }
  }

  private void collectVague(String text, List<Sum> sums) {
    Matcher matcher = vague.matcher(text);
    while (matcher.find()) {
      String code = currencies.get(matcher.group(2).toLowerCase(Locale.ROOT));
      if (code != null && !overlaps(sums, matcher.start(), matcher.end())) {
        long least = 1;
        boolean exact = false;
        boolean open = false;
        for (String word : matcher.group(1).toLowerCase(Locale.ROOT).split(" ")) {
          switch (word) {
            case "tens" -> least *= 20;
            case "dozens" -> least *= 24;
            case "hundreds" -> least *= 200;
            case "hundred" -> least *= 100;
            case "several", "few" -> {
              least *= 2;
              open = true;
            }
            case "of" -> {}
            case "half" -> least *= -2;
            case "a", "one" -> exact = true;
            case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" -> {
              least *=
                  List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
                          .indexOf(word)
                      + 2;
              exact = true;
            }
            default -> {
              boolean plural = word.endsWith("s");
              long unit =
                  scales.getOrDefault(plural ? word.substring(0, word.length() - 1) : word, 1L);
              if (least < 0) {
                least = unit / -least;
              } else {
                least *= plural && least == 1 ? 2 * unit : unit;
              }
              open |= plural;
            }
          }
        }
        int start = boundStart(text, matcher.start());
        Quantity amount =
            exact && !open
                ? bounded(text.substring(start, matcher.start()), least, least)
                : Quantity.atLeast(least);
        sums.add(
            new Sum(
                start,
                matcher.end(),
                new Value(code, amount, text.substring(start, matcher.end())),
                false));
      }
    }
  }

  private static boolean overlaps(List<Sum> sums, int start, int end) {
    return sums.stream().anyMatch(sum -> sum.start() < end && start < sum.end());
  }

  private static OptionalLong whole(String figures, long factor) {
    BigDecimal value =
        new BigDecimal(figures.replace(",", "")).multiply(BigDecimal.valueOf(factor));
    return value.precision() - value.scale() > 17
        ? OptionalLong.empty()
        : OptionalLong.of(value.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private int boundStart(String text, int at) {
    String lead = text.substring(Math.max(0, at - LONGEST_BOUND), at).toLowerCase(Locale.ROOT);
    for (String words : bounds.keySet()) {
      if (lead.endsWith(words + " ")) {
        int start = at - words.length() - 1;
        boolean whole = start == 0 || !Character.isLetter(text.charAt(start - 1));
        boolean longest =
            bounds.keySet().stream()
                .noneMatch(other -> other.length() > words.length() && lead.endsWith(other + " "));
        if (whole && longest) {
          return start;
        }
      }
    }
    return at;
  }

  private Quantity bounded(String bound, long min, long max) {
    return switch (bounds.getOrDefault(bound.strip().toLowerCase(Locale.ROOT), "exact")) {
      case "least" -> Quantity.atLeast(min);
      case "most" -> Quantity.atMost(max);
      default -> Quantity.between(min, max);
    };
  }
}
