package org.attache.register.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attache.report.Report;

/**
 * A report in the register.
 *
 * @param key what it is known by
 * @param report the report
 * @param day the day that it counts as published
 * @param language its language, as a BCP 47 tag
 * @param current whether no newer version supersedes it
 * @param story the key of the first report of which it is a copy; its own where it is none
 * @param reader the version of the reader that read it; none where nobody did
 * @param name the file or place that it comes from
 * @param claims how many claims of it count
 * @param links where it links to
 */
public record KeptReport(
    String key,
    Report report,
    LocalDate day,
    String language,
    boolean current,
    String story,
    Optional<String> reader,
    String name,
    int claims,
    List<String> links) {
  /** Keeps a copy. */
  public KeptReport {
    links = List.copyOf(links);
  }
}
