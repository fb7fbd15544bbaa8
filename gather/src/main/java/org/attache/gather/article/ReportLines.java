package org.attache.gather.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.attache.gather.article.Gathered.Article;
import org.attache.gather.article.Gathered.Fault;
import org.attache.report.CleanText;
import org.jsoup.Jsoup;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports as JSON lines: objects with outlet, title, published, url and text, by themselves or
 * under "report"; and ninjs items of the IPTC, of which withheld and cancelled ones are passed
 * over.
 */
final class ReportLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Characters; a line without end must not fill the memory. */
  private static final int LONGEST_LINE = 8 << 20;

  private ReportLines() {}

  /**
   * Reads line by line.
   *
   * @param written when the lines got here: the day of those that have none of their own
   */
  static void read(
      String name, BufferedReader lines, Optional<Instant> written, Consumer<Gathered> to)
      throws IOException {
    int number = 0;
    StringBuilder line = new StringBuilder();
    while (next(lines, line)) {
      number++;
      if (line.length() > LONGEST_LINE) {
        to.accept(
            new Fault(
                name + ":" + number,
                "is longer than " + LONGEST_LINE + " characters; give one report a line"));
      } else if (!line.toString().isBlank()) {
        to.accept(one(name + ":" + number, line.toString(), written));
      }
    }
  }

  /**
   * Reads the next line, of a line that is too long no more than shows it.
   *
   * @return whether there is one
   */
  private static boolean next(BufferedReader lines, StringBuilder line) throws IOException {
    line.setLength(0);
    int unit = lines.read();
    if (unit < 0) {
      return false;
    }
    for (; unit >= 0 && unit != '\n'; unit = lines.read()) {
      if (line.length() <= LONGEST_LINE) {
        line.append((char) unit);
      }
    }
    return true;
  }

  /** The report of one line. */
  static Gathered one(String name, String line, Optional<Instant> written) {
    try {
      JsonNode node = JSON.readTree(line);
      JsonNode report = node.path("report").isObject() ? node.path("report") : node;
      return report.has("uri") || report.has("body_text") || report.has("body_html")
          ? ninjs(name, report, written)
          : plain(name, report, written);
    } catch (JacksonException e) {
      return new Fault(name, "is no JSON: " + first(e.getOriginalMessage()) + "; correct the line");
    } catch (IllegalArgumentException e) {
      return new Fault(name, "holds no report: " + first(String.valueOf(e.getMessage())));
    }
  }

  private static String first(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("\\s*[(\\[](?:start marker|Source:|at \\[).*", "");
  }

  private static Gathered plain(String name, JsonNode report, Optional<Instant> written) {
    return article(
        name,
        written,
        text(report, "outlet"),
        text(report, "title"),
        text(report, "published"),
        text(report, "url"),
        text(report, "language").orElse("und"),
        text(report, "text").orElse(""));
  }

  private static Gathered ninjs(String name, JsonNode item, Optional<Instant> written) {
    String status = text(item, "pubstatus").orElse("usable");
    if (!status.equals("usable")) {
      return new Fault(name, "is " + status + " by its agency, and left out");
    }
    String body =
        text(item, "body_text")
            .or(
                () ->
                    text(item, "body_html")
                        .map(html -> String.join("\n", Jsoup.parse(html).select("p").eachText())))
            .orElse("");
    Optional<String> headline = text(item, "headline");
    return article(
        name,
        written,
        text(item, "copyrightholder"),
        headline,
        text(item, "versioncreated"),
        text(item, "uri").filter(uri -> uri.startsWith("http")),
        text(item, "language").orElse("und"),
        headline.map(title -> title + "\n").orElse("") + body);
  }

  private static Gathered article(
      String name,
      Optional<Instant> retrieved,
      Optional<String> outlet,
      Optional<String> title,
      Optional<String> published,
      Optional<String> url,
      String language,
      String text) {
    List<String> links = new ArrayList<>();
    String clean = CleanText.of(text).text();
    if (clean.isBlank()) {
      return new Fault(name, "holds no text; give a report's text under 'text'");
    }
    return new Article(
        name,
        outlet,
        title,
        published.flatMap(Metadata::day),
        url,
        Optional.empty(),
        language,
        retrieved,
        clean,
        links);
  }

  private static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() && !value.stringValue().isBlank()
        ? Optional.of(value.stringValue())
        : Optional.empty();
  }
}
