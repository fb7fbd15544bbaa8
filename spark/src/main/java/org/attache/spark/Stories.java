package org.attache.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.substring;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.attache.register.copy.Fingerprint;
import org.attache.register.copy.Print;
import org.attache.register.exchange.JsonLines;

/**
 * Which reports are copies of one agency's story, over a whole run: those that the register would
 * find one by one. Reports that share a sampled run of words and are near in time are pairs; pairs
 * that share enough runs have their texts compared; copies of copies are one story.
 */
final class Stories {
  /** The key of the story's first report. */
  static final String STORY = "story";

  private static final String RUN = "run";
  private static final String SAMPLED = "sampled";
  private static final String ONE = "one";
  private static final String OTHER = "other";
  private static final String NEEDED = "needed";
  private static final String LABEL = "label";

  /** Of more that share a run of words within days, each is paired with so many before it. */
  private static final int MOST_BEFORE = 200;

  private static final StructType PAIR =
      new StructType()
          .add(ONE, DataTypes.StringType)
          .add(OTHER, DataTypes.StringType)
          .add(NEEDED, DataTypes.IntegerType);

  private final Workshop workshop;

  Stories(Workshop workshop) {
    this.workshop = workshop;
  }

  /**
   * Adds to each report its story, its own key where it is no copy.
   *
   * @param reports rows of the report table, a key once
   */
  Dataset<Row> of(Dataset<Row> reports) {
    Dataset<Row> found = found(reports);
    return reports
        .join(found, reports.col(ReportTable.KEY).equalTo(found.col(ONE)), "left")
        .withColumn(STORY, coalesce(found.col(LABEL), reports.col(ReportTable.KEY)))
        .drop(ONE, LABEL);
  }

  /** Those that are copies, or have some, with their story's first. */
  private Dataset<Row> found(Dataset<Row> reports) {
    Dataset<Row> copies = workshop.keep("copies", copies(reports));
    Dataset<Row> both =
        copies
            .select(col(ONE), col(OTHER))
            .union(copies.select(col(OTHER).as(ONE), col(ONE).as(OTHER)));
    Dataset<Row> days = reports.select(col(ReportTable.KEY), col(ReportTable.DAY));
    Dataset<Row> labels =
        both.select(col(ONE))
            .distinct()
            .join(days, col(ONE).equalTo(col(ReportTable.KEY)))
            .select(col(ONE), concat_ws(" ", col(ReportTable.DAY), col(ReportTable.KEY)).as(LABEL));
    return settled(workshop.keep("labels", labels), both)
        .select(col(ONE), substring(col(LABEL), "2025-05-14 ".length() + 1, 100).as(LABEL));
  }

  /** Each takes the earliest label among its copies', until none changes. */
  private Dataset<Row> settled(Dataset<Row> start, Dataset<Row> both) {
    Dataset<Row> labels = start;
    for (int round = 1; ; round++) {
      Dataset<Row> told =
          both.join(labels.withColumnRenamed(ONE, OTHER), OTHER).select(col(ONE), col(LABEL));
      Dataset<Row> next =
          workshop.keep(
              "labels-" + round, labels.union(told).groupBy(ONE).agg(min(LABEL).as(LABEL)));
      Dataset<Row> changed = next.except(labels);
      if (changed.isEmpty()) {
        return next;
      }
      labels = next;
    }
  }

  private static Dataset<Row> copies(Dataset<Row> reports) {
    Dataset<Row> lines = reports.select(col(ReportTable.KEY), col(ReportTable.LINE));
    return pairs(reports)
        .join(lines.toDF(ONE, "one_line"), ONE)
        .join(lines.toDF(OTHER, "other_line"), OTHER)
        .filter(
            (FilterFunction<Row>)
                row ->
                    fingerprint(row.getAs("one_line"))
                        .isCopyOf(fingerprint(row.getAs("other_line"))))
        .select(col(ONE), col(OTHER));
  }

  private static Fingerprint fingerprint(String line) {
    return Fingerprint.of(JsonLines.parse(line).arrival().report().text());
  }

  private static Dataset<Row> pairs(Dataset<Row> reports) {
    return reports
        .select(
            explode(col(ReportTable.SAMPLE)).as(RUN),
            col(ReportTable.KEY),
            col(ReportTable.DAY),
            col(ReportTable.ADDRESS),
            size(col(ReportTable.SAMPLE)).as(SAMPLED))
        .groupByKey((MapFunction<Row, Long>) row -> row.getAs(RUN), Encoders.LONG())
        .flatMapSortedGroups(
            new Column[] {col(ReportTable.DAY), col(ReportTable.KEY)},
            (FlatMapGroupsFunction<Long, Row, Row>) (run, sharing) -> near(sharing),
            Encoders.row(PAIR))
        .groupBy(ONE, OTHER)
        .agg(count(lit(1)).as("shared"), first(NEEDED).as(NEEDED))
        .where(col("shared").geq(col(NEEDED)))
        .select(col(ONE), col(OTHER));
  }

  /**
   * Pairs each with those shortly before it.
   *
   * @param sharing reports that share a run of words, by day
   */
  private static Iterator<Row> near(Iterator<Row> sharing) {
    Deque<Print> before = new ArrayDeque<>();
    Deque<Row> pairs = new ArrayDeque<>();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (pairs.isEmpty() && sharing.hasNext()) {
          pairs.addAll(pair(before, print(sharing.next())));
        }
        return !pairs.isEmpty();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new java.util.NoSuchElementException();
        }
        return pairs.remove();
      }
    };
  }

  private static List<Row> pair(Deque<Print> before, Print print) {
    List<Row> pairs = new ArrayList<>();
    for (Print other : before) {
      if (print.isNear(other)) {
        pairs.add(
            RowFactory.create(other.report(), print.report(), print.neededWith(other.sampled())));
      }
    }
    before.add(print);
    while (before.size() > MOST_BEFORE
        || before.getFirst().day().plusDays(Print.DAYS_OF_A_STORY).isBefore(print.day())) {
      before.remove();
    }
    return pairs;
  }

  private static Print print(Row row) {
    return new Print(
        row.getAs(ReportTable.KEY),
        LocalDate.parse(row.<String>getAs(ReportTable.DAY)),
        Optional.ofNullable(row.getAs(ReportTable.ADDRESS)),
        row.getAs(SAMPLED));
  }
}
