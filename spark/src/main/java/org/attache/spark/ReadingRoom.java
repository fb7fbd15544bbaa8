package org.attache.spark;

import java.util.Optional;
import org.attache.contract.ReadReport;
import org.attache.language.Language;
import org.attache.lexicon.Tables;
import org.attache.reading.Reader;
import org.attache.register.copy.Wires;
import org.attache.report.English;
import org.attache.report.Report;
import org.attache.triage.Triage;

/**
 * What it takes to read reports. The models are heavy and cannot be sent: each JVM loads them once,
 * when its first task asks for them, and all its tasks share them.
 */
final class ReadingRoom {
  private final Reader reader;
  private final English english;
  private final Wires wires;

  private ReadingRoom(Tables tables) {
    reader = new Reader(tables, Language.load(tables));
    english = new English(tables);
    wires = new Wires(tables);
  }

  private static final class Here {
    static final ReadingRoom ROOM = new ReadingRoom(Tables.builtIn());
  }

  /** The one of this JVM. */
  static ReadingRoom here() {
    return Here.ROOM;
  }

  boolean isEnglish(String text) {
    return english.is(text);
  }

  /** Tells pages and reports that hold no claim by their bytes and words. */
  Triage triage() {
    return reader.triage();
  }

  ReadReport read(Report report) {
    return new ReadReport(report, reader.related(report), reader.read(report));
  }

  /** The agency whose story a report is, by its head. */
  Optional<String> wire(Report report) {
    return wires.of(report.text());
  }
}
