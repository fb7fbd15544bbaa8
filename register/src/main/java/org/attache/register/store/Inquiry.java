package org.attache.register.store;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.attache.register.dealing.Dealing;
import org.attache.register.dealing.Portrait;
import org.attache.register.decision.Decision;
import org.attache.register.decision.Ruling;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.FurtherWords;
import org.attache.register.resolution.Group;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Resolution;
import org.attache.register.resolution.Sides;
import org.attache.register.resolution.Signature;
import org.attache.register.store.Schema.Claim;
import org.attache.register.store.Schema.Report;
import org.attache.register.store.Schema.Search;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Questions to the register. */
public final class Inquiry {
  private static final Comparator<DealingLine> LATEST_FIRST =
      Comparator.comparing(DealingLine::last).reversed().thenComparing(DealingLine::id);

  /** What a line of a list of dealings is made of. */
  static final List<Field<?>> LINE =
      List.of(
          Schema.Dealing.ID,
          Schema.Dealing.KIND,
          Schema.Dealing.TITLE,
          Schema.Dealing.STAGE,
          Schema.Dealing.DISPUTED,
          Schema.Dealing.VAGUE,
          Schema.Dealing.FIRST,
          Schema.Dealing.LAST,
          Schema.Dealing.REPORTS,
          Schema.Dealing.VOICES,
          Schema.Dealing.CLAIMS,
          Schema.Dealing.CONTRADICTIONS);

  /** After every day. */
  private static final String EVER = "9999-12-31";

  /** So many reports of the same rank as the last one wanted are put in order by their keys. */
  private static final int SPARE = 150;

  private final DSLContext dsl;
  private final boolean postgres;
  private final ClaimShelf claims;
  private final DecisionShelf decisions;
  private final Families families;
  private final Portrait portrait;

  Inquiry(Database database, Families families, FurtherWords further, Portrait portrait) {
    dsl = database.read();
    postgres = database.isPostgres();
    claims = new ClaimShelf(dsl, families, further);
    decisions = new DecisionShelf(dsl);
    this.families = families;
    this.portrait = portrait;
  }

  /** Claims by the days of their reports, then by report and key. */
  static final Comparator<HeldClaim> BY_PUBLICATION =
      Comparator.comparing((HeldClaim held) -> held.origin().day())
          .thenComparing(held -> held.origin().report())
          .thenComparing(HeldClaim::key);

  /** Dealings, the one that was reported last first. */
  public List<DealingLine> dealings(Question question) {
    if (question.asOf().isPresent()) {
      return drawn(question).map(DealingLine::of).sorted(LATEST_FIRST).toList();
    }
    return dsl.select(LINE)
        .from(Schema.Dealing.TABLE)
        .where(condition(question))
        .orderBy(Schema.Dealing.LAST.desc(), Schema.Dealing.ID)
        .fetch(Inquiry::line);
  }

  /** Dealings with everything that is claimed of them, the one that was reported last first. */
  public List<Dealing> dealingsInFull(Question question) {
    if (question.asOf().isPresent()) {
      return drawn(question)
          .sorted(Comparator.comparing(Dealing::last).reversed().thenComparing(Dealing::id))
          .toList();
    }
    return dsl
        .select(Schema.Dealing.FOUNDER)
        .from(Schema.Dealing.TABLE)
        .where(condition(question))
        .orderBy(Schema.Dealing.LAST.desc(), Schema.Dealing.ID)
        .fetch(Schema.Dealing.FOUNDER)
        .stream()
        .map(this::drawn)
        .toList();
  }

  static DealingLine line(Record row) {
    return new DealingLine(
        row.get(Schema.Dealing.ID),
        row.get(Schema.Dealing.KIND),
        row.get(Schema.Dealing.TITLE),
        row.get(Schema.Dealing.STAGE),
        row.get(Schema.Dealing.DISPUTED) == 1,
        row.get(Schema.Dealing.VAGUE) == 1,
        LocalDate.parse(row.get(Schema.Dealing.FIRST)),
        LocalDate.parse(row.get(Schema.Dealing.LAST)),
        row.get(Schema.Dealing.REPORTS),
        row.get(Schema.Dealing.VOICES),
        row.get(Schema.Dealing.CLAIMS),
        row.get(Schema.Dealing.CONTRADICTIONS).lines().toList());
  }

