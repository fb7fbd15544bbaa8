package org.attache.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A source as the measure sees it.
 *
 * @param type what sort it is
 * @param name its name, empty where it has none
 * @param role its role, empty where it has none
 */
record ScoredSource(Optional<String> type, String name, String role) {
  /** Words that tell no two sources apart. */
  private static final Set<String> STOP =
      Set.of(
          "the",
          "a",
          "an",
          "of",
          "for",
          "to",
          "in",
          "and",
          "s",
          "president",
          "minister",
          "ministry",
          "spokesman",
          "spokesperson",
          "spokeswoman",
          "official",
          "officials",
          "state",
          "government");

  private static final double LEAST_IN_COMMON = 0.5;

  static ScoredSource of(JsonNode node) {
    return new ScoredSource(
        Fields.text(node, "type"),
        Fields.text(node, "name").orElse(""),
        Fields.text(node, "role").orElse(""));
  }

  /** Whether both are one source: by name, or by what name and role have in common. */
  boolean same(ScoredSource other) {
    if (!type.equals(other.type)) {
      return false;
    }
    boolean outlet = type.equals(Optional.of("outlet"));
    boolean person = type.equals(Optional.of("person"));
    List<String> names = Plain.words(name);
    List<String> otherNames = Plain.words(other.name);
    if (outlet || person && !names.isEmpty() && !otherNames.isEmpty()) {
      return !names.isEmpty()
          && !otherNames.isEmpty()
          && (names.getLast().equals(otherNames.getLast())
              || nested(new HashSet<>(names), new HashSet<>(otherNames)));
    }
    return sameWords(other);
  }

  private boolean sameWords(ScoredSource other) {
    Set<String> words = new HashSet<>(Plain.words(name + " " + role));
    Set<String> otherWords = new HashSet<>(Plain.words(other.name + " " + other.role));
    if (words.isEmpty() || otherWords.isEmpty()) {
      return words.equals(otherWords);
    }
    if (nested(words, otherWords)) {
      return true;
    }
    Set<String> telling = telling(words);
    Set<String> otherTelling = telling(otherWords);
    Set<String> common = new HashSet<>(telling);
    common.retainAll(otherTelling);
    Set<String> all = new HashSet<>(telling);
    all.addAll(otherTelling);
    return (double) common.size() / all.size() >= LEAST_IN_COMMON;
  }

  private static Set<String> telling(Set<String> words) {
    Set<String> telling = new HashSet<>(words);
    telling.removeAll(STOP);
    return telling.isEmpty() ? words : telling;
  }

  private static boolean nested(Set<String> one, Set<String> other) {
    return one.containsAll(other) || other.containsAll(one);
  }

  /** Whether both are absent, or both there and the same. */
  static boolean same(Optional<ScoredSource> one, Optional<ScoredSource> other) {
    return one.isPresent() && other.isPresent()
        ? one.get().same(other.get())
        : one.isEmpty() && other.isEmpty();
  }
}
