package org.attache.training;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.ParameterAveraging;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Logistic regression by Tribuo: stochastic gradient descent in a fixed order. */
final class Logistic {
  /**
   * What is to be told apart.
   *
   * @param values how much of each feature there is
   * @param yes the answer
   * @param weight how much it counts
   */
  record Row(Map<String, Double> values, boolean yes, double weight) {
    /** Keeps a copy. */
    Row {
      values = Map.copyOf(values);
    }
  }

  private static final Label YES = new Label("yes");
  private static final Label NO = new Label("no");
  private static final long SEED = 1;
  private static final OffsetDateTime NO_TIME =
      OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  /** Small steps, few of them, and their average: what a corpus of this size bears. */
  private static final double RATE = 0.03;

  private static final double EPSILON = 1e-6;
  private static final int EPOCHS = 10;
  private static final int NO_LOGGING = -1;
  private static final int ONE_BY_ONE = 1;

  private Logistic() {}

  /**
   * The weight of each feature for "yes", and under the name of the constant what always counts.
   * Where all answers are the same, nothing can be told apart, and nothing weighs anything.
   */
  static LinearModel fit(List<Row> rows, String constant) {
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> dataset =
        new MutableDataset<>(
            new SimpleDataSourceProvenance("notes of the reader", NO_TIME, labels), labels);
    for (Row row : rows) {
      List<Feature> features = new ArrayList<>();
      row.values().forEach((name, value) -> features.add(new Feature(name, value)));
      if (!features.isEmpty()) {
        ArrayExample<Label> example = new ArrayExample<>(row.yes() ? YES : NO, features);
        example.setWeight((float) row.weight());
        dataset.add(example);
      }
    }
    if (dataset.getOutputs().size() < 2) {
      return new LinearModel(Map.of());
    }
    LinearSGDTrainer trainer =
        new LinearSGDTrainer(
            new LogMulticlass(),
            new ParameterAveraging(new AdaGrad(RATE, EPSILON)),
            EPOCHS,
            NO_LOGGING,
            ONE_BY_ONE,
            SEED);
    LinearSGDModel model = trainer.train(dataset);
    DenseMatrix weights = model.getWeightsCopy();
    int yes = model.getOutputIDInfo().getID(YES);
    int no = model.getOutputIDInfo().getID(NO);
    ImmutableFeatureMap ids = model.getFeatureIDMap();
    Map<String, Double> named = new HashMap<>();
    ids.forEach(
        feature -> {
          int id = ids.getID(feature.getName());
          named.put(feature.getName(), weights.get(yes, id) - weights.get(no, id));
        });
    named.put(constant, weights.get(yes, ids.size()) - weights.get(no, ids.size()));
    return new LinearModel(named);
  }
}
