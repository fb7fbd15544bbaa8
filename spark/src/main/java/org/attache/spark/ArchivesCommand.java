package org.attache.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.attache.register.store.RegisterException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main class for spark-submit. Exit codes: 0 done, 1 not done, 2 wrong usage. */
@Command(
    name = "attache-spark",
    header = "Reads archives of reports on a cluster.",
    description = {
      "Reads web archives (WARC, packed or not), JSON lines (packed or not) and Parquet files of"
          + " reports, and writes their claims, copies and dealings.",
      "",
      "What cannot be read is named in the summary and in faults.jsonl, and the rest is read."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  spark-submit attache-spark.jar --out hdfs:///claims/may hdfs:///crawls/may",
      "  spark-submit attache-spark.jar --out s3a://claims/2025 's3a://crawl/2025/*/*.warc.gz'",
      "  build/spark --out claims archives/"
    },
    mixinStandardHelpOptions = true)
public final class ArchivesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER|FILE",
      arity = "1..*",
      description =
          "Folders or files in any file system that Hadoop knows; may have wildcards. Folders are"
              + " searched through for .warc, .warc.gz, .jsonl, .ndjson, .ninjs, the same with .gz,"
              + " and .parquet.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the results go; a folder that is not there yet.")
  private String out = "";

  @Option(
      names = "--register",
      paramLabel = "FILE|URL",
      description =
          "Take the reports into this register too: postgresql://HOST/NAME?user=USER, with or without"
              + " jdbc: before it, or a file of the machine that the driver runs on.")
  private @Nullable String register;

  private ArchivesCommand() {
    spec = CommandSpec.create();
  }

  /** Runs the command; ends the JVM only where it could not do its work. */
  public static void main(String... args) {
    int code = commandLine().execute(args);
    if (code != CommandLine.ExitCode.OK) {
      System.exit(code);
    }
  }

  /** A fresh command line, for {@link #main} and for tests. */
  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new ArchivesCommand());
    commandLine.setUsageHelpAutoWidth(true);
    return commandLine;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try (SparkSession spark = SparkSession.builder().appName("attache").getOrCreate()) {
      Summary summary =
          new ArchiveRun(spark, settings()).run(note -> err.println("attache: " + note));
      spec.commandLine().getOut().println(summary.text(out));
      spec.commandLine().getOut().flush();
      return CommandLine.ExitCode.OK;
    } catch (IOException | RegisterException e) {
      err.println("attache: " + e.getMessage());
      err.flush();
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private Settings settings() {
    return new Settings(
        inputs,
        out,
        Optional.ofNullable(register).map(url -> url.replaceFirst("^jdbc:", "")),
        Objects.requireNonNullElse(
            ArchivesCommand.class.getPackage().getImplementationVersion(), "(not packaged)"),
        LocalDate.now(ZoneOffset.UTC).plusDays(1),
        FirstLook.TRIAGE);
  }
}
