package org.attache.desk.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import org.attache.desk.Browser;
import org.attache.desk.Desk;
import org.attache.desk.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** From a pasted report to a file of what it says, as one who uses the desk goes. */
class WholeWayIT {
  private static final String REPORT =
      """
      Lisbon to buy Brazilian transports
      Portugal has signed a contract with Brazil for six KC-390 transport aircraft, defence minister
      Rui Salgado told reporters in Beja on Tuesday. The first of them is to be delivered in 2028.
      """;

  private Desk desk;
  private Chrome chrome;

  @BeforeEach
  void open() {
    desk = Samples.desk(Samples.empty());
    chrome = Chrome.at(desk);
  }

  @AfterEach
  void close() {
    chrome.close();
    desk.close();
  }

  @Test
  void a_pasted_report_becomes_a_dealing_that_is_corrected_and_exported() {
    chrome.go("/").read("This register is empty");
    chrome.clickOn("Paste a report, or give its address");
    chrome.see("#text");
    paste(REPORT);
    assertThat(chrome.driver().findElements(By.cssSelector("mark")))
        .anySatisfy(mark -> assertThat(mark.getText()).contains("six KC-390 transport aircraft"));
    assertThat(chrome.see(".beside").getText()).contains("Brazil → Portugal", "Rui Salgado");
    assertThat(new Browser(desk).page("/").text()).contains("This register is empty");

    chrome.clickOn("Keep it in the register");
    chrome.read("In the dealing");
    chrome.click(".beside a[href^='/dealings/']");
    chrome.read("What is claimed, and by whom");
    assertThat(chrome.see("h1").getText()).contains("Brazil → Portugal: KC-390");

    chrome.clickOn("Review this claim");
    chrome.driver().switchTo().activeElement().sendKeys("f");
    chrome.write("#x-quantity-1", "5");
    chrome.write("#x-reason", "the ministry's own page says five");
    chrome.clickOn("Correct");
    chrome.read("corrected items");
    chrome.click(".claim a[href^='/dealings/']");
    chrome.read("Decisions of reviewers");
    assertThat(chrome.see("ul.decisions").getText())
        .contains("Mila", "the ministry's own page says five");
    assertThat(chrome.see("table.values").getText()).contains("5");

    chrome.go("/dealings?supplier=Brazil");
    String file = chrome.see("a[href^='/export/dealings.csv']").getDomAttribute("href");
    assertThat(new Browser(desk).get(String.valueOf(file)).body())
        .startsWith("id,title,kind,stage")
        .contains("Brazil → Portugal: KC-390");

    chrome.clickOn("Watch this");
    chrome.write("#watch-name", "What Brazil sells");
    chrome.clickOn("Watch");
    chrome.read("What Brazil sells");
    String feed =
        String.valueOf(chrome.see("a[type='application/atom+xml']").getDomAttribute("href"));
    assertThat(new Browser(desk).get(feed).body()).doesNotContain("<entry>");
    paste(
        "Quito orders trainers\nEcuador has ordered twelve A-29 aircraft from Brazil, President Elena"
            + " Rojas said on Friday.");
    chrome.clickOn("Keep it in the register");
    chrome.read("In the dealing");
    await(() -> new Browser(desk).get(feed).body().contains("<entry>"));
    assertThat(new Browser(desk).get(feed).body()).contains("Brazil → Ecuador");
    assertThat(chrome.complaints()).isEmpty();
  }

  private void paste(String report) {
    chrome.go("/add");
    chrome.write("#text", report);
    chrome.write("#outlet", "Beja Courier");
    chrome.driver().executeScript("document.getElementById('published').value = '2026-03-10'");
    chrome.clickOn("Read");
    chrome.read("Read, not kept yet");
  }

  private static void await(java.util.function.BooleanSupplier there) {
    for (int i = 0; i < 100 && !there.getAsBoolean(); i++) {
      java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
    }
  }

  @Test
  void keys_walk_through_a_review_and_can_be_turned_off() {
    try (Desk full = Samples.desk(Samples.register());
        Chrome reviewer = Chrome.at(full)) {
      reviewer.go("/review");
      String first = reviewer.see("form.decide").getDomAttribute("action");
      press(reviewer, "n");
      reviewer.see("form.decide:not([action='" + first + "'])");
      String second = reviewer.see("form.decide").getDomAttribute("action");
      press(reviewer, "c");
      reviewer.read("confirmed");
      press(reviewer, "u");
      reviewer.read("took decision 1 back");
      assertThat(reviewer.see("form.decide").getDomAttribute("action")).isEqualTo(second);
      reviewer.clickOn("Turn single keys off");
      press(reviewer, "r");
      reviewer.go("/review");
      assertThat(new Browser(full).page("/").select(".totals").text()).contains("Decisions 2");
    }
  }

  private static void press(Chrome chrome, String key) {
    chrome.driver().findElement(By.tagName("body")).sendKeys(key);
  }

  @Test
  void pointing_at_a_marked_place_lights_up_its_claim() {
    try (Desk full = Samples.desk(Samples.register());
        Chrome reader = Chrome.at(full)) {
      String report =
          new Browser(full)
              .page("/dealings?sort=-reports")
              .expectFirst("table.lines tbody a")
              .attr("href");
      reader.go(report);
      reader.clickOn("read it in the report");
      reader.see("mark a[data-claim-ref]").sendKeys(Keys.SHIFT);
      reader.driver().executeScript("document.querySelector('mark a[data-claim-ref]').focus()");
      assertThat(reader.see(".claim.on").getText()).isNotBlank();
    }
  }
}
