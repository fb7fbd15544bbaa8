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
import org.jooq.Record;

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
   * @param place its place among the report's claims
   * @param held the claim as read
   * @param lineage the key of the claim that an earlier reader made of the same words; its own
   *     where there is none
   */
  void add(long report, int place, HeldClaim held, String lineage, String reader) {
    dsl.insertInto(Claim.TABLE)
        .set(Claim.KEY, held.key())
        .set(Claim.REPORT, report)
        .set(Claim.PLACE, place)
        .set(Claim.LINEAGE, lineage)
        .set(Claim.READER, reader)
        .set(Claim.JSON, ClaimJson.line(held.claim(), true))
        .set(Claim.STANDING, 0)
        .set(Claim.GONE, 0)
        .set(Claim.KIND, "")
        .set(Claim.STAGE, "")
        .set(Claim.POLARITY, "")
        .set(Claim.CERTAINTY, "")
        .set(Claim.SIDES, "")
        .set(Claim.CLOSED, 0)
        .set(Claim.SUBJECTS, "")
        .set(Claim.FURTHER, 0)
        .set(Claim.DUE, 0)
        .set(Claim.FROM, "")
        .set(Claim.TO, "")
        .execute();
    restate(held.key());
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
    Standing standing = standing(row);
    dsl.update(Claim.TABLE)
        .set(Claim.CORRECTED, standing.corrected().orElse(null))
        .set(Claim.STANDING, standing.stands() ? 1 : 0)
        .set(Claim.APART, standing.apart().orElse(null))
        .where(Claim.KEY.eq(key))
        .execute();
    HeldClaim held = claims.held(Claim.KEY.eq(key)).getFirst();
    Signature signature = claims.sign(held);
    write(key, held, signature);
    claims.index(row.get(Claim.ID), signature);
    changed.put(key, signature);
  }

  /** What the decisions about a claim, and its report's version, make of it. */
  private record Standing(boolean stands, Optional<String> corrected, Optional<String> apart) {}

  private Standing standing(Record row) {
    boolean stands = row.get(Claim.GONE) == 0 && row.get(Report.CURRENT) == 1;
    Optional<String> corrected = Optional.empty();
    Optional<String> apart = Optional.empty();
    for (Decision decision : decisions.about(row.get(Claim.LINEAGE))) {
      switch (decision.ruling()) {
        case Ruling.Reject reject -> stands = false;
        case Ruling.Correct(String claim, String field, String json) ->
            corrected =
                Optional.of(
                    ClaimJson.corrected(
                        corrected.orElseGet(() -> row.get(Claim.JSON)), field, json));
        case Ruling.Split split -> apart = Optional.of(Long.toString(decision.number()));
        case Ruling.Confirm confirm -> {}
        case Ruling.Comment comment -> {}
        case Ruling.Merge merge -> {}
        case Ruling.Undo undo -> {}
      }
    }
    return new Standing(stands, corrected, apart);
  }

  private void write(String key, HeldClaim held, Signature signature) {
    dsl.update(Claim.TABLE)
        .set(ClaimShelf.told(held, signature))
        .where(Claim.KEY.eq(key))
        .execute();
  }

  /** A lot whose dealing must be drawn anew though its claims are the same. */
  void touch(Collection<String> touched) {
    lots.addAll(touched);
  }

  /** Resolves what has changed, and draws the dealings anew that it has changed. */
  void settle() {
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
    lots.addAll(claims.lotsOf(group.claims()));
    lots.add(group.founder());
    dsl.update(Claim.TABLE)
        .set(Claim.LOT, group.founder())
        .where(Claim.KEY.in(group.claims()))
        .execute();
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
