package org.attache.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.attache.lexicon.Tables;
import org.attache.register.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which register a command works on. */
final class RegisterOptions {
  /** Names the register where no option does. */
  static final String VARIABLE = "ATTACHE_REGISTER";

  private static final String USUAL = "attache.db";

  @Option(
      names = "--register",
      paramLabel = "FILE|URL",
      description =
          "The register: a file, or postgresql://HOST/NAME?user=USER (default: what ATTACHE_REGISTER"
              + " names, else attache.db in this folder).")
  private @Nullable String register;

  /** The register's file or URL. */
  String where() {
    return Optional.ofNullable(register)
        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)).filter(name -> !name.isBlank()))
        .orElse(USUAL);
  }

  /** Opens the register; it is made where there is none. */
  Register open(Optional<Path> lexicon) {
    return open(where(), lexicon);
  }

  /** Opens the register of this name. */
  Register open(String where, Optional<Path> lexicon) {
    return Register.open(where, lexicon.map(Tables::with).orElseGet(Tables::builtIn));
  }

  /**
   * Opens a register that must be there.
   *
   * @param common where wrong usage is reported
   */
  Register openKept(Common common) {
    boolean isUrl = where().startsWith("postgresql:");
    if (!isUrl && !java.nio.file.Files.isRegularFile(Path.of(where()))) {
      throw common.wrong(
          "there is no register "
              + where()
              + "; make one with attache ingest, or name another with --register");
    }
    return open(common.lexicon());
  }
}
