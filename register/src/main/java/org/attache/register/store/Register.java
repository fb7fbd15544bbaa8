package org.attache.register.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.contract.ClaimJson;
import org.attache.equipment.Equipment;
import org.attache.lexicon.Tables;
import org.attache.register.copy.Fingerprints;
import org.attache.register.copy.Wires;
import org.attache.register.dealing.Portrait;
import org.attache.register.decision.Decision;
import org.attache.register.decision.Ruling;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.FurtherWords;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Origin;
import org.attache.register.voice.BodyNames;
import org.attache.register.voice.Voices;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * The register: reports and their claims in, dealings with their history out. Everything that is
 * added is there as a whole, with all that follows from it, or not at all; several programs may add
 * to one register, and wait for each other. One instance is for one thread.
 */
public final class Register implements AutoCloseable {
  private final String where;
  private final Database database;
  private final Families families;
  private final Wires wires;
  private final FurtherWords further;
  private final Portrait portrait;
  private final Fingerprints prints = new Fingerprints();

  private Register(String where, Database database, Tables tables) {
    this.where = where;
    this.database = database;
    families = new Families(new Equipment(tables));
    wires = new Wires(tables);
    further = new FurtherWords(tables.rows("further-words"));
    portrait = new Portrait(families, new Voices(new BodyNames(tables)));
  }

  /**
   * Opens a register, and makes one where there is none.
   *
   * @param where a file's name, or a URL that starts with "postgresql:"
   * @param tables what tells types and states apart
   * @throws RegisterException where it cannot be opened
   */
  public static Register open(String where, Tables tables) {
    return new Register(where, Database.open(where), tables);
  }

  /** What may be asked of the register. */
  public Inquiry inquiry() {
    return new Inquiry(database, families, further, portrait);
  }

  /** The dealings of today, in lists and counts. */
  public Catalogue catalogue() {
    return new PresentCatalogue(database.read(), inquiry());
  }

  /**
   * The dealings as the reports published until a day had them. It is worked out here and now,
   * which takes its time where the register is large, and may be kept and shared between threads.
   */
  public Catalogue catalogue(java.time.LocalDate asOf) {
    return inquiry().asOfDay(asOf);
  }

  /** Single reports and claims, with what stands around them. */
  public ReportRoom reports() {
    return new ReportRoom(database.read(), inquiry(), shelf(database.read()));
  }

  /** Who may use the desk, and what they did and watch. */
  public DeskBooks deskBooks() {
    return new DeskBooks(database);
  }

  /** The runs that read reports into it. */
  public RunBook runs() {
    return new RunBook(database);
  }

  /** Whether a report is there already, so that it need not be read. */
  public boolean knows(Arrival arrival) {
    return reports(database.read()).id(arrival.key()).isPresent();
  }

  /**
   * Adds a report.
   *
   * @param arrival the report
   * @param claims what was read from it
   * @param reader the version of the reader; none where the report is not to be read
   * @throws RegisterException where the database fails; then nothing has changed
   */
  public Added add(Arrival arrival, List<Claim> claims, Optional<String> reader) {
    return add(List.of(new Reading(arrival, claims, reader))).getFirst();
  }

  /**
   * A report to be added.
   *
   * @param arrival the report
   * @param claims what was read from it
   * @param reader the version of the reader; none where the report is not to be read
   */
  public record Reading(Arrival arrival, List<Claim> claims, Optional<String> reader) {
    /** Keeps a copy. */
    public Reading {
      claims = List.copyOf(claims);
    }
  }

  /**
   * Adds reports, with the outcome that adding one after the other has, but for less: what follows
   * from them for dealings is worked out once.
   *
   * @return what became of each
   * @throws RegisterException where the database fails; then nothing has changed
   */
  public List<Added> add(List<Reading> readings) {
    return write(
        dsl -> {
          Change change = change(dsl);
          List<Added> added = readings.stream().map(reading -> add(dsl, change, reading)).toList();
          change.settle();
          return added;
        });
  }

