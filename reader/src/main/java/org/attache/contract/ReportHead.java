package org.attache.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.attache.report.UnreadableReportException;
import org.attache.report.UnreadableReportException.Fault;
import tools.jackson.databind.JsonNode;

/**
 * What is known of a report beside its text.
 *
 * @param outlet the outlet that published it
 * @param title its headline
 * @param published the day of publication
 * @param url where it was published
 */
public record ReportHead(
    Optional<String> outlet,
    Optional<String> title,
    Optional<LocalDate> published,
    Optional<String> url) {
  /** A head that knows nothing. */
  public static final ReportHead UNKNOWN =
      new ReportHead(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * What the file {@code NAME.json} beside a text {@code NAME.txt} says under "report"; nothing
   * else in it is looked at. Where there is no such file, nothing is known.
   *
   * @throws UnreadableReportException where that file is malformed
   */
  public static ReportHead beside(Path text) throws UnreadableReportException {
    String name = String.valueOf(text.getFileName());
    int dot = name.lastIndexOf('.');
    Path file = text.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".json");
    if (file.equals(text) || !Files.isRegularFile(file)) {
      return UNKNOWN;
    }
    try {
      return read(Json.parse(Files.readString(file)).path("report"));
    } catch (ContractException | IOException e) {
      throw new UnreadableReportException(
          Fault.BAD_HEAD,
          text.toString(),
          file + " beside it cannot be used: " + e.getMessage() + "; correct or remove that file");
    }
  }

  private static ReportHead read(JsonNode report) {
    Optional<String> published = filled(report, "published");
    try {
      return new ReportHead(
          filled(report, "outlet"),
          filled(report, "title"),
          published.map(LocalDate::parse),
          filled(report, "url"));
    } catch (DateTimeParseException e) {
      throw new ContractException(
          "'published' is no date like 2025-05-14: " + published.orElse(""), e);
    }
  }

  private static Optional<String> filled(JsonNode report, String key) {
    return Json.text(report, key).filter(text -> !text.isBlank());
  }

  /** This head, with what it does not know taken from another. */
  public ReportHead or(ReportHead other) {
    return new ReportHead(
        outlet.or(other::outlet),
        title.or(other::title),
        published.or(other::published),
        url.or(other::url));
  }
}
