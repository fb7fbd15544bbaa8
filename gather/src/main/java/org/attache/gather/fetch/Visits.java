package org.attache.gather.fetch;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the last visit to each address. */
public interface Visits {
  /** The last visit, if there was one. */
  Optional<Visit> load(URI uri);

  /** Remembers a visit instead of the one before. */
  void store(URI uri, Visit visit);

  /** Visits that are forgotten when the program ends. */
  static Visits inMemory() {
    Map<URI, Visit> visits = new ConcurrentHashMap<>();
    return new Visits() {
      @Override
      public Optional<Visit> load(URI uri) {
        return Optional.ofNullable(visits.get(uri));
      }

      @Override
      public void store(URI uri, Visit visit) {
        visits.put(uri, visit);
      }
    };
  }
}
