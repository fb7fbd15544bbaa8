package org.attache.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.contract.ReportHead;
import org.attache.report.Report;
import org.attache.report.ReportFile;
import org.attache.report.UnreadableReportException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every report, tried on the whole corpus. */
class ReadingPropertiesTest {
  private static final Map<Report, List<Claim>> READ = new LinkedHashMap<>();

  @BeforeAll
  static void readCorpus() throws IOException, UnreadableReportException {
    for (Report report : corpus()) {
      READ.put(report, Readers.READER.read(report));
    }
    assertThat(READ).hasSizeGreaterThanOrEqualTo(48);
    assertThat(READ.values().stream().mapToInt(List::size).sum()).isGreaterThan(150);
  }

  @Test
  void the_text_of_a_span_is_the_reports_text_at_its_offsets() {
    READ.forEach(
        (report, claims) -> {
          for (Claim claim : claims) {
            int before = -1;
            for (Evidence span : claim.evidence()) {
              assertThat(report.text().substring(span.start(), span.end())).isEqualTo(span.text());
              assertThat(span.text()).isEqualTo(span.text().strip());
              assertThat(span.start()).as("spans do not repeat: %s", claim).isNotEqualTo(before);
              before = span.start();
            }
          }
        });
  }

  @Test
  void every_claim_starts_with_its_outlet_and_has_a_side() {
    READ.forEach(
        (report, claims) ->
            assertThat(claims)
                .allSatisfy(
                    claim -> {
                      assertThat(claim.attribution().getFirst().name()).contains(report.outlet());
                      assertThat(
                              claim.supplier().isPresent()
                                  || claim.recipient().isPresent()
                                  || !claim.participants().isEmpty())
                          .isTrue();
                    }));
  }

  @Test
  void no_report_makes_a_claim_twice() {
    READ.forEach(
        (report, claims) -> {
          Set<Claim> distinct = new HashSet<>(claims);
          assertThat(distinct).as(report.headline()).hasSameSizeAs(claims);
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void the_order_in_which_reports_are_read_changes_nothing(long seed) {
    List<Report> reports = new ArrayList<>(READ.keySet());
    Collections.shuffle(reports, new Random(seed));
    for (Report report : reports.subList(0, 10)) {
      assertThat(Readers.READER.read(report)).isEqualTo(READ.get(report));
    }
  }

  @Test
  void threads_that_share_a_reader_read_the_same() throws InterruptedException, ExecutionException {
    List<Report> reports = List.copyOf(READ.keySet()).subList(0, 8);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<List<Claim>>> read = new ArrayList<>();
      for (Report report : reports) {
        read.add(threads.submit(() -> Readers.READER.read(report)));
        read.add(threads.submit(() -> Readers.READER.read(report)));
      }
      for (int i = 0; i < read.size(); i++) {
        assertThat(read.get(i).get()).isEqualTo(READ.get(reports.get(i / 2)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Read more: Chad buys twelve tanks from Brazil",
        "Related: Fiji orders six F-16 fighters from Peru.",
        "(Reporting by Kari Nordmann in Oslo)"
      })
  void a_line_that_is_no_part_of_the_report_changes_no_claim(String line) {
    int compared = 0;
    for (Report report : List.copyOf(READ.keySet()).subList(0, 8)) {
      Report longer =
          new Report(
              report.outlet(),
              report.title(),
              report.published(),
              report.url(),
              report.text().stripTrailing() + "\n" + line + "\n");
      assertThat(Readers.READER.read(longer)).as(report.headline()).isEqualTo(READ.get(report));
      compared += Objects.requireNonNull(READ.get(report)).size();
    }
    assertThat(compared).isGreaterThan(20);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void no_heap_of_words_breaks_it(long seed) {
    Random random = new Random(seed);
    List<String> words = new ArrayList<>();
    READ.keySet().forEach(report -> words.addAll(List.of(report.text().split("\\s+"))));
    assertThat(words).hasSizeGreaterThan(5_000);
    StringBuilder text = new StringBuilder("Heap");
    for (int i = 0; i < 400; i++) {
      text.append(random.nextInt(40) == 0 ? "\n" : " ")
          .append(words.get(random.nextInt(words.size())));
    }
    Report heap = Readers.paragraph(text.toString());

    for (Claim claim : Readers.READER.read(heap)) {
      for (Evidence span : claim.evidence()) {
        assertThat(heap.text().substring(span.start(), span.end())).isEqualTo(span.text());
      }
    }
  }

  private static List<Report> corpus() throws IOException, UnreadableReportException {
    List<Report> reports = new ArrayList<>();
    for (Path file : files()) {
      ReportHead head = ReportHead.beside(file);
      reports.add(
          new Report(
              head.outlet().orElseThrow(),
              head.title(),
              head.published(),
              head.url(),
              ReportFile.read(file).clean().text()));
    }
    return reports;
  }

  /** The corpus stands beside the module in the repository. */
  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "corpus", "dev"))) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
