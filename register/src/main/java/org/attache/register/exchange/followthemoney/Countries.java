package org.attache.register.exchange.followthemoney;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The model's codes of countries: those of ISO 3166-1 in small letters, and its own for some. */
final class Countries {
  /** States that are no more; the model has no code for South Yemen. */
  private static final Map<String, Optional<String>> FORMER =
      Map.of(
          "SU", Optional.of("suhh"),
          "YU", Optional.of("yucs"),
          "CS", Optional.of("cshh"),
          "YD", Optional.empty());

  private Countries() {}

  /** The code of a state. */
  static Optional<String> code(String state) {
    return FORMER.getOrDefault(state, Optional.of(state.toLowerCase(Locale.ROOT)));
  }
}
