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
  public static final int SHARED_RUNS = 3;

  /** Of more that may be copies of one report, these are compared with it. */
  public static final int MOST_CANDIDATES = 200;

  /** Whether the other may tell the same story by the days and places of both. */
  public boolean isNear(Print other) {
    boolean sameArticle = address.isPresent() && address.equals(other.address);
    return !report.equals(other.report)
        && !sameArticle
        && !day.plusDays(DAYS_OF_A_STORY).isBefore(other.day)
        && !other.day.plusDays(DAYS_OF_A_STORY).isBefore(day);
  }

  /**
   * How many sampled runs this one and another must share for their texts to be compared.
   *
   * @param other the other's number of sampled runs
   */
  public int neededWith(int other) {
    return Math.max(1, Math.min(SHARED_RUNS, Math.min(sampled, other)));
  }
}
