package org.attache.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a learner is worth on reports that it has not seen: the reports are dealt into folds, and
 * each instance is judged by a model of the other folds.
 */
final class CrossValidation {
  static final int FOLDS = 5;

  private static final long SEED = 3;

  /** An instance and a model of other reports. */
  record Judged(Instance instance, LinearModel model) {}

  private CrossValidation() {}

  /**
   * All instances, each with the model that has not seen its report.
   *
   * @param reports how many reports the corpus has
   */
  static List<Judged> judge(Learner learner, List<Instance> instances, int reports) {
    return judge(models(learner, instances, reports), instances, reports);
  }

  /** All instances, each with the model of its fold. */
  static List<Judged> judge(List<LinearModel> models, List<Instance> instances, int reports) {
    int[] folds = folds(reports);
    return instances.stream()
        .map(instance -> new Judged(instance, models.get(folds[instance.report()])))
        .toList();
  }

  /** For each fold the model of the other folds. */
  static List<LinearModel> models(Learner learner, List<Instance> instances, int reports) {
    int[] folds = folds(reports);
    return IntStream.range(0, FOLDS)
        .mapToObj(
            fold ->
                learner.learn(
                    instances.stream()
                        .filter(instance -> folds[instance.report()] != fold)
                        .toList()))
        .toList();
  }

  /** The fold of each report. */
  static int[] folds(int reports) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(SEED));
    int[] folds = new int[reports];
    Arrays.setAll(folds, i -> order.get(i) % FOLDS);
    return folds;
  }

  /** The share of choices that are right. */
  static double accuracy(List<Judged> judged) {
    long right =
        judged.stream()
            .filter(j -> j.instance().right().contains(j.model().best(j.instance())))
            .count();
    return judged.isEmpty() ? 0 : (double) right / judged.size();
  }
}
