package org.attache.register.decision;

import java.util.List;

/** What a reviewer decides. Claims are named by their keys. */
public sealed interface Ruling {
  /** The claim stands as it was read. */
  record Confirm(String claim) implements Ruling {}

  /** The report does not say this: the claim counts no longer. */
  record Reject(String claim) implements Ruling {}

  /**
   * A field of the claim is something else.
   *
   * @param claim the claim
   * @param field the field as the contract calls it: "supplier"
   * @param json its value as the contract writes it
   */
  record Correct(String claim, String field, String json) implements Ruling {}

  /** The dealings of these two claims are one. */
  record Merge(String claim, String other) implements Ruling {}

  /**
   * These claims are about a dealing of their own.
   *
   * @param claims at least one
   */
  record Split(List<String> claims) implements Ruling {
    /** Keeps a copy; refuses an empty list. */
    public Split {
      claims = List.copyOf(claims);
      if (claims.isEmpty()) {
        throw new IllegalArgumentException("a split needs claims to set apart");
      }
    }
  }

  /** Words on a claim that change nothing. */
  record Comment(String claim) implements Ruling {}

  /**
   * An earlier decision counts no longer.
   *
   * @param decision its number
   */
  record Undo(long decision) implements Ruling {}
}
