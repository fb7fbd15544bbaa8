package org.attache.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.attache.cli.Inputs.Input;

/** The folder that {@code --out} names: a file NAME.json for each text NAME.txt. */
final class OutFolder {
  private final Path folder;

  OutFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder where it is not there.
   *
   * @throws picocli.CommandLine.ParameterException where two texts would be written to one file, or
   *     a file beside a text would be overwritten
   */
  static OutFolder of(Path folder, Inputs inputs, Common common) {
    Map<String, String> names = new HashMap<>();
    for (Input input : inputs.texts()) {
      String other = names.putIfAbsent(input.stem(), input.name());
      if (other != null) {
        throw common.wrong(
            "--out would write both "
                + other
                + " and "
                + input.name()
                + " to "
                + input.stem()
                + ".json; read them in two calls");
      }
      Path beside =
          input.file().map(file -> file.toAbsolutePath().normalize().getParent()).orElse(null);
      if (folder.toAbsolutePath().normalize().equals(beside)) {
        throw common.wrong(
            "--out must not be the folder of "
                + input.name()
                + ": a NAME.json there says what a report is");
      }
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw common.wrong("--out " + folder + " cannot be made (" + e + "); name another folder");
    }
    return new OutFolder(folder);
  }

  void write(Input input, String json) {
    write(input.stem(), json);
  }

  /** Writes a file whole or not at all: a full disk or an interrupt leaves no half of one. */
  void write(String stem, String json) {
    Path file = folder.resolve(stem + ".json");
    Path part = folder.resolve("." + stem + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.writeString(part, json);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      discard(part, e);
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private static void discard(Path part, IOException because) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
