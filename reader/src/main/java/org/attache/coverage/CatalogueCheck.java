package org.attache.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attache.coverage.Finding.Outcome;
import org.attache.equipment.Category;
import org.attache.equipment.Designation;
import org.attache.equipment.Equipment;
import org.attache.equipment.EquipmentNoun;
import org.attache.language.Document;
import org.attache.language.Language;
import org.attache.language.Token;
import org.attache.lexicon.NameIndex;
import org.attache.lexicon.Tables;
import org.attache.mention.ItemMention;
import org.attache.mention.MentionReader;
import org.attache.mention.Mentions;
import org.attache.party.Parties;
import org.attache.report.Block;
import org.attache.report.Report;

/**
 * Finds out whether the catalogue knows a designation, by reading it as a report is read.
 *
 * <p>A designation is recognised where the reader finds an item in it whose type is in the
 * catalogue, or whose base type is, and where two things hold. The name found bears the
 * designation: what stands before it are codes or another name and a stroke, and where it has no
 * digit no further word of a name follows. And the type is of the sort that the description says,
 * or of one next to it, since lists draw the line between a missile and an air defence system, or
 * between a gun and the vehicle that carries it, in different places. May be used from several
 * threads.
 */
public final class CatalogueCheck {
  /** Sorts that one list has for what another has under a neighbour. */
  private static final List<Set<Category>> NEIGHBOURS =
      List.of(
          EnumSet.of(
              Category.MISSILES,
              Category.AIR_DEFENCE,
              Category.ARTILLERY,
              Category.NAVAL_WEAPONS,
              Category.AMMUNITION),
          EnumSet.of(Category.ARMOURED_VEHICLES, Category.ARTILLERY, Category.AIR_DEFENCE),
          EnumSet.of(Category.SENSORS, Category.ELECTRONICS));

  /** The longest ending that makes a variant, as the reader has it. */
  private static final int LONGEST_ENDING = 5;

  private final Language language;
  private final Equipment equipment;
  private final MentionReader mentionReader;

  /** A check of the catalogue in these tables. */
  public CatalogueCheck(Tables tables, Language language) {
    this.language = language;
    equipment = new Equipment(tables);
    mentionReader = new MentionReader(tables, new Parties(tables), equipment);
  }

  /** A type that was read, and what of the text bears its name. */
  private record Read(Designation type, int start, int end) {}

  /** Reads a listed type: its designation alone, then with the description behind it. */
  public Finding check(ListedType listed) {
    String designation = listed.designation();
    List<Read> alone = read(designation, designation.length());
    Optional<Designation> found = recognised(alone, listed);
    if (found.isPresent()) {
      return new Finding(listed, Outcome.ALONE, found);
    }
    List<Read> described =
        nouns(listed.description())
            .flatMap(noun -> read(designation + " " + noun, designation.length()).stream())
            .toList();
    found = recognised(described, listed);
    if (found.isPresent()) {
      return new Finding(listed, Outcome.DESCRIBED, found);
    }
    Optional<Designation> other =
        Stream.concat(alone.stream(), described.stream()).findFirst().map(Read::type);
    return new Finding(listed, Outcome.MISSED, other);
  }

  /** A description and, where it names alternatives, the last of them, which is a noun itself. */
  private static Stream<String> nouns(String description) {
    String last = description.substring(description.lastIndexOf('/') + 1);
    return Stream.of(description, last).filter(noun -> !noun.isBlank()).distinct();
  }

  private Optional<Designation> recognised(List<Read> types, ListedType listed) {
    return types.stream()
        .filter(read -> bears(listed.designation(), read.start(), read.end()))
        .map(Read::type)
        .filter(type -> suits(type.category(), listed.description()))
        .findFirst();
  }

  // ---- what is read

