package org.attache.language;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The network of CoreNLP's transition parser (Chen and Manning, EMNLP 2014), which scores what may
 * be done next. It gives the same sums as CoreNLP's own code, in the same order and precision, so
 * that no parse differs; only the loops are turned round, so that a processor works on several
 * units at a time, and threads do not wait for each other.
 *
 * <p>What a vector comes to at a place of the input, behind the first layer, is worked out once and
 * kept: that of tags and relations for good, that of words as long as no other needs the room. May
 * be shared by threads.
 */
final class TransitionNetwork {
  /** A power of two: how many products of words are kept, of some 4 kB each. */
  private static final int KEPT = 1 << 15;

  private static final int SPREAD = 0x9E3779B9;

  private final TransitionModel model;
  private final int places;
  private final int firstKept;
  private final AtomicReferenceArray<float[]> ofNames;
  private final AtomicReferenceArray<Product> ofWords;

  /** A vector at a place behind the first layer. */
  private static final class Product {
    private final int key;
    private final float[] units;

    Product(int key, float[] units) {
      this.key = key;
      this.units = units;
    }
  }

  TransitionNetwork(TransitionModel model) {
    this.model = model;
    places = model.first().length;
    firstKept = model.nullRelation() - model.tags().size();
    ofNames = new AtomicReferenceArray<>((model.vectors().length - firstKept) * places);
    ofWords = new AtomicReferenceArray<>(KEPT);
  }

  /**
   * Scores all transitions.
   *
   * @param input the number of what stands at each place
   * @param hidden room for the hidden units
   * @param scores takes the scores
   */
  void score(int[] input, double[] hidden, double[] scores) {
    Arrays.fill(hidden, 0);
    int place = 0;
    for (; place + 4 <= places; place += 4) {
      add(
          hidden,
          product(input[place], place),
          product(input[place + 1], place + 1),
          product(input[place + 2], place + 2),
          product(input[place + 3], place + 3));
    }
    for (; place < places; place++) {
      float[] units = product(input[place], place);
      for (int i = 0; i < hidden.length; i++) {
        hidden[i] += units[i];
      }
    }
    cube(hidden, model.bias());
    Arrays.fill(scores, 0);
    double[][] second = model.second();
    int unit = 0;
    for (; unit + 4 <= hidden.length; unit += 4) {
      add(scores, hidden, second, unit);
    }
    for (; unit < hidden.length; unit++) {
      double[] weights = second[unit];
      for (int i = 0; i < scores.length; i++) {
        scores[i] += hidden[unit] * weights[i];
      }
    }
  }

  private static void add(double[] sums, float[] a, float[] b, float[] c, float[] d) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] + a[i] + b[i] + c[i] + d[i];
    }
  }

  private static void cube(double[] hidden, float[] bias) {
    for (int i = 0; i < hidden.length; i++) {
      double sum = hidden[i] + bias[i];
      hidden[i] = sum * sum * sum;
    }
  }

  private static void add(double[] scores, double[] hidden, double[][] second, int unit) {
    double h0 = hidden[unit];
    double h1 = hidden[unit + 1];
    double h2 = hidden[unit + 2];
    double h3 = hidden[unit + 3];
    double[] w0 = second[unit];
    double[] w1 = second[unit + 1];
    double[] w2 = second[unit + 2];
    double[] w3 = second[unit + 3];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = scores[i] + h0 * w0[i] + h1 * w1[i] + h2 * w2[i] + h3 * w3[i];
    }
  }

  private float[] product(int number, int place) {
    if (number >= firstKept) {
      int at = (number - firstKept) * places + place;
      float[] kept = ofNames.getAcquire(at);
      if (kept == null) {
        kept = multiply(number, place);
        ofNames.setRelease(at, kept);
      }
      return kept;
    }
    int key = number * places + place;
    int at = key * SPREAD >>> Integer.SIZE - Integer.numberOfTrailingZeros(KEPT);
    Product kept = ofWords.getAcquire(at);
    if (kept == null || kept.key != key) {
      kept = new Product(key, multiply(number, place));
      ofWords.setRelease(at, kept);
    }
    return kept.units;
  }

  private float[] multiply(int number, int place) {
    float[] vector = model.vectors()[number];
    float[][] weights = model.first()[place];
    double[] sums = new double[model.bias().length];
    int part = 0;
    for (; part + 2 <= vector.length; part += 2) {
      add(sums, weights[part], vector[part], weights[part + 1], vector[part + 1]);
    }
    for (; part < vector.length; part++) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weights[part][i] * vector[part];
      }
    }
    float[] units = new float[sums.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = (float) sums[i];
    }
    return units;
  }

  private static void add(double[] sums, float[] w0, float v0, float[] w1, float v1) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] + w0[i] * v0 + w1[i] * v1;
    }
  }
}
