package org.attache.register.resolution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Claims in memory that come and go, with the dealings that they were in so far. */
final class ClaimsInTurn implements TopicIndex {
  private final Map<String, Signature> claims = new TreeMap<>();
  private final Map<String, String> lots = new HashMap<>();

  /** How many claims were asked for in the last change. */
  private int asked;

  /** Adds and takes away claims, and brings the dealings up to date. */
  void change(Collection<Signature> added, Collection<Signature> gone) {
    asked = 0;
    added.forEach(claim -> claims.put(claim.key(), claim));
    gone.forEach(claim -> claims.remove(claim.key()));
    Set<Signature> changed = new LinkedHashSet<>(gone);
    changed.addAll(added);
    for (Group group : Resolver.change(this, changed)) {
      group.claims().forEach(claim -> lots.put(claim, group.founder()));
    }
    gone.forEach(claim -> lots.remove(claim.key()));
  }

  Collection<Signature> all() {
    return List.copyOf(claims.values());
  }

  int asked() {
    return asked;
  }

  /** The dealings, as {@link Resolution} gives them. */
  List<Group> groups() {
    return lots.keySet().stream().collect(Collectors.groupingBy(lots::get)).entrySet().stream()
        .map(lot -> new Group(lot.getKey(), lot.getValue()))
        .sorted(Comparator.comparing(Group::founder))
        .toList();
  }

  private List<Signature> given(List<Signature> found) {
    asked += found.size();
    return found;
  }

  @Override
  public List<Signature> with(Sides sides) {
    return given(claims.values().stream().filter(claim -> claim.sides().equals(sides)).toList());
  }

  @Override
  public List<Signature> with(Sides sides, Set<String> topics) {
    return given(
        claims.values().stream()
            .filter(claim -> claim.sides().equals(sides))
            .filter(claim -> claim.topics().stream().anyMatch(topics::contains))
            .toList());
  }

  @Override
  public boolean has(Sides sides, String topic) {
    return claims.values().stream()
        .anyMatch(claim -> claim.sides().equals(sides) && claim.topics().contains(topic));
  }

  @Override
  public List<Signature> inReports(Sides sides, Set<String> reports) {
    return given(with(sides, claim -> reports.contains(claim.report())));
  }

  @Override
  public List<Signature> vague(Sides sides, LocalDate from, LocalDate to) {
    return given(
        with(
            sides,
            claim ->
                !claim.isConcrete() && !claim.from().isAfter(to) && !claim.to().isBefore(from)));
  }

  @Override
  public List<Signature> vagueMembers(Sides sides, String founder) {
    return given(
        with(sides, claim -> !claim.isConcrete() && founder.equals(lots.get(claim.key()))));
  }

  @Override
  public Set<String> concrete(Set<String> founders) {
    return claims.values().stream()
        .filter(Signature::isConcrete)
        .filter(claim -> claim.sides().closed())
        .flatMap(claim -> lot(claim.key()).stream())
        .filter(founders::contains)
        .collect(Collectors.toSet());
  }

  @Override
  public boolean tellsWorth(Sides sides, Set<String> worths, boolean vague) {
    return !with(
            sides,
            claim ->
                claim.isConcrete() != vague && claim.worth().filter(worths::contains).isPresent())
        .isEmpty();
  }

  @Override
  public Set<String> near(Sides sides, LocalDate from, LocalDate to, Set<String> but) {
    return with(sides, claim -> true).stream()
        .filter(Signature::isConcrete)
        .filter(claim -> !claim.from().isAfter(to) && !claim.from().isBefore(from))
        .flatMap(claim -> lot(claim.key()).stream())
        .filter(founder -> !but.contains(founder))
        .distinct()
        .limit(2)
        .collect(Collectors.toSet());
  }

  private List<Signature> with(Sides sides, Predicate<Signature> which) {
    return claims.values().stream()
        .filter(claim -> claim.sides().equals(sides))
        .filter(which)
        .toList();
  }

  @Override
  public Set<Sides> candidates(Signature open) {
    return claims.values().stream()
        .filter(claim -> claim.sides().closed() && open.sides().mayBe(claim.sides()))
        .filter(claim -> isNear(claim, open.subjectKeys(), Set.of(open.report())))
        .map(Signature::sides)
        .collect(Collectors.toSet());
  }

  private static boolean isNear(Signature claim, Set<String> subjects, Set<String> reports) {
    return reports.contains(claim.report())
        || claim.subjectKeys().stream().anyMatch(subjects::contains);
  }

  @Override
  public List<Signature> open(Sides sides, Set<String> subjects, Set<String> reports) {
    return claims.values().stream()
        .filter(claim -> !claim.sides().closed() && claim.sides().mayBe(sides))
        .filter(claim -> isNear(claim, subjects, reports))
        .toList();
  }

  @Override
  public Map<String, String> lots(Sides sides) {
    return lots(with(sides));
  }

  @Override
  public Map<String, String> lots(Sides sides, Set<String> topics) {
    return lots(with(sides, topics));
  }

  private Map<String, String> lots(List<Signature> of) {
    return of.stream()
        .map(Signature::key)
        .filter(lots::containsKey)
        .collect(Collectors.toMap(claim -> claim, lots::get));
  }

  @Override
  public Optional<String> lot(String claim) {
    return Optional.ofNullable(lots.get(claim));
  }

  @Override
  public List<Signature> openMembers(String founder) {
    return claims.values().stream()
        .filter(claim -> !claim.sides().closed() && founder.equals(lots.get(claim.key())))
        .toList();
  }
}
