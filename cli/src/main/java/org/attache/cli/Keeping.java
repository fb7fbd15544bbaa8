package org.attache.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attache.claim.Claim;
import org.attache.register.store.Added;
import org.attache.register.store.Arrival;
import org.attache.register.store.Register;

/**
 * Keeps the reports of an archive, several in one go: what follows from them for dealings is then
 * worked out once. For one thread at a time.
 */
final class Keeping {
  /** So many wait at most: reports of a few kB, and some claims of each. */
  private static final int MOST = 200;

  private final Register register;
  private final ArchiveTally tally;
  private final List<Register.Reading> waiting = new ArrayList<>();
  private final Set<String> addresses = new HashSet<>();

  /** Keeps in a register, and counts what becomes of each report. */
  Keeping(Register register, ArchiveTally tally) {
    this.register = register;
    this.tally = tally;
  }

  /**
   * Takes a report that was read. One without a claim is kept only where it may take back what an
   * earlier version says.
   */
  void take(Arrival arrival, List<Claim> claims) {
    if (claims.isEmpty() && !hasVersionOf(arrival)) {
      tally.read(0);
      return;
    }
    waiting.add(new Register.Reading(arrival, claims, Optional.of(ProgramVersion.reader())));
    arrival.where().ifPresent(addresses::add);
    if (waiting.size() >= MOST) {
      keep();
    }
  }

  private boolean hasVersionOf(Arrival arrival) {
    return arrival.where().filter(addresses::contains).isPresent()
        || register.hasVersionOf(arrival);
  }

  /** Keeps all that were taken. */
  void keep() {
    List<Added> added = waiting.isEmpty() ? List.of() : register.add(waiting);
    for (int i = 0; i < added.size(); i++) {
      if (added.get(i) == Added.KNOWN) {
        tally.left(ArchiveTally.Left.KNOWN);
      } else {
        tally.read(waiting.get(i).claims().size());
      }
    }
    waiting.clear();
    addresses.clear();
  }
}
