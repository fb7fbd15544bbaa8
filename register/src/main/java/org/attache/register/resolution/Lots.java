package org.attache.register.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.attache.claim.Stage;

/**
 * Sorts claims with the same sides into dealings.
 *
 * <p>From the most telling to the least: claims that name one type; packages of several types,
 * which draw the dealings on their parts together; claims that name a sort of thing ("fighters"),
 * which join the nearest dealing on such things; and vague ones. Within each step claims come in
 * the order of the time that they speak of, so that the outcome depends on the set of claims alone.
 */
final class Lots {
  /** Parts of a package that is told as one are no further than this from the telling. */
  private static final long DAYS_OF_A_PACKAGE = 250;

  /** "The deal" without a word on its things is the one dealing of this many days around. */
  static final long DAYS_OF_THE_DEAL = 400;

  /** "The weapons" and "the equipment" are those of the one dealing of this many days around. */
  private static final long DAYS_OF_THE_WEAPONS = 60;

  private final List<Lot> lots = new ArrayList<>();

  private Lots() {}

  /** The dealings of claims that all have the same sides, in any order. */
  static List<Lot> of(Collection<Signature> block) {
    Lots lots = new Lots();
    List<Signature> sorted = block.stream().sorted(Signature.BY_TIME).toList();
    lots.concrete(sorted);
    lots.vague(sorted.stream().filter(claim -> !claim.isConcrete()).toList());
    return List.copyOf(lots.lots);
  }

  /** The dealings of those of the claims that say what they are about. */
  static List<Lot> ofConcrete(Collection<Signature> block) {
    Lots lots = new Lots();
    lots.concrete(block.stream().sorted(Signature.BY_TIME).toList());
    return List.copyOf(lots.lots);
  }

  /** The dealings of claims that do not say what they are about and join no other dealing. */
  static List<Lot> ofVague(Collection<Signature> homeless) {
    return scan(homeless.stream().sorted(Signature.BY_TIME).toList(), new ArrayList<>());
  }

  private void concrete(List<Signature> sorted) {
    types(sorted.stream().filter(claim -> claim.families().size() == 1).toList());
    packages(sorted.stream().filter(claim -> claim.families().size() > 1).toList());
    sorts(
        sorted.stream().filter(claim -> claim.families().isEmpty() && claim.isConcrete()).toList());
  }

  private void types(List<Signature> claims) {
    grouped(claims, claim -> claim.families().first())
        .forEach(
            (family, group) -> {
              List<Lot> ofType = new ArrayList<>();
              scan(group, ofType);
              joinLoose(ofType);
              lots.addAll(ofType);
            });
  }

  /**
   * What was told before anything tied it to the rest joins the one dealing that it may belong to,
   * now that all are known.
   */
  private static void joinLoose(List<Lot> ofType) {
    List<Lot> all = List.copyOf(ofType);
    for (Lot loose : all) {
      List<Lot> homes =
          loose.isLoose()
              ? all.stream()
                  .filter(lot -> lot != loose && ofType.contains(lot) && !lot.isLoose())
                  .filter(lot -> loose.claims().stream().allMatch(lot::fits))
                  .toList()
              : List.of();
      if (homes.size() == 1) {
        homes.getFirst().absorb(loose);
        ofType.remove(loose);
      }
    }
  }

  private void packages(List<Signature> claims) {
    for (Signature claim : claims) {
      List<Lot> parts =
          lots.stream()
              .filter(lot -> claim.families().stream().anyMatch(lot.families()::contains))
              .filter(lot -> lot.fits(claim))
              .toList();
      List<Lot> near = parts.stream().filter(lot -> lot.apart(claim) <= DAYS_OF_A_PACKAGE).toList();
      if (near.size() > 1 && announces(claim)) {
        Lot first = near.getFirst();
        near.stream().skip(1).forEach(first::absorb);
        near.stream().skip(1).forEach(lots::remove);
        first.add(claim);
      } else {
        parts.stream()
            .min(Lot.nearestTo(claim))
            .ifPresentOrElse(lot -> lot.add(claim), () -> lots.add(new Lot(claim)));
      }
    }
  }

