package org.attache.cli;

import java.util.concurrent.Callable;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The register's reports, a line each. */
@Command(
    name = "reports",
    header = "Lists the reports in the register.",
    description =
        "Lists reports, the latest first, with how many of their claims count. Copies of one story"
            + " name the same story; a report that a newer version supersedes is not current. Of the"
            + " filters, --outlet, --since, --until and --as-of count here.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class ReportsCommand implements Callable<Integer> {
  @Mixin private Filters filters = new Filters();
  @Mixin private QueryOptions query = new QueryOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.here(System.getenv());
    Listing listing =
        new Listing(
            "report", "day", "outlet", "claims", "language", "current", "story", "url", "title");
    Listing brief = new Listing("day", "outlet", "claims", "title");
    boolean table = query.format(terminal) == Listing.Format.table;
    try (Register register = query.register().openKept(common)) {
      for (KeptReport kept : register.inquiry().reports(filters.question(common))) {
        listing.add(
            kept.key(),
            kept.day().toString(),
            kept.report().outlet(),
            kept.claims(),
            kept.language(),
            kept.current(),
            kept.story(),
            kept.report().url().orElse(""),
            kept.report().headline());
        brief.add(
            kept.day().toString(),
            kept.report().outlet(),
            kept.claims(),
            kept.report().headline() + note(kept));
      }
    }
    (table ? brief : listing).print(common.out(), query.format(terminal), terminal.columns());
    return 0;
  }

  private static String note(KeptReport kept) {
    return (kept.story().equals(kept.key()) ? "" : " (a copy)")
        + (kept.current() ? "" : " (superseded)")
        + (kept.reader().isEmpty() ? " (not read: " + kept.language() + ")" : "");
  }
}
