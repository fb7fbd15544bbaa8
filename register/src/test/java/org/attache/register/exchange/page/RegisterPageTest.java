package org.attache.register.exchange.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.equipment.Category;
import org.attache.lexicon.Tables;
import org.attache.register.Invented;
import org.attache.register.Reported;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.attache.register.store.Registers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterPageTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);

  /** What the guidelines ask of text (WCAG 2.2, 1.4.3). */
  private static final double LEAST_CONTRAST = 4.5;

  @TempDir Path folder;

  private String html(Question question) {
    try (Register register = Reported.in(folder)) {
      return html(register, question);
    }
  }

  private static String html(Register register, Question question) {
    StringWriter out = new StringWriter();
    new RegisterPage(Tables.builtIn()).write(register.inquiry(), question, TODAY, out);
    return out.toString();
  }

  private Document page() {
    return Jsoup.parse(html(Question.ALL));
  }

  @Test
  void texts_of_strangers_stay_texts() {
    String html = html(Question.ALL);
    Document page = Jsoup.parse(html);

    assertThat(html).doesNotContainIgnoringCase("<script").doesNotContain("<b>fighters");
    assertThat(page.select("script, img, iframe, object, embed, form, i, b, title + title"))
        .isEmpty();
    assertThat(page.getElementsByTag("title").eachText()).containsExactly("Reported arms dealings");
    assertThat(attributes(page)).noneMatch(attribute -> attribute.getKey().startsWith("on"));
    assertThat(page.getElementsByTag("bdi").stream().map(Element::wholeText))
        .contains(
            Reported.HOSTILE,
            "24 Gripen E <b>fighters</b>",
            "Chile has ordered 24 Gripen E fighters <i>from</i> Sweden.",
            "a \"senior\" official, via Agency One, in Kurier");
  }

  @Test
  void marks_of_direction_do_not_reach_beyond_their_text() {
    for (Element element : page().getAllElements()) {
      if (element.ownText().matches("(?s).*[\\u202A-\\u202E\\u2066-\\u2069].*")) {
        assertThat(element.normalName()).isEqualTo("bdi");
      }
    }
  }

  @Test
  void only_addresses_of_the_web_are_links() {
    assertThat(page().getElementsByTag("a").eachAttr("href"))
        .contains("https://gazette.example/a?x=1&y=2")
        .allMatch(address -> address.startsWith("#") || address.startsWith("https://"));
  }

  @Test
  void nothing_comes_from_elsewhere() {
    String html = html(Question.ALL);
    Document page = Jsoup.parse(html);

    assertThat(page.select("[src], [srcset], [style], link, [background]")).isEmpty();
    assertThat(page.getElementsByTag("style").html()).doesNotContain("url(").doesNotContain("@im");
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
  }

  @Test
  void headings_are_in_order_and_tables_have_headers() {
    Document page = page();
    int level = 0;
    List<Element> headings = page.select("h1, h2, h3, h4, h5, h6");
    assertThat(headings).hasSizeGreaterThan(20);
    for (Element heading : headings) {
      int next = heading.normalName().charAt(1) - '0';
      assertThat(next).isLessThanOrEqualTo(level + 1);
      level = next;
    }

    assertThat(page.getElementsByTag("h1")).hasSize(1);
    assertThat(page.getElementsByTag("html").attr("lang")).isEqualTo("en");
    assertThat(page.getElementsByTag("th"))
        .isNotEmpty()
        .allMatch(th -> List.of("col", "row", "rowgroup").contains(th.attr("scope")));
    assertThat(page.getElementsByTag("table"))
        .hasSize(11)
        .allMatch(table -> !table.getElementsByTag("caption").isEmpty());
  }

  @Test
  void every_reference_leads_somewhere_and_every_anchor_is_one() {
    try (Register register = Registers.empty(folder, "many")) {
      Invented.reports(81, 60)
          .forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
      Document page = Jsoup.parse(html(register, Question.ALL));
      List<String> anchors = page.select("[id]").eachAttr("id");

      assertThat(anchors).doesNotHaveDuplicates();
      assertThat(page.select("a[href^=#]").eachAttr("href").stream().map(to -> to.substring(1)))
          .hasSizeGreaterThan(100)
          .isSubsetOf(anchors);
      assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby")).isSubsetOf(anchors);
      assertThat(page.getElementsByTag("article"))
          .hasSize(register.inquiry().dealings(Question.ALL).size());
    }
  }

  @Test
  void a_dealing_shows_contradictions_first_and_who_says_what() {
    Element dealing =
        page().getElementsByTag("article").stream()
            .filter(article -> article.getElementsByTag("h2").text().startsWith("Sweden → Chile"))
            .findFirst()
            .orElseThrow();

    assertThat(dealing.getElementsByTag("h3").eachText())
        .containsExactly(
            "Contradictions",
            "What is claimed",
            "Stage history",
            "Independent sources",
            "Claims and their words");
    assertThat(dealing.select(".box td").eachText())
        .contains("24", "Maja Lindqvist [1]", "18", "a \"senior\" official (Agency One) [2]");
    assertThat(dealing.select(".box td").eachText()).contains("asserted", "denied");
    assertThat(dealing.select("section:has(h3:contains(Stage)) tbody tr").eachText())
        .contains("April 2025 ordered Maja Lindqvist [1]")
        .contains("told 14 May 2025 denied: ordered Chile's Defense Ministry [3]");
    assertThat(dealing.select("ol.claims > li").eachText().getFirst())
        .startsWith("ordered: 24 Gripen E <b>fighters</b>. Says Maja Lindqvist, coordinator of")
        .contains("10 May 2025, The Harbour Gazette: Gripen order Chile has ordered 24");
  }

  @Test
  void the_top_says_what_was_asked_and_when() {
    Question question =
        new Question(
            Optional.of("SE"),
            Optional.of("CL"),
            Optional.empty(),
            Optional.of("Gripen"),
            Optional.of(Category.AIRCRAFT),
            Optional.of(Kind.ARMS_TRANSFER),
            Optional.of(Stage.ORDERED),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalDate.of(2025, 1, 1)),
            Optional.empty(),
            Optional.of(LocalDate.of(2025, 5, 13)));

    assertThat(Jsoup.parse(html(question)).select(".facts div").eachText())
        .containsExactly(
            "Drawn up 1 June 2025",
            "Register as of 13 May 2025",
            "Newest report 12 May 2025",
            "Supplier Sweden",
            "Recipient Chile",
            "Designation Gripen",
            "Category aircraft",
            "Kind arms-transfer",
            "Stage ordered",
            "Reported since 1 January 2025",
            "Dealings 1");
  }

  @Test
  void an_empty_answer_says_so() {
    try (Register register = Registers.empty(folder, "empty")) {
      Document page = Jsoup.parse(html(register, Question.ALL));

      assertThat(page.getElementsByTag("main").text()).startsWith("No dealing in the register");
      assertThat(page.getElementsByTag("nav")).isEmpty();
    }
  }

  @Test
  void the_same_register_gives_the_same_bytes() {
    try (Register register = Reported.in(folder)) {
      assertThat(html(register, Question.ALL)).isEqualTo(html(register, Question.ALL));
    }
  }

  @Test
  void a_span_is_called_by_its_month_or_year_where_it_is_one() {
    assertThat(span("2024-02-01", "2024-02-29")).isEqualTo("February 2024");
    assertThat(span("2024-01-01", "2024-12-31")).isEqualTo("2024");
    assertThat(span("2024-02-03", "2024-02-29")).isEqualTo("3 February 2024 to 29 February 2024");
    assertThat(PlainText.span(Optional.empty(), Optional.of(TODAY))).isEqualTo("until 1 June 2025");
  }

  private static String span(String from, String to) {
    return PlainText.span(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)));
  }

  @Test
  void characters_that_steer_are_shown_and_not_obeyed() {
    assertThat(PlainText.of("a\nb\u0000c\u001Bd")).isEqualTo("a b\uFFFDc\uFFFDd");
    assertThat(PlainText.link(Optional.of("HTTPS://a.example/b"))).isPresent();
    assertThat(PlainText.link(Optional.of("java\nscript:https://a"))).isEmpty();
    assertThat(PlainText.link(Optional.of("data:text/html,x"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "text,page",
    "text,panel",
    "text,alarm-panel",
    "faint,page",
    "faint,panel",
    "link,page",
    "link,panel",
    "link,alarm-panel",
    "alarm,page",
    "alarm,alarm-panel"
  })
  void colours_can_be_told_apart_by_light_and_by_dark(String text, String ground) {
    String style = page().getElementsByTag("style").html();
    List<Map<String, String>> themes =
        Pattern.compile(":root \\{([^}]*)}")
            .matcher(style)
            .results()
            .map(match -> colours(match.group(1)))
            .toList();

    assertThat(themes)
        .hasSize(2)
        .allSatisfy(
            theme ->
                assertThat(contrast(theme, text, ground)).isGreaterThanOrEqualTo(LEAST_CONTRAST));
  }

  private static Map<String, String> colours(String rule) {
    Map<String, String> colours = new HashMap<>();
    Matcher found = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});").matcher(rule);
    while (found.find()) {
      colours.put(found.group(1), found.group(2));
    }
    return colours;
  }

  private static double contrast(Map<String, String> theme, String text, String ground) {
    double one = luminance(Objects.requireNonNull(theme.get(text)));
    double other = luminance(Objects.requireNonNull(theme.get(ground)));
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double share = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
      sum +=
          weights[i] * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static List<Attribute> attributes(Document page) {
    return page.getAllElements().stream()
        .flatMap(element -> element.attributes().asList().stream())
        .toList();
  }
}
