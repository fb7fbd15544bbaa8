package org.attache.desk.stock;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.attache.equipment.Category;
import org.attache.equipment.Designation;
import org.attache.equipment.Equipment;
import org.attache.lexicon.NameIndex;
import org.attache.lexicon.Tables;
import org.attache.party.Parties;
import org.attache.party.Party;
import org.attache.party.PartyName;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.Sides;

/** What sides and types are called, and which one a user means. Safe for several threads. */
public final class Names {
  private final Parties parties;
  private final Equipment equipment;
  private final Families families;
  private final List<Party> states;

  /** As these tables have it. */
  public Names(Tables tables) {
    parties = new Parties(tables);
    equipment = new Equipment(tables);
    families = new Families(equipment);
    states =
        tables.rows("states").stream()
            .map(row -> new Party(row.get("name"), Optional.of(row.get("code"))))
            .sorted(Comparator.comparing(Party::name))
            .toList();
  }

  /** What a side is called: "Sweden" for "SE". */
  public String side(String key) {
    return parties.state(key).map(Party::name).orElse(key);
  }

  /** Whether a side is a state. */
  public boolean isState(String key) {
    return parties.state(key).isPresent();
  }

  /** The key of the side that a user names by a code, a name, an adjective or a capital. */
  public String key(String words) {
    String name = words.strip();
    return Optional.of(name.toUpperCase(Locale.ROOT))
        .filter(code -> parties.state(code).isPresent())
        .or(
            () ->
                Stream.of(parties.names(), parties.doubtful())
                    .flatMap(names -> names.find(name).stream())
                    .filter(match -> match.end() - match.start() == name.length())
                    .map(NameIndex.Match::value)
                    .map(PartyName::party)
                    .map(Sides::key)
                    .findFirst())
        .orElseGet(() -> name.toLowerCase(Locale.ROOT));
  }

  /** All states, by name. */
  public List<Party> states() {
    return states;
  }

  /** The type that a designation belongs to. */
  public String family(String designation) {
    return families.of(designation);
  }

  /** A type as the catalogue knows it. */
  public Optional<Designation> type(String designation) {
    return equipment.designation(designation);
  }

  /** The variants of a type that the catalogue knows. */
  public List<Designation> variants(String type) {
    return equipment.designations().stream()
        .filter(one -> one.family().equals(Optional.of(type)))
        .sorted(Comparator.comparing(Designation::name))
        .toList();
  }

  /** "air defence". */
  public static String words(Category category) {
    return category.code().replace('-', ' ');
  }
}
