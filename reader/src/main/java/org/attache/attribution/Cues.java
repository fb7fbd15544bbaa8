package org.attache.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/** The table of cues, and where its phrases stand in a sentence. */
public final class Cues {
  /** How many adverbs or auxiliaries may stand between two words of a phrase. */
  private static final int WIDEST_GAP = 1;

  private final Map<Cue.Sort, Map<String, List<Cue>>> byFirstWord = new EnumMap<>(Cue.Sort.class);

  /**
   * A cue found in a sentence.
   *
   * @param cue the row
   * @param from its first token
   * @param last its last token
   * @param head the token of it that governs the content
   */
  record Match(Cue cue, int from, int last, int head) {}

  private final WordLists words;

  private Cues(WordLists words) {
    this.words = words;
  }

  /** The closed lists of words. */
  WordLists words() {
    return words;
  }

  /** Whether the object of the cue is whoever is spoken to. */
  boolean addresses(Cue cue) {
    return words.has("addressee-of", cue.words().getFirst());
  }

  /** Whether a time begins with the word. */
  boolean isTime(String word) {
    return words.has("time-word", word);
  }

  /** The cues of these tables. */
  public static Cues from(Tables tables) {
    Cues cues = new Cues(WordLists.from(tables));
    for (Row row : tables.rows("cues")) {
      Cue cue =
          new Cue(
              row.get("phrase"),
              row.constant("sort", Cue.Sort.class),
              new LinkedHashSet<>(row.list("takes")),
              row.constant("kind", Cue.Kind.class),
              row.constant("certainty", Cue.Certainty.class),
              row.get("polarity").equals("denied"));
      cues.byFirstWord
          .computeIfAbsent(cue.sort(), sort -> new HashMap<>())
          .computeIfAbsent(cue.words().getFirst(), word -> new ArrayList<>())
          .add(cue);
    }
    for (Map<String, List<Cue>> ofSort : cues.byFirstWord.values()) {
      ofSort
          .values()
          .forEach(list -> list.sort(Comparator.comparingInt((Cue c) -> -c.words().size())));
    }
    return cues;
  }

  /** The longest phrase of this sort that begins at a token. */
  Optional<Match> at(Sentence sentence, int index, Cue.Sort sort) {
    Token token = sentence.token(index);
    for (Cue cue : beginning(sort, token)) {
      int last = end(sentence, index, cue.words());
      if (last >= 0) {
        return Optional.of(new Match(cue, index, last, head(sentence, index, last)));
      }
    }
    return Optional.empty();
  }

  /** Whether a phrase of this sort begins at the token. */
  boolean has(Sentence sentence, int index, Cue.Sort sort) {
    return at(sentence, index, sort).isPresent();
  }

  private List<Cue> beginning(Cue.Sort sort, Token token) {
    Map<String, List<Cue>> ofSort = byFirstWord.getOrDefault(sort, Map.of());
    List<Cue> byLemma = ofSort.get(token.lemma().toLowerCase(Locale.ROOT));
    return byLemma != null ? byLemma : ofSort.getOrDefault(token.lower(), List.of());
  }

  private static int head(Sentence sentence, int from, int last) {
    Token end = sentence.token(last);
    return end.isVerb() || end.tag().startsWith("JJ") || end.isNoun() ? last : from;
  }

  private static int end(Sentence sentence, int index, List<String> words) {
    int at = index;
    for (int w = 1; w < words.size(); w++) {
      int next = at + 1;
      int gap = 0;
      while (next < sentence.size() && !isWord(sentence.token(next), words.get(w))) {
        if (gap == WIDEST_GAP || !sentence.token(next).tag().startsWith("RB")) {
          return -1;
        }
        gap++;
        next++;
      }
      if (next >= sentence.size()) {
        return -1;
      }
      at = next;
    }
    return at;
  }

  private static boolean isWord(Token token, String word) {
    return token.lemma().equalsIgnoreCase(word) || token.lower().equals(word);
  }
}
