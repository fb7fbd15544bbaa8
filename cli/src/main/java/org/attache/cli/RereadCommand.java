package org.attache.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Register;
import org.attache.register.store.Reread;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads stored reports again. */
@Command(
    name = "reread",
    header = "Reads the reports in the register again, with today's reader.",
    description = {
      "Reads reports that an earlier version of the program read, and says what that changes. A claim"
          + " on the same words keeps the decisions about it; one that is not made any more stays"
          + " listed for reviewers, but counts no longer.",
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class RereadCommand implements Callable<Integer> {
  @Option(names = "--all", description = "Read those again too that this version has read.")
  private boolean all;

  @Mixin private RegisterOptions options = new RegisterOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.here(System.getenv());
    ReadingRoom room = ReadingRoom.forClaims(common.lexicon(), System.in);
    Reread sum = Reread.NOTHING;
    int reports;
    try (Register register = options.openKept(common)) {
      List<KeptReport> due =
          register.inquiry().readOtherwiseThan(all ? "" : ProgramVersion.reader());
      reports = due.size();
      try (Progress progress = Progress.over(reports, terminal.err(), common.messages())) {
        for (KeptReport kept : due) {
          Reread change =
              register.reread(
                  kept.key(), room.read(kept.report()).claims(), ProgramVersion.reader());
          if (change.changed() + change.added() + change.gone() > 0) {
            common
                .out()
                .print(kept.day() + "  " + kept.report().headline() + ": " + words(change) + "\n");
          }
          sum = sum.and(change);
          progress.step();
        }
      }
    }
    common.out().flush();
    common.messages().say(Sum.counted(reports, "report") + " read again: " + words(sum));
    return 0;
  }

  private static String words(Reread change) {
    return Sum.counted(change.same(), "claim")
        + " as before, "
        + change.changed()
        + " put otherwise, "
        + change.added()
        + " new, "
        + change.gone()
        + " gone";
  }
}
