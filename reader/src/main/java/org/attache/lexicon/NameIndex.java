package org.attache.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Finds names in running text, each at its longest, left to right. Case, accents, and the hyphens
 * and blanks within a name are folded: "Su-35", "SU 35" and "Su35" are one name.
 *
 * <p>Two things keep words from passing for names: a name that starts with a capital is met only by
 * a capital, and a blank is met only where the name's spelling has a blank or a hyphen. A hyphen
 * alone may also stand between a letter and a digit that the name writes as one ("LM-2500" for
 * "LM2500"), unless another name is spelt just so. Immutable once built, so that threads may share
 * it.
 *
 * @param <T> what a name stands for
 */
public final class NameIndex<T> {
  /**
   * A name met in a text.
   *
   * @param start offset of its first UTF-16 unit
   * @param end offset after its last one, a plural ending included
   * @param name the name as the lexicon spells it
   * @param values what it may stand for, in the order in which it was added; at least one
   */
  public record Match<T>(int start, int end, String name, List<T> values) {
    /** Keeps a copy of the values. */
    public Match {
      values = List.copyOf(values);
    }

    /** What it stands for first of all. */
    public T value() {
      return values.getFirst();
    }
  }

  private record Entry<T>(String name, T value) {}

  private static final int LONGEST_ABBREVIATION = 4;

  /** Whether a character is part of a word, of those that most texts are written in. */
  private static final boolean[] PARTS = parts();

  private final long[] edges;
  private final int[] targets;
  private final Object[] entries;
  private final boolean plurals;

  /**
   * For each node a bit for each character that leads on, by its last six bits: most words of a
   * text leave the index after a few letters, and are told so without a look at the edges.
   */
  private final long[] leadOn;

  /** Whether a name ends at a node. */
  private final boolean[] ends;

  private NameIndex(long[] edges, int[] targets, Object[] entries, boolean plurals) {
    this.edges = edges;
    this.targets = targets;
    this.entries = entries;
    this.plurals = plurals;
    leadOn = new long[entries.length];
    for (long key : edges) {
      if (key != 0) {
        leadOn[(int) (key - 1 >>> 16)] |= 1L << (key - 1);
      }
    }
    ends = new boolean[entries.length];
    for (int node = 0; node < entries.length; node++) {
      ends[node] = !((List<?>) entries[node]).isEmpty();
    }
  }

  private static boolean[] parts() {
    boolean[] parts = new boolean[0x2000];
    for (char c = 0; c < parts.length; c++) {
      parts[c] = Character.isLetterOrDigit(Folding.fold(c));
    }
    return parts;
  }

  /** Gathers names for an index. */
  public static final class Builder<T> {
    private long[] edges = new long[1 << 12];
    private int[] targets = new int[1 << 12];
    private int used;
    private final List<List<Entry<T>>> entries = new ArrayList<>();
    private boolean plurals;

    /** An empty builder. */
    public Builder() {
      entries.add(List.of());
    }

    /** Lets a trailing "s" or "'s" belong to no name's spelling and yet be met: "Su-35s". */
    public Builder<T> withPlurals() {
      plurals = true;
      return this;
    }

    /**
     * Adds a name. Several values may share a spelling: a match gives them all.
     *
     * @throws IllegalArgumentException for a name without a letter or digit
     */
    public Builder<T> add(String name, T value) {
      int node = 0;
      for (int i = 0; i < name.length(); i++) {
        char c = Folding.fold(name.charAt(i));
        if (isPart(c)) {
          node = step(node, c);
        }
      }
      if (node == 0) {
        throw new IllegalArgumentException("name '" + name + "' has neither letter nor digit");
      }
      List<Entry<T>> here = new ArrayList<>(entries.get(node));
      here.add(new Entry<>(name, value));
      entries.set(node, here);
      return this;
    }

    private int step(int node, char c) {
      long key = key(node, c);
      int slot = slot(edges, key);
      if (edges[slot] == key) {
        return targets[slot];
      }
      if (used * 2 > edges.length) {
        grow();
        slot = slot(edges, key);
      }
      used++;
      edges[slot] = key;
      targets[slot] = entries.size();
      entries.add(List.of());
      return targets[slot];
    }

