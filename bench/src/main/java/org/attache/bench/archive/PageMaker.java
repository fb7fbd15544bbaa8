package org.attache.bench.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.attache.bench.press.InventedPress;
import org.attache.bench.press.InventedPress.Piece;

/**
 * Makes a web page of a report, with what news sites put around a text: styles, scripts, menus,
 * drawings, lists of other reports of the section; 50 to 150 kB in all.
 */
public final class PageMaker {
  private static final int BLOCKS = 32;
  private static final int LEAST_BYTES = 50_000;
  private static final int MORE_BYTES = 100_000;
  private static final int TEASERS = 12;
  private static final List<String> PROPERTIES =
      List.of("margin", "padding", "color", "display", "font-size", "border", "width", "flex");
  private static final List<String> CALLS =
      List.of("push", "map", "filter", "forEach", "call", "bind", "apply", "then");
  private static final List<String> MENU =
      List.of(
          "Home",
          "World",
          "Politics",
          "Business",
          "Sport",
          "Weather",
          "Culture",
          "Travel",
          "Video",
          "Podcasts",
          "Newsletters",
          "Subscribe",
          "Sign in");

  private final InventedPress press;
  private final List<String> styles = new ArrayList<>();
  private final List<String> scripts = new ArrayList<>();
  private final List<String> drawings = new ArrayList<>();

  /** A maker of pages for a press; the same seed makes the same blocks around the texts. */
  public PageMaker(InventedPress press, long seed) {
    this.press = press;
    Random random = new Random(seed);
    for (int i = 0; i < BLOCKS; i++) {
      styles.add(style(random));
      scripts.add(script(random));
      drawings.add(drawing(random));
    }
  }

  /** Where a report's page is. */
  static String url(Piece piece) {
    return "https://news.example/" + piece.section() + "/" + piece.number();
  }

  /** A report's page, of 50 to 150 kB. */
  public String page(Piece piece) {
    Random random = new Random(piece.number());
    int size = LEAST_BYTES + random.nextInt(MORE_BYTES);
    StringBuilder page = new StringBuilder(size + 20_000);
    head(piece, page);
    menu(page);
    page.append("<main class=\"l-main\"><article class=\"story\" itemscope><header><h1>")
        .append(escaped(piece.title()))
        .append("</h1><div class=\"byline\">By our staff</div></header>\n")
        .append("<div class=\"story-body\" data-component=\"text-block\">\n");
    for (String paragraph : piece.paragraphs()) {
      page.append("<p class=\"story-p css-1q2w3e\">")
          .append(linked(paragraph, random))
          .append("</p>\n");
    }
    page.append("</div></article>");
    teasers(piece, random, page);
    page.append("</main>");
    while (page.length() < size) {
      filling(random, page);
    }
    return page.append(
            "<footer><ul><li><a href=\"/terms\">Terms of use</a></li><li><a href=\"/privacy\">Privacy"
                + "</a></li><li><a href=\"/contact\">Contact</a></li></ul><small>&copy; 2025 ")
        .append(piece.outlet())
        .append("</small></footer></body></html>\n")
        .toString();
  }

