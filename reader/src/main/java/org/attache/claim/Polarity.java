package org.attache.claim;

/** Whether a source affirms or denies. */
public enum Polarity {
  /** The source affirms the dealing. */
  ASSERTED,
  /** The source denies it. */
  DENIED
}