    private void grow() {
      long[] oldEdges = edges;
      int[] oldTargets = targets;
      edges = new long[oldEdges.length * 2];
      targets = new int[edges.length];
      for (int i = 0; i < oldEdges.length; i++) {
        if (oldEdges[i] != 0) {
          int slot = slot(edges, oldEdges[i]);
          edges[slot] = oldEdges[i];
          targets[slot] = oldTargets[i];
        }
      }
    }

    /** The index of all names added so far. */
    public NameIndex<T> build() {
      return new NameIndex<>(edges.clone(), targets.clone(), entries.toArray(), plurals);
    }
  }

  private static long key(int node, char c) {
    return ((long) node << 16 | c) + 1;
  }

  private static int slot(long[] edges, long key) {
    int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & (edges.length - 1);
    while (edges[slot] != 0 && edges[slot] != key) {
      slot = (slot + 1) & (edges.length - 1);
    }
    return slot;
  }

  /** The names in a text, in order; none overlaps another. */
  public List<Match<T>> find(CharSequence text) {
    return find(text, 0, text.length());
  }

  /**
   * The names in a part of a text, in order; none overlaps another.
   *
   * @param from offset to start at
   * @param to offset to end at, exclusive
   */
  public List<Match<T>> find(CharSequence text, int from, int to) {
    List<Match<T>> found = new ArrayList<>();
    int at = from;
    while (at < to) {
      if (startsWord(text, at, from)) {
        Match<T> match = longest(text, at, to);
        if (match != null) {
          found.add(match);
          at = match.end();
          continue;
        }
      }
      at++;
    }
    return found;
  }

  /**
   * Every value of every name that begins anywhere in a part of a text, names within longer names
   * too: whatever {@link #find} gives for the part, or for a part of it, is among them.
   *
   * @param from offset to start at
   * @param to offset to end at, exclusive
   * @param met takes the values, one may come more than once
   */
  public void scan(CharSequence text, int from, int to, Consumer<? super T> met) {
    for (int start = from; start < to; start++) {
      if (startsWord(text, start, from)) {
        int node = 0;
        for (int at = start; at < to; at++) {
          char c = text.charAt(at);
          if (isPart(c)) {
            node = next(node, Folding.fold(c));
            if (node == 0) {
              break;
            }
            valuesAt(node, text, start, at + 1, to, met);
          } else if (!joins(c)) {
            break;
          }
        }
      }
    }
  }

  private void valuesAt(
      int node, CharSequence text, int start, int end, int to, Consumer<? super T> met) {
    if (ends[node] && endOfName(text, end, to) >= 0) {
      for (Entry<T> entry : entriesAt(node)) {
        if (agrees(entry.name(), text, start, end, true)) {
          met.accept(entry.value());
        }
      }
    }
  }

  /** Gives every name with what it stands for, in no order. */
  public void forEach(BiConsumer<String, ? super T> name) {
    for (int node = 0; node < entries.length; node++) {
      entriesAt(node).forEach(entry -> name.accept(entry.name(), entry.value()));
    }
  }

  private static boolean startsWord(CharSequence text, int at, int from) {
    if (!isPart(text.charAt(at))) {
      return false;
    }
    return at == from || !isPart(text.charAt(at - 1));
  }

  @org.jspecify.annotations.Nullable
  private Match<T> longest(CharSequence text, int start, int to) {
    Match<T> best = null;
    int node = 0;
    int at = start;
    while (at < to) {
      char c = text.charAt(at);
      if (isPart(c)) {
        node = next(node, Folding.fold(c));
        if (node == 0) {
          break;
        }
        Match<T> here = entryAt(node, text, start, at + 1, to);
        best = here == null ? best : here;
      } else if (!joins(c)) {
        break;
      }
      at++;
    }
    return best;
  }

  private int next(int node, char c) {
    if ((leadOn[node] >>> c & 1) == 0) {
      return 0;
    }
    long key = key(node, c);
    int slot = slot(edges, key);
    return edges[slot] == key ? targets[slot] : 0;
  }

  /** A letter or digit, one that is set high or low ("IRIS²") too. */
  private static boolean isPart(char c) {
    return c < PARTS.length ? PARTS[c] : Character.isLetterOrDigit(Folding.fold(c));
  }

  private static boolean joins(char c) {
    return c == ' '
        || c == '-'
        || c == '.'
        || c == '\''
        || c == '\u2019'
        || c == '\u2018'
        || c == '\u2010'
        || c == '\u2011'
        || c == '\u00A0'
        || c == '\u2013'
        || isOwn(c);
  }

