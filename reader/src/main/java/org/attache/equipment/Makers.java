package org.attache.equipment;

import java.util.HashMap;
import java.util.Map;

/**
 * How many types of equipment each state makes, by the catalogue: whoever makes hundreds sells to
 * whoever makes none, and hardly ever the other way round.
 */
public final class Makers {
  private static final int MANY = 20;
  private static final int TIMES = 4;

  private final Map<String, Integer> types = new HashMap<>();

  /** Counts the types in a catalogue. */
  public Makers(Equipment equipment) {
    for (Designation designation : equipment.designations()) {
      designation.makers().forEach(state -> types.merge(state, 1, Integer::sum));
    }
  }

  /**
   * How many types a state makes.
   *
   * @param state its ISO 3166-1 alpha-2 code
   */
  public int types(String state) {
    return types.getOrDefault(state, 0);
  }

  /** Whether one state makes so much more than another that it is the seller of the two. */
  public boolean outdoes(String state, String other) {
    return types(state) >= MANY && types(state) >= TIMES * types(other);
  }
}
