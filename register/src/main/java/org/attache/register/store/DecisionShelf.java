package org.attache.register.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.attache.register.decision.Decision;
import org.attache.register.decision.Ruling;
import org.attache.register.store.Schema.Claim;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * The decisions in the register. They are kept by the lineage of the claims that they are about, so
 * that they hold for what a newer reader makes of the same words.
 */
final class DecisionShelf {
  private final DSLContext dsl;
  private final boolean fixed;
  private Optional<Boolean> empty = Optional.empty();

  DecisionShelf(DSLContext dsl) {
    this(dsl, false);
  }

  private DecisionShelf(DSLContext dsl, boolean fixed) {
    this.dsl = dsl;
    this.fixed = fixed;
  }

  /** One for a transaction that makes no decision: whether there are any is asked once. */
  static DecisionShelf during(DSLContext transaction) {
    return new DecisionShelf(transaction, true);
  }

  /** Adds a decision and gives its number. */
  long put(Instant at, String who, Ruling ruling, String reason) {
    var row =
        dsl.insertInto(Schema.Decision.TABLE)
            .set(Schema.Decision.DECIDED, at.toString())
            .set(Schema.Decision.WHO, who)
            .set(Schema.Decision.REASON, reason);
    row =
        switch (ruling) {
          case Ruling.Confirm(String claim) ->
              row.set(Schema.Decision.WHAT, "confirm").set(Schema.Decision.CLAIM, lineage(claim));
          case Ruling.Reject(String claim) ->
              row.set(Schema.Decision.WHAT, "reject").set(Schema.Decision.CLAIM, lineage(claim));
          case Ruling.Comment(String claim) ->
              row.set(Schema.Decision.WHAT, "comment").set(Schema.Decision.CLAIM, lineage(claim));
          case Ruling.Correct(String claim, String field, String json) ->
              row.set(Schema.Decision.WHAT, "correct")
                  .set(Schema.Decision.CLAIM, lineage(claim))
                  .set(Schema.Decision.FIELD, field)
                  .set(Schema.Decision.CONTENT, json);
          case Ruling.Merge(String claim, String other) ->
              row.set(Schema.Decision.WHAT, "merge")
                  .set(Schema.Decision.CLAIM, lineage(claim))
                  .set(Schema.Decision.OTHER, lineage(other));
          case Ruling.Split(List<String> claims) ->
              row.set(Schema.Decision.WHAT, "split")
                  .set(
                      Schema.Decision.CONTENT,
                      String.join(" ", claims.stream().map(this::lineage).toList()));
          case Ruling.Undo(long decision) ->
              row.set(Schema.Decision.WHAT, "undo").set(Schema.Decision.UNDOES, decision);
        };
    row.execute();
    return dsl.select(DSL.max(Schema.Decision.ID))
        .from(Schema.Decision.TABLE)
        .fetchOptional(0, Long.class)
        .orElseThrow();
  }

  /** The lineage of a claim. */
  String lineage(String claim) {
    return dsl.select(Claim.LINEAGE)
        .from(Claim.TABLE)
        .where(Claim.KEY.eq(claim))
        .fetchOptional(Claim.LINEAGE)
        .orElseThrow(() -> new IllegalArgumentException("there is no claim " + claim));
  }

  /** All decisions, first made first. */
  List<Decision> all() {
    return read(DSL.trueCondition());
  }

  /** The decision of this number. */
  Optional<Decision> numbered(long number) {
    return read(Schema.Decision.ID.eq(number)).stream().findFirst();
  }

  /** The decisions about a claim of this lineage that count, first made first; splits too. */
  List<Decision> about(String lineage) {
    return isEmpty() ? List.of() : readAbout(lineage);
  }

  private boolean isEmpty() {
    if (fixed && empty.isEmpty()) {
      empty = Optional.of(!dsl.fetchExists(Schema.Decision.TABLE));
    }
    return empty.orElse(false);
  }

  private List<Decision> readAbout(String lineage) {
    return read(
            Schema.Decision.CLAIM
                .eq(lineage)
                .or(Schema.Decision.OTHER.eq(lineage))
                .or(Schema.Decision.CONTENT.contains(lineage)))
        .stream()
        .filter(decision -> !decision.undone())
        .toList();
  }

  /** The merges that count. */
  List<Ruling.Merge> merges() {
    return isEmpty() ? List.of() : readMerges();
  }

  private List<Ruling.Merge> readMerges() {
    return read(Schema.Decision.WHAT.eq("merge")).stream()
        .filter(decision -> !decision.undone())
        .flatMap(
            decision ->
                decision.ruling() instanceof Ruling.Merge merge ? Stream.of(merge) : Stream.empty())
        .toList();
  }

  private List<Decision> read(Condition condition) {
    Set<Long> undone = undone();
    return dsl.select(Schema.Decision.ID, Schema.Decision.DECIDED, Schema.Decision.WHO)
        .select(Schema.Decision.WHAT, Schema.Decision.CLAIM, Schema.Decision.OTHER)
        .select(Schema.Decision.FIELD, Schema.Decision.CONTENT, Schema.Decision.REASON)
        .select(Schema.Decision.UNDOES)
        .from(Schema.Decision.TABLE)
        .where(condition)
        .orderBy(Schema.Decision.ID)
        .fetch(row -> decision(row, undone));
  }

  /** The decisions that are taken back; taking back a taking back restores. */
  private Set<Long> undone() {
    Set<Long> undone = new HashSet<>();
    dsl.select(Schema.Decision.ID, Schema.Decision.UNDOES)
        .from(Schema.Decision.TABLE)
        .where(Schema.Decision.UNDOES.isNotNull())
        .orderBy(Schema.Decision.ID.desc())
        .forEach(
            row -> {
              if (!undone.contains(row.value1())) {
                undone.add(row.value2());
              }
            });
    return undone;
  }

  private static Decision decision(Record row, Set<Long> undone) {
    long number = row.get(Schema.Decision.ID);
    return new Decision(
        number,
        Instant.parse(row.get(Schema.Decision.DECIDED)),
        row.get(Schema.Decision.WHO),
        ruling(row),
        row.get(Schema.Decision.REASON),
        undone.contains(number));
  }

  private static Ruling ruling(Record row) {
    String claim = row.get(Schema.Decision.CLAIM);
    String what = row.get(Schema.Decision.WHAT);
    return switch (what) {
      case "confirm" -> new Ruling.Confirm(claim);
      case "reject" -> new Ruling.Reject(claim);
      case "comment" -> new Ruling.Comment(claim);
      case "correct" ->
          new Ruling.Correct(
              claim, row.get(Schema.Decision.FIELD), row.get(Schema.Decision.CONTENT));
      case "merge" -> new Ruling.Merge(claim, row.get(Schema.Decision.OTHER));
      case "split" -> new Ruling.Split(Arrays.asList(row.get(Schema.Decision.CONTENT).split(" ")));
      case "undo" -> new Ruling.Undo(row.get(Schema.Decision.UNDOES));
      default -> throw new IllegalStateException("decision of an unknown kind: " + what);
    };
  }
}
