package org.attache.register;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.attache.register.store.Arrival;
import org.attache.register.store.Register;
import org.attache.register.store.Registers;
import org.attache.report.Report;
import org.attache.source.Source;
import org.attache.time.Interval;

/**
 * A small register in which every field of a claim occurs, with reports that contradict each other
 * and one that attacks whoever prints it. All of it is invented.
 */
public final class Reported {
  /** A headline that would run, break out of attributes and turn the text around. */
  public static final String HOSTILE =
      "<script>alert(\"1\")</script>' onload=\"x\" & \u202Etxt.exe \u2067abc</title><img src=x>";

  private static final Party SWEDEN = new Party("Sweden", Optional.of("SE"));
  private static final Party CHILE = new Party("Chile", Optional.of("CL"));
  private static final Party PERU = new Party("Peru", Optional.of("PE"));

  private Reported() {}

  /** The register, in a folder. */
  public static Register in(Path folder) {
    Register register = Registers.empty(folder, "reported");
    add(register, "Gripen order", 10, "https://gazette.example/a?x=1&y=2", order(24, true));
    add(register, HOSTILE, 12, "javascript:alert(1)", order(18, false));
    register.add(denied().arrival(), denied().claims(), Optional.of("1"));
    add(register, "Exercise", 15, "https://kurier.example/c", exercise());
    add(register, "Ban", 16, "https://kurier.example/d", ban());
    add(register, "Offer", 17, "https://kurier.example/e", offer());
    add(register, "Old tanks", 18, "https://kurier.example/f", former());
    return register;
  }

  /** A report of which all that is claimed is denied. */
  public static Invented.Told denied() {
    return told("Chile denies", 14, "https://kurier.example/b", denial());
  }

  /** A report of which nobody knows who published it. */
  public static Invented.Told ofUnknownOutlet() {
    Claim claim = offer();
    return told(
        "Offer",
        17,
        "https://kurier.example/e",
        new Claim(
            claim.kind(),
            claim.stage(),
            claim.polarity(),
            claim.certainty(),
            claim.supplier(),
            claim.recipient(),
            claim.participants(),
            claim.items(),
            claim.value(),
            claim.when(),
            claim.withheld(),
            List.of(Source.outlet("unknown outlet")),
            claim.evidence(),
            claim.grounds()));
  }

  private static void add(Register register, String title, int day, String url, Claim claim) {
    Invented.Told told = told(title, day, url, claim);
    register.add(told.arrival(), told.claims(), Optional.of("1"));
  }

  private static Invented.Told told(String title, int day, String url, Claim claim) {
    String words = claim.evidence().getFirst().text();
    LocalDate published = LocalDate.of(2025, 5, day);
    Arrival arrival =
        new Arrival(
            new Report(
                claim.attribution().getFirst().name().orElseThrow(),
                Optional.of(title),
                Optional.of(published),
                Optional.of(url),
                words + "\nThe report of day " + day + " goes on about " + title + "."),
            Optional.empty(),
            "en",
            true,
            published.atTime(12, 0).toInstant(ZoneOffset.UTC),
            "reports/day-" + day + ".txt",
            List.of());
    return new Invented.Told(arrival, List.of(claim));
  }

