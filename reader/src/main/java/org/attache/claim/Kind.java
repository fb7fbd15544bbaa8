package org.attache.claim;

import java.util.Locale;

/** What a claim says of its sides. */
public enum Kind {
  /** Military equipment or a licence to build it goes from a supplier to a recipient. */
  ARMS_TRANSFER,
  /** One side maintains, upgrades or trains for the other. */
  SERVICE,
  /** Sides work together militarily without one named thing changing hands. */
  MILITARY_COOPERATION,
  /** Civil goods, joint production, investment, payment. */
  TRADE,
  /** How relations stand or go, nothing more concrete. */
  RELATIONS,
  /** A sanction, embargo or ban, or its lifting. */
  RESTRICTION;

  /** The name that the contract has for it: "arms-transfer". */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
