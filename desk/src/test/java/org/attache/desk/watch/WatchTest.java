package org.attache.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.attache.desk.Browser;
import org.attache.desk.Desk;
import org.attache.desk.DeskSettings;
import org.attache.desk.Samples;
import org.attache.desk.account.Doorkeeper;
import org.attache.desk.account.Role;
import org.attache.desk.account.Visitor;
import org.attache.desk.question.Filters;
import org.attache.desk.stock.Answers;
import org.attache.desk.stock.Names;
import org.attache.desk.stock.Registers;
import org.attache.gather.fetch.Messenger;
import org.attache.gather.fetch.Reach;
import org.attache.gather.fetch.UserAgent;
import org.attache.lexicon.Tables;
import org.attache.register.store.Arrival;
import org.attache.register.store.DeskBooks;
import org.attache.register.store.DeskBooks.Watch;
import org.attache.register.store.Register;
import org.attache.report.Report;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WatchTest {
  private static final Visitor MILA = new Visitor("Mila", Role.ADMIN, "", false);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Tables TABLES = Tables.builtIn();

  /** A clock that stands still until it is moved. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    void move(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Hand clock = new Hand();
  private final Path file = Samples.register();
  private Registers registers;
  private Watches watches;
  private Herald herald;
  private Lookout lookout;

  @BeforeEach
  void open() {
    registers = new Registers(file.toString(), TABLES, 2);
    Messenger messenger =
        new Messenger(
            new UserAgent("Attache", "test", java.net.URI.create("https://desk.example/")),
            Reach.PRIVATE_TOO);
    watches = new Watches(registers, messenger, false, clock);
    herald = new Herald(registers, watches, messenger, clock, WatchTest::fail);
    lookout =
        new Lookout(
            registers,
            new Answers(registers),
            new Names(TABLES),
            watches,
            herald,
            clock,
            WatchTest::fail);
  }

  private static void fail(String where, Throwable fault) {
    throw new AssertionError(where, fault);
  }

  @AfterEach
  void close() {
    lookout.close();
    registers.close();
  }

  private Watch watch(String filters, Optional<String> webhook) {
    return watches.make(MILA, "News", Filters.parse(filters, new Names(TABLES)), webhook);
  }

  /** Adds a report of one sentence to the register, as another program does. */
  private void add(String sentence, LocalDate day) {
    Report report =
        new Report(
            "The Harbour Gazette",
            Optional.empty(),
            Optional.of(day),
            Optional.empty(),
            "News of the day\n" + sentence);
    try (Register register = Register.open(file.toString(), TABLES)) {
      register.add(
          new Arrival(report, Optional.empty(), "en", true, Instant.EPOCH, "test", List.of()),
          Samples.reader().read(report),
          Optional.of("test"));
    }
  }

  private static void await(List<Future<?>> begun) throws InterruptedException, ExecutionException {
    for (Future<?> one : begun) {
      one.get();
    }
  }

  private static final String OFFER = "Norway has offered Peru 12 NASAMS launchers.";
  private static final String ORDER = "Peru has ordered 12 NASAMS launchers from Norway.";
  private static final LocalDate MAY = LocalDate.parse("2026-05-14");

  @Test
  void a_watch_finds_new_claims_that_meet_it_once_and_no_others() {
    Watch norway = watch("supplier=NO", Optional.empty());
    Watch orders = watch("supplier=Norway&stage=ordered", Optional.empty());
    Watch sweden = watch("supplier=SE", Optional.empty());
    lookout.look();
    assertThat(watches.count(norway)).isZero();
    add(OFFER, MAY);
    lookout.look();
    lookout.look();
    assertThat(watches.count(norway)).isEqualTo(1);
    add(ORDER, MAY.plusDays(20));
    add("Norway says it has offered Peru 12 NASAMS launchers.", MAY.plusDays(30));
    lookout.look();
    assertThat(watches.news(norway, 10).stream().map(News::title))
        .hasSize(3)
        .allMatch(title -> title.contains("Norway → Peru, 12 NASAMS"));
    assertThat(watches.count(orders)).isEqualTo(1);
    assertThat(watches.count(sweden)).isZero();
  }

  @Test
  void the_first_claim_at_a_stage_is_told_as_a_change_of_stage() {
    Watch norway = watch("supplier=NO", Optional.empty());
    add(OFFER, MAY);
    add("Norway said it had offered Peru 12 NASAMS launchers.", MAY.plusDays(2));
    add(ORDER, MAY.plusDays(20));
    lookout.look();
    assertThat(watches.news(norway, 10).reversed().stream().map(News::sort))
        .containsExactly("stage", "claim", "stage");
  }

  @Test
  void a_watch_on_what_is_disputed_finds_that_alone() {
    Watch disputed = watch("supplier=NO&contradicted=yes", Optional.empty());
    add(OFFER, MAY);
    lookout.look();
    assertThat(watches.count(disputed)).isZero();
    add("Peru's defence ministry denied that Norway had offered it NASAMS launchers.", MAY);
    lookout.look();
    assertThat(watches.news(disputed, 10).stream().map(news -> news.claim().claim().polarity()))
        .contains(org.attache.claim.Polarity.DENIED);
  }

  @Test
  void what_is_told_can_be_checked_by_its_signature() throws Exception {
    try (Hook hook = new Hook(number -> 204)) {
      Watch norway = watch("supplier=NO", Optional.of(hook.address()));
      add(OFFER, MAY);
      lookout.look();
      await(herald.tell());
      await(herald.tell());
      assertThat(hook.messages).hasSize(1);
      Hook.Message message = hook.messages.getFirst();
      String secret = norway.secret().orElseThrow();
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
      String signed =
          message.headers().get("webhook-id")
              + "."
              + clock.instant().getEpochSecond()
              + "."
              + message.body();
      assertThat(message.headers())
          .containsEntry("webhook-timestamp", String.valueOf(clock.instant().getEpochSecond()))
          .containsEntry(
              "webhook-signature",
              "v1,"
                  + Base64.getEncoder()
                      .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
      JsonNode body = JSON.readTree(message.body());
      assertThat(body.at("/watch/question").stringValue()).isEqualTo("supplier=NO");
      assertThat(body.at("/news/0/sort").stringValue()).isEqualTo("stage");
      assertThat(body.at("/news/0/claim/stage").stringValue()).isEqualTo("offered");
      assertThat(body.at("/news/0/dealing/id").stringValue()).startsWith("d");
      assertThat(herald.said(norway)).contains("took the news");
    }
  }

  @Test
  void a_secret_is_used_as_the_standard_has_it() {
    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void who_does_not_take_it_is_asked_again_later_each_time() throws Exception {
    try (Hook hook = new Hook(number -> number < 2 ? 500 : 200)) {
      watch("supplier=NO", Optional.of(hook.address()));
      add(OFFER, MAY);
      lookout.look();
      await(herald.tell());
      clock.move(Herald.FIRST_PAUSE.minusSeconds(1));
      await(herald.tell());
      assertThat(hook.messages).hasSize(1);
      clock.move(Duration.ofSeconds(1));
      await(herald.tell());
      assertThat(hook.messages).hasSize(2);
      clock.move(Herald.FIRST_PAUSE);
      await(herald.tell());
      assertThat(hook.messages).as("the second pause is longer").hasSize(2);
      clock.move(Herald.FIRST_PAUSE);
      await(herald.tell());
      assertThat(hook.messages).hasSize(3);
      assertThat(hook.messages.stream().map(m -> m.headers().get("webhook-id")).distinct())
          .as("the same news has the same id")
          .hasSize(1);
      clock.move(Duration.ofDays(1));
      await(herald.tell());
      assertThat(hook.messages).hasSize(3);
    }
  }

  @Test
  void who_never_takes_it_is_given_up_and_hears_of_later_news() throws Exception {
    try (Hook hook = new Hook(number -> number < Herald.MOST_TRIES ? 302 : 200)) {
      Watch norway = watch("supplier=NO", Optional.of(hook.address()));
      add(OFFER, MAY);
      lookout.look();
      for (int i = 0; i < 2 * Herald.MOST_TRIES; i++) {
        await(herald.tell());
        clock.move(Duration.ofHours(7));
      }
      assertThat(hook.messages).hasSize(Herald.MOST_TRIES);
      assertThat(hook.messages)
          .as("redirects are not followed")
          .allMatch(m -> m.path().equals("/hook"));
      assertThat(herald.said(norway)).contains("given up", "302");
      assertThat(registers.read(r -> r.deskBooks().deeds(1)).getFirst().what())
          .isEqualTo("was not told");
      add(ORDER, MAY.plusDays(20));
      lookout.look();
      await(herald.tell());
      assertThat(JSON.readTree(hook.messages.getLast().body()).path("news")).hasSize(1);
    }
  }

  private static SyndFeed feed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/atom+xml");
    try {
      return new SyndFeedInput().build(new StringReader(answer.body()));
    } catch (FeedException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  private static Document make(Browser browser, String dealings, String name, String webhook) {
    Document page = browser.page(dealings);
    HttpResponse<String> answer =
        browser.post(
            "/watches",
            Map.of(
                "form",
                page.expectFirst("form[action=/watches] input[name=form]").val(),
                "question",
                page.expectFirst("input[name=question]").val(),
                "name",
                name,
                "webhook",
                webhook));
    return Jsoup.parse(answer.body(), answer.uri().toString());
  }

  @Test
  void what_is_filtered_can_be_watched_and_news_come_by_themselves() throws Exception {
    try (Hook hook = new Hook(number -> 200);
        Desk desk = Samples.desk(Samples.register())) {
      Browser browser = new Browser(desk);
      Document list = make(browser, "/dealings?supplier=Sweden", "From Sweden", hook.address());
      assertThat(list.select("section.watch h2").text()).isEqualTo("From Sweden");
      assertThat(list.select("section.watch").text()).contains("supplier Sweden", "0 found");
      String address = list.expectFirst("a[href$=.atom]").attr("href");
      Browser reader = new Browser(desk);
      assertThat(feed(reader.get(address)).getEntries()).isEmpty();
      HttpResponse<String> read =
          browser.post(
              "/add",
              Map.of(
                  "form", browser.form("/add"),
                  "text", "Jets for Chile\nSweden has offered Kenya 6 Gripen E fighters.",
                  "outlet", "The Harbour Gazette",
                  "published", "2026-05-14"));
      browser.post(read.uri().getPath(), Map.of("form", browser.form(read.uri().getPath())));
      SyndFeed feed = feed(reader.get(address));
      for (int i = 0; i < 300 && (feed.getEntries().isEmpty() || hook.messages.isEmpty()); i++) {
        Thread.sleep(100);
        feed = feed(reader.get(address));
      }
      assertThat(feed.getTitle()).isEqualTo("From Sweden");
      SyndEntry entry = feed.getEntries().getFirst();
      assertThat(entry.getTitle()).contains("Offered: Sweden → Kenya", "Gripen");
      assertThat(entry.getDescription().getValue())
          .startsWith("The Harbour Gazette, 2026-05-14: “Sweden has offered Kenya 6 Gripen E");
      assertThat(entry.getCategories().getFirst().getName()).isEqualTo("stage");
      assertThat(reader.get(entry.getLink().replace(desk.address().toString(), "/")).statusCode())
          .isEqualTo(200);
      assertThat(hook.messages).hasSize(1);
      HttpResponse<String> again = reader.get(address);
      assertThat(
              reader
                  .get(address, "If-None-Match", again.headers().firstValue("ETag").orElseThrow())
                  .statusCode())
          .isEqualTo(304);
      Document there = browser.page("/watches");
      browser.post(
          there.expectFirst("form[action$=/end]").attr("action"),
          Map.of("form", there.expectFirst("form[action$=/end] input[name=form]").val()));
      assertThat(browser.page("/watches").text()).contains("Nothing is watched yet");
      assertThat(reader.get(address).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void hostile_names_are_names() {
    try (Desk desk = Samples.desk(Samples.register())) {
      Browser browser = new Browser(desk);
      String name = "<script>alert(1)</script> ]]> &amp; \u202Exfi \uFFFE";
      Document list = make(browser, "/dealings?source=%3Cscript%3E%26%22", name, "");
      assertThat(list.select("script:not([src])")).isEmpty();
      assertThat(list.select("section.watch h2").text()).contains("<script>alert(1)</script>");
      String address = list.expectFirst("a[href$=.atom]").attr("href");
      assertThat(feed(browser.get(address)).getTitle())
          .isEqualTo("<script>alert(1)</script> ]]> &amp; \u202Exfi");
    }
  }

  @Test
  void a_watch_is_made_by_the_desks_own_form_alone_and_of_filters_alone() {
    try (Desk desk = Samples.desk(Samples.register())) {
      Browser browser = new Browser(desk);
      String form = browser.form("/dealings");
      assertThat(browser.post("/watches", Map.of("question", "")).statusCode()).isEqualTo(403);
      for (String question :
          List.of("stage=imagined", "supplier=%ZZ", "since=soon", "source=a%00b")) {
        assertThat(
                browser.post("/watches", Map.of("form", form, "question", question)).statusCode())
            .as(question)
            .isEqualTo(400);
      }
      assertThat(browser.page("/watches").select("section.watch")).isEmpty();
    }
  }

  @Test
  void private_networks_are_not_told_unless_that_is_allowed() {
    DeskSettings usual = Samples.settings(Samples.register(), false);
    DeskSettings strict =
        new DeskSettings(
            usual.register(),
            usual.tables(),
            usual.bind(),
            usual.port(),
            usual.owner(),
            false,
            false,
            Reach.PUBLIC,
            usual.contact(),
            usual.version(),
            usual.faults());
    try (Hook hook = new Hook(number -> 200);
        Desk desk = Desk.open(strict, Samples.reader())) {
      Browser browser = new Browser(desk);
      for (String address :
          List.of(
              hook.address(),
              "http://localhost/hook",
              "http://[::1]/",
              "http://169.254.169.254/latest",
              "file:///etc/passwd",
              "javascript:alert(1)",
              "hook")) {
        assertThat(make(browser, "/dealings", "x", address).select("h1").text())
            .as(address)
            .contains("That address cannot be told");
      }
      assertThat(browser.page("/watches").select("section.watch")).isEmpty();
      assertThat(hook.messages).isEmpty();
    }
  }

  @Test
  void with_accounts_a_feed_needs_no_cookie_and_ends_with_its_account() {
    Path register = Samples.register();
    Watches shared;
    try (Registers books = new Registers(register.toString(), TABLES, 1)) {
      Messenger nobody =
          new Messenger(
              new UserAgent("Attache", "test", java.net.URI.create("https://desk.example/")),
              Reach.PUBLIC);
      shared = new Watches(books, nobody, true, clock);
      account(books, "Rosa", false);
      account(books, "Vera", false);
      Visitor rosa = new Visitor("Rosa", Role.READER, "", true);
      Visitor vera = new Visitor("Vera", Role.REVIEWER, "", true);
      Watch watch =
          shared.make(rosa, "", Filters.parse("party=SE", new Names(TABLES)), Optional.empty());
      assertThat(watch.name()).isEqualTo("party Sweden");
      assertThat(shared.of(vera)).isEmpty();
      assertThat(shared.of(rosa)).containsExactly(watch);
      assertThat(shared.of(MILA)).as("an administrator").containsExactly(watch);
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> shared.drop(vera, watch.id()))
          .isInstanceOf(org.attache.desk.gate.Wrong.class);
      try (Desk desk = Desk.open(Samples.settings(register, true), Samples.reader())) {
        Browser stranger = new Browser(desk.address(), java.net.http.HttpClient.Redirect.NEVER);
        String address = "/watches/" + watch.id() + ".atom";
        assertThat(feed(stranger.get(address)).getEntries()).isEmpty();
        assertThat(stranger.get("/watches").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/watches/" + java.util.UUID.randomUUID() + ".atom").statusCode())
            .isEqualTo(404);
        account(books, "Rosa", true);
        assertThat(stranger.get(address).statusCode()).isEqualTo(404);
      }
    }
  }

  private static void account(Registers books, String name, boolean closed) {
    books.write(
        register -> {
          register
              .deskBooks()
              .keep(new DeskBooks.Account(name, "reader", "none", Instant.EPOCH, closed));
          return Doorkeeper.FORM;
        });
  }
}
