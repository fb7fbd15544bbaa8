package org.attache.gather.fetch;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that flood, hold, lie or babble. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileServerTest {
  private static final URI PAGE = URI.create("http://paper.example/a");
  private static final byte[] MEGABYTE = new byte[1_000_000];

  @AutoClose private final Internet internet = new Internet();
  private Server paper;

  @BeforeEach
  void start() {
    paper = internet.site("paper.example", "93.184.216.34");
  }

  @Test
  void two_gigabytes_are_read_up_to_the_limit_only() throws Exception {
    AtomicLong written = new AtomicLong();
    paper.answers(
        "/a",
        (request, out) -> {
          Server.head(out, "200 OK\r\nContent-Length: 2000000000");
          for (int i = 0; i < 2_000; i++) {
            out.write(MEGABYTE);
            written.addAndGet(MEGABYTE.length);
          }
        });
    assertThat(fetch(Limits.USUAL))
        .isEqualTo(new Fetched.Refused("http://paper.example/a is longer than 10000000 bytes"));
    // What is beyond the limit lies in the buffers of the two sockets.
    assertThat(written).hasValueBetween(10_000_000L, 40_000_000L);
  }

  @Test
  void a_page_of_just_the_limit_is_taken() throws Exception {
    paper.answers("/a", "200 OK", "a".repeat(1_000));
    assertThat(fetch(limits(1_000)))
        .asInstanceOf(type(Fetched.Page.class))
        .returns(1_000, page -> page.body().length());
    assertThat(fetch(limits(999))).isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void a_bomb_is_unpacked_up_to_the_limit_only() throws Exception {
    byte[] bomb = gzip(out -> times(1_000, () -> out.write(MEGABYTE)));
    assertThat(bomb).hasSizeLessThan(1_100_000);
    paper.answers("/a", (request, out) -> packed(out, "gzip", bomb));
    assertThat(fetch(Limits.USUAL)).isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void a_packed_page_is_unpacked() throws Exception {
    byte[] jets = gzip(out -> out.write("Jets".getBytes(StandardCharsets.UTF_8)));
    paper.answers("/a", (request, out) -> packed(out, "gzip", jets));
    assertThat(fetch(Limits.USUAL))
        .asInstanceOf(type(Fetched.Page.class))
        .returns(new Body("Jets".getBytes(StandardCharsets.UTF_8)), Fetched.Page::body);
    assertThat(paper.requests.getLast().headers()).containsEntry("accept-encoding", "gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, gzip", "br", "deflate", "zstd", "\u001B[31m"})
  void a_page_packed_otherwise_or_twice_is_not_unpacked(String coding) throws Exception {
    paper.answers("/a", (request, out) -> packed(out, coding, new byte[10]));
    assertThat(fetch(Limits.USUAL))
        .asInstanceOf(type(Fetched.Failed.class))
        .extracting(Fetched.Failed::reason, as(STRING))
        .contains("and not as gzip")
        .doesNotContain("\u001B");
  }

  @Test
  void a_page_that_only_claims_to_be_packed_fails() throws Exception {
    paper.answers("/a", "200 OK\r\nContent-Encoding: gzip", "Jets for the Atacama");
    assertThat(fetch(Limits.USUAL)).isInstanceOf(Fetched.Failed.class);
  }

  @Test
  void a_body_that_comes_byte_by_byte_ends_with_its_time() throws Exception {
    paper.answers(
        "/a",
        (request, out) -> {
          Server.head(out, "200 OK\r\nContent-Length: 1000");
          drip(out, "a");
        });
    failsInTime();
  }

  @Test
  void a_packed_body_of_countless_empty_members_is_given_up() throws Exception {
    byte[] nothing = gzip(out -> {});
    paper.answers(
        "/a",
        (request, out) -> {
          Server.head(out, "200 OK\r\nContent-Encoding: gzip");
          while (true) {
            out.write(nothing);
          }
        });
    assertThat(fetch(Limits.USUAL)).isInstanceOf(Fetched.Failed.class);
  }

  @Test
  void a_packed_body_whose_name_has_no_end_is_given_up() throws Exception {
    paper.answers(
        "/a",
        (request, out) -> {
          Server.head(out, "200 OK\r\nContent-Encoding: gzip");
          out.write(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0});
          byte[] name = "n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
          while (true) {
            out.write(name);
          }
        });
    assertThat(fetch(Limits.USUAL)).isInstanceOf(Fetched.Failed.class);
  }

  @Test
  void a_packed_body_of_several_members_is_one_page() throws Exception {
    byte[] ha = gzip(out -> out.write("ha".getBytes(StandardCharsets.UTF_8)));
    paper.answers(
        "/a",
        (request, out) -> {
          Server.head(out, "200 OK\r\nContent-Encoding: gzip");
          out.write(ha);
          out.flush();
          Thread.sleep(50);
          out.write(ha);
        });
    assertThat(fetch(Limits.USUAL))
        .asInstanceOf(type(Fetched.Page.class))
        .returns(new Body("haha".getBytes(StandardCharsets.UTF_8)), Fetched.Page::body);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void whatever_is_called_packed_there_is_an_outcome(long seed) throws Exception {
    Random random = new Random(seed);
    Fetcher fetcher = fetcher(Limits.USUAL);
    for (int i = 0; i < 40; i++) {
      byte[] drawn = new byte[random.nextInt(200)];
      random.nextBytes(drawn);
      byte[] head = {0x1f, (byte) 0x8b, 8, (byte) random.nextInt(32)};
      System.arraycopy(head, 0, drawn, 0, Math.min(head.length, drawn.length));
      paper.answers("/a", (request, out) -> packed(out, "gzip", drawn));
      assertThat(fetcher.fetch(PAGE, Validators.NONE)).isInstanceOf(Fetched.Failed.class);
      internet.pass(Duration.ofDays(1));
    }
  }

  @Test
  void headers_that_come_byte_by_byte_end_with_their_time() throws Exception {
    paper.answers(
        "/a",
        (request, out) -> {
          out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.UTF_8));
          drip(out, "a");
        });
    failsInTime();
  }

  @Test
  void news_that_the_answer_is_under_way_ends_with_its_time() throws Exception {
    paper.answers("/a", (request, out) -> drip(out, "HTTP/1.1 102 Processing\r\n\r\n"));
    failsInTime();
  }

  @Test
  void silence_ends_with_its_time() throws Exception {
    paper.answers("/a", (request, out) -> Thread.sleep(Duration.ofMinutes(5)));
    failsInTime();
  }

  @Test
  void time_ends_even_where_the_common_pool_is_busy() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try {
      for (int i = 0; i < 2_000; i++) {
        ForkJoinPool.commonPool().execute(() -> waitFor(done));
      }
      paper.answers("/a", (request, out) -> drip(out, "a"));
      failsInTime();
    } finally {
      done.countDown();
    }
  }

  @Test
  void headers_without_end_are_given_up() throws Exception {
    paper.answers(
        "/a",
        (request, out) -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
          while (true) {
            out.write("X-Again: and again\r\n".getBytes(StandardCharsets.UTF_8));
          }
        });
    assertThat(fetch(Limits.USUAL)).isInstanceOf(Fetched.Failed.class);
  }

  @Test
  void a_header_without_end_is_given_up() throws Exception {
    paper.answers(
        "/a",
        (request, out) -> {
          out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.UTF_8));
          while (true) {
            out.write(MEGABYTE);
          }
        });
    assertThat(fetch(Limits.USUAL)).isInstanceOf(Fetched.Failed.class);
  }

  @Test
  void a_body_shorter_than_announced_is_no_page() throws Exception {
    paper.answers("/a", (request, out) -> lying(out, "20"));
    assertThat(fetch(Limits.USUAL)).isInstanceOf(Fetched.Failed.class);
  }

  @Test
  void a_body_longer_than_announced_ends_where_it_should() throws Exception {
    paper.answers("/a", (request, out) -> lying(out, "2"));
    assertThat(fetch(Limits.USUAL))
        .asInstanceOf(type(Fetched.Page.class))
        .returns(new Body("Je".getBytes(StandardCharsets.UTF_8)), Fetched.Page::body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "many", "99999999999999999999"})
  void a_length_that_is_none_is_no_page(String length) throws Exception {
    paper.answers("/a", (request, out) -> lying(out, length));
    assertThat(fetch(Limits.USUAL)).isInstanceOf(Fetched.Failed.class);
  }

  @Test
  void what_is_no_http_at_all_fails() throws Exception {
    paper.answers(
        "/a", (request, out) -> out.write("220 ready\r\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(fetch(Limits.USUAL)).isInstanceOf(Fetched.Failed.class);
  }

  @Test
  void a_host_that_hangs_up_fails() throws Exception {
    paper.answers("/a", (request, out) -> out.close());
    assertThat(fetch(Limits.USUAL)).isInstanceOf(Fetched.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "http://[", "::", "http://a b/", "http://paper.example:x/"})
  void a_redirect_to_what_is_no_address_fails_or_is_refused(String location) throws Exception {
    paper.redirects("/a", location);
    assertThat(fetch(Limits.USUAL)).isInstanceOfAny(Fetched.Failed.class, Fetched.Refused.class);
    assertThat(paper.targets()).startsWith("/robots.txt", "/a");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatever_a_server_says_there_is_an_outcome(long seed) throws Exception {
    Random random = new Random(seed);
    Fetcher fetcher = fetcher(new Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), 1_000, 2));
    for (int i = 0; i < 40; i++) {
      byte[] drawn = babble(random);
      paper.answers("/a", (request, out) -> out.write(drawn));
      assertThat(fetcher.fetch(PAGE, Validators.NONE)).isNotNull();
      internet.pass(Duration.ofDays(1));
    }
    assertThat(paper.targets().stream().filter("/a"::equals)).hasSizeGreaterThan(30);
  }

  /** An answer of pieces that belong into answers, in an order that mostly does not. */
  private static byte[] babble(Random random) {
    String[] pieces = {
      "HTTP/1.1 200 OK",
      "HTTP/1.1 302 Found",
      "HTTP/1.0 200",
      "HTTP/1.1 304 Not Modified",
      "HTTP/1.1 999 ?",
      "Location: /b",
      "Location: ",
      "Location: http://[::1]/",
      "Location",
      "Content-Length: 3",
      "Content-Length: ",
      "Transfer-Encoding: chunked",
      "3\r\nabc\r\n0\r\n",
      "Transfer-Encoding: gzip",
      "Content-Encoding: gzip",
      "Content-Type: text/html; charset=",
      "Content-Type: ;;",
      "ETag: \u0000",
      "Retry-After: -1",
      "Last-Modified: ",
      "\u001F\u008B\b",
      "FFFFFFFFFFFFFFFF",
      " folded",
      ": ",
      "",
      ""
    };
    StringBuilder drawn = new StringBuilder();
    if (random.nextInt(4) > 0) {
      drawn.append(pieces[random.nextInt(5)]).append("\r\n");
    }
    for (int i = random.nextInt(8); i >= 0; i--) {
      drawn.append(pieces[random.nextInt(pieces.length)]).append("\r\n");
    }
    return drawn.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void failsInTime() throws InterruptedException {
    Limits limits = new Limits(Duration.ofSeconds(1), Duration.ofMillis(500), 1_000_000, 5);
    long start = System.nanoTime();
    assertThat(fetch(limits))
        .isEqualTo(
            new Fetched.Failed("http://paper.example/a did not answer in full within 0.5 s"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Fetched fetch(Limits limits) throws InterruptedException {
    return fetcher(limits).fetch(PAGE, Validators.NONE);
  }

  private Fetcher fetcher(Limits limits) {
    return new Fetcher(
        FetcherTest.AGENT, Reach.PUBLIC, limits, Pace.USUAL, internet.surroundings());
  }

  private static Limits limits(int bytes) {
    return new Limits(Limits.USUAL.connect(), Limits.USUAL.total(), bytes, 5);
  }

  private static void lying(OutputStream out, String length) throws IOException {
    Server.head(out, "200 OK\r\nContent-Length: " + length);
    out.write("Jets".getBytes(StandardCharsets.UTF_8));
  }

  private static void packed(OutputStream out, String coding, byte[] body) throws IOException {
    Server.head(out, "200 OK\r\nContent-Encoding: " + coding);
    out.write(body);
  }

  private static void drip(OutputStream out, String drop) throws IOException, InterruptedException {
    while (true) {
      out.write(drop.getBytes(StandardCharsets.UTF_8));
      Thread.sleep(50);
    }
  }

  private interface Step<T> {
    void take(T from) throws IOException;
  }

  private interface Repeated {
    void run() throws IOException;
  }

  private static void times(int times, Repeated step) throws IOException {
    for (int i = 0; i < times; i++) {
      step.run();
    }
  }

  private static byte[] gzip(Step<OutputStream> content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      content.take(out);
    }
    return bytes.toByteArray();
  }
}
