package org.attache.register.dealing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attache.claim.Claim;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.quantity.Quantity;
import org.attache.register.dealing.Statements.Amount;
import org.attache.register.dealing.Statements.Statement;
import org.attache.register.dealing.Statements.Step;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Sides;
import org.attache.register.voice.CitationCircles;
import org.attache.register.voice.Voice;
import org.attache.register.voice.Voices;
import org.attache.time.Interval;

/** Says what the claims about one dealing add up to. A function of their set. */
public final class Portrait {
  /** Sums are rounded when they are told: nearer than this they agree. */
  private static final double ROUNDING = 0.06;

  private static final Comparator<HeldClaim> BY_PUBLICATION =
      Comparator.<HeldClaim, LocalDate>comparing(held -> held.origin().day())
          .thenComparing(HeldClaim::key);

  private static final Comparator<HistoryPoint> BY_EVENT =
      Comparator.comparing(HistoryPoint::day)
          .thenComparing(HistoryPoint::stage)
          .thenComparing(HistoryPoint::told)
          .thenComparing(HistoryPoint::claim);

  private final Statements statements;
  private final Titles titles;
  private final Voices voices;

  /**
   * A portrait that tells types and sources apart by these.
   *
   * @param families which designations are one type
   * @param voices which sources are one
   */
  public Portrait(Families families, Voices voices) {
    statements = new Statements(families);
    titles = new Titles(families);
    this.voices = voices;
  }

  /**
   * The dealing that claims are about.
   *
   * @param founder the key of the claim that it is known by
   * @param claims all its claims, in any order; at least one
   */
  public Dealing of(String founder, List<HeldClaim> claims) {
    List<HeldClaim> sorted = claims.stream().sorted(BY_PUBLICATION).toList();
    List<Voice> heard = voices.of(sorted);
    Map<String, String> voiceOf = new LinkedHashMap<>();
    heard.forEach(voice -> voice.claims().forEach(claim -> voiceOf.put(claim, voice.key())));
    List<Statement> said = sorted.stream().flatMap(held -> statements.of(held).stream()).toList();
    List<HistoryPoint> history = sorted.stream().map(Portrait::point).sorted(BY_EVENT).toList();
    Sides sides = widest(sorted);
    Stage stage = reached(history);
    Map<FieldName, List<FieldValue>> values = values(said, voiceOf);
    return new Dealing(
        id(founder),
        sides,
        titles.of(sorted, values, stage),
        stage,
        sorted.stream().anyMatch(held -> held.claim().polarity() == Polarity.DENIED),
        sorted.stream().allMatch(Portrait::isVague),
        values,
        history,
        sorted.getFirst().origin().day(),
        sorted.getLast().origin().day(),
        sorted.stream().map(held -> held.origin().report()).distinct().toList(),
        heard,
        contradictions(sorted, said, voiceOf),
        CitationCircles.in(sorted),
        sorted);
  }

  /** The id of the dealing that a claim founds. */
  public static String id(String founder) {
    return "d" + founder.substring(0, Math.min(founder.length(), 10));
  }

  private static boolean isVague(HeldClaim held) {
    return held.claim().items().stream()
        .allMatch(
            item ->
                item.designation().isEmpty()
                    && item.category() == org.attache.equipment.Category.OTHER);
  }

  private static Sides widest(List<HeldClaim> claims) {
    return claims.stream()
        .map(held -> Sides.of(held.claim()))
        .max(
            Comparator.<Sides>comparingInt(sides -> sides.parties().size())
                .thenComparing(Sides::text))
        .orElseThrow();
  }

  private static HistoryPoint point(HeldClaim held) {
    Claim claim = held.claim();
    Optional<Interval> when =
        claim
            .when()
            .filter(
                time ->
                    time.from()
                        .or(time::to)
                        .map(day -> !day.isAfter(held.origin().day()))
                        .orElse(false));
    return new HistoryPoint(
        claim.stage(),
        claim.polarity(),
        when.flatMap(Interval::from),
        when.flatMap(Interval::to),
        held.origin().day(),
        held.key());
  }

  /** The last stage asserted, or denied where nothing is asserted. */
  private static Stage reached(List<HistoryPoint> history) {
    return history.reversed().stream()
        .filter(point -> point.polarity() == Polarity.ASSERTED)
        .findFirst()
        .orElse(history.getLast())
        .stage();
  }

