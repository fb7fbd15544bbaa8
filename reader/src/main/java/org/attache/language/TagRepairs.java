package org.attache.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/**
 * Mends parts of speech that a tagger gets wrong again and again in the English of headlines and of
 * the trade: "Oslo inks deal", "India to gift helicopters", "a contract to overhaul aircraft".
 */
public final class TagRepairs {
  private static final int LATEST_SUBJECT = 8;

  /** "Soviet-designed": where something comes from. */
  private static final String ORIGIN = "\\p{Lu}[\\p{L}.]+-(?:made|built|\\p{Ll}+ed)";

  private final Set<String> verbs = new HashSet<>();
  private final Set<String> bargains = new HashSet<>();
  private final Set<String> nouns = new HashSet<>();

  /**
   * Repairs that know the verbs and nouns of the table "mistaken-verbs", and the nouns of dealings.
   */
  public TagRepairs(Tables tables) {
    tables.rows("dealing-nouns").forEach(row -> nouns.add(row.get("noun")));
    for (Row row : tables.rows("mistaken-verbs")) {
      (row.get("sort").equals("verb") ? verbs : bargains).add(row.get("word"));
    }
  }

  /**
   * The tags of a sentence, mended.
   *
   * @param words its words
   * @param tags their parts of speech in the Penn treebank's letters
   */
  List<String> mend(List<String> words, List<String> tags) {
    List<String> mended = new ArrayList<>(tags);
    if (isCapitalisedFirst(words, tags)) {
      mended.set(0, "NNS");
    }
    for (int i = 1; i + 1 < words.size(); i++) {
      if (mended.get(i).startsWith("VB") && words.get(i).matches(ORIGIN)) {
        mended.set(i, "JJ");
      }
      if (isFinite(words, mended, i)) {
        mended.set(i, "VBZ");
      } else if (isInfinitive(words, mended, i)) {
        mended.set(i - 1, "TO");
        mended.set(i, "VB");
      } else if (isAside(words, mended, i)) {
        mended.set(i, "VBN");
      }
    }
    return mended;
  }

  /** "Sanctions have been imposed": a noun of dealings that begins a sentence is no name. */
  private boolean isCapitalisedFirst(List<String> words, List<String> tags) {
    return tags.size() > 1
        && tags.getFirst().equals("NNPS")
        && !tags.get(1).startsWith("NNP")
        && nouns.contains(bare(words.getFirst().toLowerCase(Locale.ROOT)));
  }

  /** "Oslo inks deal": a name or names, then a form in -s, then what it is done to. */
  private boolean isFinite(List<String> words, List<String> tags, int i) {
    String word = words.get(i);
    boolean form = tags.get(i).equals("NNS") && word.endsWith("s") && verbs.contains(bare(word));
    if (!form || i > LATEST_SUBJECT || !tags.get(i + 1).matches("NN.*|JJ|CD|DT|\\$|RB|VB")) {
      return false;
    }
    boolean headline = tags.subList(0, i).stream().allMatch(t -> t.matches("NNP|NNPS|POS|CC|,"));
    return headline || isOnlyVerb(words, tags, i);
  }

  /** "Apart from Chad, China supplies arms", but not "talks on U.S. arms sales". */
  private static boolean isOnlyVerb(List<String> words, List<String> tags, int i) {
    int clause = words.subList(0, i).lastIndexOf(",") + 1;
    return !words.get(i).equals("arms")
        && tags.get(i - 1).equals("NNP")
        && tags.stream().noneMatch(t -> t.matches("VBZ|VBD|VBP|MD"))
        && tags.subList(clause, i).stream().noneMatch(t -> t.matches("IN|TO"));
  }

  /** A plural or a third person without its ending. */
  private static String bare(String word) {
    return word.replaceFirst("ies$", "ys").replaceFirst("s$", "");
  }

  /** "The corvette, promised to Manila last week, can be armed": the main verb comes later. */
  private static boolean isAside(List<String> words, List<String> tags, int i) {
    boolean opens =
        tags.get(i).equals("VBD")
            && words.get(i).endsWith("ed")
            && words.get(i - 1).equals(",")
            && i > 1
            && tags.get(i - 2).startsWith("NN")
            && words.get(i + 1).matches("to|by|from|in|for|under|at|on|with|as");
    int end = i + 1;
    while (opens && end < words.size() && !words.get(end).equals(",")) {
      opens = !tags.get(end).matches("MD|VBZ|VBD|VBP|WDT|WP");
      end++;
    }
    return opens && end + 1 < words.size() && tags.get(end + 1).matches("MD|VBZ|VBD|VBP");
  }

  /** "To overhaul aircraft" behind a bargain or a name, where no preposition makes sense. */
  private boolean isInfinitive(List<String> words, List<String> tags, int i) {
    boolean form =
        tags.get(i).equals("NN")
            && words.get(i - 1).equals("to")
            && verbs.contains(words.get(i))
            && tags.get(i + 1).matches("NN.*|JJ|CD|DT|\\$");
    if (!form || i < 2) {
      return false;
    }
    boolean headline =
        tags.subList(0, i - 1).stream().allMatch(t -> t.matches("NNP|NNPS|POS|CC|,"));
    return headline || bargains.contains(words.get(i - 2).toLowerCase(Locale.ROOT));
  }
}
