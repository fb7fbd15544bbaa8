package org.attache.money;

import org.attache.quantity.Quantity;

/**
 * What a dealing is worth.
 *
 * @param currency ISO 4217 code
 * @param amount the range, in whole units of the currency
 * @param text the words that gave it
 */
public record Value(String currency, Quantity amount, String text) {
  /** Refuses a malformed code. */
  public Value {
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("'" + currency + "' is no ISO 4217 code");
    }
  }
}
