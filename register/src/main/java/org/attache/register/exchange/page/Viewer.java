package org.attache.register.exchange.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.equipment.Item;
import org.attache.register.dealing.Contradiction;
import org.attache.register.dealing.Dealing;
import org.attache.register.dealing.FieldValue;
import org.attache.register.dealing.HistoryPoint;
import org.attache.register.exchange.page.DealingView.Field;
import org.attache.register.exchange.page.DealingView.Speaker;
import org.attache.register.exchange.page.DealingView.Statement;
import org.attache.register.exchange.page.DealingView.Step;
import org.attache.register.exchange.page.DealingView.Value;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.KeptReport;
import org.attache.register.voice.Voice;
import org.attache.source.Source;

/** Looks at one dealing as the page shows it. */
final class Viewer {
  private final Dealing dealing;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, String> voices = new HashMap<>();

  Viewer(Dealing dealing) {
    this.dealing = dealing;
    dealing.claims().forEach(held -> numbers.put(held.key(), numbers.size() + 1));
    for (Voice voice : dealing.voices()) {
      voice.claims().forEach(claim -> voices.put(claim, PlainText.of(voice.name())));
    }
  }

  /**
   * The view.
   *
   * @param report finds the report of a key
   */
  DealingView view(Function<String, KeptReport> report) {
    return new DealingView(
        dealing.id(),
        PlainText.of(dealing.title()),
        dealing.sides().kind().code().replace('-', ' '),
        words(dealing.stage()),
        PlainText.counted(dealing.reports().size(), "report")
            + ", "
            + PlainText.counted(dealing.voices().size(), "independent source"),
        PlainText.day(dealing.first()),
        PlainText.day(dealing.last()),
        dealing.disputed(),
        dealing.contradictions().stream().map(this::contradiction).toList(),
        PlainText.of(String.join(", ", dealing.circles())),
        fields(),
        dealing.history().stream().map(this::step).toList(),
        dealing.voices().stream()
            .map(voice -> new Speaker(PlainText.of(voice.name()), numbers(voice.claims())))
            .toList(),
        dealing.claims().stream()
            .map(held -> statement(held, report.apply(held.origin().report())))
            .toList());
  }

  private static String words(Stage stage) {
    return stage.code().replace('-', ' ');
  }

  private Field contradiction(Contradiction found) {
    return new Field(
        name(found.field(), found.of()), found.values().stream().map(this::value).toList());
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    dealing
        .values()
        .forEach(
            (field, values) -> {
              Map<String, List<Value>> byName = new LinkedHashMap<>();
              for (FieldValue value : values) {
                byName
                    .computeIfAbsent(name(field.code(), value.of()), k -> new ArrayList<>())
                    .add(value(value));
              }
              byName.forEach((name, same) -> fields.add(new Field(name, same)));
            });
    return fields;
  }

  private static String name(String field, String of) {
    return PlainText.of(
        of.isEmpty() ? field : field.equals("quantity") ? field + " of " + of : field + ", " + of);
  }

  private Value value(FieldValue value) {
    return new Value(
        PlainText.of(value.text()), speakers(value.supporting()), speakers(value.denying()));
  }

  private List<Speaker> speakers(List<String> claims) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (String claim : claims) {
      byName
          .computeIfAbsent(voices.getOrDefault(claim, "unknown"), k -> new ArrayList<>())
          .add(claim);
    }
    return byName.entrySet().stream()
        .map(entry -> new Speaker(entry.getKey(), numbers(entry.getValue())))
        .toList();
  }

  private List<Integer> numbers(List<String> claims) {
    return claims.stream().map(claim -> numbers.getOrDefault(claim, 0)).sorted().toList();
  }

  private Step step(HistoryPoint point) {
    String when = PlainText.span(point.from(), point.to());
    return new Step(
        when.isEmpty() ? "told " + PlainText.day(point.told()).text() : when,
        words(point.stage()),
        point.polarity() == Polarity.DENIED,
        speakers(List.of(point.claim())).getFirst());
  }

  private Statement statement(HeldClaim held, KeptReport report) {
    Claim claim = held.claim();
    return new Statement(
        numbers.getOrDefault(held.key(), 0),
        (claim.polarity() == Polarity.DENIED ? "denied: " : "")
            + switch (claim.certainty()) {
              case CERTAIN -> "";
              case PROBABLE -> "probably ";
              case POSSIBLE -> "possibly ";
            }
            + words(claim.stage()),
        PlainText.of(claim.items().stream().map(Item::text).collect(Collectors.joining(", "))),
        PlainText.of(chain(claim)),
        PlainText.of(report.report().headline()),
        PlainText.of(report.report().outlet()),
        PlainText.day(report.day()),
        PlainText.link(report.report().url()),
        claim.evidence().stream().map(Evidence::text).map(PlainText::of).toList());
  }

  /** "Maja Lindqvist, coordinator of exports, via Agency One, in The Harbour Gazette". */
  private static String chain(Claim claim) {
    List<Source> chain = claim.attribution();
    if (chain.size() == 1) {
      return name(chain.getFirst()) + " itself";
    }
    StringBuilder words = new StringBuilder(name(chain.getLast()));
    for (Source link : chain.subList(1, chain.size() - 1).reversed()) {
      words.append(", via ").append(name(link));
    }
    return words.append(", in ").append(name(chain.getFirst())).toString();
  }

  private static String name(Source source) {
    return source
        .name()
        .map(name -> source.role().map(role -> name + ", " + role).orElse(name))
        .or(source::role)
        .orElse("someone unnamed");
  }
}
