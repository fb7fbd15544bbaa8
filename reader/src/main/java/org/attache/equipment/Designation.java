package org.attache.equipment;

import java.util.List;
import java.util.Optional;

/**
 * A type of equipment as the catalogue knows it.
 *
 * @param name the designation, without nickname
 * @param category what sort it is
 * @param makers ISO codes of the states whose industry made it
 * @param family the base type that it is a variant of
 * @param type what it is, in a few words
 */
public record Designation(
    String name, Category category, List<String> makers, Optional<String> family, String type) {
  /** Refuses a blank name. */
  public Designation {
    makers = List.copyOf(makers);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a designation needs a name");
    }
  }

  /** The base type's name: the family's, or its own. */
  public String base() {
    return family.orElse(name);
  }
}
