package org.attache.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/**
 * A linear model over named features: small, readable, and the same on every machine. Features that
 * it does not know weigh nothing.
 */
final class Weights {
  private final Map<String, Double> weights = new HashMap<>();

  /** The model of a table with the columns "feature" and "weight". */
  Weights(Tables tables, String table) {
    for (Row row : tables.rows(table)) {
      weights.put(row.get("feature"), Double.parseDouble(row.get("weight")));
    }
  }

  /** The sum of the weights of these features. */
  double score(Collection<String> features) {
    double sum = 0;
    for (String feature : features) {
      sum += weights.getOrDefault(feature, 0.0);
    }
    return sum;
  }
}
