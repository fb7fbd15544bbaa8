package org.attache.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attache.desk.Browser;
import org.attache.desk.Desk;
import org.attache.desk.Samples;
import org.attache.desk.account.Role;
import org.attache.desk.api.Examples.Example;
import org.attache.desk.api.Examples.Known;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that the API promises, asked by everybody who may or may not. */
class RolesTest {
  private Staff staff;
  private Desk desk;
  private Known known;

  @BeforeEach
  void open() {
    Path register = Samples.register();
    staff = Staff.of(register);
    desk = Desk.open(Samples.settings(register, true), Samples.reader());
    Client reviewer = Client.with(desk, staff.reviewer());
    known = Known.of(reviewer);
    reviewer.post(
        "/api/v1/decisions", "{\"what\":\"confirm\",\"claim\":\"" + known.claim() + "\"}");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** What a role is answered; the watch that is asked for is its own. */
  private static int expected(Role role, Example example) {
    boolean decides =
        example.operation().path().equals("/decisions") && !example.operation().isGet();
    return decides && role == Role.READER ? 403 : example.good();
  }

  /** What there is to be asked, with a watch of whoever asks. */
  private List<Example> examples(Client own) {
    List<Example> examples = Examples.of(known.watching(Known.madeWatch(own)));
    assertThat(examples).hasSizeGreaterThan(20);
    // A watch is looked at before it is ended.
    List<Example> inOrder = new ArrayList<>(examples.stream().filter(e -> !e.ends()).toList());
    inOrder.addAll(examples.stream().filter(Example::ends).toList());
    return inOrder;
  }

  private static String[] cookie(Browser browser) {
    HttpCookie cookie = browser.cookies().getCookieStore().getCookies().getFirst();
    return new String[] {"Cookie", cookie.getName() + "=" + cookie.getValue()};
  }

  private static String[] and(String[] headers, String... more) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static void check(Example example, String who, int status, Client.Answer answer) {
    assertThat(answer.status())
        .as(who + ": " + example.operation().method() + " " + example.path() + answer.body())
        .isEqualTo(status);
  }

  @Test
  void strangers_are_told_nothing() {
    Client stranger = new Client(desk);
    Client forger = Client.with(desk, "att_" + "0".repeat(64));
    for (Example example : Examples.of(known)) {
      check(example, "a stranger", 401, example.ask(stranger));
      check(example, "a false token", 401, example.ask(forger));
      check(
          example,
          "a false session",
          401,
          example.ask(stranger, "Cookie", "attache=" + "0".repeat(64)));
    }
  }

  @Test
  void each_role_does_by_token_what_it_may() {
    for (Role role : Role.values()) {
      Client client = Client.with(desk, staff.token(role));
      for (Example example : examples(client)) {
        check(example, role.code(), expected(role, example), example.ask(client));
      }
    }
  }

  @Test
  void each_role_does_the_same_by_session_with_the_form_of_a_page() {
    for (Role role : Role.values()) {
      Browser browser = Staff.signedIn(desk, role);
      String[] session = and(cookie(browser), "X-Attache-Form", browser.form("/"));
      Client own = Client.with(desk, staff.token(role));
      for (Example example : examples(own)) {
        check(
            example, role.code(), expected(role, example), example.ask(new Client(desk), session));
      }
    }
  }

  /** Neither Origin nor Sec-Fetch-Site says anything here, as in old browsers. */
  @Test
  void a_session_alone_changes_nothing() {
    Browser browser = Staff.signedIn(desk, Role.ADMIN);
    String other = Staff.signedIn(desk, Role.ADMIN).form("/");
    Client own = Client.with(desk, staff.admin());
    for (Example example : examples(own)) {
      int status = example.operation().isGet() ? 200 : 403;
      check(example, "no form", status, example.ask(new Client(desk), cookie(browser)));
      for (String form : List.of(other, "", "0".repeat(64))) {
        check(
            example,
            "form " + form,
            status,
            example.ask(new Client(desk), and(cookie(browser), "X-Attache-Form", form)));
      }
    }
    assertThat(own.json("/api/v1/decisions").path("decisions").size()).isEqualTo(1);
  }

  @Test
  void watches_are_their_owners_and_the_administrators() {
    Client reviewer = Client.with(desk, staff.reviewer());
    Client reader = Client.with(desk, staff.reader());
    Client admin = Client.with(desk, staff.admin());
    assertThat(reviewer.json("/api/v1/watches").path("watches").size()).isEqualTo(1);
    assertThat(reviewer.json(known.watch()).path("feed").stringValue()).endsWith(".atom");
    assertThat(reader.json("/api/v1/watches").path("watches").size()).isZero();
    assertThat(reader.get(known.watch()).status()).isEqualTo(404);
    assertThat(reader.ask("DELETE", known.watch(), Optional.empty()).status()).isEqualTo(404);
    assertThat(admin.json(known.watch()).path("feed").isNull()).isTrue();
    assertThat(admin.ask("DELETE", known.watch(), Optional.empty()).status()).isEqualTo(204);
    assertThat(reviewer.get(known.watch()).status()).isEqualTo(404);
  }
}
