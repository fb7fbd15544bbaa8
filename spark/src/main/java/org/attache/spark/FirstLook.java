package org.attache.spark;

import java.io.Serializable;
import org.attache.report.Report;

/**
 * A first look at a report, which is cheap, before it is read, which is not. It goes to every
 * executor: what it needs and cannot be sent there is loaded at its first use, once for each JVM.
 */
@FunctionalInterface
public interface FirstLook extends Serializable {
  /** Has every report read. */
  FirstLook NONE = report -> true;

  /**
   * Whether a report may hold a claim. One for which that is denied counts as read, with none.
   *
   * @param report a report in English
   */
  boolean isWorthReading(Report report);
}
