package org.attache.register.resolution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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

  private static final int DEEPEST = 4;

  /** What follows a type's name to tell its variant: "Block III", "Mk 2", "Batch 2", "V". */
  private static final Pattern VARIANT =
      Pattern.compile(
          "(?i)[\\s/-]*(?:(?:block|mark|mk|batch|tranche|flight|version|series|standard|lot)\\W*)?"
              + "(?:[\\dIVX]{1,4}\\+?)?[A-Z]{0,2}\\+*");

  /** Letters behind a number that tell a variant which the catalogue does not know: "FA-50M". */
  private static final Pattern LETTERS = Pattern.compile("(?<=\\d)[A-Z]{1,3}\\d?$");

  /**
   * The type that a designation belongs to: the catalogue's base type where it knows the spelling
   * ("F-16V" is an F-16) or all but the variant ("JF-17 Block III"), else the designation without
   * case, blanks and hyphens.
   */
  public String of(String designation) {
    return known(designation)
        .map(Designation::base)
        .map(this::root)
        .orElseGet(() -> designation.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
  }

  /**
   * What a designation names, variants apart: the catalogue's name where it knows the spelling
   * ("TB2" is the Bayraktar TB2, the TB3 is another), else the designation without case, blanks and
   * hyphens.
   */
  public String named(String designation) {
    return whole(equipment.names(), designation)
        .or(() -> whole(equipment.words(), designation))
        .map(Designation::name)
        .orElse(designation)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s-]", "");
  }

  /** The base type of base types: an FA-50M is an FA-50, and that a T-50. */
  private String root(String base) {
    String type = base;
    for (int step = 0; step < DEEPEST; step++) {
      String next = whole(equipment.names(), type).map(Designation::base).orElse(type);
      if (next.equals(type)) {
        return type;
      }
      type = next;
    }
    return type;
  }

  private Optional<Designation> known(String designation) {
    return whole(equipment.names(), designation)
        .or(() -> whole(equipment.words(), designation))
        .or(() -> head(equipment.names(), designation))
        .or(() -> whole(equipment.names(), LETTERS.matcher(designation).replaceFirst("")));
  }

  private static Optional<Designation> head(NameIndex<Designation> names, String designation) {
    return names.find(designation).stream()
        .filter(match -> match.start() == 0)
        .filter(match -> VARIANT.matcher(designation.substring(match.end())).matches())
        .findFirst()
        .map(NameIndex.Match::value);
  }

  private static Optional<Designation> whole(NameIndex<Designation> names, String designation) {
    List<NameIndex.Match<Designation>> found = names.find(designation);
    return found.size() == 1
            && found.getFirst().start() == 0
            && found.getFirst().end() == designation.length()
        ? Optional.of(found.getFirst().value())
        : Optional.empty();
  }
}
