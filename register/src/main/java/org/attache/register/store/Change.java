package org.attache.register.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.attache.contract.ClaimJson;
import org.attache.register.decision.Decision;
import org.attache.register.decision.Ruling;
import org.attache.register.resolution.Group;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Resolver;
import org.attache.register.resolution.Signature;
import org.attache.register.store.Schema.Claim;
import org.attache.register.store.Schema.Report;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * One change of the register, within one transaction: claims come, go, or are told otherwise, and
 * everything that follows from them is brought up to date.
 */
final class Change {
  private final DSLContext dsl;
  private final ClaimShelf claims;
  private final DecisionShelf decisions;
  private final DealingShelf dealings;
  private final Map<String, Signature> changed = new LinkedHashMap<>();
  private final List<Signature> changedBefore = new ArrayList<>();
  private final Set<String> lots = new TreeSet<>();

  Change(DSLContext dsl, ClaimShelf claims, DecisionShelf decisions, DealingShelf dealings) {
    this.dsl = dsl;
    this.claims = claims;
    this.decisions = decisions;
    this.dealings = dealings;
  }

  /**
   * Adds a claim that is new.
   *
   * @param report the number of its report
   * @param current whether that is the current version of its article
   * @param place its place among the report's claims
   * @param held the claim as read
   * @param lineage the key of the claim that an earlier reader made of the same words; its own
   *     where there is none
   */
  void add(long report, boolean current, int place, HeldClaim held, String lineage, String reader) {
    String json = ClaimJson.line(held.claim(), true);
    Standing standing = standing(lineage, json, current);
    HeldClaim now =
        standing
            .corrected()
            .map(corrected -> new HeldClaim(held.key(), ClaimJson.parse(corrected), held.origin()))
            .orElse(held);
    Signature signature = claims.sign(now);
    long id =
        dsl.insertInto(Claim.TABLE)
            .set(Claim.KEY, held.key())
            .set(Claim.REPORT, report)
            .set(Claim.PLACE, place)
            .set(Claim.LINEAGE, lineage)
            .set(Claim.READER, reader)
            .set(Claim.JSON, json)
            .set(Claim.GONE, 0)
            .set(columns(standing))
            .set(ClaimShelf.told(now, signature))
            .returning(Claim.ID)
            .fetchSingle(Claim.ID);
    claims.indexNew(id, signature);
    changed.put(held.key(), signature);
  }

  /** Brings what is stored of a claim in line with its report and the decisions about it. */
  void restate(String key) {
    Record row =
        dsl.select(Claim.ID, Claim.LINEAGE, Claim.JSON, Claim.GONE, Claim.STANDING, Claim.SIDES)
            .select(Claim.LOT, Claim.APART, Report.CURRENT)
            .from(Claim.TABLE.join(Report.TABLE).on(Claim.REPORT.eq(Report.ID)))
            .where(Claim.KEY.eq(key))
            .fetchSingle();
    if (!row.get(Claim.SIDES).isEmpty()) {
      claims.stored(key).ifPresent(changedBefore::add);
    }
    Optional.ofNullable(row.get(Claim.LOT)).ifPresent(lots::add);
    Standing standing =
        standing(
            row.get(Claim.LINEAGE),
            row.get(Claim.JSON),
            row.get(Claim.GONE) == 0 && row.get(Report.CURRENT) == 1);
    dsl.update(Claim.TABLE).set(columns(standing)).where(Claim.KEY.eq(key)).execute();
    HeldClaim held = claims.held(Claim.KEY.eq(key)).getFirst();
    Signature signature = claims.sign(held);
    dsl.update(Claim.TABLE)
        .set(ClaimShelf.told(held, signature))
        .where(Claim.KEY.eq(key))
        .execute();
    claims.index(row.get(Claim.ID), signature);
    changed.put(key, signature);
  }

  /** What the decisions about a claim, and its report's version, make of it. */
  private record Standing(boolean stands, Optional<String> corrected, Optional<String> apart) {}

  private static Map<Field<?>, @Nullable Object> columns(Standing standing) {
    Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put(Claim.CORRECTED, standing.corrected().orElse(null));
    columns.put(Claim.STANDING, standing.stands() ? 1 : 0);
    columns.put(Claim.APART, standing.apart().orElse(null));
    return columns;
  }

  private Standing standing(String lineage, String json, boolean read) {
    boolean stands = read;
    Optional<String> corrected = Optional.empty();
    Optional<String> apart = Optional.empty();
    for (Decision decision : decisions.about(lineage)) {
      switch (decision.ruling()) {
        case Ruling.Reject reject -> stands = false;
        case Ruling.Correct(String claim, String field, String content) ->
            corrected = Optional.of(ClaimJson.corrected(corrected.orElse(json), field, content));
        case Ruling.Split split -> apart = Optional.of(Long.toString(decision.number()));
        case Ruling.Confirm confirm -> {}
        case Ruling.Comment comment -> {}
        case Ruling.Merge merge -> {}
        case Ruling.Undo undo -> {}
      }
    }
    return new Standing(stands, corrected, apart);
  }

  /** A lot whose dealing must be drawn anew though its claims are the same. */
  void touch(Collection<String> touched) {
    lots.addAll(touched);
  }

  /** Resolves what has changed, and draws the dealings anew that it has changed. */
  void settle() {
    claims.writeIndex();
    List<Signature> both = new ArrayList<>(changedBefore);
    both.addAll(changed.values());
    if (!both.isEmpty()) {
      Resolver.change(claims, both).forEach(this::place);
      placeApart();
      changed.keySet().forEach(this::takeAway);
    }
    dealings.redraw(lots);
  }

  private void place(Group group) {
    Map<String, String> before = claims.lotsOf(group.claims());
    lots.addAll(before.values());
    lots.add(group.founder());
    List<String> moved =
        group.claims().stream()
            .filter(claim -> !group.founder().equals(before.get(claim)))
            .toList();
    if (!moved.isEmpty()) {
      dsl.update(Claim.TABLE).set(Claim.LOT, group.founder()).where(Claim.KEY.in(moved)).execute();
    }
  }

  /** What a decision sets apart is a lot of its own, and no claim joins it. */
  private void placeApart() {
    Set<String> marks =
        new HashSet<>(
            dsl.selectDistinct(Claim.APART)
                .from(Claim.TABLE)
                .where(Claim.KEY.in(changed.keySet()))
                .fetch(Claim.APART));
    marks.stream()
        .filter(Objects::nonNull)
        .sorted()
        .forEach(
            mark -> {
              List<HeldClaim> held = claims.held(Claim.APART.eq(mark).and(Claim.STANDING.eq(1)));
              held.stream()
                  .min(
                      Comparator.<HeldClaim, java.time.LocalDate>comparing(
                              claim -> claim.origin().day())
                          .thenComparing(HeldClaim::key))
                  .ifPresent(
                      first ->
                          place(
                              new Group(first.key(), held.stream().map(HeldClaim::key).toList())));
            });
  }

  private void takeAway(String key) {
    dsl.update(Claim.TABLE)
        .setNull(Claim.LOT)
        .where(Claim.KEY.eq(key))
        .and(Claim.STANDING.eq(0))
        .execute();
  }
}
