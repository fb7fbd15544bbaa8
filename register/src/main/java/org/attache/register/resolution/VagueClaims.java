package org.attache.register.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What becomes of the claims that do not say what they are about when new claims with the same
 * sides come in, without looking at all claims with these sides. Such a claim joins a dealing as
 * the only one of its report, or the only one near it in time: so just those can move that are near
 * a new claim, and most of these stay. Where one may have to move nothing is said, and the whole
 * has to be brought together.
 */
final class VagueClaims {
  private final TopicIndex index;
  private final Sides sides;
  private final Map<String, Signature> added = new HashMap<>();
  private final List<Signature> ofTheirReports;
  private final List<Lot> lots;
  private final Map<String, String> before;

  /** By the founder that it had, each dealing that was there. */
  private final Map<String, Lot> grown = new HashMap<>();

  private final List<Touched> touched = new ArrayList<>();
  private final List<Signature> homeless = new ArrayList<>();

  /**
   * Vague claims beside a part of the rest.
   *
   * @param index where all claims are found, the new ones too
   * @param added the new claims with these sides; those that do not count are not looked at
   * @param lots the dealings of the part without vague claims, which may join them
   * @param before the dealing, by its founder, that each claim of the part was in so far; those of
   *     vague claims that are in its dealings now are put there
   */
  VagueClaims(
      TopicIndex index,
      Sides sides,
      Collection<Signature> added,
      List<Lot> lots,
      Map<String, String> before) {
    this.index = index;
    this.sides = sides;
    this.lots = lots;
    this.before = before;
    ofTheirReports =
        index.inReports(sides, added.stream().map(Signature::report).collect(Collectors.toSet()));
    Set<String> there = ofTheirReports.stream().map(Signature::key).collect(Collectors.toSet());
    added.stream()
        .filter(claim -> there.contains(claim.key()))
        .forEach(claim -> this.added.put(claim.key(), claim));
  }

  /**
   * A dealing that new claims are in: as it was, as it is with them, and the vague ones of them.
   */
  private record Touched(Lot lot, Nearby before, Nearby now, List<Signature> joining) {
    static Touched by(Set<String> added, Lot lot) {
      Touched touched = new Touched(lot, new Nearby(), new Nearby(), new ArrayList<>());
      for (Signature claim : lot.claims()) {
        touched.now.add(claim);
        if (!added.contains(claim.key())) {
          touched.before.add(claim);
        }
      }
      return touched;
    }

    void keep(Signature vague) {
      before.add(vague);
      now.add(vague);
    }

    void take(Signature vague) {
      now.add(vague);
      joining.add(vague);
    }

    boolean looksTheSameTo(Signature vague) {
      return before.isNear(vague) == now.isNear(vague) && before.isHere(vague) == now.isHere(vague);
    }

    boolean isHere(Signature vague) {
      return before.isHere(vague) || now.isHere(vague);
    }
  }

  /** When the claims of a dealing are, and in which reports. */
  private record Nearby(Times times, Set<String> reports) {
    Nearby() {
      this(new Times(), new HashSet<>());
    }

    void add(Signature claim) {
      times.add(claim.from(), claim.to());
      reports.add(claim.report());
    }

    boolean isNear(Signature vague) {
      return times.apart(vague.from(), vague.to()) <= Lots.daysAround(vague);
    }

    boolean isHere(Signature vague) {
      return reports.contains(vague.report()) && isNear(vague);
    }
  }

  /**
   * The dealings of the part with the vague claims that are in them, and those of vague claims
   * alone where a new one is in them.
   */
  Optional<List<Lot>> joined() {
    if (!onlyGrew()) {
      return Optional.empty();
    }
    lots.stream()
        .filter(lot -> lot.claims().stream().anyMatch(claim -> added.containsKey(claim.key())))
        .forEach(lot -> touched.add(Touched.by(added.keySet(), lot)));
    Map<String, Lot> homes = new HashMap<>();
    SortedSet<Signature> members = new TreeSet<>(Signature.BY_TIME);
    grown.forEach(
        (founder, lot) ->
            index
                .vagueMembers(sides, founder)
                .forEach(
                    claim -> {
                      members.add(claim);
                      homes.put(claim.key(), lot);
                      before.put(claim.key(), founder);
                    }));
    boolean packages = members.stream().anyMatch(claim -> claim.worth().isPresent());
    if (packages || tellsOfPackages() || isToldMoreOf() || !stay(members, homes)) {
      return Optional.empty();
    }
    members.forEach(claim -> lot(homes, claim).ifPresent(lot -> lot.add(claim)));
    touched.forEach(one -> one.joining().forEach(one.lot()::add));
    return homeless.isEmpty() ? Optional.of(lots) : withHomeless();
  }

  private static Optional<Lot> lot(Map<String, Lot> homes, Signature claim) {
    return Optional.ofNullable(homes.get(claim.key()));
  }

