package org.attache.dealing;

/** The part that a phrase has in a dealing. */
public enum Role {
  /** Who hands over, does the work, or imposes. */
  SUPPLIER,
  /** Who gets, has the work done, or is hit. */
  RECIPIENT,
  /** A side; the context tells which. */
  PARTY,
  /** One of several sides that act together. */
  PARTNER,
  /** What it is about. */
  ITEM,
  /** A dealing that the word is about. */
  EVENT,
  /** Whoever permits: the supplier, or a third state whose consent is needed. */
  APPROVER,
  /** Somebody outside the dealing. */
  THIRD,
  /** Nothing that matters. */
  NONE
}
