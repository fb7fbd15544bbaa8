package org.attache.claim;

/** What a source expressly does not disclose. */
public enum Withheld {
  /** How many. */
  QUANTITY("quantity"),
  /** What it is worth. */
  VALUE("value"),
  /** When it is delivered. */
  DELIVERY_TIME("delivery time"),
  /** Which type it is. */
  TYPE("type");

  private final String code;

  Withheld(String code) {
    this.code = code;
  }

  /** The name that the contract has for it. */
  public String code() {
    return code;
  }
}
