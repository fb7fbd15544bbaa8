package org.attache.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of all commands that ask the register and print rows. */
final class QueryOptions {
  @Mixin private RegisterOptions register = new RegisterOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}: a table for people, which is the default on a terminal; CSV; or"
              + " JSON, an object a line, which is the default elsewhere.")
  private Listing.@Nullable Format format;

  RegisterOptions register() {
    return register;
  }

  Listing.Format format(Terminal terminal) {
    return format != null ? format : terminal.out() ? Listing.Format.table : Listing.Format.json;
  }
}
