package org.attache.desk.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts from strangers made fit for a page; escaping is left to the templates. */
final class Plain {
  /** Longer headlines and names are no help to anybody. */
  static final int LINE = 240;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u2028\\u2029]+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s\\p{Cc}]{1,2000}");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

  private Plain() {}

  /** In one line, without characters that steer something instead of being read. */
  static String line(String text) {
    return cut(
        isLine(text)
            ? text
            : CONTROL.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("\uFFFD").strip(),
        LINE);
  }

  /** Whether a text is in one line already, as nearly all are: a page holds thousands of them. */
  private static boolean isLine(String text) {
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c > ' ' && c < '\u007F' || Character.isLetterOrDigit(c);
      if (!plain && (c != ' ' && c != '→' && c != '–' && c != '’' || c == ' ' && blank)) {
        return false;
      }
      blank = c == ' ';
    }
    return !blank || text.isEmpty();
  }

  /** Its beginning, where it is longer. */
  static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, cutAt(text, most))) + " …";
  }

  private static int cutAt(String text, int most) {
    return text.codePointCount(
        0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  /** An address that a page may link to: of the web, and nothing that a browser would run. */
  static Optional<String> link(Optional<String> url) {
    return url.filter(address -> LINK.matcher(address).matches());
  }

  /** "14 May 2025". */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** "1 report", "2,000 reports". */
  static String counted(int number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** "2,000". */
  static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** As a part of an address. */
  static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** "under way". */
  static String words(String code) {
    return code.replace('-', ' ');
  }

  /** "Under way". */
  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
