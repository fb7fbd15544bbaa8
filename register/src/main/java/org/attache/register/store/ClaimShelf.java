package org.attache.register.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attache.claim.Stage;
import org.attache.contract.ClaimJson;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.FurtherWords;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Origin;
import org.attache.register.resolution.Sides;
import org.attache.register.resolution.Signature;
import org.attache.register.resolution.Subject;
import org.attache.register.resolution.TopicIndex;
import org.attache.register.store.Schema.Claim;
import org.attache.register.store.Schema.ClaimNear;
import org.attache.register.store.Schema.ClaimSide;
import org.attache.register.store.Schema.ClaimSubject;
import org.attache.register.store.Schema.ClaimTopic;
import org.attache.register.store.Schema.Report;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;

/** The claims in the register, as bringing them together needs them. */
final class ClaimShelf implements TopicIndex {
  private static final int ROWS_AT_ONCE = 1000;

  /** The columns that say again what a claim says, to be looked up by. */
  static final List<Field<?>> TOLD =
      List.of(
          Claim.KIND,
          Claim.STAGE,
          Claim.POLARITY,
          Claim.CERTAINTY,
          Claim.SIDES,
          Claim.SUPPLIER,
          Claim.RECIPIENT,
          Claim.CLOSED,
          Claim.SUBJECTS,
          Claim.FURTHER,
          Claim.DUE,
          Claim.WORTH,
          Claim.FROM,
          Claim.TO);

  private final DSLContext dsl;
  private final Families families;
  private final FurtherWords further;
  private final List<Object[]> subjects = new ArrayList<>();
  private final List<Object[]> sides = new ArrayList<>();
  private final List<Object[]> near = new ArrayList<>();
  private final List<Object[]> topics = new ArrayList<>();

  ClaimShelf(DSLContext dsl, Families families, FurtherWords further) {
    this.dsl = dsl;
    this.families = families;
    this.further = further;
  }

  /** Claims that count and that no decision sets apart. */
  private static Condition free() {
    return Claim.STANDING.eq(1).and(Claim.APART.isNull());
  }

  private SelectJoinStep<Record> signatures() {
    return dsl.select(Claim.KEY, Claim.SIDES, Claim.STAGE, Claim.POLARITY, Claim.SUBJECTS)
        .select(
            Claim.FURTHER,
            Claim.DUE,
            Claim.WORTH,
            Claim.FROM,
            Claim.TO,
            Claim.LOT,
            Report.KEY,
            Report.DAY)
        .from(Claim.TABLE.join(Report.TABLE).on(Claim.REPORT.eq(Report.ID)));
  }

  private static List<Signature> signatures(Select<Record> found) {
    return found.fetch(ClaimShelf::signature);
  }

  private static Signature signature(Record row) {
    return new Signature(
        row.get(Claim.KEY),
        row.get(Report.KEY),
        Sides.parse(row.get(Claim.SIDES)),
        stage(row.get(Claim.STAGE)),
        row.get(Claim.POLARITY).equals("denied"),
        Subject.parse(row.get(Claim.SUBJECTS)),
        row.get(Claim.FURTHER) == 1,
        row.get(Claim.DUE) == 1,
        Optional.ofNullable(row.get(Claim.WORTH)),
        LocalDate.parse(row.get(Claim.FROM)),
        LocalDate.parse(row.get(Claim.TO)),
        LocalDate.parse(row.get(Report.DAY)));
  }

