package org.attache.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/**
 * Reads numbers out of words: figures, number words, ranges, and the vague plurals that the
 * contract counts as at least two of their unit ("dozens" is 24 or more).
 */
public final class NumberReader {
  /** What a word does in a number. */
  private enum Part {
    /** Adds its value ("three", "twenty"). */
    UNIT,
    /** Multiplies what stands before it ("hundred", "million", "dozen"). */
    SCALE,
    /** Stands for at least two of its value ("dozens", "hundreds"). */
    VAGUE,
    /** Leaves the number open ("several", "a few"): with a scale, at least two of it. */
    OPEN
  }

  private record NumberWord(Part part, long value) {}

  /**
   * A number read.
   *
   * @param from index of its first word, qualifiers included
   * @param to index after its last word
   * @param quantity what it says
   */
  public record Reading(int from, int to, Quantity quantity) {}

  private record Amount(int to, BigDecimal value, boolean atLeast) {}

  /** How a word or two before a number bound it. */
  private enum Bound {
    EXACT,
    LEAST,
    MOST
  }

  private static final int LONGEST_QUALIFIER = 4;
  private static final BigDecimal LARGEST = new BigDecimal("1e17");

  private final Map<String, NumberWord> words = new HashMap<>();
  private final Map<String, Bound> bounds = new HashMap<>();

  /** A reader that goes by the tables "numbers" and "bounds". */
  public NumberReader(Tables tables) {
    for (Row row : tables.rows("numbers")) {
      words.put(
          row.get("word"),
          new NumberWord(row.constant("part", Part.class), Long.parseLong(row.get("value"))));
    }
    for (Row row : tables.rows("bounds")) {
      bounds.put(row.get("words"), row.constant("bound", Bound.class));
    }
  }

  /**
   * The number whose first word, qualifiers apart, stands at an index.
   *
   * @param sentence the words, as written
   * @param at index of the number's first word
   */
  public Optional<Reading> read(List<String> sentence, int at) {
    Optional<Amount> first = amount(sentence, at);
    if (first.isEmpty()) {
      return hyphenatedRange(sentence, at);
    }
    Amount amount = first.get();
    int to = amount.to();
    Optional<Amount> second = rangeEnd(sentence, at, amount);
    int from = qualified(sentence, at);
    if (second.isPresent()) {
      long low = whole(amount.value());
      long high = whole(second.get().value());
      if (low < high) {
        return Optional.of(
            new Reading(
                precededBy(sentence, at, "between", "from") ? at - 1 : at,
                second.get().to(),
                Quantity.between(low, high)));
      }
    }
    return Optional.of(new Reading(from, to, bounded(sentence, from, at, amount)));
  }

  private static boolean precededBy(List<String> sentence, int at, String... wanted) {
    return at > 0 && List.of(wanted).contains(sentence.get(at - 1).toLowerCase(Locale.ROOT));
  }

  private Optional<Amount> rangeEnd(List<String> sentence, int at, Amount first) {
    int to = first.to();
    if (to + 1 >= sentence.size() || first.atLeast()) {
      return Optional.empty();
    }
    String link = sentence.get(to).toLowerCase(Locale.ROOT);
    boolean range =
        link.equals("to")
            || link.equals("-")
            || link.equals("\u2013")
            || link.equals("or")
            || link.equals("and") && precededBy(sentence, at, "between");
    return range ? amount(sentence, to + 1) : Optional.empty();
  }

  private Optional<Reading> hyphenatedRange(List<String> sentence, int at) {
    String[] ends = sentence.get(at).split("[-\u2013]", -1);
    if (ends.length == 2 && ends[0].matches("\\d{1,6}") && ends[1].matches("\\d{1,6}")) {
      long low = Long.parseLong(ends[0]);
      long high = Long.parseLong(ends[1]);
      if (low < high) {
        return Optional.of(new Reading(at, at + 1, Quantity.between(low, high)));
      }
    }
    return Optional.empty();
  }

