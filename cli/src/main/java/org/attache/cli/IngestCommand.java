package org.attache.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.attache.claim.Claim;
import org.attache.gather.article.Gathered;
import org.attache.gather.article.Gathering;
import org.attache.lexicon.LexiconException;
import org.attache.register.store.Added;
import org.attache.register.store.Arrival;
import org.attache.register.store.KeptRun;
import org.attache.register.store.Register;
import org.attache.report.Report;
import org.attache.report.ReportFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** From reports into the register. */
@Command(
    name = "ingest",
    header = "Reads reports into the register.",
    description = {
      "Reads reports and adds them, with their claims, to the register, from plain texts, web pages,"
          + " web archives and JSON lines. A report that is there"
          + " already is passed over; a new version of an article supersedes the old one; copies of"
          + " one agency story are recognised and count as one source.",
      "",
      "Pages of web archives are passed over where their bytes or their text show that they hold no"
          + " claim. Of those that are read, only reports with claims are kept; the others are"
          + " counted.",
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
      description =
          "Plain texts, web pages, web archives (WARC, packed or not), JSON lines of reports; or folders"
              + " of them.")
  private List<String> inputs = new ArrayList<>();

  @Mixin private RegisterOptions register = new RegisterOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.here(System.getenv());
    Messages messages = common.messages();
    int threads = common.threads();
    ReadingRoom room = ReadingRoom.forClaims(common.lexicon(), System.in);
    try (Register kept = register.open(common.lexicon());
        Register lookup = register.open(common.lexicon())) {
      Ingest ingest = new Ingest(room, kept, lookup, messages);
      boolean whole;
      try (RunReport report =
          new RunReport(
              register.open(common.lexicon()),
              "ingest",
              String.join(" ", inputs),
              Clock.systemUTC(),
              ingest::standing)) {
        report.goOn(messages);
        whole = ingest.run(inputs, threads, terminal.err());
      }
      ingest
          .archives()
          .forEach(line -> messages.say(line + "; " + room.work() + "; in " + register.where()));
      if (ingest.tookReports()) {
        messages.say(ingest.summary() + " in " + register.where());
      }
      return Common.exitCode(whole);
    }
  }

  /** What is read and not yet added, or why it cannot be. */
  sealed interface Ready {
    /** A report; its claims, where it is not there yet and can be read. */
    record Report(Arrival arrival, Optional<List<Claim>> claims, boolean known) implements Ready {}

    /** A line that says what is wrong. */
    record Fault(String message) implements Ready {}
  }

  /** One run: reads on any thread, adds on one. */
  static final class Ingest {
    private static final int MOST_FAULTS = 20;

    private final ReadingRoom room;
    private final Register register;
    private final Register lookup;
    private final Messages messages;
    private final Map<Added, Integer> counts = new EnumMap<>(Added.class);
    private int claims;
    private int unread;
    private int faults;
    private final AtomicInteger undated = new AtomicInteger();
    private final ArchiveWay archives;
    private final Deque<String> lately = new ArrayDeque<>();
    private volatile RunReport.Standing standing =
        new RunReport.Standing(KeptRun.Counts.NONE, List.of());

    /** A report may be dated tomorrow, where it is tomorrow already. */
    private final LocalDate latest = LocalDate.now(ZoneOffset.UTC).plusDays(1);

    Ingest(ReadingRoom room, Register register, Register lookup, Messages messages) {
      this.room = room;
      this.register = register;
      this.lookup = lookup;
      this.messages = messages;
      archives =
          new ArchiveWay(
              room,
              register,
              lookup,
              messages,
              this::arrival,
              System::nanoTime,
              message -> {
                messages.say(message);
                note(message);
              },
              this::stand);
    }

    /** Whether there was anything else than archives. */
    boolean tookReports() {
      return !counts.isEmpty() || faults > 0 || archives().isEmpty();
    }

    /** What became of the pages of archives, a line where there were any. */
    List<String> archives() {
      return archives.tally().lines();
    }

    /**
     * Takes in what files and folders hold.
     *
     * @param bar whether a progress bar may be shown
     * @return whether all of it could be used
     */
    boolean run(List<String> inputs, int threads, boolean bar) {
      List<Path> files = new ArrayList<>();
      for (String input : inputs) {
        try {
          List<Path> found = Gathering.files(Path.of(input));
          if (found.isEmpty()) {
            fault(input + ": holds no file that may be a report");
          }
          files.addAll(found);
        } catch (IOException e) {
          fault(input + ": cannot be listed: " + e.getMessage() + "; check its permissions");
        }
      }
      try (Progress progress = Progress.over(files.size(), bar, messages);
          InOrder.Window<Gathered, Ready> window =
              new InOrder.Window<>(threads, this::read, this::add)) {
        for (Path file : files) {
          if (Gathering.isArchive(file)) {
            window.finish();
            archive(file, threads, bar && files.size() == 1);
          } else {
            Gathering.read(file, window::accept);
          }
          progress.step();
        }
        window.finish();
      }
      return whole();
    }

    private void archive(Path file, int threads, boolean bar) {
      try {
        archives.take(file, threads, bar);
      } catch (IOException e) {
        fault(file + ": cannot be read: " + e.getMessage() + "; check the file");
      }
    }

    /** Takes one thing in, at once. */
    void take(Gathered gathered) {
      add(read(gathered));
    }

    /** Whether all could be used so far. */
    boolean whole() {
      return faults == 0 && archives.tally().whole();
    }

    private void fault(String message) {
      faults++;
      messages.say(message);
      note(message);
      stand();
    }

    private void note(String message) {
      lately.addLast(message);
      if (lately.size() > MOST_FAULTS) {
        lately.removeFirst();
      }
    }

    /** How it stands; may be asked by any thread. */
    RunReport.Standing standing() {
      return standing;
    }

    private void stand() {
      long taken = counts.values().stream().mapToLong(count -> count).sum();
      long known = counts.getOrDefault(Added.KNOWN, 0);
      standing =
          new RunReport.Standing(
              new KeptRun.Counts(taken + faults, taken - known, known, faults)
                  .and(archives.tally().counts()),
              List.copyOf(lately));
    }

    private Ready read(Gathered gathered) {
      try {
        return switch (gathered) {
          case Gathered.Fault(String name, String fault) -> new Ready.Fault(name + ": " + fault);
          case Gathered.Article article -> read(article);
        };
      } catch (LexiconException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        return new Ready.Fault(gathered.name() + ": " + messages.unexpected(e));
      }
    }

    private Ready read(Gathered.Article article) {
      if (article.text().length() > ReportFile.LONGEST) {
        return new Ready.Fault(article.name() + ": is too long for one report; cut it");
      }
      Arrival arrival = arrival(article);
      synchronized (lookup) {
        if (lookup.knows(arrival)) {
          return new Ready.Report(arrival, Optional.empty(), true);
        }
      }
      return new Ready.Report(
          arrival,
          arrival.english() ? Optional.of(room.read(arrival.report()).claims()) : Optional.empty(),
          false);
    }

    private Arrival arrival(Gathered.Article article) {
      boolean english =
          article.language().matches("(?i)und|en(-.*)?") && room.isEnglish(article.text());
      Report report =
          new Report(
              article.outlet().orElse(ReadingRoom.UNKNOWN_OUTLET),
              article.title(),
              published(article),
              article.url(),
              article.text());
      return new Arrival(
          report,
          article.address(),
          english && article.language().equals("und") ? "en" : article.language(),
          english,
          article.retrieved().orElse(Instant.EPOCH),
          article.name(),
          article.links());
    }

    /** The day of publication, unless it is yet to come: that cannot be, and would mislead. */
    private Optional<LocalDate> published(Gathered.Article article) {
      Optional<LocalDate> day = article.published();
      if (day.isPresent() && day.get().isAfter(latest)) {
        undated.incrementAndGet();
        messages.say(
            article.name()
                + ": is dated "
                + day.get()
                + ", which is yet to come; kept without a date, correct it at its source");
        return Optional.empty();
      }
      return day;
    }

    private void add(Ready ready) {
      switch (ready) {
        case Ready.Fault(String message) -> fault(message);
        case Ready.Report(Arrival arrival, Optional<List<Claim>> read, boolean known) -> {
          Added added =
              known
                  ? Added.KNOWN
                  : register.add(
                      arrival, read.orElse(List.of()), read.map(r -> ProgramVersion.reader()));
          counts.merge(added, 1, Integer::sum);
          if (added != Added.KNOWN) {
            claims += read.map(List::size).orElse(0);
            unread += read.isEmpty() ? 1 : 0;
          }
          stand();
        }
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
      if (unread > 0) {
        details.add(unread + " of them not in English: kept, not read");
      }
      if (undated.get() > 0) {
        details.add(undated + " dated in the future: kept without a date");
      }
      if (faults > 0) {
        details.add(faults + " could not be used");
      }
      return details.isEmpty() ? "" : " (" + String.join(", ", details) + ")";
    }
  }
}