  /** The condition that a question puts to the table of dealings. */
  Condition condition(Question question) {
    List<Condition> all = new ArrayList<>();
    question.supplier().ifPresent(side -> all.add(Schema.Dealing.SUPPLIER.eq(side)));
    question.recipient().ifPresent(side -> all.add(Schema.Dealing.RECIPIENT.eq(side)));
    question
        .party()
        .ifPresent(
            side ->
                all.add(
                    Schema.Dealing.SUPPLIER
                        .eq(side)
                        .or(Schema.Dealing.RECIPIENT.eq(side))
                        .or(
                            inline("+")
                                .concat(Schema.Dealing.TOGETHER)
                                .concat("+")
                                .contains("+" + side + "+"))));
    question.designation().map(families::of).ifPresent(family -> all.add(about(family)));
    question.category().ifPresent(category -> all.add(about("~" + category.code())));
    question.kind().ifPresent(kind -> all.add(Schema.Dealing.KIND.eq(kind.code())));
    question.stage().ifPresent(stage -> all.add(Schema.Dealing.STAGE.eq(stage.code())));
    question
        .source()
        .ifPresent(
            name ->
                all.add(
                    Schema.Dealing.FOUNDER.in(
                        select(Schema.DealingVoice.FOUNDER)
                            .from(Schema.DealingVoice.TABLE)
                            .where(holds(Schema.DealingVoice.NAME, name)))));
    question.outlet().ifPresent(name -> all.add(toldBy(name)));
    question.since().ifPresent(day -> all.add(Schema.Dealing.LAST.ge(day.toString())));
    question.until().ifPresent(day -> all.add(Schema.Dealing.FIRST.le(day.toString())));
    return all.stream().reduce(trueCondition(), Condition::and);
  }

  /** What dealings of a question are about, as they are looked up by it, where it says so. */
  Optional<String> subject(Question question) {
    return question
        .designation()
        .map(families::of)
        .or(() -> question.category().map(category -> "~" + category.code()));
  }

  private static Condition about(String subject) {
    return Schema.Dealing.FOUNDER.in(
        select(Schema.DealingSubject.FOUNDER)
            .from(Schema.DealingSubject.TABLE)
            .where(Schema.DealingSubject.SUBJECT.eq(subject)));
  }

  private static Condition toldBy(String outlet) {
    return Schema.Dealing.FOUNDER.in(
        select(Schema.DealingLot.FOUNDER)
            .from(
                Schema.DealingLot.TABLE
                    .join(Claim.TABLE)
                    .on(Claim.LOT.eq(Schema.DealingLot.LOT))
                    .join(Report.TABLE)
                    .on(Claim.REPORT.eq(Report.ID)))
            .where(holds(Report.OUTLET, outlet)));
  }

  private static Condition holds(Field<String> column, String part) {
    return lower(column).contains(part.toLowerCase(Locale.ROOT));
  }

  /**
   * The dealing of this id, or that which the dealing once known by it has become part of.
   *
   * @param asOf the register as the reports published until then had it
   */
  public Optional<Dealing> dealing(String id, Optional<LocalDate> asOf) {
    if (asOf.isPresent()) {
      String key = id.isEmpty() ? id : id.substring(1);
      return drawn(Question.ALL.asOf(asOf.get()))
          .filter(
              dealing ->
                  dealing.id().equals(id)
                      || dealing.claims().stream().anyMatch(held -> held.key().startsWith(key)))
          .findFirst();
    }
    return dsl.select(Schema.Dealing.FOUNDER)
        .from(Schema.Dealing.TABLE)
        .where(Schema.Dealing.ID.eq(id))
        .fetchOptional(Schema.Dealing.FOUNDER)
        .or(() -> formerly(id))
        .map(this::drawn);
  }

  private Optional<String> formerly(String id) {
    if (!id.matches("d[0-9a-f]{10}")) {
      return Optional.empty();
    }
    return dsl.select(Schema.DealingLot.FOUNDER)
        .from(Schema.DealingLot.TABLE.join(Claim.TABLE).on(Claim.LOT.eq(Schema.DealingLot.LOT)))
        .where(Claim.KEY.startsWith(id.substring(1)))
        .limit(1)
        .fetchOptional(Schema.DealingLot.FOUNDER);
  }

