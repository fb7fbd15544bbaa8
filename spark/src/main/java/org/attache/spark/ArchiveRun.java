package org.attache.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.util.SerializableConfiguration;
import org.attache.contract.ReadReport;
import org.attache.contract.ReportJson;
import org.attache.lexicon.Tables;
import org.attache.register.exchange.JsonLines;
import org.attache.register.exchange.JsonLines.Imported;
import org.attache.register.store.Kept;
import org.attache.register.store.Register;

/**
 * Archives in, claims and dealings out. Reading comes first and is written down as a whole; what
 * follows is worked out from that, so that an executor that is lost costs the archive that it was
 * reading and no more.
 */
final class ArchiveRun {
  /** Of all faults so many are named in the summary; all are in a file. */
  private static final int NAMED_FAULTS = 50;

  private static final String WORK = "_work";

  private final SparkSession spark;
  private final Settings settings;
  private final Configuration hadoop;
  private final Path out;
  private final Workshop workshop;

  ArchiveRun(SparkSession spark, Settings settings) {
    this.spark = spark;
    this.settings = settings;
    hadoop = spark.sparkContext().hadoopConfiguration();
    out = new Path(settings.out());
    workshop = new Workshop(spark, new Path(out, WORK));
  }

  /**
   * Does it all.
   *
   * @param note takes what should be known before the end
   * @throws IOException where inputs cannot be found or results cannot be written
   */
  Summary run(Consumer<String> note) throws IOException {
    FileSystem files = out.getFileSystem(hadoop);
    if (files.exists(out)) {
      throw new IOException(out + ": is there already; name another folder with --out");
    }
    Archives archives = Archives.in(settings.inputs(), hadoop);
    if (archives.all().isEmpty()) {
      throw new IOException(
          String.join(", ", settings.inputs())
              + ": no archive is there; give files .warc, .warc.gz, .jsonl, .jsonl.gz or .parquet");
    }
    Tally tally = new Tally();
    spark.sparkContext().register(tally, "attache");
    Dataset<Row> read = workshop.keep("read", read(archives, tally));
    Dataset<Row> found = read.where(col(ReportTable.FAULT).isNull());
    Dataset<Row> reports =
        workshop.keep("reports", new Stories(workshop).of(first(found, ReportTable.KEY)));
    Dataset<Row> current = current(reports);
    Dataset<Row> standing = workshop.keep("standing", StandingClaims.of(current));
    Dataset<Row> claims =
        workshop.keep("claims", standing.join(Dealings.placed(standing), StandingClaims.CLAIM));
    writeReports(reports);
    writeStories(reports);
    writeClaims(claims);
    writeFaults(read);
    Summary summary =
        new Summary(
            tally.value(),
            archives.others(),
            found.count() - reports.count(),
            reports.count() - current.count(),
            told(reports).count(),
            told(reports).select(Stories.STORY).distinct().count(),
            claims.select(Dealings.FOUNDER).distinct().count(),
            faults(read),
            importInto(note));
    try (OutputStream file = files.create(new Path(out, "summary.json"))) {
      file.write((summary.json() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    files.delete(workshop.folder(), true);
    return summary;
  }

  private Dataset<Row> read(Archives archives, Tally tally) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<List<Archive>> tasks = archives.tasks(context.defaultParallelism());
    Reading reading =
        new Reading(settings.reader(), settings.latest(), settings.firstLook(), tally);
    JavaRDD<Row> rows =
        context
            .parallelize(tasks, tasks.size())
            .mapPartitions(
                new ReadingTask(reading, context.broadcast(new SerializableConfiguration(hadoop))));
    return spark.createDataFrame(rows, ReportTable.SCHEMA);
  }

  /** Of rows that are alike in a column the one that was fetched first. */
  private static Dataset<Row> first(Dataset<Row> reports, String column) {
    return only(
        reports, col(column), col(ReportTable.RETRIEVED).asc(), col(ReportTable.NAME).asc());
  }

  private static Dataset<Row> only(Dataset<Row> rows, Column alike, Column... order) {
    return rows.withColumn("place", row_number().over(Window.partitionBy(alike).orderBy(order)))
        .where(col("place").equalTo(1))
        .drop("place");
  }

  /** Of several versions of an article the one that was fetched last, as in the register. */
  private static Dataset<Row> current(Dataset<Row> reports) {
    return only(
        reports,
        coalesce(
            concat(lit("at "), col(ReportTable.ADDRESS)),
            concat(lit("key "), col(ReportTable.KEY))),
        col(ReportTable.RETRIEVED).desc(),
        col(ReportTable.KEY).desc());
  }

  private void writeReports(Dataset<Row> reports) {
    Dataset<Row> sorted = reports.orderBy(ReportTable.KEY);
    text(sorted.where(col(ReportTable.READ)), "claims.jsonl", ArchiveRun::contract);
    text(sorted, "register.jsonl", row -> row.getAs(ReportTable.LINE));
  }

  private void text(Dataset<Row> rows, String name, MapFunction<Row, String> line) {
    rows.map(line, Encoders.STRING()).write().text(place(name));
  }

  private String place(String name) {
    return new Path(out, name).toString();
  }

  /** What {@code attache read} prints of a report. */
  private static String contract(Row row) {
    Kept kept = JsonLines.parse(row.getAs(ReportTable.LINE));
    ReadReport read =
        new ReadReport(
            kept.arrival().report(),
            row.getList(row.fieldIndex(ReportTable.RELATED)),
            kept.claims().stream().map(Kept.KeptClaim::claim).toList());
    return ReportJson.line(read, false).strip();
  }

  /** The reports of which there are copies, and these. */
  private static Dataset<Row> told(Dataset<Row> reports) {
    Dataset<Row> several =
        reports.groupBy(Stories.STORY).count().where(col("count").gt(1)).select(Stories.STORY);
    return reports.join(several, Stories.STORY);
  }

  private void writeStories(Dataset<Row> reports) {
    told(reports)
        .select(col(Stories.STORY), col(ReportTable.KEY), col(ReportTable.DAY), col("name"))
        .orderBy(Stories.STORY, ReportTable.DAY, ReportTable.KEY)
        .select(
            to_json(
                struct(
                    col(Stories.STORY),
                    col(ReportTable.KEY).as("report"),
                    col(ReportTable.DAY),
                    col(ReportTable.NAME))))
        .write()
        .text(place("stories.jsonl"));
  }

  private void writeClaims(Dataset<Row> claims) {
    ClaimTable.of(claims)
        .orderBy("reported", "report", "id")
        .write()
        .parquet(place("claims.parquet"));
    Dealings.lines(claims).orderBy("value").write().text(place("dealings.jsonl"));
  }

  private void writeFaults(Dataset<Row> read) {
    failed(read)
        .select(to_json(struct(col(ReportTable.NAME), col(ReportTable.FAULT))))
        .write()
        .text(place("faults.jsonl"));
  }

  private static Dataset<Row> failed(Dataset<Row> read) {
    return read.where(col(ReportTable.FAULT).isNotNull())
        .select(ReportTable.NAME, ReportTable.FAULT)
        .orderBy(ReportTable.NAME, ReportTable.FAULT);
  }

  private static List<String> faults(Dataset<Row> read) {
    return failed(read).limit(NAMED_FAULTS).collectAsList().stream()
        .map(row -> row.getString(0) + ": " + row.getString(1))
        .toList();
  }

  /** Hands the results to a register, through its own door: one writer, report by report. */
  private Optional<Imported> importInto(Consumer<String> note) throws IOException {
    if (settings.register().isEmpty()) {
      return Optional.empty();
    }
    Imported whole = new Imported(0, 0, 0);
    try (Register register = Register.open(settings.register().get(), Tables.builtIn())) {
      for (Path part : parts("register.jsonl")) {
        try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    part.getFileSystem(hadoop).open(part), StandardCharsets.UTF_8))) {
          Imported more = JsonLines.read(register, part.toString(), lines, note);
          whole =
              new Imported(
                  whole.reports() + more.reports(),
                  whole.known() + more.known(),
                  whole.decisions() + more.decisions());
        }
      }
    }
    return Optional.of(whole);
  }

  private List<Path> parts(String name) throws IOException {
    Path folder = new Path(out, name);
    return Arrays.stream(folder.getFileSystem(hadoop).listStatus(folder))
        .map(FileStatus::getPath)
        .filter(path -> path.getName().startsWith("part-"))
        .sorted(Comparator.comparing(Path::toString))
        .toList();
  }
}
