package org.attache.spark;

import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.util.AccumulatorV2;

/**
 * Counts, added up over all tasks. Spark takes those of a task once, when it has ended well, as
 * long as the task writes results itself; so a task that is run again counts once.
 *
 * <p>May be added to by several threads of a task.
 */
final class Tally extends AccumulatorV2<Count, Map<Count, Long>> {
  private static final long serialVersionUID = 1;

  private final EnumMap<Count, Long> counts = new EnumMap<>(Count.class);

  @Override
  public synchronized boolean isZero() {
    return counts.isEmpty();
  }

  @Override
  public AccumulatorV2<Count, Map<Count, Long>> copy() {
    Tally copy = new Tally();
    value().forEach(copy::add);
    return copy;
  }

  @Override
  public synchronized void reset() {
    counts.clear();
  }

  @Override
  public void add(Count count) {
    add(count, 1);
  }

  synchronized void add(Count count, long number) {
    counts.merge(count, number, Long::sum);
  }

  @Override
  public void merge(AccumulatorV2<Count, Map<Count, Long>> other) {
    other.value().forEach(this::add);
  }

  @Override
  public synchronized Map<Count, Long> value() {
    return new EnumMap<>(counts);
  }
}
