package org.attache.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.attache.register.exchange.JsonLines;
import org.attache.register.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Into the register what another one wrote. */
@Command(
    name = "import",
    header = "Takes in what attache export --format jsonl wrote.",
    description =
        "Takes reports, claims and decisions into the register. What is there already is passed"
            + " over; a line that cannot be used is named, and the others are taken in.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of JSON lines.")
  private List<Path> files = new ArrayList<>();

  @Mixin private RegisterOptions options = new RegisterOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    List<String> faults = new ArrayList<>();
    Messages messages = common.messages();
    try (Register register = options.open(common.lexicon())) {
      for (Path file : files) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          JsonLines.Imported imported =
              JsonLines.read(
                  register,
                  file.toString(),
                  lines,
                  fault -> {
                    faults.add(fault);
                    messages.say(fault);
                  });
          messages.say(
              file
                  + ": "
                  + Sum.counted(imported.reports(), "report")
                  + " and "
                  + Sum.counted(imported.decisions(), "decision")
                  + " taken in, "
                  + Sum.counted(imported.known(), "report")
                  + " known");
        } catch (IOException e) {
          String fault = file + ": cannot be read: " + e.getMessage() + "; check the file";
          faults.add(fault);
          messages.say(fault);
        }
      }
    }
    return Common.exitCode(faults.isEmpty());
  }
}
