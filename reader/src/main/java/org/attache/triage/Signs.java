package org.attache.triage;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attache.dealing.DealingKind;
import org.attache.equipment.Category;
import org.attache.equipment.Equipment;
import org.attache.lexicon.NameIndex;
import org.attache.lexicon.Row;
import org.attache.lexicon.Spellings;
import org.attache.lexicon.Tables;
import org.attache.party.Parties;
import org.attache.party.PartyName;

/**
 * The names and words of the lexicons that a claim cannot do without, in one index, and the rule on
 * them: a stretch of text may be the seat of a dealing where it names a side and arms; two sides
 * and something else that dealings are about; or one side and a thing that may be arms, with a word
 * that points back to another side.
 *
 * <p>In a report without such a stretch a claim would have to be pieced together from words of
 * which none says what it is about and who has to do with it; that is read in no report.
 */
final class Signs {
  /** Dealings that need no arms to be one, and whose words say so themselves. */
  private static final Set<DealingKind> MATTERS =
      EnumSet.of(
          DealingKind.COOPERATION,
          DealingKind.RESTRICTION,
          DealingKind.RELATIONS,
          DealingKind.SERVICE,
          DealingKind.TRADE);

  /** The same of verbs; those of relations and cooperation say nothing without a noun. */
  private static final Set<DealingKind> ACTS =
      EnumSet.of(DealingKind.RESTRICTION, DealingKind.SERVICE);

  private static final Sign ARMS = new Sign.Arms();
  private static final Sign THING = new Sign.Thing();
  private static final Sign MATTER = new Sign.Matter();
  private static final Sign POINTER = new Sign.Pointer();

  private static final List<String> POINTERS =
      List.of("we", "our", "it", "its", "they", "their", "them", "he", "his", "she", "her");

  private final NameIndex<Sign> index;

  Signs(Tables tables, Parties parties, Equipment equipment) {
    NameIndex.Builder<Sign> all = new NameIndex.Builder<Sign>().withPlurals();
    addSides(parties, all);
    addArms(equipment, all);
    addMatters(tables, all);
    POINTERS.forEach(word -> all.add(word, POINTER));
    index = all.build();
  }

  private static void addSides(Parties parties, NameIndex.Builder<Sign> all) {
    Map<String, Sign> sides = new HashMap<>();
    parties.names().forEach((name, value) -> addSide(name, value, sides, all));
    parties
        .doubtful()
        .forEach(
            (name, value) -> {
              if (value.form() != PartyName.Form.LEADER) {
                addSide(name, value, sides, all);
              }
            });
  }

  private static void addSide(
      String name, PartyName value, Map<String, Sign> sides, NameIndex.Builder<Sign> all) {
    if (value.form() != PartyName.Form.PLACE) {
      String key = value.party().state().orElse(value.party().name());
      all.add(name, sides.computeIfAbsent(key, k -> new Sign.Side(sides.size())));
    }
  }

  private static void addArms(Equipment equipment, NameIndex.Builder<Sign> all) {
    equipment.names().forEach((name, type) -> all.add(name, ARMS));
    equipment.words().forEach((name, type) -> all.add(name, THING));
    equipment
        .nouns()
        .forEach(
            (name, noun) -> {
              switch (noun.sort()) {
                case SPECIFIC, GENERAL -> all.add(name, ARMS);
                case CIVIL -> all.add(name, MATTER);
                case WEAK -> {
                  if (noun.category() != Category.OTHER) {
                    all.add(name, THING);
                  }
                }
              }
            });
  }

  private static void addMatters(Tables tables, NameIndex.Builder<Sign> all) {
    for (Row row : tables.rows("fields")) {
      addNoun(row.get("word"), all);
    }
    for (Row row : tables.rows("dealing-nouns")) {
      if (MATTERS.contains(row.constant("kind", DealingKind.class))) {
        addNoun(row.get("noun"), all);
      }
    }
    for (Row row : tables.rows("dealing-verbs")) {
      if (ACTS.contains(row.constant("kind", DealingKind.class))) {
        addVerb(row.get("verb"), all);
      }
    }
  }

  private static void addNoun(String noun, NameIndex.Builder<Sign> all) {
    all.add(noun, MATTER);
    all.add(Spellings.plural(noun), MATTER);
  }

  /** A verb of one word in its regular forms; longer ones hold a noun that is a sign already. */
  private static void addVerb(String verb, NameIndex.Builder<Sign> all) {
    if (verb.indexOf(' ') < 0) {
      String stem = verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb;
      String doubled = verb + verb.charAt(verb.length() - 1);
      List.of(verb, Spellings.plural(verb), stem + "ed", stem + "ing", doubled + "ed")
          .forEach(form -> all.add(form, MATTER));
      all.add(doubled + "ing", MATTER);
    }
  }

  /** Whether a part of a text may be the seat of a dealing. */
  boolean seat(CharSequence text, int from, int to) {
    Met met = new Met();
    index.scan(text, from, to, met::take);
    return met.isSeat();
  }

  /** What a stretch has shown so far. */
  private static final class Met {
    private static final int NONE = -1;

    private int side = NONE;
    private boolean several;
    private boolean arms;
    private boolean thing;
    private boolean matter;
    private boolean pointer;

    void take(Sign sign) {
      switch (sign) {
        case Sign.Side(int number) -> {
          several |= side != NONE && side != number;
          side = number;
        }
        case Sign.Arms() -> arms = true;
        case Sign.Thing() -> thing = true;
        case Sign.Matter() -> matter = true;
        case Sign.Pointer() -> pointer = true;
      }
    }

    boolean isSeat() {
      return side != NONE && (arms || thing && pointer || several && (thing || matter));
    }
  }
}