  /** A sign that is met only where the name has it: "AN/APG-68(V)9", "T-6C+", "Smith & Sons". */
  private static boolean isOwn(char c) {
    return switch (c) {
      case ',', '/', '&', '(', ')', '+', '@', '>' -> true;
      default -> false;
    };
  }

  @SuppressWarnings("unchecked")
  private List<Entry<T>> entriesAt(int node) {
    return (List<Entry<T>>) entries[node];
  }

  /** Where a name ends whose letters end here, its plural ending included; -1 within a word. */
  private int endOfName(CharSequence text, int end, int to) {
    if (end >= to || !isPart(text.charAt(end))) {
      return end;
    }
    boolean plural =
        plurals && text.charAt(end) == 's' && (end + 1 >= to || !isPart(text.charAt(end + 1)));
    return plural ? end + 1 : -1;
  }

  @org.jspecify.annotations.Nullable
  private Match<T> entryAt(int node, CharSequence text, int start, int end, int to) {
    if (!ends[node]) {
      return null;
    }
    int stop = endOfName(text, end, to);
    if (stop < 0) {
      return null;
    }
    List<Entry<T>> here = entriesAt(node);
    List<Entry<T>> fitting =
        here.stream().filter(e -> agrees(e.name(), text, start, end, false)).toList();
    if (fitting.isEmpty()) {
      fitting = here.stream().filter(e -> agrees(e.name(), text, start, end, true)).toList();
    }
    return fitting.isEmpty()
        ? null
        : new Match<>(
            start,
            stop,
            fitting.getFirst().name(),
            fitting.stream().map(Entry::value).distinct().toList());
  }

  /**
   * Whether a stretch of text may be the name: capitals and gaps where they belong.
   *
   * @param hyphenated whether a hyphen may part a letter from a digit that the name joins
   */
  private static boolean agrees(
      String name, CharSequence text, int start, int end, boolean hyphenated) {
    int n = 0;
    int t = start;
    boolean abbreviation = isMixedAbbreviation(name);
    boolean first = true;
    while (n < name.length() && t < end) {
      int gapInName = gap(name, n, name.length());
      int gapInText = gap(text, t, end);
      if (!first
          && gapInText > 0
          && gapInName == 0
          && text.charAt(t) != '.'
          && text.charAt(t) != '\''
          && !(hyphenated && partsLetterFromDigit(text, t, gapInText))) {
        return false;
      }
      if (!first && gapInText > 0 && !fits(name.substring(n, n + gapInName), text, t, gapInText)) {
        return false;
      }
      n += gapInName;
      t += gapInText;
      if (n >= name.length() || t >= end) {
        break;
      }
      char wanted = name.charAt(n);
      char met = text.charAt(t);
      boolean wordStart = first || gapInName > 0;
      boolean capital = wordStart || abbreviation;
      if (capital && Character.isUpperCase(wanted) && Character.isLowerCase(met)) {
        return false;
      }
      first = false;
      n++;
      t++;
    }
    return true;
  }

  /** "LeT", which is not the verb at the head of a sentence: each of its capitals must be met. */
  private static boolean isMixedAbbreviation(String name) {
    return name.length() <= LONGEST_ABBREVIATION
        && name.chars().skip(1).anyMatch(Character::isUpperCase)
        && name.chars().anyMatch(Character::isLowerCase)
        && name.chars().allMatch(Character::isLetter);
  }

  private static boolean partsLetterFromDigit(CharSequence text, int at, int length) {
    return length == 1
        && "-\u2010\u2011\u2013".indexOf(text.charAt(at)) >= 0
        && Character.isLetter(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  private static int gap(CharSequence text, int at, int end) {
    int i = at;
    while (i < end && !isPart(text.charAt(i))) {
      i++;
    }
    return i - at;
  }

  private static boolean fits(String inName, CharSequence text, int at, int length) {
    if (length > Math.max(2, inName.length())) {
      return false;
    }
    for (int i = at; i < at + length; i++) {
      char c = text.charAt(i);
      if (isOwn(c) && inName.indexOf(c) < 0) {
        return false;
      }
      boolean sentenceEnd = c == '.' && i + 1 < at + length && text.charAt(i + 1) == ' ';
      if (sentenceEnd && inName.indexOf('.') < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "NameIndex of "
        + Arrays.stream(entries).filter(e -> !((List<?>) e).isEmpty()).count()
        + " spellings";
  }
}
