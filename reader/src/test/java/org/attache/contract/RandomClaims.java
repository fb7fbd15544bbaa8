package org.attache.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attache.claim.Certainty;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.claim.Withheld;
import org.attache.equipment.Category;
import org.attache.equipment.Item;
import org.attache.money.Value;
import org.attache.party.Party;
import org.attache.quantity.Quantity;
import org.attache.source.Source;
import org.attache.time.Interval;

/** Draws claims of every shape that can be built. */
final class RandomClaims {
  private static final List<String> TEXTS =
      List.of(
          "Su-35", "“mixed” \"quotes\"", "line\tand \\ slash", "Türkiye", "a\u0001b", "😀", "é");

  private final Random random;

  RandomClaims(long seed) {
    random = new Random(seed);
  }

  Claim next() {
    boolean directed = random.nextBoolean();
    return new Claim(
        any(Kind.values()),
        any(Stage.values()),
        any(Polarity.values()),
        any(Certainty.values()),
        directed ? perhaps(this::party) : Optional.empty(),
        directed ? perhaps(this::party) : Optional.empty(),
        directed ? List.of() : some(this::party),
        some(this::item),
        perhaps(() -> new Value("EUR", quantity(), text())),
        perhaps(() -> interval(text())),
        withheld(),
        Stream.concat(Stream.of(outlet()), some(this::source).stream()).toList(),
        Stream.concat(Stream.of(evidence()), some(this::evidence).stream()).toList(),
        some(this::text));
  }

  private Party party() {
    return new Party(text(), perhaps(() -> "IR"));
  }

  private Item item() {
    return new Item(perhaps(this::text), any(Category.values()), text(), perhaps(this::quantity));
  }

  private Quantity quantity() {
    long number = random.nextLong(3_000_000_000_000L);
    return switch (random.nextInt(3)) {
      case 0 -> Quantity.atLeast(number);
      case 1 -> Quantity.atMost(number);
      default -> Quantity.between(number, number + random.nextInt(3));
    };
  }

  private Interval interval(String text) {
    LocalDate from = LocalDate.of(1900 + random.nextInt(200), 1 + random.nextInt(12), 1);
    return new Interval(
        perhaps(() -> from), perhaps(() -> from.plusDays(random.nextInt(40))), text);
  }

  private Set<Withheld> withheld() {
    return Stream.of(Withheld.values())
        .filter(w -> random.nextBoolean())
        .collect(Collectors.toSet());
  }

  private Source outlet() {
    return Source.outlet(text());
  }

  private Source source() {
    Source.Type type = any(Source.Type.values());
    return new Source(
        type,
        type == Source.Type.UNNAMED ? perhaps(this::text) : Optional.of(text()),
        perhaps(this::text),
        perhaps(() -> "US"),
        perhaps(this::text),
        perhaps(() -> any(Source.Manner.values())),
        perhaps(() -> interval("")));
  }

  private Evidence evidence() {
    int start = random.nextInt(1000);
    String text = text();
    return new Evidence(start, start + text.length(), text);
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> perhaps(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> some(Supplier<T> value) {
    List<T> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(value.get());
    }
    return values;
  }
}