  private int qualified(List<String> sentence, int at) {
    for (int length = Math.min(LONGEST_QUALIFIER, at); length > 0; length--) {
      if (bounds.containsKey(joined(sentence, at - length, at))) {
        return at - length;
      }
    }
    return at;
  }

  private Quantity bounded(List<String> sentence, int from, int at, Amount amount) {
    long number = whole(amount.value());
    Bound bound =
        from < at ? bounds.getOrDefault(joined(sentence, from, at), Bound.EXACT) : Bound.EXACT;
    if (followedBy(sentence, amount.to(), "or more") || followedBy(sentence, amount.to(), "plus")) {
      bound = Bound.LEAST;
    }
    return switch (bound) {
      case EXACT -> amount.atLeast() ? Quantity.atLeast(number) : Quantity.exactly(number);
      case LEAST -> Quantity.atLeast(number);
      case MOST -> Quantity.atMost(number);
    };
  }

  private static boolean followedBy(List<String> sentence, int at, String wanted) {
    int length = wanted.split(" ").length;
    return at + length <= sentence.size() && joined(sentence, at, at + length).equals(wanted);
  }

  private static String joined(List<String> sentence, int from, int to) {
    return String.join(" ", sentence.subList(from, to)).toLowerCase(Locale.ROOT);
  }

  /** The number that starts at a word, without qualifiers. */
  private Optional<Amount> amount(List<String> sentence, int at) {
    Optional<Amount> half = half(sentence, at);
    if (half.isPresent()) {
      return half;
    }
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal group = BigDecimal.ZERO;
    boolean any = false;
    boolean open = false;
    boolean vague = false;
    int i = at;
    while (i < sentence.size()) {
      String word = sentence.get(i).toLowerCase(Locale.ROOT);
      if (any
          && word.equals("and")
          && i + 1 < sentence.size()
          && group.signum() > 0
          && group.remainder(BigDecimal.valueOf(100)).signum() == 0
          && belowHundred(sentence.get(i + 1))) {
        i++;
        continue;
      }
      if (word.equals("of")
          && vague
          && i + 1 < sentence.size()
          && isVagueScale(sentence.get(i + 1))) {
        group = group.multiply(BigDecimal.valueOf(valueOf(sentence.get(i + 1)) / 2));
        i += 2;
        continue;
      }
      Optional<BigDecimal> figure = figures(word);
      if (figure.isPresent()) {
        if (any) {
          break;
        }
        int end = endOfThousands(sentence, i);
        group =
            end > i + 1 ? new BigDecimal(String.join("", sentence.subList(i, end))) : figure.get();
        any = true;
        i = end;
        continue;
      }
      Optional<NumberWord> known = Optional.ofNullable(words.get(word));
      if (known.isEmpty()) {
        Optional<BigDecimal> compound = compound(word);
        if (compound.isEmpty()
            || any && group.signum() > 0 && group.compareTo(BigDecimal.valueOf(100)) < 0) {
          break;
        }
        group = group.add(compound.get());
        any = true;
        i++;
        continue;
      }
      NumberWord number = known.get();
      if (number.part() == Part.UNIT) {
        if (any
            && group.signum() > 0
            && group.remainder(BigDecimal.valueOf(100)).signum() != 0
            && !(number.value() < 10 && group.remainder(BigDecimal.TEN).signum() == 0)) {
          break;
        }
        group = group.add(BigDecimal.valueOf(number.value()));
      } else if (number.part() == Part.OPEN) {
        if (any) {
          break;
        }
        open = true;
      } else if (number.part() == Part.VAGUE) {
        if (any) {
          break;
        }
        group = BigDecimal.valueOf(2 * number.value());
        vague = true;
      } else {
        BigDecimal factor = group.signum() == 0 ? BigDecimal.valueOf(open ? 2 : 1) : group;
        if (number.value() >= 1000) {
          total = total.add(factor.multiply(BigDecimal.valueOf(number.value())));
          group = BigDecimal.ZERO;
        } else {
          group = factor.multiply(BigDecimal.valueOf(number.value()));
        }
      }
      any = true;
      i++;
    }
    BigDecimal value = total.add(group);
    if (!any || value.signum() == 0 || value.compareTo(LARGEST) > 0) {
      return Optional.empty();
    }
    return Optional.of(new Amount(i, value, open || vague));
  }

