package org.attache.register.copy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * What makes a text recognisable when it is printed again: its runs of five words, and its names
 * and numbers.
 *
 * <p>Runs of words ("shingles") are compared by containment, as a copy is often cut (Broder, "On
 * the resemblance and containment of documents", 1997). A text of the same make on another subject
 * shares many runs too, but tells other names and numbers. Immutable.
 */
public final class Fingerprint {
  private static final int WORDS = 5;

  /** Of all runs one in so many is kept to look copies up by. */
  private static final int SAMPLED = 8;

  /** A copy holds this part of the shorter text's runs, or more. */
  private static final double SAME_RUNS = 0.5;

  /** And this part of its names and numbers. */
  private static final double SAME_PARTICULARS = 0.8;

  /** Shorter texts have too few words to tell a copy from chance. */
  private static final int FEWEST_RUNS = 20;

  /** Hashes of all runs, each once, in order. */
  private final long[] shingles;

  /** Capitalised words and numbers, folded. */
  private final Set<String> particulars;

  private Fingerprint(long[] shingles, Set<String> particulars) {
    this.shingles = shingles;
    this.particulars = particulars;
  }

  /** That of a text. */
  public static Fingerprint of(String text) {
    List<String> words = new ArrayList<>();
    Set<String> particulars = new HashSet<>();
    for (int from = 0; from < text.length(); ) {
      int to = endOfWord(text, from);
      if (to > from) {
        String word = text.substring(from, to).toLowerCase(Locale.ROOT);
        words.add(word);
        if (Character.isUpperCase(text.charAt(from)) || Character.isDigit(text.charAt(from))) {
          particulars.add(word);
        }
      }
      from = Math.max(to, from + 1);
    }
    long[] shingles = new long[Math.max(0, words.size() - WORDS + 1)];
    for (int i = 0; i < shingles.length; i++) {
      shingles[i] = hash(words.subList(i, i + WORDS));
    }
    return new Fingerprint(LongStream.of(shingles).sorted().distinct().toArray(), particulars);
  }

  /** Behind the letters and digits that begin at an offset. */
  private static int endOfWord(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Character.isLetter(c) && (c < '0' || c > '9')) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /** FNV-1a over the folded words, stirred, so that a sample by remainder is even. */
  private static long hash(List<String> words) {
    long hash = 0xcbf29ce484222325L;
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ ' ') * 0x100000001b3L;
    }
    hash ^= hash >>> 29;
    hash *= 0xbf58476d1ce4e5b9L;
    return hash ^ hash >>> 32;
  }

  /** Some of the runs: those of a copy are nearly the same ones. Sorted. */
  public SortedSet<Long> sample() {
    SortedSet<Long> sample = new TreeSet<>();
    for (long shingle : shingles) {
      if (Long.remainderUnsigned(shingle, SAMPLED) == 0) {
        sample.add(shingle);
      }
    }
    return sample;
  }

  /** Whether one of the two texts is, but for cuts and small changes, the other. */
  public boolean isCopyOf(Fingerprint other) {
    return Math.min(shingles.length, other.shingles.length) >= FEWEST_RUNS
        && sharedParticulars(other) >= SAME_PARTICULARS
        && sharedRuns(other) >= SAME_RUNS;
  }

  private double sharedParticulars(Fingerprint other) {
    boolean less = particulars.size() <= other.particulars.size();
    Set<String> smaller = less ? particulars : other.particulars;
    Set<String> larger = less ? other.particulars : particulars;
    long shared = smaller.stream().filter(larger::contains).count();
    return smaller.isEmpty() ? 1 : (double) shared / smaller.size();
  }

  private double sharedRuns(Fingerprint other) {
    int shared = 0;
    int theirs = 0;
    for (long shingle : shingles) {
      while (theirs < other.shingles.length && other.shingles[theirs] < shingle) {
        theirs++;
      }
      if (theirs < other.shingles.length && other.shingles[theirs] == shingle) {
        shared++;
      }
    }
    return (double) shared / Math.min(shingles.length, other.shingles.length);
  }
}
