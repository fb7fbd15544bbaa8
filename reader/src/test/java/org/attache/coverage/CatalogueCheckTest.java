package org.attache.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.attache.coverage.Finding.Outcome;
import org.attache.equipment.Designation;
import org.attache.fixture.Models;
import org.attache.lexicon.Tables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueCheckTest {
  private static CatalogueCheck check;

  @BeforeAll
  static void load() {
    check = new CatalogueCheck(Tables.builtIn(), Models.LANGUAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "Su-35, fighter aircraft, Su-35",
    "Su 35, '', Su-35",
    "F-16C Block-52, fighter aircraft, F-16C",
    "F-16ZQ, fighter aircraft, F-16ZQ",
    "LM-2500, gas turbine, LM2500",
    "CAESAR 155mm, self-propelled gun, CAESAR",
    "AAQ-14 LANTIRN, aircraft electro-optical system, AAQ-14",
    "ZX-7/Su-35, fighter aircraft, Su-35",
    "ISU-152, self-propelled gun, ISU-152"
  })
  void recognises_by_the_name_alone(String designation, String description, String type) {
    assertIs(designation, description, Outcome.ALONE, type);
  }

  @ParameterizedTest
  @CsvSource({
    "Abrams, tank, Abrams",
    "Typhoon, fighter aircraft, Eurofighter Typhoon",
    "Harpoon Block-1, anti-ship missile, Harpoon",
    "AML, armoured reconnaissance/fire-support vehicle, AML",
    "Skyguard, air-search/fire-control radar, Skyguard radar"
  })
  void recognises_with_the_description_behind_it(
      String designation, String description, String type) {
    assertIs(designation, description, Outcome.DESCRIBED, type);
  }

  @ParameterizedTest
  @CsvSource({
    // Shaped like a type's name, and in no table.
    "ZX-77, frigate, -",
    // Of another sort.
    "Javelin, patrol boat, Javelin",
    "Predator, patrol boat, Predator",
    "Su-35, patrol boat, Su-35",
    // Another name's part.
    "Black Scorpion, light tank, FV101 Scorpion",
    "Harpoon Walker, anti-ship missile, Harpoon",
    // The description names the type, not the designation.
    "Old, Su-35, -"
  })
  void does_not_recognise(String designation, String description, String readAs) {
    assertIs(designation, description, Outcome.MISSED, readAs);
  }

  private static void assertIs(
      String designation, String description, Outcome outcome, String type) {
    Finding finding = check.check(new ListedType(designation, description, 1, OptionalInt.empty()));
    assertThat(finding.outcome()).isEqualTo(outcome);
    assertThat(finding.type().map(Designation::name).orElse("-")).isEqualTo(type);
  }
}
