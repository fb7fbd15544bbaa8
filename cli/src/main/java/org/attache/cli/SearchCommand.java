package org.attache.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.attache.register.store.Hit;
import org.attache.register.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Full text over the register. */
@Command(
    name = "search",
    header = "Finds words in the reports of the register.",
    description =
        "Finds reports that hold all the words, in any form, in headline, text or the names of who"
            + " is cited; the best first, each with the place.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  attache search submarine torpedoes",
      "  attache search Lindqvist --as-of 2025-06-01"
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class SearchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WORD", arity = "1..*", description = "Words to find.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many are wanted (default: 20).")
  private int most = 20;

  @Mixin private Filters filters = new Filters();
  @Mixin private QueryOptions query = new QueryOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    if (most < 1) {
      throw common.wrong("--most must be at least 1");
    }
    Terminal terminal = Terminal.here(System.getenv());
    Listing listing = new Listing("report", "day", "outlet", "title", "snippet");
    try (Register register = query.register().openKept(common)) {
      for (Hit hit : register.inquiry().search(String.join(" ", words), filters.asOf(), most)) {
        listing.add(
            hit.report().key(),
            hit.report().day().toString(),
            hit.report().report().outlet(),
            hit.report().report().headline(),
            hit.snippet().replace('\n', ' '));
      }
    }
    listing.print(common.out(), query.format(terminal), terminal.columns());
    return 0;
  }
}
