package org.attache.attribution;

import java.util.List;
import java.util.Optional;

/**
 * Who says what, as the text has it: nothing is resolved yet.
 *
 * @param source the mention of the source ("he", "a senior official"), where there is one
 * @param cue the words that tie the source to the content
 * @param contents the pieces of what is said, in order
 */
public record Attribution(Optional<Span> source, Optional<Span> cue, List<Span> contents) {
  /** Refuses an attribution without content. */
  public Attribution {
    contents = List.copyOf(contents);
    if (contents.isEmpty()) {
      throw new IllegalArgumentException("an attribution needs content");
    }
  }

  /**
   * A stretch of the cleaned text.
   *
   * @param start offset of its first UTF-16 unit
   * @param end offset after its last one
   */
  public record Span(int start, int end) {
    /** Refuses an empty or reversed span. */
    public Span {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("span from " + start + " to " + end);
      }
    }

    /** Whether the other span lies inside this one. */
    public boolean covers(int from, int to) {
      return start <= from && to <= end;
    }
  }
}
