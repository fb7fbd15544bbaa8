package org.attache.claim;

import java.util.ArrayList;
import java.util.List;

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

  private boolean lies(Evidence in) {
    return in.start <= start && end <= in.end;
  }

  /** The spans of both lists, those that lie within another left out. */
  public static List<Evidence> joined(List<Evidence> one, List<Evidence> other) {
    List<Evidence> all = new ArrayList<>(one);
    for (Evidence span : other) {
      if (all.stream().noneMatch(span::lies)) {
        int at = all.size();
        for (int i = all.size() - 1; i >= 0; i--) {
          if (all.get(i).lies(span)) {
            all.remove(i);
            at = i;
          }
        }
        all.add(at, span);
      }
    }
    return List.copyOf(all);
  }
}
