package org.attache.time;

/** A part of a period, as "early" and "the end of" name it. */
enum Part {
  EARLY,
  MIDDLE,
  LATE,
  WHOLE,
  /** What is left of it, counted from the day of publication. */
  REST
}
