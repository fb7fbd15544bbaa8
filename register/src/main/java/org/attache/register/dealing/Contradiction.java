package org.attache.register.dealing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Values of one field that cannot all be true.
 *
 * @param field the field's name; "polarity" where some assert what others deny
 * @param of what within the field, as a type's name; may be empty
 * @param values the values, most voices first
 */
public record Contradiction(String field, String of, List<FieldValue> values) {
  /** Keeps a copy. */
  public Contradiction {
    values = List.copyOf(values);
  }

  /** "quantity of Su-35: 24 (2 sources), 50 (1 source)". */
  public String text() {
    return field
        + (of.isEmpty() ? "" : " of " + of)
        + ": "
        + values.stream()
            .map(value -> value.text() + " (" + sources(value.voices()) + ")")
            .collect(Collectors.joining(", "));
  }

  private static String sources(int number) {
    return number + (number == 1 ? " source" : " sources");
  }
}
