package org.attache.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attache.report.Report;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The invented stories of the project, and archives made of them. */
final class Samples {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Samples() {}

  /** All of them, by name. */
  static List<Report> reports() {
    Path folder = Path.of("..", "samples", "stories").toAbsolutePath().normalize();
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(Samples::report)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Report report(Path text) {
    try {
      JsonNode head =
          JSON.readTree(Files.readString(Path.of(text.toString().replaceAll("txt$", "json"))))
              .path("report");
      return new Report(
          head.path("outlet").asString(),
          Optional.of(head.path("title").asString()),
          Optional.of(head.path("published").asString()).map(LocalDate::parse),
          Optional.of(head.path("url").asString()),
          Files.readString(text).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A report as a line of JSON. */
  static String line(Report report) {
    return JSON.writeValueAsString(
        JSON.createObjectNode()
            .put("outlet", report.outlet())
            .put("title", report.headline())
            .put("published", report.published().map(LocalDate::toString).orElse(null))
            .put("url", report.url().orElse(null))
            .put("text", report.text()));
  }

  /** Reports as JSON lines. */
  static String lines(List<Report> reports) {
    return reports.stream().map(Samples::line).collect(Collectors.joining("\n", "", "\n"));
  }

  /** Reports as a packed web archive; before each an answer that is no page. */
  static byte[] archive(List<Report> reports) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP)) {
      for (Report report : reports) {
        String url = report.url().orElseThrow();
        writer.write(answer(url + "/missing", 404, "text/html", "<html>gone</html>"));
        writer.write(answer(url + "/map.svg", 200, "image/svg+xml", "<svg/>"));
        writer.write(answer(url, 200, "text/html; charset=utf-8", page(report)));
      }
    }
    return out.toByteArray();
  }

  private static WarcResponse answer(String url, int status, String type, String content)
      throws IOException {
    byte[] body = content.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.write(
        new HttpResponse.Builder(status, "OK")
            .addHeader("Content-Type", type)
            .addHeader("Content-Length", Integer.toString(body.length))
            .build()
            .serializeHeader());
    answer.write(body);
    return new WarcResponse.Builder(URI.create(url))
        .date(Instant.parse("2026-01-01T00:00:00Z"))
        .body(MediaType.HTTP_RESPONSE, answer.toByteArray())
        .build();
  }

  private static String page(Report report) {
    String paragraphs =
        report
            .text()
            .lines()
            .skip(1)
            .map(line -> "<p>" + line.replace("&", "&amp;").replace("<", "&lt;") + "</p>")
            .collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT,
        """
        <!DOCTYPE html>
        <html lang="en"><head><title>%1$s</title>
        <meta property="og:site_name" content="%2$s">
        <meta property="article:published_time" content="%3$s">
        </head><body><article><h1>%1$s</h1>
        %4$s
        </article></body></html>
        """,
        report.headline(),
        report.outlet(),
        report.published().map(LocalDate::toString).orElse(""),
        paragraphs);
  }
}
