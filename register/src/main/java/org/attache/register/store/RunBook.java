package org.attache.register.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;

/** The runs that read reports into the register, as they tell of themselves. */
public final class RunBook {
  private static final Table<Record> RUN = table(name("run"));
  private static final Field<Long> ID = column("id", Long.class);
  private static final Field<String> COMMAND = column("command", String.class);
  private static final Field<String> WHAT = column("what", String.class);
  private static final Field<String> BEGUN = column("begun", String.class);
  private static final Field<String> BEAT = column("beat", String.class);
  private static final Field<String> ENDED = column("ended", String.class);
  private static final Field<Long> SEEN = column("seen", Long.class);
  private static final Field<Long> KEPT = column("kept", Long.class);
  private static final Field<Long> PASSED = column("passed", Long.class);
  private static final Field<Long> FAILED = column("failed", Long.class);
  private static final Field<String> FAULTS = column("faults", String.class);

  private static final int LONGEST = 500;

  private final Database database;

  RunBook(Database database) {
    this.database = database;
  }

  private static <T> Field<T> column(String column, Class<T> type) {
    return field(name("run", column), type);
  }

  private <T> T write(Function<DSLContext, T> work) {
    try {
      return database.write(work);
    } catch (DataAccessException e) {
      throw new RegisterException("the register", "cannot note how a run goes", e);
    }
  }

  /**
   * Notes that a run begins.
   *
   * @return its number
   */
  public long begin(String command, String what, Instant at) {
    return write(
        dsl -> {
          dsl.insertInto(RUN)
              .set(COMMAND, command)
              .set(WHAT, line(what))
              .set(BEGUN, at.toString())
              .set(BEAT, at.toString())
              .set(SEEN, 0L)
              .set(KEPT, 0L)
              .set(PASSED, 0L)
              .set(FAILED, 0L)
              .set(FAULTS, "")
              .execute();
          return dsl.select(org.jooq.impl.DSL.max(ID))
              .from(RUN)
              .fetchOptional(0, Long.class)
              .orElseThrow();
        });
  }

  /** Notes that a run is alive, and how far it is. */
  public void beat(long run, Instant at, KeptRun.Counts counts, List<String> faults) {
    int changed = write(dsl -> told(dsl, run, at, counts, faults));
    if (changed == 0) {
      throw new IllegalArgumentException("there is no run " + run);
    }
  }

  private static int told(
      DSLContext dsl, long run, Instant at, KeptRun.Counts counts, List<String> faults) {
    return dsl.update(RUN)
        .set(BEAT, at.toString())
        .set(SEEN, counts.seen())
        .set(KEPT, counts.kept())
        .set(PASSED, counts.passed())
        .set(FAILED, counts.failed())
        .set(FAULTS, String.join("\n", faults.stream().map(RunBook::line).toList()))
        .where(ID.eq(run))
        .execute();
  }

  /** Notes that a run came to its end. */
  public void end(long run, Instant at, KeptRun.Counts counts, List<String> faults) {
    beat(run, at, counts, faults);
    write(dsl -> dsl.update(RUN).set(ENDED, at.toString()).where(ID.eq(run)).execute());
  }

  /** The latest runs, the last begun first. */
  public List<KeptRun> latest(int most) {
    return database
        .read()
        .select(ID, COMMAND, WHAT, BEGUN, BEAT, ENDED, SEEN, KEPT, PASSED, FAILED)
        .select(FAULTS)
        .from(RUN)
        .orderBy(ID.desc())
        .limit(most)
        .fetch(
            row ->
                new KeptRun(
                    row.get(ID),
                    row.get(COMMAND),
                    row.get(WHAT),
                    Instant.parse(row.get(BEGUN)),
                    Instant.parse(row.get(BEAT)),
                    Optional.ofNullable(row.get(ENDED)).map(Instant::parse),
                    new KeptRun.Counts(
                        row.get(SEEN), row.get(KEPT), row.get(PASSED), row.get(FAILED)),
                    row.get(FAULTS).lines().toList()));
  }

  private static String line(String text) {
    String line = text.replaceAll("\\R", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
