package org.attache.attribution;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/** The small closed lists of words that the reading of attributions goes by. */
final class WordLists {
  private final Map<String, Set<String>> lists = new HashMap<>();

  private WordLists() {}

  /** The lists of these tables. */
  static WordLists from(Tables tables) {
    WordLists words = new WordLists();
    for (Row row : tables.rows("attribution-words")) {
      words
          .lists
          .computeIfAbsent(row.get("list"), list -> new LinkedHashSet<>())
          .addAll(row.list("words"));
    }
    return words;
  }

  /** The words of a list, in lower case; none where there is no such list. */
  Set<String> get(String list) {
    return lists.getOrDefault(list, Set.of());
  }

  /** Whether the word, in lower case, stands on the list. */
  boolean has(String list, String word) {
    return get(list).contains(word);
  }
}
