package org.attache.register.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.attache.register.copy.Fingerprint;
import org.attache.register.copy.Fingerprints;
import org.attache.register.copy.Print;
import org.attache.register.copy.Wires;
import org.attache.register.store.Schema.Report;
import org.attache.register.store.Schema.Search;
import org.attache.register.store.Schema.Shingle;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reports on their way into an empty register, many at a time. What {@link ReportShelf} asks the
 * database, which reports are there and which share runs of words, is kept in memory here.
 */
final class ReportSheets implements AutoCloseable {
  private final DSLContext dsl;
  private final ReportShelf shelf;
  private final Wires wires;
  private final Fingerprints fingerprints = new Fingerprints();
  private final Sheet reports;
  private final Sheet searches;
  private final Sheet shingles;
  private final Sheet stories;

  private final Set<String> keys = new HashSet<>();
  private final SharedRuns runs = new SharedRuns();
  private final List<Print> prints = new ArrayList<>();

  /** For each report one of the same story, itself or one nearer to the first: a forest. */
  private final List<Integer> tellers = new ArrayList<>();

  ReportSheets(DSLContext dsl, Connection connection, Wires wires) throws SQLException {
    this.dsl = dsl;
    this.wires = wires;
    shelf = new ReportShelf(dsl, wires, fingerprints);
    List<Field<?>> columns = new ArrayList<>(List.of(Report.ID));
    columns.addAll(ReportShelf.COLUMNS);
    reports = Sheet.into(connection, Report.TABLE, columns);
    searches =
        Sheet.into(
            connection,
            Search.TABLE,
            List.of(Search.ROWID, Search.TITLE, Search.BODY, Search.SOURCES),
            reports);
    shingles =
        Sheet.into(connection, Shingle.TABLE, List.of(Shingle.HASH, Shingle.REPORT), reports);
    stories = Sheet.change(connection, Report.TABLE, Report.STORY, Report.ID);
  }

  /** The sheet of the reports themselves: what refers to them is sent after it. */
  Sheet reports() {
    return reports;
  }

  /** Whether a report was added. */
  boolean knows(String key) {
    return keys.contains(key);
  }

  /** Adds a report, and gives its number. */
  long add(Arrival arrival, Optional<String> reader, String sources) throws SQLException {
    keys.add(arrival.key());
    long id = keys.size();
    Map<Field<?>, @Nullable Object> row = ReportShelf.row(arrival, reader, wires);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(id);
    ReportShelf.COLUMNS.forEach(column -> values.add(row.get(column)));
    reports.add(values);
    searches.add(id, arrival.report().headline(), arrival.report().text(), sources);
    Fingerprint mine = fingerprints.of(arrival.key(), () -> arrival.report().text());
    SortedSet<Long> sample = mine.sample();
    prints.add(new Print(arrival.key(), arrival.day(), arrival.where(), sample.size()));
    tellers.add(tellers.size());
    if (arrival.english()) {
      settleStory(id, mine, sample);
    }
    return id;
  }

  private void settleStory(long id, Fingerprint mine, SortedSet<Long> sample) throws SQLException {
    int me = (int) id - 1;
    if (!sample.isEmpty()) {
      Print print = prints.get(me);
      runs.sharing(sample, other -> print.neededWith(prints.get(other).sampled())).stream()
          .filter(other -> print.isNear(prints.get(other)))
          .filter(other -> mine.isCopyOf(fingerprint(prints.get(other).report())))
          .forEach(other -> join(me, other));
    }
    for (long hash : sample) {
      runs.add(hash, me);
      shingles.add(hash, id);
    }
  }

  private Fingerprint fingerprint(String key) {
    Supplier<String> text =
        () -> {
          try {
            reports.send();
          } catch (SQLException e) {
            throw new IllegalStateException("a report that was added cannot be sent", e);
          }
          return dsl.select(Report.BODY)
              .from(Report.TABLE)
              .where(Report.KEY.eq(key))
              .fetchSingle(Report.BODY);
        };
    return fingerprints.of(key, text);
  }

  /** Makes one story of two: that of whichever was first. */
  private void join(int one, int other) {
    int a = first(one);
    int b = first(other);
    Comparator<Integer> byDay =
        Comparator.<Integer, java.time.LocalDate>comparing(i -> prints.get(i).day())
            .thenComparing(i -> prints.get(i).report());
    if (byDay.compare(a, b) < 0) {
      tellers.set(b, a);
    } else {
      tellers.set(a, b);
    }
  }

  private int first(int report) {
    int at = report;
    while (tellers.get(at) != at) {
      at = tellers.get(at);
    }
    return at;
  }

  /** Sends what waits, and says of copies which story they tell. */
  void send() throws SQLException {
    reports.send();
    searches.send();
    shingles.send();
    for (int i = 0; i < tellers.size(); i++) {
      int first = first(i);
      if (first != i) {
        stories.add(prints.get(first).report(), (long) i + 1);
      }
    }
    stories.send();
  }

  /** Of several versions of an article the last is current. Needs the index of addresses. */
  void settleVersions() {
    dsl.select(Report.ADDRESS)
        .from(Report.TABLE)
        .where(Report.ADDRESS.isNotNull())
        .groupBy(Report.ADDRESS)
        .having(DSL.count().gt(1))
        .fetch(Report.ADDRESS)
        .forEach(shelf::settleVersions);
  }

  @Override
  public void close() throws SQLException {
    for (Sheet sheet : List.of(reports, searches, shingles, stories)) {
      sheet.close();
    }
  }
}
