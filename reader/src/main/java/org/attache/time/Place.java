package org.attache.time;

/** Where a period stands, which says what may be taken for one. */
enum Place {
  /** No word before it promises a time. */
  BARE,
  /** After a word that is as often about other things: "for", "about". */
  DOUBTFUL,
  /** After a word that promises a time: "in", "since". */
  FRAMED,
  /** After "early", "the end of" and the like: "the year" alone is one. */
  INNER
}
