package org.attache.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a sentence as times are read from them: "mid-2023" is two words and "2007-2009"
 * three. Asked beyond its ends it answers with an empty word.
 */
final class Phrase {
  private static final Pattern YEAR = Pattern.compile("(1[89]|20)\\d\\d|2100");
  private static final Pattern DECADE = Pattern.compile("(1[89]|20)\\d0s");

  /**
   * A word.
   *
   * @param text as written
   * @param lower in lower case, with a straight apostrophe and a plain hyphen for a dash
   * @param tag Penn Treebank part of speech
   * @param lemma dictionary form
   * @param token index of the token that it is, or is a piece of
   * @param counting whether it counts the word after it
   * @param nominal whether it hangs on a noun
   * @param past whether the verb that governs it has happened for certain
   */
  record Word(
      String text,
      String lower,
      String tag,
      String lemma,
      int token,
      boolean counting,
      boolean nominal,
      boolean past) {}

  private static final Word NONE = new Word("", "", "", "", -1, false, false, false);
  private static final int MOST_PIECES = 3;

  private final List<Word> words;

  private Phrase(List<Word> words) {
    this.words = List.copyOf(words);
  }

  /** The words of these tokens, compounds of times taken apart. */
  static Phrase of(List<Word> tokens, TimeWords lexicon) {
    List<Word> words = new ArrayList<>(tokens.size() + 4);
    for (int i = 0; i < tokens.size(); i++) {
      boolean besideMonth =
          i > 0 && isMonth(tokens.get(i - 1).text(), lexicon)
              || i + 1 < tokens.size() && isMonth(tokens.get(i + 1).text(), lexicon);
      split(tokens.get(i), besideMonth, lexicon, words);
    }
    return new Phrase(words);
  }

  private static void split(Word word, boolean besideMonth, TimeWords lexicon, List<Word> words) {
    List<String> pieces = pieces(word.text());
    if (!splits(pieces, besideMonth, lexicon)) {
      words.add(with(word, word.text(), word.tag()));
      return;
    }
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0 && !lexicon.is("part", pieces.get(i - 1).toLowerCase(Locale.ROOT))) {
        words.add(with(word, "-", ":"));
      }
      words.add(with(word, pieces.get(i), tag(pieces.get(i), lexicon)));
    }
  }

  private static String tag(String piece, TimeWords lexicon) {
    if (isMonth(piece, lexicon)) {
      return "NNP";
    }
    return Character.isDigit(piece.charAt(0)) ? "CD" : "JJ";
  }

  private static Word with(Word word, String text, String tag) {
    String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    boolean dash = lower.equals("--") || lower.length() == 1 && isDash(lower.charAt(0));
    return new Word(
        text,
        dash ? "-" : lower,
        tag,
        word.lemma(),
        word.token(),
        word.counting(),
        word.nominal(),
        word.past());
  }

  private static boolean isDash(char c) {
    return c == '-' || c >= '\u2010' && c <= '\u2015';
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>(2);
    int from = 0;
    for (int i = 0; i <= text.length() && pieces.size() <= MOST_PIECES; i++) {
      if (i == text.length() || isDash(text.charAt(i)) || text.charAt(i) == '/') {
        pieces.add(text.substring(from, i));
        from = i + 1;
      }
    }
    return pieces;
  }

  private static boolean splits(List<String> pieces, boolean besideMonth, TimeWords lexicon) {
    if (pieces.size() < 2 || pieces.size() > MOST_PIECES) {
      return false;
    }
    boolean told = false;
    for (int i = 0; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      boolean shortYear = i > 0 && piece.matches("\\d\\d") && isYear(pieces.get(i - 1));
      boolean day = besideMonth && piece.matches("[1-3]?\\d");
      boolean part = i + 1 < pieces.size() && lexicon.is("part", piece.toLowerCase(Locale.ROOT));
      boolean time =
          isYear(piece)
              || isDecade(piece)
              || isMonth(piece, lexicon)
              || lexicon.is("season", piece.toLowerCase(Locale.ROOT));
      told |= time || shortYear || day;
      if (!(time || shortYear || day || part || i > 0 && piece.equals("to"))) {
        return false;
      }
    }
    return told;
  }

  /** Whether the text can be a year. */
  static boolean isYear(String text) {
    return YEAR.matcher(text).matches();
  }

  /** Whether the text is a decade in figures. */
  static boolean isDecade(String text) {
    return DECADE.matcher(text).matches();
  }

  private static boolean isMonth(String text, TimeWords lexicon) {
    return lexicon.is("month", text) || lexicon.is("month-beside-number", text);
  }

  int size() {
    return words.size();
  }

  Word word(int at) {
    return at >= 0 && at < words.size() ? words.get(at) : NONE;
  }

  String lower(int at) {
    return word(at).lower();
  }

  String text(int at) {
    return word(at).text();
  }

  String tag(int at) {
    return word(at).tag();
  }

  /** Whether the word is one of these, in lower case. */
  boolean is(int at, String... wanted) {
    String lower = lower(at);
    for (String one : wanted) {
      if (lower.equals(one)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word is a noun, common or proper. */
  boolean isNoun(int at) {
    return tag(at).startsWith("NN");
  }

  /** The words from one place to another, joined by blanks; empty text where they are too few. */
  String join(int from, int to) {
    if (to > words.size()) {
      return "";
    }
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) {
        joined.append(' ');
      }
      joined.append(lower(i));
    }
    return joined.toString();
  }
}
