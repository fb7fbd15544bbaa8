package org.attache.equipment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attache.lexicon.LexiconException;
import org.attache.lexicon.NameIndex;
import org.attache.lexicon.Row;
import org.attache.lexicon.Spellings;
import org.attache.lexicon.Tables;

/** The catalogue of designations and generic nouns, ready to be found in text. */
public final class Equipment {
  private static final List<String> TABLES =
      List.of(
          "equipment-aircraft",
          "equipment-uav",
          "equipment-air-defence",
          "equipment-armour",
          "equipment-artillery",
          "equipment-missiles",
          "equipment-ships",
          "equipment-naval-weapons",
          "equipment-sensors",
          "equipment-engines",
          "equipment-satellites",
          "equipment-ammunition",
          "equipment-small-arms",
          "equipment-electronics");

  /** A nickname with a number and, behind it, the letter and number of a model. */
  private static final Pattern MODEL = Pattern.compile("(\\p{L}{3,} \\d)(\\p{Lu}\\d\\w*)");

  private final Map<String, Designation> byName;
  private final Set<String> keys = new HashSet<>();
  private final NameIndex<Designation> names;
  private final NameIndex<Designation> words;
  private final NameIndex<EquipmentNoun> nouns;

  /**
   * Loads the catalogue.
   *
   * @throws LexiconException naming every designation that occurs twice or has an unknown family
   */
  public Equipment(Tables tables) {
    byName = new LinkedHashMap<>();
    NameIndex.Builder<Designation> sure = new NameIndex.Builder<Designation>().withPlurals();
    NameIndex.Builder<Designation> doubtful = new NameIndex.Builder<Designation>().withPlurals();
    List<String> faults = new ArrayList<>();
    Map<String, Row> families = new HashMap<>();
    for (String table : TABLES) {
      for (Row row : tables.rows(table)) {
        add(row, sure, doubtful, faults);
        row.list("family").forEach(family -> families.put(family, row));
      }
    }
    families.forEach(
        (family, row) -> {
          if (!byName.containsKey(family)) {
            faults.add(row.fault("family '" + family + "' is no designation").getMessage());
          }
        });
    if (!faults.isEmpty()) {
      throw new LexiconException(String.join("\n", faults));
    }
    names = sure.build();
    words = doubtful.build();
    nouns = nouns(tables);
  }

  private void add(
      Row row,
      NameIndex.Builder<Designation> sure,
      NameIndex.Builder<Designation> doubtful,
      List<String> faults) {
    Designation designation =
        new Designation(
            row.get("designation"),
            row.constant("category", Category.class),
            row.list("maker"),
            row.list("family").stream().findFirst(),
            row.get("type"));
    if (!keys.add(designation.name() + " " + designation.category())) {
      faults.add(row.fault("'" + designation.name() + "' is there already").getMessage());
      return;
    }
    byName.putIfAbsent(designation.name(), designation);
    Set<String> asWords = new HashSet<>(row.list("words"));
    if (!asWords.contains(designation.name())) {
      sure.add(designation.name(), designation);
    }
    row.list("aliases").forEach(alias -> sure.add(alias, designation));
    apart(designation.name()).ifPresent(name -> sure.add(name, designation));
    asWords.forEach(word -> doubtful.add(word, designation));
  }

  /** "Leopard 2 A6" where the catalogue has "Leopard 2A6". */
  private static Optional<String> apart(String name) {
    Matcher model = MODEL.matcher(name);
    return model.matches() ? Optional.of(model.group(1) + " " + model.group(2)) : Optional.empty();
  }

  private static NameIndex<EquipmentNoun> nouns(Tables tables) {
    NameIndex.Builder<EquipmentNoun> index = new NameIndex.Builder<>();
    Spellings spellings = new Spellings(tables);
    Set<String> seen = new HashSet<>();
    for (Row row : tables.rows("equipment-nouns")) {
      EquipmentNoun noun =
          new EquipmentNoun(
              row.get("noun"),
              row.constant("category", Category.class),
              row.constant("class", EquipmentNoun.Sort.class));
      if (!seen.add(noun.noun())) {
        throw row.fault("'" + noun.noun() + "' is there already");
      }
      for (String spelling : spellings.of(noun.noun())) {
        index.add(spelling, noun);
        index.add(Spellings.plural(spelling), noun);
      }
    }
    return index.build();
  }

  /** The type of this very name. */
  public Optional<Designation> designation(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All types, in the order of the tables. */
  public List<Designation> designations() {
    return List.copyOf(byName.values());
  }

  /** Finds names that are unmistakable. */
  public NameIndex<Designation> names() {
    return names;
  }

  /** Finds names that are also ordinary words, and need other evidence. */
  public NameIndex<Designation> words() {
    return words;
  }

  /** Finds generic nouns, in singular and plural. */
  public NameIndex<EquipmentNoun> nouns() {
    return nouns;
  }
}
