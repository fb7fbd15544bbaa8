package org.attache.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.attache.claim.Claim;
import org.attache.cli.Inputs.Input;
import org.attache.contract.ReportHead;
import org.attache.register.store.Added;
import org.attache.register.store.Arrival;
import org.attache.register.store.Register;
import org.attache.report.Report;
import org.attache.report.ReportFile;
import org.attache.report.UnreadableReportException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** From reports into the register. */
@Command(
    name = "ingest",
    header = "Reads reports into the register.",
    description = {
      "Reads reports and adds them, with their claims, to the register. A report that is there"
          + " already is passed over; a new version of an article supersedes the old one; copies of"
          + " one agency story are recognised and count as one source.",
      "",
      "What cannot be read is named on standard error, the rest is added. A run that was broken off"
          + " is taken up by running the same command again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  attache ingest reports/",
      "  attache ingest --register work.db reports/ more/one.txt",
      "  attache dealings"
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class IngestCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "Reports: files, or folders (their .txt files).")
  private List<String> inputs = new ArrayList<>();

  @Mixin private RegisterOptions register = new RegisterOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.here(System.getenv());
    Inputs texts = Inputs.of(inputs);
    int threads = common.threads();
    ReadingRoom room = ReadingRoom.forClaims(common.lexicon(), System.in);
    try (Register kept = register.open(common.lexicon());
        Register lookup = register.open(common.lexicon())) {
      Ingest ingest = new Ingest(room, kept, lookup);
      boolean whole =
          new Batch(common.messages(), terminal.err())
              .run(texts, threads, ingest::read, ingest::add);
      common.messages().say(ingest.summary() + " in " + register.where());
      return Common.exitCode(whole);
    }
  }

  /** What is read and not yet added. */
  record Ready(Arrival arrival, Optional<List<Claim>> claims) {}

  /** One run: reads on any thread, adds on one. */
  static final class Ingest {
    private final ReadingRoom room;
    private final Register register;
    private final Register lookup;
    private final Map<Added, Integer> counts = new EnumMap<>(Added.class);
    private int claims;

    Ingest(ReadingRoom room, Register register, Register lookup) {
      this.room = room;
      this.register = register;
      this.lookup = lookup;
    }

    Ready read(Input input, Consumer<String> note) throws UnreadableReportException {
      ReportFile.Text text = room.text(input);
      text.note().ifPresent(note);
      Report report = ReadingRoom.report(input, text, ReportHead.UNKNOWN);
      Arrival arrival =
          new Arrival(
              report, Optional.empty(), "en", true, retrieved(input), input.name(), List.of());
      synchronized (lookup) {
        if (lookup.knows(arrival)) {
          return new Ready(arrival, Optional.empty());
        }
      }
      return new Ready(arrival, Optional.of(room.read(report).claims()));
    }

    private static Instant retrieved(Input input) {
      if (input.file().isEmpty()) {
        return Instant.EPOCH;
      }
      try {
        return Files.getLastModifiedTime(input.file().get()).toInstant();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot ask when it was written: " + input.name(), e);
      }
    }

    void add(Input input, Ready ready) {
      Added added =
          ready
              .claims()
              .map(
                  read -> register.add(ready.arrival(), read, Optional.of(ProgramVersion.reader())))
              .orElse(Added.KNOWN);
      counts.merge(added, 1, Integer::sum);
      if (added != Added.KNOWN) {
        claims += ready.claims().orElseThrow().size();
      }
    }

    String summary() {
      int all = counts.values().stream().mapToInt(count -> count).sum();
      int known = counts.getOrDefault(Added.KNOWN, 0);
      return Sum.counted(all - known, "report")
          + " added with "
          + Sum.counted(claims, "claim")
          + details();
    }

    private String details() {
      List<String> details = new ArrayList<>();
      counts.forEach(
          (added, count) -> {
            switch (added) {
              case COPY -> details.add(count + " of them copies of a story");
              case VERSION -> details.add(count + " of them versions of an article");
              case KNOWN -> details.add(count + " were there already");
              case NEW -> {}
            }
          });
      return details.isEmpty() ? "" : " (" + String.join(", ", details) + ")";
    }
  }
}
