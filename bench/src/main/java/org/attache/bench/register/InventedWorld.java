package org.attache.bench.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.attache.claim.Certainty;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.equipment.Category;
import org.attache.equipment.Item;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;
import org.attache.party.Party;
import org.attache.quantity.Quantity;
import org.attache.register.store.Arrival;
import org.attache.report.Report;
import org.attache.source.Source;
import org.attache.time.Interval;

/**
 * Reports with claims, made up from a seed: twenty years of all states and some hundred types, a
 * few of them in most of the news and most of them in little of it, as it is.
 */
public final class InventedWorld {
  private static final List<Stage> STAGES = List.of(Stage.values());
  private static final int YEARS = 20;
  private static final int OUTLETS = 400;
  private static final int TYPES = 300;

  /** How many officials speak, each as often as the others: "Official 0" and so on. */
  public static final int OFFICIALS = 5000;

  /** How many words there are besides: "Word0" and so on. */
  public static final int WORDS = 50_000;

  private static final List<String> TYPE_TABLES =
      List.of(
          "equipment-aircraft",
          "equipment-armour",
          "equipment-missiles",
          "equipment-ships",
          "equipment-artillery",
          "equipment-air-defence",
          "equipment-uav");

  private final List<Party> states;
  private final List<Item> types;
  private final Random random;
  private final int vague;
  private int made;

  /**
   * A world.
   *
   * @param tables the states and types that there are
   * @param seed what decides which of them are told of
   */
  public InventedWorld(Tables tables, long seed) {
    this(tables, seed, 0);
  }

  /**
   * A world of which not all is told.
   *
   * @param tables the states and types that there are
   * @param seed what decides which of them are told of
   * @param vague of how many claims in a hundred it is not told what they are about
   */
  public InventedWorld(Tables tables, long seed, int vague) {
    this.vague = vague;
    random = new Random(seed);
    states =
        tables.rows("states").stream()
            .map(row -> new Party(row.get("name"), Optional.of(row.get("code"))))
            .toList();
    List<Item> all = new ArrayList<>();
    for (String table : TYPE_TABLES) {
      List<Row> rows = tables.rows(table);
      for (int i = 0;
          i < rows.size() && all.size() % (TYPES / TYPE_TABLES.size()) != 0 || i == 0;
          i++) {
        all.add(item(rows.get(i)));
      }
    }
    types = List.copyOf(all);
  }

  private static Item item(Row row) {
    String name = row.get("designation");
    Category category =
        Stream.of(Category.values())
            .filter(c -> c.code().equals(row.get("category")))
            .findFirst()
            .orElseThrow();
    return new Item(Optional.of(name), category, name, Optional.empty());
  }

  /**
   * A report and what is read from it.
   *
   * @param arrival the report
   * @param claims its claims
   */
  public record Told(Arrival arrival, List<Claim> claims) {}

  /** The next report; the same for the same seed and place. */
  public Told next() {
    int number = made++;
    LocalDate day = LocalDate.of(2006, 1, 1).plusDays(random.nextInt(365 * YEARS));
    String outlet = "Outlet " + skewed(OUTLETS, random);
    StringBuilder text = new StringBuilder("Report " + number + "\n");
    List<Claim> claims = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      claims.add(claim(text, outlet, day));
    }
    while (text.length() < 1500) {
      text.append("Word").append(random.nextInt(WORDS)).append(' ');
    }
    Arrival arrival =
        new Arrival(
            new Report(
                outlet,
                Optional.of("Report " + number),
                Optional.of(day),
                Optional.of("https://news.example/" + number),
                text.toString()),
            Optional.of("https://news.example/" + number),
            "en",
            true,
            Instant.from(day.atStartOfDay(ZoneOffset.UTC)).plusSeconds(number % 80_000),
            "report-" + number,
            List.of());
    return new Told(arrival, claims);
  }

  private Claim claim(StringBuilder text, String outlet, LocalDate day) {
    Party supplier = states.get(skewed(states.size(), random));
    Party recipient = states.get((skewed(states.size(), random) + 7) % states.size());
    Item type = types.get(skewed(types.size(), random));
    Stage stage = STAGES.get(random.nextInt(STAGES.size()));
    boolean counted = random.nextBoolean();
    long number = 2 + 2L * random.nextInt(30);
    String official = "Official " + random.nextInt(OFFICIALS);
    int start = text.length();
    String sentence =
        String.format(
            Locale.ROOT,
            "%s: %s of %s %s from %s to %s.",
            official,
            stage.code(),
            counted ? number : "some",
            type.text(),
            supplier.name(),
            recipient.name());
    text.append(sentence).append('\n');
    boolean untold = vague > 0 && random.nextInt(100) < vague;
    Item item =
        untold
            ? new Item(Optional.empty(), Category.OTHER, "weapons", Optional.empty())
            : new Item(
                type.designation(),
                type.category(),
                type.text(),
                counted ? Optional.of(Quantity.exactly(number)) : Optional.empty());
    LocalDate from = day.minusDays(random.nextInt(400));
    return new Claim(
        Kind.ARMS_TRANSFER,
        stage,
        random.nextInt(10) == 0 ? Polarity.DENIED : Polarity.ASSERTED,
        Certainty.CERTAIN,
        Optional.of(supplier),
        Optional.of(recipient),
        List.of(),
        List.of(item),
        Optional.empty(),
        random.nextInt(3) == 0
            ? Optional.of(Interval.of(from, from.plusDays(30), "then"))
            : Optional.empty(),
        Set.of(),
        random.nextInt(3) == 0
            ? List.of(Source.outlet(outlet))
            : List.of(
                Source.outlet(outlet),
                new Source(
                    Source.Type.PERSON,
                    Optional.of(official),
                    Optional.empty(),
                    supplier.state(),
                    Optional.of("said"),
                    Optional.empty(),
                    Optional.empty())),
        List.of(new Evidence(start, start + sentence.length(), sentence)),
        List.of());
  }

  /** The code of a state, as often as it is told of. Safe for several threads. */
  public String state(Random chance) {
    return states.get(skewed(states.size(), chance)).state().orElseThrow();
  }

  /** A type, as often as it is told of. Safe for several threads. */
  public String type(Random chance) {
    return types.get(skewed(types.size(), chance)).text();
  }

  /** The code of a sort of things, as often as it is told of. Safe for several threads. */
  public String category(Random chance) {
    return types.get(skewed(types.size(), chance)).category().code();
  }

  /** A number below another; half of all are among the first tenth. */
  private static int skewed(int below, Random random) {
    double share = Math.pow(random.nextDouble(), 3.3);
    return Math.min(below - 1, (int) (share * below));
  }
}
