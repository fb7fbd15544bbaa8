package org.attache.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.attache.contract.ReadReport;
import org.attache.contract.ReportJson;
import org.attache.language.Language;
import org.attache.lexicon.Tables;
import org.attache.reading.Reader;
import org.attache.register.exchange.JsonLines;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveRunTest {
  private static final List<Report> REPORTS = Samples.reports();

  private static final int GZIP_HEADER = 10;

  /** No compressed block starts so (RFC 1951, 3.2.3), whatever the archive holds elsewhere. */
  private static final byte NO_BLOCK = 7;

  @TempDir Path folder;

  /** What {@code attache read} prints of reports, a line each. */
  private static List<String> readOneByOne(List<Report> reports) {
    Tables tables = Tables.builtIn();
    Reader reader = new Reader(tables, Language.load(tables));
    return reports.stream()
        .map(report -> new ReadReport(report, reader.related(report), reader.read(report)))
        .map(read -> ReportJson.line(read, false).strip())
        .toList();
  }

  @Test
  void lines_of_reports_give_the_claims_that_reading_them_one_by_one_gives() throws IOException {
    Path in = folder.resolve("in");
    Path deeper = Files.createDirectories(in.resolve("deeper"));
    Files.writeString(deeper.resolve("some.jsonl"), Samples.lines(REPORTS.subList(0, 10)));
    Files.writeString(
        in.resolve("others.jsonl"), Samples.lines(REPORTS.subList(10, REPORTS.size())));
    Files.writeString(deeper.resolve("readme.md"), "No report.");

    Summary summary = LocalSpark.run(in, folder.resolve("out"));

    List<String> claims = LocalSpark.lines(folder.resolve("out"), "claims.jsonl");
    assertThat(claims)
        .hasSizeGreaterThan(20)
        .containsExactlyInAnyOrderElementsOf(readOneByOne(REPORTS));
    assertThat(summary.count(Count.ARCHIVES)).isEqualTo(2);
    assertThat(summary.count(Count.READ)).isEqualTo(REPORTS.size());
    assertThat(summary.count(Count.FAILED)).isZero();
    assertThat(summary.others()).isEqualTo(1);
  }

  @Test
  void
      of_eight_archives_a_truncated_one_and_one_with_broken_records_are_named_and_the_rest_is_whole()
          throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    int share = REPORTS.size() / 8;
    for (int i = 0; i < 8; i++) {
      byte[] archive = Samples.archive(REPORTS.subList(i * share, (i + 1) * share));
      if (i == 2) {
        archive = Arrays.copyOf(archive, archive.length - 200);
      }
      if (i == 5) {
        int third = Samples.archive(REPORTS.subList(i * share, i * share + 3)).length;
        int member = lastMember(archive, third);
        Arrays.fill(archive, member + GZIP_HEADER, member + GZIP_HEADER + 40, NO_BLOCK);
      }
      Files.write(in.resolve(i + ".warc.gz"), archive);
    }

    Summary summary = LocalSpark.run(in, folder.resolve("out"));

    assertThat(summary.count(Count.ARCHIVES)).isEqualTo(8);
    assertThat(summary.faults())
        .hasSize((int) summary.count(Count.FAILED))
        .anyMatch(fault -> fault.contains("2.warc.gz: is broken behind record"))
        .anyMatch(fault -> fault.contains("5.warc.gz: is broken behind record"))
        .allMatch(fault -> fault.contains("2.warc.gz") || fault.contains("5.warc.gz"));
    List<String> urls =
        LocalSpark.lines(folder.resolve("out"), "register.jsonl").stream()
            .map(line -> JsonLines.parse(line).arrival().report().url().orElseThrow())
            .toList();
    assertThat(urls).containsAll(urls(0, 2 * share)).containsAll(urls(3 * share, 5 * share));
    assertThat(urls).containsAll(urls(6 * share, 8 * share));
    assertThat(urls)
        .as("of the truncated one all but the last")
        .containsAll(urls(2 * share, 3 * share - 1))
        .doesNotContainAnyElementsOf(urls(3 * share - 1, 3 * share));
    assertThat(urls)
        .as("of the broken one all but the third")
        .containsAll(urls(5 * share, 5 * share + 2))
        .doesNotContainAnyElementsOf(urls(5 * share + 2, 5 * share + 3))
        .containsAll(urls(5 * share + 3, 6 * share));
    assertThat(summary.count(Count.NO_SUCCESS)).isGreaterThanOrEqualTo(6L * share);
    assertThat(summary.count(Count.NO_HTML)).isGreaterThanOrEqualTo(6L * share);
    assertThat(summary.text("out"))
        .contains("read 8 archives")
        .contains("answers without a page")
        .contains("2.warc.gz: is broken")
        .contains("5.warc.gz: is broken");
  }

  /** Where the last member of a gzip file starts before an end. */
  private static int lastMember(byte[] archive, int end) {
    for (int at = end - GZIP_HEADER; at > 0; at--) {
      if (archive[at] == 0x1f && archive[at + 1] == (byte) 0x8b && archive[at + 2] == 8) {
        return at;
      }
    }
    throw new AssertionError("no member before byte " + end);
  }

  private static List<String> urls(int from, int to) {
    return REPORTS.subList(from, to).stream().map(report -> report.url().orElseThrow()).toList();
  }

  @Test
  void rows_are_read_as_lines_are_and_a_truncated_file_of_rows_is_named() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path lines = folder.resolve("lines.jsonl");
    Files.writeString(lines, Samples.lines(REPORTS.subList(0, 4)));
    LocalSpark.session()
        .read()
        .schema("outlet string, title string, published date, url string, text string")
        .json(lines.toString())
        .coalesce(1)
        .write()
        .parquet(in.resolve("rows").toString());
    byte[] whole = Files.readAllBytes(part(in.resolve("rows")));
    Files.write(in.resolve("broken.parquet"), Arrays.copyOf(whole, whole.length / 2));

    Summary summary = LocalSpark.run(in, folder.resolve("out"));

    assertThat(LocalSpark.lines(folder.resolve("out"), "claims.jsonl"))
        .containsExactlyInAnyOrderElementsOf(readOneByOne(REPORTS.subList(0, 4)));
    assertThat(summary.faults())
        .singleElement()
        .asString()
        .contains("broken.parquet: is broken behind row 0");
  }

  private static Path part(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  @Test
  void lines_that_are_broken_or_without_end_are_named_and_the_others_are_read() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        in.resolve("some.jsonl"),
        Samples.line(REPORTS.get(0))
            + "\n{\"outlet\":\n"
            + "x".repeat(9 << 20)
            + "\n{\"text\":\"\"}\n[[[[\n"
            + Samples.line(REPORTS.get(1)));
    Files.write(in.resolve("packed.jsonl.gz"), cutGzip(Samples.lines(REPORTS.subList(2, 40))));

    Summary summary = LocalSpark.run(in, folder.resolve("out"));

    assertThat(summary.faults())
        .hasSize(5)
        .anyMatch(fault -> fault.contains("some.jsonl:2: is no JSON"))
        .anyMatch(fault -> fault.contains("some.jsonl:3: is longer than"))
        .anyMatch(fault -> fault.contains("some.jsonl:4: holds no text"))
        .anyMatch(fault -> fault.contains("some.jsonl:5: "))
        .anyMatch(fault -> fault.contains("packed.jsonl.gz: is broken behind report"));
    assertThat(LocalSpark.lines(folder.resolve("out"), "claims.jsonl"))
        .hasSizeGreaterThan(2)
        .containsAll(readOneByOne(REPORTS.subList(0, 2)));
  }

  private static byte[] cutGzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Arrays.copyOf(out.toByteArray(), out.size() / 2);
  }

  @Test
  void results_are_never_written_over() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("some.jsonl"), Samples.lines(REPORTS.subList(0, 1)));
    Files.createDirectories(folder.resolve("out"));

    assertThatThrownBy(() -> LocalSpark.run(in, folder.resolve("out")))
        .hasMessageContaining("is there already");
  }

  @Test
  void a_folder_without_archives_is_named() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("readme.md"), "No report.");

    assertThatThrownBy(() -> LocalSpark.run(in, folder.resolve("out")))
        .hasMessageContaining("in/: no archive is there");
    assertThatThrownBy(() -> LocalSpark.run(folder.resolve("nowhere"), folder.resolve("out")))
        .hasMessageContaining("there is no such file or folder");
  }

  /** In PostgreSQL where build/with-postgres names one. */
  @Test
  void reports_go_into_a_register_too() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("some.jsonl"), Samples.lines(REPORTS.subList(0, 5)));
    String where =
        Optional.ofNullable(System.getenv("ATTACHE_TEST_POSTGRES"))
            .orElse(folder.resolve("register.db").toString());
    Settings usual = LocalSpark.settings(in, folder.resolve("out"));
    Settings settings =
        new Settings(
            usual.inputs(),
            usual.out(),
            Optional.of(where),
            usual.reader(),
            usual.latest(),
            usual.firstLook());

    Summary summary = new ArchiveRun(LocalSpark.session(), settings).run(note -> {});

    assertThat(summary.imported()).contains(new JsonLines.Imported(5, 0, 0));
    assertThat(summary.text("out")).contains("register: 5 reports taken in");
    try (Register register = Register.open(where, Tables.builtIn())) {
      assertThat(register.inquiry().dealings(Question.ALL))
          .hasSize(Math.toIntExact(summary.dealings()));
    }
  }

  @Test
  void what_a_first_look_denies_is_counted_and_not_read() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("some.jsonl"), Samples.lines(REPORTS.subList(0, 3)));
    String wanted = REPORTS.get(1).headline();
    Settings usual = LocalSpark.settings(in, folder.resolve("out"));
    Settings settings =
        new Settings(
            usual.inputs(),
            usual.out(),
            Optional.empty(),
            usual.reader(),
            usual.latest(),
            report -> report.headline().equals(wanted));

    Summary summary = new ArchiveRun(LocalSpark.session(), settings).run(note -> {});

    assertThat(summary.count(Count.NOTHING_TO_READ_FOR)).isEqualTo(2);
    assertThat(summary.count(Count.READ)).isEqualTo(3);
    assertThat(LocalSpark.lines(folder.resolve("out"), "claims.jsonl"))
        .hasSize(3)
        .containsAll(readOneByOne(REPORTS.subList(1, 2)));
  }

  @Test
  void triage_passes_over_pages_by_their_bytes_and_loses_no_claim() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    List<Report> some = new ArrayList<>(REPORTS.subList(0, 10));
    for (int i = 0; i < 5; i++) {
      some.add(
          new Report(
              "The Evening Ledger",
              Optional.empty(),
              Optional.of(LocalDate.of(2025, 5, 1 + i)),
              Optional.of("https://ledger.example/" + i),
              "Rain spoils the fair\nVisitors left early on day " + i + " when the rain set in."));
    }
    Files.write(in.resolve("some.warc.gz"), Samples.archive(some));
    Settings usual = LocalSpark.settings(in, folder.resolve("out"));
    Settings without =
        new Settings(
            usual.inputs(),
            folder.resolve("without").toUri().toString(),
            Optional.empty(),
            usual.reader(),
            usual.latest(),
            FirstLook.NONE);

    Summary summary = new ArchiveRun(LocalSpark.session(), usual).run(note -> {});
    Summary all = new ArchiveRun(LocalSpark.session(), without).run(note -> {});

    assertThat(all.count(Count.PASSED_OVER_BY_BYTES)).isZero();
    assertThat(summary.count(Count.PASSED_OVER_BY_BYTES)).isGreaterThanOrEqualTo(5);
    assertThat(summary.text("out")).contains("pages by their bytes");
    assertThat(claims("out")).hasSizeGreaterThan(5).isEqualTo(claims("without"));
  }

  /** The reports with claims. */
  private List<String> claims(String out) throws IOException {
    return LocalSpark.lines(folder.resolve(out), "claims.jsonl").stream()
        .filter(line -> line.contains("\"kind\""))
        .toList();
  }
}
