package org.attache.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attache.claim.Claim;
import org.attache.fixture.Examples;
import org.attache.report.Report;
import org.attache.source.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Short reports and who asserts the claims in them. */
class SourcesTest {
  private static final String TABLE = "/reading/sources.tsv";
  private static final int LEAST = 25;

  @TestFactory
  List<DynamicTest> names_who_asserts_the_claims_of() {
    return Examples.tests(
        TABLE, LEAST, row -> assertThat(asserters(row.get(0))).isEqualTo(row.get(1)));
  }

  @Test
  void a_government_that_publishes_a_report_speaks_of_itself_in_it() {
    Report report = report("The White House", "Notebook / We have sold 20 tanks to Romania.");

    assertThat(Notation.of(Readers.READER.read(report)))
        .isEqualTo("arms-transfer ordered US>RO: armoured-vehicles x20");
  }

  private static Report report(String outlet, String text) {
    return new Report(
        outlet,
        Optional.empty(),
        Optional.of(LocalDate.of(2025, 5, 14)),
        Optional.empty(),
        text.replace(" / ", "\n") + "\n");
  }

  private static String asserters(String text) {
    return Readers.READER.read(report("Gazette", text)).stream()
        .map(Claim::asserter)
        .map(SourcesTest::name)
        .collect(Collectors.joining(" ; "));
  }

  private static String name(Source source) {
    String type = source.type().name().toLowerCase(Locale.ROOT);
    return type + " " + source.name().or(source::role).orElse("?");
  }
}
