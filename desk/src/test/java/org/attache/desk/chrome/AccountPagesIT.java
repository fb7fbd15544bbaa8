package org.attache.desk.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attache.desk.Desk;
import org.attache.desk.Samples;
import org.attache.desk.account.Passwords;
import org.attache.lexicon.Tables;
import org.attache.register.store.DeskBooks;
import org.attache.register.store.Register;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** The pages that only a desk with accounts has, in light and dark and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountPagesIT {
  private static final String PASSWORD = "a long enough one";
  private static final Dimension SCREEN = new Dimension(1280, 900);

  private Desk desk;
  private Chrome chrome;

  @BeforeAll
  void open() {
    Path file = Samples.register();
    try (Register register = Register.open(file.toString(), Tables.builtIn())) {
      register
          .deskBooks()
          .keep(
              new DeskBooks.Account(
                  "Mila", "admin", Passwords.hash(PASSWORD), Instant.EPOCH, false));
    }
    desk = Desk.open(Samples.settings(file, true), Samples.reader());
    chrome = Chrome.at(desk);
    chrome.driver().manage().window().setSize(SCREEN);
  }

  @AfterAll
  void close() {
    chrome.close();
    desk.close();
  }

  @Test
  void signing_in_and_the_pages_behind_it_have_no_barriers() throws IOException {
    List<String> wrong = new ArrayList<>();
    look("login", "/login", wrong);
    chrome.go("/login");
    chrome.driver().findElement(By.id("name")).sendKeys("Mila");
    chrome.driver().findElement(By.id("password")).sendKeys("not this one");
    chrome.driver().findElement(By.cssSelector(".sign-in button")).click();
    assertThat(chrome.see("[role=alert]").getText()).contains("Name or password is wrong");
    chrome.barriers().forEach(barrier -> wrong.add("failed login: " + barrier));
    chrome.driver().findElement(By.id("name")).sendKeys("Mila");
    chrome.driver().findElement(By.id("password")).sendKeys(PASSWORD);
    chrome.driver().findElement(By.cssSelector(".sign-in button")).click();
    chrome.see("form.out");

    look("audit", "/audit", wrong);
    headerIsOneLine(wrong);
    look("running-with-accounts", "/running", wrong);

    assertThat(wrong).isEmpty();
  }

  private void look(String name, String address, List<String> wrong) throws IOException {
    for (String scheme : List.of("light", "dark")) {
      chrome.scheme(scheme);
      chrome.go(address);
      assertThat(chrome.here()).isEqualTo(address);
      chrome.barriers().forEach(barrier -> wrong.add(name + ", " + scheme + ": " + barrier));
      keep(name + "-" + scheme);
    }
    chrome.scheme("light");
    chrome
        .driver()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    chrome.go(address);
    chrome.barriers().forEach(barrier -> wrong.add(name + ", phone: " + barrier));
    Object wide =
        chrome
            .driver()
            .executeScript(
                "return document.documentElement.scrollWidth"
                    + " > document.documentElement.clientWidth");
    if (Boolean.TRUE.equals(wide)) {
      wrong.add(name + " is wider than a phone");
    }
    chrome.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  /** Everything that an administrator has in the header stands side by side on a small screen. */
  private void headerIsOneLine(List<String> wrong) {
    chrome.go("/");
    Object middles =
        chrome
            .driver()
            .executeScript(
                "return [...document.querySelectorAll('.top .bar > *, .top nav li')].map(part => {"
                    + " const box = part.getBoundingClientRect();"
                    + " return Math.round((box.top + box.bottom) / 20); })");
    if (!(middles instanceof List<?> all) || all.size() < 12 || Set.copyOf(all).size() > 1) {
      wrong.add("the header is more than one line: " + middles);
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
