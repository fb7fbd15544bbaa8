package org.attache.quantity;

import java.util.OptionalLong;

/**
 * How many, or how much: a range of whole numbers, either end of which may be open.
 *
 * @param min the least
 * @param max the most
 */
public record Quantity(OptionalLong min, OptionalLong max) {
  /** Refuses a range without ends, one below zero, and one whose ends are the wrong way round. */
  public Quantity {
    if (min.isEmpty() && max.isEmpty()) {
      throw new IllegalArgumentException("a quantity needs at least one end");
    }
    if (min.orElse(0) < 0 || max.orElse(0) < 0 || max.orElse(Long.MAX_VALUE) < min.orElse(0)) {
      throw new IllegalArgumentException("no quantity runs from " + min + " to " + max);
    }
  }

  /** Just so many. */
  public static Quantity exactly(long number) {
    return new Quantity(OptionalLong.of(number), OptionalLong.of(number));
  }

  /** So many or more. */
  public static Quantity atLeast(long number) {
    return new Quantity(OptionalLong.of(number), OptionalLong.empty());
  }

  /** So many or fewer. */
  public static Quantity atMost(long number) {
    return new Quantity(OptionalLong.empty(), OptionalLong.of(number));
  }

  /** From one number to another. */
  public static Quantity between(long min, long max) {
    return new Quantity(OptionalLong.of(min), OptionalLong.of(max));
  }
}
