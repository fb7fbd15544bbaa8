package org.attache.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Polarity;
import org.attache.cli.Inputs.Input;
import org.attache.cli.Paragraph.Look;
import org.attache.contract.ClaimWords;
import org.attache.contract.ReadReport;
import org.attache.report.Report;
import org.attache.time.Interval;

/** Prints claims for people: what, who says so, and the sentence with the evidence marked. */
final class TextPrinter implements ReadCommand.Printer {
  private final PrintWriter out;
  private final Terminal terminal;
  private final boolean explain;

  private final Sum sum = new Sum();

  /**
   * A printer.
   *
   * @param explain whether the rules and lexicon rows that made a claim are printed under it
   */
  TextPrinter(PrintWriter out, Terminal terminal, boolean explain) {
    this.out = out;
    this.terminal = terminal;
    this.explain = explain;
  }

  @Override
  public void print(Input input, ReadReport read) {
    Report report = read.report();
    if (sum.reports() > 0) {
      out.print("\n");
    }
    sum.add(read);
    line(new Paragraph().add(report.headline(), Look.STRONG), "", "");
    line(new Paragraph().add(publication(report), Look.FAINT), "", "");
    int number = 0;
    for (Claim claim : read.claims()) {
      number++;
      out.print("\n");
      print(number, claim, report.text());
    }
    out.flush();
  }

  private static String publication(Report report) {
    return report.outlet()
        + report
            .published()
            .map((LocalDate day) -> ", " + ClaimWords.time(Interval.of(day, day, "")))
            .orElse("")
        + report.url().map(url -> ", " + url).orElse("");
  }

  private void print(int number, Claim claim, String text) {
    String indent = "    ";
    String label = String.valueOf(number);
    String first = label + " ".repeat(Math.max(1, indent.length() - label.length()));
    boolean denied = claim.polarity() == Polarity.DENIED;
    Paragraph what =
        new Paragraph()
            .add(ClaimWords.sides(claim), Look.STRONG)
            .add(": " + ClaimWords.subject(claim) + " – ", Look.PLAIN)
            .add(ClaimWords.standing(claim), denied ? Look.BAD : Look.GOOD);
    for (String circumstance : ClaimWords.circumstances(claim)) {
      what.add(", " + circumstance, Look.PLAIN);
    }
    line(what, first, indent);
    line(
        new Paragraph()
            .add("says ", Look.PLAIN)
            .add(ClaimWords.asserter(claim), Look.NAME)
            .add(ClaimWords.way(claim), Look.PLAIN),
        indent,
        indent);
    line(evidence(claim, text), indent, indent);
    if (explain) {
      for (String ground : claim.grounds()) {
        line(new Paragraph().add(ground, Look.FAINT), indent + "· ", indent + "  ");
      }
    }
  }

  /** The evidence that is shown: the first in the body, else in the headline. */
  static Evidence shown(Claim claim, String text) {
    int headlineEnd = text.indexOf('\n');
    return claim.evidence().stream()
        .filter(evidence -> evidence.start() > headlineEnd)
        .findFirst()
        .orElse(claim.evidence().getFirst());
  }

  /** The sentence around the evidence that is shown. */
  private Paragraph evidence(Claim claim, String text) {
    Evidence shown = shown(claim, text);
    SentenceAround around = SentenceAround.of(text, shown.start(), shown.end());
    Paragraph paragraph =
        new Paragraph()
            .add("“" + oneLine(text.substring(around.start(), shown.start())), Look.FAINT)
            .add(marked(oneLine(shown.text())), Look.MARKED)
            .add(oneLine(text.substring(shown.end(), around.end())) + "”", Look.FAINT);
    int more = claim.evidence().size() - 1;
    return more == 0
        ? paragraph
        : paragraph.add(" and " + Sum.counted(more, "other place"), Look.PLAIN);
  }

  private String marked(String evidence) {
    return terminal.colour() ? evidence : "[" + evidence + "]";
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ');
  }

  private void line(Paragraph paragraph, String first, String other) {
    List<String> lines = paragraph.lines(first, other, terminal.columns(), terminal.colour());
    lines.forEach(line -> out.print(line + "\n"));
  }

  @Override
  public void end() {
    if (sum.reports() == 0) {
      return;
    }
    out.print("\n");
    line(new Paragraph().add(sum.found(), Look.STRONG).add(sum.where() + ".", Look.PLAIN), "", "");
    out.flush();
  }
}
