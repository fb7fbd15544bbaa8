package org.attache.desk.account;

/** Nobody can tell who makes a request. */
public final class NotSignedInException extends RuntimeException {
  /** A request without a session or a token that is known. */
  public NotSignedInException() {
    super("sign in first");
  }
}
