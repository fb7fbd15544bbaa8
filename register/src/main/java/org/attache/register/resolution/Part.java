package org.attache.register.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some of the claims with the same sides, brought together by themselves. With a claim all are in
 * it that it may have to do with, and all that these may have to do with; so they come together as
 * they do among all claims with these sides.
 */
final class Part {
  private final boolean whole;
  private final Set<String> topics;
  private final List<Lot> lots;

  private Part(boolean whole, Set<String> topics, Collection<Signature> claims) {
    this.whole = whole;
    this.topics = topics;
    lots = Lots.of(claims);
  }

  /**
   * The part of the claims with these sides that has to do with some topics. Claims that do not say
   * what they are about join whatever is near them in time: where there are such, and where one of
   * them is asked for, it is the whole.
   */
  static Part of(ClaimIndex index, Sides sides, Set<String> wanted) {
    if (wanted.contains(Signature.VAGUE) || index.has(sides, Signature.VAGUE)) {
      return new Part(true, Set.of(), index.with(sides));
    }
    Set<String> topics = new TreeSet<>();
    Map<String, Signature> claims = new HashMap<>();
    Set<String> next = wanted;
    while (!next.isEmpty()) {
      topics.addAll(next);
      Set<String> further = new TreeSet<>();
      for (Signature claim : index.with(sides, next)) {
        claims.put(claim.key(), claim);
        further.addAll(claim.neighbours());
      }
      further.removeAll(topics);
      next = further;
    }
    return new Part(false, topics, claims.values());
  }

  boolean covers(Set<String> wanted) {
    return whole || topics.containsAll(wanted);
  }

  /** What has to do with these topics, and with those of this part. */
  Set<String> with(Set<String> wanted) {
    Set<String> both = new TreeSet<>(topics);
    both.addAll(wanted);
    return both;
  }

  List<Lot> lots() {
    return lots;
  }

  /** The dealing, by its founder, that each of its claims was in so far. */
  Map<String, String> before(ClaimIndex index, Sides sides) {
    return whole ? index.lots(sides) : index.lots(sides, topics);
  }

  /** Those of its dealings that have not the claims that they had. */
  List<Lot> changed(Map<String, String> before) {
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
