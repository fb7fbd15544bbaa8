package org.attache.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
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
   * Which drafts say what a claim says: of its kind, sides and items, there or at its stage. Of
   * several drafts of a sentence that say the same of one claim those at its stage do, else the one
   * at the nearest; the others say it a second time, and at a wrong stage.
   *
   * @return for each note in turn, whether it is right
   */
  static List<Boolean> holds(List<DraftNote> notes, List<GoldClaim> claims) {
    IdentityHashMap<GoldClaim, List<DraftNote>> rivals = new IdentityHashMap<>();
    for (DraftNote note : notes) {
      claims.stream()
          .filter(claim -> says(note, claim))
          .forEach(claim -> rivals.computeIfAbsent(claim, c -> new ArrayList<>()).add(note));
    }
    Set<DraftNote> right = Collections.newSetFromMap(new IdentityHashMap<>());
    rivals.forEach((claim, all) -> right.addAll(best(claim, all)));
    return notes.stream().map(right::contains).toList();
  }

  private static List<DraftNote> best(GoldClaim claim, List<DraftNote> notes) {
    List<DraftNote> best = new ArrayList<>();
    notes.stream()
        .collect(Collectors.groupingBy(DraftNote::start))
        .values()
        .forEach(
            ofSentence -> {
              int nearest =
                  ofSentence.stream().mapToInt(note -> apart(note, claim)).min().orElseThrow();
              ofSentence.stream().filter(note -> apart(note, claim) == nearest).forEach(best::add);
            });
    return best;
  }

  private static int apart(DraftNote note, GoldClaim claim) {
    return Stream.of(Stage.values())
        .filter(stage -> stage.code().equals(note.stage()))
        .mapToInt(stage -> Math.abs(stage.compareTo(claim.stage())))
        .findFirst()
        .orElse(Stage.values().length);
  }

  private static boolean says(DraftNote note, GoldClaim claim) {
    return kinds(note.kind()).contains(claim.kind())
        && sidesAgree(note.suppliers(), note.recipients(), note.partners(), claim)
        && (claim.items().isEmpty() && note.things().isEmpty() || claim.has(note.things()))
        && (claim.stands(note.start(), note.end()) || claim.stage().code().equals(note.stage()));
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
