package org.attache.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Spark in this JVM, for tests: two tasks at once, few partitions, no web pages. */
final class LocalSpark {
  private LocalSpark() {}

  static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("tests")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
        .getOrCreate();
  }

  static Settings settings(Path in, Path out) {
    return settings(in.toUri().toString(), out.toUri().toString());
  }

  private static Settings settings(String in, String out) {
    return new Settings(
        List.of(in), out, Optional.empty(), "test", LocalDate.of(2030, 1, 1), FirstLook.TRIAGE);
  }

  /** Reads all archives of a folder. */
  static Summary run(Path in, Path out) throws IOException {
    return new ArchiveRun(session(), settings(in, out))
        .run(
            note -> {
              throw new AssertionError(note);
            });
  }

  /** The same with whatever Spark the system properties name. */
  static void runOnCluster(String in, String out) throws IOException {
    try (SparkSession spark = SparkSession.builder().appName("tests").getOrCreate()) {
      new ArchiveRun(spark, settings(in, out)).run(note -> {});
    }
  }

  /** The lines of a result, in their order. */
  static List<String> lines(Path out, String name) throws IOException {
    try (Stream<Path> parts = Files.list(out.resolve(name))) {
      return parts
          .filter(part -> part.getFileName().toString().startsWith("part-"))
          .sorted()
          .flatMap(LocalSpark::lines)
          .toList();
    }
  }

  private static Stream<String> lines(Path part) {
    try {
      return Files.readAllLines(part).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
