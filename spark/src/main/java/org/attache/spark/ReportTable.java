package org.attache.spark;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.attache.register.exchange.JsonLines;
import org.attache.register.store.Arrival;
import org.attache.register.store.Kept;
import org.jspecify.annotations.Nullable;

/**
 * What reading leaves for all that follows: a row for each report, with what it is sorted and
 * looked up by, and a row for each fault.
 */
final class ReportTable {
  /** What cannot be used: what is wrong with it; null for a report. */
  static final String FAULT = "fault";

  /** The file, and the place in it. */
  static final String NAME = "name";

  /** The report's key in a register. */
  static final String KEY = "key";

  /** The URL that versions share. */
  static final String ADDRESS = "address";

  /** When it was fetched. */
  static final String RETRIEVED = "retrieved";

  /** The day that it counts as published. */
  static final String DAY = "day";

  /** Whether it was read. */
  static final String READ = "read";

  /** The agency whose story it is. */
  static final String WIRE = "wire";

  /** What copies are looked up by. */
  static final String SAMPLE = "sample";

  /** Its teasers for other articles. */
  static final String RELATED = "related";

  /** How many claims it has. */
  static final String CLAIMS = "claims";

  /** It with its claims, as a line of the register's JSON. */
  static final String LINE = "line";

  /** The columns. */
  static final StructType SCHEMA =
      new StructType()
          .add(NAME, StringType)
          .add(FAULT, StringType)
          .add(KEY, StringType)
          .add(ADDRESS, StringType)
          .add(RETRIEVED, StringType)
          .add(DAY, StringType)
          .add(READ, BooleanType)
          .add(WIRE, StringType)
          .add(SAMPLE, createArrayType(LongType, false))
          .add(RELATED, createArrayType(StringType, false))
          .add(CLAIMS, IntegerType)
          .add(LINE, StringType);

  private ReportTable() {}

  static Row row(Reading.Outcome outcome) {
    return switch (outcome) {
      case Reading.Outcome.Told told -> row(told);
      case Reading.Outcome.Failed(String name, String fault) -> {
        @Nullable Object[] values = new Object[SCHEMA.length()];
        values[SCHEMA.fieldIndex(NAME)] = name;
        values[SCHEMA.fieldIndex(FAULT)] = fault;
        yield RowFactory.create(values);
      }
    };
  }

  private static Row row(Reading.Outcome.Told told) {
    Kept kept = told.kept();
    Arrival arrival = kept.arrival();
    return RowFactory.create(
        arrival.name(),
        null,
        arrival.key(),
        arrival.where().orElse(null),
        arrival.retrieved().toString(),
        arrival.day().toString(),
        kept.reader().isPresent(),
        told.wire().orElse(null),
        told.sample().toArray(Long[]::new),
        told.related().toArray(String[]::new),
        kept.claims().size(),
        JsonLines.line(kept));
  }
}
