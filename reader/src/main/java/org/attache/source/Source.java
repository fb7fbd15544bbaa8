package org.attache.source;

import java.util.Optional;
import org.attache.time.Interval;

/**
 * Who is responsible for an assertion: one link of a chain.
 *
 * @param type what sort of source it is
 * @param name its name; absent for an unnamed one
 * @param role the office as the report gives it
 * @param state ISO code of the state that it speaks for
 * @param cue the words that tie it to what it asserts
 * @param manner whether it is quoted
 * @param on when it made the statement
 */
public record Source(
    Type type,
    Optional<String> name,
    Optional<String> role,
    Optional<String> state,
    Optional<String> cue,
    Optional<Manner> manner,
    Optional<Interval> on) {

  /** What sort of source. */
  public enum Type {
    /** Somebody with a name. */
    PERSON,
    /** A government, ministry, company, organisation. */
    BODY,
    /** A paper, agency, broadcaster, or loose media. */
    OUTLET,
    /** Somebody, or a document, that the report does not name. */
    UNNAMED
  }

  /** How the source's words are given. */
  public enum Manner {
    /** All in quotation marks. */
    DIRECT,
    /** Not in quotation marks. */
    INDIRECT,
    /** Partly in quotation marks. */
    MIXED
  }

  /** Refuses a nameless person, body or outlet. */
  public Source {
    if (type != Type.UNNAMED && name.isEmpty()) {
      throw new IllegalArgumentException("a source of type " + type + " needs a name");
    }
  }

  /** The same source, having spoken at this time. */
  public Source on(Optional<Interval> time) {
    return new Source(type, name, role, state, cue, manner, time);
  }

  /** An outlet with nothing else said of it. */
  public static Source outlet(String name) {
    return new Source(
        Type.OUTLET,
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
