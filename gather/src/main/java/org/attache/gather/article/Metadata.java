package org.attache.gather.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says of itself: in JSON-LD (schema.org's NewsArticle and its like), in OpenGraph and
 * other meta elements, in {@code <time>} and {@code <link>}; the first that says something counts.
 */
final class Metadata {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DEEPEST = 6;

  private static final Set<String> ARTICLES =
      Set.of(
          "Article",
          "NewsArticle",
          "ReportageNewsArticle",
          "BlogPosting",
          "Report",
          "WebPage",
          "LiveBlogPosting",
          "AnalysisNewsArticle",
          "PressRelease");

  private final Document page;
  private final List<JsonNode> articles = new ArrayList<>();

  Metadata(Document page) {
    this.page = page;
    for (Element script : page.select("script[type=application/ld+json]")) {
      json(script.data()).ifPresent(node -> collect(node, 0));
    }
  }

  /** A page whose JSON-LD is broken says the same elsewhere, as a rule. */
  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private void collect(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, depth + 1));
    } else if (node.isObject()) {
      JsonNode type = node.path("@type");
      boolean article =
          type.isArray()
              ? type.valueStream().anyMatch(t -> ARTICLES.contains(t.asString()))
              : ARTICLES.contains(type.asString(""));
      if (article) {
        articles.add(node);
      }
      collect(node.path("@graph"), depth + 1);
    }
  }

  Optional<String> title() {
    return first(
        List.of(
            linked(node -> text(node.path("headline"))),
            meta("og:title"),
            meta("twitter:title"),
            Optional.of(page.title())));
  }

  Optional<String> outlet() {
    return first(
        List.of(
            linked(node -> text(node.path("publisher").path("name"))),
            meta("og:site_name"),
            meta("application-name"),
            meta("publisher")));
  }

  Optional<LocalDate> published() {
    return Stream.of(
            linked(node -> text(node.path("datePublished"))),
            meta("article:published_time"),
            meta("datePublished"),
            meta("date"),
            meta("DC.date.issued"),
            meta("parsely-pub-date"),
            Optional.ofNullable(page.selectFirst("time[datetime]"))
                .map(time -> time.attr("datetime")))
        .flatMap(Optional::stream)
        .flatMap(text -> day(text).stream())
        .findFirst();
  }

  Optional<String> address() {
    return first(
            List.of(
                Optional.ofNullable(page.selectFirst("link[rel=canonical]"))
                    .map(
                        link ->
                            link.absUrl("href").isEmpty()
                                ? link.attr("href")
                                : link.absUrl("href")),
                meta("og:url")))
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"));
  }

  String language() {
    return first(
            List.of(
                Optional.ofNullable(page.selectFirst("html[lang]")).map(html -> html.attr("lang")),
                linked(node -> text(node.path("inLanguage"))),
                meta("og:locale"),
                meta("content-language")))
        .map(tag -> tag.replace('_', '-'))
        .filter(tag -> tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
        .orElse("und");
  }

  private Optional<String> linked(Function<JsonNode, Optional<String>> read) {
    return articles.stream().map(read).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> meta(String name) {
    return page.select("meta").stream()
        .filter(
            meta ->
                meta.attr("property").equalsIgnoreCase(name)
                    || meta.attr("name").equalsIgnoreCase(name)
                    || meta.attr("itemprop").equalsIgnoreCase(name)
                    || meta.attr("http-equiv").equalsIgnoreCase(name))
        .map(meta -> meta.attr("content").strip())
        .filter(content -> !content.isEmpty())
        .findFirst();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.stringValue().strip()) : Optional.empty();
  }

  /** The day of "2025-05-14", "2025-05-14T09:30:00+02:00" and their like, as the place has it. */
  static Optional<LocalDate> day(String text) {
    String stripped = text.strip();
    try {
      return Optional.of(OffsetDateTime.parse(stripped).toLocalDate());
    } catch (DateTimeException e) {
      return dayAtStart(stripped);
    }
  }

  private static Optional<LocalDate> dayAtStart(String text) {
    if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> first(List<Optional<String>> values) {
    return values.stream().flatMap(Optional::stream).filter(value -> !value.isBlank()).findFirst();
  }
}
