package org.attache.register.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings claims together as dealings.
 *
 * <p>First those with both sides known, block by block of the same sides ({@link Lots}). Then each
 * claim that leaves a side out joins the dealing that it must be about, if there is just one pair
 * of sides that it can mean; that looks at claims with both sides alone, never at others of its own
 * sort. What finds no home makes dealings with a side unknown. Every step is a function of the set
 * of claims, and needs only what is near a claim: so adding claims one by one gives what all at
 * once gives.
 */
public final class Resolver {
  private final ClaimIndex index;
  private final Parts found;
  private final Map<Sides, List<Signature>> changed;
  private final Map<Sides, Part> parts = new HashMap<>();
  private final SortedMap<String, Signature> open = new TreeMap<>();
  private final Map<String, Lot> result = new LinkedHashMap<>();

  private Resolver(ClaimIndex index, Parts found, Collection<Signature> changed) {
    this.index = index;
    this.found = found;
    this.changed = changed.stream().collect(Collectors.groupingBy(Signature::sides));
  }

  /** How the part of the claims with some sides is found that must be brought together again. */
  private interface Parts {
    Part of(Sides sides, Set<String> topics, Collection<Signature> changed);
  }

  /**
   * What follows from a change of some claims.
   *
   * @param index where all claims are found, the change made
   * @param changed the claims that were added, or are no longer there
   * @return every dealing that may have changed, with all its claims; a claim that is in none of
   *     them is where it was, unless it is no longer there
   */
  public static List<Group> change(TopicIndex index, Collection<Signature> changed) {
    return new Resolver(
            index, (sides, topics, some) -> Part.of(index, sides, topics, some), changed)
        .change(changed);
  }

  /** All claims of an index brought together, none of which was in a dealing so far. */
  static List<Group> all(ClaimIndex index, Collection<Signature> claims) {
    return new Resolver(index, (sides, topics, some) -> Part.whole(index, sides), claims)
        .change(claims);
  }

  private List<Group> change(Collection<Signature> changed) {
    SortedMap<String, Sides> openSides = new TreeMap<>();
    SortedMap<String, Sides> closedSides = new TreeMap<>();
    for (Signature claim : changed) {
      (claim.sides().closed() ? closedSides : openSides).put(claim.sides().text(), claim.sides());
    }
    Set<String> left =
        closedSides.isEmpty()
            ? Set.of()
            : changed.stream()
                .flatMap(claim -> index.lot(claim.key()).stream())
                .collect(Collectors.toSet());
    closedSides.values().forEach(sides -> block(sides, left));
    openSides.values().forEach(sides -> index.with(sides).forEach(this::reconsider));
    Map<String, String> homes = settle();
    open.values().forEach(claim -> openSides.put(claim.sides().text(), claim.sides()));
    openSides.values().forEach(sides -> keepApart(sides, homes));
    return result.values().stream().map(Resolver::group).toList();
  }

  private void reconsider(Signature claim) {
    open.put(claim.key(), claim);
  }

  /**
   * Resolves the part of a block that changed claims have to do with, and reconsiders what may
   * belong to those of its dealings that change.
   *
   * @param left the dealings that claims of any block were in which have changed
   */
  private void block(Sides sides, Set<String> left) {
    Set<String> subjects = new HashSet<>();
    Set<String> reports = new HashSet<>();
    for (Signature claim : changed.getOrDefault(sides, List.of())) {
      subjects.addAll(claim.subjectKeys());
      reports.add(claim.report());
    }
    Part part = found.of(sides, Set.of(), changed.getOrDefault(sides, List.of()));
    parts.put(sides, part);
    List<Lot> touched = new ArrayList<>(part.changed());
    part.lots().stream().filter(lot -> left.contains(lot.founder())).forEach(touched::add);
    for (Lot lot : touched) {
      result.put(lot.founder(), lot.copy());
      for (Signature claim : lot.claims()) {
        subjects.addAll(claim.subjectKeys());
        reports.add(claim.report());
      }
    }
    index.open(sides, subjects, reports).forEach(this::reconsider);
  }

  private Part part(Sides sides, Set<String> topics) {
    Part known = parts.get(sides);
    if (known != null && known.covers(topics)) {
      return known;
    }
    Part part =
        found.of(
            sides,
            known == null ? topics : known.with(topics),
            changed.getOrDefault(sides, List.of()));
    parts.put(sides, part);
    return part;
  }

  /** Puts claims where they belong; gives the founder of the home of each that has one. */
  private Map<String, String> settle() {
    Map<String, String> homes = new HashMap<>();
    Map<String, Lot> seen = new HashMap<>();
    for (Signature claim : open.values()) {
      List<Lot> near = near(claim);
      near.forEach(lot -> seen.put(lot.founder(), lot));
      home(claim, near).ifPresent(lot -> homes.put(claim.key(), lot.founder()));
    }
    for (Signature claim : open.values()) {
      Stream.of(Optional.ofNullable(homes.get(claim.key())), index.lot(claim.key()))
          .flatMap(Optional::stream)
          .flatMap(founder -> Optional.ofNullable(seen.get(founder)).stream())
          .forEach(this::withMembers);
    }
    for (Signature claim : open.values()) {
      Optional.ofNullable(homes.get(claim.key()))
          .flatMap(founder -> Optional.ofNullable(result.get(founder)))
          .ifPresent(lot -> lot.add(claim));
    }
    return homes;
  }

  /** Takes a dealing of a block that did not change into the result, with what stays in it. */
  private void withMembers(Lot lot) {
    if (result.containsKey(lot.founder())) {
      return;
    }
    Lot whole = lot.copy();
    index.openMembers(lot.founder()).stream()
        .filter(claim -> !open.containsKey(claim.key()))
        .forEach(whole::add);
    result.put(lot.founder(), whole);
  }

  private List<Lot> near(Signature claim) {
    Set<String> topics = claim.neighbours();
    return index.candidates(claim).stream()
        .flatMap(sides -> part(sides, topics).lots().stream())
        .toList();
  }

  private static Optional<Lot> home(Signature claim, List<Lot> near) {
    List<Lot> fitting =
        near.stream().filter(lot -> lot.isAbout(claim)).filter(lot -> lot.fits(claim)).toList();
    List<Lot> here = fitting.stream().filter(lot -> lot.hasReport(claim.report())).toList();
    List<Lot> likely = here.isEmpty() ? fitting : here;
    boolean sure = likely.stream().map(Lot::sides).distinct().count() == 1;
    return sure ? likely.stream().min(Lot.nearestTo(claim)) : Optional.empty();
  }

  /** Makes dealings of the claims with these sides that found no home. */
  private void keepApart(Sides sides, Map<String, String> homes) {
    List<Signature> homeless = new ArrayList<>();
    for (Signature claim : index.with(sides)) {
      boolean hasHome =
          open.containsKey(claim.key())
              ? homes.containsKey(claim.key())
              : home(claim, near(claim)).isPresent();
      if (!hasHome) {
        homeless.add(claim);
      }
    }
    Lots.of(homeless).forEach(lot -> result.put(lot.founder(), lot));
  }

  private static Group group(Lot lot) {
    return new Group(lot.founder(), lot.claims().stream().map(Signature::key).toList());
  }
}
