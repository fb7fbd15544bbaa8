package org.attache.spark;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.attache.contract.ClaimJson;
import org.attache.register.exchange.JsonLines;
import org.attache.register.exchange.parquet.ClaimColumns.Head;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Origin;
import org.attache.register.store.Kept;
import org.attache.report.Report;

/** The claims that count, as rows: those of reports that no newer version supersedes. */
final class StandingClaims {
  /** The claim's key. */
  static final String CLAIM = "claim";

  private static final String JSON = "json";
  private static final String REPORT = "report";
  private static final String OUTLET = "outlet";
  private static final String DAY = "day";
  private static final String STORY = "story";
  private static final String WIRE = "wire";
  private static final String TITLE = "title";
  private static final String URL = "url";
  private static final String PUBLISHED = "published";

  /** The columns. */
  static final StructType SCHEMA =
      new StructType()
          .add(CLAIM, StringType)
          .add(JSON, StringType)
          .add(REPORT, StringType)
          .add(OUTLET, StringType)
          .add(DAY, StringType)
          .add(STORY, StringType)
          .add(WIRE, StringType)
          .add(TITLE, StringType)
          .add(URL, StringType)
          .add(PUBLISHED, StringType);

  private StandingClaims() {}

  /**
   * The claims of reports.
   *
   * @param reports rows of the report table with their stories, superseded versions left out
   */
  static Dataset<Row> of(Dataset<Row> reports) {
    return reports.flatMap((FlatMapFunction<Row, Row>) StandingClaims::rows, Encoders.row(SCHEMA));
  }

  private static Iterator<Row> rows(Row row) {
    Kept kept = JsonLines.parse(row.getAs(ReportTable.LINE));
    Report report = kept.arrival().report();
    List<Row> rows = new ArrayList<>();
    for (Kept.KeptClaim claim : kept.claims()) {
      rows.add(
          RowFactory.create(
              claim.key(),
              ClaimJson.line(claim.claim(), true),
              row.<String>getAs(ReportTable.KEY),
              report.outlet(),
              row.<String>getAs(ReportTable.DAY),
              row.<String>getAs(Stories.STORY),
              row.<String>getAs(ReportTable.WIRE),
              report.headline(),
              report.url().orElse(null),
              report.published().map(LocalDate::toString).orElse(null)));
    }
    return rows.iterator();
  }

  /** The claim in a row. */
  static HeldClaim held(Row row) {
    return new HeldClaim(
        row.getAs(CLAIM),
        ClaimJson.parse(row.getAs(JSON)),
        new Origin(
            row.getAs(REPORT),
            row.getAs(OUTLET),
            LocalDate.parse(row.<String>getAs(DAY)),
            row.getAs(STORY),
            Optional.ofNullable(row.getAs(WIRE))));
  }

  /** What of its report stands beside the claim in a row. */
  static Head head(Row row) {
    return new Head(
        row.getAs(TITLE),
        Optional.ofNullable(row.getAs(URL)),
        Optional.<String>ofNullable(row.getAs(PUBLISHED)).map(LocalDate::parse));
  }

  /** The claims in rows. */
  static List<HeldClaim> held(Iterator<Row> rows) {
    List<HeldClaim> held = new ArrayList<>();
    rows.forEachRemaining(row -> held.add(held(row)));
    return held;
  }
}
