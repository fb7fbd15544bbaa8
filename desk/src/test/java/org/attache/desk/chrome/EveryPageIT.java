package org.attache.desk.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.desk.Browser;
import org.attache.desk.Desk;
import org.attache.desk.Samples;
import org.attache.lexicon.Tables;
import org.attache.register.store.KeptRun;
import org.attache.register.store.Register;
import org.attache.register.store.RunBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/**
 * Every page in light and dark. Where the system property {@code attache.pictures} names a folder,
 * a picture of each is put there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {
  private Desk desk;
  private Chrome chrome;

  @BeforeAll
  void open() {
    Path register = Samples.register();
    tellOfRuns(register);
    desk = Samples.desk(register);
    chrome = Chrome.at(desk);
    chrome.driver().manage().window().setSize(new Dimension(1280, 900));
  }

  private static void tellOfRuns(Path file) {
    Instant now = Instant.now();
    KeptRun.Counts counts = new KeptRun.Counts(1846, 212, 1631, 3);
    try (Register register = Register.open(file.toString(), Tables.builtIn())) {
      RunBook runs = register.runs();
      long broken = runs.begin("ingest", "archive-2024.warc.gz", now.minus(Duration.ofDays(1)));
      runs.beat(broken, now.minus(Duration.ofHours(20)), counts, List.of());
      long ended = runs.begin("ingest", "reports/", now.minus(Duration.ofHours(2)));
      runs.end(
          ended,
          now.minus(Duration.ofHours(1)),
          counts,
          List.of("reports/minutes.txt: is too long for one report; cut it"));
      long going = runs.begin("watch", "feeds.opml", now);
      // As if the next beat came late: the page is looked at for longer than a run may be silent.
      runs.beat(going, now.plus(Duration.ofHours(1)), counts, List.of());
    }
  }

  @AfterAll
  void close() {
    chrome.close();
    desk.close();
  }

  private Map<String, String> pages() {
    Browser browser = new Browser(desk);
    String dealing =
        browser
            .page("/dealings?contradicted=yes&sort=-sources")
            .expectFirst("table.lines tbody a")
            .attr("href");
    String report = browser.page(dealing).expectFirst("ul.reports a[href^=/reports/]").attr("href");
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/");
    pages.put("dealings", "/dealings");
    pages.put("dealings-filtered", "/dealings?supplier=Sweden&sort=-reports");
    pages.put("dealing", dealing);
    pages.put("report", report);
    pages.put("state", "/states/KR");
    pages.put("equipment-list", "/equipment");
    pages.put("equipment", browser.page("/equipment").expectFirst("main li a").attr("href"));
    pages.put("map", "/map");
    pages.put("search", "/search?q=frigates");
    pages.put("sources", "/sources");
    pages.put("source", browser.page("/sources").expectFirst("table a").attr("href"));
    pages.put("watches", "/watches");
    pages.put("watch-this", "/dealings?supplier=Sweden&stage=ordered");
    pages.put("review", "/review");
    pages.put("add", "/add");
    pages.put("running", "/running");
    pages.put("as-of", "/?as-of=2024-06-30");
    pages.put("missing", "/dealings/nothing");
    return pages;
  }

  @Test
  void no_page_has_barriers_or_faults_in_light_or_dark_or_on_a_phone() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> page : pages().entrySet()) {
      for (String scheme : List.of("light", "dark")) {
        chrome.scheme(scheme);
        chrome.go(page.getValue());
        settle();
        String where = page.getKey() + ", " + scheme + ": ";
        chrome.barriers().forEach(barrier -> wrong.add(where + barrier));
        chrome.complaints().stream()
            .filter(complaint -> !complaint.contains("status of 404"))
            .forEach(complaint -> wrong.add(where + complaint));
        keep(page.getKey() + "-" + scheme);
      }
    }
    chrome.scheme("light");
    chrome.driver().manage().window().setSize(new Dimension(500, 900));
    phone();
    for (Map.Entry<String, String> page : pages().entrySet()) {
      chrome.go(page.getValue());
      settle();
      if (wide() > 0) {
        wrong.add(page.getKey() + " is " + wide() + " pixels wider than a phone");
      }
      chrome.barriers().forEach(barrier -> wrong.add(page.getKey() + ", phone: " + barrier));
    }
    keep("phone");
    chrome.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    chrome.driver().manage().window().setSize(Chrome.TALL);
    assertThat(wrong).isEmpty();
  }

  private void phone() {
    chrome
        .driver()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
  }

  private long wide() {
    Object wide =
        chrome
            .driver()
            .executeScript(
                "return document.documentElement.scrollWidth"
                    + " - document.documentElement.clientWidth");
    return ((Number) Optional.ofNullable(wide).orElseThrow()).longValue();
  }

  /** Waits for drawings, which come after the page. */
  private void settle() {
    if (!chrome.driver().findElements(By.cssSelector("figure.map")).isEmpty()) {
      chrome.see("figure.map canvas");
    }
  }

  private void keep(String name) throws IOException {
    String folder = System.getProperty("attache.pictures", "");
    if (!folder.isEmpty()) {
      Files.createDirectories(Path.of(folder));
      Files.write(Path.of(folder, name + ".png"), chrome.picture());
    }
  }
}
