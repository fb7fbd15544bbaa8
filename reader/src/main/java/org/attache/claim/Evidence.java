package org.attache.claim;

/**
 * Where a report says it.
 *
 * @param start offset of the first UTF-16 unit in the cleaned text
 * @param end offset after the last one
 * @param text the cleaned text at those offsets
 */
public record Evidence(int start, int end, String text) {
  /** Refuses a span whose length is not that of its text. */
  public Evidence {
    if (start < 0 || end - start != text.length() || text.isEmpty()) {
      throw new IllegalArgumentException(
          "evidence from " + start + " to " + end + ": '" + text + "'");
    }
  }
}
