package org.attache.register.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.attache.report.Report;

/**
 * A report on its way into the register.
 *
 * @param report what was published
 * @param address the canonical URL, where the page names one: versions of one article share it
 * @param language its language, as a BCP 47 tag; "und" where that is not known
 * @param english whether it can be read
 * @param retrieved when it was fetched, or written to the file that it comes from
 * @param name the file, or the place in an archive, that it comes from
 * @param links where it links to
 */
public record Arrival(
    Report report,
    Optional<String> address,
    String language,
    boolean english,
    Instant retrieved,
    String name,
    List<String> links) {
  /** Keeps a copy. */
  public Arrival {
    links = List.copyOf(links);
  }

  /** What it is known by: its text, and where it was published. */
  public String key() {
    return Hashes.key(report.text(), where().orElse(""), report.outlet());
  }

  /** The URL that versions of it share. */
  public Optional<String> where() {
    return address.or(report::url);
  }

  /** When it was published; when it was retrieved, where that is not known. */
  public LocalDate day() {
    return report.published().orElseGet(() -> LocalDate.ofInstant(retrieved, ZoneOffset.UTC));
  }
}
