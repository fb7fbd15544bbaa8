package org.attache.spark;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one run is to do.
 *
 * @param inputs folders and files of archives, in any file system of Hadoop; may have wildcards
 * @param out the folder for the results, which is not there yet
 * @param register a register to take the reports in as well, as "attache" names it
 * @param reader the version of the reader
 * @param latest a report dated later than this day is kept without a date
 * @param firstLook which reports are worth reading
 */
record Settings(
    List<String> inputs,
    String out,
    Optional<String> register,
    String reader,
    LocalDate latest,
    FirstLook firstLook) {
  Settings {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to read; name a folder");
    }
  }
}
