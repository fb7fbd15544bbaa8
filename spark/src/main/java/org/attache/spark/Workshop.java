package org.attache.spark;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Where what is done so far is kept while a run goes on: in the file system of its results, and not
 * in the executors, which may be lost.
 *
 * @param spark the session
 * @param folder the folder
 */
record Workshop(SparkSession spark, Path folder) {
  /**
   * Writes rows down, and gives them as they are there. What they are made of is not made again.
   *
   * @param name a name that nothing else in this run has
   */
  Dataset<Row> keep(String name, Dataset<Row> rows) {
    String place = new Path(folder, name).toString();
    rows.write().parquet(place);
    return spark.read().schema(rows.schema()).parquet(place);
  }
}
