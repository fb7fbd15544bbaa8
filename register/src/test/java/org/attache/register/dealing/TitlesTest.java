package org.attache.register.dealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.attache.claim.Certainty;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.equipment.Category;
import org.attache.equipment.Item;
import org.attache.lexicon.Tables;
import org.attache.party.Party;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Origin;
import org.attache.register.voice.BodyNames;
import org.attache.register.voice.Voices;
import org.attache.source.Source;
import org.junit.jupiter.api.Test;

class TitlesTest {
  private static final LocalDate DAY = LocalDate.of(2025, 5, 10);

  private final Portrait portrait =
      new Portrait(Families.builtIn(), new Voices(new BodyNames(Tables.builtIn())));

  /** The title of a dealing on drones that reports call so, each by an outlet of its own. */
  private String title(String... names) {
    List<HeldClaim> claims =
        IntStream.range(0, names.length).mapToObj(i -> claim(i, names[i])).toList();
    return portrait.of(claims.getFirst().key(), claims).title();
  }

  private static HeldClaim claim(int number, String name) {
    String outlet = "Outlet " + number;
    return new HeldClaim(
        "claim" + number,
        new Claim(
            Kind.ARMS_TRANSFER,
            Stage.ORDERED,
            Polarity.ASSERTED,
            Certainty.CERTAIN,
            Optional.of(new Party("Turkey", Optional.of("TR"))),
            Optional.of(new Party("Kenya", Optional.of("KE"))),
            List.of(),
            List.of(new Item(Optional.of(name), Category.UAV, name, Optional.empty())),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            List.of(Source.outlet(outlet)),
            List.of(new Evidence(0, name.length(), name)),
            List.of()),
        new Origin("report" + number, outlet, DAY, "report" + number, Optional.empty()));
  }

  @Test
  void a_thing_is_named_once_however_it_is_called() {
    assertThat(title("TB2", "Bayraktar TB2", "Bayraktar TB2"))
        .isEqualTo("Turkey → Kenya: Bayraktar TB2 – ordered");
  }

  @Test
  void names_of_one_thing_leave_room_for_others() {
    assertThat(title("TB2", "Bayraktar TB2", "Akinci", "Bayraktar Akinci", "TB3"))
        .isEqualTo("Turkey → Kenya: Akinci, Bayraktar TB2, TB3 – ordered");
  }

  @Test
  void variants_are_named_each() {
    assertThat(title("TB2", "TB3")).isEqualTo("Turkey → Kenya: TB2, TB3 – ordered");
  }
}
