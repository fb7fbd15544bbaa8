package org.attache.register.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Which reports share runs of words, in memory: some 50 bytes for each run that one report has, and
 * four for each further report. Reports are known by whole numbers from 0. For one thread.
 */
final class SharedRuns {
  private static final int[] NONE = {};

  /** A table with open addresses: at the place of a run those that have it. */
  private long[] runs = new long[1 << 16];

  private int[][] having = empty(1 << 16);
  private int[] numbers = new int[1 << 16];
  private int size;

  /** How many runs of those that are asked about each report has; all zero between questions. */
  private int[] shared = new int[1 << 10];

  private static int[][] empty(int length) {
    int[][] table = new int[length][];
    Arrays.fill(table, NONE);
    return table;
  }

  /** A report has a run. */
  void add(long run, int report) {
    if (2 * size >= runs.length) {
      grow();
    }
    int at = place(run);
    if (numbers[at] == 0) {
      runs[at] = run;
      size++;
    }
    if (numbers[at] == having[at].length) {
      having[at] = Arrays.copyOf(having[at], Math.max(1, 2 * numbers[at]));
    }
    having[at][numbers[at]++] = report;
    if (report >= shared.length) {
      shared = new int[2 * report];
    }
  }

  /** Where a run is, or may be put. */
  private int place(long run) {
    int last = runs.length - 1;
    int at = (int) (run ^ run >>> 32) & last;
    while (numbers[at] > 0 && runs[at] != run) {
      at = at + 1 & last;
    }
    return at;
  }

  private void grow() {
    long[] oldRuns = runs;
    int[][] oldHaving = having;
    int[] oldNumbers = numbers;
    runs = new long[2 * oldRuns.length];
    having = empty(runs.length);
    numbers = new int[runs.length];
    for (int i = 0; i < oldRuns.length; i++) {
      if (oldNumbers[i] > 0) {
        int at = place(oldRuns[i]);
        runs[at] = oldRuns[i];
        having[at] = oldHaving[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }

  /**
   * The reports that share enough of these runs, those that came first before others.
   *
   * @param needed how many a report must share
   */
  List<Integer> sharing(Collection<Long> sample, IntUnaryOperator needed) {
    IntStream.Builder found = IntStream.builder();
    int[] places = sample.stream().mapToInt(this::place).toArray();
    for (int at : places) {
      for (int i = 0; i < numbers[at]; i++) {
        if (++shared[having[at][i]] == 1) {
          found.add(having[at][i]);
        }
      }
    }
    int[] counts = shared;
    List<Integer> sharing =
        found
            .build()
            .filter(report -> counts[report] >= needed.applyAsInt(report))
            .sorted()
            .boxed()
            .toList();
    for (int at : places) {
      for (int i = 0; i < numbers[at]; i++) {
        shared[having[at][i]] = 0;
      }
    }
    return sharing;
  }
}
