package org.attache.register.store;

import static org.jooq.impl.DSL.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.attache.register.copy.Fingerprint;
import org.attache.register.copy.Fingerprints;
import org.attache.register.copy.Print;
import org.attache.register.copy.Wires;
import org.attache.register.store.Schema.Report;
import org.attache.register.store.Schema.Search;
import org.attache.register.store.Schema.Shingle;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The reports in the register: their versions, and which are copies of one story. */
final class ReportShelf {
  /** All columns of a report but its number. */
  static final List<Field<?>> COLUMNS =
      List.of(
          Report.KEY,
          Report.HASH,
          Report.OUTLET,
          Report.TITLE,
          Report.PUBLISHED,
          Report.DAY,
          Report.URL,
          Report.ADDRESS,
          Report.LANGUAGE,
          Report.RETRIEVED,
          Report.NAME,
          Report.BODY,
          Report.LINKS,
          Report.CURRENT,
          Report.STORY,
          Report.WIRE,
          Report.READER);

  private final DSLContext dsl;
  private final Wires wires;
  private final Fingerprints prints;

  ReportShelf(DSLContext dsl, Wires wires, Fingerprints prints) {
    this.dsl = dsl;
    this.wires = wires;
    this.prints = prints;
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
    return dsl.insertInto(Report.TABLE)
        .set(row(arrival, reader, wires))
        .returning(Report.ID)
        .fetchSingle(Report.ID);
  }

  /** What is kept of a report that is new, by {@link #COLUMNS}. */
  static Map<Field<?>, @Nullable Object> row(
      Arrival arrival, Optional<String> reader, Wires wires) {
    String key = arrival.key();
    Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
    row.put(Report.KEY, key);
    row.put(Report.HASH, Hashes.whole(arrival.report().text()));
    row.put(Report.OUTLET, arrival.report().outlet());
    row.put(Report.TITLE, arrival.report().headline());
    row.put(Report.PUBLISHED, arrival.report().published().map(LocalDate::toString).orElse(null));
    row.put(Report.DAY, arrival.day().toString());
    row.put(Report.URL, arrival.report().url().orElse(null));
    row.put(Report.ADDRESS, arrival.where().orElse(null));
    row.put(Report.LANGUAGE, arrival.language());
    row.put(Report.RETRIEVED, arrival.retrieved().toString());
    row.put(Report.NAME, arrival.name());
    row.put(Report.BODY, arrival.report().text());
    row.put(Report.LINKS, String.join("\n", arrival.links()));
    row.put(Report.CURRENT, 1);
    row.put(Report.STORY, key);
    row.put(Report.WIRE, wires.of(arrival.report().text()).orElse(null));
    row.put(Report.READER, reader.orElse(null));
    return row;
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
    Fingerprint mine = prints.of(arrival.key(), () -> arrival.report().text());
    Set<Long> sample = mine.sample();
    Set<String> stories = new TreeSet<>();
    if (!sample.isEmpty()) {
      for (Record candidate : candidates(sample, arrival)) {
        String other = candidate.get(Report.KEY);
        if (mine.isCopyOf(prints.of(other, () -> body(other)))) {
          stories.add(candidate.get(Report.STORY));
        }
      }
    }
    List<Object[]> rows = new ArrayList<>();
    sample.forEach(hash -> rows.add(new Object[] {hash, id}));
    Rows.write(
        dsl.insertInto(Shingle.TABLE, Shingle.HASH, Shingle.REPORT).values(0L, 0L), dsl, rows);
    return stories.isEmpty() ? Set.of() : join(stories, arrival.key());
  }

  /**
   * The reports that may be copies of one, or of which it may be one: near it in time, no version
   * of it, and alike enough by the runs of words sampled of both. Which of the two is here already
   * makes no difference.
   */
  private List<Record> candidates(Set<Long> sample, Arrival arrival) {
    LocalDate day = arrival.day();
    Map<Long, Integer> shared =
        dsl.select(Report.ID, count())
            .from(Shingle.TABLE.join(Report.TABLE).on(Shingle.REPORT.eq(Report.ID)))
            .where(Shingle.HASH.in(sample))
            .and(
                Report.DAY.between(
                    day.minusDays(Print.DAYS_OF_A_STORY).toString(),
                    day.plusDays(Print.DAYS_OF_A_STORY).toString()))
            .and(
                arrival
                    .where()
                    .map(address -> Report.ADDRESS.isNull().or(Report.ADDRESS.ne(address)))
                    .orElse(DSL.trueCondition()))
            .groupBy(Report.ID)
            .fetchMap(Report.ID, count());
    if (shared.isEmpty()) {
      return List.of();
    }
    List<Long> alike =
        dsl
            .select(Shingle.REPORT, count())
            .from(Shingle.TABLE)
            .where(Shingle.REPORT.in(shared.keySet()))
            .groupBy(Shingle.REPORT)
            .fetchMap(Shingle.REPORT, count())
            .entrySet()
            .stream()
            .filter(
                other ->
                    shared.getOrDefault(other.getKey(), 0)
                        >= Print.needed(sample.size(), other.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return List.copyOf(
        dsl.select(Report.KEY, Report.STORY)
            .from(Report.TABLE)
            .where(Report.ID.in(alike))
            .orderBy(Report.ID)
            .fetch());
  }

  private String body(String key) {
    return dsl.select(Report.BODY)
        .from(Report.TABLE)
        .where(Report.KEY.eq(key))
        .fetchSingle(Report.BODY);
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