  /** Whether each dealing that was there is one still, whatever joined it. */
  private boolean onlyGrew() {
    for (Lot lot : lots) {
      Set<String> founders =
          lot.claims().stream()
              .flatMap(claim -> Optional.ofNullable(before.get(claim.key())).stream())
              .collect(Collectors.toSet());
      if (founders.size() > 1) {
        return false;
      }
      for (String founder : founders) {
        if (grown.put(founder, lot) != null) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a sum that a touched dealing is told to be worth is that of vague claims. */
  private boolean tellsOfPackages() {
    Set<String> worths =
        touched.stream().flatMap(one -> one.lot().worths().stream()).collect(Collectors.toSet());
    return !worths.isEmpty() && index.tellsWorth(sides, worths, true);
  }

  /** Whether the new claims are in reports of which others were there. */
  private boolean isToldMoreOf() {
    return ofTheirReports.stream().anyMatch(claim -> !added.containsKey(claim.key()));
  }

  /** Lets new vague claims find their places, and tells whether all others keep theirs. */
  private boolean stay(Collection<Signature> members, Map<String, Lot> homes) {
    SortedSet<Signature> all = new TreeSet<>(Signature.BY_TIME);
    all.addAll(members);
    for (Signature claim : added.values()) {
      all.addAll(
          index.vague(
              sides,
              claim.from().minusDays(Lots.DAYS_OF_THE_DEAL),
              claim.to().plusDays(Lots.DAYS_OF_THE_DEAL)));
      if (!claim.isConcrete()) {
        all.add(claim);
      }
    }
    for (Signature claim : all) {
      if (added.containsKey(claim.key())) {
        if (!findsPlace(claim)) {
          return false;
        }
      } else {
        if (claim.worth().isEmpty() && !staysAsItIs(claim)) {
          return false;
        }
        Optional<Lot> home = lot(homes, claim);
        touched.stream()
            .filter(one -> home.filter(lot -> lot == one.lot()).isPresent())
            .forEach(one -> one.keep(claim));
      }
    }
    return true;
  }

  private boolean findsPlace(Signature claim) {
    if (claim.worth().isPresent()) {
      homeless.add(claim);
      return true;
    }
    List<Touched> here = touched.stream().filter(one -> one.now().isHere(claim)).toList();
    if (here.size() == 1) {
      here.getFirst().take(claim);
      return true;
    }
    homeless.add(claim);
    return here.size() > 1
        || othersNear(claim) + touched.stream().filter(one -> one.now().isNear(claim)).count() > 1;
  }

  /** How many dealings that no new claim is in are near a claim, as far as is easy to see. */
  private int othersNear(Signature claim) {
    long days = Lots.daysAround(claim);
    Set<String> mine = new HashSet<>();
    grown.forEach(
        (founder, lot) -> {
          if (touched.stream().anyMatch(one -> one.lot() == lot)) {
            mine.add(founder);
          }
        });
    return index.near(sides, claim.from().minusDays(days), claim.to().plusDays(days), mine).size();
  }

  /** Whether a claim that was there is sure to keep its place. */
  private boolean staysAsItIs(Signature claim) {
    if (touched.stream().allMatch(one -> one.looksTheSameTo(claim))) {
      return true;
    }
    if (touched.stream().anyMatch(one -> one.isHere(claim))) {
      return false;
    }
    List<Signature> ofReport =
        index.inReports(sides, Set.of(claim.report())).stream()
            .filter(other -> !other.key().equals(claim.key()))
            .toList();
    Set<String> here =
        index.concrete(
            ofReport.stream()
                .flatMap(other -> index.lot(other.key()).stream())
                .collect(Collectors.toSet()));
    return here.isEmpty()
        ? othersNear(claim) > 1
        : here.size() == 1
            && index.lot(claim.key()).filter(here::contains).isPresent()
            && ofReport.stream().anyMatch(other -> other.isConcrete() && isNear(other, claim));
  }

  private static boolean isNear(Signature other, Signature claim) {
    Nearby nearby = new Nearby();
    nearby.add(other);
    return nearby.isNear(claim);
  }

  /** The dealings of all claims that found none, where none of them may belong to a package. */
  private Optional<List<Lot>> withHomeless() {
    List<Signature> all = index.with(sides, Set.of(Signature.VAGUE));
    Map<String, String> were = index.lots(sides, Set.of(Signature.VAGUE));
    Set<String> concrete = index.concrete(Set.copyOf(were.values()));
    List<Signature> without = new ArrayList<>(homeless);
    for (Signature claim : all) {
      Optional<String> founder = Optional.ofNullable(were.get(claim.key()));
      boolean hasHome = founder.filter(concrete::contains).isPresent();
      if (hasHome && claim.worth().isPresent()) {
        return Optional.empty();
      }
      if (founder.isPresent() && !hasHome) {
        without.add(claim);
        before.put(claim.key(), founder.get());
      }
    }
    Set<String> worths =
        without.stream().flatMap(claim -> claim.worth().stream()).collect(Collectors.toSet());
    if (!worths.isEmpty() && index.tellsWorth(sides, worths, false)) {
      return Optional.empty();
    }
    List<Lot> both = new ArrayList<>(lots);
    both.addAll(Lots.ofVague(without));
    return Optional.of(both);
  }
}
