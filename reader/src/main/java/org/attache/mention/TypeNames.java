package org.attache.mention;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.attache.equipment.Designation;

/**
 * Calls each type by the most specific name that the report gives it: "P-8A" where the catalogue
 * files it under "P-8", and "AH-64E" where "the Apaches" of an "AH-64E Apache" are meant. One type
 * has one name throughout a report.
 */
final class TypeNames {
  /**
   * States whose designations have a fixed form, of which "F16" and "Su35" are but careless
   * spellings. Of others the tighter form is kept, whichever of the two it is: "K9" and not "K-9",
   * "GM403" and not "GM 403".
   */
  private static final Set<String> DESIGNATING = Set.of("US", "RU");

  private TypeNames() {}

  /** The mentions of a report, in order, with their types called as the report calls them. */
  static List<Mentions> asWritten(List<Mentions> report) {
    Map<Designation, Set<String>> written = written(report);
    Map<Designation, Designation> called = new HashMap<>();
    written.forEach(
        (type, names) ->
            called.put(
                type, called(type, mostSpecific(names.stream().map(n -> name(n, type)).toList()))));
    Map<Designation, Designation> meant = new HashMap<>(called);
    called.forEach(
        (type, name) ->
            variant(type, name, written).map(called::get).ifPresent(v -> meant.put(type, v)));
    return report.stream().map(mentions -> renamed(mentions, meant)).toList();
  }

  private static Map<Designation, Set<String>> written(List<Mentions> report) {
    Map<Designation, Set<String>> names = new LinkedHashMap<>();
    for (Mentions mentions : report) {
      for (ItemMention item : mentions.items()) {
        if (item.designation().isPresent() && item.written().isPresent()) {
          names
              .computeIfAbsent(item.designation().get(), _ -> new LinkedHashSet<>())
              .add(item.written().get());
        }
      }
    }
    return names;
  }

  private static Mentions renamed(Mentions mentions, Map<Designation, Designation> meant) {
    List<ItemMention> items =
        mentions.items().stream()
            .map(
                item ->
                    item.designation()
                        .map(type -> item.called(meant.getOrDefault(type, type)))
                        .orElse(item))
            .toList();
    return new Mentions(mentions.sentence(), mentions.parties(), items, mentions.sums());
  }

  private static Designation called(Designation type, String name) {
    return name.equals(type.name())
        ? type
        : new Designation(
            name, type.category(), type.makers(), Optional.of(type.base()), type.type());
  }

  /**
   * The only variant that a report names, with its nickname, of a type which it calls by the
   * nickname alone elsewhere: both are the same to it. A type that has no other name than a
   * nickname is a system of its own: a "Patriot" is no "Patriot PAC-3" missile.
   */
  private static Optional<Designation> variant(
      Designation type, Designation name, Map<Designation, Set<String>> written) {
    if (hasDigit(name.name()) || !hasDigit(type.name())) {
      return Optional.empty();
    }
    Set<String> nickname = words(name.name());
    List<Designation> variants =
        written.entrySet().stream()
            .filter(
                other ->
                    !other.getKey().equals(type)
                        && other.getKey().base().equals(type.base())
                        && other.getValue().stream()
                            .anyMatch(w -> hasDigit(w) && words(w).containsAll(nickname)))
            .map(Map.Entry::getKey)
            .toList();
    return variants.size() == 1 ? Optional.of(variants.getFirst()) : Optional.empty();
  }

  /**
   * What a name says of the type: "MQ-9B SkyGuardian drone" is an "MQ-9B". The catalogue's own name
   * where all of it is written.
   */
  static String name(String written, Designation type) {
    List<String> words = new ArrayList<>(Arrays.asList(written.split(" ", -1)));
    while (words.size() > 1 && isCommon(words.getLast())) {
      words.removeLast();
    }
    String proper = String.join(" ", words).replaceFirst("-[Cc]lass$", "");
    boolean same =
        plain(proper).equals(plain(type.name()))
            && (type.makers().stream().anyMatch(DESIGNATING::contains)
                || proper.length() > type.name().length());
    boolean lacksWord =
        plain(type.name()).contains(plain(proper)) && !hasDigit(proper) && !hasCode(type.name());
    if (same || words(proper).containsAll(words(type.name())) || lacksWord) {
      return type.name();
    }
    int[] codes = IntStream.range(0, words.size()).filter(i -> hasDigit(words.get(i))).toArray();
    if (codes.length == 0) {
      return proper;
    }
    int first = codes[0];
    int from = Character.isLetter(words.get(first).charAt(0)) ? first : 0;
    return String.join(" ", words.subList(from, codes[codes.length - 1] + 1));
  }

  /** "IRIS-T SLM", "Mirage III": the name tells one of several models. */
  private static boolean hasCode(String name) {
    return Arrays.stream(name.split("[ -]", -1))
        .skip(1)
        .anyMatch(word -> hasDigit(word) || word.matches("\\p{Lu}{1,4}"));
  }

  private static boolean isCommon(String word) {
    return Character.isLowerCase(word.charAt(0)) && !hasDigit(word);
  }

  /** The one that says most: a code before a nickname, the longer of two codes. */
  private static String mostSpecific(List<String> names) {
    String best = "";
    for (String name : names) {
      boolean code = hasDigit(name) && !hasDigit(best);
      boolean longer = hasDigit(name) && plain(name).startsWith(plain(best));
      if (best.isEmpty() || code || longer) {
        best = name;
      }
    }
    return best;
  }

  private static Set<String> words(String name) {
    return new LinkedHashSet<>(
        Arrays.asList(
            Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\d]+", -1)));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\d]", "");
  }

  private static boolean hasDigit(String name) {
    return name.chars().anyMatch(Character::isDigit);
  }
}
