package org.attache.lexicon;

/** A lexicon table that cannot be used; the message names file, line and what is wrong. */
public final class LexiconException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault with its message. */
  public LexiconException(String message) {
    super(message);
  }

  /** A fault with its cause. */
  public LexiconException(String message, Throwable cause) {
    super(message, cause);
  }
}
