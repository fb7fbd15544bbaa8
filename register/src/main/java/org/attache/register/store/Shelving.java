package org.attache.register.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attache.register.store.Schema.Dealing;
import org.attache.register.store.Schema.DealingSide;
import org.attache.register.store.Schema.DealingSubject;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Which table the dealings of a question are best read from: that in which the rows that are asked
 * for stand together, in the order of the list.
 *
 * @param first the table to begin with; that of dealings where nothing else is better
 * @param on how a dealing is found from a row of it
 * @param condition what is asked of its rows
 * @param rest what is left to be asked of dealings; none where its rows say it all
 * @param columns what of dealings stands in its rows
 */
record Shelving(
    Table<Record> first,
    Optional<Condition> on,
    Condition condition,
    Optional<Condition> rest,
    Columns columns) {
  /**
   * What of dealings a table holds, so that its rows are counted and sorted without looking at
   * them.
   *
   * @param id the id
   * @param stage the stage
   * @param first the day of the first report
   * @param last the day of the last report
   * @param reports how many reports
   * @param voices how many independent sources
   */
  record Columns(
      Field<String> id,
      Field<String> stage,
      Field<String> first,
      Field<String> last,
      Field<Integer> reports,
      Field<Integer> voices) {}

  private static final Columns OF_DEALINGS =
      new Columns(
          Dealing.ID, Dealing.STAGE, Dealing.FIRST, Dealing.LAST, Dealing.REPORTS, Dealing.VOICES);

  private static final Columns OF_SUBJECTS =
      new Columns(
          DealingSubject.ID,
          DealingSubject.STAGE,
          DealingSubject.FIRST,
          DealingSubject.LAST,
          DealingSubject.REPORTS,
          DealingSubject.VOICES);

  private static final Columns OF_SIDES =
      new Columns(
          DealingSide.ID,
          DealingSide.STAGE,
          DealingSide.FIRST,
          DealingSide.LAST,
          DealingSide.REPORTS,
          DealingSide.VOICES);

  /**
   * The best for a question.
   *
   * @param subject the key of the one thing that the question names, if it names one
   * @param inquiry knows what is asked of dealings otherwise
   */
  static Shelving of(
      Question question, boolean contradicted, Optional<String> subject, Inquiry inquiry) {
    Condition whole = inquiry.condition(question);
    Condition all =
        contradicted ? whole.and(Dealing.DISPUTED.eq(1).or(Dealing.CONTRADICTIONS.ne(""))) : whole;
    boolean more =
        contradicted
            || question.kind().isPresent()
            || question.source().isPresent()
            || question.outlet().isPresent()
            || question.until().isPresent()
            || question.designation().isPresent() && question.category().isPresent();
    if (subject.isPresent()) {
      List<Condition> asked = new ArrayList<>(List.of(DealingSubject.SUBJECT.eq(subject.get())));
      question.supplier().ifPresent(side -> asked.add(DealingSubject.SUPPLIER.eq(side)));
      question.recipient().ifPresent(side -> asked.add(DealingSubject.RECIPIENT.eq(side)));
      question.stage().ifPresent(stage -> asked.add(DealingSubject.STAGE.eq(stage.code())));
      question.since().ifPresent(day -> asked.add(DealingSubject.LAST.ge(day.toString())));
      return new Shelving(
          DealingSubject.TABLE,
          Optional.of(Dealing.FOUNDER.eq(DealingSubject.FOUNDER)),
          DSL.and(asked),
          more || question.party().isPresent() ? Optional.of(all) : Optional.empty(),
          OF_SUBJECTS);
    }
    if (question.party().isPresent()) {
      List<Condition> asked = new ArrayList<>(List.of(DealingSide.SIDE.eq(question.party().get())));
      question.stage().ifPresent(stage -> asked.add(DealingSide.STAGE.eq(stage.code())));
      question.since().ifPresent(day -> asked.add(DealingSide.LAST.ge(day.toString())));
      return new Shelving(
          DealingSide.TABLE,
          Optional.of(Dealing.FOUNDER.eq(DealingSide.FOUNDER)),
          DSL.and(asked),
          more || question.supplier().isPresent() || question.recipient().isPresent()
              ? Optional.of(all)
              : Optional.empty(),
          OF_SIDES);
    }
    return new Shelving(Dealing.TABLE, Optional.empty(), all, Optional.empty(), OF_DEALINGS);
  }

  /** Its rows, with dealings where these must be asked too. */
  Table<?> rows() {
    return rest.isPresent() ? withDealings() : first;
  }

  /**
   * Its rows, with dealings where these must be asked or the list is sorted by what they alone say.
   */
  Table<?> rowsBy(Excerpt.Order order) {
    return order == Excerpt.Order.TITLE ? withDealings() : rows();
  }

  private Table<?> withDealings() {
    return on.<Table<?>>map(way -> first.join(Dealing.TABLE).on(way)).orElse(first);
  }

  /** What a list is sorted by. */
  Field<?> by(Excerpt.Order order) {
    return switch (order) {
      case LAST -> columns.last();
      case FIRST -> columns.first();
      case REPORTS -> columns.reports();
      case SOURCES -> columns.voices();
      case TITLE -> Dealing.TITLE;
    };
  }

  /** All that is asked. */
  Condition asked() {
    return rest.map(condition::and).orElse(condition);
  }
}