  private static Stage stage(String code) {
    return Stream.of(Stage.values())
        .filter(stage -> stage.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no stage: " + code));
  }

  @Override
  public List<Signature> with(Sides sides) {
    return signatures(signatures().where(Claim.SIDES.eq(sides.text())).and(free()));
  }

  @Override
  public List<Signature> with(Sides sides, Set<String> topics) {
    return signatures(signatures().where(Claim.ID.in(about(sides, topics))).and(free()));
  }

  private static SelectConditionStep<Record1<Long>> about(Sides sides, Collection<String> topics) {
    return select(ClaimTopic.CLAIM)
        .from(ClaimTopic.TABLE)
        .where(ClaimTopic.SIDES.eq(sides.text()))
        .and(ClaimTopic.TOPIC.in(topics));
  }

  @Override
  public boolean has(Sides sides, String topic) {
    return dsl.fetchExists(
        selectOne().from(Claim.TABLE).where(Claim.ID.in(about(sides, Set.of(topic)))).and(free()));
  }

  /** By their reports alone, of which each has few claims; so no database begins with the sides. */
  @Override
  public List<Signature> inReports(Sides sides, Set<String> reports) {
    return with(sides, Claim.REPORT.in(numbers(reports)).and(free()));
  }

  private List<Signature> with(Sides sides, Condition which) {
    return signatures(signatures().where(which)).stream()
        .filter(claim -> claim.sides().equals(sides))
        .toList();
  }

  @Override
  public List<Signature> vague(Sides sides, LocalDate from, LocalDate to) {
    return signatures(
        signatures()
            .where(
                Claim.ID.in(
                    about(sides, Set.of(Signature.VAGUE))
                        .and(ClaimTopic.FROM.le(to.toString()))
                        .and(ClaimTopic.TO.ge(from.toString()))))
            .and(free()));
  }

  @Override
  public List<Signature> vagueMembers(Sides sides, String founder) {
    return with(sides, Claim.LOT.eq(founder).and(notExists(subjects())).and(free()));
  }

  private static Select<Record1<Integer>> subjects() {
    return selectOne().from(ClaimSubject.TABLE).where(ClaimSubject.CLAIM.eq(Claim.ID));
  }

  @Override
  public Set<String> concrete(Set<String> founders) {
    return Set.copyOf(
        dsl.selectDistinct(Claim.LOT)
            .from(Claim.TABLE)
            .where(Claim.LOT.in(founders))
            .and(Claim.CLOSED.eq(1))
            .and(exists(subjects()))
            .and(free())
            .fetch(Claim.LOT));
  }

  @Override
  public boolean tellsWorth(Sides sides, Set<String> worths, boolean vague) {
    return dsl.fetchExists(
        selectOne()
            .from(Claim.TABLE)
            .where(Claim.SIDES.eq(sides.text()))
            .and(Claim.WORTH.in(worths))
            .and(vague ? notExists(subjects()) : exists(subjects()))
            .and(free()));
  }

  @Override
  public Set<String> near(Sides sides, LocalDate from, LocalDate to, Set<String> but) {
    return Set.copyOf(
        dsl.selectDistinct(Claim.LOT)
            .from(Claim.TABLE)
            .where(Claim.SIDES.eq(sides.text()))
            .and(Claim.FROM.between(from.toString(), to.toString()))
            .and(Claim.LOT.isNotNull())
            .and(Claim.LOT.notIn(but))
            .and(exists(subjects()))
            .and(free())
            .limit(2)
            .fetch(Claim.LOT));
  }

  @Override
  public Set<Sides> candidates(Signature open) {
    List<String> parties = open.sides().parties();
    if (parties.isEmpty()) {
      return Set.of();
    }
    Set<Sides> found = new HashSet<>();
    closedLike(open)
        .and(Claim.REPORT.in(numbers(Set.of(open.report()))))
        .forEach(row -> found.add(Sides.parse(row.value1())));
    Set<String> subjects = open.subjectKeys();
    if (!subjects.isEmpty()) {
      closedLike(open)
          .and(Claim.ID.in(near(parties, subjects, 1)))
          .forEach(row -> found.add(Sides.parse(row.value1())));
    }
    found.removeIf(sides -> !open.sides().mayBe(sides));
    return found;
  }

  private SelectConditionStep<Record1<String>> closedLike(Signature open) {
    SelectConditionStep<Record1<String>> like =
        dsl.selectDistinct(Claim.SIDES)
            .from(Claim.TABLE)
            .where(Claim.CLOSED.eq(1))
            .and(Claim.KIND.eq(open.sides().kind().code()))
            .and(free());
    for (String party : open.sides().parties()) {
      like = like.and(hasSide(List.of(party)));
    }
    return like;
  }

  /** Asked of each claim by itself: those of a state that is in all the news are too many. */
  private static Condition hasSide(Collection<String> parties) {
    return exists(
        selectOne()
            .from(ClaimSide.TABLE)
            .where(ClaimSide.CLAIM.eq(Claim.ID))
            .and(ClaimSide.SIDE.in(parties)));
  }

  private static Select<Record1<Long>> near(
      Collection<String> parties, Collection<String> subjects, int closed) {
    return select(ClaimNear.CLAIM)
        .from(ClaimNear.TABLE)
        .where(ClaimNear.SIDE.in(parties))
        .and(ClaimNear.SUBJECT.in(subjects))
        .and(ClaimNear.CLOSED.eq(closed));
  }

  private static Select<Record1<Long>> numbers(Collection<String> reports) {
    return select(Report.ID).from(Report.TABLE).where(Report.KEY.in(reports));
  }

  @Override
  public List<Signature> open(Sides sides, Set<String> subjects, Set<String> reports) {
    Condition likely = Claim.CLOSED.eq(0).and(Claim.KIND.eq(sides.kind().code())).and(free());
    Map<String, Signature> found = new HashMap<>();
    Stream.concat(
            signatures(
                signatures()
                    .where(likely)
                    .and(Claim.REPORT.in(numbers(reports)))
                    .and(hasSide(sides.parties())))
                .stream(),
            signatures(
                signatures().where(likely).and(Claim.ID.in(near(sides.parties(), subjects, 0))))
                .stream())
        .filter(claim -> claim.sides().mayBe(sides))
        .forEach(claim -> found.put(claim.key(), claim));
    return List.copyOf(found.values());
  }

  @Override
  public Map<String, String> lots(Sides sides) {
    return lots(Claim.SIDES.eq(sides.text()).and(free()));
  }

  @Override
  public Map<String, String> lots(Sides sides, Set<String> topics) {
    return lots(Claim.ID.in(about(sides, topics)).and(free()));
  }

  private Map<String, String> lots(Condition which) {
    Map<String, String> lots = new HashMap<>();
    dsl.select(Claim.KEY, Claim.LOT)
        .from(Claim.TABLE)
        .where(which)
        .and(Claim.LOT.isNotNull())
        .forEach(row -> lots.put(row.value1(), row.value2()));
    return lots;
  }

  @Override
  public Optional<String> lot(String claim) {
    return dsl.select(Claim.LOT)
        .from(Claim.TABLE)
        .where(Claim.KEY.eq(claim))
        .fetchOptional()
        .flatMap(row -> Optional.ofNullable(row.value1()));
  }

  @Override
  public List<Signature> openMembers(String founder) {
    return signatures(
        signatures().where(Claim.LOT.eq(founder)).and(Claim.CLOSED.eq(0)).and(free()));
  }

  /** What of a claim decides which dealing it is about. */
  Signature sign(HeldClaim held) {
    return Signature.of(held, families, further);
  }

  /** The signature that is stored for a claim, whether it stands or not. */
  Optional<Signature> stored(String claim) {
    return signatures(signatures().where(Claim.KEY.eq(claim))).stream().findFirst();
  }

  /** What stands in {@link #TOLD} for a claim. */
  static Map<Field<?>, @Nullable Object> told(HeldClaim held, Signature signature) {
    Map<Field<?>, @Nullable Object> told = new HashMap<>();
    told.put(Claim.KIND, held.claim().kind().code());
    told.put(Claim.STAGE, held.claim().stage().code());
    told.put(Claim.POLARITY, held.claim().polarity().name().toLowerCase(Locale.ROOT));
    told.put(Claim.CERTAINTY, held.claim().certainty().name().toLowerCase(Locale.ROOT));
    told.put(Claim.SIDES, signature.sides().text());
    told.put(Claim.SUPPLIER, signature.sides().supplier().orElse(null));
    told.put(Claim.RECIPIENT, signature.sides().recipient().orElse(null));
    told.put(Claim.CLOSED, signature.sides().closed() ? 1 : 0);
    told.put(
        Claim.SUBJECTS,
        signature.subjects().stream().map(Subject::text).collect(Collectors.joining("\n")));
    told.put(Claim.FURTHER, signature.further() ? 1 : 0);
    told.put(Claim.DUE, signature.due() ? 1 : 0);
    told.put(Claim.WORTH, signature.worth().orElse(null));
    told.put(Claim.FROM, signature.from().toString());
    told.put(Claim.TO, signature.to().toString());
    return told;
  }

  /** Writes what a claim is looked up by, in place of what is written of it. */
  void index(long id, Signature signature) {
    writeIndex();
    dsl.deleteFrom(ClaimSubject.TABLE).where(ClaimSubject.CLAIM.eq(id)).execute();
    dsl.deleteFrom(ClaimSide.TABLE).where(ClaimSide.CLAIM.eq(id)).execute();
    dsl.deleteFrom(ClaimNear.TABLE).where(ClaimNear.CLAIM.eq(id)).execute();
    dsl.deleteFrom(ClaimTopic.TABLE).where(ClaimTopic.CLAIM.eq(id)).execute();
    indexNew(id, signature);
  }

  /** Notes what a new claim is looked up by; {@link #writeIndex} writes it. */
  void indexNew(long id, Signature signature) {
    int closed = signature.sides().closed() ? 1 : 0;
    signature.subjectKeys().forEach(subject -> subjects.add(new Object[] {id, subject}));
    topicRows(id, signature).forEach(topics::add);
    signature.sides().parties().stream()
        .distinct()
        .forEach(
            side -> {
              sides.add(new Object[] {id, side});
              signature
                  .subjectKeys()
                  .forEach(subject -> near.add(new Object[] {side, subject, closed, id}));
            });
  }

  /** What stands in the table of topics for a claim. */
  static List<Object[]> topicRows(long id, Signature signature) {
    return signature.sides().closed()
        ? signature.topics().stream()
            .map(
                topic ->
                    new Object[] {
                      signature.sides().text(),
                      topic,
                      signature.from().toString(),
                      signature.to().toString(),
                      id
                    })
            .toList()
        : List.of();
  }

  /** Writes what was noted, a statement for each table: nothing may be looked up before. */
  void writeIndex() {
    Rows.write(
        dsl.insertInto(ClaimSubject.TABLE, ClaimSubject.CLAIM, ClaimSubject.SUBJECT).values(0L, ""),
        dsl,
        subjects);
    Rows.write(
        dsl.insertInto(ClaimSide.TABLE, ClaimSide.CLAIM, ClaimSide.SIDE).values(0L, ""),
        dsl,
        sides);
    Rows.write(
        dsl.insertInto(ClaimNear.TABLE)
            .columns(ClaimNear.SIDE, ClaimNear.SUBJECT, ClaimNear.CLOSED, ClaimNear.CLAIM)
            .values("", "", 0, 0L),
        dsl,
        near);
    Rows.write(
        dsl.insertInto(ClaimTopic.TABLE).columns(ClaimTopic.COLUMNS).values("", "", "", "", 0L),
        dsl,
        topics);
  }

  /** Claims with their reports, as reviewers have them, by a condition over both tables. */
  List<HeldClaim> held(Condition condition) {
    return whole()
        .where(condition)
        .orderBy(Report.DAY, Report.KEY, Claim.PLACE, Claim.KEY)
        .fetch(ClaimShelf::held);
  }

  private SelectJoinStep<Record> whole() {
    return dsl.select(Claim.KEY, Claim.JSON, Claim.CORRECTED, Claim.LOT, Report.KEY, Report.OUTLET)
        .select(Report.DAY, Report.STORY, Report.WIRE)
        .from(Claim.TABLE.join(Report.TABLE).on(Claim.REPORT.eq(Report.ID)));
  }

  /** All claims that count, lot by lot, and in each as {@link #held(Condition)} has them. */
  Cursor<Record> byLot() {
    return whole()
        .where(Claim.STANDING.eq(1))
        .and(Claim.LOT.isNotNull())
        .orderBy(Claim.LOT, Report.DAY, Report.KEY, Claim.PLACE, Claim.KEY)
        .fetchSize(ROWS_AT_ONCE)
        .fetchLazy();
  }

  static HeldClaim held(Record row) {
    return new HeldClaim(
        row.get(Claim.KEY),
        ClaimJson.parse(
            Optional.ofNullable(row.get(Claim.CORRECTED)).orElseGet(() -> row.get(Claim.JSON))),
        new Origin(
            row.get(Report.KEY),
            row.get(Report.OUTLET),
            LocalDate.parse(row.get(Report.DAY)),
            row.get(Report.STORY),
            Optional.ofNullable(row.get(Report.WIRE))));
  }

  /** The lot that each of these claims is in, where it is in one. */
  Map<String, String> lotsOf(Collection<String> claims) {
    return lots(Claim.KEY.in(claims));
  }
}
