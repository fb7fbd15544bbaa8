package org.attache.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.attache.cli.Paragraph.Look;
import org.attache.contract.ClaimWords;
import org.attache.register.dealing.Dealing;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Inquiry;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything on a small corpus. */
@Command(
    name = "demo",
    header = "Reads sample reports into a register and shows what it knows.",
    description = {
      "Reads some fifty invented reports on fourteen stories into a fresh register and prints the"
          + " dealings that it finds in them, one of them with its history, and one chain of"
          + " sources.",
      "",
      "The register is thrown away at the end, unless --register names a file for it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class DemoCommand implements Callable<Integer> {
  /** Where the launcher says that the sample reports lie. */
  static final String SAMPLES = "attache.samples";

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description = "Keep the register in this file, to go on asking it.")
  private @Nullable Path register;

  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws IOException {
    Path stories = Path.of(System.getProperty(SAMPLES, "samples"), "stories");
    if (!Files.isDirectory(stories)) {
      common
          .messages()
          .say("there are no sample reports in " + stories + "; start the program with ./attache");
      return Common.exitCode(false);
    }
    if (register != null) {
      return show(stories, register);
    }
    Path folder = Files.createTempDirectory("attache-demo");
    try {
      return show(stories, folder.resolve("demo.db"));
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private int show(Path stories, Path file) throws IOException {
    Terminal terminal = Terminal.here(System.getenv());
    PrintWriter out = common.out();
    List<String> folders;
    try (Stream<Path> entries = Files.list(stories)) {
      folders = entries.filter(Files::isDirectory).map(Path::toString).sorted().toList();
    }
    ReadingRoom room = ReadingRoom.forClaims(common.lexicon(), System.in);
    RegisterOptions options = new RegisterOptions();
    try (Register kept = options.open(file.toString(), common.lexicon());
        Register lookup = options.open(file.toString(), common.lexicon())) {
      IngestCommand.Ingest ingest = new IngestCommand.Ingest(room, kept, lookup, common.messages());
      boolean whole = ingest.run(folders, common.threads(), terminal.err());
      print(out, terminal, kept.inquiry(), ingest.summary());
      out.flush();
      return Common.exitCode(whole);
    }
  }

  private void print(PrintWriter out, Terminal terminal, Inquiry inquiry, String summary) {
    List<Dealing> dealings = inquiry.dealingsInFull(Question.ALL);
    say(out, terminal, summary + ".", Look.STRONG);
    say(
        out,
        terminal,
        "The reports, the people in them and what they say are invented.",
        Look.FAINT);
    out.print("\n");
    say(out, terminal, "What the register knows, the best supported first:", Look.STRONG);
    dealings.stream()
        .sorted(
            Comparator.<Dealing>comparingInt(dealing -> -dealing.voices().size())
                .thenComparing(Dealing::id))
        .limit(12)
        .forEach(dealing -> line(out, terminal, dealing));
    int rest = Math.max(0, dealings.size() - 12);
    if (rest > 0) {
      say(out, terminal, "  and " + rest + " more: attache dealings lists them.", Look.FAINT);
    }
    contradicted(dealings)
        .ifPresent(
            dealing -> {
              out.print("\n");
              say(
                  out,
                  terminal,
                  "One of them, on which reports contradict each other:",
                  Look.STRONG);
              out.print("\n");
              new DealingPrinter(out, terminal, inquiry).print(dealing);
            });
    chained(dealings)
        .ifPresent(
            held -> {
              out.print("\n");
              say(
                  out,
                  terminal,
                  "One chain of sources, from the paper to who said it:",
                  Look.STRONG);
              say(out, terminal, "  " + ClaimsCommand.line(held.claim()), Look.PLAIN);
              say(
                  out,
                  terminal,
                  "  says " + ClaimWords.asserter(held.claim()) + ClaimWords.way(held.claim()),
                  Look.PLAIN);
            });
    out.print("\n");
    say(
        out,
        terminal,
        "Now with reports of your own: attache ingest FOLDER, then attache dealings.",
        Look.FAINT);
  }

  private static void line(PrintWriter out, Terminal terminal, Dealing dealing) {
    String note =
        dealing.voices().size()
            + (dealing.voices().size() == 1 ? " source" : " sources")
            + (dealing.contradictions().isEmpty() ? "" : ", values differ");
    new Paragraph()
        .add(dealing.title(), Look.PLAIN)
        .add("  (" + note + ")", Look.FAINT)
        .lines("  ", "    ", terminal.columns(), terminal.colour())
        .forEach(line -> out.print(line + "\n"));
  }

  private static void say(PrintWriter out, Terminal terminal, String words, Look look) {
    new Paragraph()
        .add(words.strip(), look)
        .lines(
            words.startsWith("  ") ? "  " : "",
            words.startsWith("  ") ? "    " : "",
            terminal.columns(),
            terminal.colour())
        .forEach(line -> out.print(line + "\n"));
  }

  /** The dealing on which most is told and values differ. */
  private static Optional<Dealing> contradicted(List<Dealing> dealings) {
    return dealings.stream()
        .filter(
            dealing ->
                dealing.contradictions().stream()
                    .anyMatch(found -> !found.field().equals("polarity")))
        .max(
            Comparator.<Dealing>comparingInt(dealing -> dealing.voices().size())
                .thenComparing(Dealing::id));
  }

  /** The claim with the longest chain. */
  private static Optional<HeldClaim> chained(List<Dealing> dealings) {
    return dealings.stream()
        .flatMap(dealing -> dealing.claims().stream())
        .max(
            Comparator.<HeldClaim>comparingInt(held -> held.claim().attribution().size())
                .thenComparing(HeldClaim::key));
  }
}
