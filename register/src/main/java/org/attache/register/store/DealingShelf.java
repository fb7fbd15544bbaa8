package org.attache.register.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
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
import org.attache.register.store.Schema.DealingSubject;
import org.attache.register.store.Schema.DealingVoice;
import org.jooq.DSLContext;

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
    Dealing dealing = portrait.of(founder, held);
    insert(founder, dealing);
    List<Object[]> parts = new ArrayList<>();
    held.stream()
        .map(HeldClaim::key)
        .filter(lots::contains)
        .forEach(lot -> parts.add(new Object[] {lot, founder}));
    Rows.write(
        dsl.insertInto(DealingLot.TABLE, DealingLot.LOT, DealingLot.FOUNDER).values("", ""),
        dsl,
        parts);
    List<Object[]> subjects = new ArrayList<>();
    held.stream()
        .flatMap(claim -> claims.sign(claim).subjectKeys().stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(subject -> subjects.add(new Object[] {founder, subject}));
    Rows.write(
        dsl.insertInto(DealingSubject.TABLE, DealingSubject.FOUNDER, DealingSubject.SUBJECT)
            .values("", ""),
        dsl,
        subjects);
    List<Object[]> voices = new ArrayList<>();
    dealing
        .voices()
        .forEach(voice -> voices.add(new Object[] {founder, voice.key(), voice.name()}));
    Rows.write(
        dsl.insertInto(
                DealingVoice.TABLE, DealingVoice.FOUNDER, DealingVoice.VOICE, DealingVoice.NAME)
            .values("", "", ""),
        dsl,
        voices);
  }

  /** The founder of the lot whose founder was published first. */
  static String founder(List<HeldClaim> claims, Set<String> lots) {
    return claims.stream()
        .filter(held -> lots.contains(held.key()))
        .min(
            Comparator.<HeldClaim, java.time.LocalDate>comparing(held -> held.origin().day())
                .thenComparing(HeldClaim::key))
        .orElseThrow()
        .key();
  }

  private void insert(String founder, Dealing dealing) {
    dsl.insertInto(Schema.Dealing.TABLE)
        .set(Schema.Dealing.FOUNDER, founder)
        .set(Schema.Dealing.ID, dealing.id())
        .set(Schema.Dealing.KIND, dealing.sides().kind().code())
        .set(Schema.Dealing.SUPPLIER, dealing.sides().supplier().orElse(null))
        .set(Schema.Dealing.RECIPIENT, dealing.sides().recipient().orElse(null))
        .set(Schema.Dealing.TOGETHER, String.join("+", dealing.sides().together()))
        .set(Schema.Dealing.TITLE, dealing.title())
        .set(Schema.Dealing.STAGE, dealing.stage().code())
        .set(Schema.Dealing.DISPUTED, dealing.disputed() ? 1 : 0)
        .set(Schema.Dealing.VAGUE, dealing.vague() ? 1 : 0)
        .set(Schema.Dealing.FIRST, dealing.first().toString())
        .set(Schema.Dealing.LAST, dealing.last().toString())
        .set(Schema.Dealing.REPORTS, dealing.reports().size())
        .set(Schema.Dealing.VOICES, dealing.voices().size())
        .set(Schema.Dealing.CLAIMS, dealing.claims().size())
        .set(
            Schema.Dealing.CONTRADICTIONS,
            dealing.contradictions().stream()
                .map(Contradiction::text)
                .collect(Collectors.joining("\n")))
        .set(Schema.Dealing.CIRCLES, String.join("\n", dealing.circles()))
        .execute();
  }
}
