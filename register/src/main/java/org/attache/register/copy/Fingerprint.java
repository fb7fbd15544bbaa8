package org.attache.register.copy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What makes a text recognisable when it is printed again: its runs of five words, and its names
 * and numbers.
 *
 * <p>Runs of words ("shingles") are compared by containment, as a copy is often cut (Broder, "On
 * the resemblance and containment of documents", 1997). A text of the same make on another subject
 * shares many runs too, but tells other names and numbers.
 *
 * @param shingles hashes of all runs of five words
 * @param particulars capitalised words and numbers, folded
 */
public record Fingerprint(Set<Long> shingles, Set<String> particulars) {
  private static final int WORDS = 5;

  /** Of all runs one in so many is kept to look copies up by. */
  private static final int SAMPLED = 8;

  /** A copy holds this part of the shorter text's runs, or more. */
  private static final double SAME_RUNS = 0.5;

  /** And this part of its names and numbers. */
  private static final double SAME_PARTICULARS = 0.8;

  /** Shorter texts have too few words to tell a copy from chance. */
  private static final int FEWEST_RUNS = 20;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\d]+");

  /** Keeps copies. */
  public Fingerprint {
    shingles = Set.copyOf(shingles);
    particulars = Set.copyOf(particulars);
  }

  /** That of a text. */
  public static Fingerprint of(String text) {
    List<String> words = BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    Set<String> particulars = new HashSet<>();
    for (String word : words) {
      if (Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0))) {
        particulars.add(word.toLowerCase(Locale.ROOT));
      }
    }
    Set<Long> shingles = new HashSet<>();
    for (int i = 0; i + WORDS <= words.size(); i++) {
      shingles.add(hash(words.subList(i, i + WORDS)));
    }
    return new Fingerprint(shingles, particulars);
  }

  /** FNV-1a over the folded words, stirred, so that a sample by remainder is even. */
  private static long hash(List<String> words) {
    long hash = 0xcbf29ce484222325L;
    for (String word : words) {
      String folded = word.toLowerCase(Locale.ROOT);
      for (int i = 0; i < folded.length(); i++) {
        hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
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
    return Math.min(shingles.size(), other.shingles.size()) >= FEWEST_RUNS
        && contained(shingles, other.shingles) >= SAME_RUNS
        && contained(particulars, other.particulars) >= SAME_PARTICULARS;
  }

  private static <T> double contained(Set<T> one, Set<T> other) {
    Set<T> smaller = one.size() <= other.size() ? one : other;
    Set<T> larger = one.size() <= other.size() ? other : one;
    if (smaller.isEmpty()) {
      return 1;
    }
    return (double) smaller.stream().filter(larger::contains).count() / smaller.size();
  }
}
