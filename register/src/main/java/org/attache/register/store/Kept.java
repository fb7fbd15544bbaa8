package org.attache.register.store;

import java.util.List;
import java.util.Optional;
import org.attache.claim.Claim;

/**
 * A report with all that a register keeps of it.
 *
 * @param arrival the report
 * @param reader the version of the reader that read it; none where nobody did
 * @param claims its claims as they were read, those too that are not made any more
 */
public record Kept(Arrival arrival, Optional<String> reader, List<KeptClaim> claims) {
  /**
   * A claim as it is kept.
   *
   * @param key what it is known by
   * @param lineage the key of the claim that an earlier reader made of the same words
   * @param reader the version of the reader that made it
   * @param gone whether today's reader does not make it any more
   * @param claim what was read
   */
  public record KeptClaim(String key, String lineage, String reader, boolean gone, Claim claim) {}

  /** Keeps a copy. */
  public Kept {
    claims = List.copyOf(claims);
  }
}
