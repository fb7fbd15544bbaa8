package org.attache.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Polarity;
import org.attache.cli.Paragraph.Look;
import org.attache.contract.ClaimWords;
import org.attache.register.dealing.Dealing;
import org.attache.register.dealing.FieldName;
import org.attache.register.dealing.FieldValue;
import org.attache.register.dealing.HistoryPoint;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Inquiry;
import org.attache.time.Interval;

/** Prints a dealing for people. */
final class DealingPrinter {
  private static final String INDENT = "    ";

  private final PrintWriter out;
  private final Terminal terminal;
  private final Inquiry inquiry;

  DealingPrinter(PrintWriter out, Terminal terminal, Inquiry inquiry) {
    this.out = out;
    this.terminal = terminal;
    this.inquiry = inquiry;
  }

  void print(Dealing dealing) {
    Map<String, Integer> numbers = new HashMap<>();
    dealing.claims().forEach(held -> numbers.put(held.key(), numbers.size() + 1));
    line(new Paragraph().add(dealing.title(), Look.STRONG), "", "");
    line(
        new Paragraph()
            .add(
                dealing.id()
                    + ", "
                    + Sum.counted(dealing.reports().size(), "report")
                    + " from "
                    + day(dealing.first())
                    + " to "
                    + day(dealing.last())
                    + ", "
                    + Sum.counted(dealing.voices().size(), "independent source"),
                Look.FAINT),
        "",
        "");
    contradictions(dealing);
    history(dealing, numbers);
    values(dealing, numbers);
    sources(dealing, numbers);
    vague(dealing);
    claims(dealing, numbers);
    out.flush();
  }

  private void contradictions(Dealing dealing) {
    if (!dealing.contradictions().isEmpty() || !dealing.circles().isEmpty()) {
      heading("Contradictions");
    }
    dealing
        .contradictions()
        .forEach(found -> line(new Paragraph().add(found.text(), Look.BAD), INDENT, INDENT));
    if (!dealing.circles().isEmpty()) {
      line(
          new Paragraph()
              .add(
                  "cite each other, so that none is where it came from: "
                      + String.join(", ", dealing.circles()),
                  Look.BAD),
          INDENT,
          INDENT);
    }
  }

  private void history(Dealing dealing, Map<String, Integer> numbers) {
    heading("History");
    String last = "";
    for (HistoryPoint point : dealing.history()) {
      String words = (point.polarity() == Polarity.DENIED ? "denied: " : "") + point.stage().code();
      String when =
          point.from().isPresent() || point.to().isPresent()
              ? ClaimWords.time(new Interval(point.from(), point.to(), ""))
              : "told " + day(point.told());
      String entry = when + "  " + words;
      if (!entry.equals(last)) {
        line(
            new Paragraph()
                .add(when + "  ", Look.FAINT)
                .add(words, point.polarity() == Polarity.DENIED ? Look.BAD : Look.GOOD)
                .add(mark(List.of(point.claim()), numbers), Look.FAINT),
            INDENT,
            INDENT + "  ");
      }
      last = entry;
    }
  }

  private void values(Dealing dealing, Map<String, Integer> numbers) {
    heading("What is claimed");
    for (Map.Entry<FieldName, List<FieldValue>> field : dealing.values().entrySet()) {
      for (FieldValue value : field.getValue()) {
        String of = value.of().isEmpty() ? "" : " (" + value.of() + ")";
        Paragraph words =
            new Paragraph()
                .add(field.getKey().code() + of + ": ", Look.FAINT)
                .add(value.text(), Look.PLAIN);
        if (!value.supporting().isEmpty()) {
          words.add(
              " – " + Sum.counted(value.voices(), "source") + mark(value.supporting(), numbers),
              Look.FAINT);
        }
        if (!value.denying().isEmpty()) {
          words.add(" – denied" + mark(value.denying(), numbers), Look.BAD);
        }
        line(words, INDENT, INDENT + "  ");
      }
    }
  }

  private void sources(Dealing dealing, Map<String, Integer> numbers) {
    heading("Independent sources");
    dealing
        .voices()
        .forEach(
            voice ->
                line(
                    new Paragraph()
                        .add(voice.name(), Look.NAME)
                        .add(mark(voice.claims(), numbers), Look.FAINT),
                    INDENT,
                    INDENT + "  "));
  }

  private void vague(Dealing dealing) {
    List<DealingLine> held = inquiry.mayHold(dealing);
    if (!held.isEmpty()) {
      heading("May hold");
      held.forEach(
          other ->
              line(
                  new Paragraph().add(other.id() + "  ", Look.FAINT).add(other.title(), Look.PLAIN),
                  INDENT,
                  INDENT + "  "));
    }
  }

  private void claims(Dealing dealing, Map<String, Integer> numbers) {
    heading("Claims");
    for (HeldClaim held : dealing.claims()) {
      Claim claim = held.claim();
      String label = "[" + numbers.get(held.key()) + "] ";
      String indent = " ".repeat(label.length());
      line(new Paragraph().add(ClaimsCommand.line(claim), Look.PLAIN), label, indent);
      line(
          new Paragraph()
              .add("says ", Look.PLAIN)
              .add(ClaimWords.asserter(claim), Look.NAME)
              .add(ClaimWords.way(claim) + ", " + day(held.origin().day()), Look.PLAIN)
              .add("  " + held.key(), Look.FAINT),
          indent,
          indent);
      Evidence evidence = claim.evidence().getFirst();
      line(
          new Paragraph().add("“" + evidence.text().replace('\n', ' ') + "”", Look.FAINT),
          indent,
          indent);
    }
  }

  private static String mark(List<String> claims, Map<String, Integer> numbers) {
    return " ["
        + String.join(
            ", ",
            claims.stream()
                .map(key -> numbers.getOrDefault(key, 0))
                .sorted()
                .map(String::valueOf)
                .toList())
        + "]";
  }

  private static String day(LocalDate day) {
    return ClaimWords.time(Interval.of(day, day, ""));
  }

  private void heading(String words) {
    out.print("\n");
    line(new Paragraph().add(words, Look.STRONG), "", "");
  }

  private void line(Paragraph paragraph, String first, String other) {
    paragraph
        .lines(first, other, terminal.columns(), terminal.colour())
        .forEach(line -> out.print(line + "\n"));
  }
}
