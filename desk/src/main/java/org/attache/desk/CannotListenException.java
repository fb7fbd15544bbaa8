package org.attache.desk;

/** The address or the port of a desk is taken, or not of this machine; says so, and what to do. */
public final class CannotListenException extends RuntimeException {
  CannotListenException(String bind, int port, Throwable cause) {
    super(
        "cannot listen at "
            + bind
            + ", port "
            + port
            + ": it is in use, or no address of this machine; choose others with --port and --bind",
        cause);
  }
}
