package org.attache.claim;

/** How sure a source presents itself to be. */
public enum Certainty {
  /** A plain statement. */
  CERTAIN,
  /** "Is expected to", "plans to". */
  PROBABLE,
  /** "Could", "may". */
  POSSIBLE;

  /** The less sure of two. */
  public Certainty and(Certainty other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
