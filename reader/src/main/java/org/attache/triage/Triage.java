package org.attache.triage;

import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.attache.equipment.Equipment;
import org.attache.lexicon.Tables;
import org.attache.party.Parties;
import org.attache.report.Report;

/**
 * Tells pages and reports that hold no claim by their bytes and words alone. What it passes over
 * {@link org.attache.reading.Reader} reads no claim from either; what it lets through may still
 * hold none. May be shared by threads.
 */
public final class Triage {
  private final Signs signs;
  private final Step pages = new Step();
  private final Step reports = new Step();

  /**
   * How many of the things that a step saw it let through.
   *
   * @param seen all that it was asked about
   * @param passed those that may hold a claim
   */
  public record Count(long seen, long passed) {}

  private static final class Step {
    private final LongAdder seen = new LongAdder();
    private final LongAdder passed = new LongAdder();

    boolean note(boolean passes) {
      seen.increment();
      if (passes) {
        passed.increment();
      }
      return passes;
    }

    Count count() {
      return new Count(seen.sum(), passed.sum());
    }
  }

  /**
   * The elements of HTML that a line of an article's text must not run over: who makes the text of
   * a page breaks its lines there, as {@link #mayHold(byte[])} does.
   */
  public static Set<String> lineBreaks() {
    return Elements.BREAKS;
  }

  /** A triage by these lexicons. */
  public Triage(Tables tables) {
    this(tables, new Parties(tables), new Equipment(tables));
  }

  /** The same with what has been loaded of the lexicons already. */
  public Triage(Tables tables, Parties parties, Equipment equipment) {
    signs = new Signs(tables, parties, equipment);
  }

  /**
   * Whether the article of a web page may hold a claim.
   *
   * @param page the page as the server sent it, unpacked, in any encoding
   */
  public boolean mayHold(byte[] page) {
    return pages.note(PageText.any(page, this::mayHold));
  }

  /** Whether a report may hold a claim. */
  public boolean mayHold(Report report) {
    return reports.note(mayHold(report.text()));
  }

  private boolean mayHold(CharSequence text) {
    for (int from = 0; from < text.length(); ) {
      int to = Stretches.end(text, from, text.length());
      if (signs.seat(text, from, to)) {
        return true;
      }
      from = to;
    }
    return false;
  }

  /** What {@link #mayHold(byte[])} has come to. */
  public Count pages() {
    return pages.count();
  }

  /** What {@link #mayHold(Report)} has come to. */
  public Count reports() {
    return reports.count();
  }
}
