package org.attache.register.resolution;

import java.util.List;

/**
 * Claims that are about one dealing.
 *
 * @param founder the key of the claim that the dealing is known by
 * @param claims the keys of all its claims, sorted
 */
public record Group(String founder, List<String> claims) {
  /** Sorts and keeps a copy; refuses a founder that is not among the claims. */
  public Group {
    claims = claims.stream().sorted().toList();
    if (!claims.contains(founder)) {
      throw new IllegalArgumentException("founder " + founder + " is not in its group");
    }
  }
}
