package org.attache.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.attache.register.dealing.Dealing;
import org.attache.register.store.Inquiry;
import org.attache.register.store.Register;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One dealing with its whole history. */
@Command(
    name = "dealing",
    header = "Shows one dealing with its history.",
    description =
        "Shows a dealing: every field with all its values and who says so, what contradicts what, the"
            + " stages that it went through, its independent sources, and every claim with its"
            + " sentence.",
    footerHeading = "%nExample:%n",
    footer = {"  attache dealing d1f00c0ffee --as-of 2025-06-30"},
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class DealingCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The dealing's id, as attache dealings prints it.")
  private String id = "";

  @Mixin private Filters filters = new Filters();
  @Mixin private RegisterOptions register = new RegisterOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.here(System.getenv());
    try (Register kept = register.openKept(common)) {
      Inquiry inquiry = kept.inquiry();
      Optional<Dealing> dealing = inquiry.dealing(id, filters.asOf());
      if (dealing.isEmpty()) {
        common.messages().say("there is no dealing " + id + "; attache dealings lists them");
        return CommandLine.ExitCode.SOFTWARE;
      }
      new DealingPrinter(common.out(), terminal, inquiry).print(dealing.get());
    }
    return CommandLine.ExitCode.OK;
  }
}
