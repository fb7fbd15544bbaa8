package org.attache.desk.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers over time, small enough to stand in a line.
 *
 * @param bars for each part of the time how high its bar is, from 0 to {@link #HEIGHT}
 * @param words the same in words, for those who do not see it
 */
record Spark(List<Integer> bars, String words) {
  static final int HEIGHT = 16;
  static final int WIDTH = 3;
  private static final int PARTS = 24;

  static final Spark NONE = new Spark(List.of(), "");

  Spark {
    bars = List.copyOf(bars);
  }

  /**
   * Reports over a time.
   *
   * @param days of reports, in order
   * @param from first day of the time
   * @param to last day of it
   */
  static Spark of(List<LocalDate> days, LocalDate from, LocalDate to) {
    Map<LocalDate, Integer> counts = new TreeMap<>();
    days.forEach(day -> counts.merge(day, 1, Integer::sum));
    return of(counts, "report", from, to);
  }

  /**
   * Things over a time.
   *
   * @param counts how many on which day
   * @param noun what they are
   * @param from first day of the time
   * @param to last day of it
   */
  static Spark of(Map<LocalDate, Integer> counts, String noun, LocalDate from, LocalDate to) {
    if (counts.isEmpty()) {
      return NONE;
    }
    int[] bars = new int[PARTS];
    long span = Math.max(1, to.toEpochDay() - from.toEpochDay() + 1);
    counts.forEach(
        (day, number) -> {
          long at = (day.toEpochDay() - from.toEpochDay()) * PARTS / span;
          bars[Math.clamp(at, 0, PARTS - 1)] += number;
        });
    LocalDate first = java.util.Collections.min(counts.keySet());
    LocalDate last = java.util.Collections.max(counts.keySet());
    int all = counts.values().stream().mapToInt(number -> number).sum();
    return new Spark(
        scaled(bars),
        Plain.counted(all, noun)
            + (first.equals(last)
                ? " on " + Plain.day(first)
                : " from " + Plain.day(first) + " to " + Plain.day(last)));
  }

  private static List<Integer> scaled(int[] counts) {
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    List<Integer> bars = new ArrayList<>();
    for (int count : counts) {
      bars.add(count == 0 ? 0 : Math.max(3, count * HEIGHT / most));
    }
    return bars;
  }

  /** Where a bar starts. */
  static int x(int part) {
    return part * WIDTH;
  }

  /** How wide all of it is. */
  static int width() {
    return PARTS * WIDTH;
  }
}
