package org.attache.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.attache.claim.Certainty;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.equipment.Category;
import org.attache.equipment.Item;
import org.attache.party.Party;
import org.attache.quantity.Quantity;
import org.attache.register.store.Arrival;
import org.attache.report.Report;
import org.attache.source.Source;
import org.attache.time.Interval;

/** Reports and claims made up from a seed: few states, few types, so that much belongs together. */
public final class Invented {
  private static final List<Stage> STAGES = List.of(Stage.values());
  private static final List<String> STATES = List.of("SE", "CL", "PL", "KR", "NO");
  private static final List<String> TYPES = List.of("Gripen", "K9", "FA-50");
  private static final List<String> OUTLETS = List.of("The Gazette", "Kurier", "Agency One");

  /**
   * A report and what was read from it.
   *
   * @param arrival the report
   * @param claims its claims
   */
  public record Told(Arrival arrival, List<Claim> claims) {}

  private Invented() {}

  /** So many reports, the same for the same seed. */
  public static List<Told> reports(long seed, int number) {
    Random random = new Random(seed);
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      LocalDate day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3650));
      String outlet = OUTLETS.get(random.nextInt(OUTLETS.size()));
      StringBuilder words = new StringBuilder("Headline " + i + " of seed " + seed + "\n");
      for (int word = 0; word < 60; word++) {
        words.append("word").append(random.nextInt(100_000)).append(' ');
      }
      Optional<String> url =
          random.nextInt(4) == 0
              ? Optional.of("https://example.org/" + random.nextInt(number))
              : Optional.empty();
      String text = words.toString().strip();
      Arrival arrival =
          new Arrival(
              new Report(outlet, Optional.empty(), Optional.of(day), url, text),
              Optional.empty(),
              "en",
              true,
              Instant.from(day.atStartOfDay(ZoneOffset.UTC)).plusSeconds(i),
              "report-" + i + ".txt",
              List.of());
      List<Claim> claims = new ArrayList<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        claims.add(claim(random, outlet, day, text));
      }
      told.add(new Told(arrival, claims));
    }
    return told;
  }

  private static Claim claim(Random random, String outlet, LocalDate day, String text) {
    Kind kind =
        random.nextInt(5) == 0
            ? Kind.MILITARY_COOPERATION
            : random.nextInt(6) == 0 ? Kind.SERVICE : Kind.ARMS_TRANSFER;
    boolean together = kind == Kind.MILITARY_COOPERATION;
    Optional<Party> one = party(random, 0, 3);
    Optional<Party> other = party(random, 2, 5).filter(party -> !Optional.of(party).equals(one));
    List<Party> participants =
        together
            ? java.util.stream.Stream.of(one, other).flatMap(Optional::stream).toList()
            : List.of();
    int start = random.nextInt(20);
    return new Claim(
        kind,
        STAGES.get(random.nextInt(STAGES.size())),
        random.nextInt(6) == 0 ? Polarity.DENIED : Polarity.ASSERTED,
        Certainty.CERTAIN,
        together ? Optional.empty() : one,
        together ? Optional.empty() : other,
        participants,
        items(random),
        Optional.empty(),
        when(random, day),
        Set.of(),
        chain(random, outlet),
        List.of(new Evidence(start, start + 30, text.substring(start, start + 30))),
        List.of());
  }

  private static Optional<Party> party(Random random, int from, int to) {
    if (random.nextInt(6) == 0) {
      return Optional.empty();
    }
    String state = STATES.get(from + random.nextInt(to - from));
    return Optional.of(new Party(state, Optional.of(state)));
  }

  private static List<Item> items(Random random) {
    List<Item> items = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      Optional<Quantity> quantity =
          random.nextBoolean()
              ? Optional.of(Quantity.exactly(6 + 6L * random.nextInt(3)))
              : Optional.empty();
      String type = TYPES.get(random.nextInt(TYPES.size()));
      items.add(
          switch (random.nextInt(4)) {
            case 0 -> new Item(Optional.empty(), Category.AIRCRAFT, "jets", quantity);
            case 1 -> new Item(Optional.empty(), Category.OTHER, "weapons", Optional.empty());
            default ->
                new Item(
                    Optional.of(type),
                    type.equals("K9") ? Category.ARTILLERY : Category.AIRCRAFT,
                    type,
                    quantity);
          });
    }
    return items;
  }

  private static Optional<Interval> when(Random random, LocalDate day) {
    if (random.nextBoolean()) {
      return Optional.empty();
    }
    LocalDate from = day.plusDays(random.nextInt(2000) - 1500L);
    return Optional.of(Interval.of(from, from.plusDays(random.nextInt(60)), "then"));
  }

  private static List<Source> chain(Random random, String outlet) {
    List<Source> chain = new ArrayList<>(List.of(Source.outlet(outlet)));
    switch (random.nextInt(4)) {
      case 0 -> chain.add(Source.outlet(OUTLETS.get(random.nextInt(OUTLETS.size()))));
      case 1 ->
          chain.add(
              new Source(
                  Source.Type.UNNAMED,
                  Optional.empty(),
                  Optional.of("official"),
                  Optional.empty(),
                  Optional.of("said"),
                  Optional.empty(),
                  Optional.empty()));
      default -> {}
    }
    return chain;
  }
}
