package org.attache.desk.intake;

import java.util.List;
import org.attache.claim.Claim;
import org.attache.report.Report;

/** Reads reports for the desk. It is asked from several threads. */
public interface ReportReader {
  /** Whether a text is in English, and so can be read. */
  boolean isEnglish(String text);

  /** The claims of a report, in the order of the text. */
  List<Claim> read(Report report);

  /** The version of the reader, which claims are kept with. */
  String version();
}
