package org.attache.gather.fetch;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest {
  private static final String FILE = "/robots.txt";

  @AutoClose private final Internet internet = new Internet();
  private Server paper;
  private Fetcher fetcher;

  @BeforeEach
  void start() {
    paper = internet.site("paper.example", "93.184.216.34");
    paper.answers("/a", "200 OK", "Jets");
    fetcher =
        new Fetcher(
            FetcherTest.AGENT, Reach.PUBLIC, Limits.USUAL, Pace.USUAL, internet.surroundings());
  }

  @Test
  void a_site_that_does_not_want_it_is_not_asked() throws Exception {
    rules("User-agent: *\nDisallow: /a\nAllow: /a/b");
    paper.answers("/a/b", "200 OK", "Jets");
    assertThat(fetch("/a"))
        .asInstanceOf(type(Fetched.Refused.class))
        .extracting(Fetched.Refused::reason, as(STRING))
        .isEqualTo("http://paper.example/a: the site's robots.txt does not want Attache there");
    assertThat(fetch("/a/b")).isInstanceOf(Fetched.Page.class);
    assertThat(paper.targets()).containsExactly(FILE, "/a/b");
  }

  @Test
  void what_is_said_to_this_robot_counts_more_than_what_is_said_to_all() throws Exception {
    rules("User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: ATTACHE\nDisallow: /b");
    assertThat(fetch("/a")).isInstanceOf(Fetched.Page.class);
    assertThat(fetch("/b")).isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void a_redirect_asks_the_rules_of_the_site_that_it_leads_to() throws Exception {
    Server other = internet.site("other.example", "93.184.216.35");
    other.answers(FILE, "200 OK", "User-agent: *\nDisallow: /");
    paper.redirects("/a", "http://other.example/a");
    assertThat(fetch("/a")).isInstanceOf(Fetched.Refused.class);
    assertThat(other.targets()).containsExactly(FILE);
  }

  @Test
  void each_port_has_rules_of_its_own() throws Exception {
    rules("User-agent: *\nDisallow: /");
    internet.server("93.184.216.34", 8080).answers("/a", "200 OK", "Jets");
    assertThat(fetcher.fetch(URI.create("http://paper.example:8080/a"), Validators.NONE))
        .isInstanceOf(Fetched.Page.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"400 Bad", "401 No", "403 No", "404 No", "410 Gone", "204 Empty", "304 No"})
  void a_site_without_rules_allows_all(String status) throws Exception {
    paper.answers(FILE, (request, out) -> Server.head(out, status));
    assertThat(fetch("/a")).isInstanceOf(Fetched.Page.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500 Oops", "503 Busy", "599 ?", "429 Too Many"})
  void a_site_whose_rules_cannot_be_had_allows_nothing_for_now(String status) throws Exception {
    paper.answers(FILE, status, "User-agent: *\nAllow: /");
    assertThat(fetch("/a"))
        .isEqualTo(
            new Fetched.Failed(
                "http://paper.example/robots.txt cannot be had, so nothing is: the answer was "
                    + status.substring(0, 3),
                Optional.of(Duration.ofMinutes(10))));
    internet.pass(Duration.ofMinutes(9));
    assertThat(fetch("/a"))
        .asInstanceOf(type(Fetched.Failed.class))
        .returns(Optional.of(Duration.ofMinutes(1)), Fetched.Failed::retryAfter);
    assertThat(paper.targets()).containsExactly(FILE);
    internet.pass(Duration.ofMinutes(1));
    paper.answers(FILE, "404 Not Found", "");
    assertThat(fetch("/a")).isInstanceOf(Fetched.Page.class);
  }

  @Test
  void a_busy_site_says_when_to_ask_for_its_rules_again() throws Exception {
    paper.answers(FILE, "503 Busy\r\nRetry-After: 7200", "");
    assertThat(fetch("/a"))
        .asInstanceOf(type(Fetched.Failed.class))
        .returns(Optional.of(Duration.ofHours(2)), Fetched.Failed::retryAfter);
  }

  @Test
  void rules_are_kept_for_a_day() throws Exception {
    rules("User-agent: *\nDisallow: /b");
    fetch("/a");
    internet.pass(Duration.ofHours(23));
    fetch("/a");
    assertThat(paper.targets()).containsExactly(FILE, "/a", "/a");
    rules("User-agent: *\nDisallow: /a");
    internet.pass(Duration.ofHours(1));
    assertThat(fetch("/a")).isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void earlier_rules_hold_while_newer_ones_cannot_be_had() throws Exception {
    rules("User-agent: *\nDisallow: /b");
    fetch("/a");
    paper.answers(FILE, "500 Oops", "");
    internet.pass(Duration.ofHours(25));
    assertThat(fetch("/a")).isInstanceOf(Fetched.Page.class);
    assertThat(fetch("/b")).isInstanceOf(Fetched.Refused.class);
    assertThat(paper.targets()).containsExactly(FILE, "/a", FILE, "/a");
  }

  @Test
  void rules_are_read_to_half_a_megabyte() throws Exception {
    String padding = ("#" + "-".repeat(1_022) + "\n").repeat(499);
    rules("User-agent: *\n" + padding + "Disallow: /a\n" + padding + "Disallow: /b");
    paper.answers("/b", "200 OK", "Jets");
    assertThat(fetch("/a")).isInstanceOf(Fetched.Refused.class);
    assertThat(fetch("/b")).isInstanceOf(Fetched.Page.class);
  }

  @Test
  void rules_may_lie_elsewhere() throws Exception {
    Server other = internet.site("other.example", "93.184.216.35");
    other.answers("/r", "200 OK", "User-agent: *\nDisallow: /a");
    paper.redirects(FILE, "http://other.example/r");
    assertThat(fetch("/a")).isInstanceOf(Fetched.Refused.class);
    assertThat(other.targets()).containsExactly("/r");
  }

  @Test
  void rules_that_lie_in_a_private_network_are_not_looked_for_there() throws Exception {
    Server inside = internet.server("10.0.0.1", 80);
    paper.redirects(FILE, "http://10.0.0.1/robots.txt");
    assertThat(fetch("/a")).isInstanceOf(Fetched.Failed.class);
    assertThat(inside.requests).isEmpty();
    assertThat(paper.targets()).containsExactly(FILE);
  }

  @Test
  void rules_behind_more_than_five_redirects_are_none() throws Exception {
    paper.redirects(FILE, FILE);
    assertThat(fetch("/a")).isInstanceOf(Fetched.Page.class);
    assertThat(paper.targets()).containsExactly(FILE, FILE, FILE, FILE, FILE, FILE, "/a");
  }

  @Test
  void a_page_in_place_of_rules_forbids_nothing() throws Exception {
    paper.answers(
        FILE, "200 OK\r\nContent-Type: text/html", "<html><body>Disallow: /a</body></html>");
    assertThat(fetch("/a")).isInstanceOf(Fetched.Page.class);
  }

  @Test
  void many_rules_of_many_sites_do_not_fill_the_heap() throws Exception {
    String many = "User-agent: *\n" + "Allow:/\n".repeat(60_000);
    for (int i = 0; i < 60; i++) {
      Server site = internet.site("n" + i + ".example", "93.184.0." + i);
      site.answers(FILE, "200 OK", many).answers("/", "200 OK", "Jets");
      assertThat(fetcher.fetch(URI.create("http://n" + i + ".example/"), Validators.NONE))
          .isInstanceOf(Fetched.Page.class);
    }
    // Those of the last are still known, those of the first are not.
    assertThat(asks("n59.example")).isEqualTo(0);
    assertThat(asks("n0.example")).isEqualTo(1);
  }

  private long asks(String host) throws InterruptedException {
    int before = internet.dialled.size();
    fetcher.fetch(URI.create("http://" + host + "/"), Validators.NONE);
    return internet.dialled.size() - before - 1L;
  }

  private void rules(String lines) {
    paper.answers(FILE, "200 OK\r\nContent-Type: text/plain", lines);
  }

  private Fetched fetch(String path) throws InterruptedException {
    return fetcher.fetch(URI.create("http://paper.example" + path), Validators.NONE);
  }
}