  private void head(Piece piece, StringBuilder page) {
    String title = escaped(piece.title());
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>")
        .append(title)
        .append("</title>\n<link rel=\"canonical\" href=\"")
        .append(url(piece))
        .append("\">\n<meta property=\"og:title\" content=\"")
        .append(title)
        .append("\">\n<meta property=\"og:site_name\" content=\"")
        .append(piece.outlet())
        .append("\">\n<meta property=\"article:published_time\" content=\"")
        .append(piece.published())
        .append(
            "T08:00:00Z\">\n<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",")
        .append("\"@type\":\"NewsArticle\",\"headline\":\"")
        .append(piece.title().replace("\"", "\\\""))
        .append("\",\"datePublished\":\"")
        .append(piece.published())
        .append("\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"")
        .append(piece.outlet())
        .append("\"}}</script>\n<style>")
        .append(styles.get((int) (piece.number() % BLOCKS)))
        .append("</style></head><body class=\"page page--story\">\n");
  }

  private static void menu(StringBuilder page) {
    page.append("<header class=\"masthead\"><nav><ul>");
    for (String entry : MENU) {
      page.append("<li><a class=\"nav-link\" href=\"/")
          .append(entry.toLowerCase(Locale.ROOT))
          .append("\">")
          .append(entry)
          .append("</a></li>");
    }
    page.append("</ul></nav></header>\n");
  }

  private void teasers(Piece piece, Random random, StringBuilder page) {
    page.append("<aside class=\"more\"><h2>More in this section</h2><ul>");
    for (int i = 0; i < TEASERS; i++) {
      page.append("<li class=\"teaser\"><a href=\"/")
          .append(piece.section())
          .append('/')
          .append(random.nextInt(100_000))
          .append("\"><img src=\"/img/")
          .append(random.nextInt(100_000))
          .append(".jpg\" alt=\"\" loading=\"lazy\"><h3>")
          .append(escaped(press.headline(piece.section(), random)))
          .append("</h3></a></li>\n");
    }
    page.append("</ul></aside>\n");
  }

  private void filling(Random random, StringBuilder page) {
    switch (random.nextInt(4)) {
      case 0 -> page.append("<style>").append(any(styles, random)).append("</style>\n");
      case 1 -> page.append(any(drawings, random)).append('\n');
      default -> page.append("<script>").append(any(scripts, random)).append("</script>\n");
    }
  }

  private static String any(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** Now and then a word of a text leads elsewhere. */
  private static String linked(String paragraph, Random random) {
    String text = escaped(paragraph);
    int blank = text.indexOf(' ', random.nextInt(text.length()));
    int next = blank < 0 ? -1 : text.indexOf(' ', blank + 1);
    if (next < 0 || random.nextInt(3) > 0) {
      return text;
    }
    return text.substring(0, blank + 1)
        + "<a href=\"https://news.example/topic/"
        + random.nextInt(5000)
        + "?utm_source=story&amp;utm_medium=inline\" class=\"inline-link\">"
        + text.substring(blank + 1, next)
        + "</a>"
        + text.substring(next);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("'", "&#x27;");
  }

  private static String style(Random random) {
    StringBuilder style = new StringBuilder();
    while (style.length() < 9_000) {
      style
          .append(".css-")
          .append(Integer.toString(random.nextInt(1 << 30), 36))
          .append(random.nextBoolean() ? ">a:hover" : " .inner")
          .append('{');
      for (int i = 0; i < 4; i++) {
        style
            .append(any(PROPERTIES, random))
            .append(':')
            .append(random.nextInt(64))
            .append(random.nextBoolean() ? "px;" : "rem;");
      }
      style.append("}@media(min-width:").append(random.nextInt(2000)).append("px){.a{top:0}}");
    }
    return style.toString();
  }

  private static String script(Random random) {
    StringBuilder script = new StringBuilder("(function(){\"use strict\";");
    while (script.length() < 12_000) {
      script
          .append("var ")
          .append(Integer.toString(random.nextInt(1 << 28), 36).replaceAll("^\\d+", "v"))
          .append("=function(e,t){return e&&t<")
          .append(random.nextInt(999))
          .append("?e.")
          .append(any(CALLS, random))
          .append("(function(n){return n.id===\"")
          .append(Long.toString(random.nextLong() >>> 1, 36))
          .append("\"}):t};window.__cfg[\"")
          .append(Integer.toString(random.nextInt(1 << 30), 36))
          .append("\"]={\"enabled\":")
          .append(random.nextBoolean())
          .append(",\"slot\":\"ad-")
          .append(random.nextInt(99))
          .append("\"};");
    }
    return script.append("})();").toString();
  }

  private static String drawing(Random random) {
    StringBuilder drawing =
        new StringBuilder("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M0 0");
    while (drawing.length() < 3_000) {
      drawing
          .append(random.nextBoolean() ? 'c' : 'l')
          .append(random.nextInt(24))
          .append('.')
          .append(random.nextInt(100))
          .append(' ')
          .append(random.nextInt(24));
    }
    return drawing.append("\"/></svg>").toString();
  }
}
