package org.attache.register.voice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/**
 * Tells when two names mean one body: "Ukraine's defence ministry", "the Ukrainian Ministry of
 * Defense" and, of a source that speaks for Ukraine, "the Defence Ministry".
 */
public final class BodyNames {
  private static final Set<String> SMALL_WORDS =
      Set.of("the", "of", "and", "for", "a", "s", "an", "in");

  private final Map<String, Set<String>> wordsOfState = new HashMap<>();

  /** By the names that the tables have for states. */
  public BodyNames(Tables tables) {
    for (Row row : tables.rows("states")) {
      Set<String> words = new HashSet<>();
      for (String column : List.of("names", "adjectives", "demonyms", "capital")) {
        row.list(column).forEach(name -> words.addAll(words(name)));
      }
      words.addAll(words(row.get("name")));
      wordsOfState.put(row.get("code"), words);
    }
  }

  /**
   * What the names of one body have in common: its words without those of its state, sorted. A
   * capital or a state that speaks for itself is the state alone.
   */
  public String key(String name, Optional<String> state) {
    Set<String> words = new TreeSet<>(words(name));
    words.removeAll(state.map(code -> wordsOfState.getOrDefault(code, Set.of())).orElse(Set.of()));
    words.remove("government");
    return state.orElse("") + ":" + String.join(" ", words);
  }

  private static Set<String> words(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
        .filter(word -> !word.isEmpty() && !SMALL_WORDS.contains(word))
        .map(word -> word.equals("defense") ? "defence" : word)
        .map(word -> word.equals("ministries") ? "ministry" : word)
        .collect(Collectors.toSet());
  }
}
