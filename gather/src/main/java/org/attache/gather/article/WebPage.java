package org.attache.gather.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dankito.readability4j.Readability4J;
import org.attache.gather.article.Gathered.Article;
import org.attache.gather.article.Gathered.Fault;
import org.attache.report.CleanText;
import org.attache.triage.Triage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Finds the article in a web page. */
public final class WebPage {
  /** Pages are hardly ever longer; what is, is no article. */
  static final int MOST_BYTES = 10_000_000;

  /**
   * No publisher's page comes near it; the cost of looking for an article grows with its square.
   */
  private static final int DEEPEST = 250;

  private static final int MOST_LINKS = 500;
  private static final int FEWEST_CHARACTERS = 80;

  /** Parts lines while they are gathered; cleaning would drop it from a text. */
  private static final char BREAK = '\u0001';

  private static final String PARAGRAPHS = "p, li, h2, h3, h4, blockquote, pre, td";

  private WebPage() {}

  /**
   * The article of a page.
   *
   * @param name what to call the page
   * @param html its bytes
   * @param charset what the server says of its encoding; the page itself is asked first
   * @param url where it was found
   * @param retrieved when it was fetched
   */
  public static Gathered read(
      String name,
      byte[] html,
      Optional<String> charset,
      Optional<String> url,
      Optional<Instant> retrieved) {
    if (html.length > MOST_BYTES) {
      return new Fault(name, "is longer than 10 MB; give the article alone");
    }
    try {
      Document page = parse(html, charset, url.orElse(""));
      if (depth(page) > DEEPEST) {
        return new Fault(name, "is nested too deep to be an article; give its text instead");
      }
      Metadata metadata = new Metadata(page);
      List<String> links = links(page);
      String text = text(page, url.orElse("https://unknown.invalid/"), metadata);
      if (text.length() < FEWEST_CHARACTERS) {
        return new Fault(name, "holds no article that can be found; give its text instead");
      }
      return new Article(
          name,
          metadata.outlet().or(() -> url.flatMap(WebPage::host)),
          metadata.title(),
          metadata.published(),
          url,
          metadata.address(),
          metadata.language(),
          retrieved,
          text,
          links);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new Fault(
          name,
          "is a page that cannot be read (" + e.getClass().getSimpleName() + "); give its text");
    }
  }

  private static Document parse(byte[] html, Optional<String> charset, String url)
      throws IOException {
    String known =
        charset
            .filter(
                label -> {
                  try {
                    return java.nio.charset.Charset.isSupported(label);
                  } catch (java.nio.charset.IllegalCharsetNameException e) {
                    return false;
                  }
                })
            .orElse(null);
    Document page = Jsoup.parse(new ByteArrayInputStream(html), null, url);
    boolean misread =
        page.charset().equals(java.nio.charset.StandardCharsets.UTF_8)
            && page.text().indexOf('\uFFFD') >= 0;
    return misread && known != null
        ? Jsoup.parse(new ByteArrayInputStream(html), known, url)
        : page;
  }

  private static int depth(Document page) {
    int[] deepest = {0};
    page.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth));
    return deepest[0];
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> links(Document page) {
    return page.select("a[href]").stream()
        .map(link -> link.absUrl("href"))
        .filter(link -> link.startsWith("http"))
        .distinct()
        .limit(MOST_LINKS)
        .toList();
  }

  /** Headline first, a paragraph a line. */
  private static String text(Document page, String url, Metadata metadata) {
    List<String> lines = new ArrayList<>();
    metadata.title().ifPresent(lines::add);
    Element content = new Readability4J(url, page.outerHtml()).parse().getArticleContent();
    if (content != null) {
      for (Element paragraph : content.select(PARAGRAPHS)) {
        boolean outer = paragraph.select(PARAGRAPHS).size() > 1;
        for (String text : outer ? List.<String>of() : lines(paragraph)) {
          if (!text.isEmpty() && !lines.contains(text)) {
            lines.add(text);
          }
        }
      }
      if (lines.size() < 2) {
        lines.addAll(lines(content));
      }
    }
    return CleanText.of(String.join("\n", lines)).text();
  }

  /** The text of an element, in as many lines as it has parts that no line runs over. */
  private static List<String> lines(Element element) {
    boolean one =
        element.getAllElements().stream()
            .skip(1)
            .noneMatch(inner -> Triage.lineBreaks().contains(inner.normalName()));
    if (one) {
      return List.of(element.text().strip());
    }
    StringBuilder text = new StringBuilder();
    element.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.getWholeText().replace(BREAK, ' '));
            }
            part(node);
          }

          @Override
          public void tail(Node node, int depth) {
            part(node);
          }

          private void part(Node node) {
            if (Triage.lineBreaks().contains(node.normalName())) {
              text.append(BREAK);
            } else if (node.nameIs("br")) {
              text.append(' ');
            }
          }
        });
    return Stream.of(text.toString().split(String.valueOf(BREAK), -1))
        .map(line -> line.replaceAll("[\\s\\u00A0]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
