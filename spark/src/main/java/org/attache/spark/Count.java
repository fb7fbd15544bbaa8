package org.attache.spark;

/** What is counted while archives are read. */
enum Count {
  /** Files of reports. */
  ARCHIVES("archives"),
  /** Records of web archives, lines, rows. */
  RECORDS("records"),
  /** Records of web archives that are no answer of a server. */
  NO_ANSWER("no-answer"),
  /** Answers of servers that are no page, but a redirection or an error. */
  NO_SUCCESS("no-success"),
  /** Answers that are no HTML. */
  NO_HTML("no-html"),
  /** Pages whose bytes hold nothing that a claim could be made of. */
  PASSED_OVER_BY_BYTES("passed-over-by-bytes"),
  /** Reports that were found in records. */
  REPORTS("reports"),
  /** Reports that are not in English: kept, not read. */
  NOT_ENGLISH("not-english"),
  /** Reports in which a first look found nothing to read for. */
  NOTHING_TO_READ_FOR("nothing-to-read-for"),
  /** Reports that were read. */
  READ("read"),
  /** Reports dated in the future: kept without a date. */
  UNDATED("undated"),
  /** Claims that were read. */
  CLAIMS("claims"),
  /** Records, or rests of archives, that could not be used. */
  FAILED("failed");

  private final String code;

  Count(String code) {
    this.code = code;
  }

  /** Its name in the summary file and in the metrics. */
  String code() {
    return code;
  }
}