  private static Claim order(long number, boolean named) {
    return claim(
        Kind.ARMS_TRANSFER,
        Stage.ORDERED,
        Polarity.ASSERTED,
        Optional.of(SWEDEN),
        Optional.of(CHILE),
        List.of(),
        new Item(
            Optional.of("Gripen E"),
            Category.AIRCRAFT,
            number + " Gripen E <b>fighters</b>",
            Optional.of(Quantity.exactly(number))),
        Optional.of(new Value("USD", Quantity.exactly(1_500_000_000L), "$1.5 billion")),
        Optional.of(Interval.of(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 4, 30), "in April")),
        Set.of(Withheld.DELIVERY_TIME),
        named
            ? List.of(
                Source.outlet("The Harbour Gazette"),
                new Source(
                    Source.Type.PERSON,
                    Optional.of("Maja Lindqvist"),
                    Optional.of("coordinator of Swedish arms exports"),
                    Optional.of("SE"),
                    Optional.of("said"),
                    Optional.of(Source.Manner.MIXED),
                    Optional.of(day(9))))
            : List.of(Source.outlet("Kurier"), Source.outlet("Agency One"), official()),
        "Chile has ordered " + number + " Gripen E fighters <i>from</i> Sweden.");
  }

  private static Source official() {
    return new Source(
        Source.Type.UNNAMED,
        Optional.empty(),
        Optional.of("a \"senior\" official"),
        Optional.empty(),
        Optional.of("told"),
        Optional.of(Source.Manner.INDIRECT),
        Optional.empty());
  }

  private static Claim denial() {
    return claim(
        Kind.ARMS_TRANSFER,
        Stage.ORDERED,
        Polarity.DENIED,
        Optional.of(SWEDEN),
        Optional.of(CHILE),
        List.of(),
        new Item(Optional.of("Gripen E"), Category.AIRCRAFT, "Gripen E", Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(
            Source.outlet("Kurier"),
            new Source(
                Source.Type.BODY,
                Optional.of("Chile's Defense Ministry"),
                Optional.empty(),
                Optional.of("CL"),
                Optional.of("denied"),
                Optional.of(Source.Manner.INDIRECT),
                Optional.empty())),
        "The ministry denied that Gripen E fighters were ordered from Sweden.");
  }

  private static Claim exercise() {
    return claim(
        Kind.MILITARY_COOPERATION,
        Stage.UNDER_WAY,
        Polarity.ASSERTED,
        Optional.empty(),
        Optional.empty(),
        List.of(PERU, CHILE, new Party("NATO", Optional.empty())),
        new Item(Optional.empty(), Category.OTHER, "an exercise", Optional.empty()),
        Optional.empty(),
        Optional.of(Interval.of(LocalDate.of(2025, 5, 15), LocalDate.of(2025, 5, 15), "today")),
        Set.of(),
        List.of(Source.outlet("Kurier")),
        "Peru, Chile and NATO exercise today.");
  }

  private static Claim ban() {
    return claim(
        Kind.RESTRICTION,
        Stage.UNDER_WAY,
        Polarity.ASSERTED,
        Optional.of(new Party("European Union", Optional.empty())),
        Optional.of(PERU),
        List.of(),
        new Item(Optional.empty(), Category.SMALL_ARMS, "rifles", Optional.empty()),
        Optional.empty(),
        Optional.of(new Interval(Optional.of(LocalDate.of(2024, 1, 1)), Optional.empty(), "since")),
        Set.of(),
        List.of(Source.outlet("Kurier")),
        "The EU bans rifles for Peru.");
  }

  private static Claim offer() {
    return claim(
        Kind.ARMS_TRANSFER,
        Stage.OFFERED,
        Polarity.ASSERTED,
        Optional.of(new Party("Saab", Optional.of("SE"))),
        Optional.of(PERU),
        List.of(),
        new Item(
            Optional.empty(),
            Category.SENSORS,
            "dozens of radars",
            Optional.of(Quantity.atLeast(24))),
        Optional.of(new Value("EUR", Quantity.atMost(9_000_000), "up to 9 million euros")),
        Optional.empty(),
        Set.of(Withheld.QUANTITY, Withheld.TYPE),
        List.of(Source.outlet("Kurier")),
        "Saab offers Peru dozens of radars.");
  }

  private static Claim former() {
    return claim(
        Kind.ARMS_TRANSFER,
        Stage.DELIVERED,
        Polarity.ASSERTED,
        Optional.of(new Party("Soviet Union", Optional.of("SU"))),
        Optional.of(PERU),
        List.of(),
        new Item(
            Optional.of("T-55"),
            Category.ARMOURED_VEHICLES,
            "T-55 tanks",
            Optional.of(Quantity.between(200, 300))),
        Optional.empty(),
        Optional.of(Interval.of(LocalDate.of(1973, 1, 1), LocalDate.of(1973, 12, 31), "in 1973")),
        Set.of(),
        List.of(Source.outlet("Kurier")),
        "The Soviet Union delivered T-55 tanks to Peru in 1973.");
  }

  private static Interval day(int day) {
    return Interval.of(LocalDate.of(2025, 5, day), LocalDate.of(2025, 5, day), "on Friday");
  }

  private static Claim claim(
      Kind kind,
      Stage stage,
      Polarity polarity,
      Optional<Party> supplier,
      Optional<Party> recipient,
      List<Party> participants,
      Item item,
      Optional<Value> value,
      Optional<Interval> when,
      Set<Withheld> withheld,
      List<Source> chain,
      String words) {
    return new Claim(
        kind,
        stage,
        polarity,
        Certainty.CERTAIN,
        supplier,
        recipient,
        participants,
        List.of(item),
        value,
        when,
        withheld,
        chain,
        List.of(new Evidence(0, words.length(), words)),
        List.of());
  }
}
