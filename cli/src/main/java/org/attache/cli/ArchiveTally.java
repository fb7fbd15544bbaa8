package org.attache.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.attache.register.store.KeptRun;

/** Counts what became of the pages of archives. For one thread at a time. */
final class ArchiveTally {
  /** Why a page was not read for claims. */
  enum Left {
    /** Its bytes hold nothing that a claim could be made of. */
    BY_BYTES("passed over by their bytes"),
    /** The text of its article holds no such thing. */
    BY_TEXT("passed over by their text"),
    /** It is not in English. */
    FOREIGN("not in English"),
    /** It is in the register already. */
    KNOWN("there already");

    private final String words;

    Left(String words) {
      this.words = words;
    }
  }

  private final LongSupplier clock;
  private final Map<Left, Long> left = new EnumMap<>(Left.class);
  private long records;
  private long faults;
  private long read;
  private long holding;
  private long claims;
  private long begun;
  private long nanos;

  /** Counts nothing yet; the clock tells the time in nanoseconds. */
  ArchiveTally(LongSupplier clock) {
    this.clock = clock;
  }

  /** An archive is begun. */
  void begin() {
    begun = clock.getAsLong();
  }

  /** An archive was read to its end. */
  void end(long recordsRead) {
    nanos += clock.getAsLong() - begun;
    records += recordsRead;
  }

  void left(Left why) {
    left.merge(why, 1L, Long::sum);
  }

  void faulty() {
    faults++;
  }

  void read(int found) {
    read++;
    claims += found;
    holding += found > 0 ? 1 : 0;
  }

  /** Whether everything could be used so far. */
  boolean whole() {
    return faults == 0;
  }

  /** How far it is; what was read and holds no claim was passed over. */
  KeptRun.Counts counts() {
    return new KeptRun.Counts(pages(), holding, pages() - holding - faults, faults);
  }

  private long pages() {
    return left.values().stream().mapToLong(count -> count).sum() + read + faults;
  }

  /** "1,020 pages/s": of all pages so far. */
  String speed() {
    return speed(nanos + clock.getAsLong() - begun);
  }

  private String speed(long during) {
    return String.format(Locale.ROOT, "%,.0f pages/s", pages() * 1e9 / Math.max(1, during));
  }

  /** What it came to, in a sentence; none where no archive was read. */
  List<String> lines() {
    if (records == 0 && pages() == 0) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    left.forEach((why, count) -> parts.add(counted(count) + " " + why.words));
    parts.add(
        counted(read)
            + " read, of which "
            + counted(holding)
            + " hold "
            + counted(claims)
            + " claims");
    if (faults > 0) {
      parts.add(counted(faults) + " could not be used");
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "%s pages in %s records of archives, %.1f s, %s: %s",
            counted(pages()),
            counted(records),
            nanos / 1e9,
            speed(nanos),
            String.join(", ", parts)));
  }

  private static String counted(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
