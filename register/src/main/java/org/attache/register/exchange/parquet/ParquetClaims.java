package org.attache.register.exchange.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.attache.register.exchange.parquet.ClaimColumns.Head;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Inquiry;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Question;

/**
 * Claims as a Parquet file, a row each, for data frames and query engines. Columns are named as the
 * fields of the contract; sides, value and time lie flat, things that a claim has several of are
 * lists.
 */
public final class ParquetClaims {
  /** How much is gathered before it is written: a group of rows must fit into memory. */
  private static final long GROUP_BYTES = 32L << 20;

  private ParquetClaims() {}

  /**
   * Writes the claims that are asked for.
   *
   * @param out where to; it stays open
   */
  public static void write(Inquiry inquiry, Question question, OutputStream out)
      throws IOException {
    Map<String, String> dealings = inquiry.dealingOfClaims(question.asOf());
    Map<String, Head> heads = new HashMap<>();
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new StreamFile(out))
            .withType(ClaimColumns.SCHEMA)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new GzipCodec())
            .withCompressionCodec(CompressionCodecName.GZIP)
            .withRowGroupSize(GROUP_BYTES)
            .build()) {
      for (HeldClaim held : inquiry.claims(question)) {
        Head head =
            heads.computeIfAbsent(
                held.origin().report(), key -> head(inquiry.report(key).orElseThrow()));
        writer.write(ClaimColumns.row(held, head, Optional.ofNullable(dealings.get(held.key()))));
      }
    }
  }

  private static Head head(KeptReport kept) {
    return new Head(kept.report().headline(), kept.report().url(), kept.report().published());
  }
}
