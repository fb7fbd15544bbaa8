package org.attache.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** What the program has to say besides results: a line each, on standard error. */
final class Messages {
  private final PrintWriter err;
  private final boolean stacktrace;
  private volatile boolean barShown;

  /**
   * Messages that go to a writer.
   *
   * @param stacktrace whether an unexpected fault shows where it happened
   */
  Messages(PrintWriter err, boolean stacktrace) {
    this.err = err;
    this.stacktrace = stacktrace;
  }

  /** Says something: a fault, or a note. */
  synchronized void say(String message) {
    if (barShown) {
      err.print("\r\u001B[K");
    }
    err.print("attache: " + message.replace("\n", "\n  ") + "\n");
    err.flush();
  }

  /** From now on a progress bar stands in the last line, or does so no longer. */
  void barShown(boolean shown) {
    barShown = shown;
  }

  /** How a fault of the program itself is put; its stack trace is printed where that is wanted. */
  synchronized String unexpected(Throwable fault) {
    if (stacktrace) {
      fault.printStackTrace(err);
      err.flush();
    }
    return String.format(
        Locale.ROOT,
        "met a fault of the program (%s)%s",
        String.valueOf(fault).lines().findFirst().orElse("unknown"),
        stacktrace ? "" : "; please report it with what --stacktrace prints");
  }
}
