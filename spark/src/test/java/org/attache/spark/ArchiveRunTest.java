package org.attache.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attache.contract.ReadReport;
import org.attache.contract.ReportJson;
import org.attache.language.Language;
import org.attache.lexicon.Tables;
import org.attache.reading.Reader;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveRunTest {
  private static final List<Report> REPORTS = Samples.reports();

  @TempDir Path folder;

  /** What {@code attache read} prints of the sample reports, a line each. */
  private static List<String> readOneByOne() {
    Tables tables = Tables.builtIn();
    Reader reader = new Reader(tables, Language.load(tables));
    return REPORTS.stream()
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
    assertThat(claims).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(readOneByOne());
    assertThat(summary.count(Count.ARCHIVES)).isEqualTo(2);
    assertThat(summary.count(Count.READ)).isEqualTo(REPORTS.size());
    assertThat(summary.count(Count.FAILED)).isZero();
    assertThat(summary.others()).isEqualTo(1);
  }
}
