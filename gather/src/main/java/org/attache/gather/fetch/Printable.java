package org.attache.gather.fetch;

/** What strangers wrote, made fit to be quoted in a message on a terminal. */
final class Printable {
  private static final int LONGEST = 200;

  private Printable() {}

  /** The text with its control and format characters as question marks, cut at 200 characters. */
  static String of(String text) {
    String line = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
