package org.attache.register.store;

/**
 * What reading a report again has changed.
 *
 * @param same claims that are as before
 * @param changed claims that today's reader puts otherwise
 * @param added claims that were not made before
 * @param gone claims that are not made any more
 */
public record Reread(int same, int changed, int added, int gone) {
  /** Nothing. */
  public static final Reread NOTHING = new Reread(0, 0, 0, 0);

  /** Both together. */
  public Reread and(Reread other) {
    return new Reread(
        same + other.same, changed + other.changed, added + other.added, gone + other.gone);
  }
}
