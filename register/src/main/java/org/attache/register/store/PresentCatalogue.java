package org.attache.register.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.substring;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Schema.Claim;
import org.attache.register.store.Schema.Dealing;
import org.attache.register.store.Schema.DealingLot;
import org.attache.register.store.Schema.DealingSubject;
import org.attache.register.store.Schema.DealingVoice;
import org.attache.register.store.Schema.Report;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The catalogue of the register as it is. */
final class PresentCatalogue implements Catalogue {
  private static final Field<Integer> NUMBER = count().as("number");

  /** So long is an ISO date; a blank parts it from the next. */
  private static final int DAY = 10;

  private final DSLContext dsl;
  private final Inquiry inquiry;

  PresentCatalogue(DSLContext dsl, Inquiry inquiry) {
    this.dsl = dsl;
    this.inquiry = inquiry;
  }

  private Shelving shelving(Question question, boolean contradicted) {
    return Shelving.of(question, contradicted, inquiry.subject(question), inquiry);
  }

  @Override
  public List<DealingLine> dealings(Excerpt excerpt) {
    Shelving shelving = shelving(excerpt.question(), excerpt.contradicted());
    Field<?> by = shelving.by(excerpt.order());
    List<String> ids =
        dsl.select(shelving.columns().id())
            .from(shelving.rowsBy(excerpt.order()))
            .where(shelving.asked())
            .orderBy(excerpt.descending() ? by.desc() : by.asc(), shelving.columns().id())
            .limit(excerpt.most())
            .offset(excerpt.from())
            .fetch(shelving.columns().id());
    Map<String, DealingLine> lines = new HashMap<>();
    dsl.select(Inquiry.LINE)
        .from(Dealing.TABLE)
        .where(Dealing.ID.in(ids))
        .forEach(row -> lines.put(row.get(Dealing.ID), Inquiry.line(row)));
    return ids.stream().map(lines::get).filter(Objects::nonNull).toList();
  }

  @Override
  public List<HeldClaim> claims(Question question, long from, int most) {
    return inquiry.claims(question).stream().skip(from).limit(most).toList();
  }

  @Override
  public Map<Stage, Integer> stages(Question question, boolean contradicted) {
    Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
    Shelving shelving = shelving(question.at(Optional.empty()), contradicted);
    Field<String> stage = stageToCountBy(question, shelving);
    dsl.select(stage, NUMBER)
        .from(shelving.rows())
        .where(shelving.asked())
        .groupBy(stage)
        .forEach(row -> counts.put(stage(row.value1()), row.value2()));
    return counts;
  }

  /**
   * Where two things are asked of dealings, their stage is told in other words: else SQLite takes
   * an index that has the stages in order, and looks at all rows that only one of the two is true
   * of.
   */
  private Field<String> stageToCountBy(Question question, Shelving shelving) {
    Field<String> stage = shelving.columns().stage();
    long asked =
        Stream.of(question.supplier(), question.recipient(), inquiry.subject(question))
            .filter(Optional::isPresent)
            .count();
    return asked > 1 ? coalesce(stage, inline("")) : stage;
  }

