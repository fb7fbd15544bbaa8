package org.attache.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attache.equipment.Equipment;
import org.attache.fixture.Models;
import org.attache.lexicon.Tables;
import org.attache.party.Parties;
import org.junit.jupiter.api.Test;

/** What a type is called that a report names in several ways. */
class TypeNamesTest {
  private static final Tables TABLES = Tables.builtIn();
  private static final MentionReader READER =
      new MentionReader(TABLES, new Parties(TABLES), new Equipment(TABLES));

  private static List<String> types(String text) {
    return READER.read(Models.parse(text)).stream()
        .flatMap(mentions -> mentions.items().stream())
        .flatMap(item -> item.item().designation().stream())
        .toList();
  }

  @Test
  void a_variant_stays_the_variant() {
    assertThat(types("Oslo bought five P-8A aircraft.")).containsExactly("P-8A");
  }

  @Test
  void the_same_type_has_one_name_throughout_the_most_specific_one() {
    assertThat(types("Seoul flies the P-8. It ordered six P-8A Poseidons. The P-8 is new."))
        .containsExactly("P-8A", "P-8A", "P-8A");
  }

  @Test
  void a_nickname_is_the_one_variant_that_was_named_with_it() {
    assertThat(types("Warsaw ordered 96 AH-64E Apache helicopters. The Apaches arrive in May."))
        .containsExactly("AH-64E", "AH-64E");
  }

  @Test
  void a_nickname_alone_is_the_name() {
    assertThat(types("Manama has asked for eight Reapers.")).containsExactly("Reaper");
  }

  @Test
  void words_that_say_what_sort_of_thing_it_is_are_no_part_of_the_name() {
    assertThat(types("Taipei wants four MQ-9B SkyGuardian drones.")).containsExactly("MQ-9B");
  }
}
