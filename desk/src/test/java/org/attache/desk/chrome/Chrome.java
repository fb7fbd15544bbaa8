package org.attache.desk.chrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.attache.desk.Desk;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A Chromium without a window that knows this machine alone. Where none is installed, the tests
 * that need one are passed over; where continuous integration runs, they fail.
 */
final class Chrome implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Whole pages fit in, so that nothing has to be scrolled before it is clicked. */
  static final Dimension TALL = new Dimension(1280, 3000);

  private final ChromeDriver driver;
  private final URI desk;

  private Chrome(ChromeDriver driver, URI desk) {
    this.driver = driver;
    this.desk = desk;
  }

  /** Opens a browser that looks at this desk. */
  static Chrome at(Desk desk) {
    Optional<Path> browser = found("chromium", "chromium-browser", "google-chrome");
    Optional<Path> driver = found("chromedriver");
    boolean there = browser.isPresent() && driver.isPresent();
    if (System.getenv("CI") == null) {
      assumeTrue(there, "needs Chromium and its driver: apt-get install chromium chromium-driver");
    }
    assertThat(there).as("Chromium and chromedriver are installed").isTrue();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.orElseThrow().toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--hide-scrollbars",
        "--disable-backgrounding-occluded-windows",
        "--disable-renderer-backgrounding",
        "--no-first-run",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");
    options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver started = new ChromeDriver(service, options);
    started.manage().window().setSize(TALL);
    return new Chrome(started, desk.address());
  }

  private static Optional<Path> found(String... names) {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Goes to an address of the desk. */
  Chrome go(String path) {
    driver.get(desk.resolve(path).toString());
    return this;
  }

  /** Where the browser is, without the desk's own address. */
  String here() {
    return driver.getCurrentUrl().substring(desk.toString().length() - 1);
  }

  /** Waits; a page that goes away while it is looked at is looked at anew. */
  private WebDriverWait patiently(Supplier<String> otherwise) {
    WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
    wait.ignoring(StaleElementReferenceException.class);
    wait.withMessage(() -> otherwise.get() + " on " + driver.getCurrentUrl());
    return wait;
  }

  private Optional<WebElement> visible(String selector, Predicate<WebElement> which) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .filter(which)
        .findFirst();
  }

  /** Waits for something that can be seen. */
  WebElement see(String selector) {
    return patiently(() -> "no " + selector)
        .until(d -> visible(selector, element -> true).orElse(null));
  }

  /** Waits for some words on the page. */
  void read(String words) {
    patiently(() -> "no “" + words + "”")
        .until(d -> d.findElement(By.tagName("body")).getText().contains(words));
  }

  /** Clicks on something. */
  void click(String selector) {
    press(selector, element -> true, selector);
  }

  /** Clicks on the link or button with these words. */
  void clickOn(String words) {
    press("a, button, summary", element -> element.getText().strip().equals(words), words);
  }

  private void press(String selector, Predicate<WebElement> which, String what) {
    patiently(() -> "nothing to click with “" + what + "”")
        .until(
            d -> {
              Optional<WebElement> element = visible(selector, which);
              element.ifPresent(WebElement::click);
              return element.isPresent();
            });
  }

  /** Writes into a field. */
  void write(String selector, String words) {
    WebElement field = see(selector);
    field.clear();
    field.sendKeys(words);
  }

  /** Light or dark. */
  void scheme(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** What the browser complained about since it was asked last. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** What axe-core finds wrong on this page for those who cannot see, or use no mouse. */
  @SuppressWarnings("unchecked")
  List<String> barriers() {
    driver.executeScript(Axe.SCRIPT);
    Object found =
        driver.executeAsyncScript(
            "var done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']}).then(function (result) {"
                + " done(result.violations.map(function (violation) {"
                + " return violation.id + ': ' + violation.nodes.map(function (node) {"
                + " return node.target.join(' ') + ' ' + node.html + ' ' + node.failureSummary;"
                + " }).join(' | '); })); }, function (fault) { done(['axe: ' + fault]); });");
    return (List<String>) Optional.ofNullable(found).orElseThrow();
  }

  /** A picture of the whole page. */
  byte[] picture() {
    int width = measured("Width");
    int height = Math.min(2600, measured("Height"));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    return picture;
  }

  private int measured(String side) {
    Object pixels = driver.executeScript("return document.documentElement.scroll" + side);
    return ((Number) Optional.ofNullable(pixels).orElseThrow()).intValue();
  }

  @Override
  public void close() {
    driver.quit();
  }

  /** The script of axe-core, read once. */
  private static final class Axe {
    static final String SCRIPT = script();

    private static String script() {
      try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
        if (in == null) {
          throw new IllegalStateException("axe.min.js is not on the class path");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
