package org.attache.gather.fetch;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
  static final UserAgent AGENT =
      new UserAgent("Attache", "1.0", URI.create("https://desk.example/bot"));
  private static final String PAPER = "93.184.216.34";

  @AutoClose private final Internet internet = new Internet();
  private Server paper;
  private Fetcher fetcher;

  @BeforeEach
  void start() {
    paper = internet.site("paper.example", PAPER);
    fetcher = new Fetcher(AGENT, Reach.PUBLIC, Limits.USUAL, Pace.USUAL, internet.surroundings());
  }

  @Test
  void a_page_comes_with_its_address_type_character_set_and_validators() throws Exception {
    paper.answers(
        "/a?b=c",
        "200 OK\r\nContent-Type: Text/HTML; Charset=\"iso-8859-1\"\r\nETag: W/\"1\"\r\n"
            + "Last-Modified: Mon, 02 Mar 2026 07:00:00 GMT",
        "Jets");
    assertThat(fetch("http://paper.example/a?b=c#d"))
        .isEqualTo(
            new Fetched.Page(
                URI.create("http://paper.example/a?b=c"),
                false,
                new Body("Jets".getBytes(StandardCharsets.UTF_8)),
                Optional.of("text/html"),
                Optional.of(StandardCharsets.ISO_8859_1),
                new Validators(
                    Optional.of("W/\"1\""), Optional.of("Mon, 02 Mar 2026 07:00:00 GMT"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html; charset=klingon", "text/html; charset=\u00A7", ";", "a b"})
  void a_character_set_that_nobody_knows_is_left_open(String contentType) throws Exception {
    paper.answers("/", "200 OK\r\nContent-Type: " + contentType, "Jets");
    assertThat(fetch("http://paper.example/"))
        .asInstanceOf(type(Fetched.Page.class))
        .returns(Optional.empty(), Fetched.Page::charset);
  }

  @Test
  void a_request_says_who_asks_and_carries_nothing_else_of_him() throws Exception {
    paper.answers("/a", "200 OK\r\nSet-Cookie: a=b", "Jets");
    fetch("http://paper.example/a");
    fetch("http://paper.example/a");
    assertThat(paper.targets()).containsExactly("/robots.txt", "/a", "/a");
    assertThat(paper.requests)
        .allSatisfy(
            request ->
                assertThat(request.headers())
                    .containsEntry("user-agent", "Attache/1.0 (+https://desk.example/bot)")
                    .containsEntry("host", "paper.example")
                    .containsOnlyKeys(
                        "accept", "accept-encoding", "connection", "host", "user-agent"));
  }

  @Test
  void an_unchanged_page_is_not_sent_again() throws Exception {
    paper.answers(
        "/a",
        (request, out) ->
            Server.head(
                out,
                request.headers().getOrDefault("if-none-match", "").equals("\"1\"")
                        && request.headers().getOrDefault("if-modified-since", "").equals("Monday")
                    ? "304 Not Modified"
                    : "500 Unknown\r\nContent-Length: 0"));
    Validators known = new Validators(Optional.of("\"1\""), Optional.of("Monday"));
    assertThat(fetcher.fetch(URI.create("http://paper.example/a"), known))
        .isEqualTo(new Fetched.NotModified());
  }

  @Test
  void an_unknown_page_cannot_be_unchanged() throws Exception {
    paper.answers("/a", (request, out) -> Server.head(out, "304 Not Modified"));
    assertThat(fetch("http://paper.example/a")).isInstanceOf(Fetched.Failed.class);
  }

  @Test
  void a_page_that_is_gone_is_gone() throws Exception {
    paper.answers("/a", "410 Gone", "It is gone.");
    assertThat(fetch("http://paper.example/a")).isEqualTo(new Fetched.Gone());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 451})
  void a_page_that_is_not_for_everybody_is_left_alone(int status) throws Exception {
    paper.answers("/a", status + " No", "");
    assertThat(fetch("http://paper.example/a")).isInstanceOf(Fetched.Refused.class);
  }

  @ParameterizedTest
  @MethodSource
  void a_failure_says_when_to_come_back(String head, Optional<Duration> retryAfter)
      throws Exception {
    paper.answers("/a", head, "Not now.");
    assertThat(fetch("http://paper.example/a"))
        .isEqualTo(
            new Fetched.Failed(
                "http://paper.example/a was answered with " + head.substring(0, 3), retryAfter));
  }

  static Stream<Arguments> a_failure_says_when_to_come_back() {
    return Stream.of(
        arguments("404 Not Found", Optional.empty()),
        arguments("300 Multiple Choices", Optional.empty()),
        arguments("302 Found", Optional.empty()),
        arguments("206 Partial Content", Optional.empty()),
        arguments("429 Too Many\r\nRetry-After: 120", Optional.of(Duration.ofMinutes(2))),
        arguments("429 Too Many\r\nRetry-After: soon", Optional.empty()),
        // The requests for the rules and for the page are five seconds apart.
        arguments(
            "503 Busy\r\nRetry-After: Mon, 02 Mar 2026 09:00:05 GMT",
            Optional.of(Duration.ofHours(1))),
        arguments(
            "503 Busy\r\nRetry-After: Mon, 02 Mar 2020 09:00:05 GMT", Optional.of(Duration.ZERO)),
        arguments(
            "503 Busy\r\nRetry-After: 99999999999999999999", Optional.of(Duration.ofDays(30))));
  }

  @Test
  void redirects_are_followed_five_times() throws Exception {
    for (int i = 0; i < 5; i++) {
      paper.redirects("/" + i, "/" + (i + 1));
    }
    paper.answers("/5", "200 OK", "Jets");
    paper.redirects("/start", "0");
    assertThat(fetch("http://paper.example/0"))
        .asInstanceOf(type(Fetched.Page.class))
        .returns(URI.create("http://paper.example/5"), Fetched.Page::uri)
        .returns(false, Fetched.Page::downgraded);
    assertThat(fetch("http://paper.example/start"))
        .isEqualTo(new Fetched.Failed("http://paper.example/start redirects more than 5 times"));
    assertThat(paper.targets().stream().filter("/5"::equals)).hasSize(1);
  }

  @Test
  void a_redirect_may_be_written_in_letters_of_any_language() throws Exception {
    paper.redirects("/a", "/bücher von heute");
    paper.answers("/b%C3%BCcher%20von%20heute", "200 OK", "Jets");
    assertThat(fetch("http://paper.example/a")).isInstanceOf(Fetched.Page.class);
  }

  @Test
  void a_circle_of_redirects_ends_where_it_closes() throws Exception {
    paper.redirects("/a", "http://PAPER.example:80/b#c");
    paper.redirects("/b", "./a");
    assertThat(fetch("http://paper.example/a"))
        .isEqualTo(
            new Fetched.Failed(
                "http://paper.example/a redirects in a circle, back to http://paper.example/a"));
    assertThat(paper.targets()).containsExactly("/robots.txt", "/a", "/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/admin",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "//10.0.0.1/",
        "http://intranet.example/",
        "http://localhost:8080/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://paper.example:6379/",
        "http://user:password@paper.example/b",
        "file:///etc/passwd",
        "ftp://paper.example/"
      })
  void a_redirect_leads_nowhere_that_a_first_address_could_not(String location) throws Exception {
    internet.name("intranet.example", "192.168.0.1");
    Server inside = internet.server("192.168.0.1", 80);
    paper.redirects("/a", location);
    assertThat(fetch("http://paper.example/a")).isInstanceOf(Fetched.Refused.class);
    assertThat(internet.dialled).containsOnly(PAPER + ":80");
    assertThat(inside.requests).isEmpty();
  }

  @Test
  void an_address_is_checked_with_the_answer_that_is_dialled() throws Exception {
    internet.name("rebound.example", PAPER);
    internet.name("rebound.example", "127.0.0.1");
    Server inside = internet.server("127.0.0.1", 80);
    paper.answers("/a", "200 OK", "Jets");
    assertThat(fetch("http://rebound.example/a")).isInstanceOf(Fetched.Page.class);
    assertThat(internet.lookups).containsExactly("rebound.example");
    assertThat(fetch("http://rebound.example/a")).isInstanceOf(Fetched.Refused.class);
    assertThat(internet.lookups).containsExactly("rebound.example", "rebound.example");
    assertThat(internet.dialled).containsOnly(PAPER + ":80");
    assertThat(inside.requests).isEmpty();
  }

  @Test
  void a_name_with_a_private_address_is_not_dialled() throws Exception {
    internet.name("evil.example", "169.254.169.254");
    assertThat(fetch("http://evil.example/latest/meta-data/"))
        .asInstanceOf(type(Fetched.Refused.class))
        .extracting(Fetched.Refused::reason, as(STRING))
        .contains("169.254.169.254 is set aside for a cloud's metadata");
    assertThat(internet.dialled).isEmpty();
  }

  @Test
  void a_host_that_does_not_answer_at_one_address_is_tried_at_the_next() throws Exception {
    internet.name("two.example", "93.184.216.35", PAPER);
    paper.answers("/a", "200 OK", "Jets");
    assertThat(fetch("http://two.example/a")).isInstanceOf(Fetched.Page.class);
    assertThat(internet.dialled)
        .containsExactly("93.184.216.35:80", PAPER + ":80", "93.184.216.35:80", PAPER + ":80");
  }

  @Test
  void a_path_of_slashes_stays_at_its_host() throws Exception {
    paper.answers("//evil.example/a", "200 OK", "Jets");
    assertThat(fetch("http://paper.example//evil.example/a")).isInstanceOf(Fetched.Page.class);
    assertThat(internet.dialled).containsOnly(PAPER + ":80");
  }

  @Test
  void what_is_on_this_machine_can_be_fetched_where_that_is_allowed() throws Exception {
    internet.server("127.0.0.1", 3000).answers("/a", "200 OK", "Jets");
    Fetcher allowed =
        new Fetcher(AGENT, Reach.PRIVATE_TOO, Limits.USUAL, Pace.USUAL, internet.surroundings());
    assertThat(allowed.fetch(URI.create("http://127.0.0.1:3000/a"), Validators.NONE))
        .isInstanceOf(Fetched.Page.class);
  }

  private Fetched fetch(String uri) throws InterruptedException {
    return fetcher.fetch(URI.create(uri), Validators.NONE);
  }
}
