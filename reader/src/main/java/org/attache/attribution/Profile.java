package org.attache.attribution;

import java.util.List;
import java.util.Optional;
import org.attache.source.Source;

/**
 * Whom a mention of a source means.
 *
 * @param type what sort of source it is
 * @param name full name, where it has one
 * @param role office as the report gives it
 * @param state ISO code of the state that it speaks for
 * @param via outlets or others through which it came to be known, outermost first
 */
record Profile(
    Source.Type type,
    Optional<String> name,
    Optional<String> role,
    Optional<String> state,
    List<Profile> via) {
  Profile {
    via = List.copyOf(via);
  }

  static Profile person(String name, Optional<String> role, Optional<String> state) {
    return new Profile(Source.Type.PERSON, Optional.of(name), role, state, List.of());
  }

  static Profile body(String name, Optional<String> state) {
    return new Profile(Source.Type.BODY, Optional.of(name), Optional.empty(), state, List.of());
  }

  static Profile outlet(String name) {
    return new Profile(
        Source.Type.OUTLET, Optional.of(name), Optional.empty(), Optional.empty(), List.of());
  }

  static Profile unnamed(String role, Optional<String> state) {
    return new Profile(Source.Type.UNNAMED, Optional.empty(), Optional.of(role), state, List.of());
  }

  /** The same, known through these others. */
  Profile through(List<Profile> others) {
    return new Profile(type, name, role, state, others);
  }

  boolean is(Source.Type wanted) {
    return type == wanted;
  }

  /** Whether both mean the same source. */
  boolean same(Profile other) {
    return type == other.type
        && name.equals(other.name)
        && (name.isPresent() || role.equals(other.role));
  }

  /** Name and role in lower case, for looking words up in them. */
  String words() {
    return (name.orElse("") + " " + role.orElse("")).toLowerCase(java.util.Locale.ROOT);
  }
}
