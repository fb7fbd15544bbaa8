package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.attache.gather.article.Gathered;
import org.attache.lexicon.Tables;
import org.attache.register.store.Arrival;
import org.attache.register.store.Register;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Web archives into the register: what is passed over, what is kept, and what a stop leaves. */
@Timeout(300)
class ArchiveWayIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PAGES = 60;
  private static final int ONE_IN = 3;

  private static final List<String> BUYERS =
      List.of("Poland", "Chile", "Kenya", "Peru", "Greece", "Morocco", "Romania", "Vietnam");

  @TempDir Path folder;

  /** Something that no fault of a page is. */
  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }

  // ---- archives

  private static String page(int number) {
    String buyer = BUYERS.get(number % BUYERS.size());
    String body =
        number % ONE_IN == 0
            ? buyer
                + " has ordered "
                + (number + 2)
                + " Gripen fighters from Sweden, its defence ministry said on Monday.</p>\n<p>The"
                + " minister spoke of a good day for "
                + buyer
                + "."
            : "The council of the town voted on Monday to close the swimming pool for a year.</p>\n"
                + "<p>Nobody knows yet where the "
                + number
                + " children of the club will train.";
    return "<html lang=en><head><title>A day in the news, part "
        + number
        + "</title><meta property=og:site_name content='The Gazette'><meta"
        + " property=article:published_time content=2025-05-14></head><body><article><p>"
        + body
        + "</p>\n<p>The weather stayed mild, with a light wind and sunny spells in the"
        + " afternoon, and it will be so tomorrow.</p></article></body></html>";
  }

  /** The records of an archive, each packed by itself. */
  private static List<byte[]> records() throws IOException {
    List<byte[]> records = new java.util.ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP)) {
        byte[] body = page(i).getBytes(StandardCharsets.UTF_8);
        writer.write(
            new WarcResponse.Builder(URI.create("https://gazette.example/" + i))
                .date(Instant.parse("2025-05-15T00:00:00Z"))
                .body(
                    new HttpResponse.Builder(200, "OK")
                        .body(MediaType.parse("text/html; charset=utf-8"), body)
                        .build())
                .build());
      }
      records.add(out.toByteArray());
    }
    return records;
  }

  private Path archive(String name, List<byte[]> records) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] record : records) {
      all.write(record);
    }
    return Files.write(folder.resolve(name), all.toByteArray());
  }

  private Run ingest(String register, Path archive) {
    return Run.of("ingest", "--register", folder.resolve(register).toString(), archive.toString());
  }

  private String claims(String register) {
    return Run.of("claims", "--register", folder.resolve(register).toString(), "--format", "json")
        .out();
  }

  // ---- whole archives

  @Test
  void pages_without_a_dealing_are_counted_and_not_kept() throws IOException {
    Run run = ingest("r.db", archive("a.warc.gz", records()));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("60 pages in 60 records")
        .contains("40 passed over by their bytes")
        .contains("20 read, of which 20 hold 20 claims");
    assertThat(claims("r.db").lines()).hasSize(20);
    assertThat(
            Run.of("reports", "--register", folder.resolve("r.db").toString(), "--format", "json")
                .out()
                .lines())
        .hasSize(20);
  }

  @Test
  void its_claims_are_those_that_read_prints() throws IOException {
    ingest("r.db", archive("a.warc.gz", records()));
    Path texts = Files.createDirectories(folder.resolve("texts"));
    for (int i = 0; i < PAGES; i++) {
      Gathered gathered =
          org.attache.gather.article.WebPage.read(
              "page",
              page(i).getBytes(StandardCharsets.UTF_8),
              Optional.empty(),
              Optional.of("https://gazette.example/" + i),
              Optional.empty());
      String text = ((Gathered.Article) gathered).text();
      Files.writeString(texts.resolve(i + ".txt"), text);
    }
    Run read =
        Run.of(
            "read",
            texts.toString(),
            "--outlet",
            "The Gazette",
            "--published",
            "2025-05-14",
            "--format",
            "json");

    List<String> printed =
        JSON.readerFor(JsonNode.class).<JsonNode>readValues(read.out()).readAll().stream()
            .flatMap(report -> report.path("claims").valueStream())
            .map(JsonNode::toString)
            .sorted()
            .toList();
    List<String> kept =
        claims("r.db")
            .lines()
            .map(line -> JSON.readTree(line).path("claim").toString())
            .sorted()
            .toList();
    assertThat(printed).hasSize(20);
    assertThat(kept).isEqualTo(printed);
  }

  @Test
  void a_second_time_nothing_is_added() throws IOException {
    Path archive = archive("a.warc.gz", records());
    ingest("r.db", archive);
    String before = claims("r.db");
    Run again = ingest("r.db", archive);

    assertThat(again.err()).contains("20 there already").contains("0 read");
    assertThat(claims("r.db")).isEqualTo(before);
  }

  // ---- broken ones

  @Test
  void a_broken_record_in_the_middle_is_named_and_the_rest_read() throws IOException {
    List<byte[]> records = records();
    byte[] broken = records.get(31).clone();
    Arrays.fill(broken, 60, broken.length - 4, (byte) 0x55);
    records.set(31, broken);
    Run run = ingest("r.db", archive("broken.warc.gz", records));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("broken.warc.gz: is broken behind record")
        .contains("read on at byte")
        .contains("20 read, of which 20 hold 20 claims, 1 could not be used");
  }

  @Test
  void a_truncated_archive_is_read_as_far_as_it_goes() throws IOException {
    List<byte[]> records = records();
    byte[] last = records.get(PAGES - 1);
    records.set(PAGES - 1, Arrays.copyOf(last, last.length / 2));
    Run run = ingest("r.db", archive("cut.warc.gz", records));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("cut.warc.gz: is broken")
        .contains("20 read, of which 20 hold 20 claims");
  }

  @Test
  void an_archive_of_no_bytes_is_named() throws IOException {
    Run run = ingest("r.db", Files.createFile(folder.resolve("empty.warc.gz")));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("empty.warc.gz: holds no record; fetch the archive again");
  }

  // ---- a stop

  @Test
  void a_run_that_was_broken_off_is_taken_up_at_the_record_where_it_stopped() throws IOException {
    Path archive = archive("a.warc.gz", records());
    ingest("whole.db", archive);

    AtomicInteger articles = new AtomicInteger();
    assertThatThrownBy(
            () ->
                take(
                    archive,
                    article -> {
                      if (articles.incrementAndGet() == 10) {
                        throw new Stopped();
                      }
                      return arrival(article);
                    }))
        .isInstanceOf(Stopped.class);
    assertThat(claims("stopped.db").lines()).hasSize(9);

    AtomicInteger more = new AtomicInteger();
    String said =
        take(
            archive,
            article -> {
              more.incrementAndGet();
              return arrival(article);
            });
    assertThat(said).contains("taken up behind record 27");
    assertThat(more).hasValue(11);
    assertThat(claims("stopped.db")).isEqualTo(claims("whole.db"));

    assertThat(take(archive, ArchiveWayIT::arrival)).doesNotContain("taken up");
  }

  /** Takes an archive in, on one thread; whenever it looks at the clock, an hour has passed. */
  private String take(Path archive, Function<Gathered.Article, Arrival> arrivals)
      throws IOException {
    StringWriter err = new StringWriter();
    AtomicInteger hours = new AtomicInteger();
    String where = folder.resolve("stopped.db").toString();
    try (Register register = Register.open(where, Tables.builtIn());
        Register lookup = Register.open(where, Tables.builtIn())) {
      Messages messages = new Messages(new PrintWriter(err), false);
      new ArchiveWay(
              ReadingRoom.forClaims(Optional.empty(), java.io.InputStream.nullInputStream()),
              register,
              lookup,
              messages,
              arrivals,
              () -> hours.incrementAndGet() * 3_600_000_000_000L,
              messages::say,
              () -> {})
          .take(archive, 1, false);
    }
    return err.toString();
  }

  private static Arrival arrival(Gathered.Article article) {
    return new Arrival(
        new Report(
            article.outlet().orElseThrow(),
            article.title(),
            Optional.of(LocalDate.of(2025, 5, 14)),
            article.url(),
            article.text()),
        article.address(),
        article.language(),
        true,
        article.retrieved().orElseThrow(),
        article.name(),
        article.links());
  }

  @Test
  void an_archive_that_is_none_is_named() throws IOException {
    Run run = ingest("r.db", Files.writeString(folder.resolve("no.warc.gz"), "no archive"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("no.warc.gz: is broken");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).anyMatch(file -> file.endsWith("r.db"));
    }
  }
}
