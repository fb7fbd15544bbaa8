package org.attache.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code attache} command. Exit codes: 0 done, 1 something failed, 2 wrong usage. */
@Command(
    name = "attache",
    description = "Reads news reports: who is reported to supply what to whom, and who says so.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
public final class AttacheCommand implements Runnable {
  private final CommandLine commandLine = new CommandLine(this);

  private AttacheCommand() {}

  /** A fresh command line, for {@link #main} and for tests. */
  static CommandLine commandLine() {
    return new AttacheCommand().commandLine;
  }

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String... args) {
    System.exit(commandLine().execute(args));
  }

  @Override
  public void run() {
    commandLine.usage(commandLine.getOut());
  }
}
