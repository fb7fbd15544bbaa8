package org.attache.spark;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.attache.contract.ReadReport;
import org.attache.gather.article.Gathered;
import org.attache.lexicon.LexiconException;
import org.attache.register.copy.Fingerprint;
import org.attache.register.store.Arrival;
import org.attache.register.store.Kept;
import org.attache.report.Report;
import org.attache.report.ReportFile;

/**
 * From what came out of an archive to a report with its claims; the same for the same thing,
 * wherever and however often it is done.
 *
 * @param reader the version of the reader
 * @param latest a report dated later than this day is kept without a date
 * @param firstLook which reports are worth reading
 * @param tally counts what becomes of them
 */
record Reading(String reader, LocalDate latest, FirstLook firstLook, Tally tally)
    implements Serializable {
  /** What a report's outlet is called where nobody says which it is. */
  private static final String UNKNOWN_OUTLET = "unknown outlet";

  /** What comes of it. */
  sealed interface Outcome {
    /**
     * A report.
     *
     * @param kept it with its claims
     * @param related its teasers for other articles
     * @param wire the agency whose story it is
     * @param sample the runs of words that copies of it are looked up by; none where it is not in
     *     English
     */
    record Told(Kept kept, List<String> related, Optional<String> wire, SortedSet<Long> sample)
        implements Outcome {}

    /**
     * Nothing.
     *
     * @param name the file, and the place in it
     * @param fault what is wrong, and what to do
     */
    record Failed(String name, String fault) implements Outcome {}
  }

  /** Reads what came out of an archive. */
  Outcome of(Gathered gathered) {
    try {
      return switch (gathered) {
        case Gathered.Fault(String name, String fault) -> failed(name, fault);
        case Gathered.Article article -> read(article);
      };
    } catch (LexiconException e) {
      // A fault of the tables is one of every report.
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return failed(
          gathered.name(),
          "met a fault of the program ("
              + String.valueOf(e).lines().findFirst().orElse("unknown")
              + "); please report it");
    }
  }

  private Outcome.Failed failed(String name, String fault) {
    tally.add(Count.FAILED);
    return new Outcome.Failed(name, fault);
  }

  private Outcome read(Gathered.Article article) {
    if (article.text().length() > ReportFile.LONGEST) {
      return failed(article.name(), "is too long for one report; cut it");
    }
    ReadingRoom room = ReadingRoom.here();
    boolean english =
        article.language().matches("(?i)und|en(-.*)?") && room.isEnglish(article.text());
    Arrival arrival = arrival(article, english);
    Report report = arrival.report();
    Outcome.Told told =
        english
            ? told(room, arrival, worthReading(room, report))
            : new Outcome.Told(Kept.unread(arrival), List.of(), room.wire(report), new TreeSet<>());
    count(article, told);
    return told;
  }

  private ReadReport worthReading(ReadingRoom room, Report report) {
    if (firstLook.isWorthReading(report)) {
      return room.read(report);
    }
    tally.add(Count.NOTHING_TO_READ_FOR);
    return new ReadReport(report, List.of(), List.of());
  }

  private Outcome.Told told(ReadingRoom room, Arrival arrival, ReadReport read) {
    return new Outcome.Told(
        Kept.read(arrival, read.claims(), reader),
        read.related(),
        room.wire(arrival.report()),
        Fingerprint.of(arrival.report().text()).sample());
  }

  /** Counts at the end, so that a report at which reading fails counts as failed alone. */
  private void count(Gathered.Article article, Outcome.Told told) {
    tally.add(Count.REPORTS);
    tally.add(told.kept().reader().isPresent() ? Count.READ : Count.NOT_ENGLISH);
    tally.add(Count.CLAIMS, told.kept().claims().size());
    if (isDatedInTheFuture(article)) {
      tally.add(Count.UNDATED);
    }
  }

  private boolean isDatedInTheFuture(Gathered.Article article) {
    return article.published().filter(day -> day.isAfter(latest)).isPresent();
  }

  private Arrival arrival(Gathered.Article article, boolean english) {
    Report report =
        new Report(
            article.outlet().orElse(UNKNOWN_OUTLET),
            article.title(),
            isDatedInTheFuture(article) ? Optional.empty() : article.published(),
            article.url(),
            article.text());
    return new Arrival(
        report,
        article.address(),
        english && article.language().equals("und") ? "en" : article.language(),
        english,
        article.retrieved().orElse(Instant.EPOCH),
        article.name(),
        article.links());
  }
}
