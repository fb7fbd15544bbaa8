package org.attache.reading;

import java.util.function.Supplier;

/**
 * Listens in on a reading: what was drafted, what was chosen among what. Training and whoever looks
 * for a fault hear it; an ordinary reading tells nobody.
 */
@FunctionalInterface
public interface Notes {
  /** Hears nothing. */
  Notes NONE = _ -> {};

  /**
   * Takes one note.
   *
   * @param line makes the note, one line of cells between tabs; not asked where nobody listens
   */
  void take(Supplier<String> line);
}
