package org.attache.register.exchange.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.attache.register.exchange.page.DealingView.Day;

/** Texts from strangers made fit for a page; escaping is left to the templates. */
final class PlainText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private PlainText() {}

  /**
   * The text in one line; characters that steer something instead of being read are shown as what
   * they are not: readable. Marks of direction stay, and the page keeps each text to itself.
   */
  static String of(String text) {
    return text.replaceAll("[\\n\\r\\t\\u2028\\u2029]+", " ").replaceAll("\\p{Cc}", "\uFFFD");
  }

  /** An address that a page may link to: of the web, and nothing that a browser would run. */
  static Optional<String> link(Optional<String> url) {
    return url.filter(address -> address.matches("(?i)https?://[^\\s\\p{Cc}]+"));
  }

  static Day day(LocalDate day) {
    return new Day(DAY.format(day), day.toString());
  }

  /** "14 May 2025", "March 2023", "2014", "… to …", "since …"; empty where neither is known. */
  static String span(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent()) {
      return span(from.get(), to.get());
    }
    return from.map(day -> "since " + DAY.format(day))
        .or(() -> to.map(day -> "until " + DAY.format(day)))
        .orElse("");
  }

  private static String span(LocalDate from, LocalDate to) {
    YearMonth month = YearMonth.from(from);
    if (from.equals(to)) {
      return DAY.format(from);
    }
    if (from.equals(month.atDay(1)) && to.equals(month.atEndOfMonth())) {
      return MONTH.format(from);
    }
    return from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1))
        ? Integer.toString(from.getYear())
        : DAY.format(from) + " to " + DAY.format(to);
  }

  /** "1 report", "2 reports". */
  static String counted(int number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
