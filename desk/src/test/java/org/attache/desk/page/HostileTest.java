package org.attache.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attache.desk.Browser;
import org.attache.desk.Desk;
import org.attache.desk.Samples;
import org.attache.lexicon.Tables;
import org.attache.register.decision.Ruling;
import org.attache.register.store.Arrival;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.attache.report.CleanText;
import org.attache.report.Report;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk on a register that strangers have filled with traps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {
  private static final List<String> TRAPS =
      List.of(
          "<script>window.caught=1</script>",
          "\"><img src=x onerror=window.caught=1>",
          "'><svg/onload=window.caught=1>",
          "</title></textarea></style><iframe src=javascript:window.caught=1>",
          "javascript:window.caught=1",
          "{{7*7}} ${7*7} #{7*7} @template.x()",
          "=HYPERLINK(\"http://elsewhere.example\",\"x\")",
          "\u202Egnihtemos\u202C \u2066\u200F\u0000\u0007\uFFFE",
          "x".repeat(1_000_000));

  private Desk desk;
  private Browser browser;

  @BeforeAll
  void open() {
    Path file = Samples.empty();
    try (Register register = Register.open(file.toString(), Tables.builtIn())) {
      for (int i = 0; i < TRAPS.size(); i++) {
        add(register, TRAPS.get(i), i);
      }
      register.inquiry().claims(Question.ALL).stream()
          .limit(TRAPS.size())
          .forEach(
              held ->
                  register.decide(
                      Instant.EPOCH,
                      TRAPS.get(1),
                      new Ruling.Comment(held.key()),
                      TRAPS.getFirst()));
    }
    desk = Samples.desk(file);
    browser = new Browser(desk);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private static void add(Register register, String trap, int number) {
    String text =
        CleanText.of(
                "Jets for Chile "
                    + trap
                    + "\nSweden has sold Chile 24 Gripen E fighters, minister Olof Berg said. "
                    + trap)
            .text();
    Report report =
        new Report(
            CleanText.of("Gazette " + trap).text(),
            Optional.of(trap + " jets"),
            Optional.of(LocalDate.of(2025, 3, 1 + number)),
            Optional.of("javascript:window.caught=1//" + trap),
            text);
    register.add(
        new Arrival(
            report,
            Optional.of("https://elsewhere.example/" + trap),
            "en",
            true,
            Instant.EPOCH,
            "../../" + trap + "/report.txt",
            List.of("javascript:window.caught=1")),
        Samples.reader()
            .read(
                new Report(
                    report.outlet(), report.title(), report.published(), Optional.empty(), text)),
        Optional.of("test"));
  }

  @Test
  void traps_are_shown_as_text_on_every_page() {
    Deque<String> open = new ArrayDeque<>(List.of("/", "/review", "/search?q=Gripen", "/add"));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty() && seen.size() < 120) {
      String path = open.poll();
      if (!seen.add(path)) {
        continue;
      }
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.statusCode()).as(path).isLessThan(500);
      if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        continue;
      }
      Document page = Jsoup.parse(answer.body(), answer.uri().toString());
      PagesTest.checkPage(path, page);
      assertThat(page.select("iframe, img, svg[onload], object, embed, base")).as(path).isEmpty();
      assertThat(page.select("[href], [src], [action]").stream())
          .as(path)
          .allSatisfy(
              element ->
                  assertThat(element.attr("href") + element.attr("src") + element.attr("action"))
                      .doesNotContainPattern("(?i)^\\s*(javascript|data|vbscript):"));
      assertThat(answer.body()).as(path).hasSizeLessThan(5_000_000);
      page.select("a[href^=/]").eachAttr("href").stream()
          .map(address -> address.replaceFirst("#.*", ""))
          .filter(address -> address.length() < 2_000)
          .forEach(open::add);
    }
    assertThat(seen).hasSizeGreaterThan(40);
  }

  @Test
  void tables_hold_no_formula_for_a_spreadsheet() {
    assertThat(browser.get("/export/dealings.csv").body().lines())
        .noneMatch(line -> line.matches(".*(^|,)\"?[=+@-].*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search?q=%3Cscript%3Ewindow.caught%3D1%3C%2Fscript%3E",
        "/search?q=%22%20OR%20NEAR%28",
        "/search?q=%00%EF%BF%BE",
        "/dealings?source=%3Csvg%20onload%3Dx%3E&outlet=%22%3E",
        "/dealings?supplier=%27%20or%201%3D1--",
        "/dealings?page=99999999999",
        "/dealings?sort=title%3Bdrop",
        "/dealings?as-of=2025-13-45",
        "/source?name=%3Cscript%3E",
        "/states/%3Cscript%3E",
        "/equipment/%3Cscript%3E",
        "/map?year=12345",
        "/review?claim=%3Cscript%3E&passed=..%2F..&made=x",
        "/dealings/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
      })
  void strange_addresses_are_answered_calmly(String path) {
    HttpResponse<String> answer = browser.get(path);
    assertThat(answer.statusCode()).isLessThan(500);
    assertThat(answer.body()).doesNotContain("<script>window", "<svg onload", "root:");
    PagesTest.checkPage(path, Jsoup.parse(answer.body(), desk.address().toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../application.properties",
        "/assets/..%2f..%2fetc%2fpasswd",
        "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/assets/..\\..\\etc\\passwd",
        "/assets//etc/passwd",
        "/assets/desk.css%00.js",
        "/assets/",
        "/WEB-INF/web.xml",
        "/../../../../etc/passwd"
      })
  void no_address_leads_out_of_the_desks_few_files(String path) throws IOException {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1\\.1 (400|404) .*").doesNotContain("root:");
  }

  @Test
  void another_name_for_this_machine_is_not_answered() throws IOException {
    assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421")
        .doesNotContain("Dealings");
  }

  @Test
  void what_is_too_large_is_refused_and_the_desk_goes_on() {
    String form = browser.form("/add");
    HttpResponse<String> answer =
        browser.post("/add", Map.of("form", form, "text", "word ".repeat(600_000)));
    assertThat(answer.statusCode()).isIn(400, 413);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void who_sends_slowly_does_not_keep_others_waiting() throws IOException {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), desk.address().getPort())) {
      OutputStream out = slow.getOutputStream();
      out.write(
          "POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nform="
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void uploads_with_hostile_names_are_read_by_their_content() throws Exception {
    String form = browser.form("/add");
    String bound = "----border";
    String body =
        "--"
            + bound
            + "\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n"
            + form
            + "\r\n--"
            + bound
            + "\r\nContent-Disposition: form-data; name=\"files\";"
            + " filename=\"../../<svg onload=x>.txt\"\r\nContent-Type: text/plain\r\n\r\n"
            + "Jets\nSweden has sold Peru 12 Gripen E fighters."
            + "\r\n--"
            + bound
            + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"bomb.warc.gz\"\r\n"
            + "Content-Type: application/gzip\r\n\r\nno archive at all\r\n--"
            + bound
            + "--\r\n";
    HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(browser.cookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(desk.address().resolve("/add"))
                .header("Content-Type", "multipart/form-data; boundary=" + bound)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Document page = Jsoup.parse(answer.body(), answer.uri().toString());
    assertThat(page.select("mark").text()).contains("Sweden has sold Peru 12 Gripen E");
    assertThat(page.select(".box").text()).contains("bomb.warc.gz");
    PagesTest.checkPage("/add", page);
  }

  private String raw(String request) throws IOException {
    URI address = desk.address();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
