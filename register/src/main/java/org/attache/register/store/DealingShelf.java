package org.attache.register.store;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attache.register.dealing.Contradiction;
import org.attache.register.dealing.Dealing;
import org.attache.register.dealing.Portrait;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Schema.Claim;
import org.attache.register.store.Schema.DealingLot;
import org.attache.register.store.Schema.DealingSide;
import org.attache.register.store.Schema.DealingSubject;
import org.attache.register.store.Schema.DealingVoice;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The dealings in the register: what lots of claims add up to, after reviewers' merges. */
final class DealingShelf {
  private final DSLContext dsl;
  private final ClaimShelf claims;
  private final DecisionShelf decisions;
  private final Portrait portrait;

  DealingShelf(DSLContext dsl, ClaimShelf claims, DecisionShelf decisions, Portrait portrait) {
    this.dsl = dsl;
    this.claims = claims;
    this.decisions = decisions;
    this.portrait = portrait;
  }

  /** Draws the dealings of these lots anew; lots that have no claims any more lose theirs. */
  void redraw(Collection<String> lots) {
    Map<String, Set<String>> merged = merged();
    Set<String> wanted = new TreeSet<>(lots);
    Set<String> open = new TreeSet<>(wanted);
    while (!open.isEmpty()) {
      Set<String> near = new TreeSet<>(drawnWith(open));
      open.forEach(lot -> near.addAll(merged.getOrDefault(lot, Set.of())));
      near.removeAll(wanted);
      wanted.addAll(near);
      open = near;
    }
    remove(wanted);
    Set<String> left = new TreeSet<>(wanted);
    while (!left.isEmpty()) {
      Set<String> together = component(left.iterator().next(), merged);
      left.removeAll(together);
      draw(together);
    }
  }

  private List<String> drawnWith(Set<String> lots) {
    return dsl.select(DealingLot.LOT)
        .from(DealingLot.TABLE)
        .where(
            DealingLot.FOUNDER.in(
                org.jooq
                    .impl
                    .DSL
                    .select(DealingLot.FOUNDER)
                    .from(DealingLot.TABLE)
                    .where(DealingLot.LOT.in(lots))))
        .fetch(DealingLot.LOT);
  }

  private void remove(Set<String> lots) {
    List<String> founders =
        dsl.selectDistinct(DealingLot.FOUNDER)
            .from(DealingLot.TABLE)
            .where(DealingLot.LOT.in(lots))
            .fetch(DealingLot.FOUNDER);
    dsl.deleteFrom(DealingLot.TABLE).where(DealingLot.FOUNDER.in(founders)).execute();
    dsl.deleteFrom(DealingSubject.TABLE).where(DealingSubject.FOUNDER.in(founders)).execute();
    dsl.deleteFrom(DealingSide.TABLE).where(DealingSide.FOUNDER.in(founders)).execute();
    dsl.deleteFrom(DealingVoice.TABLE).where(DealingVoice.FOUNDER.in(founders)).execute();
    dsl.deleteFrom(Schema.Dealing.TABLE).where(Schema.Dealing.FOUNDER.in(founders)).execute();
  }

  private static Set<String> component(String lot, Map<String, Set<String>> merged) {
    Set<String> component = new TreeSet<>(Set.of(lot));
    Deque<String> open = new ArrayDeque<>(component);
    while (!open.isEmpty()) {
      merged.getOrDefault(open.pop(), Set.of()).stream().filter(component::add).forEach(open::add);
    }
    return component;
  }

  /** Which lots reviewers have merged directly. */
  private Map<String, Set<String>> merged() {
    Map<String, Set<String>> merged = new java.util.HashMap<>();
    decisions
        .merges()
        .forEach(
            merge -> {
              for (String one : lotsOfLineage(merge.claim())) {
                for (String other : lotsOfLineage(merge.other())) {
                  merged.computeIfAbsent(one, k -> new HashSet<>()).add(other);
                  merged.computeIfAbsent(other, k -> new HashSet<>()).add(one);
                }
              }
            });
    return merged;
  }

  private List<String> lotsOfLineage(String lineage) {
    return dsl.selectDistinct(Claim.LOT)
        .from(Claim.TABLE)
        .where(Claim.LINEAGE.eq(lineage))
        .and(Claim.STANDING.eq(1))
        .and(Claim.LOT.isNotNull())
        .fetch(Claim.LOT);
  }

  private void draw(Set<String> lots) {
    List<HeldClaim> held = claims.held(Claim.LOT.in(lots).and(Claim.STANDING.eq(1)));
    if (held.isEmpty()) {
      return;
    }
    String founder = founder(held, lots);
    Map<Table<?>, List<Row>> byTable =
        rows(founder, lots, portrait.of(founder, held), claims).stream()
            .collect(Collectors.groupingBy(Row::table, LinkedHashMap::new, Collectors.toList()));
    byTable.forEach(this::write);
  }

