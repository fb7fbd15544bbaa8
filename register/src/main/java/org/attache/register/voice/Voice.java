package org.attache.register.voice;

import java.util.List;

/**
 * An independent source: one who asserts, with everything that only repeats it.
 *
 * @param key what makes it one
 * @param name what to call it
 * @param claims the keys of the claims that rest on it
 */
public record Voice(String key, String name, List<String> claims) {
  /** Keeps a copy. */
  public Voice {
    claims = List.copyOf(claims);
  }
}