  private static Stage stage(String code) {
    return Stream.of(Stage.values())
        .filter(stage -> stage.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Map<String, List<LocalDate>> days(Collection<String> dealings) {
    Map<String, List<LocalDate>> days = new HashMap<>();
    dsl.select(Dealing.ID, Dealing.DAYS)
        .from(Dealing.TABLE)
        .where(Dealing.ID.in(dealings))
        .forEach(row -> days.put(row.value1(), days(row.value2())));
    return days;
  }

  private static List<LocalDate> days(String text) {
    List<LocalDate> days = new ArrayList<>();
    for (int at = 0; at < text.length(); at += DAY + 1) {
      days.add(LocalDate.parse(text.subSequence(at, at + DAY)));
    }
    return days;
  }

  @Override
  public List<Flow> flows(Question question) {
    // Written out and not bound: PostgreSQL takes two bound lengths for two expressions.
    Field<String> ofYear = substring(Dealing.FIRST, inline(1), inline(4));
    Field<String> year = ofYear.as("year");
    Field<Integer> sources = sum(Dealing.VOICES).cast(Integer.class).as("sources");
    return dsl.select(Dealing.SUPPLIER, Dealing.RECIPIENT, Dealing.KIND, year, NUMBER, sources)
        .from(Dealing.TABLE)
        .where(inquiry.condition(question))
        .and(Dealing.SUPPLIER.isNotNull())
        .and(Dealing.RECIPIENT.isNotNull())
        .groupBy(Dealing.SUPPLIER, Dealing.RECIPIENT, Dealing.KIND, ofYear)
        .fetch(
            row ->
                new Flow(
                    row.value1(),
                    row.value2(),
                    kind(row.value3()),
                    Integer.parseInt(row.value4()),
                    row.value5(),
                    row.value6()));
  }

  private static Kind kind(String code) {
    return Stream.of(Kind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<Tally> subjects(Question question) {
    return dsl.select(DealingSubject.SUBJECT, NUMBER)
        .from(DealingSubject.TABLE)
        .where(about(question))
        .groupBy(DealingSubject.SUBJECT)
        .orderBy(NUMBER.desc(), DealingSubject.SUBJECT)
        .fetch(row -> new Tally(row.value1(), row.value2()));
  }

  /** What is asked of the rows that say what dealings are about. */
  private Condition about(Question question) {
    Optional<Field<String>> side =
        question.equals(Question.of(question.supplier(), Optional.empty(), Optional.empty()))
            ? question.supplier().map(key -> DealingSubject.SUPPLIER)
            : question.equals(Question.of(Optional.empty(), question.recipient(), Optional.empty()))
                ? question.recipient().map(key -> DealingSubject.RECIPIENT)
                : Optional.empty();
    if (side.isPresent()) {
      return side.get().eq(question.supplier().or(question::recipient).orElseThrow());
    }
    Condition which = inquiry.condition(question);
    return which.equals(trueCondition())
        ? trueCondition()
        : DealingSubject.FOUNDER.in(select(Dealing.FOUNDER).from(Dealing.TABLE).where(which));
  }

  @Override
  public List<SourceLine> sources(Optional<String> name, int most) {
    Field<Integer> confirmed =
        sum(when(Dealing.VOICES.gt(1), 1).otherwise(0)).cast(Integer.class).as("confirmed");
    Field<Integer> denied = sum(Dealing.DISPUTED).cast(Integer.class).as("denied");
    Field<String> first = min(Dealing.FIRST).as("first");
    Field<String> last = max(Dealing.LAST).as("last");
    return dsl.select(DealingVoice.NAME, NUMBER, confirmed, denied, first, last)
        .from(DealingVoice.TABLE)
        .join(Dealing.TABLE)
        .on(Dealing.FOUNDER.eq(DealingVoice.FOUNDER))
        .where(name.map(DealingVoice.NAME::eq).orElse(trueCondition()))
        .groupBy(DealingVoice.NAME)
        .orderBy(NUMBER.desc(), DealingVoice.NAME)
        .limit(most)
        .fetch(
            row ->
                new SourceLine(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    LocalDate.parse(row.value5()),
                    LocalDate.parse(row.value6())));
  }

  @Override
  public List<Tally> claimsByDay(LocalDate since) {
    return dsl.select(Report.DAY, NUMBER)
        .from(Report.TABLE)
        .join(Claim.TABLE)
        .on(Claim.REPORT.eq(Report.ID))
        .where(Report.DAY.ge(since.toString()))
        .and(Claim.STANDING.eq(1))
        .groupBy(Report.DAY)
        .orderBy(Report.DAY.desc())
        .fetch(row -> new Tally(row.value1(), row.value2()));
  }

  @Override
  public Optional<org.attache.register.dealing.Dealing> dealing(String id) {
    return inquiry.dealing(id, Optional.empty());
  }

  @Override
  public Map<String, DealingLine> dealingsOf(Collection<String> claims) {
    Map<String, DealingLine> found = new HashMap<>();
    dsl.select(Inquiry.LINE)
        .select(Claim.KEY)
        .from(Claim.TABLE)
        .join(DealingLot.TABLE)
        .on(DealingLot.LOT.eq(Claim.LOT))
        .join(Dealing.TABLE)
        .on(Dealing.FOUNDER.eq(DealingLot.FOUNDER))
        .where(Claim.KEY.in(claims))
        .forEach(row -> found.put(row.get(Claim.KEY), Inquiry.line(row)));
    return found;
  }

  /** The key of a table's column, for those that count what is there. */
  static int most(@org.jspecify.annotations.Nullable Integer number) {
    return Optional.ofNullable(number).orElse(0);
  }

  static Field<Long> highest(String table) {
    return field("(select coalesce(max(id), 0) from " + table + ")", Long.class);
  }
}
