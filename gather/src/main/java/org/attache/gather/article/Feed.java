package org.attache.gather.article;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a feed leads: RSS, Atom or JSON Feed. A feed with a document type is refused. */
public final class Feed {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_ENTRIES = 1000;

  /** A feed that cannot be read; the message says why. */
  public static final class UnreadableFeedException extends Exception {
    UnreadableFeedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private Feed() {}

  /** Whether bytes look like a feed rather than a page. */
  public static boolean isFeed(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1)
            .toLowerCase(java.util.Locale.ROOT);
    return head.contains("<rss")
        || head.contains("<feed")
        || head.contains("<rdf:rdf")
        || head.contains("jsonfeed.org");
  }

  /**
   * The addresses of the articles that a feed lists, in its order.
   *
   * @param base the feed's own address, against which theirs are resolved
   * @throws UnreadableFeedException where it is malformed, or declares a document type
   */
  public static List<URI> articles(byte[] bytes, URI base) throws UnreadableFeedException {
    String text = new String(bytes, StandardCharsets.UTF_8).stripLeading();
    Stream<String> links = text.startsWith("{") ? ofJson(text) : ofXml(bytes);
    return links
        .flatMap(link -> resolved(base, link).stream())
        .distinct()
        .limit(MOST_ENTRIES)
        .toList();
  }

  /** The feeds that an OPML list names. */
  public static List<URI> listed(String opml) {
    return Jsoup.parse(opml, "", Parser.xmlParser()).getAllElements().stream()
        .filter(element -> element.tagName().equalsIgnoreCase("outline"))
        .map(outline -> outline.attributes().getIgnoreCase("xmlUrl"))
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
        .flatMap(url -> resolved(URI.create("https://unknown.invalid/"), url).stream())
        .distinct()
        .toList();
  }

  private static Optional<URI> resolved(URI base, String link) {
    try {
      URI uri = base.resolve(link.strip());
      return Optional.of(uri)
          .filter(u -> "https".equals(u.getScheme()) || "http".equals(u.getScheme()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Stream<String> ofJson(String text) throws UnreadableFeedException {
    try {
      JsonNode feed = JSON.readTree(text);
      return feed.path("items")
          .valueStream()
          .map(item -> item.path("url").asString(""))
          .filter(url -> !url.isEmpty());
    } catch (JacksonException e) {
      throw new UnreadableFeedException("is no JSON Feed: " + e.getOriginalMessage(), e);
    }
  }

  private static Stream<String> ofXml(byte[] bytes) throws UnreadableFeedException {
    SyndFeedInput input = new SyndFeedInput();
    input.setAllowDoctypes(false);
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes))) {
      return input.build(reader).getEntries().stream()
          .map(SyndEntry::getLink)
          .filter(link -> link != null && !link.isBlank())
          .toList()
          .stream();
    } catch (FeedException | IOException | IllegalArgumentException e) {
      throw new UnreadableFeedException(
          "is no feed that can be read: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
  }
}
