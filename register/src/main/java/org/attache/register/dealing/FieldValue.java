package org.attache.register.dealing;

import java.util.List;

/**
 * One value that claims give for a field.
 *
 * @param text the value, for people
 * @param of what it is the value of within the field: a type's name for a number, a stage for a
 *     time, a currency for money; may be empty
 * @param supporting the keys of the claims that assert it
 * @param denying the keys of the claims that deny the dealing with it
 * @param voices how many independent sources assert it
 */
public record FieldValue(
    String text, String of, List<String> supporting, List<String> denying, int voices) {
  /** Keeps copies; refuses a value that nobody gives. */
  public FieldValue {
    supporting = List.copyOf(supporting);
    denying = List.copyOf(denying);
    if (supporting.isEmpty() && denying.isEmpty()) {
      throw new IllegalArgumentException("value '" + text + "' has no claim");
    }
  }
}
