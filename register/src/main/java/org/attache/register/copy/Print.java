package org.attache.register.copy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A report as the search for copies sees it, before texts are compared.
 *
 * @param report the report's key
 * @param day when it was published
 * @param address the URL that versions of it share: a version is no copy
 * @param sampled how many of its runs of words are in its sample
 */
public record Print(String report, LocalDate day, Optional<String> address, int sampled) {
  /** Agencies' stories are printed within days; a text of the same make later is a new story. */
  public static final int DAYS_OF_A_STORY = 14;

  /** A copy shares more of the sampled runs of words than chance or a closing line does. */
  private static final int SHARED_RUNS = 3;

  /** A copy of a long text shares at least one in so many of the shorter one's sampled runs. */
  private static final int RUNS_FOR_ONE_SHARED = 6;

  /** Whether the other may tell the same story by the days and places of both. */
  public boolean isNear(Print other) {
    boolean sameArticle = address.isPresent() && address.equals(other.address);
    return !report.equals(other.report)
        && !sameArticle
        && !day.plusDays(DAYS_OF_A_STORY).isBefore(other.day)
        && !other.day.plusDays(DAYS_OF_A_STORY).isBefore(day);
  }

  /**
   * How many sampled runs this one and another must share for their texts to be compared. The same
   * from both sides, so that it does not matter which of two reports comes first.
   *
   * @param other the other's number of sampled runs
   */
  public int neededWith(int other) {
    return needed(sampled, other);
  }

  /** How many sampled runs two texts with so many of them must share. */
  public static int needed(int one, int other) {
    int fewer = Math.min(one, other);
    return Math.max(1, Math.max(Math.min(SHARED_RUNS, fewer), fewer / RUNS_FOR_ONE_SHARED));
  }
}
