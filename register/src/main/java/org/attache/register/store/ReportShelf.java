package org.attache.register.store;

import static org.jooq.impl.DSL.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.attache.register.copy.Fingerprint;
import org.attache.register.copy.Print;
import org.attache.register.copy.Wires;
import org.attache.register.store.Schema.Report;
import org.attache.register.store.Schema.Search;
import org.attache.register.store.Schema.Shingle;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The reports in the register: their versions, and which are copies of one story. */
final class ReportShelf {
  private final DSLContext dsl;
  private final Wires wires;

  ReportShelf(DSLContext dsl, Wires wires) {
    this.dsl = dsl;
    this.wires = wires;
  }

  Optional<Long> id(String key) {
    return dsl.select(Report.ID)
        .from(Report.TABLE)
        .where(Report.KEY.eq(key))
        .fetchOptional(Report.ID);
  }

  /** Whether a report of this address is there. */
  boolean holds(String address) {
    return dsl.fetchExists(Report.TABLE, Report.ADDRESS.eq(address));
  }

  /** Puts a report there, and gives its number. */
  long put(Arrival arrival, Optional<String> reader) {
    String key = arrival.key();
    dsl.insertInto(Report.TABLE)
        .set(Report.KEY, key)
        .set(Report.HASH, Hashes.whole(arrival.report().text()))
        .set(Report.OUTLET, arrival.report().outlet())
        .set(Report.TITLE, arrival.report().headline())
        .set(Report.PUBLISHED, arrival.report().published().map(LocalDate::toString).orElse(null))
        .set(Report.DAY, arrival.day().toString())
        .set(Report.URL, arrival.report().url().orElse(null))
        .set(Report.ADDRESS, arrival.where().orElse(null))
        .set(Report.LANGUAGE, arrival.language())
        .set(Report.RETRIEVED, arrival.retrieved().toString())
        .set(Report.NAME, arrival.name())
        .set(Report.BODY, arrival.report().text())
        .set(Report.LINKS, String.join("\n", arrival.links()))
        .set(Report.CURRENT, 1)
        .set(Report.STORY, key)
        .set(Report.WIRE, wires.of(arrival.report().text()).orElse(null))
        .set(Report.READER, reader.orElse(null))
        .execute();
    return id(key).orElseThrow();
  }

  /** Makes a report findable by its words and by the sources that its claims name. */
  void makeSearchable(long id, Arrival arrival, String sources) {
    dsl.insertInto(Search.TABLE)
        .set(Search.ROWID, id)
        .set(Search.TITLE, arrival.report().headline())
        .set(Search.BODY, arrival.report().text())
        .set(Search.SOURCES, sources)
        .execute();
  }

  /**
   * Of several versions of an article only the one that was retrieved last is current.
   *
   * @return the numbers of the reports for which that has changed
   */
  List<Long> settleVersions(String address) {
    List<Record> versions =
        new ArrayList<>(
            dsl.select(Report.ID, Report.KEY, Report.RETRIEVED, Report.CURRENT)
                .from(Report.TABLE)
                .where(Report.ADDRESS.eq(address))
                .fetch());
    versions.sort(
        Comparator.<Record, String>comparing(row -> row.get(Report.RETRIEVED))
            .thenComparing(row -> row.get(Report.KEY)));
    List<Long> changed = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      int current = i == versions.size() - 1 ? 1 : 0;
      if (versions.get(i).get(Report.CURRENT) != current) {
        long id = versions.get(i).get(Report.ID);
        dsl.update(Report.TABLE).set(Report.CURRENT, current).where(Report.ID.eq(id)).execute();
        changed.add(id);
      }
    }
    return changed;
  }

  /**
   * Finds the reports of which this one is a copy, and makes them one story.
   *
   * @return the keys of all reports whose story has changed
   */
  Set<String> settleStory(long id, Arrival arrival) {
    Fingerprint mine = Fingerprint.of(arrival.report().text());
    Set<Long> sample = mine.sample();
    Set<String> stories = new TreeSet<>();
    if (!sample.isEmpty()) {
      for (Record candidate : candidates(sample, arrival)) {
        if (mine.isCopyOf(Fingerprint.of(candidate.get(Report.BODY)))) {
          stories.add(candidate.get(Report.STORY));
        }
      }
    }
    if (!sample.isEmpty()) {
      dsl.insertInto(Shingle.TABLE, Shingle.HASH, Shingle.REPORT)
          .valuesOfRows(sample.stream().map(hash -> DSL.row(hash, id)).toList())
          .execute();
    }
    return stories.isEmpty() ? Set.of() : join(stories, arrival.key());
  }

  private List<Record> candidates(Set<Long> sample, Arrival arrival) {
    LocalDate day = arrival.day();
    List<Long> sharing =
        dsl.select(Shingle.REPORT)
            .from(Shingle.TABLE)
            .where(Shingle.HASH.in(sample))
            .groupBy(Shingle.REPORT)
            .having(count().ge(Math.min(Print.SHARED_RUNS, sample.size())))
            .orderBy(count().desc(), Shingle.REPORT)
            .limit(Print.MOST_CANDIDATES)
            .fetch(Shingle.REPORT);
    return List.copyOf(
        dsl.select(Report.KEY, Report.BODY, Report.STORY)
            .from(Report.TABLE)
            .where(Report.ID.in(sharing))
            .and(
                Report.DAY.between(
                    day.minusDays(Print.DAYS_OF_A_STORY).toString(),
                    day.plusDays(Print.DAYS_OF_A_STORY).toString()))
            .and(
                arrival
                    .where()
                    .map(address -> Report.ADDRESS.isNull().or(Report.ADDRESS.ne(address)))
                    .orElse(DSL.trueCondition()))
            .fetch());
  }

  private Set<String> join(Set<String> stories, String key) {
    List<String> all =
        dsl.select(Report.KEY)
            .from(Report.TABLE)
            .where(Report.STORY.in(stories).or(Report.KEY.eq(key)))
            .orderBy(Report.DAY, Report.KEY)
            .fetch(Report.KEY);
    String first = all.getFirst();
    dsl.update(Report.TABLE).set(Report.STORY, first).where(Report.KEY.in(all)).execute();
    return Set.copyOf(all);
  }
}
