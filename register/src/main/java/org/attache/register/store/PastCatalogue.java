package org.attache.register.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.register.dealing.Dealing;
import org.attache.register.resolution.HeldClaim;

/** The catalogue of a register as it stood on a day: what follows from the dealings of that day. */
final class PastCatalogue implements Catalogue {
  private final List<Dealing> all;
  private final List<HeldClaim> claims;
  private final BiPredicate<Dealing, Question> asked;
  private final Function<Question, Predicate<HeldClaim>> told;
  private final Function<HeldClaim, Set<String>> subjects;

  /**
   * A catalogue.
   *
   * @param all the dealings of the day
   * @param asked whether a question is about a dealing
   * @param told whether a question is about a claim
   * @param subjects what a claim is about
   */
  PastCatalogue(
      List<Dealing> all,
      BiPredicate<Dealing, Question> asked,
      Function<Question, Predicate<HeldClaim>> told,
      Function<HeldClaim, Set<String>> subjects) {
    this.all = List.copyOf(all);
    this.asked = asked;
    this.told = told;
    claims =
        all.stream()
            .flatMap(dealing -> dealing.claims().stream())
            .distinct()
            .sorted(Inquiry.BY_PUBLICATION)
            .toList();
    this.subjects = subjects;
  }

  private Stream<Dealing> stream(Question question, boolean contradicted) {
    return all.stream()
        .filter(dealing -> asked.test(dealing, question))
        .filter(
            dealing -> !contradicted || dealing.disputed() || !dealing.contradictions().isEmpty());
  }

  @Override
  public List<DealingLine> dealings(Excerpt excerpt) {
    Comparator<DealingLine> order =
        switch (excerpt.order()) {
          case LAST -> Comparator.comparing(DealingLine::last);
          case FIRST -> Comparator.comparing(DealingLine::first);
          case REPORTS -> Comparator.comparingInt(DealingLine::reports);
          case SOURCES -> Comparator.comparingInt(DealingLine::voices);
          case TITLE -> Comparator.comparing(DealingLine::title);
        };
    return stream(excerpt.question(), excerpt.contradicted())
        .map(DealingLine::of)
        .sorted((excerpt.descending() ? order.reversed() : order).thenComparing(DealingLine::id))
        .skip(excerpt.from())
        .limit(excerpt.most())
        .toList();
  }

  @Override
  public Map<Stage, Integer> stages(Question question, boolean contradicted) {
    Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
    stream(question.at(Optional.empty()), contradicted)
        .forEach(dealing -> counts.merge(dealing.stage(), 1, Integer::sum));
    return counts;
  }

  @Override
  public Map<String, List<LocalDate>> days(Collection<String> dealings) {
    Map<String, List<LocalDate>> days = new HashMap<>();
    Set<String> wanted = new HashSet<>(dealings);
    for (Dealing dealing : all) {
      if (wanted.contains(dealing.id())) {
        days.put(dealing.id(), dealing.days());
      }
    }
    return days;
  }

  @Override
  public List<Flow> flows(Question question) {
    record Way(String supplier, String recipient, Kind kind, int year) {}
    Map<Way, int[]> counts = new HashMap<>();
    stream(question, false)
        .filter(d -> d.sides().supplier().isPresent() && d.sides().recipient().isPresent())
        .forEach(
            dealing -> {
              Way way =
                  new Way(
                      dealing.sides().supplier().orElseThrow(),
                      dealing.sides().recipient().orElseThrow(),
                      dealing.sides().kind(),
                      dealing.first().getYear());
              int[] count = counts.computeIfAbsent(way, k -> new int[2]);
              count[0]++;
              count[1] += dealing.voices().size();
            });
    return counts.entrySet().stream()
        .map(
            entry ->
                new Flow(
                    entry.getKey().supplier(),
                    entry.getKey().recipient(),
                    entry.getKey().kind(),
                    entry.getKey().year(),
                    entry.getValue()[0],
                    entry.getValue()[1]))
        .toList();
  }

  @Override
  public List<Tally> subjects(Question question) {
    Map<String, Integer> counts = new TreeMap<>();
    stream(question, false)
        .forEach(
            dealing -> {
              Set<String> about = new HashSet<>();
              dealing.claims().forEach(held -> about.addAll(subjects.apply(held)));
              about.forEach(subject -> counts.merge(subject, 1, Integer::sum));
            });
    return counts.entrySet().stream()
        .map(entry -> new Tally(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Tally::number).reversed().thenComparing(Tally::name))
        .toList();
  }

  @Override
  public List<SourceLine> sources(Optional<String> name, int most) {
    Map<String, SourceLine> lines = new TreeMap<>();
    for (Dealing dealing : all) {
      dealing.voices().stream()
          .map(voice -> voice.name())
          .distinct()
          .filter(voice -> name.map(voice::equals).orElse(true))
          .forEach(voice -> lines.merge(voice, line(voice, dealing), PastCatalogue::sum));
    }
    return lines.values().stream()
        .sorted(
            Comparator.comparingInt(SourceLine::dealings)
                .reversed()
                .thenComparing(SourceLine::name))
        .limit(most)
        .toList();
  }

  private static SourceLine line(String voice, Dealing dealing) {
    return new SourceLine(
        voice,
        1,
        dealing.voices().size() > 1 ? 1 : 0,
        dealing.disputed() ? 1 : 0,
        dealing.first(),
        dealing.last());
  }

  private static SourceLine sum(SourceLine one, SourceLine other) {
    return new SourceLine(
        one.name(),
        one.dealings() + other.dealings(),
        one.confirmed() + other.confirmed(),
        one.denied() + other.denied(),
        one.first().isBefore(other.first()) ? one.first() : other.first(),
        one.last().isAfter(other.last()) ? one.last() : other.last());
  }

  @Override
  public List<Tally> claimsByDay(LocalDate since) {
    Map<LocalDate, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    for (Dealing dealing : all) {
      dealing.claims().stream()
          .map(held -> held.origin().day())
          .filter(day -> !day.isBefore(since))
          .forEach(day -> counts.merge(day, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .map(entry -> new Tally(entry.getKey().toString(), entry.getValue()))
        .toList();
  }

  @Override
  public List<HeldClaim> claims(Question question, long from, int most) {
    return claims.stream().filter(told.apply(question)).skip(from).limit(most).toList();
  }

  @Override
  public Optional<Dealing> dealing(String id) {
    String key = id.isEmpty() ? id : id.substring(1);
    return all.stream()
        .filter(
            dealing ->
                dealing.id().equals(id)
                    || dealing.claims().stream().anyMatch(held -> held.key().startsWith(key)))
        .findFirst();
  }

  @Override
  public Map<String, DealingLine> dealingsOf(Collection<String> claims) {
    Set<String> wanted = new HashSet<>(claims);
    Map<String, DealingLine> found = new HashMap<>();
    for (Dealing dealing : all) {
      dealing.claims().stream()
          .map(HeldClaim::key)
          .filter(wanted::contains)
          .forEach(key -> found.put(key, DealingLine.of(dealing)));
    }
    return found;
  }
}
