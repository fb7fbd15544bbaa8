package org.attache.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final URI FEED = URI.create("http://paper.example/feed");
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  @AutoClose private final Internet internet = new Internet();
  private final Visits visits = Visits.inMemory();
  private final List<Fetched> taken = new ArrayList<>();
  private Server paper;
  private Watch watch;

  @BeforeEach
  void start() {
    paper = internet.site("paper.example", "93.184.216.34");
    paper.answers("/feed", "200 OK\r\nETag: \"1\"", "Jets");
    Fetcher fetcher =
        new Fetcher(
            FetcherTest.AGENT, Reach.PUBLIC, Limits.USUAL, Pace.USUAL, internet.surroundings());
    watch = new Watch(fetcher, visits, Rhythm.USUAL, internet::now);
  }

  @Test
  void an_address_is_visited_each_half_hour() throws Exception {
    assertThat(look()).isTrue();
    assertThat(look()).isFalse();
    internet.pass(HALF_HOUR.minusSeconds(1));
    assertThat(look()).isFalse();
    internet.pass(Duration.ofSeconds(1));
    assertThat(look()).isTrue();
    assertThat(taken).hasSize(2).hasOnlyElementsOfType(Fetched.Page.class);
  }

  @Test
  void a_feed_is_sent_only_when_it_has_changed() throws Exception {
    paper.answers(
        "/feed",
        (request, out) ->
            Server.head(
                out,
                request.headers().containsKey("if-none-match")
                    ? "304 Not Modified"
                    : "200 OK\r\nETag: \"1\"\r\nContent-Length: 0"));
    for (int i = 0; i < 3; i++) {
      look();
      internet.pass(HALF_HOUR);
    }
    assertThat(taken.getFirst()).isInstanceOf(Fetched.Page.class);
    assertThat(taken.subList(1, 3)).containsOnly(new Fetched.NotModified());
    assertThat(paper.requests.getLast().headers()).containsEntry("if-none-match", "\"1\"");
  }

  @Test
  void a_page_that_could_not_be_dealt_with_is_fetched_again() throws Exception {
    assertThatThrownBy(
            () ->
                watch.look(
                    FEED,
                    fetched -> {
                      throw new IllegalStateException("no room");
                    }))
        .hasMessage("no room");
    assertThat(visits.load(FEED)).isEmpty();
    assertThat(look()).isTrue();
  }

  @Test
  void each_failure_doubles_the_time_to_the_next_visit_up_to_a_day() throws Exception {
    paper.answers("/feed", "404 Not Found", "");
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      look();
      waits.add(Duration.between(internet.now(), next()));
      internet.pass(waits.getLast());
    }
    assertThat(waits.stream().map(Duration::toHours))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 24L, 24L, 24L);
    assertThat(visits.load(FEED).orElseThrow().failures()).isEqualTo(8);
    paper.answers("/feed", "200 OK", "Jets");
    look();
    assertThat(visits.load(FEED).orElseThrow().failures()).isZero();
    assertThat(Duration.between(internet.now(), next())).isEqualTo(HALF_HOUR);
  }

  @Test
  void a_server_may_ask_for_more() throws Exception {
    paper.answers("/feed", "503 Busy\r\nRetry-After: 360000", "");
    look();
    assertThat(Duration.between(internet.now(), next())).isEqualTo(Duration.ofHours(100));
  }

  @Test
  void a_server_may_not_ask_for_less() throws Exception {
    paper.answers("/feed", "503 Busy\r\nRetry-After: 1", "");
    look();
    assertThat(Duration.between(internet.now(), next())).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void what_is_refused_is_tried_again_the_next_day() throws Exception {
    paper.answers("/robots.txt", "200 OK", "User-agent: *\nDisallow: /feed");
    look();
    assertThat(taken.getFirst()).isInstanceOf(Fetched.Refused.class);
    assertThat(Duration.between(internet.now(), next())).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void what_is_gone_is_never_visited_again() throws Exception {
    paper.answers("/feed", "410 Gone", "");
    look();
    internet.pass(Duration.ofDays(10_000));
    assertThat(look()).isFalse();
    assertThat(taken).containsExactly(new Fetched.Gone());
  }

  @Test
  void a_failure_keeps_the_validators() {
    Validators known = new Validators(Optional.of("\"1\""), Optional.empty());
    Optional<Visit> before = Optional.of(new Visit(known, Internet.START, 0, Optional.empty()));
    Instant now = Internet.START.plusSeconds(1);
    for (Fetched fetched :
        List.of(new Fetched.Failed("a"), new Fetched.Refused("b"), new Fetched.NotModified())) {
      assertThat(Visit.after(before, fetched, now, Rhythm.USUAL).validators()).isEqualTo(known);
    }
  }

  private Instant next() {
    return visits.load(FEED).flatMap(Visit::next).orElseThrow();
  }

  private boolean look() throws InterruptedException {
    return watch.look(FEED, taken::add);
  }
}
