package org.attache.bench;

import org.attache.language.Language;
import org.attache.lexicon.Tables;
import org.attache.reading.Reader;
import org.attache.report.Report;

/** Our reader: from a report to its claims. */
final class AttacheSide implements Side {
  private final Reader reader = new Reader(Tables.builtIn(), Language.load());

  @Override
  public int take(Report report) {
    return reader.read(report).size();
  }
}
