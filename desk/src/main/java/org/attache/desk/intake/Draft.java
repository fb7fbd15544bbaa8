package org.attache.desk.intake;

import java.util.List;
import java.util.Optional;
import org.attache.claim.Claim;
import org.attache.register.store.Arrival;

/**
 * A report that was read and is not kept yet.
 *
 * @param arrival the report
 * @param claims its claims; none where it cannot be read
 */
public record Draft(Arrival arrival, Optional<List<Claim>> claims) {
  /** Whether it was read at all. */
  public boolean isRead() {
    return claims.isPresent();
  }
}
