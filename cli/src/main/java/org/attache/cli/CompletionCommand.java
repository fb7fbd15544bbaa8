package org.attache.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The script with which a shell completes the command's words. */
@Command(
    name = "completion",
    header = "Prints the script that completes this command in bash and zsh.",
    description =
        "Prints a script; a shell that reads it completes commands, options and their values.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(attache completion)",
      "  attache completion > ~/.local/share/bash-completion/completions/attache"
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    spec.commandLine().getOut().print(AutoComplete.bash(spec.root().name(), root) + "\n");
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }
}
