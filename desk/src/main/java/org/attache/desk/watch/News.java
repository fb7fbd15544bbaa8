package org.attache.desk.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.contract.ClaimWords;
import org.attache.register.dealing.Dealing;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Catalogue;
import org.attache.register.store.DealingLine;
import org.attache.register.store.DeskBooks.Find;
import org.attache.register.store.Register;

/**
 * Something that a watch has found.
 *
 * @param find the find
 * @param claim the claim
 * @param dealing the dealing that it is about; none where the claim counts no longer
 * @param change whether it is the first to say that the dealing has got to this stage, or has not
 */
public record News(Find find, HeldClaim claim, Optional<DealingLine> dealing, boolean change) {
  /** Finds with their claims; a claim that is not there any more is left out. */
  static List<News> of(Register register, List<Find> finds) {
    if (finds.isEmpty()) {
      return List.of();
    }
    List<String> keys = finds.stream().map(Find::claim).toList();
    Map<String, HeldClaim> claims = new HashMap<>();
    register.reports().claims(keys).forEach(held -> claims.put(held.key(), held));
    Catalogue catalogue = register.catalogue();
    Map<String, DealingLine> lines = catalogue.dealingsOf(keys);
    Map<String, Optional<Dealing>> dealings = new HashMap<>();
    return finds.stream()
        .filter(find -> claims.containsKey(find.claim()))
        .map(
            find -> {
              HeldClaim held = java.util.Objects.requireNonNull(claims.get(find.claim()));
              Optional<DealingLine> line = Optional.ofNullable(lines.get(held.key()));
              boolean change =
                  line.flatMap(one -> dealings.computeIfAbsent(one.id(), catalogue::dealing))
                      .map(dealing -> isFirstAtItsStage(held, dealing))
                      .orElse(false);
              return new News(find, held, line, change);
            })
        .toList();
  }

  private static boolean isFirstAtItsStage(HeldClaim held, Dealing dealing) {
    return dealing.claims().stream()
        .filter(
            other ->
                other.claim().stage() == held.claim().stage()
                    && other.claim().polarity() == held.claim().polarity())
        .findFirst()
        .filter(first -> first.key().equals(held.key()))
        .isPresent();
  }

  /** "stage" for a change of stage, else "claim". */
  public String sort() {
    return change ? "stage" : "claim";
  }

  /** "Ordered: Sweden → Chile, 24 Gripen E". */
  public String title() {
    String standing = ClaimWords.standing(claim.claim());
    return standing.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + standing.substring(1)
        + ": "
        + ClaimWords.sides(claim.claim())
        + ", "
        + ClaimWords.subject(claim.claim());
  }

  /** Who says so where, in which words. */
  public String words() {
    boolean outlet = claim.claim().attribution().size() == 1;
    return (outlet ? "" : ClaimWords.asserter(claim.claim()) + " in ")
        + claim.origin().outlet()
        + ", "
        + claim.origin().day()
        + ": “"
        + claim.claim().evidence().getFirst().text()
        + "”";
  }
}
