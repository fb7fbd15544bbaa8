package org.attache.training;

import java.util.List;
import java.util.Set;

/**
 * One decision of the reader with the answer.
 *
 * @param report the place of its report in the corpus
 * @param options what there was to choose from, each by its features
 * @param right the places of the options that are right
 */
record Instance(int report, List<List<String>> options, Set<Integer> right) {
  /** Keeps copies. */
  Instance {
    options = List.copyOf(options);
    right = Set.copyOf(right);
  }

  /** A question of yes or no: one option, right or not. */
  static Instance yesOrNo(int report, List<String> features, boolean yes) {
    return new Instance(report, List.of(features), yes ? Set.of(0) : Set.of());
  }

  boolean yes() {
    return !right.isEmpty();
  }
}
