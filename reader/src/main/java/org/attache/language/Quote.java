package org.attache.language;

/**
 * A quotation: what stands between two marks, the marks included. A quotation over several
 * paragraphs is one per paragraph; {@code continues} ties each to the next.
 *
 * @param start offset of the opening mark in the cleaned text, in UTF-16 units
 * @param end offset after the closing mark, or the end of the paragraph where none stands
 * @param continues whether the paragraph ends without a closing mark and the next one opens again
 */
public record Quote(int start, int end, boolean continues) {
  /** Refuses an empty or reversed span. */
  public Quote {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("quotation from " + start + " to " + end);
    }
  }

  /** Whether the span lies inside this quotation. */
  public boolean covers(int from, int to) {
    return start <= from && to <= end;
  }
}
