package org.attache.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.attache.attribution.Attribution;
import org.attache.attribution.AttributionReader;
import org.attache.cli.Inputs.Input;
import org.attache.contract.ReadReport;
import org.attache.contract.ReportHead;
import org.attache.language.Language;
import org.attache.lexicon.Tables;
import org.attache.reading.Reader;
import org.attache.report.Block;
import org.attache.report.English;
import org.attache.report.Layout;
import org.attache.report.Report;
import org.attache.report.ReportFile;
import org.attache.report.UnreadableReportException;
import org.attache.triage.Triage;

/**
 * What it takes to read: lexicons and language models, which load while the first text is fetched.
 * May be used from several threads.
 */
final class ReadingRoom {
  /** What a report's outlet is called where nobody says which it is. */
  static final String UNKNOWN_OUTLET = "unknown outlet";

  private final InputStream standardInput;
  private final Language language;
  private final English english;
  private final Layout layout;
  private final CompletableFuture<Reader> reader;
  private final CompletableFuture<AttributionReader> attributions;

  private ReadingRoom(Tables tables, InputStream standardInput, boolean claims) {
    this.standardInput = standardInput;
    language = Language.load(tables);
    reader = inBackground(claims, () -> new Reader(tables, language));
    attributions = inBackground(!claims, () -> new AttributionReader(tables));
    english = new English(tables);
    layout =
        new Layout(
            tables.rows("line-marks").stream()
                .map(
                    row ->
                        new Layout.LineMark(
                            row.get("beginning"), row.constant("kind", Block.Kind.class)))
                .toList());
  }

  /** A room in which reports are read for their claims. */
  static ReadingRoom forClaims(Optional<Path> lexicon, InputStream standardInput) {
    return new ReadingRoom(tables(lexicon), standardInput, true);
  }

  /** A room in which texts are read for who says what. */
  static ReadingRoom forAttributions(Optional<Path> lexicon, InputStream standardInput) {
    return new ReadingRoom(tables(lexicon), standardInput, false);
  }

  private static Tables tables(Optional<Path> lexicon) {
    return lexicon.map(Tables::with).orElseGet(Tables::builtIn);
  }

  private static <T> CompletableFuture<T> inBackground(boolean wanted, Supplier<T> loading) {
    return wanted
        ? CompletableFuture.supplyAsync(
            loading, task -> Thread.ofPlatform().daemon().name("lexicons").start(task))
        : new CompletableFuture<>();
  }

  /**
   * Fetches a text.
   *
   * @throws UnreadableReportException where it is none that can be read
   */
  ReportFile.Text text(Input input) throws UnreadableReportException {
    ReportFile.Text text;
    if (input.file().isPresent()) {
      text = ReportFile.read(input.file().get());
    } else {
      try {
        text = ReportFile.read(input.name(), standardInput);
      } catch (IOException e) {
        throw new UnreadableReportException(
            UnreadableReportException.Fault.CLOSED,
            input.name(),
            "cannot be read: " + e.getMessage() + "; give a file instead");
      }
    }
    if (!english.is(text.clean().text())) {
      throw new UnreadableReportException(
          UnreadableReportException.Fault.NOT_ENGLISH,
          input.name(),
          "is not in English; give an English report or a translation");
    }
    return text;
  }

  /** Which pages and reports no claim is read from. */
  Triage triage() {
    return loaded(reader).triage();
  }

  /** "Of 812 sentences 640 were parsed": what reading has come to so far. */
  String work() {
    return String.format(
        Locale.ROOT, "of %,d sentences %,d were parsed", language.tagged(), language.parsed());
  }

  /** Whether a text is in English, and so can be read. */
  boolean isEnglish(String text) {
    return english.is(text);
  }

  /**
   * The report that a text is.
   *
   * @param head what the user says of it; what the file beside the text says comes after
   * @throws UnreadableReportException where the file beside the text is malformed
   */
  static Report report(Input input, ReportFile.Text text, ReportHead head)
      throws UnreadableReportException {
    ReportHead known =
        input.file().isPresent() ? head.or(ReportHead.beside(input.file().get())) : head;
    return new Report(
        known.outlet().orElse(UNKNOWN_OUTLET),
        known.title(),
        known.published(),
        known.url(),
        text.clean().text());
  }

  /** The claims of a report and its teasers. */
  ReadReport read(Report report) {
    Reader loaded = loaded(reader);
    return new ReadReport(report, loaded.related(report), loaded.read(report));
  }

  /** Who says what in a report. */
  List<Attribution> attributions(Report report) {
    return loaded(attributions)
        .read(language.parse(report, layout.blocks(report.text()), block -> true));
  }

  private static <T> T loaded(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException fault -> throw fault;
        case Error error -> throw error;
        case null, default -> throw e;
      }
    }
  }
}
