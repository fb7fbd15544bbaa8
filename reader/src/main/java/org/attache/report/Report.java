package org.attache.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One published text, cleaned.
 *
 * @param outlet the outlet that published it
 * @param title the headline, where one is known apart from the text
 * @param published the day of publication, where it is known
 * @param url where it was published, where that is known
 * @param text the cleaned text, headline first, a paragraph a line; all offsets point into it
 */
public record Report(
    String outlet,
    Optional<String> title,
    Optional<LocalDate> published,
    Optional<String> url,
    String text) {
  /** Refuses a report of no outlet and one that says nothing. */
  public Report {
    if (outlet.isBlank()) {
      throw new IllegalArgumentException("a report needs an outlet");
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("a report needs a text");
    }
  }

  /** The headline: the one known apart from the text, or the text's first line. */
  public String headline() {
    return title.orElseGet(() -> text.strip().lines().findFirst().orElseThrow());
  }
}
