package org.attache.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports per second of our reader beside those of CoreNLP's default pipeline. */
@Command(
    name = "build/bench-reading",
    header = "Compares how fast reports are read with CoreNLP's default pipeline.",
    description = {
      "Each side runs in a JVM of its own, on one thread and with the serial collector: Attaché from"
          + " a report to its claims, CoreNLP with tokenize, ssplit, pos, lemma, ner and depparse,"
          + " all at their defaults. The reports are in memory. The sides go through all of them in"
          + " turn, so that whatever else the machine does meets both; the first passes warm up and"
          + " do not count."
    },
    mixinStandardHelpOptions = true)
public final class BenchReadingCommand implements Callable<Integer> {
  /** What the program promises to need. */
  private static final String OUR_HEAP = "1g";

  @Parameters(
      arity = "0..*",
      paramLabel = "DIR",
      defaultValue = "corpus/dev,corpus/train,corpus/test",
      split = ",",
      description = "Folders of reports (default: those of the corpus).")
  private List<Path> folders = List.of();

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "2",
      description = "Passes that do not count (default: ${DEFAULT-VALUE}).")
  private int warmUp = 2;

  @Option(
      names = "--passes",
      paramLabel = "N",
      defaultValue = "5",
      description = "Passes that count (default: ${DEFAULT-VALUE}).")
  private int passes = 5;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Take no more reports than that, evenly from all (default: all).")
  private int limit = Integer.MAX_VALUE;

  @Option(
      names = "--mixed",
      paramLabel = "N",
      description =
          "Instead of folders: so many reports of a made-up stream of news, of which one in fifty"
              + " tells of dealings.")
  private int mixed;

  @Option(
      names = "--corenlp-heap",
      paramLabel = "SIZE",
      defaultValue = "4g",
      description = "Heap of CoreNLP (default: ${DEFAULT-VALUE}); ours is " + OUR_HEAP + ".")
  private String corenlpHeap = "4g";

  @Spec private CommandSpec spec = CommandSpec.create();

  private BenchReadingCommand() {}

  /** A fresh command line, for {@link #main} and for tests. */
  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new BenchReadingCommand());
    commandLine.setExecutionExceptionHandler(
        (fault, line, parsed) -> {
          if (fault instanceof BenchException) {
            line.getErr().println("build/bench-reading: " + fault.getMessage());
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
    if (warmUp < 0 || passes < 1 || limit < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--passes and --limit must be at least 1, --warm-up at least 0");
    }
    if (mixed > 0) {
      folders = List.of(Path.of(Texts.PRESS + mixed));
    }
    Texts.in(folders, limit);
    try (WorkerProcess attache = start(Side.Name.ATTACHE, OUR_HEAP);
        WorkerProcess corenlp = start(Side.Name.CORENLP, corenlpHeap)) {
      Figures figures = new Figures(attache.reports());
      for (int round = 1 - warmUp; round <= passes; round++) {
        Pass ours = attache.pass();
        Pass theirs = corenlp.pass();
        tell(round, ours, theirs);
        if (round > 0) {
          figures.add(Side.Name.ATTACHE, ours);
          figures.add(Side.Name.CORENLP, theirs);
        }
      }
      PrintWriter out = spec.commandLine().getOut();
      figures.lines().forEach(out::println);
      out.flush();
    }
    return CommandLine.ExitCode.OK;
  }

  private WorkerProcess start(Side.Name side, String heap) {
    List<String> options = new ArrayList<>(List.of("-Xmx" + heap, "-XX:+UseSerialGC"));
    options.add("-Duser.language=en");
    return new WorkerProcess(side, options, limit, folders);
  }

  private void tell(int round, Pass ours, Pass theirs) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        String.format(
            Locale.ROOT,
            "%s: Attaché %.2f s, CoreNLP %.2f s",
            round > 0 ? "pass " + round : "warm-up",
            ours.nanos() / 1e9,
            theirs.nanos() / 1e9));
    err.flush();
  }
}
