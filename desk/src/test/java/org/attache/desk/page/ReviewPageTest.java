package org.attache.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.attache.desk.Browser;
import org.attache.desk.Desk;
import org.attache.desk.Samples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewPageTest {
  private Desk desk;
  private Browser browser;

  @BeforeEach
  void open() {
    desk = Samples.desk(Samples.register());
    browser = new Browser(desk);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** Sends a form of a page as it stands there, with some fields written anew. */
  private HttpResponse<String> send(Document page, String button, Map<String, String> fields) {
    Element pressed =
        page.select("button").stream()
            .filter(one -> one.text().equals(button))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button " + button));
    Element form = pressed.closest("form");
    assertThat(form).isNotNull();
    Map<String, String> sent = new HashMap<>();
    form.select("input[name]").forEach(field -> sent.put(field.attr("name"), field.val()));
    form.select("select")
        .forEach(
            field -> {
              Element chosen = field.selectFirst("option[selected]");
              sent.put(
                  field.attr("name"),
                  (chosen == null ? field.expectFirst("option") : chosen).val());
            });
    if (pressed.hasAttr("name")) {
      sent.put(pressed.attr("name"), pressed.val());
    }
    sent.putAll(fields);
    return browser.post(form.attr("action"), sent);
  }

  private static Document page(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body(), answer.uri().toString());
  }

  private static String key(Document page) {
    return page.expectFirst("form.decide").attr("action").substring("/review/".length());
  }

  @Test
  void what_is_denied_comes_first_and_next_goes_on_without_deciding() {
    Document first = browser.page("/review");
    assertThat(first.select(".what").text()).startsWith("1 Denied");
    String next = first.expectFirst("a[data-key=n]").attr("href");
    Document second = browser.page(next);
    assertThat(key(second)).isNotEqualTo(key(first));
    assertThat(second.expectFirst("a[data-key=n]").attr("href")).contains(key(first), key(second));
  }

  @Test
  void a_confirmed_claim_waits_no_longer_until_that_is_taken_back() {
    Document first = browser.page("/review");
    Document next = page(send(first, "Confirm", Map.of("reason", "heard it myself")));
    assertThat(key(next)).isNotEqualTo(key(first));
    assertThat(next.select(".made").text()).contains("confirmed");
    Document decided = browser.page("/review?claim=" + key(first));
    assertThat(decided.select(".decisions").text())
        .contains("Mila", "confirmed", "heard it myself");
    Document back = page(send(next, "Take it back", Map.of()));
    assertThat(key(back)).isEqualTo(key(first));
  }

  @Test
  void a_rejected_claim_counts_no_longer() {
    Document first = browser.page("/review");
    page(send(first, "Reject", Map.of()));
    Document again = browser.page("/review?claim=" + key(first));
    assertThat(again.select(".flag").text()).contains("does not count");
  }

  @Test
  void a_corrected_field_shows_on_the_dealing_with_who_corrected_it() {
    Document list = browser.page("/dealings?supplier=Sweden&recipient=Chile&sort=-sources");
    Document dealing = browser.page(list.expectFirst("table.lines tbody a").attr("href"));
    Element link = dealing.expectFirst("#claim-4 a[href^=/review]");
    Document claim = browser.page(link.attr("href"));
    assertThat(claim.expectFirst("#x-quantity-1").val()).isEqualTo("18");
    Document after = page(send(claim, "Correct", Map.of("quantity-1", "20", "reason", "misprint")));
    assertThat(after.select(".made").text()).contains("corrected items");
    assertThat(after.expectFirst("#x-quantity-1").val()).isEqualTo("20");
    Document changed = browser.page(list.expectFirst("table.lines tbody a").attr("href"));
    assertThat(changed.select(".box .values").text()).contains("20").doesNotContain("18");
    assertThat(changed.select("ul.decisions").text()).contains("Mila", "misprint");
  }

  @Test
  void sides_dates_and_values_are_written_as_people_write_them() {
    Document first = browser.page("/review");
    Document after =
        page(
            send(
                browser.page("/review?claim=" + key(first)),
                "Correct",
                Map.of(
                    "recipient", "Saab (SE)",
                    "value", "EUR 1,200,000-1,500,000",
                    "from", "2025-05-01",
                    "to", "2025-05-31",
                    "quantity-1", "at least 6")));
    assertThat(after.expectFirst("#x-recipient").val()).isEqualTo("Saab (SE)");
    assertThat(after.expectFirst("#x-value").val()).isEqualTo("EUR 1200000-1500000");
    assertThat(after.expectFirst("#x-from").val()).isEqualTo("2025-05-01");
    assertThat(after.expectFirst("#x-quantity-1").val()).isEqualTo("at least 6");
    Document named =
        page(send(after, "Correct", Map.of("recipient", "Bogotá", "value", "", "to", "")));
    assertThat(named.expectFirst("#x-recipient").val()).isEqualTo("Colombia (CO)");
    assertThat(named.expectFirst("#x-value").val()).isEmpty();
  }

  @Test
  void what_makes_no_sense_is_refused_and_changes_nothing() {
    Document claim = browser.page("/review?claim=" + key(browser.page("/review")));
    Map<String, String> senseless =
        Map.of(
            "quantity-1", "a few",
            "value", "lots",
            "stage", "dreamt",
            "from", "May",
            "supplier", "x".repeat(400));
    senseless.forEach(
        (field, text) -> {
          HttpResponse<String> answer = send(claim, "Correct", Map.of(field, text));
          assertThat(answer.statusCode()).as(field).isEqualTo(400);
        });
    assertThat(
            send(claim, "Correct", Map.of("from", "2025-05-02", "to", "2025-05-01")).statusCode())
        .isEqualTo(400);
    assertThat(send(claim, "Correct", Map.of()).statusCode()).isEqualTo(400);
    assertThat(send(claim, "Comment only", Map.of()).statusCode()).isEqualTo(400);
    assertThat(browser.page("/review?claim=" + key(claim)).select("ul.decisions")).isEmpty();
  }

  @Test
  void a_claim_can_be_merged_into_a_dealing_and_set_apart_again() {
    Document list = browser.page("/dealings?supplier=Sweden&recipient=Chile");
    assertThat(list.select("table.lines tbody tr")).hasSize(2);
    Document dealing = browser.page(list.expectFirst("table.lines tbody a").attr("href"));
    Document claim = browser.page(dealing.expectFirst("#claim-1 a[href^=/review]").attr("href"));
    Document merged = page(send(claim, "Merge", Map.of()));
    assertThat(merged.select(".made").text()).contains("merged");
    assertThat(
            browser
                .page("/dealings?supplier=Sweden&recipient=Chile")
                .select("table.lines tbody tr"))
        .hasSize(1);
    page(send(merged, "A dealing of its own", Map.of()));
    assertThat(
            browser
                .page("/dealings?supplier=Sweden&recipient=Chile")
                .select("table.lines tbody tr"))
        .hasSizeGreaterThan(1);
  }

  @Test
  void decisions_about_what_is_not_there_are_refused() {
    String form = browser.form("/review");
    assertThat(browser.post("/review/none", Map.of("form", form, "what", "confirm")).statusCode())
        .isEqualTo(404);
    assertThat(
            browser.post("/review/undo", Map.of("form", form, "decision", "999999")).statusCode())
        .isEqualTo(404);
    assertThat(browser.get("/review?claim=../../etc").statusCode()).isEqualTo(404);
    String key = key(browser.page("/review"));
    assertThat(browser.post("/review/" + key, Map.of("form", form, "what", "burn")).statusCode())
        .isEqualTo(400);
    assertThat(browser.post("/review/" + key, Map.of("what", "confirm")).statusCode())
        .isEqualTo(403);
  }
}
