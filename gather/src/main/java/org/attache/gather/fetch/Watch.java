package org.attache.gather.fetch;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes to addresses again and again, each when it is due. */
public final class Watch {
  private final Fetcher fetcher;
  private final Visits visits;
  private final Rhythm rhythm;
  private final InstantSource clock;

  /** A watch that remembers its visits there. */
  public Watch(Fetcher fetcher, Visits visits, Rhythm rhythm, InstantSource clock) {
    this.fetcher = fetcher;
    this.visits = visits;
    this.rhythm = rhythm;
    this.clock = clock;
  }

  /**
   * Goes to an address if that is due.
   *
   * @param taker is given what came of it. Only when it returns is the visit remembered: a page
   *     that could not be dealt with is fetched again
   * @return whether it was due
   * @throws InterruptedException where the thread was told to stop while it waited
   */
  public boolean look(URI uri, Consumer<Fetched> taker) throws InterruptedException {
    Optional<Visit> before = visits.load(uri);
    if (!before.map(visit -> visit.isDue(clock.instant())).orElse(true)) {
      return false;
    }
    Fetched fetched = fetcher.fetch(uri, before.map(Visit::validators).orElse(Validators.NONE));
    taker.accept(fetched);
    visits.store(uri, Visit.after(before, fetched, clock.instant(), rhythm));
    return true;
  }
}
