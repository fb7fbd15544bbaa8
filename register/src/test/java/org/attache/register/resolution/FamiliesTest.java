package org.attache.register.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamiliesTest {
  private final Families families = Families.builtIn();

  @ParameterizedTest
  @CsvSource({
    "F-16V, F-16",
    "JF-17 Block III, JF-17",
    "F-16 Block 70, F-16",
    "AIM-120C-8, AIM-120",
    "FA-50M, FA-50",
    "Merkava Mk 4, Merkava",
    "T-90MS, T-90"
  })
  void variants_are_of_their_type(String variant, String type) {
    assertThat(families.of(variant)).isEqualTo(families.of(type));
  }

  @ParameterizedTest
  @CsvSource({"Su-30, Su-35", "S-300, S-400", "Leopard 1, Leopard 2", "Mirage 2000, Mirage F1"})
  void types_are_not_each_other(String one, String other) {
    assertThat(families.of(one)).isNotEqualTo(families.of(other));
  }

  @ParameterizedTest
  @CsvSource({"TB2, Bayraktar TB2", "f16, F-16", "Baykar TB3, TB3"})
  void long_and_short_names_name_one_thing(String one, String other) {
    assertThat(families.named(one)).isEqualTo(families.named(other));
  }

  @ParameterizedTest
  @CsvSource({"TB2, TB3", "F-16V, F-16", "JF-17 Block III, JF-17", "Su-30, Su-35"})
  void variants_are_named_apart(String one, String other) {
    assertThat(families.named(one)).isNotEqualTo(families.named(other));
  }
}
