package org.attache.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a linear model of instances. */
@FunctionalInterface
interface Learner {
  /** Features that occur less often say more about the corpus than about reports. */
  int LEAST = 3;

  /** A model by these instances, the same for the same instances in the same order. */
  LinearModel learn(List<Instance> instances);

  /**
   * Learns to choose: of each right option against each wrong one beside it, in what they differ
   * must speak for the right one. Each instance counts the same, however many options it has.
   */
  static Learner ofChoices() {
    return instances -> {
      Set<String> known = known(instances);
      List<Logistic.Row> rows = new ArrayList<>();
      for (Instance instance : instances) {
        int right = instance.right().size();
        double weight = 1.0 / right / Math.max(1, instance.options().size() - right);
        for (int r = 0; r < instance.options().size(); r++) {
          for (int w = 0; w < instance.options().size(); w++) {
            if (instance.right().contains(r) && !instance.right().contains(w)) {
              List<String> better = instance.options().get(r);
              List<String> worse = instance.options().get(w);
              rows.add(new Logistic.Row(difference(better, worse, known), true, weight));
              rows.add(new Logistic.Row(difference(worse, better, known), false, weight));
            }
          }
        }
      }
      Map<String, Double> weights = new HashMap<>(Logistic.fit(rows, "").weights());
      // What always counts, counts alike for all options.
      weights.remove("");
      return new LinearModel(weights);
    };
  }

  /**
   * Learns to say yes or no.
   *
   * @param constant the feature that every option has
   */
  static Learner ofVerdicts(String constant) {
    return instances -> {
      Set<String> known = known(instances);
      known.remove(constant);
      return Logistic.fit(
          instances.stream()
              .map(
                  instance ->
                      new Logistic.Row(
                          difference(instance.options().getFirst(), List.of(), known),
                          instance.yes(),
                          1))
              .toList(),
          constant);
    };
  }

  private static Map<String, Double> difference(
      List<String> plus, List<String> minus, Set<String> known) {
    Map<String, Double> values = new HashMap<>();
    plus.stream().filter(known::contains).forEach(name -> values.merge(name, 1.0, Double::sum));
    minus.stream().filter(known::contains).forEach(name -> values.merge(name, -1.0, Double::sum));
    values.values().removeIf(value -> value == 0);
    return values;
  }

  private static Set<String> known(List<Instance> instances) {
    Map<String, Integer> times = new HashMap<>();
    for (Instance instance : instances) {
      instance.options().forEach(o -> o.forEach(name -> times.merge(name, 1, Integer::sum)));
    }
    return times.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
