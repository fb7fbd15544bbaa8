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

  /** The reader's own triage: what it denies holds no claim. */
  FirstLook TRIAGE =
      new FirstLook() {
        private static final long serialVersionUID = 1;

        @Override
        public boolean isWorthReading(Report report) {
          return ReadingRoom.here().triage().mayHold(report);
        }

        @Override
        public boolean isWorthParsing(byte[] page) {
          return ReadingRoom.here().triage().mayHold(page);
        }
      };

  /**
   * Whether the article of a web page may hold a claim. A page for which that is denied is passed
   * over: whether it holds an article at all is not known.
   *
   * @param page its bytes as the server sent them, unpacked
   */
  default boolean isWorthParsing(byte[] page) {
    return true;
  }

  /**
   * Whether a report may hold a claim. One for which that is denied counts as read, with none.
   *
   * @param report a report in English
   */
  boolean isWorthReading(Report report);
}