  private <T> T write(Function<DSLContext, T> work) {
    try {
      return database.write(work);
    } catch (DataAccessException e) {
      throw new RegisterException(
          where,
          "cannot be written, and nothing was changed: "
              + Database.reason(e)
              + "; see to the disk or the server, and run the command again",
          e);
    }
  }

  private Change change(DSLContext dsl) {
    ClaimShelf shelf = shelf(dsl);
    DecisionShelf decisions = DecisionShelf.during(dsl);
    return new Change(dsl, shelf, decisions, new DealingShelf(dsl, shelf, decisions, portrait));
  }

  private ReportShelf reports(DSLContext dsl) {
    return new ReportShelf(dsl, wires, prints);
  }

  private ClaimShelf shelf(DSLContext dsl) {
    return new ClaimShelf(dsl, families, further);
  }

  private Added add(DSLContext dsl, Change change, Reading reading) {
    Arrival arrival = reading.arrival();
    ReportShelf reports = reports(dsl);
    if (reports.id(arrival.key()).isPresent()) {
      return Added.KNOWN;
    }
    long id = reports.put(arrival, reading.reader());
    reports.makeSearchable(id, arrival, sources(reading.claims()));
    Set<String> copies = arrival.english() ? reports.settleStory(id, arrival) : Set.of();
    List<Long> versions =
        arrival.where().map(reports::settleVersions).orElse(List.of()).stream()
            .filter(version -> version != id)
            .toList();
    boolean current = arrival.where().isEmpty() || isCurrent(dsl, id);
    put(change, id, current, reading);
    versions.stream().flatMap(version -> keys(dsl, version).stream()).forEach(change::restate);
    change.touch(lotsOfReports(dsl, copies));
    if (!current || !versions.isEmpty()) {
      return Added.VERSION;
    }
    return copies.isEmpty() ? Added.NEW : Added.COPY;
  }

  /** Whether a version of the same article is there. */
  public boolean hasVersionOf(Arrival arrival) {
    return arrival.where().filter(address -> reports(database.read()).holds(address)).isPresent();
  }

  /** How far an archive has been read; none where it was never begun, or read to its end. */
  public Optional<KeptPlace> place(String archive) {
    return Schema.ArchivePlace.load(database.read(), archive);
  }

  /** Remembers how far an archive has been read, to go on there. */
  public void remember(KeptPlace place) {
    write(
        dsl -> {
          Schema.ArchivePlace.store(dsl, place);
          return place;
        });
  }

  /** Forgets how far an archive has been read: it was read to its end. */
  public void forgetPlace(String archive) {
    write(dsl -> Schema.ArchivePlace.drop(dsl, archive));
  }

  /** What is remembered of the last visit to an address. */
  public Optional<KeptVisit> visit(String url) {
    return Schema.Visit.load(database.read(), url);
  }

  /** Remembers a visit instead of the one before. */
  public void remember(KeptVisit visit) {
    write(
        dsl -> {
          Schema.Visit.store(dsl, visit);
          return visit;
        });
  }

  /**
   * Takes a report in as another register kept it.
   *
   * @return what became of it
   */
  public Added restore(Kept kept) {
    return write(dsl -> restore(dsl, kept));
  }

  private Added restore(DSLContext dsl, Kept kept) {
    Change change = change(dsl);
    Added added = add(dsl, change, new Reading(kept.arrival(), List.of(), kept.reader()));
    if (added == Added.KNOWN) {
      return added;
    }
    long id = reports(dsl).id(kept.arrival().key()).orElseThrow();
    Origin origin = origin(dsl, id);
    boolean current = isCurrent(dsl, id);
    int place = 0;
    for (Kept.KeptClaim claim : kept.claims()) {
      HeldClaim held = new HeldClaim(claim.key(), claim.claim(), origin);
      change.add(id, current, place++, held, claim.lineage(), claim.reader());
      if (claim.gone()) {
        mark(dsl, claim.key(), 1, claim.reader());
        change.restate(claim.key());
      }
    }
    dsl.update(Schema.Search.TABLE)
        .set(
            Schema.Search.SOURCES,
            sources(kept.claims().stream().map(Kept.KeptClaim::claim).toList()))
        .where(Schema.Search.ROWID.eq(id))
        .execute();
    change.settle();
    return added;
  }

