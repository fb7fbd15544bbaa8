package org.attache.register.resolution;

import org.attache.claim.Claim;

/**
 * A claim as the register holds it.
 *
 * @param key what it is known by: the same for the same claim of the same report
 * @param claim what was read
 * @param origin the report that it was read from
 */
public record HeldClaim(String key, Claim claim, Origin origin) {
  /** Refuses a blank key. */
  public HeldClaim {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a held claim needs a key");
    }
  }
}
