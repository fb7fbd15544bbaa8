package org.attache.register.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some of the claims with the same sides, brought together by themselves. With a claim all are in
 * it that it may have to do with, and all that these may have to do with; so they come together as
 * they do among all claims with these sides. Claims that do not say what they are about may join
 * whatever is near them: see {@link VagueClaims}.
 */
final class Part {
  private final Optional<Set<String>> topics;
  private final List<Lot> lots;
  private final Map<String, String> before;

  private Part(Optional<Set<String>> topics, List<Lot> lots, Map<String, String> before) {
    this.topics = topics;
    this.lots = lots;
    this.before = before;
  }

  /** All claims with these sides. */
  static Part whole(ClaimIndex index, Sides sides) {
    return new Part(Optional.empty(), Lots.of(index.with(sides)), index.lots(sides));
  }

  /**
   * The part of the claims with these sides that has to do with some topics and with changed
   * claims.
   *
   * @param changed the claims with these sides that were added, or are not or no longer there
   */
  static Part of(TopicIndex index, Sides sides, Set<String> wanted, Collection<Signature> changed) {
    boolean vague =
        index.has(sides, Signature.VAGUE)
            || changed.stream().anyMatch(claim -> !claim.isConcrete());
    if (wanted.contains(Signature.VAGUE)
        || vague && changed.stream().anyMatch(claim -> index.lot(claim.key()).isPresent())) {
      return whole(index, sides);
    }
    Set<String> topics = new TreeSet<>();
    Map<String, Signature> claims = new HashMap<>();
    Set<String> next = new TreeSet<>(wanted);
    changed.stream()
        .filter(Signature::isConcrete)
        .forEach(claim -> next.addAll(claim.neighbours()));
    while (!next.isEmpty()) {
      topics.addAll(next);
      Set<String> further = new TreeSet<>();
      for (Signature claim : index.with(sides, next)) {
        claims.put(claim.key(), claim);
        further.addAll(claim.neighbours());
      }
      further.removeAll(topics);
      next.clear();
      next.addAll(further);
    }
    List<Lot> lots = Lots.ofConcrete(claims.values());
    Map<String, String> before = new HashMap<>(index.lots(sides, topics));
    return vague
        ? new VagueClaims(index, sides, changed, lots, before)
            .joined()
            .map(all -> new Part(Optional.of(topics), all, before))
            .orElseGet(() -> whole(index, sides))
        : new Part(Optional.of(topics), lots, before);
  }

  boolean covers(Set<String> wanted) {
    return topics.map(known -> known.containsAll(wanted)).orElse(true);
  }

  /** What has to do with these topics, and with those of this part. */
  Set<String> with(Set<String> wanted) {
    Set<String> both = new TreeSet<>(wanted);
    topics.ifPresent(both::addAll);
    return both;
  }

  List<Lot> lots() {
    return lots;
  }

  /** Those of its dealings that have not the claims that they had. */
  List<Lot> changed() {
    Map<String, Integer> sizes = new HashMap<>();
    before.values().forEach(founder -> sizes.merge(founder, 1, Integer::sum));
    List<Lot> changed = new ArrayList<>();
    for (Lot lot : lots) {
      String founder = lot.founder();
      boolean same =
          lot.claims().size() == sizes.getOrDefault(founder, 0)
              && lot.claims().stream().allMatch(claim -> founder.equals(before.get(claim.key())));
      if (!same) {
        changed.add(lot);
      }
    }
    return changed;
  }
}
