package org.attache.desk.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.desk.Browser;
import org.attache.desk.Desk;
import org.attache.desk.Samples;
import org.attache.lexicon.Tables;
import org.attache.register.store.DeskBooks;
import org.attache.register.store.Register;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
  private static final String PASSWORD = "a long enough one";

  private Path file;
  private Desk desk;
  private String token = "";

  @BeforeEach
  void open() {
    file = Samples.register();
    try (Register register = Register.open(file.toString(), Tables.builtIn())) {
      String hash = Passwords.hash(PASSWORD);
      for (Role role : Role.values()) {
        register
            .deskBooks()
            .keep(
                new DeskBooks.Account("a " + role.code(), role.code(), hash, Instant.EPOCH, false));
      }
      register.deskBooks().keep(new DeskBooks.Account("gone", "admin", hash, Instant.EPOCH, true));
      token = Doorkeeper.giveToken(register.deskBooks(), "a reviewer", "for a test", Instant.EPOCH);
    }
    desk = Desk.open(Samples.settings(file, true), Samples.reader());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Browser stranger() {
    return new Browser(desk.address(), HttpClient.Redirect.NEVER);
  }

  private Browser signedIn(String name) {
    Browser browser = stranger();
    assertThat(signIn(browser, name, PASSWORD, "/").statusCode()).isEqualTo(303);
    return browser;
  }

  private static HttpResponse<String> signIn(
      Browser browser, String name, String password, String to) {
    Map<String, String> fields = new HashMap<>();
    fields.put("form", browser.form("/login"));
    fields.put("name", name);
    fields.put("password", password);
    fields.put("to", to);
    return browser.post("/login", fields);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/dealings",
        "/dealings/x",
        "/reports/x",
        "/states/SE",
        "/equipment",
        "/map",
        "/search?q=x",
        "/sources",
        "/review",
        "/add",
        "/audit",
        "/export/attache.jsonl",
        "/export/dealings.csv",
        "/metrics"
      })
  void a_stranger_is_sent_to_sign_in_from_every_page(String path) {
    HttpResponse<String> answer = stranger().get(path);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/login?to=");
  }

  @Test
  void the_form_itself_shows_nothing_of_the_register() {
    assertThat(stranger().page("/login").select("nav, .find, .day")).isEmpty();
  }

  @Test
  void a_reader_looks_and_does_nothing_else() {
    Browser reader = signedIn("a reader");
    assertThat(reader.get("/dealings").statusCode()).isEqualTo(200);
    for (String path : List.of("/review", "/add", "/audit")) {
      assertThat(reader.get(path).statusCode()).as(path).isEqualTo(403);
    }
    String form = reader.page("/").expectFirst("input[name=form]").val();
    for (String path : List.of("/review/undo", "/review/x", "/add", "/add/x")) {
      assertThat(reader.post(path, Map.of("form", form, "decision", "1")).statusCode())
          .as(path)
          .isEqualTo(403);
    }
  }

  @Test
  void a_reviewer_decides_and_does_not_see_the_log() {
    Browser reviewer = signedIn("a reviewer");
    assertThat(reviewer.get("/review").statusCode()).isEqualTo(200);
    assertThat(reviewer.get("/audit").statusCode()).isEqualTo(403);
  }

  @Test
  void an_admin_sees_who_signed_in_and_who_was_not_let_in() {
    signIn(stranger(), "a reader", "wrong password", "/");
    Browser admin = signedIn("a admin");
    assertThat(admin.page("/audit").select("table").text())
        .contains("a reader was not let in", "a admin signed in");
  }

  @Test
  void wrong_names_wrong_passwords_and_closed_accounts_are_told_the_same() {
    List<String> answers =
        List.of(
                signIn(stranger(), "a reader", "wrong password", "/"),
                signIn(stranger(), "nobody", PASSWORD, "/"),
                signIn(stranger(), "gone", PASSWORD, "/"))
            .stream()
            .map(
                answer -> {
                  assertThat(answer.statusCode()).isEqualTo(401);
                  return Jsoup.parse(answer.body()).expectFirst(".box").text();
                })
            .distinct()
            .toList();
    assertThat(answers).hasSize(1);
  }

  @Test
  void after_ten_failures_a_name_waits_even_with_the_right_password() {
    for (int i = 0; i < 10; i++) {
      assertThat(signIn(stranger(), "a reader", "wrong " + i, "/").statusCode()).isEqualTo(401);
    }
    assertThat(signIn(stranger(), "a reader", PASSWORD, "/").statusCode()).isEqualTo(429);
  }

  @Test
  void signing_in_gives_a_fresh_session_whatever_the_browser_brought() {
    String brought = "ab".repeat(32);
    Browser browser = stranger();
    HttpResponse<String> form = browser.get("/login", "Cookie", "attache=" + brought);
    String secret = Jsoup.parse(form.body()).expectFirst("input[name=form]").val();
    HttpResponse<String> answer =
        stranger()
            .post(
                "/login",
                Map.of("form", secret, "name", "a reader", "password", PASSWORD, "to", "/"),
                "Cookie",
                "attache=" + brought);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .doesNotContain(brought)
        .contains("HttpOnly", "SameSite=Lax");
    assertThat(stranger().get("/", "Cookie", "attache=" + brought).statusCode()).isEqualTo(302);
  }

  @Test
  void signing_out_ends_the_session_itself_and_not_only_the_cookie() {
    Browser browser = stranger();
    HttpResponse<String> in = signIn(browser, "a reader", PASSWORD, "/");
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    assertThat(stranger().get("/", "Cookie", cookie).statusCode()).isEqualTo(200);
    String form = browser.page("/").expectFirst("form.out input[name=form]").val();
    assertThat(browser.post("/logout", Map.of("form", form)).statusCode()).isEqualTo(303);
    assertThat(stranger().get("/", "Cookie", cookie).statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:x",
        "/a\nb",
        "/\t/elsewhere.example"
      })
  void signing_in_leads_nowhere_else(String to) {
    assertThat(signIn(stranger(), "a reader", PASSWORD, to).headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/").doesNotContain("elsewhere"));
  }

  @Test
  void a_form_without_the_secret_of_this_browser_does_nothing() {
    Browser reviewer = signedIn("a reviewer");
    String others = signedIn("a reviewer").form("/review");
    String key = reviewer.page("/review").expectFirst("form.decide").attr("action");
    assertThat(reviewer.post(key, Map.of("what", "reject")).statusCode()).isEqualTo(403);
    assertThat(reviewer.post(key, Map.of("what", "reject", "form", others)).statusCode())
        .isEqualTo(403);
    assertThat(reviewer.page("/dealings").select("table.lines tbody tr")).isNotEmpty();
    assertThat(
            stranger()
                .post("/login", Map.of("name", "a reader", "password", PASSWORD))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_closed_account_is_out_at_once_though_it_is_signed_in() {
    Browser browser = signedIn("a reader");
    try (Register register = Register.open(file.toString(), Tables.builtIn())) {
      DeskBooks books = register.deskBooks();
      DeskBooks.Account account = Optional.of("a reader").flatMap(books::account).orElseThrow();
      books.keep(
          new DeskBooks.Account(
              account.name(), account.role(), account.password(), account.created(), true));
    }
    assertThat(browser.get("/").statusCode()).isEqualTo(302);
  }

  @Test
  void a_token_does_what_its_account_may() {
    assertThat(stranger().get("/dealings", "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(200);
    assertThat(stranger().get("/audit", "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(403);
    assertThat(stranger().get("/dealings", "Authorization", "Bearer att_wrong").statusCode())
        .isEqualTo(302);
  }
}
