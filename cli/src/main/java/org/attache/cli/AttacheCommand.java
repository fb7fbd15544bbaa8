package org.attache.cli;

import java.io.UncheckedIOException;
import java.util.Arrays;
import org.attache.desk.CannotListenException;
import org.attache.lexicon.LexiconException;
import org.attache.register.store.RegisterException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code attache} command. Exit codes: 0 done, 1 something failed, 2 wrong usage. */
@Command(
    name = "attache",
    description = "Reads news reports: who is reported to supply what to whom, and who says so.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  attache read report.txt --outlet \"The Harbour Gazette\" --published 2025-05-14",
      "  attache read reports/ --out claims/",
      "  attache help read"
    },
    subcommands = {
      DemoCommand.class,
      ReadCommand.class,
      IngestCommand.class,
      WatchCommand.class,
      DealingsCommand.class,
      DealingCommand.class,
      ClaimsCommand.class,
      ReportsCommand.class,
      SearchCommand.class,
      ReviewCommand.class,
      ServeCommand.class,
      UserCommand.class,
      RereadCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      AttributionsCommand.class,
      EvaluateCommand.class,
      CoverageCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
public final class AttacheCommand implements Runnable {
  private final CommandLine commandLine = new CommandLine(this);

  private AttacheCommand() {}

  /** A fresh command line, for {@link #main} and for tests. */
  static CommandLine commandLine() {
    CommandLine commandLine = new AttacheCommand().commandLine;
    commandLine.setExecutionExceptionHandler(AttacheCommand::failed);
    commandLine.setParameterExceptionHandler(AttacheCommand::misused);
    commandLine.setUsageHelpAutoWidth(true);
    return commandLine;
  }

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String... args) {
    System.exit(run(commandLine(), args));
  }

  private static int run(CommandLine commandLine, String... args) {
    boolean stacktrace = Arrays.asList(args).contains("--stacktrace");
    Messages messages = new Messages(commandLine.getErr(), stacktrace);
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      messages.say(
          "out of memory; give the program more, as with ATTACHE_OPTS=-Xmx2g, or fewer --threads");
    } catch (Error e) {
      messages.say(messages.unexpected(e));
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** What is wrong with the call, and where help is; not all the help, under which it is lost. */
  private static int misused(CommandLine.ParameterException fault, String[] arguments) {
    CommandLine command = fault.getCommandLine();
    Messages messages = new Messages(command.getErr(), false);
    messages.say(String.valueOf(fault.getMessage()));
    CommandLine.UnmatchedArgumentException.printSuggestions(fault, command.getErr());
    messages.say("see " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  /** One line for whatever went wrong; where in the program, only for whoever asks. */
  private static int failed(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
    boolean stacktrace = parsed.originalArgs().contains("--stacktrace");
    Messages messages = new Messages(command.getErr(), stacktrace);
    switch (fault) {
      case LexiconException lexicon -> messages.say(String.valueOf(lexicon.getMessage()));
      case CannotListenException desk -> messages.say(String.valueOf(desk.getMessage()));
      case RegisterException register -> messages.say(String.valueOf(register.getMessage()));
      case UncheckedIOException io -> messages.say(io.getMessage() + ": " + io.getCause());
      default -> messages.say(messages.unexpected(fault));
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    commandLine.usage(commandLine.getOut());
  }
}
