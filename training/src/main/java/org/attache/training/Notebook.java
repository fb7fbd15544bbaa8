package org.attache.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attache.language.Language;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;
import org.attache.reading.Reader;

/**
 * Reads a corpus and keeps, of each report, what the reader noted, with the answers of the gold.
 */
final class Notebook {
  private final List<GoldReport> reports;
  private final List<List<String>> lines;

  private Notebook(List<GoldReport> reports, List<List<String>> lines) {
    this.reports = reports;
    this.lines = lines;
  }

  /**
   * Reads all reports.
   *
   * @param models the models by their tables, in place of those that travel with the reader
   */
  static Notebook of(
      List<GoldReport> reports, Language language, Map<WeightsTable, LinearModel> models) {
    return of(reports, language, new int[reports.size()], List.of(models));
  }

  /**
   * Reads each report with the models of its fold. Where these have not seen the report, its notes
   * hold as many mistakes as a new report's would, and what is learned of them does not take the
   * choices before it for better than they are.
   *
   * @param folds the fold of each report
   * @param models the models of each fold
   */
  static Notebook of(
      List<GoldReport> reports,
      Language language,
      int[] folds,
      List<Map<WeightsTable, LinearModel>> models) {
    List<Reader> readers = models.stream().map(fold -> reader(language, fold)).toList();
    List<List<String>> lines =
        IntStream.range(0, reports.size())
            .parallel()
            .mapToObj(
                report -> {
                  List<String> noted = new ArrayList<>();
                  readers
                      .get(folds[report])
                      .read(reports.get(report).report(), line -> noted.add(line.get()));
                  return List.copyOf(noted);
                })
            .toList();
    return new Notebook(reports, lines);
  }

  /** A reader whose tables of weights are overlaid: what a model has not, weighs nothing. */
  private static Reader reader(Language language, Map<WeightsTable, LinearModel> models) {
    try {
      Path folder = Files.createTempDirectory("weights");
      try {
        models.forEach((table, model) -> overlay(folder, table, model));
        return new Reader(Tables.with(folder), language);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("weights between two rounds cannot be kept", e);
    }
  }

  private static void overlay(Path folder, WeightsTable table, LinearModel model) {
    Map<String, Double> weights = new HashMap<>();
    for (Row row : Tables.builtIn().rows(table.name())) {
      weights.put(row.get("feature"), 0.0);
    }
    weights.putAll(model.weights());
    StringBuilder text = new StringBuilder("feature\tweight\n");
    weights.forEach((name, weight) -> text.append(name + "\t" + weight + "\n"));
    table.write(folder, text.toString());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** The choices that a table's model makes, where the gold has the answer. */
  List<Instance> choices(WeightsTable table) {
    return table.equals(WeightsTable.ITEMS)
        ? choices(ItemNote.MARK, ItemNote::of, Labels::right, this::options)
        : choices(SideNote.MARK, SideNote::of, Labels::right, this::options);
  }

  private <N> List<Instance> choices(
      String mark,
      Function<String, N> parse,
      BiFunction<N, List<GoldClaim>, Set<Integer>> answer,
      Function<N, List<List<String>>> options) {
    List<Instance> choices = new ArrayList<>();
    for (int report = 0; report < reports.size(); report++) {
      for (String line : marked(report, mark)) {
        N note = parse.apply(line);
        Set<Integer> right = answer.apply(note, reports.get(report).claims());
        List<List<String>> all = options.apply(note);
        if (!right.isEmpty() && all.size() > 1) {
          choices.add(new Instance(report, all, right));
        }
      }
    }
    return choices;
  }

  private List<List<String>> options(ItemNote note) {
    return note.candidates().stream().map(ItemNote.Candidate::features).toList();
  }

  private List<List<String>> options(SideNote note) {
    return note.candidates().stream().map(SideNote.Candidate::features).toList();
  }

  /** All whole drafts, right or not. */
  List<Instance> verdicts() {
    List<Instance> verdicts = new ArrayList<>();
    for (int report = 0; report < reports.size(); report++) {
      List<DraftNote> notes = marked(report, DraftNote.MARK).stream().map(DraftNote::of).toList();
      List<Boolean> right = Labels.holds(notes, reports.get(report).claims());
      for (int i = 0; i < notes.size(); i++) {
        verdicts.add(Instance.yesOrNo(report, notes.get(i).features(), right.get(i)));
      }
    }
    return verdicts;
  }

  /** All that was noted. */
  List<String> lines() {
    return lines.stream().flatMap(List::stream).toList();
  }

  private List<String> marked(int report, String mark) {
    return lines.get(report).stream().filter(line -> line.startsWith(mark + "\t")).toList();
  }
}
