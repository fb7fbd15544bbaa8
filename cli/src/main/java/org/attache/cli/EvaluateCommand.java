package org.attache.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.attache.cli.Inputs.Input;
import org.attache.contract.ReportHead;
import org.attache.contract.ReportJson;
import org.attache.evaluation.Evaluation;
import org.attache.report.ReportFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From a folder of gold reports to the figures that say how well they are read. */
@Command(
    name = "evaluate",
    header = "Measures how well a folder of gold reports is read.",
    description = {
      "Reads each GOLD_DIR/NAME.txt that has a NAME.json with gold claims beside it and compares.",
      "",
      "met: kind and parties agree; found: and at least one item; exact: and stage, polarity and"
          + " the innermost source. P is the share of the claims read that are right, R the share of"
          + " the gold claims that were read, F1 their harmonic mean."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  attache evaluate corpus/dev",
      "  attache evaluate corpus/dev --misses --out read/",
      "",
      "Exit codes: 0 all read, 1 some could not be (each is named on standard error), 2 wrong"
          + " usage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class EvaluateCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "GOLD_DIR",
      description = "A folder with NAME.txt and, for each, NAME.json.")
  private Path gold = Path.of(".");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Keep what was read, a NAME.json for each NAME.txt.")
  private @Nullable Path out;

  @Option(
      names = "--misses",
      description = "Print the gold claims that were not read exactly, and the extra ones, first.")
  private boolean misses;

  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    List<Input> texts = texts();
    Inputs inputs = new Inputs(texts, List.of());
    int threads = common.threads();
    Optional<OutFolder> folder =
        Optional.ofNullable(out).map(path -> OutFolder.of(path, inputs, common));
    Terminal terminal = Terminal.here(System.getenv());
    ReadingRoom room = ReadingRoom.forClaims(common.lexicon(), System.in);
    Map<String, String> read = new HashMap<>();
    boolean whole =
        new Batch(common.messages(), terminal.err())
            .run(
                inputs,
                threads,
                (input, note) -> {
                  ReportFile.Text text = room.text(input);
                  text.note().ifPresent(note);
                  return ReportJson.pretty(
                      room.read(ReadingRoom.report(input, text, ReportHead.UNKNOWN)), false);
                },
                (input, json) -> {
                  folder.ifPresent(f -> f.write(input, json));
                  read.put(input.stem(), json);
                });
    Evaluation evaluation = new Evaluation();
    for (Input text : texts) {
      evaluation.add(text.stem(), goldJson(text), Optional.ofNullable(read.get(text.stem())));
    }
    if (misses) {
      evaluation.misses().forEach(line -> common.out().print(line + "\n"));
    }
    evaluation.figures().forEach(line -> common.out().print(line + "\n"));
    common.out().flush();
    return Common.exitCode(whole);
  }

  private List<Input> texts() {
    if (!Files.isDirectory(gold)) {
      throw common.wrong(gold + " is no folder");
    }
    try (Stream<Path> files = Files.list(gold)) {
      List<Input> texts =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".json"))
              .sorted()
              .map(name -> gold.resolve(name.substring(0, name.length() - 5) + ".txt"))
              .map(file -> new Input(file.toString(), Optional.of(file)))
              .toList();
      if (texts.isEmpty()) {
        throw common.wrong(gold + " holds no NAME.json with gold claims");
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(gold + " cannot be listed", e);
    }
  }

  private String goldJson(Input text) {
    Path file = gold.resolve(text.stem() + ".json");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
