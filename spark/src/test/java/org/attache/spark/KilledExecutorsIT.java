package org.attache.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster of a master and two workers on this machine, each executor a JVM of its own; while they
 * read, executors are killed. How often, and how many reports there are, properties say: see
 * build/kill-executors.
 */
class KilledExecutorsIT {
  private static final int KILLS = Integer.getInteger("attache.kills", 2);
  private static final int ARCHIVES = Integer.getInteger("attache.archives", 6);

  @TempDir Path folder;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void executors_that_are_killed_change_nothing() throws IOException, InterruptedException {
    long seed = new Random().nextLong();
    Path in = Files.createDirectories(folder.resolve("in"));
    List<Report> reports = Samples.reports();
    for (int i = 0; i < ARCHIVES; i++) {
      List<Report> here = new ArrayList<>();
      for (int j = i; j < reports.size(); j += ARCHIVES) {
        here.add(reports.get(j));
      }
      Files.write(in.resolve(i + ".warc.gz"), Samples.archive(here));
    }
    Files.writeString(in.resolve("broken.jsonl"), "{\n");
    Path undisturbed = folder.resolve("undisturbed");
    LocalSpark.run(in, undisturbed);
    Path disturbed = folder.resolve("disturbed");

    Process driver = start(in, disturbed);
    int killed = kill(driver, new Random(seed));
    boolean ended = driver.waitFor(20, TimeUnit.MINUTES);

    String log = Files.readString(folder.resolve("log"));
    assertThat(ended).as(log).isTrue();
    assertThat(driver.exitValue()).as("seed " + seed + "\n" + log).isZero();
    assertThat(killed).as("seed " + seed + "\n" + log).isEqualTo(KILLS);
    for (String result :
        List.of(
            "claims.jsonl", "register.jsonl", "dealings.jsonl", "stories.jsonl", "faults.jsonl")) {
      assertThat(LocalSpark.lines(disturbed, result))
          .as(result + ", seed " + seed)
          .isNotEmpty()
          .isEqualTo(LocalSpark.lines(undisturbed, result));
    }
    assertThat(rows(disturbed)).hasSizeGreaterThan(50).isEqualTo(rows(undisturbed));
    assertThat(Files.readString(disturbed.resolve("summary.json")))
        .isEqualTo(Files.readString(undisturbed.resolve("summary.json")));
  }

  private static List<String> rows(Path out) {
    return LocalSpark.session()
        .read()
        .parquet(out.resolve("claims.parquet").toString())
        .orderBy("id")
        .toJSON()
        .collectAsList();
  }

  /** Kills executors some seconds after they have appeared, one after the other. */
  private static int kill(Process driver, Random random) throws InterruptedException {
    int killed = 0;
    while (killed < KILLS && driver.isAlive()) {
      List<ProcessHandle> executors = executors(driver);
      if (executors.isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(100);
        continue;
      }
      TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(10_000));
      ProcessHandle victim = executors.get(random.nextInt(executors.size()));
      if (driver.isAlive() && victim.destroyForcibly()) {
        killed++;
      }
    }
    return killed;
  }

  private static List<ProcessHandle> executors(Process driver) {
    return driver
        .descendants()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains("CoarseGrainedExecutorBackend"))
                    .isPresent())
        .toList();
  }

  private Process start(Path in, Path out) throws IOException {
    String classPath = System.getProperty("java.class.path");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + Path.of("jvm-options").toAbsolutePath(),
            "-Xmx1g",
            "-Dspark.master=local-cluster[2,1,1024]",
            "-Dspark.executor.memory=1g",
            "-Dspark.executor.extraClassPath=" + folders(classPath),
            "-Dspark.task.maxFailures=20",
            "-Dspark.sql.shuffle.partitions=2",
            "-Dspark.ui.enabled=false",
            "-Dspark.log.level=WARN",
            "-Dspark.driver.host=127.0.0.1",
            "-Dspark.driver.bindAddress=127.0.0.1",
            "-cp",
            classPath,
            TestedRun.class.getName(),
            "--out",
            out.toUri().toString(),
            in.toUri().toString());
    builder.environment().put("SPARK_HOME", home(classPath).toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
  }

  /** What the driver of the cluster does. */
  static final class TestedRun {
    private TestedRun() {}

    /** Takes --out, the folder for results, and the folder of archives. */
    public static void main(String... args) throws IOException {
      LocalSpark.runOnCluster(args[2], args[1]);
    }
  }

  private static String folders(String classPath) {
    return String.join(
        File.pathSeparator,
        Stream.of(classPath.split(File.pathSeparator))
            .filter(entry -> Files.isDirectory(Path.of(entry)))
            .toList());
  }

  /** A home for Spark, where its workers look for jars. */
  private Path home(String classPath) throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String entry : classPath.split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        Path jar = Path.of(entry);
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
    return home;
  }
}
