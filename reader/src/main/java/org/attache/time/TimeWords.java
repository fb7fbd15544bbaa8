package org.attache.time;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attache.lexicon.LexiconException;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/**
 * The words that make times: the tables "time-words", "time-frames", "time-vague" and "numbers".
 */
final class TimeWords {
  private static final Pattern SMALL = Pattern.compile("\\d{1,3}");

  /** How words before a time bound it. */
  enum Relation {
    IN,
    BY,
    FROM
  }

  /** How far a time without a date reaches. */
  enum Reach {
    OPEN,
    ONWARD
  }

  private static final String PLACEHOLDER = "{units}";

  /** Words that no time begins with, though they are in the table. */
  private static final Set<String> NO_BEGINNING =
      Set.of(
          "not-after-a-year",
          "moving-verb",
          "lasting-verb",
          "awaiting-verb",
          "awaiting-adjective",
          "future-modal",
          "beginning-verb",
          "daypart",
          "unusual");

  private final Map<String, Map<String, String>> roles = new HashMap<>();
  private final Map<String, Relation> frames = new HashMap<>();
  private final Map<String, Reach> vague = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<String> beginnings;
  private final Set<String> numeric =
      Set.of(
          "month",
          "month-beside-number",
          "weekday",
          "season",
          "day",
          "pointer",
          "back-pointer",
          "nth",
          "ordinal",
          "decade");

  TimeWords(Tables tables) {
    for (Row row : tables.rows("time-words")) {
      String role = row.get("role");
      check(row, role);
      roles.computeIfAbsent(role, _ -> new HashMap<>()).put(row.get("word"), row.get("value"));
    }
    for (Row row : tables.rows("time-frames")) {
      frames.put(row.get("words"), row.constant("relation", Relation.class));
    }
    for (Row row : tables.rows("time-vague")) {
      addVague(row.get("words"), row.constant("reach", Reach.class));
    }
    for (Row row : tables.rows("numbers")) {
      if (row.get("part").equals("unit")) {
        numbers.put(row.get("word"), wholeNumber(row));
      }
    }
    beginnings = beginnings();
  }

  private Set<String> beginnings() {
    Set<String> words =
        new HashSet<>(Set.of("the", "a", "an", "these", "those", "between", "fy", "fiscal"));
    roles.forEach(
        (role, named) -> {
          if (!NO_BEGINNING.contains(role)) {
            words.addAll(named.keySet());
          }
        });
    words.addAll(frames.keySet());
    words.addAll(vague.keySet());
    return words.stream()
        .map(word -> word.split(" ", 2)[0].toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a time may begin with a word, written in lower case. */
  boolean begins(String word) {
    return beginnings.contains(word)
        || word.chars().anyMatch(Character::isDigit)
        || count(word).isPresent();
  }

  private void check(Row row, String role) {
    if (numeric.contains(role)) {
      wholeNumber(row);
    } else if (role.equals("unit") || role.equals("units")) {
      row.constant("value", Grain.class);
    } else if (role.equals("part") || role.equals("part-of-year")) {
      row.constant("value", Part.class);
    } else if (role.equals("feast") && !row.get("value").matches("[01]\\d-[0-3]\\d")) {
      throw row.fault("'" + row.get("value") + "' under 'value' is no month and day");
    }
  }

  private static int wholeNumber(Row row) {
    try {
      return Integer.parseInt(row.get("value"));
    } catch (NumberFormatException e) {
      LexiconException fault =
          row.fault("'" + row.get("value") + "' under 'value' is no whole number");
      fault.initCause(e);
      throw fault;
    }
  }

  private void addVague(String words, Reach reach) {
    if (!words.contains(PLACEHOLDER)) {
      vague.put(words, reach);
      return;
    }
    for (String unit : new HashSet<>(roles.getOrDefault("units", Map.of()).keySet())) {
      vague.put(words.replace(PLACEHOLDER, unit), reach);
    }
  }

  /** Whether a word has a role. */
  boolean is(String role, String word) {
    return roles.getOrDefault(role, Map.of()).containsKey(word);
  }

  /** What a word stands for in a role. */
  Optional<String> value(String role, String word) {
    return Optional.ofNullable(roles.getOrDefault(role, Map.of()).get(word));
  }

  /** The number that a word stands for in a role. */
  OptionalInt number(String role, String word) {
    String value = roles.getOrDefault(role, Map.of()).get(word);
    return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }

  /** The part that a word names. */
  Optional<Part> part(String role, String word) {
    return value(role, word).map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  /** The unit that a word names, be it one or several. */
  Optional<Grain> unit(String word, boolean several) {
    return value(several ? "units" : "unit", word)
        .map(name -> Grain.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  /** A number below a thousand, in figures or words. */
  OptionalInt count(String word) {
    if (SMALL.matcher(word).matches()) {
      return OptionalInt.of(Integer.parseInt(word));
    }
    Integer value = numbers.get(word);
    if (value != null) {
      return OptionalInt.of(value);
    }
    int hyphen = word.indexOf('-');
    if (hyphen > 0) {
      Integer tens = numbers.get(word.substring(0, hyphen));
      Integer ones = numbers.get(word.substring(hyphen + 1));
      if (tens != null && ones != null && tens % 10 == 0 && tens >= 20 && ones < 10) {
        return OptionalInt.of(tens + ones);
      }
    }
    return OptionalInt.empty();
  }

  Optional<Relation> frame(String words) {
    return Optional.ofNullable(frames.get(words));
  }

  Optional<Reach> vague(String words) {
    return Optional.ofNullable(vague.get(words));
  }
}
