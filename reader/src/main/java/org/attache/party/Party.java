package org.attache.party;

import java.util.Optional;

/**
 * A side of a dealing.
 *
 * @param name its name: a state's usual one, a company's, a group's
 * @param state ISO 3166-1 alpha-2 code of the state that it is or belongs to
 */
public record Party(String name, Optional<String> state) {
  /** Refuses a blank name and a malformed code. */
  public Party {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a party needs a name");
    }
    if (state.isPresent() && !state.get().matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("'" + state.get() + "' is no ISO 3166-1 alpha-2 code");
    }
  }

  /** Whether both are, or belong to, one state, or bear one name where a state is not known. */
  public boolean sameSide(Party other) {
    return state.isPresent() || other.state.isPresent()
        ? state.equals(other.state)
        : name.equalsIgnoreCase(other.name);
  }
}