  /** Writes the rows of a table, which name the same columns in the same order. */
  private void write(Table<?> table, List<Row> rows) {
    List<Object[]> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.values().values().toArray()));
    Map<Field<?>, @Nullable Object> first = rows.getFirst().values();
    Rows.write(dsl.insertInto(table).columns(first.keySet()).values(first.values()), dsl, values);
  }

  /**
   * A row of one of the tables that hold dealings.
   *
   * @param table the table
   * @param values by column; for each row of a table in the same order
   */
  record Row(Table<?> table, Map<Field<?>, @Nullable Object> values) {
    static Row of(Table<?> table, Field<?> one, String first, Field<?> other, String second) {
      Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
      values.put(one, first);
      values.put(other, second);
      return new Row(table, values);
    }
  }

  /** All rows that hold a dealing. */
  static List<Row> rows(String founder, Set<String> lots, Dealing dealing, ClaimShelf claims) {
    List<Row> rows = new ArrayList<>();
    rows.add(row(founder, dealing));
    dealing.claims().stream()
        .map(HeldClaim::key)
        .filter(lots::contains)
        .forEach(
            lot ->
                rows.add(
                    Row.of(DealingLot.TABLE, DealingLot.LOT, lot, DealingLot.FOUNDER, founder)));
    Set<String> subjects =
        dealing.claims().stream()
            .flatMap(claim -> claims.sign(claim).subjectKeys().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    subjects.forEach(subject -> rows.add(about(founder, subject, dealing)));
    new TreeSet<>(dealing.sides().parties())
        .forEach(side -> rows.add(side(founder, side, dealing)));
    dealing
        .voices()
        .forEach(
            voice -> {
              Row row =
                  Row.of(
                      DealingVoice.TABLE,
                      DealingVoice.FOUNDER,
                      founder,
                      DealingVoice.VOICE,
                      voice.key());
              row.values().put(DealingVoice.NAME, voice.name());
              rows.add(row);
            });
    return rows;
  }

  private static Row about(String founder, String subject, Dealing dealing) {
    Row row =
        Row.of(
            DealingSubject.TABLE, DealingSubject.FOUNDER, founder, DealingSubject.SUBJECT, subject);
    row.values().put(DealingSubject.ID, dealing.id());
    row.values().put(DealingSubject.SUPPLIER, dealing.sides().supplier().orElse(null));
    row.values().put(DealingSubject.RECIPIENT, dealing.sides().recipient().orElse(null));
    row.values().put(DealingSubject.STAGE, dealing.stage().code());
    row.values().put(DealingSubject.FIRST, dealing.first().toString());
    row.values().put(DealingSubject.LAST, dealing.last().toString());
    row.values().put(DealingSubject.REPORTS, dealing.reports().size());
    row.values().put(DealingSubject.VOICES, dealing.voices().size());
    return row;
  }

  private static Row side(String founder, String side, Dealing dealing) {
    Row row = Row.of(DealingSide.TABLE, DealingSide.FOUNDER, founder, DealingSide.SIDE, side);
    row.values().put(DealingSide.ID, dealing.id());
    row.values().put(DealingSide.STAGE, dealing.stage().code());
    row.values().put(DealingSide.FIRST, dealing.first().toString());
    row.values().put(DealingSide.LAST, dealing.last().toString());
    row.values().put(DealingSide.REPORTS, dealing.reports().size());
    row.values().put(DealingSide.VOICES, dealing.voices().size());
    return row;
  }

  /** The founder of the lot whose founder was published first. */
  static String founder(List<HeldClaim> claims, Set<String> lots) {
    return claims.stream()
        .filter(held -> lots.contains(held.key()))
        .min(
            Comparator.<HeldClaim, LocalDate>comparing(held -> held.origin().day())
                .thenComparing(HeldClaim::key))
        .orElseThrow()
        .key();
  }

  private static Row row(String founder, Dealing dealing) {
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    values.put(Schema.Dealing.FOUNDER, founder);
    values.put(Schema.Dealing.ID, dealing.id());
    values.put(Schema.Dealing.KIND, dealing.sides().kind().code());
    values.put(Schema.Dealing.SUPPLIER, dealing.sides().supplier().orElse(null));
    values.put(Schema.Dealing.RECIPIENT, dealing.sides().recipient().orElse(null));
    values.put(Schema.Dealing.TOGETHER, String.join("+", dealing.sides().together()));
    values.put(Schema.Dealing.TITLE, dealing.title());
    values.put(Schema.Dealing.STAGE, dealing.stage().code());
    values.put(Schema.Dealing.DISPUTED, dealing.disputed() ? 1 : 0);
    values.put(Schema.Dealing.VAGUE, dealing.vague() ? 1 : 0);
    values.put(Schema.Dealing.FIRST, dealing.first().toString());
    values.put(Schema.Dealing.LAST, dealing.last().toString());
    values.put(Schema.Dealing.REPORTS, dealing.reports().size());
    values.put(Schema.Dealing.VOICES, dealing.voices().size());
    values.put(Schema.Dealing.CLAIMS, dealing.claims().size());
    values.put(
        Schema.Dealing.CONTRADICTIONS,
        dealing.contradictions().stream()
            .map(Contradiction::text)
            .collect(Collectors.joining("\n")));
    values.put(Schema.Dealing.CIRCLES, String.join("\n", dealing.circles()));
    values.put(
        Schema.Dealing.DAYS,
        dealing.days().stream().map(LocalDate::toString).collect(Collectors.joining(" ")));
    return new Row(Schema.Dealing.TABLE, values);
  }
}
