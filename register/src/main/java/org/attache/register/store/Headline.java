package org.attache.register.store;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a list says of a report; its text is left where it is.
 *
 * @param key what the report is known by
 * @param outlet who published it
 * @param title its headline
 * @param url where it can be read
 * @param day when it was published; when it was retrieved, where that is not known
 * @param current whether no newer version supersedes it
 * @param story the key of the first report of which it is a copy; its own where it is none
 */
public record Headline(
    String key,
    String outlet,
    String title,
    Optional<String> url,
    LocalDate day,
    boolean current,
    String story) {
  /** That of a report. */
  public static Headline of(KeptReport report) {
    return new Headline(
        report.key(),
        report.report().outlet(),
        report.report().headline(),
        report.report().url(),
        report.day(),
        report.current(),
        report.story());
  }
}
