package org.attache.register.store;

/**
 * Which part of a list of dealings is wanted.
 *
 * @param question which dealings
 * @param contradicted only those that are disputed, or on which values differ
 * @param order what they are sorted by
 * @param descending whether the greatest comes first
 * @param from how many are passed over
 * @param most how many are wanted at most
 */
public record Excerpt(
    Question question, boolean contradicted, Order order, boolean descending, int from, int most) {
  /** What dealings can be sorted by. */
  public enum Order {
    /** The day of the last report. */
    LAST,
    /** The day of the first report. */
    FIRST,
    /** How many reports tell of it. */
    REPORTS,
    /** How many independent sources it has. */
    SOURCES,
    /** Its line. */
    TITLE
  }

  /** Refuses a part that no list has. */
  public Excerpt {
    if (from < 0 || most < 0) {
      throw new IllegalArgumentException("no list has " + most + " entries from " + from);
    }
  }

  /** The first dealings of a question, the one reported last first. */
  public static Excerpt latest(Question question, int most) {
    return new Excerpt(question, false, Order.LAST, true, 0, most);
  }
}