  /**
   * "20 000", "1 500 000": where figures end whose thousands are set apart by blanks. Only round
   * ones count, since "18 155 mm guns" are eighteen.
   */
  private static int endOfThousands(List<String> sentence, int at) {
    int end = at + 1;
    if (sentence.get(at).matches("[1-9]\\d{0,2}")) {
      while (end < sentence.size() && sentence.get(end).matches("\\d{3}")) {
        end++;
      }
    }
    return sentence.get(end - 1).equals("000") ? end : at + 1;
  }

  /** "Half a million", "half a dozen". */
  private Optional<Amount> half(List<String> sentence, int at) {
    if (at + 2 >= sentence.size() || !joined(sentence, at, at + 2).equals("half a")) {
      return Optional.empty();
    }
    return Optional.ofNullable(words.get(sentence.get(at + 2).toLowerCase(Locale.ROOT)))
        .filter(number -> number.part() == Part.SCALE)
        .map(number -> new Amount(at + 3, BigDecimal.valueOf(number.value() / 2), false));
  }

  private boolean isVagueScale(String word) {
    NumberWord number = words.get(word.toLowerCase(Locale.ROOT));
    return number != null && number.part() == Part.VAGUE;
  }

  private long valueOf(String word) {
    NumberWord number = words.get(word.toLowerCase(Locale.ROOT));
    return number == null ? 0 : 2 * number.value();
  }

  private OptionalLong unitValue(String word) {
    NumberWord number = words.get(word.toLowerCase(Locale.ROOT));
    return number != null && number.part() == Part.UNIT
        ? OptionalLong.of(number.value())
        : OptionalLong.empty();
  }

  /** Whether a word may follow "two hundred and": "six", "thirty", "thirty-six". */
  private boolean belowHundred(String word) {
    return unitValue(word).isPresent()
        || compound(word.toLowerCase(Locale.ROOT))
            .filter(value -> value.compareTo(BigDecimal.valueOf(100)) < 0)
            .isPresent();
  }

  /** "twenty-four", "6.7-million". */
  private Optional<BigDecimal> compound(String word) {
    String[] parts = word.split("-");
    if (parts.length != 2) {
      return Optional.empty();
    }
    NumberWord second = words.get(parts[1]);
    if (second == null) {
      return Optional.empty();
    }
    Optional<BigDecimal> figure = figures(parts[0]);
    if (figure.isPresent() && second.part() == Part.SCALE) {
      return Optional.of(figure.get().multiply(BigDecimal.valueOf(second.value())));
    }
    NumberWord first = words.get(parts[0]);
    if (first == null || first.part() != Part.UNIT) {
      return Optional.empty();
    }
    return switch (second.part()) {
      case UNIT -> Optional.of(BigDecimal.valueOf(first.value() + second.value()));
      case SCALE -> Optional.of(BigDecimal.valueOf(first.value() * second.value()));
      case VAGUE, OPEN -> Optional.empty();
    };
  }

  /** Figures with or without separators: "1,200", "6.7", "3bn" without its unit. */
  public static Optional<BigDecimal> figures(String word) {
    if (word.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
      return Optional.of(new BigDecimal(word.replace(",", "")));
    }
    if (word.matches("\\d{1,15}(\\.\\d{1,6})?")) {
      return Optional.of(new BigDecimal(word));
    }
    return Optional.empty();
  }

  private static long whole(BigDecimal value) {
    return value.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
