package org.attache.register.exchange.followthemoney;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.attache.lexicon.Tables;
import org.attache.party.Party;
import org.attache.source.Source;
import org.junit.jupiter.api.Test;

class ActorsTest {
  private final Actors actors = new Actors(Tables.builtIn());

  private static Source body(String name, String state) {
    return new Source(
        Source.Type.BODY,
        Optional.of(name),
        Optional.empty(),
        Optional.of(state).filter(code -> !code.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void a_mere_ministry_is_its_reports_own() {
    assertThat(actors.of(body("ministry", ""), "one"))
        .isPresent()
        .isEqualTo(actors.of(body("ministry", ""), "one"))
        .isNotEqualTo(actors.of(body("ministry", ""), "other"));
  }

  @Test
  void a_ministry_of_a_state_is_the_same_in_all_reports() {
    assertThat(actors.of(body("defence ministry", "CL"), "one"))
        .isEqualTo(actors.of(body("Defence Ministry", "CL"), "other"))
        .isNotEqualTo(actors.of(body("defence ministry", "PE"), "one"));
  }

  @Test
  void who_has_a_name_of_its_own_is_the_same_as_side_and_as_source() {
    assertThat(actors.of(body("Saab", "SE"), "one"))
        .contains(actors.of(new Party("Saab", Optional.of("SE"))));
    assertThat(actors.of(body("NATO", ""), "one"))
        .contains(actors.of(new Party("NATO", Optional.empty())));
  }

  @Test
  void states_that_are_no_more_have_codes_of_the_model() {
    assertThat(Countries.code("SU")).contains("suhh");
    assertThat(Countries.code("YD")).isEmpty();
    assertThat(Countries.code("CL")).contains("cl");
  }
}
