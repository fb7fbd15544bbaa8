package org.attache.reading;

import java.time.LocalDate;
import java.util.Optional;
import org.attache.fixture.Models;
import org.attache.lexicon.Tables;
import org.attache.report.Report;

/** One reader for all tests of a run, and reports for it. */
final class Readers {
  static final Reader READER = new Reader(Tables.builtIn(), Models.LANGUAGE);

  private Readers() {}

  /** A report whose body is one paragraph under a headline that claims nothing. */
  static Report paragraph(String body) {
    return new Report(
        "Gazette",
        Optional.empty(),
        Optional.of(LocalDate.of(2025, 5, 14)),
        Optional.empty(),
        "From our notebook\n" + body + "\n");
  }
}
