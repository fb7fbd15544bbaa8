package org.attache.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.attache.contract.ReadReport;
import org.attache.contract.ReportHead;
import org.attache.contract.ReportJson;
import org.attache.fixture.Examples;
import org.attache.report.Report;
import org.attache.report.ReportFile;
import org.attache.report.UnreadableReportException;
import org.junit.jupiter.api.Test;

/** What triage passes over holds no claim: with it and without it reading gives the same bytes. */
class TriageLosesNothingTest {
  private static final int LEAST = 250;

  @Test
  void no_report_of_the_corpus_and_the_samples_loses_a_claim() throws Exception {
    List<Report> reports = new ArrayList<>();
    for (String folder :
        List.of("corpus/train", "corpus/dev", "samples", "register/src/test/resources/stories")) {
      reports.addAll(reports(Path.of("..").resolve(folder)));
    }
    assertThat(reports).hasSizeGreaterThan(LEAST);
    assertThat(reports).allSatisfy(TriageLosesNothingTest::losesNothing);
  }

  @Test
  void no_single_sentence_of_the_tables_loses_a_claim() {
    for (List<String> row : Examples.rows("/reading/sentences.tsv", 340)) {
      losesNothing(Readers.paragraph(row.get(0)));
    }
  }

  private static void losesNothing(Report report) {
    if (!Readers.READER.triage().mayHold(report)) {
      assertThat(json(report, Readers.READER.read(report)))
          .isEqualTo(json(report, Readers.READER.readAll(report, Notes.NONE)));
    }
  }

  private static String json(Report report, List<org.attache.claim.Claim> claims) {
    return ReportJson.line(new ReadReport(report, List.of(), claims), true);
  }

  private static List<Report> reports(Path folder) throws IOException, UnreadableReportException {
    List<Report> reports = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        ReportHead head = ReportHead.beside(file);
        reports.add(
            new Report(
                head.outlet().orElse("unknown outlet"),
                head.title(),
                head.published(),
                head.url(),
                ReportFile.read(file).clean().text()));
      }
    }
    return reports;
  }
}
