package org.attache.register.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.equipment.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any claims that come and go, in any order. */
class ResolverLawsTest {
  private static final List<Stage> STAGES = List.of(Stage.values());

  private static final List<Category> SORTS =
      List.of(Category.AIRCRAFT, Category.ARTILLERY, Category.MISSILES);

  /**
   * Claims made up from a seed.
   *
   * @param random what is made up
   * @param types how many types there are
   * @param years over how many years
   * @param plain of how many hundredths of the claims it is not told what they are about
   * @param sorts of how many hundredths only the sort
   */
  private record World(Random random, int types, int years, int plain, int sorts) {
    List<Signature> report(int number) {
      LocalDate told = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(365 * years));
      List<Signature> claims = new ArrayList<>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        claims.add(
            claim("r" + number, told, "c" + random.nextInt(10_000) + "-" + number + "-" + i));
      }
      return claims;
    }

    private Signature claim(String report, LocalDate told, String key) {
      LocalDate from = random.nextBoolean() ? told : told.minusDays(random.nextInt(1500));
      LocalDate last = from.plusDays(random.nextInt(3) == 0 ? random.nextInt(500) : 0);
      return new Signature(
          key,
          report,
          sides(),
          STAGES.get(random.nextInt(STAGES.size())),
          random.nextInt(8) == 0,
          subjects(),
          random.nextInt(8) == 0,
          random.nextInt(8) == 0,
          random.nextInt(6) == 0 ? Optional.of("USD " + random.nextInt(4)) : Optional.empty(),
          from,
          last.isAfter(told) ? told : last,
          told);
    }

    private Sides sides() {
      Optional<String> supplier =
          random.nextInt(12) == 0 ? Optional.empty() : Optional.of("S" + random.nextInt(2));
      Optional<String> recipient =
          random.nextInt(12) == 0 ? Optional.empty() : Optional.of("R" + random.nextInt(2));
      return new Sides(Kind.ARMS_TRANSFER, supplier, recipient, List.of());
    }

    private List<Subject> subjects() {
      int chance = random.nextInt(100);
      if (chance < plain) {
        return random.nextBoolean()
            ? List.of()
            : List.of(new Subject(Optional.empty(), Category.OTHER, number()));
      }
      List<Subject> subjects = new ArrayList<>();
      do {
        int type = random.nextInt(types);
        Category sort = SORTS.get(type % SORTS.size());
        subjects.add(
            new Subject(
                chance < plain + sorts ? Optional.empty() : Optional.of("t" + type),
                sort,
                number()));
      } while (random.nextInt(5) == 0);
      return subjects;
    }

    private OptionalLong number() {
      return random.nextBoolean()
          ? OptionalLong.of(1 + 6L * random.nextInt(4))
          : OptionalLong.empty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 12, 0, 0",
    "2, 12, 12, 0, 0",
    "3, 12, 12, 0, 8",
    "4, 12, 12, 2, 8",
    "5, 6, 20, 20, 20",
    "6, 30, 20, 1, 3",
    "7, 30, 4, 0, 1",
    "8, 9, 30, 10, 0",
    "9, 12, 12, 25, 12",
    "10, 40, 12, 10, 5",
  })
  void claims_in_turn_give_what_all_at_once_give(
      long seed, int types, int years, int plain, int sorts) {
    World world = new World(new Random(seed), types, years, plain, sorts);
    int some = 0;
    for (int run = 0; run < 12; run++) {
      ClaimsInTurn inTurn = new ClaimsInTurn();
      List<List<Signature>> reports = new ArrayList<>();
      for (int number = 0; number < 45; number++) {
        List<Signature> report = world.report(number);
        List<Signature> gone =
            number > 5 && world.random().nextInt(4) == 0
                ? reports.remove(world.random().nextInt(reports.size()))
                : number % 9 == 0 ? world.report(1000 + number) : List.of();
        reports.add(report);
        inTurn.change(report, gone);

        assertThat(inTurn.groups())
            .as("seed %d, run %d, report %d", seed, run, number)
            .isEqualTo(Resolution.of(inTurn.all()));
      }
      some += inTurn.groups().size();
    }
    assertThat(some).as("dealings").isGreaterThan(12 * 5);
  }

  @Test
  void any_order_gives_the_same() {
    World world = new World(new Random(21), 12, 12, 5, 10);
    List<List<Signature>> reports = new ArrayList<>();
    for (int number = 0; number < 80; number++) {
      reports.add(world.report(number));
    }
    ClaimsInTurn inOrder = new ClaimsInTurn();
    reports.forEach(report -> inOrder.change(report, List.of()));
    Collections.shuffle(reports, world.random());
    ClaimsInTurn shuffled = new ClaimsInTurn();
    reports.forEach(report -> shuffled.change(report, List.of()));

    assertThat(inOrder.groups()).hasSizeGreaterThan(20).isEqualTo(shuffled.groups());
  }

  /** The claims between the same two sides, of which there are as many as types. */
  private static ClaimsInTurn onTypes(int types) {
    World world = new World(new Random(31), types, 10, 0, 0);
    ClaimsInTurn claims = new ClaimsInTurn();
    List<Signature> all = new ArrayList<>();
    for (int number = 0; all.size() < 10 * types; number++) {
      world.report(number).stream()
          .filter(claim -> claim.sides().closed() && claim.families().size() == 1)
          .forEach(all::add);
    }
    claims.change(all, List.of());
    return claims;
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 300})
  void a_claim_on_a_type_asks_for_those_on_the_type_however_many_there_are(int types) {
    ClaimsInTurn claims = onTypes(types);
    Signature one = claims.all().iterator().next();
    claims.change(List.of(), List.of(one));

    assertThat(claims.all()).hasSizeGreaterThan(9 * types);
    assertThat(claims.asked()).isBetween(1, 30);
    assertThat(claims.groups()).isEqualTo(Resolution.of(claims.all()));
  }
}
