package org.attache.training;

/** A corpus, or what was noted of reading it, cannot be learned from; the message says why. */
final class CorpusException extends RuntimeException {
  CorpusException(String message, Throwable cause) {
    super(message, cause);
  }

  CorpusException(String message) {
    super(message);
  }
}
