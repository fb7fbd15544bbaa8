package org.attache.training;

import java.util.List;
import java.util.stream.IntStream;
import org.attache.training.CrossValidation.Judged;

/**
 * The score above which a draft is accepted, and what it brings on drafts of unseen reports.
 *
 * @param score the threshold
 * @param precision the share of the accepted drafts that are claims
 * @param recall the share of the claims among the drafts that are accepted
 */
record Threshold(double score, double precision, double recall) {
  private static final int TENTHS = 30;

  /** A difference in F1 that another deal of the folds may turn round. */
  private static final double NEARLY = 0.003;

  /** What a threshold brings. */
  static Threshold at(double score, List<Judged> judged) {
    int accepted = 0;
    int right = 0;
    int claims = 0;
    for (Judged one : judged) {
      boolean yes = one.instance().yes();
      boolean above = one.model().score(one.instance().options().getFirst()) > score;
      claims += yes ? 1 : 0;
      accepted += above ? 1 : 0;
      right += yes && above ? 1 : 0;
    }
    return new Threshold(score, share(right, accepted), share(right, claims));
  }

  /**
   * The highest of those a tenth apart whose F1 is nearly the best. Real reports hold more that is
   * no dealing than a corpus does, so of thresholds that are as good here the stricter one serves
   * better there.
   */
  static Threshold best(List<Judged> judged) {
    List<Threshold> all =
        IntStream.rangeClosed(-TENTHS, TENTHS)
            .mapToObj(tenths -> at(tenths / 10.0, judged))
            .toList();
    double most = all.stream().mapToDouble(Threshold::f1).max().orElseThrow();
    return all.stream()
        .filter(one -> one.f1() >= most - NEARLY)
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  /** The harmonic mean of precision and recall. */
  double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