  /** A package is made when it is asked for, agreed or ordered; what arrives may be of several. */
  private static boolean announces(Signature claim) {
    return claim.stage().compareTo(Stage.ORDERED) <= 0;
  }

  private void sorts(List<Signature> claims) {
    List<Signature> homeless = new ArrayList<>();
    for (Signature claim : claims) {
      lots.stream()
          .filter(lot -> lot.categories().containsAll(claim.categories()))
          .filter(lot -> !lot.families().isEmpty())
          .filter(lot -> lot.fits(claim))
          .min(Lot.nearestTo(claim))
          .ifPresentOrElse(lot -> lot.add(claim), () -> homeless.add(claim));
    }
    grouped(homeless, claim -> claim.categories().first())
        .forEach(
            (category, group) ->
                lots.addAll(
                    scan(
                        group,
                        those(
                            lot ->
                                lot.families().isEmpty() && lot.categories().contains(category)))));
  }

  private void vague(List<Signature> claims) {
    List<Signature> homeless = new ArrayList<>();
    for (Signature claim : claims) {
      Optional<Lot> only = claim.worth().isEmpty() ? theOnly(claim) : Optional.empty();
      only.ifPresentOrElse(lot -> lot.add(claim), () -> homeless.add(claim));
    }
    lots.addAll(scan(homeless, those(lot -> !lot.isConcrete())));
    joinPackages();
  }

  /** "The $9 billion package" is that package whose parts another report tells. */
  private void joinPackages() {
    for (Lot vague : lots.stream().filter(lot -> !lot.isConcrete()).toList()) {
      List<Lot> same =
          lots.stream()
              .filter(Lot::isConcrete)
              .filter(vague::sharesWorth)
              .filter(lot -> vague.claims().stream().anyMatch(lot::fits))
              .toList();
      if (same.size() == 1) {
        same.getFirst().absorb(vague);
        lots.remove(vague);
      }
    }
  }

  /** How far a claim that does not say what it is about looks for the one dealing around it. */
  static long daysAround(Signature vague) {
    return vague.subjects().isEmpty() ? DAYS_OF_THE_DEAL : DAYS_OF_THE_WEAPONS;
  }

  private Optional<Lot> theOnly(Signature claim) {
    long days = daysAround(claim);
    List<Lot> near =
        lots.stream().filter(Lot::isConcrete).filter(lot -> lot.apart(claim) <= days).toList();
    List<Lot> here = near.stream().filter(lot -> lot.hasReport(claim.report())).toList();
    return here.size() == 1
        ? Optional.of(here.getFirst())
        : near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
  }

  private List<Lot> those(Predicate<Lot> which) {
    return new ArrayList<>(lots.stream().filter(which).toList());
  }

  /**
   * Lets each claim join the nearest of these dealings that it fits, or begin one of its own.
   *
   * @param these grows by the dealings that were begun
   * @return those
   */
  private static List<Lot> scan(List<Signature> claims, List<Lot> these) {
    List<Lot> begun = new ArrayList<>();
    for (Signature claim : claims) {
      these.stream()
          .filter(lot -> lot.fits(claim))
          .min(Lot.nearestTo(claim))
          .ifPresentOrElse(
              lot -> lot.add(claim),
              () -> {
                Lot lot = new Lot(claim);
                these.add(lot);
                begun.add(lot);
              });
    }
    return begun;
  }

  private static <K extends Comparable<K>> Map<K, List<Signature>> grouped(
      List<Signature> claims, Function<Signature, K> by) {
    SortedMap<K, List<Signature>> groups = new TreeMap<>();
    claims.forEach(
        claim -> groups.computeIfAbsent(by.apply(claim), k -> new ArrayList<>()).add(claim));
    return groups;
  }
}
