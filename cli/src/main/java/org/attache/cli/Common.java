package org.attache.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of all commands that read texts. */
final class Common {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--lexicon",
      paramLabel = "DIR",
      description =
          "Folder of lexicon tables of your own; their rows are added to the built-in ones of the"
              + " same names.")
  private @Nullable Path lexicon;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many reports are read at once (default: one for each processor).")
  private @Nullable Integer threads;

  @Option(
      names = "--stacktrace",
      description = "Where the program itself fails, print where in its code.")
  private boolean stacktrace;

  /** For picocli, which says later which command these options belong to. */
  Common() {
    this(CommandSpec.create());
  }

  /** Options of this command. */
  Common(CommandSpec spec) {
    this.spec = spec;
  }

  Optional<Path> lexicon() {
    return Optional.ofNullable(lexicon);
  }

  int threads() {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (threads < 1) {
      throw wrong("--threads must be at least 1");
    }
    return threads;
  }

  boolean stacktrace() {
    return stacktrace;
  }

  /** Wrong usage: its message is printed and the program ends with 2. */
  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  Messages messages() {
    return new Messages(spec.commandLine().getErr(), stacktrace);
  }

  /** The exit code of a command that may have met texts that it could not read. */
  static int exitCode(boolean whole) {
    return whole ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
