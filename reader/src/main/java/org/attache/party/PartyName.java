package org.attache.party;

/**
 * What a name in a text stands for, and in what manner.
 *
 * @param party the side
 * @param form how the name names it
 */
public record PartyName(Party party, Form form) {
  /** How a name names its party. */
  public enum Form {
    /** A state by its name: "Poland", "the US". */
    STATE,
    /** An adjective: "Polish". */
    ADJECTIVE,
    /** Its people: "the Poles". */
    DEMONYM,
    /** Its capital: "Warsaw". */
    CAPITAL,
    /** A seat of power or body that acts for it: "the Kremlin", "the Pentagon". */
    SEAT,
    /** An organisation or group beside the states: "NATO", "Hezbollah". */
    ORGANISATION,
    /** A company or state trader. */
    COMPANY,
    /** Someone who speaks for it: "Putin". */
    LEADER,
    /** A town or region within it: tells where, names no side. */
    PLACE
  }

  /** Whether the name, standing alone, may be a side of a dealing. */
  public boolean isSide() {
    return form != Form.ADJECTIVE && form != Form.PLACE;
  }
}
