package org.attache.register.resolution;

import java.util.List;
import java.util.Locale;
import org.attache.equipment.Designation;
import org.attache.equipment.Equipment;
import org.attache.lexicon.NameIndex;
import org.attache.lexicon.Tables;

/** Tells which designations are spellings or variants of one type. Safe for several threads. */
public final class Families {
  private final Equipment equipment;

  /** By a catalogue. */
  public Families(Equipment equipment) {
    this.equipment = equipment;
  }

  /** By the catalogue that comes with the program. */
  public static Families builtIn() {
    return new Families(new Equipment(Tables.builtIn()));
  }

  /**
   * The type that a designation belongs to: the catalogue's base type where it knows the spelling
   * ("F-16V" is an F-16), else the designation without case, blanks and hyphens.
   */
  public String of(String designation) {
    return whole(equipment.names(), designation)
        .or(() -> whole(equipment.words(), designation))
        .map(Designation::base)
        .orElseGet(() -> designation.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
  }

  private static java.util.Optional<Designation> whole(
      NameIndex<Designation> names, String designation) {
    List<NameIndex.Match<Designation>> found = names.find(designation);
    return found.size() == 1
            && found.getFirst().start() == 0
            && found.getFirst().end() == designation.length()
        ? java.util.Optional.of(found.getFirst().value())
        : java.util.Optional.empty();
  }
}
