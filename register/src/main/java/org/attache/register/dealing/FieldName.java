package org.attache.register.dealing;

import java.util.Locale;

/** A field of a dealing that claims may give different values for. */
public enum FieldName {
  /** Who hands over. */
  SUPPLIER,
  /** Who gets. */
  RECIPIENT,
  /** Who acts together. */
  PARTICIPANTS,
  /** What it is about. */
  ITEMS,
  /** How many of each thing. */
  QUANTITY,
  /** What it is worth. */
  VALUE,
  /** When which stage is reached. */
  WHEN,
  /** What is not disclosed. */
  WITHHELD;

  /** "quantity". */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
