package org.attache.register.exchange;

/** How cells of comma-separated values are written (RFC 4180). */
final class Csv {
  private Csv() {}

  /**
   * A cell; in quotation marks where it needs them. A cell that a spreadsheet would take for a
   * formula gets an apostrophe in front, as reports come from strangers.
   */
  static String cell(String text) {
    String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
