package org.attache.bench;

import org.jspecify.annotations.Nullable;

/** Something that keeps a comparison from being made; the message says what to do. */
public final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault with what to do about it. */
  public BenchException(String message) {
    super(message);
  }

  /** The same with its cause. */
  public BenchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
