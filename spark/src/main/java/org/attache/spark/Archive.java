package org.attache.spark;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that holds reports.
 *
 * @param file its URI in a file system of Hadoop
 * @param bytes its length
 * @param written when it was changed last, in milliseconds since 1970
 * @param form how it holds them
 */
record Archive(String file, long bytes, long written, Form form) implements Serializable {
  /** How reports are held in a file. */
  enum Form {
    /** A web archive, packed or not. */
    WARC,
    /** JSON, a report a line, packed or not. */
    LINES,
    /** Rows with the columns of the lines. */
    PARQUET;

    /** By the ending of a file's name; none for other files. */
    static Optional<Form> of(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".warc") || lower.endsWith(".warc.gz")) {
        return Optional.of(WARC);
      }
      if (lower.matches(".*\\.(jsonl|ndjson|ninjs)(\\.gz)?")) {
        return Optional.of(LINES);
      }
      return lower.endsWith(".parquet") ? Optional.of(PARQUET) : Optional.empty();
    }
  }

  /** Whether what is inside is packed as a whole. */
  boolean isPacked() {
    return file.toLowerCase(Locale.ROOT).endsWith(".gz");
  }
}
