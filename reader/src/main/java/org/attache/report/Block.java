package org.attache.report;

/**
 * One line of the cleaned text and what it is.
 *
 * @param kind what the line is in the report
 * @param start offset of its first UTF-16 unit in the cleaned text
 * @param end offset after its last UTF-16 unit
 */
public record Block(Kind kind, int start, int end) {
  /** What a line of a report is. */
  public enum Kind {
    /** The headline. */
    TITLE,
    /** A line under the headline that sums the report up. */
    STANDFIRST,
    /** A crosshead within the body. */
    HEADING,
    /** A paragraph of the body. */
    BODY,
    /** A pointer to another article ("Read more: …"). */
    TEASER,
    /** Credits, notes on the outlet, boilerplate: nothing is read from them. */
    MATTER
  }

  /** Refuses an empty or reversed span. */
  public Block {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("block from " + start + " to " + end);
    }
  }
}
