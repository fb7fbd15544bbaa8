package org.attache.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How hosts are spared. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PolitenessTest {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @AutoClose private final Internet internet = new Internet();
  private Server paper;
  private Fetcher fetcher;

  @BeforeEach
  void start() {
    paper = internet.site("paper.example", "93.184.216.34");
    paper.answers("/a", "200 OK", "Jets").answers("/b", "200 OK", "Tanks");
    fetcher =
        new Fetcher(
            FetcherTest.AGENT, Reach.PUBLIC, Limits.USUAL, Pace.USUAL, internet.surroundings());
  }

  @Test
  void two_pages_of_a_host_are_five_seconds_apart() throws Exception {
    fetch("http://paper.example/a");
    fetch("http://paper.example/b");
    assertThat(paper.targets()).containsExactly("/robots.txt", "/a", "/b");
    assertThat(times())
        .containsExactly(
            Internet.START, Internet.START.plusSeconds(5), Internet.START.plusSeconds(10));
  }

  @Test
  void the_time_since_the_last_answer_counts() throws Exception {
    fetch("http://paper.example/a");
    internet.pass(Duration.ofSeconds(3));
    fetch("http://paper.example/b");
    internet.pass(Duration.ofSeconds(60));
    fetch("http://paper.example/a");
    assertThat(internet.pauses).containsExactly(PAUSE, Duration.ofSeconds(2));
  }

  @Test
  void all_ports_of_a_host_are_one_host() throws Exception {
    internet.server("93.184.216.34", 8080).answers("/a", "200 OK", "Jets");
    fetch("http://paper.example/a");
    fetch("http://PAPER.example:8080/a");
    assertThat(internet.pauses).containsExactly(PAUSE, PAUSE, PAUSE);
  }

  @Test
  void hosts_do_not_wait_for_each_other() throws Exception {
    Server other = internet.site("other.example", "93.184.216.35");
    other.answers("/a", "200 OK", "Jets");
    fetch("http://paper.example/a");
    fetch("http://other.example/a");
    assertThat(other.requests.getFirst().time()).isEqualTo(Internet.START.plusSeconds(5));
    assertThat(internet.pauses).containsExactly(PAUSE, PAUSE);
  }

  @Test
  void a_redirect_waits_for_its_turn_too() throws Exception {
    paper.redirects("/c", "/a");
    fetch("http://paper.example/c");
    assertThat(internet.pauses).containsExactly(PAUSE, PAUSE);
  }

  @ParameterizedTest
  @MethodSource
  void a_site_may_ask_for_a_longer_pause(String delay, Duration pause) throws Exception {
    paper.answers("/robots.txt", "200 OK", "User-agent: *\nCrawl-delay: " + delay);
    assertThat(fetch("http://paper.example/a")).isInstanceOf(Fetched.Page.class);
    assertThat(internet.pauses).containsExactly(pause);
  }

  static Stream<Arguments> a_site_may_ask_for_a_longer_pause() {
    return Stream.of(
        arguments("20", Duration.ofSeconds(20)),
        arguments("7.5", Duration.ofMillis(7_500)),
        arguments("1", PAUSE),
        arguments("-1", PAUSE),
        arguments("soon", PAUSE),
        arguments("86400", Duration.ofMinutes(1)),
        arguments("99999999999999999999", PAUSE),
        arguments("1.0e300", Duration.ofMinutes(1)));
  }

  @Test
  void a_clock_that_is_set_back_makes_nobody_wait_longer() throws Exception {
    fetch("http://paper.example/a");
    internet.pass(Duration.ofDays(-1));
    fetch("http://paper.example/b");
    assertThat(internet.pauses).containsExactly(PAUSE, PAUSE);
  }

  @Test
  void threads_ask_a_host_one_after_the_other() throws Exception {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger mostAtOnce = new AtomicInteger();
    paper.answers(
        "/a",
        (request, out) -> {
          mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          Thread.sleep(20);
          atOnce.decrementAndGet();
          Server.head(out, "200 OK\r\nContent-Length: 0");
        });
    List<Callable<Fetched>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(() -> fetch("http://paper.example/a"));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Fetched> fetched : threads.invokeAll(all)) {
        assertThat(fetched.get()).isInstanceOf(Fetched.Page.class);
      }
    }
    assertThat(paper.requests).hasSize(21);
    assertThat(mostAtOnce).hasValue(1);
    List<Instant> times = times();
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThanOrEqualTo(PAUSE);
    }
  }

  @Test
  void sites_that_redirect_to_each_other_do_not_hold_each_other() throws Exception {
    Server other = internet.site("other.example", "93.184.216.35");
    other
        .redirects("/robots.txt", "http://paper.example/r")
        .redirects("/a", "http://paper.example/b");
    paper
        .redirects("/robots.txt", "http://other.example/r")
        .redirects("/a", "http://other.example/b");
    other.answers("/b", "200 OK", "Jets");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Fetched> fetched :
          threads.invokeAll(
              List.<Callable<Fetched>>of(
                  () -> fetch("http://paper.example/a"), () -> fetch("http://other.example/a")))) {
        assertThat(fetched.get()).isInstanceOf(Fetched.Page.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"429 Too Many", "503 Busy", "500 Oops"})
  void a_host_in_trouble_rests_twice_as_long_each_time(String status) throws Exception {
    paper.answers("/a", status, "");
    for (int i = 0; i < 4; i++) {
      fetch("http://paper.example/a");
    }
    assertThat(internet.pauses)
        .containsExactly(
            PAUSE, PAUSE.multipliedBy(2), PAUSE.multipliedBy(4), PAUSE.multipliedBy(8));
    assertThat(fetch("http://paper.example/b"))
        .isEqualTo(
            new Fetched.Failed(
                "paper.example is to be left alone for another 80 s",
                Optional.of(Duration.ofSeconds(80))));
    internet.pass(Duration.ofSeconds(80));
    internet.pauses.clear();
    fetch("http://paper.example/b");
    fetch("http://paper.example/b");
    assertThat(internet.pauses).containsExactly(PAUSE);
  }

  @Test
  void no_host_in_trouble_rests_longer_than_an_hour_unasked() {
    assertThat(Pace.USUAL.rest(9)).isEqualTo(PAUSE.multipliedBy(512));
    assertThat(Pace.USUAL.rest(10)).isEqualTo(Duration.ofHours(1));
    assertThat(Pace.USUAL.rest(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_host_that_asks_to_be_left_alone_is_left_alone() throws Exception {
    fetch("http://paper.example/b");
    paper.answers("/a", "429 Too Many\r\nRetry-After: 600", "");
    assertThat(fetch("http://paper.example/a"))
        .asInstanceOf(type(Fetched.Failed.class))
        .returns(Optional.of(Duration.ofMinutes(10)), Fetched.Failed::retryAfter);
    internet.pass(Duration.ofMinutes(8));
    assertThat(fetch("http://paper.example/b"))
        .isEqualTo(
            new Fetched.Failed(
                "paper.example is to be left alone for another 120 s",
                Optional.of(Duration.ofMinutes(2))));
    assertThat(paper.targets()).containsExactly("/robots.txt", "/b", "/a");
    internet.pass(Duration.ofSeconds(90));
    assertThat(fetch("http://paper.example/b")).isInstanceOf(Fetched.Page.class);
    assertThat(internet.pauses.getLast()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void a_host_that_cannot_be_reached_rests_too() throws Exception {
    internet.name("dead.example", "93.184.216.99");
    for (int i = 0; i < 20; i++) {
      assertThat(fetch("http://dead.example/a")).isInstanceOf(Fetched.Failed.class);
    }
    assertThat(internet.dialled).hasSize(1);
  }

  @Test
  void a_missing_page_is_no_trouble_of_its_host() throws Exception {
    fetch("http://paper.example/missing");
    fetch("http://paper.example/a");
    assertThat(internet.pauses).containsExactly(PAUSE, PAUSE);
  }

  @Test
  void who_is_told_to_stop_while_waiting_stops() throws Exception {
    Sleeper stopped =
        duration -> {
          throw new InterruptedException("stop");
        };
    Surroundings real = internet.surroundings();
    Fetcher impatient =
        new Fetcher(
            FetcherTest.AGENT,
            Reach.PUBLIC,
            Limits.USUAL,
            Pace.USUAL,
            new Surroundings(real.clock(), stopped, real.resolver(), real.sockets(), real.tls()));
    assertThatThrownBy(() -> impatient.fetch(URI.create("http://paper.example/a"), Validators.NONE))
        .isInstanceOf(InterruptedException.class);
    assertThat(paper.targets()).containsExactly("/robots.txt");
    internet.pass(PAUSE);
    // The turn was given back.
    assertThat(impatient.fetch(URI.create("http://paper.example/a"), Validators.NONE))
        .isInstanceOf(Fetched.Page.class);
  }

  @Test
  void hosts_that_were_asked_long_ago_are_forgotten_but_never_one_whose_turn_it_is()
      throws Exception {
    Turns turns = new Turns(Pace.USUAL, internet.surroundings());
    try (Turns.Turn held = turns.take("paper.example", PAUSE)) {
      for (int i = 0; i < 5_000; i++) {
        turns.take("n" + i + ".example", PAUSE).close();
        internet.pass(Duration.ofSeconds(1));
      }
      held.well();
    }
    assertThat(turns.remembered()).isBetween(61, 2_000);
    turns.take("paper.example", PAUSE).close();
    assertThat(internet.pauses).containsExactly(PAUSE);
  }

  private List<Instant> times() {
    return paper.requests.stream().map(Server.Request::time).toList();
  }

  private Fetched fetch(String uri) throws InterruptedException {
    return fetcher.fetch(URI.create(uri), Validators.NONE);
  }
}
