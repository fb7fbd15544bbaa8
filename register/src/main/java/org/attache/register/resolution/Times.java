package org.attache.register.resolution;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The times that claims speak of, each from a first to a last day. Tells how far another time is
 * from the nearest of them without looking at all.
 */
final class Times {
  /** The first days, as days of the epoch, sorted. */
  private int[] starts = new int[1];

  /** At each place the last day that any of the times up to there ends on: it never falls. */
  private int[] ends = new int[1];

  private int size;

  void add(LocalDate from, LocalDate to) {
    int start = (int) from.toEpochDay();
    int end = (int) to.toEpochDay();
    int place = startingUntil(start);
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    System.arraycopy(starts, place, starts, place + 1, size - place);
    System.arraycopy(ends, place, ends, place + 1, size - place);
    starts[place] = start;
    ends[place] = place == 0 ? end : Math.max(end, ends[place - 1]);
    size++;
    for (int after = place + 1; after < size && ends[after] < end; after++) {
      ends[after] = end;
    }
  }

  /** How many of the times start on a day or before. */
  private int startingUntil(int day) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Days between a time and the nearest of these; 0 where they meet. */
  long apart(LocalDate from, LocalDate to) {
    int first = (int) from.toEpochDay();
    int last = (int) to.toEpochDay();
    int later = startingUntil(last);
    long nearest = Long.MAX_VALUE;
    if (later > 0) {
      nearest = Math.max(0, first - ends[later - 1]);
    }
    if (later < size) {
      nearest = Math.min(nearest, starts[later] - last);
    }
    return nearest;
  }
}
