package org.attache.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.attache.desk.Browser;
import org.attache.desk.Desk;
import org.attache.desk.Samples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private static final int MOST_PAGES = 400;

  private Desk desk;
  private Browser browser;

  @BeforeAll
  void open() {
    desk = Samples.desk(Samples.register());
    browser = new Browser(desk);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void every_link_leads_somewhere_and_no_page_holds_script_or_style_of_its_own() {
    Deque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    open.add("/");
    while (!open.isEmpty() && seen.size() < MOST_PAGES) {
      String path = open.poll();
      if (!seen.add(path)) {
        continue;
      }
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.statusCode()).as(path).isLessThan(400);
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        Document page = Jsoup.parse(answer.body(), answer.uri().toString());
        checkPage(path, page);
        page.select("a[href], link[href], script[src]").stream()
            .map(PagesTest::target)
            .filter(address -> address.startsWith(desk.address().toString()))
            .map(address -> URI.create(address.replaceFirst("#.*", "")))
            .map(
                uri ->
                    uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
            .forEach(open::add);
      }
    }
    assertThat(seen).hasSizeGreaterThan(150);
  }

  private static String target(Element link) {
    return link.hasAttr("href") ? link.absUrl("href") : link.absUrl("src");
  }

  static void checkPage(String path, Document page) {
    assertThat(page.select("script:not([src]), style, [style]")).as(path).isEmpty();
    assertThat(page.select("h1")).as(path).hasSize(1);
    assertThat(page.title()).as(path).contains("Attaché");
    page.select("*")
        .forEach(
            element ->
                element
                    .attributes()
                    .forEach(
                        attribute ->
                            assertThat(attribute.getKey())
                                .as(path + " " + element.tagName())
                                .doesNotStartWith("on")));
    assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
    page.select("a[href^=#]")
        .forEach(
            link ->
                assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(path + " " + link)
                    .isNotNull());
  }

  @Test
  void answers_forbid_script_that_is_not_the_desks_own() {
    HttpHeaders headers = new Browser(desk).get("/").headers();
    assertThat(headers.allValues("content-security-policy").getFirst())
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe");
    assertThat(headers.allValues("x-content-type-options")).containsExactly("nosniff");
    assertThat(headers.allValues("set-cookie").getFirst()).contains("HttpOnly", "SameSite=Lax");
    assertThat(headers.allValues("server")).isEmpty();
  }

  @Test
  void home_shows_what_is_new_and_what_is_disputed() {
    Document home = browser.page("/");
    assertThat(home.select(".news li")).hasSizeGreaterThan(5);
    assertThat(home.select(".disputes").text()).contains("quantity of Gripen: 24");
    assertThat(home.select(".totals").text()).contains("Reports 50");
  }

  @Test
  void filters_live_in_the_address_and_the_file_holds_what_is_shown() {
    String filters = "supplier=Sweden&recipient=CL";
    Document page = browser.page("/dealings?" + filters);
    assertThat(page.select("table.lines tbody tr")).hasSize(2);
    assertThat(page.expectFirst("input[name=supplier]").val()).isEqualTo("Sweden");
    String file = browser.get("/export/dealings.csv?" + filters).body();
    assertThat(file.lines()).hasSize(3);
    page.select("table.lines tbody th a")
        .eachText()
        .forEach(title -> assertThat(file).contains(title));
    assertThat(browser.page("/dealings?supplier=Sweden&stage=cancelled").text())
        .contains("No dealing answers to this");
  }

  @Test
  void dealings_are_sorted_as_the_address_says() {
    Document page = browser.page("/dealings?sort=-sources");
    assertThat(
            page.select("table.lines tbody tr td:nth-child(6)").eachText().stream()
                .map(Integer::valueOf)
                .toList())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder())
        .hasSizeGreaterThan(20);
    assertThat(page.select("th[aria-sort=descending]").text()).contains("Sources");
  }

  @Test
  void a_dealing_names_who_says_what_and_contradictions_come_first() {
    Document page = browser.page(gripen());
    assertThat(page.select(".summary").text())
        .isEqualTo(
            "Five independent sources say that Chile has ordered 24 Gripen, Gripen E from Sweden;"
                + " on quantity they differ.");
    assertThat(page.expectFirst("h2").text()).isEqualTo("Contradictions");
    assertThat(page.select(".box").text()).contains("24", "Karl Ekdahl", "18");
    assertThat(page.select("svg.stages a")).hasSize(page.select("ol.claims > li").size());
    assertThat(page.select(".strands .node").eachText()).contains("The Harbour Gazette");
    assertThat(page.select(".cite").text()).contains("/dealings/d", "?as-of=");
  }

  @Test
  void a_report_shows_its_claims_where_it_makes_them() {
    String report = browser.page(gripen()).expectFirst("ol.claims a[href^=/reports/]").attr("href");
    Document page = browser.page(report);
    assertThat(page.select("mark").text()).contains("Sweden has offered Chile 24 Gripen E");
    assertThat(page.select(".beside .claim").text()).contains("Offered", "Karl Ekdahl");
    assertThat(page.select(".why li")).isNotEmpty();
  }

  @Test
  void the_register_can_be_looked_at_as_of_a_day() {
    Document page = browser.page("/dealings?supplier=SE&recipient=CL&as-of=2025-03-31");
    assertThat(page.select("table.lines tbody tr")).hasSize(1);
    assertThat(page.select("table.lines tbody tr").text()).contains("offered");
    assertThat(page.select(".past").text()).contains("2025-03-31");
    assertThat(page.expectFirst("table.lines th a").attr("href")).contains("as-of=2025-03-31");
  }

  @Test
  void what_cannot_be_understood_is_answered_with_what_to_do() {
    HttpResponse<String> answer = browser.get("/dealings?stage=imagined");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).text()).contains("It is one of considered, sought");
    assertThat(browser.get("/dealings/d0000000000").statusCode()).isEqualTo(404);
    assertThat(browser.get("/no/such/page").body()).contains("There is no such page");
  }

  @Test
  void search_finds_words_and_the_state_of_that_name() {
    Document page = browser.page("/search?q=Gripen");
    assertThat(page.select(".hits li")).hasSizeGreaterThan(3);
    assertThat(page.select(".hits b").text()).contains("Gripen");
    assertThat(page.select(".shortcut a").attr("href")).startsWith("/equipment/Gripen");
    assertThat(browser.page("/search?q=Stockholm").select(".shortcut").text()).contains("Sweden");
  }

  @Test
  void an_empty_register_says_how_to_fill_it() {
    try (Desk empty = Samples.desk(Samples.empty())) {
      Browser there = new Browser(empty);
      assertThat(there.page("/").text()).contains("This register is empty", "attache ingest");
      for (String path : new String[] {"/dealings", "/sources", "/equipment", "/search", "/add"}) {
        assertThat(there.get(path).statusCode()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void a_pasted_report_is_shown_before_it_is_kept_and_kept_when_told_to() {
    try (Desk other = Samples.desk(Samples.empty())) {
      Browser there = new Browser(other);
      HttpResponse<String> read =
          there.post(
              "/add",
              Map.of(
                  "form", there.form("/add"),
                  "text", "Jets for Chile\nSweden has offered Chile 24 Gripen E fighters.",
                  "outlet", "The Harbour Gazette",
                  "published", "2025-05-14"));
      Document draft = Jsoup.parse(read.body(), read.uri().toString());
      assertThat(draft.select("mark").text()).contains("Sweden has offered Chile 24 Gripen E");
      assertThat(there.page("/").text()).contains("This register is empty");
      HttpResponse<String> kept =
          there.post(
              read.uri().getPath(), Map.of("form", draft.expectFirst("input[name=form]").val()));
      assertThat(kept.uri().getPath()).startsWith("/reports/");
      assertThat(there.page("/dealings").select("table.lines tbody tr").text())
          .contains("Sweden → Chile", "offered");
    }
  }

  private String gripen() {
    return browser
        .page("/dealings?supplier=Sweden&stage=ordered")
        .expectFirst("table.lines tbody th a")
        .attr("href");
  }
}
