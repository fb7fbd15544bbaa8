package org.attache.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.cli.Inputs.Input;
import org.attache.contract.ClaimWords;
import org.attache.contract.ReadReport;

/**
 * Prints claims a line each, for going through those of many reports: the text's name, the place of
 * the evidence in it, what was read, who says so, and the sentence with the evidence in brackets,
 * with tabs between.
 */
final class ListPrinter implements ReadCommand.Printer {
  private final PrintWriter out;
  private final boolean explain;
  private final Sum sum = new Sum();

  /**
   * A printer.
   *
   * @param explain whether the rules and lexicon rows that made a claim come last in its line
   */
  ListPrinter(PrintWriter out, boolean explain) {
    this.out = out;
    this.explain = explain;
  }

  @Override
  public void print(Input input, ReadReport read) {
    sum.add(read);
    for (Claim claim : read.claims()) {
      out.print(line(input, read, claim) + "\n");
    }
    out.flush();
  }

  private String line(Input input, ReadReport read, Claim claim) {
    String text = read.report().text();
    Evidence shown = TextPrinter.shown(claim, text);
    SentenceAround around = SentenceAround.of(text, shown.start(), shown.end());
    List<String> what = new ArrayList<>();
    what.add(
        ClaimWords.sides(claim)
            + ": "
            + ClaimWords.subject(claim)
            + " – "
            + ClaimWords.standing(claim));
    what.addAll(ClaimWords.circumstances(claim));
    List<String> cells = new ArrayList<>();
    cells.add(input.stem());
    cells.add(shown.start() + "-" + shown.end());
    cells.add(String.join(", ", what));
    cells.add(ClaimWords.asserter(claim) + ClaimWords.way(claim));
    cells.add(
        text.substring(around.start(), shown.start())
            + "["
            + shown.text()
            + "]"
            + text.substring(shown.end(), around.end()));
    if (explain) {
      cells.add(String.join("; ", claim.grounds()));
    }
    return String.join("\t", cells.stream().map(cell -> cell.replaceAll("\\s", " ")).toList());
  }

  @Override
  public void end() {
    out.print(sum.found() + sum.where() + ".\n");
    out.flush();
  }
}
