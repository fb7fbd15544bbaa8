package org.attache.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.attache.claim.Claim;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.claim.Withheld;
import org.attache.equipment.Item;
import org.attache.money.Value;
import org.attache.party.Party;
import org.attache.quantity.Quantity;
import org.attache.source.Source;
import org.attache.time.Interval;

/** Puts the fields of a claim into plain words. */
public final class ClaimWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private ClaimWords() {}

  /** "Sweden → Chile", "Iran – Russia"; a side that the report leaves out is "?". */
  public static String sides(Claim claim) {
    if (!claim.participants().isEmpty()) {
      return claim.participants().stream().map(Party::name).collect(Collectors.joining(" – "));
    }
    if (claim.supplier().isEmpty() && claim.recipient().isEmpty()) {
      return "?";
    }
    return side(claim.supplier()) + " → " + side(claim.recipient());
  }

  private static String side(Optional<Party> party) {
    return party.map(Party::name).orElse("?");
  }

  /** "24 Gripen E fighters, RBS-15 anti-ship missiles"; the kind where no item says it. */
  public static String subject(Claim claim) {
    String items = claim.items().stream().map(ClaimWords::item).collect(Collectors.joining(", "));
    String kind =
        switch (claim.kind()) {
          case ARMS_TRANSFER -> items.isEmpty() ? "arms" : "";
          case SERVICE -> "service";
          case MILITARY_COOPERATION -> "military cooperation";
          case TRADE -> "trade";
          case RELATIONS -> "relations";
          case RESTRICTION -> "restriction";
        };
    return kind.isEmpty() ? items : items.isEmpty() ? kind : kind + " (" + items + ")";
  }

  private static String item(Item item) {
    String words =
        item.designation()
            .filter(
                name ->
                    !item.text().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
            .map(name -> item.text() + " [" + name + "]")
            .orElse(item.text());
    return item.quantity()
        .map(quantity -> range(quantity, ClaimWords::grouped))
        .filter(number -> !List.of(item.text().split("[^\\d,]+", -1)).contains(number))
        .map(number -> words + " (" + number + ")")
        .orElse(words);
  }

  /** "agreed", "probably delivered", "denied: ordered". */
  public static String standing(Claim claim) {
    String certainty =
        switch (claim.certainty()) {
          case CERTAIN -> "";
          case PROBABLE -> "probably ";
          case POSSIBLE -> "possibly ";
        };
    return (claim.polarity() == Polarity.DENIED ? "denied: " : "")
        + certainty
        + stage(claim.stage());
  }

  private static String stage(Stage stage) {
    return stage.code().replace('-', ' ');
  }

  /** What else is said of it: "March 2023", "USD 634 million", "quantity withheld". */
  public static List<String> circumstances(Claim claim) {
    List<String> words = new ArrayList<>();
    claim.when().map(ClaimWords::time).ifPresent(words::add);
    claim.value().map(ClaimWords::value).ifPresent(words::add);
    if (!claim.withheld().isEmpty()) {
      words.add(
          claim.withheld().stream()
                  .map(Withheld::code)
                  .sorted()
                  .collect(Collectors.joining(" and "))
              + " withheld");
    }
    return words;
  }

  /**
   * "14 May 2025", "March 2023", "2014", "from … to …"; the report's own words where no day is
   * known.
   */
  public static String time(Interval interval) {
    if (interval.from().isPresent() && interval.to().isPresent()) {
      return days(interval.from().get(), interval.to().get());
    }
    return interval
        .from()
        .map(from -> "since " + DAY.format(from))
        .or(() -> interval.to().map(to -> "until " + DAY.format(to)))
        .orElse("“" + interval.text() + "”");
  }

  private static String days(LocalDate from, LocalDate to) {
    YearMonth first = YearMonth.from(from);
    YearMonth last = YearMonth.from(to);
    boolean wholeMonths = from.getDayOfMonth() == 1 && to.equals(last.atEndOfMonth());
    if (from.equals(to)) {
      return DAY.format(from);
    }
    if (wholeMonths && first.equals(last)) {
      return MONTH.format(first);
    }
    if (wholeMonths && first.getMonthValue() == 1 && last.getMonthValue() == 12) {
      return first.getYear() == last.getYear()
          ? String.valueOf(first.getYear())
          : first.getYear() + "–" + last.getYear();
    }
    return wholeMonths
        ? MONTH.format(first) + " to " + MONTH.format(last)
        : DAY.format(from) + " to " + DAY.format(to);
  }

  private static String value(Value value) {
    return value.currency() + " " + range(value.amount(), ClaimWords::rounded);
  }

  private static String range(Quantity quantity, LongFunction<String> write) {
    OptionalLong min = quantity.min();
    OptionalLong max = quantity.max();
    if (min.isPresent() && max.isPresent()) {
      String least = write.apply(min.getAsLong());
      return min.getAsLong() == max.getAsLong()
          ? least
          : least + "–" + write.apply(max.getAsLong());
    }
    return min.isPresent()
        ? "at least " + write.apply(min.getAsLong())
        : "up to " + write.apply(max.orElseThrow());
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String rounded(long number) {
    if (number >= 1_000_000_000) {
      return scaled(number, 9) + " billion";
    }
    return number >= 1_000_000 ? scaled(number, 6) + " million" : grouped(number);
  }

  private static String scaled(long number, int digits) {
    return BigDecimal.valueOf(number, digits).stripTrailingZeros().toPlainString();
  }

  /** Who says it: "Maja Lindqvist, coordinator of Swedish arms exports". */
  public static String asserter(Claim claim) {
    return claim.attribution().size() == 1
        ? name(claim.asserter()) + " itself"
        : name(claim.asserter());
  }

  /** When and where it is said: ", on 12 May 2025, via Sputnik, in Al Mayadeen". */
  public static String way(Claim claim) {
    List<Source> chain = claim.attribution();
    StringBuilder words = new StringBuilder();
    claim.asserter().on().ifPresent(on -> words.append(statementDay(on)));
    if (chain.size() > 1) {
      for (Source link : chain.subList(1, chain.size() - 1).reversed()) {
        words.append(", via ").append(name(link));
      }
      words.append(", in ").append(name(chain.getFirst()));
    }
    return words.toString();
  }

  private static String statementDay(Interval on) {
    if (on.from().isEmpty() && on.to().isEmpty()) {
      return "";
    }
    return (on.from().equals(on.to()) ? ", on " : ", in ") + time(on);
  }

  /** "Maja Lindqvist, coordinator of Swedish arms exports", "a senior official". */
  public static String name(Source source) {
    return source
        .name()
        .map(name -> source.role().map(role -> name + ", " + role).orElse(name))
        .or(source::role)
        .orElse("someone unnamed");
  }
}
