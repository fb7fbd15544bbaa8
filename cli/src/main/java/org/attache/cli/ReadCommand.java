package org.attache.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.attache.cli.Inputs.Input;
import org.attache.contract.ReadReport;
import org.attache.contract.ReportHead;
import org.attache.contract.ReportJson;
import org.attache.report.ReportFile;
import org.attache.report.UnreadableReportException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From reports to their claims. */
@Command(
    name = "read",
    header = "Reads reports and prints their claims.",
    description = {
      "Reads news reports and prints who is reported to supply what to whom, how far that has"
          + " got, and who says so.",
      "",
      "A report is a plain text in English, its headline in the first line and a paragraph in each"
          + " of the others. Where a NAME.json lies beside NAME.txt, outlet, title, publication date"
          + " and URL are taken from its object \"report\"; the options below come first.",
      "",
      "A text that is longer than 200,000 characters, in another language, a web page or no text at"
          + " all is named on standard error and left out; the others are read.",
      "",
      "JSON is one object for one report, and one object a line for several or for a folder."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  attache read report.txt --outlet \"The Harbour Gazette\" --published 2025-05-14",
      "  attache read --format json --explain report.txt",
      "  attache read reports/ --out claims/",
      "  attache read news/ --format list --explain",
      "  pdftotext -layout briefing.pdf - | attache read --outlet \"State Department\" -",
      "",
      "Exit codes: 0 all read, 1 some could not be (each is named on standard error), 2 wrong"
          + " usage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class ReadCommand implements Callable<Integer> {
  /** How claims are printed. */
  enum Format {
    text,
    list,
    json
  }

  @Parameters(
      paramLabel = "FILE|DIR|-",
      arity = "1..*",
      description = "Reports: files, folders (their .txt files), or - for standard input.")
  private List<String> inputs = new ArrayList<>();

  @Option(names = "--outlet", paramLabel = "NAME", description = "Who published the reports.")
  private @Nullable String outlet;

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "When, like 2025-05-14; \"last month\" is resolved against it.")
  private @Nullable LocalDate published;

  @Option(names = "--url", paramLabel = "URL", description = "Where.")
  private @Nullable String url;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}: text for people, which is the default on a terminal; a list for"
              + " going through the claims of many reports, one a line: name, place, what, who,"
              + " evidence, with tabs between; or JSON for programs, which is the default"
              + " elsewhere.")
  private @Nullable Format format;

  @Option(
      names = "--explain",
      description = "Add to each claim the rules and lexicon rows that made it.")
  private boolean explain;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write JSON to DIR, a NAME.json for each NAME.txt, and print nothing.")
  private @Nullable Path out;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Colour the text: ${COMPLETION-CANDIDATES} (default: auto, which is on a terminal, unless"
              + " NO_COLOR is set).")
  private Terminal.Color color = Terminal.Color.auto;

  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.here(System.getenv()).with(color);
    Inputs texts = Inputs.of(inputs);
    int threads = common.threads();
    if (outlet != null && outlet.isBlank()) {
      throw common.wrong("--outlet must not be blank");
    }
    if (out != null && format != null && format != Format.json) {
      throw common.wrong("--out writes JSON; leave --format " + format + " out");
    }
    Optional<OutFolder> folder =
        Optional.ofNullable(out).map(path -> OutFolder.of(path, texts, common));
    Printer printer = printer(folder, terminal);
    ReadingRoom room = ReadingRoom.forClaims(common.lexicon(), System.in);
    boolean whole =
        new Batch(common.messages(), terminal.err() && (folder.isPresent() || !terminal.out()))
            .run(texts, threads, (input, note) -> read(room, input, note), printer::print);
    printer.end();
    return Common.exitCode(whole);
  }

  private ReadReport read(ReadingRoom room, Input input, Consumer<String> note)
      throws UnreadableReportException {
    ReportFile.Text text = room.text(input);
    text.note().ifPresent(note);
    ReportHead head =
        new ReportHead(
            Optional.ofNullable(outlet),
            Optional.empty(),
            Optional.ofNullable(published),
            Optional.ofNullable(url));
    return room.read(ReadingRoom.report(input, text, head));
  }

  private Printer printer(Optional<OutFolder> folder, Terminal terminal) {
    if (folder.isPresent()) {
      return (input, read) -> folder.get().write(input, ReportJson.pretty(read, explain));
    }
    PrintWriter writer = common.out();
    Format wanted = format != null ? format : terminal.out() ? Format.text : Format.json;
    return switch (wanted) {
      case text -> new TextPrinter(writer, terminal, explain);
      case list -> new ListPrinter(writer, explain);
      case json -> jsonPrinter(writer);
    };
  }

  private Printer jsonPrinter(PrintWriter writer) {
    boolean one =
        inputs.size() == 1 && !java.nio.file.Files.isDirectory(Path.of(inputs.getFirst()));
    return (input, read) -> {
      writer.print(one ? ReportJson.pretty(read, explain) : ReportJson.line(read, explain));
      writer.flush();
    };
  }

  /** Where read reports go, one after the other. */
  interface Printer {
    void print(Input input, ReadReport read);

    /** All have been printed. */
    default void end() {}
  }
}
