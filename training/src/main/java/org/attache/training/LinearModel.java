package org.attache.training;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A linear model as the reader uses it: a sum of the weights of named features.
 *
 * @param weights the weight of each feature
 */
record LinearModel(Map<String, Double> weights) {
  private static final int DECIMALS = 3;
  private static final BigDecimal LEAST = new BigDecimal("0.01");

  /** Keeps a copy. */
  LinearModel {
    weights = Map.copyOf(weights);
  }

  /** The model as a table keeps it: three decimals, and nothing that is next to nothing. */
  LinearModel rounded() {
    Map<String, Double> kept = new HashMap<>();
    weights.forEach(
        (feature, weight) -> {
          BigDecimal rounded = new BigDecimal(weight).setScale(DECIMALS, RoundingMode.HALF_EVEN);
          if (rounded.abs().compareTo(LEAST) >= 0) {
            kept.put(feature, rounded.doubleValue());
          }
        });
    return new LinearModel(kept);
  }

  /** The sum of the weights of these features. */
  double score(Collection<String> features) {
    double sum = 0;
    for (String feature : features) {
      sum += weights.getOrDefault(feature, 0.0);
    }
    return sum;
  }

  /** The place of the option that scores best, the first of several. */
  int best(Instance instance) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < instance.options().size(); i++) {
      double score = score(instance.options().get(i));
      if (score > highest) {
        highest = score;
        best = i;
      }
    }
    return best;
  }
}
