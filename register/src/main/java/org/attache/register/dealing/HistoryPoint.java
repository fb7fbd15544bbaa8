package org.attache.register.dealing;

import java.time.LocalDate;
import java.util.Optional;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;

/**
 * A step in a dealing's history: what a claim says of its stage.
 *
 * @param stage the stage
 * @param polarity whether it is asserted or denied
 * @param from first day of the time that the claim gives for it
 * @param to last day of that
 * @param told when that was published
 * @param claim the claim's key
 */
public record HistoryPoint(
    Stage stage,
    Polarity polarity,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    LocalDate told,
    String claim) {
  /** When it happened, as well as that is known: the time given, else when it was told. */
  public LocalDate day() {
    return from.or(() -> to).orElse(told);
  }
}
