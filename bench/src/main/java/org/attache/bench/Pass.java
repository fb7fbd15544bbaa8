package org.attache.bench;

/**
 * One time through all reports.
 *
 * @param nanos how long it took
 * @param processor how much time all processors together gave to the process meanwhile, in
 *     nanoseconds; more than {@code nanos} where the collector or the compiler ran beside
 * @param found how much was found in all reports
 */
record Pass(long nanos, long processor, long found) {
  /** As a worker writes it. */
  String line() {
    return nanos + " " + processor + " " + found;
  }

  /**
   * From what a worker wrote.
   *
   * @throws BenchException where that is something else
   */
  static Pass of(String line) {
    String[] cells = line.split(" ", -1);
    if (cells.length != 3 || !line.matches("[\\d ]+")) {
      throw new BenchException("a worker wrote '" + line + "' instead of the figures of a pass");
    }
    return new Pass(Long.parseLong(cells[0]), Long.parseLong(cells[1]), Long.parseLong(cells[2]));
  }
}
