package org.attache.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attache.contract.AttributionJson;
import org.attache.report.Report;
import org.attache.report.ReportFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From texts to who says what in them. */
@Command(
    name = "attributions",
    header = "Reads who says what, in any English news.",
    description = {
      "Finds each source, the cue that ties it to what it says (\"said\", \"according to\"), and"
          + " the words that it says, whatever they are about.",
      "",
      "DIR/NAME.json holds, for NAME.txt,",
      "  {\"attributions\": [{\"source\": {\"start\": 0, \"end\": 4},",
      "    \"cue\": {\"start\": 5, \"end\": 9},",
      "    \"content\": [{\"start\": 10, \"end\": 40}]}]}",
      "with null for a source or cue that is not named. Places are in UTF-16 units of the file,"
          + " ends exclusive."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  attache attributions news/ --out attributions/",
      "  attache attributions report.txt",
      "",
      "Exit codes: 0 all read, 1 some could not be (each is named on standard error), 2 wrong"
          + " usage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class AttributionsCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE|DIR|-",
      arity = "1..*",
      description = "Texts: files, folders (their .txt files), or - for standard input.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write. Without it, the JSON of a single text is printed.")
  private @Nullable Path out;

  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    Inputs texts = Inputs.of(inputs);
    int threads = common.threads();
    if (out == null && texts.texts().size() > 1) {
      throw common.wrong("several texts need --out DIR");
    }
    Optional<OutFolder> folder =
        Optional.ofNullable(out).map(path -> OutFolder.of(path, texts, common));
    Terminal terminal = Terminal.here(System.getenv());
    ReadingRoom room = ReadingRoom.forAttributions(common.lexicon(), System.in);
    boolean whole =
        new Batch(common.messages(), terminal.err())
            .run(
                texts,
                threads,
                (input, note) -> {
                  ReportFile.Text text = room.text(input);
                  text.note().ifPresent(note);
                  Report report =
                      new Report(
                          ReadingRoom.UNKNOWN_OUTLET,
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          text.clean().text());
                  return AttributionJson.pretty(room.attributions(report), text.clean());
                },
                (input, json) -> {
                  if (folder.isPresent()) {
                    folder.get().write(input, json);
                  } else {
                    common.out().print(json);
                    common.out().flush();
                  }
                });
    return Common.exitCode(whole);
  }
}
