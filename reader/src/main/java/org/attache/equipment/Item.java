package org.attache.equipment;

import java.util.Optional;
import org.attache.quantity.Quantity;

/**
 * A thing that a dealing is about.
 *
 * @param designation the catalogue's name of its type
 * @param category what sort it is
 * @param text the words that name it
 * @param quantity how many
 */
public record Item(
    Optional<String> designation, Category category, String text, Optional<Quantity> quantity) {
  /** Refuses an item without words. */
  public Item {
    if (text.isBlank()) {
      throw new IllegalArgumentException("an item needs the words that name it");
    }
  }

  /** The same item in another quantity. */
  public Item withQuantity(Optional<Quantity> other) {
    return new Item(designation, category, text, other);
  }
}