  private Dealing drawn(String founder) {
    List<String> lots =
        dsl.select(Schema.DealingLot.LOT)
            .from(Schema.DealingLot.TABLE)
            .where(Schema.DealingLot.FOUNDER.eq(founder))
            .fetch(Schema.DealingLot.LOT);
    return portrait.of(founder, claims.held(Claim.LOT.in(lots).and(Claim.STANDING.eq(1))));
  }

  /**
   * The id of the dealing that each claim is about, by the claim's key.
   *
   * @param asOf the register as the reports published until then had it
   */
  public Map<String, String> dealingOfClaims(Optional<LocalDate> asOf) {
    Map<String, String> dealings = new HashMap<>();
    if (asOf.isPresent()) {
      drawn(Question.ALL.asOf(asOf.get()))
          .forEach(
              dealing -> dealing.claims().forEach(held -> dealings.put(held.key(), dealing.id())));
      return dealings;
    }
    dsl.select(Claim.KEY, Schema.DealingLot.FOUNDER)
        .from(Claim.TABLE.join(Schema.DealingLot.TABLE).on(Claim.LOT.eq(Schema.DealingLot.LOT)))
        .where(Claim.STANDING.eq(1))
        .forEach(row -> dealings.put(row.value1(), Portrait.id(row.value2())));
    return dealings;
  }

  /** The catalogue as the reports published until a day had it; it may be kept and shared. */
  Catalogue asOfDay(LocalDate day) {
    return new PastCatalogue(
        dealingsInFull(Question.ALL.asOf(day)),
        this::wanted,
        this::matches,
        held -> claims.sign(held).subjectKeys());
  }

