package org.attache.cli;

import java.util.concurrent.Callable;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The register's dealings, a line each. */
@Command(
    name = "dealings",
    header = "Lists the dealings in the register.",
    description =
        "Lists what reports claim about who supplies what to whom: the dealing that was reported"
            + " last first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  attache dealings --supplier Sweden --stage ordered",
      "  attache dealings --designation F-16 --as-of 2024-06-30",
      "  attache dealings --party UA --format csv > ukraine.csv"
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class DealingsCommand implements Callable<Integer> {
  @Mixin private Filters filters = new Filters();
  @Mixin private QueryOptions query = new QueryOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.here(System.getenv());
    Listing listing =
        new Listing(
            "id",
            "stage",
            "last",
            "first",
            "reports",
            "sources",
            "disputed",
            "kind",
            "contradictions",
            "title");
    Listing brief = new Listing("id", "last", "reports", "sources", "title");
    boolean table = query.format(terminal) == Listing.Format.table;
    try (Register register = query.register().openKept(common)) {
      for (DealingLine line : register.inquiry().dealings(filters.question(common))) {
        listing.add(
            line.id(),
            line.stage(),
            line.last().toString(),
            line.first().toString(),
            line.reports(),
            line.voices(),
            line.disputed(),
            line.kind(),
            line.contradictions(),
            line.title());
        brief.add(
            line.id(),
            line.last().toString(),
            line.reports(),
            line.voices(),
            line.title()
                + (line.disputed() ? ", disputed" : "")
                + (line.contradictions().isEmpty() ? "" : ", values differ"));
      }
    }
    (table ? brief : listing).print(common.out(), query.format(terminal), terminal.columns());
    return 0;
  }
}
