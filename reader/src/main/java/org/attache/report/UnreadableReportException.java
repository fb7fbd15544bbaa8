package org.attache.report;

/**
 * A text that cannot be read as a report; the message names it, says what is wrong and what to do.
 */
public final class UnreadableReportException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  /** What can be wrong with a text. */
  public enum Fault {
    /** There is no such file. */
    MISSING,
    /** The file is there and cannot be read. */
    CLOSED,
    /** It holds no byte. */
    EMPTY,
    /** It holds bytes, and no text after cleaning. */
    BLANK,
    /** It holds something else than text. */
    BINARY,
    /** It holds a page's mark-up. */
    MARKUP,
    /** It is longer than any report. */
    TOO_LONG,
    /** It is in another language. */
    NOT_ENGLISH,
    /** What is said of it in the file beside it is malformed. */
    BAD_HEAD
  }

  /**
   * A fault of a text.
   *
   * @param fault which one
   * @param name what the user calls the text
   * @param message what is wrong; what to do
   */
  public UnreadableReportException(Fault fault, String name, String message) {
    super(name + ": " + message);
    this.fault = fault;
  }

  /** Which fault it is. */
  public Fault fault() {
    return fault;
  }
}
