package org.attache.register.store;

/** What became of a report that was brought to the register. */
public enum Added {
  /** It is new. */
  NEW,
  /** It is a newer or older version of an article that is there. */
  VERSION,
  /** It is new, and tells a story that is there. */
  COPY,
  /** It is there already; nothing has changed. */
  KNOWN
}
