package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attache.claim.Certainty;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.claim.Withheld;
import org.attache.cli.Inputs.Input;
import org.attache.contract.ReadReport;
import org.attache.equipment.Category;
import org.attache.equipment.Item;
import org.attache.money.Value;
import org.attache.party.Party;
import org.attache.quantity.Quantity;
import org.attache.report.Report;
import org.attache.source.Source;
import org.attache.time.Interval;
import org.junit.jupiter.api.Test;

class TextPrinterTest {
  static final String TEXT =
      "Jets for Tehran\n"
          + "In March, Tass was told by the mission that a deal for two dozen jets had been reached."
          + " The two navies exercise together.";

  static final Claim SALE =
      new Claim(
          Kind.ARMS_TRANSFER,
          Stage.AGREED,
          Polarity.DENIED,
          Certainty.PROBABLE,
          Optional.of(new Party("Russia", Optional.of("RU"))),
          Optional.empty(),
          List.of(),
          List.of(
              new Item(
                  Optional.of("Su-35"),
                  Category.AIRCRAFT,
                  "two dozen jets",
                  Optional.of(Quantity.exactly(24)))),
          Optional.of(new Value("USD", Quantity.atLeast(2_500_000_000L), "billions")),
          Optional.of(Interval.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 3, 31), "March")),
          Set.of(Withheld.QUANTITY, Withheld.DELIVERY_TIME),
          List.of(
              Source.outlet("Levant Post"),
              Source.outlet("Tass"),
              new Source(
                  Source.Type.PERSON,
                  Optional.of("Ali Rezai"),
                  Optional.of("envoy"),
                  Optional.of("IR"),
                  Optional.of("told"),
                  Optional.empty(),
                  Optional.of(
                      Interval.of(LocalDate.of(2023, 3, 4), LocalDate.of(2023, 3, 4), "")))),
          List.of(evidence("Jets for Tehran"), evidence("a deal for two dozen jets")),
          List.of("dealing-nouns.tsv:7: deal"));

  static final Claim EXERCISE =
      new Claim(
          Kind.MILITARY_COOPERATION,
          Stage.UNDER_WAY,
          Polarity.ASSERTED,
          Certainty.CERTAIN,
          Optional.empty(),
          Optional.empty(),
          List.of(new Party("Russia", Optional.of("RU")), new Party("Iran", Optional.of("IR"))),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          List.of(Source.outlet("Levant Post")),
          List.of(evidence("navies exercise")),
          List.of());

  private final StringWriter out = new StringWriter();

  @Test
  void prints_what_who_and_where_of_each_claim_and_sums_up() {
    print(true, List.of(SALE, EXERCISE));
    assertThat(out)
        .hasToString(
            """
            Jets for Tehran
            Levant Post, 10 June 2023

            1   Russia → ?: two dozen jets [Su-35] (24) – denied: probably agreed, March 2023, USD
                at least 2.5 billion, delivery time and quantity withheld
                says Ali Rezai, envoy, on 4 March 2023, via Tass, in Levant Post
                “In March, Tass was told by the mission that [a deal for two dozen jets] had been
                reached.” and 1 other place
                · dealing-nouns.tsv:7: deal

            2   Russia – Iran: military cooperation – under way
                says Levant Post itself
                “The two [navies exercise] together.”

            2 claims from 2 sources in 3 sentences.
            """);
  }

  @Test
  void says_that_there_are_none() {
    print(false, List.of());
    assertThat(out.toString()).endsWith("10 June 2023\n\nNo claims.\n");
  }

  @Test
  void sums_up_over_all_reports() {
    print(false, List.of(EXERCISE), List.of(EXERCISE));
    assertThat(out.toString()).endsWith("\n2 claims from 1 source in 2 sentences of 2 reports.\n");
  }

  @SafeVarargs
  private void print(boolean explain, List<Claim>... reports) {
    TextPrinter printer =
        new TextPrinter(new PrintWriter(out), new Terminal(false, false, 88, false), explain);
    for (List<Claim> claims : reports) {
      printer.print(
          new Input("a.txt", Optional.empty()),
          new ReadReport(
              new Report(
                  "Levant Post",
                  Optional.empty(),
                  Optional.of(LocalDate.of(2023, 6, 10)),
                  Optional.empty(),
                  TEXT),
              List.of(),
              claims));
    }
    printer.end();
  }

  private static Evidence evidence(String words) {
    int start = TEXT.indexOf(words);
    return new Evidence(start, start + words.length(), words);
  }
}
