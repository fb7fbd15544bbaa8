package org.attache.time;

import java.util.Optional;
import java.util.OptionalInt;

/** Reads how many units a time counts: "six", "two to three", "a", "about 18". */
final class Counts {
  private static final int LONGEST_QUALIFIER = 3;

  private final Phrase phrase;
  private final TimeWords lexicon;

  /**
   * A number of units.
   *
   * @param to index after its last word
   * @param value how many, the most where a range is told
   * @param one whether an article stands for the number
   */
  record Count(int to, int value, boolean one) {}

  Counts(Phrase phrase, TimeWords lexicon) {
    this.phrase = phrase;
    this.lexicon = lexicon;
  }

  /** The number at a word, "about" and the like before it, if there is one. */
  Optional<Count> read(int at) {
    int start = skip("about-a-number", at);
    if (phrase.is(start, "a", "an")) {
      return Optional.of(new Count(start + 1, 1, true));
    }
    OptionalInt first = count(start);
    if (first.isEmpty()) {
      return hyphened(start);
    }
    int to = start + 1;
    int value = first.getAsInt();
    if (phrase.is(to, "to", "or", "-") && count(to + 1).isPresent()) {
      value = Math.max(value, count(to + 1).getAsInt());
      to += 2;
    }
    if (phrase.is(to, "and") && phrase.is(to + 1, "a") && phrase.is(to + 2, "half")) {
      to += 3;
    }
    return Optional.of(new Count(to, value, false));
  }

  /** Skips the longest words of a role. */
  int skip(String role, int at) {
    for (int length = LONGEST_QUALIFIER; length > 0; length--) {
      if (lexicon.is(role, phrase.join(at, at + length))) {
        return at + length;
      }
    }
    return at;
  }

  private OptionalInt count(int at) {
    return lexicon.count(phrase.lower(at));
  }

  /** "3-5", "five-to-seven". */
  private Optional<Count> hyphened(int at) {
    String word = phrase.lower(at);
    String[] parts = word.replace('\u2013', '-').split("-", 4);
    if (parts.length < 2 || parts.length > 3) {
      return Optional.empty();
    }
    OptionalInt first = lexicon.count(parts[0]);
    OptionalInt last = lexicon.count(parts[parts.length - 1]);
    return first.isPresent() && last.isPresent() && first.getAsInt() < last.getAsInt()
        ? Optional.of(new Count(at + 1, last.getAsInt(), false))
        : Optional.empty();
  }
}
