package org.attache.training;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attache.language.Language;
import org.attache.training.CrossValidation.Judged;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** From a corpus to the weights of the reader's three linear models. */
@Command(
    name = "build/train",
    header = "Makes the weights of the reader's three linear models from gold reports.",
    description = {
      "Reads each NAME.txt that has a NAME.json with gold claims beside it, learns from what the"
          + " reader notes, and writes weights-items.tsv, weights-sides.tsv and"
          + " weights-drafts.tsv. Prints what the"
          + " models are worth on reports that they have not seen, by cross-validation."
    },
    mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
  /** The feature that every draft has. */
  private static final String ALWAYS = "always";

  /** How often sides are learned, each time from what was read with those of the time before. */
  private static final int ROUNDS = 2;

  private static final Map<WeightsTable, LinearModel> NOTHING_LEARNED = nothingLearned();

  private final Logger tribuo = Logger.getLogger("org.tribuo");

  @Parameters(
      arity = "0..*",
      paramLabel = "GOLD_DIR",
      defaultValue = "corpus/dev,corpus/train",
      split = ",",
      description = "Folders of gold reports (default: corpus/dev and corpus/train).")
  private List<Path> folders = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "reader/src/main/resources/lexicon",
      description = "Where the tables are written (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("");

  @Option(
      names = "--threshold",
      paramLabel = "SCORE",
      description =
          "The score above which a draft is accepted, such as -0.6; less accepts more (default: the"
              + " one with the highest F1 of drafts in cross-validation).")
  private @Nullable Double threshold;

  @Spec private CommandSpec spec = CommandSpec.create();

  private TrainCommand() {}

  private static Map<WeightsTable, LinearModel> nothingLearned() {
    Map<WeightsTable, LinearModel> models = new LinkedHashMap<>();
    models.put(WeightsTable.ITEMS, new LinearModel(Map.of()));
    models.put(WeightsTable.SIDES, new LinearModel(Map.of()));
    return models;
  }

  /** A fresh command line, for {@link #main} and for tests. */
  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new TrainCommand());
    commandLine.setExecutionExceptionHandler(
        (fault, line, parsed) -> {
          if (fault instanceof CorpusException) {
            line.getErr().println("build/train: " + fault.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw fault;
        });
    return commandLine;
  }

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String... args) {
    System.exit(commandLine().execute(args));
  }

  @Override
  public Integer call() {
    tribuo.setLevel(Level.WARNING);
    List<GoldReport> reports = GoldReport.in(folders);
    say(reports.size() + " reports");
    Language language = Language.load();

    int[] folds = CrossValidation.folds(reports.size());
    List<Map<WeightsTable, LinearModel>> models =
        Collections.nCopies(CrossValidation.FOLDS, NOTHING_LEARNED);
    Map<WeightsTable, String> tables = new LinkedHashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      Notebook notebook = Notebook.of(reports, language, folds, models);
      Map<WeightsTable, List<LinearModel>> learned = new LinkedHashMap<>();
      for (WeightsTable table : NOTHING_LEARNED.keySet()) {
        List<Instance> choices = notebook.choices(table);
        Learner learner = Learner.ofChoices();
        List<LinearModel> ofFolds = CrossValidation.models(learner, choices, reports.size());
        learned.put(table, ofFolds);
        say(table, round, choices.size(), CrossValidation.judge(ofFolds, choices, reports.size()));
        tables.put(
            table,
            table.text(
                learner.learn(choices).rounded(),
                choices.size() + " choices in " + reports.size() + " reports"));
      }
      models =
          IntStream.range(0, CrossValidation.FOLDS)
              .mapToObj(
                  fold -> {
                    Map<WeightsTable, LinearModel> one = new LinkedHashMap<>();
                    learned.forEach((table, all) -> one.put(table, all.get(fold).rounded()));
                    return one;
                  })
              .toList();
    }
    List<Instance> verdicts = Notebook.of(reports, language, folds, models).verdicts();
    tables.put(WeightsTable.DRAFTS, draftsTable(verdicts, reports.size()));
    tables.forEach((table, text) -> table.write(out, text));
    return CommandLine.ExitCode.OK;
  }

  private void say(WeightsTable table, int round, int choices, List<Judged> judged) {
    say(
        String.format(
            Locale.ROOT,
            "round %d: %s, %d to choose, accuracy %.3f on unseen reports",
            round,
            table.name(),
            choices,
            CrossValidation.accuracy(judged)));
  }

  private String draftsTable(List<Instance> verdicts, int reports) {
    Learner learner = Learner.ofVerdicts(ALWAYS);
    List<Judged> judged = CrossValidation.judge(learner, verdicts, reports);
    String counted =
        verdicts.size()
            + " drafts, "
            + verdicts.stream().filter(Instance::yes).count()
            + " of them claims";
    say(counted);
    Threshold best = Threshold.best(judged);
    Threshold chosen = threshold == null ? best : Threshold.at(threshold, judged);
    Stream.of(Threshold.at(0, judged), best, chosen).distinct().forEach(this::say);
    Map<String, Double> weights = new HashMap<>(learner.learn(verdicts).weights());
    weights.merge(ALWAYS, -chosen.score(), Double::sum);
    return WeightsTable.DRAFTS.text(
        new LinearModel(weights),
        counted + ", in " + reports + " reports; accepts above " + chosen.score());
  }

  private void say(Threshold threshold) {
    say(
        String.format(
            Locale.ROOT,
            "accepted above %s: P %.3f R %.3f F1 %.3f of drafts in unseen reports",
            threshold.score(),
            threshold.precision(),
            threshold.recall(),
            threshold.f1()));
  }

  private void say(String line) {
    PrintWriter lines = spec.commandLine().getOut();
    lines.println(line);
    lines.flush();
  }
}
