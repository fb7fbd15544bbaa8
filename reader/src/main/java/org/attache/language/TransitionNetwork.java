package org.attache.language;

import java.util.Arrays;
import java.util.BitSet;
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

  /** So many places, or units, are added up in one go. */
  private static final int STEP = 8;

  /** Half the distance of one from the next number in single precision, and a little more. */
  private static final float PRECISION = 0x1.1p-24f;

  private final TransitionModel model;
  private final int places;
  private final int firstKept;
  private final float[][] roughSecond;
  private final float[] steepest;
  private final float highestBias;
  private final AtomicReferenceArray<Product> ofNames;
  private final AtomicReferenceArray<Product> ofWords;

  /** A vector at a place behind the first layer. */
  private static final class Product {
    private final int key;
    private final float[] units;

    /** The farthest that one of the units is from nought. */
    private final float farthest;

    Product(int key, float[] units) {
      this.key = key;
      this.units = units;
      farthest = farthest(units);
    }
  }

  TransitionNetwork(TransitionModel model) {
    this.model = model;
    places = model.first().length;
    firstKept = model.nullRelation() - model.tags().size();
    ofNames = new AtomicReferenceArray<>((model.vectors().length - firstKept) * places);
    ofWords = new AtomicReferenceArray<>(KEPT);
    double[][] second = model.second();
    roughSecond = new float[second.length][];
    steepest = new float[second.length];
    for (int unit = 0; unit < second.length; unit++) {
      roughSecond[unit] = new float[second[unit].length];
      for (int i = 0; i < second[unit].length; i++) {
        roughSecond[unit][i] = (float) second[unit][i];
      }
      steepest[unit] = Math.nextUp(farthest(roughSecond[unit]));
    }
    highestBias = farthest(model.bias());
  }

  private static float farthest(float[] units) {
    float farthest = 0;
    for (float unit : units) {
      farthest = Math.max(farthest, Math.abs(unit));
    }
    return farthest;
  }

  /** Room for the work of one thread. */
  final class Sheet {
    private final double[] hidden = new double[model.bias().length];
    private final float[] roughHidden = new float[hidden.length];
    private final float[] roughScores = new float[model.second()[0].length];
    private final Product[] products = new Product[places];

    /** The scores of all transitions, by {@link #score}. */
    final double[] scores = new double[roughScores.length];
  }

  /**
   * The transition of the highest score, the first of equals, among those that may be made. It is
   * what {@link #score} gives; but the scores are worked out in single precision first, which takes
   * half the time, and exactly only where two of them are nearer to each other than what both may
   * be off by.
   *
   * @param input the number of what stands at each place
   * @param allowed which transitions may be made; at least one
   */
  int best(int[] input, BitSet allowed, Sheet sheet) {
    float off = rough(input, sheet);
    float[] rough = sheet.roughScores;
    int best = allowed.nextSetBit(0);
    float next = Float.NEGATIVE_INFINITY;
    for (int i = allowed.nextSetBit(best + 1); i >= 0; i = allowed.nextSetBit(i + 1)) {
      if (rough[i] > rough[best]) {
        next = rough[best];
        best = i;
      } else {
        next = Math.max(next, rough[i]);
      }
    }
    if (rough[best] - next > 2 * off) {
      return best;
    }
    score(input, sheet);
    best = allowed.nextSetBit(0);
    for (int i = best; i >= 0; i = allowed.nextSetBit(i + 1)) {
      best = sheet.scores[i] > sheet.scores[best] ? i : best;
    }
    return best;
  }

  /**
   * Scores all transitions in single precision.
   *
   * @return how far a score may be from that of {@link #score}, at most (Higham, Accuracy and
   *     Stability of Numerical Algorithms, 3.1), doubled for what working this out is off by itself
   */
  private float rough(int[] input, Sheet sheet) {
    float[] hidden = sheet.roughHidden;
    float[] scores = sheet.roughScores;
    Product[] products = sheet.products;
    float farthest = highestBias;
    for (int place = 0; place < places; place++) {
      products[place] = product(input[place], place);
      farthest += products[place].farthest;
    }
    System.arraycopy(model.bias(), 0, hidden, 0, hidden.length);
    int place = 0;
    for (; place + STEP <= places; place += STEP) {
      addUnits(hidden, products, place);
    }
    for (; place < places; place++) {
      float[] units = products[place].units;
      for (int i = 0; i < hidden.length; i++) {
        hidden[i] += units[i];
      }
    }
    float sumOff = (places + 2) * PRECISION * farthest;
    float off = cube(hidden, steepest, sumOff);
    Arrays.fill(scores, 0);
    int unit = 0;
    for (; unit + STEP <= hidden.length; unit += STEP) {
      addScores(scores, hidden, roughSecond, unit);
    }
    for (; unit < hidden.length; unit++) {
      float[] weights = roughSecond[unit];
      for (int i = 0; i < scores.length; i++) {
        scores[i] += hidden[unit] * weights[i];
      }
    }
    return 2 * off;
  }

  /**
   * Cubes hidden units.
   *
   * @return how far a score may be off, where each unit may be by that much, and each product and
   *     sum that a score is made of is rounded
   */
  private static float cube(float[] hidden, float[] steepest, float sumOff) {
    float steps = (hidden.length + 6) * PRECISION;
    float slopes = 0;
    float cubes = 0;
    for (int i = 0; i < hidden.length; i++) {
      float sum = hidden[i];
      float most = Math.abs(sum) + sumOff;
      slopes += steepest[i] * (most * most);
      cubes += steepest[i] * (most * most * most);
      hidden[i] = sum * sum * sum;
    }
    return 3 * sumOff * slopes + steps * cubes;
  }

  private static void addUnits(float[] sums, Product[] products, int place) {
    float[] a = products[place].units;
    float[] b = products[place + 1].units;
    float[] c = products[place + 2].units;
    float[] d = products[place + 3].units;
    float[] e = products[place + 4].units;
    float[] f = products[place + 5].units;
    float[] g = products[place + 6].units;
    float[] h = products[place + 7].units;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] + a[i] + b[i] + c[i] + d[i] + e[i] + f[i] + g[i] + h[i];
    }
  }

  private static void addScores(float[] scores, float[] hidden, float[][] second, int unit) {
    float h0 = hidden[unit];
    float h1 = hidden[unit + 1];
    float h2 = hidden[unit + 2];
    float h3 = hidden[unit + 3];
    float h4 = hidden[unit + 4];
    float h5 = hidden[unit + 5];
    float h6 = hidden[unit + 6];
    float h7 = hidden[unit + 7];
    float[] w0 = second[unit];
    float[] w1 = second[unit + 1];
    float[] w2 = second[unit + 2];
    float[] w3 = second[unit + 3];
    float[] w4 = second[unit + 4];
    float[] w5 = second[unit + 5];
    float[] w6 = second[unit + 6];
    float[] w7 = second[unit + 7];
    for (int i = 0; i < scores.length; i++) {
      scores[i] =
          scores[i]
              + (h0 * w0[i] + h1 * w1[i])
              + (h2 * w2[i] + h3 * w3[i])
              + (h4 * w4[i] + h5 * w5[i])
              + (h6 * w6[i] + h7 * w7[i]);
    }
  }

  /** Scores all transitions as CoreNLP does. */
  void score(int[] input, Sheet sheet) {
    double[] hidden = sheet.hidden;
    double[] scores = sheet.scores;
    Arrays.fill(hidden, 0);
    int place = 0;
    for (; place + 4 <= places; place += 4) {
      add(
          hidden,
          product(input[place], place).units,
          product(input[place + 1], place + 1).units,
          product(input[place + 2], place + 2).units,
          product(input[place + 3], place + 3).units);
    }
    for (; place < places; place++) {
      float[] units = product(input[place], place).units;
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

  private Product product(int number, int place) {
    if (number >= firstKept) {
      int at = (number - firstKept) * places + place;
      Product kept = ofNames.getAcquire(at);
      if (kept == null) {
        kept = new Product(at, multiply(number, place));
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
    return kept;
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
