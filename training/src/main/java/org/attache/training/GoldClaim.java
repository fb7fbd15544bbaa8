package org.attache.training;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attache.claim.Kind;
import org.attache.claim.Stage;

/**
 * What training needs of a gold claim.
 *
 * @param kind what it says of its sides
 * @param stage how far the dealing has got
 * @param supplier key of the supplier, where there is one
 * @param recipient key of the recipient, where there is one
 * @param participants keys of the sides of a claim without direction
 * @param items what it is about
 * @param middles where the middle of each piece of evidence stands in the cleaned text
 */
record GoldClaim(
    Kind kind,
    Stage stage,
    Optional<String> supplier,
    Optional<String> recipient,
    Set<String> participants,
    List<GoldItem> items,
    List<Integer> middles) {
  /** Keeps copies. */
  GoldClaim {
    participants = Set.copyOf(participants);
    items = List.copyOf(items);
    middles = List.copyOf(middles);
  }

  boolean directed() {
    return participants.isEmpty();
  }

  /** Whether a piece of its evidence has its middle between these offsets. */
  boolean stands(int start, int end) {
    return middles.stream().anyMatch(middle -> start <= middle && middle < end);
  }

  /** Whether one of the things that a note names is one of its items. */
  boolean has(List<String> things) {
    return things.stream().anyMatch(thing -> items.stream().anyMatch(item -> item.is(thing)));
  }
}
