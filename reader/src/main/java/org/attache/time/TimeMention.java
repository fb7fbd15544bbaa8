package org.attache.time;

/**
 * Words of a sentence that give a time.
 *
 * @param from index of the first token, the preposition included
 * @param to index after the last token
 * @param interval the days they give
 */
public record TimeMention(int from, int to, Interval interval) {
  /** Refuses an empty span. */
  public TimeMention {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("time from token " + from + " to " + to);
    }
  }
}
