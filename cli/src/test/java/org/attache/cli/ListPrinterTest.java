package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attache.claim.Claim;
import org.attache.cli.Inputs.Input;
import org.attache.contract.ReadReport;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;

class ListPrinterTest {
  private final StringWriter out = new StringWriter();

  @Test
  void prints_a_line_for_each_claim_and_sums_up() {
    print(true, List.of(TextPrinterTest.SALE, TextPrinterTest.EXERCISE), List.of());

    assertThat(out.toString().lines())
        .containsExactly(
            String.join(
                "\t",
                "report1",
                "60-85",
                "Russia → ?: two dozen jets [Su-35] (24) – denied: probably agreed, March 2023, USD"
                    + " at least 2.5 billion, delivery time and quantity withheld",
                "Ali Rezai, envoy, on 4 March 2023, via Tass, in Levant Post",
                "In March, Tass was told by the mission that [a deal for two dozen jets] had been"
                    + " reached.",
                "dealing-nouns.tsv:7: deal"),
            String.join(
                "\t",
                "report1",
                "112-127",
                "Russia – Iran: military cooperation – under way",
                "Levant Post itself",
                "The two [navies exercise] together.",
                ""),
            "2 claims from 2 sources in 3 sentences of 2 reports.");
    assertThat(TextPrinterTest.TEXT.substring(60, 85)).isEqualTo("a deal for two dozen jets");
  }

  @Test
  void says_that_there_are_none() {
    print(false, List.of(), List.of());

    assertThat(out).hasToString("No claims in 2 reports.\n");
  }

  @Test
  void grounds_are_printed_only_when_asked_for() {
    print(false, List.of(TextPrinterTest.SALE));

    assertThat(out.toString().lines().findFirst().orElseThrow().split("\t")).hasSize(5);
  }

  @SafeVarargs
  private void print(boolean explain, List<Claim>... reports) {
    ListPrinter printer = new ListPrinter(new PrintWriter(out), explain);
    int number = 0;
    for (List<Claim> claims : reports) {
      number++;
      String name = "news/report" + number + ".txt";
      printer.print(
          new Input(name, Optional.of(Path.of(name))),
          new ReadReport(
              new Report(
                  "Levant Post",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  TextPrinterTest.TEXT),
              List.of(),
              claims));
    }
    printer.end();
  }
}
