package org.attache.register.resolution;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A set of claims in memory, none of which was in a dealing so far. */
final class ClaimsAtHand implements ClaimIndex {
  private final Map<Sides, List<Signature>> bySides;
  private final List<Sides> open;
  private final Map<String, Set<Sides>> closedBySubject = new HashMap<>();
  private final Map<String, Set<Sides>> closedByReport = new HashMap<>();

  ClaimsAtHand(Collection<Signature> claims) {
    bySides = claims.stream().collect(Collectors.groupingBy(Signature::sides));
    open = bySides.keySet().stream().filter(sides -> !sides.closed()).toList();
    for (Signature claim : claims) {
      if (claim.sides().closed()) {
        claim.subjectKeys().forEach(subject -> add(closedBySubject, subject, claim.sides()));
        add(closedByReport, claim.report(), claim.sides());
      }
    }
  }

  private static void add(Map<String, Set<Sides>> index, String key, Sides sides) {
    index.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(sides);
  }

  @Override
  public List<Signature> with(Sides sides) {
    return bySides.getOrDefault(sides, List.of());
  }

  @Override
  public Set<Sides> candidates(Signature open) {
    return Stream.concat(
            open.subjectKeys().stream()
                .flatMap(subject -> closedBySubject.getOrDefault(subject, Set.of()).stream()),
            closedByReport.getOrDefault(open.report(), Set.of()).stream())
        .filter(open.sides()::mayBe)
        .collect(Collectors.toSet());
  }

  @Override
  public List<Signature> open(Sides sides, Set<String> subjects, Set<String> reports) {
    return open.stream()
        .filter(one -> one.mayBe(sides))
        .flatMap(one -> with(one).stream())
        .filter(
            claim ->
                reports.contains(claim.report())
                    || claim.subjectKeys().stream().anyMatch(subjects::contains))
        .toList();
  }

  @Override
  public Map<String, String> lots(Sides sides) {
    return Map.of();
  }

  @Override
  public Optional<String> lot(String claim) {
    return Optional.empty();
  }

  @Override
  public List<Signature> openMembers(String founder) {
    return List.of();
  }
}
