package org.attache.coverage;

import java.util.OptionalInt;

/**
 * A type of equipment as a list from elsewhere has it.
 *
 * @param designation its designation, as spelt there
 * @param description what it is, in plain words: "light tank"; blank where the list does not say
 * @param weight how much it counts, such as the number of transfers that name it
 * @param lastYear the last year in which it was ordered, where that is known
 */
public record ListedType(
    String designation, String description, long weight, OptionalInt lastYear) {
  /** Refuses a blank designation and a negative weight. */
  public ListedType {
    designation = designation.strip();
    description = description.strip();
    if (designation.isEmpty()) {
      throw new IllegalArgumentException("a listed type needs a designation");
    }
    if (weight < 0) {
      throw new IllegalArgumentException("'" + designation + "' has the weight " + weight);
    }
  }

  /** Whether the description stands in for a designation, as it may where the type varies. */
  public boolean isStandIn() {
    return designation.equalsIgnoreCase(description);
  }

  /** Whether it was ordered in that year or later. */
  public boolean isOrderedSince(int year) {
    return lastYear.isPresent() && lastYear.getAsInt() >= year;
  }
}
