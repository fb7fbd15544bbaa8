package org.attache.bench;

import org.jspecify.annotations.Nullable;

/** Something that keeps a comparison from being made; the message says what to do. */
final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchException(String message) {
    super(message);
  }

  BenchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