  /** Concrete dealings between the same sides, told at the same time, that a vague one may hold. */
  public List<DealingLine> mayHold(Dealing vague) {
    if (!vague.vague() || !vague.sides().closed()) {
      return List.of();
    }
    Question between =
        new Question(
            vague.sides().supplier(),
            vague.sides().recipient(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(vague.sides().kind()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(vague.first().minusYears(1)),
            Optional.of(vague.last().plusYears(1)),
            Optional.empty());
    return dealings(between).stream().filter(line -> !line.vague()).toList();
  }

  /** Claims as reviewers have them, by publication. Those that were rejected are left out. */
  public List<HeldClaim> claims(Question question) {
    if (question.asOf().isPresent()) {
      return asOf(question.asOf().get()).stream()
          .filter(matches(question))
          .sorted(BY_PUBLICATION)
          .toList();
    }
    return matching(claims.held(claimCondition(question)), question);
  }

  /** Those of some claims that a question is about. */
  List<HeldClaim> matching(List<HeldClaim> held, Question question) {
    return held.stream().filter(matches(question)).toList();
  }

  /** The condition that a question puts to the tables of claims and reports. */
  Condition claimCondition(Question question) {
    List<Condition> all = new ArrayList<>(List.of(Claim.STANDING.eq(1)));
    question.supplier().ifPresent(side -> all.add(Claim.SUPPLIER.eq(side)));
    question.recipient().ifPresent(side -> all.add(Claim.RECIPIENT.eq(side)));
    question
        .party()
        .ifPresent(
            side ->
                all.add(
                    Claim.ID.in(
                        select(Schema.ClaimSide.CLAIM)
                            .from(Schema.ClaimSide.TABLE)
                            .where(Schema.ClaimSide.SIDE.eq(side)))));
    question.kind().ifPresent(kind -> all.add(Claim.KIND.eq(kind.code())));
    question.stage().ifPresent(stage -> all.add(Claim.STAGE.eq(stage.code())));
    question.since().ifPresent(day -> all.add(Report.DAY.ge(day.toString())));
    question.until().ifPresent(day -> all.add(Report.DAY.le(day.toString())));
    question.outlet().ifPresent(name -> all.add(holds(Report.OUTLET, name)));
    question.designation().map(families::of).ifPresent(family -> all.add(claimAbout(family)));
    question.category().ifPresent(category -> all.add(claimAbout("~" + category.code())));
    return all.stream().reduce(trueCondition(), Condition::and);
  }

  private static Condition claimAbout(String subject) {
    return Claim.ID.in(
        select(Schema.ClaimSubject.CLAIM)
            .from(Schema.ClaimSubject.TABLE)
            .where(Schema.ClaimSubject.SUBJECT.eq(subject)));
  }

  private Predicate<HeldClaim> matches(Question question) {
    return held -> {
      Signature signature = claims.sign(held);
      Sides sides = signature.sides();
      LocalDate day = held.origin().day();
      return question
              .supplier()
              .map(side -> sides.supplier().equals(Optional.of(side)))
              .orElse(true)
          && question
              .recipient()
              .map(side -> sides.recipient().equals(Optional.of(side)))
              .orElse(true)
          && question.party().map(sides.parties()::contains).orElse(true)
          && question
              .designation()
              .map(families::of)
              .map(signature.subjectKeys()::contains)
              .orElse(true)
          && question
              .category()
              .map(c -> signature.subjectKeys().contains("~" + c.code()))
              .orElse(true)
          && question.kind().map(kind -> held.claim().kind() == kind).orElse(true)
          && question.stage().map(stage -> held.claim().stage() == stage).orElse(true)
          && question.source().map(name -> isNamed(held, name)).orElse(true)
          && question.outlet().map(name -> holds(held.origin().outlet(), name)).orElse(true)
          && question.since().map(since -> !day.isBefore(since)).orElse(true)
          && question.until().map(until -> !day.isAfter(until)).orElse(true);
    };
  }

  private static boolean isNamed(HeldClaim held, String part) {
    return held.claim().attribution().stream()
        .anyMatch(
            source ->
                holds(source.name().orElse(""), part) || holds(source.role().orElse(""), part));
  }

  private static boolean holds(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  /** The claims that counted when the reports of a day and all earlier ones were there. */
  private List<HeldClaim> asOf(LocalDate day) {
    Set<Long> current = new HashSet<>();
    Map<String, Record> newest = new HashMap<>();
    dsl.select(Report.ID, Report.ADDRESS, Report.RETRIEVED, Report.KEY)
        .from(Report.TABLE)
        .where(Report.DAY.le(day.toString()))
        .forEach(
            row -> {
              String address = row.get(Report.ADDRESS);
              if (address == null) {
                current.add(row.get(Report.ID));
              } else {
                newest.merge(address, row, Inquiry::newer);
              }
            });
    newest.values().forEach(row -> current.add(row.get(Report.ID)));
    Set<String> rejected = new HashSet<>();
    for (Decision decision : decisions.all()) {
      if (!decision.undone() && decision.ruling() instanceof Ruling.Reject(String claim)) {
        rejected.add(claim);
      }
    }
    Condition counted =
        Claim.GONE.eq(0).and(Report.DAY.le(day.toString())).and(Claim.LINEAGE.notIn(rejected));
    Set<String> keys =
        new HashSet<>(
            dsl
                .select(Claim.KEY, Claim.REPORT)
                .from(Claim.TABLE)
                .join(Report.TABLE)
                .on(Claim.REPORT.eq(Report.ID))
                .where(counted)
                .fetch()
                .stream()
                .filter(row -> current.contains(row.value2()))
                .map(row -> row.value1())
                .toList());
    return claims.held(counted).stream().filter(held -> keys.contains(held.key())).toList();
  }

  private static Record newer(Record one, Record other) {
    int order = one.get(Report.RETRIEVED).compareTo(other.get(Report.RETRIEVED));
    if (order == 0) {
      order = one.get(Report.KEY).compareTo(other.get(Report.KEY));
    }
    return order >= 0 ? one : other;
  }

  private java.util.stream.Stream<Dealing> drawn(Question question) {
    LocalDate day = question.asOf().orElseThrow();
    Map<String, HeldClaim> byKey = new TreeMap<>();
    asOf(day).forEach(held -> byKey.put(held.key(), held));
    Map<String, String> lineages = new HashMap<>();
    Map<String, List<String>> apart = new TreeMap<>();
    dsl.select(Claim.KEY, Claim.LINEAGE, Claim.APART)
        .from(Claim.TABLE)
        .forEach(
            row -> {
              if (byKey.containsKey(row.value1())) {
                lineages.put(row.value1(), row.value2());
                if (row.value3() != null) {
                  apart.computeIfAbsent(row.value3(), k -> new ArrayList<>()).add(row.value1());
                }
              }
            });
    Set<String> set = new HashSet<>();
    apart.values().forEach(set::addAll);
    List<Group> groups =
        new ArrayList<>(
            Resolution.of(
                byKey.values().stream()
                    .filter(held -> !set.contains(held.key()))
                    .map(claims::sign)
                    .toList()));
    apart
        .values()
        .forEach(
            keys ->
                groups.add(
                    new Group(DealingShelf.founder(held(byKey, keys), new HashSet<>(keys)), keys)));
    return merged(groups, lineages).stream()
        .map(
            founders -> {
              List<HeldClaim> held = new ArrayList<>();
              groups.stream()
                  .filter(group -> founders.contains(group.founder()))
                  .forEach(group -> held.addAll(held(byKey, group.claims())));
              return portrait.of(DealingShelf.founder(held, founders), held);
            })
        .filter(dealing -> wanted(dealing, question));
  }

  private static List<HeldClaim> held(Map<String, HeldClaim> byKey, List<String> keys) {
    return keys.stream().map(byKey::get).filter(java.util.Objects::nonNull).toList();
  }

  /** The founders of the groups that reviewers have merged, together. */
  private List<Set<String>> merged(List<Group> groups, Map<String, String> lineages) {
    Map<String, Set<String>> near = new TreeMap<>();
    Map<String, String> groupOf = new HashMap<>();
    for (Group group : groups) {
      near.put(group.founder(), new TreeSet<>());
      group.claims().forEach(key -> groupOf.put(lineages.getOrDefault(key, key), group.founder()));
    }
    for (Ruling.Merge merge : decisions.merges()) {
      String one = groupOf.get(merge.claim());
      String other = groupOf.get(merge.other());
      if (one != null && other != null) {
        near.getOrDefault(one, new TreeSet<>()).add(other);
        near.getOrDefault(other, new TreeSet<>()).add(one);
      }
    }
    List<Set<String>> together = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String founder : near.keySet()) {
      if (seen.add(founder)) {
        Set<String> component = new TreeSet<>(Set.of(founder));
        Deque<String> open = new ArrayDeque<>(component);
        while (!open.isEmpty()) {
          near.getOrDefault(open.pop(), Set.of()).stream()
              .filter(component::add)
              .forEach(open::add);
        }
        seen.addAll(component);
        together.add(component);
      }
    }
    return together;
  }

  /** Whether a question is about a dealing. */
  boolean wanted(Dealing dealing, Question question) {
    Sides sides = dealing.sides();
    boolean voiced =
        question
            .source()
            .map(name -> dealing.voices().stream().anyMatch(voice -> holds(voice.name(), name)))
            .orElse(true);
    boolean told =
        question
            .outlet()
            .map(
                name ->
                    dealing.claims().stream().anyMatch(held -> holds(held.origin().outlet(), name)))
            .orElse(true);
    Set<String> subjects = new HashSet<>();
    dealing.claims().forEach(held -> subjects.addAll(claims.sign(held).subjectKeys()));
    return voiced
        && told
        && question.supplier().map(side -> sides.supplier().equals(Optional.of(side))).orElse(true)
        && question
            .recipient()
            .map(side -> sides.recipient().equals(Optional.of(side)))
            .orElse(true)
        && question.party().map(sides.parties()::contains).orElse(true)
        && question.designation().map(families::of).map(subjects::contains).orElse(true)
        && question.category().map(c -> subjects.contains("~" + c.code())).orElse(true)
        && question.kind().map(kind -> sides.kind() == kind).orElse(true)
        && question.stage().map(stage -> dealing.stage() == stage).orElse(true)
        && question.since().map(since -> !dealing.last().isBefore(since)).orElse(true)
        && question.until().map(until -> !dealing.first().isAfter(until)).orElse(true);
  }

  /** Reports, the latest first. */
  public List<KeptReport> reports(Question question) {
    return reports(reportCondition(question));
  }

  /** Reports, the latest first, from the one after so many. */
  List<KeptReport> reports(Question question, int from, int most) {
    return reportColumns(reportCondition(question), Report.DAY.desc(), Report.KEY)
        .limit(most)
        .offset(from)
        .fetch(Inquiry::kept);
  }

  private static Condition reportCondition(Question question) {
    List<Condition> all = new ArrayList<>();
    question.outlet().ifPresent(name -> all.add(holds(Report.OUTLET, name)));
    question.since().ifPresent(day -> all.add(Report.DAY.ge(day.toString())));
    question.until().ifPresent(day -> all.add(Report.DAY.le(day.toString())));
    question.asOf().ifPresent(day -> all.add(Report.DAY.le(day.toString())));
    return all.stream().reduce(trueCondition(), Condition::and);
  }

  /** The report of this key. */
  public Optional<KeptReport> report(String key) {
    return reports(Report.KEY.eq(key)).stream().findFirst();
  }

  /** Reports that were read by another version of the reader, and could be read again. */
  public List<KeptReport> readOtherwiseThan(String reader) {
    return reports(Report.READER.isNotNull().and(Report.READER.ne(reader)));
  }

  /** The latest reports that meet a condition. */
  List<KeptReport> reports(Condition condition, int most) {
    return reportColumns(condition, Report.DAY.desc(), Report.KEY).limit(most).fetch(Inquiry::kept);
  }

  private List<KeptReport> reports(Condition condition) {
    return reportColumns(condition, Report.DAY.desc(), Report.KEY).fetch(Inquiry::kept);
  }

  private org.jooq.SelectLimitStep<Record> reportColumns(
      Condition condition, org.jooq.OrderField<?>... order) {
    return dsl.select(Report.KEY, Report.OUTLET, Report.TITLE, Report.PUBLISHED, Report.URL)
        .select(Report.BODY, Report.DAY, Report.LANGUAGE, Report.CURRENT, Report.STORY)
        .select(Report.READER, Report.NAME, Report.LINKS, claimsOfReport())
        .from(Report.TABLE)
        .where(condition)
        .orderBy(order);
  }

  private static Field<Integer> claimsOfReport() {
    return field(
            select(count())
                .from(Claim.TABLE)
                .where(Claim.REPORT.eq(Report.ID))
                .and(Claim.STANDING.eq(1)))
        .as("claims_of_report");
  }

  private static KeptReport kept(Record row) {
    return new KeptReport(
        row.get(Report.KEY),
        new org.attache.report.Report(
            row.get(Report.OUTLET),
            Optional.of(row.get(Report.TITLE)),
            Optional.ofNullable(row.get(Report.PUBLISHED)).map(LocalDate::parse),
            Optional.ofNullable(row.get(Report.URL)),
            row.get(Report.BODY)),
        LocalDate.parse(row.get(Report.DAY)),
        row.get(Report.LANGUAGE),
        row.get(Report.CURRENT) == 1,
        row.get(Report.STORY),
        Optional.ofNullable(row.get(Report.READER)),
        row.get(Report.NAME),
        row.get("claims_of_report", Integer.class),
        row.get(Report.LINKS).lines().toList());
  }

  /**
   * Finds words in reports, and in the names of who is cited in them; the best match first.
   *
   * @param words all of them must occur, in any form; what is no word is left out
   * @param most how many are wanted
   */
  public List<Hit> search(String words, Optional<LocalDate> asOf, int most) {
    List<String> terms =
        java.util.regex.Pattern.compile("[^\\p{L}\\d]+")
            .splitAsStream(words)
            .filter(word -> !word.isEmpty())
            .toList();
    if (terms.isEmpty()) {
      return List.of();
    }
    String before = asOf.map(LocalDate::toString).orElse(EVER);
    return postgres ? searchPostgres(terms, before, most) : searchSqlite(terms, before, most);
  }

  /**
   * First the best by their rank alone, then what is shown of these: a snippet is cut out of the
   * whole text, and of all reports that hold a common word that takes seconds. Of more reports of
   * equal rank than {@link #SPARE} those are taken that came first. Keys are read of those alone
   * that may be shown: each is a look-up by itself, in the largest of all tables.
   */
  private List<Hit> searchSqlite(List<String> terms, String before, int most) {
    Condition match =
        DSL.condition(
            "report_search match {0}",
            val(String.join(" ", terms.stream().map(term -> "\"" + term + "\"").toList())));
    Field<Double> rank = field("bm25(report_search, 4.0, 1.0, 2.0)", Double.class).as("place");
    Condition inTime =
        before.equals(EVER)
            ? trueCondition()
            : Search.ROWID.in(select(Report.ID).from(Report.TABLE).where(Report.DAY.le(before)));
    Map<Long, Double> best = new HashMap<>();
    dsl.select(Search.ROWID, rank)
        .from(Search.TABLE)
        .where(match)
        .and(inTime)
        .orderBy(rank, Search.ROWID)
        .limit(most + SPARE)
        .forEach(row -> best.put(row.value1(), row.value2()));
    double worst =
        best.values().stream()
            .sorted()
            .skip(Math.max(0, most - 1))
            .findFirst()
            .orElse(Double.POSITIVE_INFINITY);
    List<Long> near =
        best.keySet().stream().filter(id -> best.getOrDefault(id, worst) <= worst).toList();
    Map<Long, String> keys =
        dsl.select(Report.ID, Report.KEY)
            .from(Report.TABLE)
            .where(Report.ID.in(near))
            .fetchMap(Report.ID, Report.KEY);
    List<Long> chosen =
        near.stream()
            .sorted(
                Comparator.<Long, Double>comparing(id -> best.getOrDefault(id, 0.0))
                    .thenComparing(id -> keys.getOrDefault(id, "")))
            .limit(most)
            .toList();
    Map<Long, String> snippets = new HashMap<>();
    dsl.select(
            Search.ROWID,
            field("snippet(report_search, -1, '[', ']', ' … ', 24)", String.class).as("snippet"))
        .from(Search.TABLE)
        .where(match)
        .and(Search.ROWID.in(chosen))
        .forEach(row -> snippets.put(row.value1(), row.value2()));
    Map<String, KeptReport> found = new HashMap<>();
    reports(Report.ID.in(chosen)).forEach(kept -> found.put(kept.key(), kept));
    return chosen.stream()
        .map(
            id ->
                new Hit(
                    java.util.Objects.requireNonNull(found.get(keys.getOrDefault(id, ""))),
                    snippets.getOrDefault(id, "")))
        .toList();
  }

  private List<Hit> searchPostgres(List<String> terms, String before, int most) {
    Field<String> query = val(String.join(" ", terms));
    Field<String> snippet =
        field(
                "ts_headline('english', {0}, plainto_tsquery('english', {1}),"
                    + " 'StartSel=[, StopSel=], MaxWords=24, MinWords=12')",
                String.class, Search.BODY, query)
            .as("snippet");
    return dsl.select(Report.KEY, snippet)
        .from(Search.TABLE)
        .join(Report.TABLE)
        .on(Search.ROWID.eq(Report.ID))
        .where("report_search.words @@ plainto_tsquery('english', {0})", query)
        .and(Report.DAY.le(before))
        .orderBy(
            field("ts_rank(report_search.words, plainto_tsquery('english', {0})) desc", query),
            Report.KEY)
        .limit(most)
        .fetch(row -> new Hit(report(row.value1()).orElseThrow(), row.value2()));
  }

  /** All decisions, first made first. */
  public List<Decision> decisions() {
    return decisions.all();
  }

  /** The decisions about a claim, those that were taken back too. */
  public List<Decision> decisionsAbout(String claim) {
    String lineage = decisions.lineage(claim);
    return decisions.all().stream().filter(decision -> isAbout(decision, lineage)).toList();
  }

  /** The keys of the claims that a decision names which was not taken back. */
  public Set<String> decided() {
    Set<String> lineages = new TreeSet<>();
    for (Decision decision : decisions.all().stream().filter(one -> !one.undone()).toList()) {
      switch (decision.ruling()) {
        case Ruling.Confirm(String claim) -> lineages.add(claim);
        case Ruling.Reject(String claim) -> lineages.add(claim);
        case Ruling.Comment(String claim) -> lineages.add(claim);
        case Ruling.Correct(String claim, String field, String json) -> lineages.add(claim);
        case Ruling.Merge(String claim, String other) -> lineages.addAll(List.of(claim, other));
        case Ruling.Split(List<String> keys) -> lineages.addAll(keys);
        case Ruling.Undo undo -> {}
      }
    }
    return new HashSet<>(
        dsl.select(Claim.KEY).from(Claim.TABLE).where(Claim.LINEAGE.in(lineages)).fetch(Claim.KEY));
  }

  /** Whether a decision names a claim of this lineage. */
  static boolean isAbout(Decision decision, String lineage) {
    return switch (decision.ruling()) {
      case Ruling.Confirm(String claim) -> claim.equals(lineage);
      case Ruling.Reject(String claim) -> claim.equals(lineage);
      case Ruling.Comment(String claim) -> claim.equals(lineage);
      case Ruling.Correct(String claim, String field, String json) -> claim.equals(lineage);
      case Ruling.Merge(String claim, String other) ->
          claim.equals(lineage) || other.equals(lineage);
      case Ruling.Split(List<String> keys) -> keys.contains(lineage);
      case Ruling.Undo undo -> false;
    };
  }

  /** Claims that a reviewer decided about and that today's reader does not make any more. */
  public List<HeldClaim> decidedAndGone() {
    Set<String> decided = new HashSet<>();
    decisions
        .all()
        .forEach(
            decision ->
                claims.held(Claim.GONE.eq(1)).stream()
                    .map(HeldClaim::key)
                    .filter(key -> isAbout(decision, decisions.lineage(key)))
                    .forEach(decided::add));
    return decided.isEmpty() ? List.of() : claims.held(Claim.KEY.in(decided));
  }

  /** Everything that is kept of a report, to be kept elsewhere. */
  public Kept kept(String report) {
    Record row =
        dsl.select(Report.ADDRESS, Report.RETRIEVED, Report.READER)
            .from(Report.TABLE)
            .where(Report.KEY.eq(report))
            .fetchSingle();
    KeptReport kept = report(report).orElseThrow();
    Arrival arrival =
        new Arrival(
            kept.report(),
            Optional.ofNullable(row.get(Report.ADDRESS)),
            kept.language(),
            kept.reader().isPresent(),
            java.time.Instant.parse(row.get(Report.RETRIEVED)),
            kept.name(),
            kept.links());
    List<Kept.KeptClaim> all =
        dsl.select(Claim.KEY, Claim.LINEAGE, Claim.READER, Claim.GONE, Claim.JSON)
            .from(Claim.TABLE)
            .join(Report.TABLE)
            .on(Claim.REPORT.eq(Report.ID))
            .where(Report.KEY.eq(report))
            .orderBy(Claim.PLACE, Claim.KEY)
            .fetch(
                claim ->
                    new Kept.KeptClaim(
                        claim.get(Claim.KEY),
                        claim.get(Claim.LINEAGE),
                        claim.get(Claim.READER),
                        claim.get(Claim.GONE) == 1,
                        org.attache.contract.ClaimJson.parse(claim.get(Claim.JSON))));
    return new Kept(arrival, kept.reader(), all);
  }

  /** The lots of claims as they are kept, those that decisions set apart left out. */
  List<Group> groups() {
    Map<String, List<String>> lots = new TreeMap<>();
    dsl.select(Claim.LOT, Claim.KEY)
        .from(Claim.TABLE)
        .where(Claim.STANDING.eq(1))
        .and(Claim.APART.isNull())
        .forEach(
            row -> lots.computeIfAbsent(row.value1(), k -> new ArrayList<>()).add(row.value2()));
    return lots.entrySet().stream().map(lot -> new Group(lot.getKey(), lot.getValue())).toList();
  }

  /** The same lots, computed anew from all claims. */
  List<Group> groupsAllAtOnce() {
    return Resolution.of(
        claims.held(Claim.STANDING.eq(1).and(Claim.APART.isNull())).stream()
            .map(claims::sign)
            .toList());
  }
}
