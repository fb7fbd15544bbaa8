package org.attache.register.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which reports share runs of words, in memory: 20 bytes for each sampled run. Reports are known by
 * whole numbers from 0. For one thread.
 */
final class SharedRuns {
  private static final int NONE = -1;

  private int[] heads = new int[1 << 16];
  private long[] runs = new long[1 << 16];
  private int[] reports = new int[1 << 16];
  private int[] next = new int[1 << 16];
  private int size;

  SharedRuns() {
    Arrays.fill(heads, NONE);
  }

  /** A report has a run. */
  void add(long run, int report) {
    if (size == runs.length) {
      grow();
    }
    runs[size] = run;
    reports[size] = report;
    link(size++);
  }

  private void link(int at) {
    int head = slot(runs[at]);
    next[at] = heads[head];
    heads[head] = at;
  }

  private int slot(long run) {
    return (int) (run ^ run >>> 32) & heads.length - 1;
  }

  private void grow() {
    int twice = 2 * size;
    runs = Arrays.copyOf(runs, twice);
    reports = Arrays.copyOf(reports, twice);
    next = new int[twice];
    heads = new int[twice];
    Arrays.fill(heads, NONE);
    for (int at = 0; at < size; at++) {
      link(at);
    }
  }

  /**
   * The reports that share so many of these runs, those that share most first, then those that came
   * first.
   */
  List<Integer> sharing(Collection<Long> sample, int needed) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (long run : sample) {
      for (int at = heads[slot(run)]; at != NONE; at = next[at]) {
        if (runs[at] == run) {
          shared.merge(reports[at], 1, Integer::sum);
        }
      }
    }
    return shared.entrySet().stream()
        .filter(entry -> entry.getValue() >= needed)
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
