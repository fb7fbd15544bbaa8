package org.attache.register.dealing;

import java.util.Locale;
import org.attache.quantity.Quantity;

/** Compares and writes ranges of numbers. */
final class Amounts {
  private Amounts() {}

  static boolean disjoint(Quantity one, Quantity other, double slack) {
    double oneMin = one.min().orElse(0) * (1 - slack);
    double otherMin = other.min().orElse(0) * (1 - slack);
    double oneMax = one.max().isPresent() ? one.max().getAsLong() : Double.POSITIVE_INFINITY;
    double otherMax = other.max().isPresent() ? other.max().getAsLong() : Double.POSITIVE_INFINITY;
    return oneMin > otherMax || otherMin > oneMax;
  }

  /** "24", "24 or more", "up to 50", "40 to 50". */
  static String text(Quantity quantity) {
    if (quantity.max().isEmpty()) {
      return number(quantity.min().orElseThrow()) + " or more";
    }
    String max = number(quantity.max().getAsLong());
    if (quantity.min().isEmpty()) {
      return "up to " + max;
    }
    return quantity.min().equals(quantity.max())
        ? max
        : number(quantity.min().getAsLong()) + " to " + max;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
