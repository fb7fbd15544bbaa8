package org.attache.register.decision;

import java.time.Instant;

/**
 * A ruling with who made it and when.
 *
 * @param number its number, in the order in which decisions were made
 * @param at when
 * @param who the reviewer's name
 * @param ruling what
 * @param reason why, in the reviewer's words; may be empty
 * @param undone whether a later decision takes it back
 */
public record Decision(
    long number, Instant at, String who, Ruling ruling, String reason, boolean undone) {
  /** Refuses a decision that nobody made. */
  public Decision {
    if (who.isBlank()) {
      throw new IllegalArgumentException("a decision needs the name of who makes it");
    }
  }
}
