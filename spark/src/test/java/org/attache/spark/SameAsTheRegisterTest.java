package org.attache.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.attache.lexicon.Tables;
import org.attache.register.exchange.JsonLines;
import org.attache.register.exchange.parquet.ParquetClaims;
import org.attache.register.store.Kept;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.attache.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run over archives gives beside what a register makes of the same reports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAsTheRegisterTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Path folder = Path.of("");
  private Path out = Path.of("");
  private Summary summary = new Summary(Map.of(), 0, 0, 0, 0, 0, 0, List.of(), Optional.empty());

  /** The stories, one of them twice, a copy by another outlet of each fifth, a version of one. */
  @BeforeAll
  void read(@TempDir Path empty) throws IOException {
    folder = empty;
    List<Report> reports = new ArrayList<>(Samples.reports());
    for (int i = 0; i < Samples.reports().size(); i += 5) {
      Report original = reports.get(i);
      reports.add(
          new Report(
              "The Second Printer",
              original.title(),
              original.published().map(day -> day.plusDays(1)),
              Optional.of("https://second.example/" + i),
              original.text()));
    }
    Report first = reports.getFirst();
    reports.add(
        new Report(
            first.outlet(),
            first.title(),
            first.published(),
            first.url(),
            first.text() + "\nThis article has been corrected."));
    reports.add(first);
    Collections.shuffle(reports, new Random(7));
    Path in = Files.createDirectories(folder.resolve("in"));
    for (int i = 0; i < 4; i++) {
      int share = reports.size() / 4;
      int end = i == 3 ? reports.size() : (i + 1) * share;
      Files.writeString(in.resolve(i + ".jsonl"), Samples.lines(reports.subList(i * share, end)));
    }
    out = folder.resolve("out");
    summary = LocalSpark.run(in, out);
  }

  private Register imported(String name, List<String> lines) throws IOException {
    Register register = Register.open(folder.resolve(name).toString(), Tables.builtIn());
    JsonLines.read(
        register,
        name,
        new BufferedReader(new StringReader(String.join("\n", lines))),
        fault -> {
          throw new AssertionError(fault);
        });
    return register;
  }

  private List<String> lines() throws IOException {
    return LocalSpark.lines(out, "register.jsonl");
  }

  @Test
  void dealings_are_those_of_a_register_that_takes_the_lines_in() throws IOException {
    List<JsonNode> dealings =
        LocalSpark.lines(out, "dealings.jsonl").stream().map(JSON::readTree).toList();
    try (Register register = imported("dealings.db", lines())) {
      Map<String, Set<String>> kept = new HashMap<>();
      Map<String, String> titles = new HashMap<>();
      register
          .inquiry()
          .dealingsInFull(Question.ALL)
          .forEach(
              dealing -> {
                kept.put(
                    dealing.id(),
                    dealing.claims().stream()
                        .map(held -> held.key())
                        .collect(Collectors.toCollection(TreeSet::new)));
                titles.put(dealing.id(), dealing.title() + " " + dealing.voices().size());
              });

      Map<String, Set<String>> found = new HashMap<>();
      Map<String, String> foundTitles = new HashMap<>();
      for (JsonNode dealing : dealings) {
        Set<String> claims = new TreeSet<>();
        dealing.path("claims").forEach(claim -> claims.add(claim.asString()));
        found.put(dealing.path("id").asString(), claims);
        foundTitles.put(
            dealing.path("id").asString(),
            dealing.path("title").asString() + " " + dealing.path("sources").asInt());
      }
      assertThat(found).hasSizeGreaterThan(20).isEqualTo(kept);
      assertThat(foundTitles).isEqualTo(titles);
      assertThat(summary.dealings()).isEqualTo(found.size());
    }
  }

  @Test
  void lines_are_those_that_a_register_of_them_exports() throws IOException {
    try (Register register = imported("lines.db", lines())) {
      java.io.StringWriter exported = new java.io.StringWriter();
      JsonLines.write(register.inquiry(), Question.ALL, exported);

      assertThat(withoutAddress(exported.toString().lines().toList()))
          .hasSizeGreaterThan(30)
          .containsExactlyInAnyOrderElementsOf(withoutAddress(lines()));
    }
  }

  /** A register says where an article stands even where its page does not: at its URL. */
  private static List<String> withoutAddress(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst("\"address\":[^,]*,", "")).toList();
  }

  @Test
  void a_register_that_reads_the_reports_itself_comes_to_the_same() throws IOException {
    List<Kept> kept = lines().stream().map(JsonLines::parse).toList();
    try (Register taken = imported("taken.db", lines());
        Register added = Register.open(folder.resolve("added.db").toString(), Tables.builtIn())) {
      for (Kept report : kept) {
        added.add(
            report.arrival(),
            report.claims().stream().map(Kept.KeptClaim::claim).toList(),
            report.reader());
      }

      assertThat(added.inquiry().dealingOfClaims(Optional.empty()))
          .hasSizeGreaterThan(50)
          .isEqualTo(taken.inquiry().dealingOfClaims(Optional.empty()));
    }
  }

  @Test
  void copies_are_those_that_a_register_recognises() throws IOException {
    Map<String, String> found = new HashMap<>();
    for (String line : LocalSpark.lines(out, "stories.jsonl")) {
      JsonNode node = JSON.readTree(line);
      found.put(node.path("report").asString(), node.path("story").asString());
    }
    try (Register register = imported("copies.db", lines())) {
      Map<String, Long> told =
          register.inquiry().reports(Question.ALL).stream()
              .collect(Collectors.groupingBy(KeptReport::story, Collectors.counting()));
      Map<String, String> kept =
          register.inquiry().reports(Question.ALL).stream()
              .filter(report -> told.getOrDefault(report.story(), 0L) > 1)
              .collect(Collectors.toMap(KeptReport::key, KeptReport::story));

      assertThat(found).hasSizeGreaterThan(10).isEqualTo(kept);
      assertThat(summary.copies()).isEqualTo(found.size());
      assertThat(summary.stories()).isEqualTo(new HashSet<>(found.values()).size());
    }
    assertThat(summary.again()).isEqualTo(1);
    assertThat(summary.superseded()).isEqualTo(1);
  }

  @Test
  void rows_of_claims_are_those_of_the_export_of_a_register() throws IOException {
    Path export = folder.resolve("export.parquet");
    try (Register register = imported("rows.db", lines());
        var file = Files.newOutputStream(export)) {
      ParquetClaims.write(register.inquiry(), Question.ALL, file);
    }

    Dataset<Row> exported = LocalSpark.session().read().parquet(export.toString());
    Dataset<Row> found =
        LocalSpark.session().read().parquet(out.resolve("claims.parquet").toString());

    assertThat(found.schema()).isEqualTo(exported.schema());
    assertThat(found.count()).isGreaterThan(50);
    assertThat(rows(found)).containsExactlyInAnyOrderElementsOf(rows(exported));
  }

  private static List<String> rows(Dataset<Row> rows) {
    return rows.toJSON().collectAsList();
  }
}
