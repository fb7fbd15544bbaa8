package org.attache.register.copy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The fingerprints of the reports that were compared last: a report that is like many others is
 * compared with each of them. For one thread.
 */
public final class Fingerprints {
  /** Some 10 kB each. */
  private static final int MOST = 1000;

  private final Map<String, Fingerprint> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * The fingerprint of a report.
   *
   * @param report the report's key
   * @param text gives its text, where that is needed
   */
  public Fingerprint of(String report, Supplier<String> text) {
    Fingerprint print = kept.computeIfAbsent(report, key -> Fingerprint.of(text.get()));
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    return print;
  }
}
