package org.attache.claim;

import java.util.Locale;

/** How far a dealing has got, by a claim: in order up to {@link #DELIVERED}, then out of order. */
public enum Stage {
  /** Interest, talk of it. */
  CONSIDERED,
  /** Asked for, wanted. */
  SOUGHT,
  /** Offered. */
  OFFERED,
  /** Talks. */
  NEGOTIATED,
  /** Permitted by a government or parliament. */
  APPROVED,
  /** A deal is reached, a decision announced. */
  AGREED,
  /** A contract is signed or paid. */
  ORDERED,
  /** Deliveries, work or cooperation have begun. */
  UNDER_WAY,
  /** All that was agreed has arrived. */
  DELIVERED,
  /** Halted for now. */
  SUSPENDED,
  /** Ended. */
  CANCELLED,
  /** Not granted. */
  REFUSED;

  /** The name that the contract has for it: "under-way". */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
