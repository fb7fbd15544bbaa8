package org.attache.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.attache.register.resolution.Group;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Origin;
import org.attache.register.resolution.Sides;
import org.attache.source.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DealingsTest {
  private static final List<Party> PARTIES =
      List.of(
          party("Sweden", "SE"), party("Chile", "CL"), party("Poland", "PL"), party("Peru", "PE"));
  private static final List<Stage> STAGES = List.of(Stage.values());
  private static final List<String> TYPES = List.of("Gripen", "K2", "F-16");

  private static Party party(String name, String state) {
    return new Party(name, Optional.of(state));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void claims_brought_together_party_by_party_are_those_brought_together_at_once(long seed) {
    List<HeldClaim> claims = claims(new Random(seed));

    Map<String, String> whole = placed(Catalogue.here().resolve(claims));
    Map<String, List<HeldClaim>> neighbourhoods = new LinkedHashMap<>();
    for (HeldClaim claim : claims) {
      for (String near : Dealings.neighbourhoods(Sides.of(claim.claim()))) {
        neighbourhoods.computeIfAbsent(near, key -> new ArrayList<>()).add(claim);
      }
    }
    Map<String, String> apart = new HashMap<>();
    neighbourhoods
        .values()
        .forEach(
            near ->
                placed(Catalogue.here().resolve(near))
                    .forEach(
                        (claim, founder) ->
                            assertThat(apart.merge(claim, founder, (one, other) -> other))
                                .isEqualTo(founder)));

    assertThat(neighbourhoods).hasSizeGreaterThan(8);
    assertThat(whole).hasSize(claims.size());
    assertThat(whole.values().stream().distinct().count())
        .isBetween(10L, (long) claims.size() - 10);
    assertThat(apart).isEqualTo(whole);
  }

  private static Map<String, String> placed(List<Group> groups) {
    Map<String, String> placed = new HashMap<>();
    groups.forEach(group -> group.claims().forEach(claim -> placed.put(claim, group.founder())));
    return placed;
  }

  private static List<HeldClaim> claims(Random random) {
    List<HeldClaim> claims = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      String report = "report" + random.nextInt(60);
      claims.add(
          new HeldClaim(
              "claim" + (1000 + i),
              claim(random),
              new Origin(
                  report,
                  "Outlet",
                  LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700)),
                  report,
                  Optional.empty())));
    }
    return claims;
  }

  private static Claim claim(Random random) {
    Kind kind = List.of(Kind.ARMS_TRANSFER, Kind.TRADE, Kind.SERVICE).get(random.nextInt(3));
    boolean together = kind == Kind.TRADE && random.nextBoolean();
    List<Party> participants = together ? PARTIES.subList(0, 1 + random.nextInt(3)) : List.of();
    String type = TYPES.get(random.nextInt(TYPES.size()));
    int number = 1 + random.nextInt(3);
    Item item =
        new Item(
            random.nextInt(3) == 0 ? Optional.empty() : Optional.of(type),
            type.equals("K2") ? Category.ARMOURED_VEHICLES : Category.AIRCRAFT,
            number + " " + type,
            Optional.of(new Quantity(OptionalLong.of(number), OptionalLong.of(number))));
    return new Claim(
        kind,
        STAGES.get(random.nextInt(STAGES.size())),
        random.nextInt(6) == 0 ? Polarity.DENIED : Polarity.ASSERTED,
        Certainty.CERTAIN,
        side(random, together),
        side(random, together),
        participants,
        random.nextInt(5) == 0 ? List.of() : List.of(item),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(
            new Source(
                Source.Type.OUTLET,
                Optional.of("Outlet"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        List.of(new Evidence(0, item.text().length(), item.text())),
        List.of());
  }

  private static Optional<Party> side(Random random, boolean none) {
    return none || random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(PARTIES.get(random.nextInt(PARTIES.size())));
  }
}