  /**
   * Fills an empty register with many reports at once: what comes out is what adding them one by
   * one gives, sooner. All claims are held in memory for it, some kilobyte for each.
   *
   * @param reports as they are to be kept; those that come twice are taken once
   * @return how many claims there are now
   * @throws RegisterException where the database fails, or the register is not empty; then nothing
   *     has changed
   */
  public int fill(Iterator<Kept> reports) {
    return database.withLargeCache(() -> fillAll(reports));
  }

  private int fillAll(Iterator<Kept> reports) {
    return write(
        dsl -> {
          if (dsl.fetchExists(Schema.Report.TABLE) || dsl.fetchExists(Schema.Decision.TABLE)) {
            throw new RegisterException(
                where, "is not empty; add reports to it one by one, or fill a new register");
          }
          int claims =
              dsl.connectionResult(
                  connection -> {
                    try (Filling filling =
                        new Filling(
                            dsl,
                            connection,
                            database.indexesToFill(connection),
                            shelf(dsl),
                            wires,
                            portrait)) {
                      return filling.fill(reports);
                    }
                  });
          database.countOn(dsl, "report");
          database.countOn(dsl, "claim");
          return claims;
        });
  }

  private static boolean isCurrent(DSLContext dsl, long report) {
    return dsl.fetchExists(
        Schema.Report.TABLE, Schema.Report.ID.eq(report).and(Schema.Report.CURRENT.eq(1)));
  }

  private static void put(Change change, long report, boolean current, Reading reading) {
    Arrival arrival = reading.arrival();
    List<Claim> claims = reading.claims();
    Origin origin =
        new Origin(
            arrival.key(),
            arrival.report().outlet(),
            arrival.day(),
            arrival.key(),
            Optional.empty());
    Map<String, Integer> times = new HashMap<>();
    for (int place = 0; place < claims.size(); place++) {
      String key = Kept.key(arrival.key(), claims.get(place), times);
      HeldClaim held = new HeldClaim(key, claims.get(place), origin);
      change.add(report, current, place, held, key, reading.reader().orElse(""));
    }
  }

