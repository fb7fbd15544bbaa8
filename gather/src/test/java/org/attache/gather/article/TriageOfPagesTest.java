package org.attache.gather.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.attache.lexicon.Tables;
import org.attache.report.Report;
import org.attache.triage.Triage;
import org.junit.jupiter.api.Test;

/** A page whose article may hold a claim is never passed over, however it is written. */
class TriageOfPagesTest {
  private static final Triage TRIAGE = new Triage(Tables.builtIn());

  /** What stands around an article; nothing of it is a seat of a dealing. */
  private static final String MENU =
      "<nav><ul><li><a href='/world'>World</a></li><li><a href='/sport'>Sport</a></li></ul></nav>";

  @Test
  void pages_of_the_corpus_are_let_through_whatever_their_markup() throws IOException {
    List<String> texts = texts(Path.of("../corpus/train"));
    assertThat(texts).hasSizeGreaterThan(150);
    int held = 0;
    for (int seed = 0; seed < texts.size(); seed++) {
      Random random = new Random(seed);
      String page = page(texts.get(seed), random);
      if (mayHoldWhenRead(page)) {
        held++;
        assertThat(TRIAGE.mayHold(page.getBytes(StandardCharsets.UTF_8)))
            .as("seed %d: %s", seed, page)
            .isTrue();
      }
    }
    assertThat(held).isGreaterThan(150);
  }

  @Test
  void a_single_seat_is_found_whatever_its_markup() {
    List<String> seats =
        List.of(
            "Türkiye has delivered six Bayraktar TB2 drones to Mali.",
            "São Tomé's government ordered two Su-35 jets, it said.",
            "The United States imposed sanctions on Iran; nobody else followed.",
            "\"Côte d’Ivoire bought AN/APG-68(V)9 radars\" in the U.S. last year.");
    int held = 0;
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      String text =
          "A quiet day in the valley\n"
              + "The farmers of the valley were glad of the rain that fell through the night, and said so.\n"
              + seats.get(seed % seats.size())
              + "\nThe old mill, which has stood beside the river since anyone can think, is to be painted.\n"
              + "Visitors are welcome, said the miller, who lives there with a goose and two cats.\n";
      String page = page(text, random);
      if (mayHoldWhenRead(page)) {
        held++;
        assertThat(TRIAGE.mayHold(page.getBytes(StandardCharsets.UTF_8)))
            .as("seed %d: %s", seed, page)
            .isTrue();
      }
    }
    assertThat(held).isGreaterThan(1000);
  }

  @Test
  void a_page_about_something_else_is_passed_over() {
    String text =
        """
        Late goal decides the derby
        The striker signed a new deal last week and repaid it with a shot from twenty metres.
        His coach called it a rocket; the fans of the other side had left by then.
        Rain and strong wind had turned the pitch into a swamp before the second half.
        """;
    for (int seed = 0; seed < 100; seed++) {
      String page = page(text, new Random(seed));
      assertThat(TRIAGE.mayHold(page.getBytes(StandardCharsets.UTF_8)))
          .as("seed %d: %s", seed, page)
          .isFalse();
    }
  }

  @Test
  void a_page_in_another_encoding_is_let_through() {
    String page = "<html><body><p>Nothing of note, said the café owner.</p></body></html>";
    assertThat(TRIAGE.mayHold(page.getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(TRIAGE.mayHold(page.getBytes(StandardCharsets.UTF_16))).isTrue();
    assertThat(TRIAGE.mayHold(page.getBytes(StandardCharsets.UTF_16LE))).isTrue();
    assertThat(TRIAGE.mayHold(page.getBytes(StandardCharsets.ISO_8859_1))).isTrue();
  }

  @Test
  void broken_pages_are_read_to_their_end() {
    for (String page :
        List.of(
            "", "<", "<p", "<!--", "<!", "</", "&", "&#", "&#x", "<script>", "<p title=\"", "é")) {
      assertThat(TRIAGE.mayHold(page.getBytes(StandardCharsets.UTF_8))).as(page).isFalse();
    }
  }

  private static boolean mayHoldWhenRead(String page) {
    Gathered gathered =
        WebPage.read(
            "page",
            page.getBytes(StandardCharsets.UTF_8),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return gathered instanceof Gathered.Article article
        && TRIAGE.mayHold(
            new Report(
                "Gazette", Optional.empty(), Optional.empty(), Optional.empty(), article.text()));
  }

  // ---- pages

  /** A page of a text in mark-up that is picked at random. */
  private static String page(String text, Random random) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html><head>");
    page.append(title(lines.getFirst(), random));
    page.append("<style>p > a { color: red }</style><script>if (1 < 2) { a('</p>') }</script>");
    page.append("</head><body>").append(MENU).append("<div class='article'>");
    for (String line : lines.subList(1, lines.size())) {
      String[] around =
          switch (random.nextInt(6)) {
            case 0 -> new String[] {"<div><p class=\"a > b\">", "</p></div>"};
            case 1 -> new String[] {"<P>", ""};
            case 2 -> new String[] {"<blockquote><p>", "</p></blockquote>"};
            case 3 -> new String[] {"<p><!-- a > b --><span lang='en'>", "</span></p>"};
            default -> new String[] {"<p>", "</p>"};
          };
      page.append(around[0]).append(marked(line, random)).append(around[1]).append('\n');
    }
    return page.append("</div><footer>© the Gazette</footer></body></html>").toString();
  }

  private static String title(String title, Random random) {
    String plain = title.replace("\"", "&quot;");
    return switch (random.nextInt(3)) {
      case 0 -> "<title>" + plain + "</title>";
      case 1 -> "<meta property=og:title content=\"" + plain + "\">";
      default ->
          "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \""
              + title.replace("\\", "\\\\").replace("\"", "\\\"")
              + "\"}</script>";
    };
  }

  /** A text with tags within words, characters by name or number, and odd blanks. */
  private static String marked(String text, Random random) {
    StringBuilder marked = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      marked.append(
          switch (random.nextInt(60)) {
            case 0 -> "<b>" + escaped(c) + "</b>";
            case 1 -> "<a href='/x?a=1&copy=2' title=\"5 > 3\">" + escaped(c) + "</a>";
            case 2 -> "&#" + (int) c + ";";
            case 3 -> "&#x" + Integer.toHexString(c).toUpperCase(Locale.ROOT) + ";";
            case 4 -> "&shy;" + escaped(c);
            case 5 -> "<!-- > -- -->" + escaped(c);
            case 6 -> c == ' ' ? "&nbsp;" : "\u200B" + escaped(c);
            case 7 -> c == ' ' ? "\n\t" : escaped(c) + "<wbr>";
            case 8 -> c == ' ' ? "<br/>" : "<ins>" + escaped(c) + "</ins>";
            default -> escaped(c);
          });
    }
    return marked.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\u2019' -> "&rsquo;";
      case 'é' -> "&eacute;";
      case 'ã' -> "&atilde;";
      case 'ü' -> "u\u0308";
      default -> String.valueOf(c);
    };
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }
}