  private static Map<FieldName, List<FieldValue>> values(
      List<Statement> said, Map<String, String> voiceOf) {
    Map<FieldName, Map<String, List<Statement>>> grouped = new EnumMap<>(FieldName.class);
    for (Statement statement : said) {
      grouped
          .computeIfAbsent(statement.field(), k -> new LinkedHashMap<>())
          .computeIfAbsent(
              statement.of() + "\n" + statement.text().toLowerCase(java.util.Locale.ROOT),
              k -> new ArrayList<>())
          .add(statement);
    }
    Map<FieldName, List<FieldValue>> values = new EnumMap<>(FieldName.class);
    grouped.forEach(
        (field, same) ->
            values.put(
                field,
                same.values().stream()
                    .map(statements -> value(statements, voiceOf))
                    .sorted(BEST_FIRST)
                    .toList()));
    return values;
  }

  private static final Comparator<FieldValue> BEST_FIRST =
      Comparator.comparingInt(FieldValue::voices)
          .reversed()
          .thenComparingInt(value -> -value.supporting().size())
          .thenComparing(FieldValue::of)
          .thenComparing(FieldValue::text);

  private static FieldValue value(List<Statement> same, Map<String, String> voiceOf) {
    List<String> supporting = keys(same, Polarity.ASSERTED);
    return new FieldValue(
        same.getFirst().text(),
        same.getFirst().of(),
        supporting,
        keys(same, Polarity.DENIED),
        voices(supporting, voiceOf));
  }

  private static List<String> keys(List<Statement> statements, Polarity polarity) {
    return statements.stream()
        .filter(statement -> statement.held().claim().polarity() == polarity)
        .map(statement -> statement.held().key())
        .distinct()
        .toList();
  }

  private static int voices(List<String> claims, Map<String, String> voiceOf) {
    return (int)
        claims.stream().map(claim -> voiceOf.getOrDefault(claim, claim)).distinct().count();
  }

  private static List<Contradiction> contradictions(
      List<HeldClaim> claims, List<Statement> said, Map<String, String> voiceOf) {
    List<Contradiction> found = new ArrayList<>();
    for (FieldName field : List.of(FieldName.QUANTITY, FieldName.VALUE, FieldName.WHEN)) {
      Map<String, List<Statement>> comparable = new LinkedHashMap<>();
      for (Statement statement : said) {
        if (statement.field() == field
            && statement.held().claim().polarity() == Polarity.ASSERTED
            && isCounted(field, statement)) {
          comparable.computeIfAbsent(statement.of(), k -> new ArrayList<>()).add(statement);
        }
      }
      comparable.forEach(
          (of, statements) -> conflict(field, of, statements, voiceOf).ifPresent(found::add));
    }
    polarity(claims, voiceOf).ifPresent(found::add);
    return List.copyOf(found);
  }

  /** Of things that arrive a part may be told, and deliveries go on for years. */
  private static boolean isCounted(FieldName field, Statement statement) {
    Step step = statement.amount().map(Amount::step).orElse(Step.END);
    return step == Step.PLAN
        && (field != FieldName.WHEN
            || statement.held().claim().stage().compareTo(Stage.AGREED) >= 0);
  }

  /** An amount that is told, however often. */
  private record Told(String text, Quantity range) {
    static Stream<Told> of(Statement statement) {
      return statement.amount().stream().map(amount -> new Told(statement.text(), amount.range()));
    }
  }

  private static Optional<Contradiction> conflict(
      FieldName field, String of, List<Statement> statements, Map<String, String> voiceOf) {
    double slack = field == FieldName.VALUE ? ROUNDING : 0;
    Set<String> odd = new HashSet<>();
    List<Told> told = statements.stream().flatMap(Told::of).distinct().toList();
    for (Told one : told) {
      for (Told other : told) {
        if (Amounts.disjoint(one.range(), other.range(), slack)) {
          odd.add(one.text());
          odd.add(other.text());
        }
      }
    }
    if (odd.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<Statement>> byText =
        statements.stream()
            .filter(statement -> odd.contains(statement.text()))
            .collect(
                Collectors.groupingBy(Statement::text, LinkedHashMap::new, Collectors.toList()));
    return Optional.of(
        new Contradiction(
            field.code(),
            of,
            byText.values().stream()
                .map(same -> value(same, voiceOf))
                .sorted(BEST_FIRST)
                .toList()));
  }

  private static Optional<Contradiction> polarity(
      List<HeldClaim> claims, Map<String, String> voiceOf) {
    List<String> asserted = keysOf(claims, Polarity.ASSERTED);
    List<String> denied = keysOf(claims, Polarity.DENIED);
    if (asserted.isEmpty() || denied.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Contradiction(
            "polarity",
            "",
            List.of(
                new FieldValue("asserted", "", asserted, List.of(), voices(asserted, voiceOf)),
                new FieldValue("denied", "", denied, List.of(), voices(denied, voiceOf)))));
  }

  private static List<String> keysOf(List<HeldClaim> claims, Polarity polarity) {
    return claims.stream()
        .filter(held -> held.claim().polarity() == polarity)
        .map(HeldClaim::key)
        .toList();
  }
}