  static String sources(List<Claim> claims) {
    return claims.stream()
        .flatMap(claim -> claim.attribution().stream())
        .flatMap(source -> java.util.stream.Stream.of(source.name(), source.role()))
        .flatMap(Optional::stream)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static List<String> keys(DSLContext dsl, long report) {
    return dsl.select(Schema.Claim.KEY)
        .from(Schema.Claim.TABLE)
        .where(Schema.Claim.REPORT.eq(report))
        .orderBy(Schema.Claim.PLACE, Schema.Claim.KEY)
        .fetch(Schema.Claim.KEY);
  }

  private static List<String> lotsOfReports(DSLContext dsl, Set<String> reports) {
    return dsl.selectDistinct(Schema.Claim.LOT)
        .from(
            Schema.Claim.TABLE
                .join(Schema.Report.TABLE)
                .on(Schema.Claim.REPORT.eq(Schema.Report.ID)))
        .where(Schema.Report.KEY.in(reports))
        .and(Schema.Claim.LOT.isNotNull())
        .fetch(Schema.Claim.LOT);
  }

  /**
   * Records a decision, and brings what follows from it up to date.
   *
   * @param at when it was made
   * @param who the reviewer's name
   * @param ruling what
   * @param reason why; may be empty
   * @return its number
   * @throws IllegalArgumentException where it names a claim, a field or a decision that is not
   *     there
   */
  public long decide(Instant at, String who, Ruling ruling, String reason) {
    return write(
        dsl -> {
          DecisionShelf decisions = new DecisionShelf(dsl);
          long number = decisions.put(at, who, ruling, reason);
          Decision made = decisions.numbered(number).orElseThrow();
          Change change = change(dsl);
          follow(dsl, change, decisions, made.ruling());
          change.settle();
          return number;
        });
  }

  private void follow(DSLContext dsl, Change change, DecisionShelf decisions, Ruling ruling) {
    switch (ruling) {
      case Ruling.Confirm confirm -> {}
      case Ruling.Comment comment -> {}
      case Ruling.Reject(String claim) -> restateLineage(dsl, change, claim);
      case Ruling.Correct(String claim, String field, String json) ->
          restateLineage(dsl, change, claim);
      case Ruling.Split(List<String> claims) ->
          claims.forEach(claim -> restateLineage(dsl, change, claim));
      case Ruling.Merge(String claim, String other) -> {
        change.touch(lotsOfLineage(dsl, claim));
        change.touch(lotsOfLineage(dsl, other));
      }
      case Ruling.Undo(long number) ->
          follow(
              dsl,
              change,
              decisions,
              decisions
                  .numbered(number)
                  .orElseThrow(() -> new IllegalArgumentException("there is no decision " + number))
                  .ruling());
    }
  }

  private static void restateLineage(DSLContext dsl, Change change, String lineage) {
    dsl.select(Schema.Claim.KEY)
        .from(Schema.Claim.TABLE)
        .where(Schema.Claim.LINEAGE.eq(lineage))
        .orderBy(Schema.Claim.KEY)
        .fetch(Schema.Claim.KEY)
        .forEach(change::restate);
  }

  private static List<String> lotsOfLineage(DSLContext dsl, String lineage) {
    return dsl.selectDistinct(Schema.Claim.LOT)
        .from(Schema.Claim.TABLE)
        .where(Schema.Claim.LINEAGE.eq(lineage))
        .and(Schema.Claim.LOT.isNotNull())
        .fetch(Schema.Claim.LOT);
  }

  /**
   * Takes what today's reader makes of a report in place of what an earlier one made. A claim on
   * the same words keeps its lineage, and with it the decisions about it.
   *
   * @param report the report's key
   * @param claims what is read from it today
   * @param reader the version of the reader
   */
  public Reread reread(String report, List<Claim> claims, String reader) {
    return write(dsl -> reread(dsl, report, claims, reader));
  }

  private Reread reread(DSLContext dsl, String report, List<Claim> claims, String reader) {
    long id = reports(dsl).id(report).orElseThrow();
    Map<String, Claim> now = new java.util.LinkedHashMap<>();
    Map<String, Integer> times = new HashMap<>();
    claims.forEach(claim -> now.put(Kept.key(report, claim, times), claim));
    Map<String, Claim> before = read(dsl, id);
    Set<String> same = new HashSet<>(now.keySet());
    same.retainAll(before.keySet());
    Change change = change(dsl);
    Map<String, String> successors = successors(before, now, same);
    List<String> known = keys(dsl, id);
    int place = 0;
    for (Map.Entry<String, Claim> entry : now.entrySet()) {
      keep(dsl, change, entry, place++, known, id, successors, reader);
    }
    before.keySet().stream()
        .filter(key -> !same.contains(key))
        .forEach(
            key -> {
              mark(dsl, key, 1, reader);
              change.restate(key);
            });
    dsl.update(Schema.Report.TABLE)
        .set(Schema.Report.READER, reader)
        .where(Schema.Report.ID.eq(id))
        .execute();
    change.settle();
    int changed = successors.size();
    return new Reread(
        same.size(),
        changed,
        now.size() - same.size() - changed,
        before.size() - same.size() - changed);
  }

  private static Map<String, Claim> read(DSLContext dsl, long report) {
    Map<String, Claim> claims = new java.util.LinkedHashMap<>();
    dsl.select(Schema.Claim.KEY, Schema.Claim.JSON)
        .from(Schema.Claim.TABLE)
        .where(Schema.Claim.REPORT.eq(report))
        .and(Schema.Claim.GONE.eq(0))
        .orderBy(Schema.Claim.PLACE, Schema.Claim.KEY)
        .forEach(row -> claims.put(row.value1(), ClaimJson.parse(row.value2())));
    return claims;
  }

  private void keep(
      DSLContext dsl,
      Change change,
      Map.Entry<String, Claim> entry,
      int place,
      List<String> known,
      long report,
      Map<String, String> successors,
      String reader) {
    String key = entry.getKey();
    if (known.contains(key)) {
      mark(dsl, key, 0, reader);
      dsl.update(Schema.Claim.TABLE)
          .set(Schema.Claim.PLACE, place)
          .set(Schema.Claim.JSON, ClaimJson.line(entry.getValue(), true))
          .where(Schema.Claim.KEY.eq(key))
          .execute();
      change.restate(key);
      return;
    }
    String lineage =
        Optional.ofNullable(successors.get(key)).map(new DecisionShelf(dsl)::lineage).orElse(key);
    HeldClaim held =
        new HeldClaim(
            key,
            entry.getValue(),
            shelf(dsl).held(Schema.Report.ID.eq(report)).stream()
                .findFirst()
                .map(HeldClaim::origin)
                .orElseGet(() -> origin(dsl, report)));
    change.add(report, isCurrent(dsl, report), place, held, lineage, reader);
  }

  private static Origin origin(DSLContext dsl, long report) {
    return dsl.select(
            Schema.Report.KEY,
            Schema.Report.OUTLET,
            Schema.Report.DAY,
            Schema.Report.STORY,
            Schema.Report.WIRE)
        .from(Schema.Report.TABLE)
        .where(Schema.Report.ID.eq(report))
        .fetchSingle(
            row ->
                new Origin(
                    row.value1(),
                    row.value2(),
                    java.time.LocalDate.parse(row.value3()),
                    row.value4(),
                    Optional.ofNullable(row.value5())));
  }

  private static void mark(DSLContext dsl, String key, int gone, String reader) {
    dsl.update(Schema.Claim.TABLE)
        .set(Schema.Claim.GONE, gone)
        .set(Schema.Claim.READER, reader)
        .where(Schema.Claim.KEY.eq(key))
        .execute();
  }

  /** For claims that are new the claim before that rests on the same words, if one is left. */
  private static Map<String, String> successors(
      Map<String, Claim> before, Map<String, Claim> now, Set<String> same) {
    Map<String, String> successors = new HashMap<>();
    Set<String> free = new java.util.LinkedHashSet<>(before.keySet());
    free.removeAll(same);
    for (Map.Entry<String, Claim> entry : now.entrySet()) {
      if (!same.contains(entry.getKey())) {
        free.stream()
            .filter(key -> shared(before.get(key), entry.getValue()) > 0)
            .max(
                Comparator.comparingInt(
                    (String key) -> likeness(before.get(key), entry.getValue())))
            .ifPresent(
                key -> {
                  successors.put(entry.getKey(), key);
                  free.remove(key);
                });
      }
    }
    return successors;
  }

  private static int likeness(@org.jspecify.annotations.Nullable Claim one, Claim other) {
    if (one == null) {
      return 0;
    }
    List<Boolean> alike = new ArrayList<>();
    alike.add(one.kind() == other.kind());
    alike.add(one.supplier().equals(other.supplier()));
    alike.add(one.recipient().equals(other.recipient()));
    alike.add(one.stage() == other.stage());
    alike.add(one.asserter().name().equals(other.asserter().name()));
    return 1000 * (int) alike.stream().filter(yes -> yes).count() + shared(one, other);
  }

  /** How many units of text both rest on. */
  private static int shared(@org.jspecify.annotations.Nullable Claim one, Claim other) {
    int shared = 0;
    if (one == null) {
      return shared;
    }
    for (Evidence mine : one.evidence()) {
      for (Evidence theirs : other.evidence()) {
        shared +=
            Math.max(
                0, Math.min(mine.end(), theirs.end()) - Math.max(mine.start(), theirs.start()));
      }
    }
    return shared;
  }

  @Override
  public void close() {
    database.close();
  }
}