  private List<Read> read(String text, int designationEnd) {
    Report report = new Report("list", Optional.empty(), Optional.empty(), Optional.empty(), text);
    List<Block> blocks = List.of(new Block(Block.Kind.HEADING, 0, text.length()));
    Document document = language.parse(report, blocks, block -> true);
    List<Read> types = new ArrayList<>();
    for (Mentions mentions : mentionReader.read(document)) {
      for (ItemMention item : mentions.items()) {
        item.designation()
            .filter(type -> equipment.designation(type.base()).isPresent())
            .flatMap(type -> placed(type, item, mentions, text))
            .filter(read -> read.start() < designationEnd)
            .ifPresent(types::add);
      }
    }
    return types;
  }

  /** Where in an item's words the name of its type stands. */
  private Optional<Read> placed(
      Designation type, ItemMention item, Mentions mentions, String text) {
    List<Token> tokens = mentions.sentence().tokens().subList(item.from(), item.to());
    int from = tokens.getFirst().start();
    int to = tokens.getLast().end();
    Stream<Read> names =
        Stream.of(equipment.names(), equipment.words())
            .flatMap(index -> index.find(text, from, to).stream())
            .filter(match -> isOne(match, type))
            .map(match -> new Read(type, match.start(), match.end()));
    Stream<Read> variants =
        tokens.stream()
            .filter(token -> isVariant(token.text(), type))
            .map(token -> new Read(type, token.start(), token.end()));
    return Stream.concat(names, variants)
        .reduce(
            (a, b) -> a.start() < b.start() || a.start() == b.start() && a.end() > b.end() ? a : b);
  }

  private static boolean isOne(NameIndex.Match<Designation> match, Designation type) {
    return match.values().stream().anyMatch(value -> value.base().equals(type.base()));
  }

  /** Whether a word is a name of the type with an ending: "M109A5" for "M109". */
  private boolean isVariant(String word, Designation type) {
    return IntStream.rangeClosed(1, Math.min(LONGEST_ENDING, word.length() - 1))
        .mapToObj(cut -> word.substring(0, word.length() - cut))
        .flatMap(
            stem ->
                equipment.names().find(stem).stream()
                    .filter(match -> match.start() == 0 && match.end() == stem.length()))
        .anyMatch(match -> isOne(match, type));
  }

  // ---- what counts

  /** Whether the name at these places is the designation, marks and second names aside. */
  private static boolean bears(String designation, int start, int end) {
    return leadsIn(designation.substring(0, start))
        && (hasDigit(designation.substring(start, Math.min(end, designation.length())))
            || end >= designation.length()
            || !goesOn(designation.substring(end)));
  }

  /** Nothing, codes ("AAQ-14 LANTIRN"), or another name and a stroke ("HY-1/SY-1"). */
  private static boolean leadsIn(String before) {
    String words = before.strip();
    return words.isEmpty()
        || words.endsWith("/")
        || Arrays.stream(words.split("\\s+")).allMatch(CatalogueCheck::hasDigit);
  }

  /**
   * Whether a word follows that makes the name another one: "Falcon Eye" is no "Falcon". A word
   * with a number is a mark: "Harpoon Block-2".
   */
  private static boolean goesOn(String after) {
    return after.matches("[- ]\\p{Lu}\\p{Ll}+(?![- ]?\\d|\\p{L}).*");
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  private boolean suits(Category category, String description) {
    List<Category> named =
        Arrays.stream(description.split("/"))
            .flatMap(part -> equipment.nouns().find(part).stream().reduce((a, b) -> b).stream())
            .map(NameIndex.Match::value)
            .filter(
                noun ->
                    noun.sort() == EquipmentNoun.Sort.SPECIFIC
                        || noun.sort() == EquipmentNoun.Sort.GENERAL)
            .map(EquipmentNoun::category)
            .toList();
    return named.isEmpty() || named.stream().anyMatch(other -> areNear(category, other));
  }

  private static boolean areNear(Category one, Category other) {
    return one == other
        || NEIGHBOURS.stream().anyMatch(sorts -> sorts.contains(one) && sorts.contains(other));
  }
}
