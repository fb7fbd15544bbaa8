package org.attache.training;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attache.claim.Kind;
import org.attache.dealing.DealingKind;
import org.attache.dealing.Role;

/** What gold claims say of the reader's notes: which candidate is right, whether a draft is. */
final class Labels {
  private Labels() {}

  /**
   * The places of the candidates that are right by a claim of the same sentence, kind, other side
   * and item; none where no claim tells.
   */
  static Set<Integer> right(SideNote note, List<GoldClaim> claims) {
    if (note.role() == Role.PARTNER) {
      return partners(note, claims);
    }
    Set<Optional<String>> sides =
        claims.stream()
            .filter(claim -> tells(note, claim))
            .map(claim -> side(claim, note.role()))
            .collect(Collectors.toCollection(HashSet::new));
    return IntStream.range(0, note.candidates().size())
        .filter(i -> sides.contains(note.candidates().get(i).side()))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static Set<Integer> partners(SideNote note, List<GoldClaim> claims) {
    Set<Optional<String>> sides =
        claims.stream()
            .filter(
                claim ->
                    !claim.directed()
                        && kinds(note.kind()).contains(claim.kind())
                        && claim.stands(note.start(), note.end())
                        && claim.participants().containsAll(note.others()))
            .flatMap(claim -> claim.participants().stream())
            .map(Optional::of)
            .collect(Collectors.toCollection(HashSet::new));
    return IntStream.range(0, note.candidates().size())
        .filter(i -> sides.contains(note.candidates().get(i).side()))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static boolean tells(SideNote note, GoldClaim claim) {
    Role opposite = note.role() == Role.SUPPLIER ? Role.RECIPIENT : Role.SUPPLIER;
    return claim.directed()
        && directedKinds(note.kind()).contains(claim.kind())
        && claim.stands(note.start(), note.end())
        && (note.others().isEmpty()
            || side(claim, opposite).filter(note.others()::contains).isPresent())
        && (note.things().isEmpty() || claim.items().isEmpty() || claim.has(note.things()));
  }

  /**
   * The places of the candidates that name an item of a claim of the same sentence, kind and sides,
   * or that of none where such a claim has none; none where no claim tells.
   */
  static Set<Integer> right(ItemNote note, List<GoldClaim> claims) {
    List<GoldClaim> telling =
        claims.stream()
            .filter(
                claim ->
                    kinds(note.kind()).contains(claim.kind())
                        && claim.stands(note.start(), note.end())
                        && (claim.directed()
                            ? mayBe(note.suppliers(), claim.supplier())
                                && mayBe(note.recipients(), claim.recipient())
                            : note.partners().isEmpty()
                                || note.partners().stream()
                                    .anyMatch(claim.participants()::contains)))
            .toList();
    return IntStream.range(0, note.candidates().size())
        .filter(
            i -> {
              List<String> things = note.candidates().get(i).things();
              return telling.stream()
                  .anyMatch(
                      claim -> things.isEmpty() ? claim.items().isEmpty() : claim.has(things));
            })
        .boxed()
        .collect(Collectors.toSet());
  }

  private static boolean mayBe(Set<String> sides, Optional<String> side) {
    return sides.isEmpty() || side.filter(sides::contains).isPresent();
  }

  private static Optional<String> side(GoldClaim claim, Role role) {
    return role == Role.SUPPLIER ? claim.supplier() : claim.recipient();
  }

  /**
   * Whether a claim says what the draft says: of its kind, sides and items, there or at its stage.
   */
  static boolean holds(DraftNote note, List<GoldClaim> claims) {
    return claims.stream()
        .anyMatch(
            claim ->
                kinds(note.kind()).contains(claim.kind())
                    && sidesAgree(note.suppliers(), note.recipients(), note.partners(), claim)
                    && (claim.items().isEmpty() && note.things().isEmpty()
                        || claim.has(note.things()))
                    && (claim.stands(note.start(), note.end())
                        || claim.stage().code().equals(note.stage())));
  }

  private static boolean sidesAgree(
      Set<String> suppliers, Set<String> recipients, Set<String> partners, GoldClaim claim) {
    return claim.directed()
        ? partners.isEmpty()
            && agrees(suppliers, claim.supplier())
            && agrees(recipients, claim.recipient())
        : partners.equals(claim.participants());
  }

  private static boolean agrees(Set<String> sides, Optional<String> side) {
    return side.map(sides::contains).orElse(sides.isEmpty());
  }

  /** Kinds of claims that can show which side a draft of a kind leaves out. */
  private static Set<Kind> directedKinds(DealingKind kind) {
    return switch (kind) {
      case TRANSFER, ANY -> Set.of(Kind.ARMS_TRANSFER, Kind.TRADE);
      case SERVICE -> Set.of(Kind.SERVICE);
      case RESTRICTION -> Set.of(Kind.RESTRICTION);
      case COOPERATION, RELATIONS, TRADE -> Set.of();
    };
  }

  /** Kinds of claims that a draft of a kind can become. */
  private static Set<Kind> kinds(DealingKind kind) {
    return switch (kind) {
      case COOPERATION -> Set.of(Kind.MILITARY_COOPERATION, Kind.TRADE, Kind.RELATIONS);
      case RELATIONS -> Set.of(Kind.RELATIONS);
      case TRADE -> Set.of(Kind.TRADE);
      case TRANSFER, ANY, SERVICE, RESTRICTION -> directedKinds(kind);
    };
  }
}
