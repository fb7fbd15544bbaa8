package org.attache.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The texts that the arguments of a command name, in their order: a file, the {@code .txt} files of
 * a folder by name, or "-" for standard input.
 *
 * @param texts what there is to read
 * @param faults what cannot be used, each a line that says what to do
 */
record Inputs(List<Input> texts, List<String> faults) {
  /**
   * One text.
   *
   * @param name what the user calls it
   * @param file where it lies; absent for standard input
   */
  record Input(String name, Optional<Path> file) {
    /** Its name without folder and ending; "stdin" for standard input. */
    String stem() {
      String last = file.map(path -> String.valueOf(path.getFileName())).orElse("stdin");
      int dot = last.lastIndexOf('.');
      return dot > 0 ? last.substring(0, dot) : last;
    }
  }

  Inputs {
    texts = List.copyOf(texts);
    faults = List.copyOf(faults);
  }

  static Inputs of(List<String> arguments) {
    List<Input> texts = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (String argument : arguments) {
      Path path = Path.of(argument);
      if (argument.equals("-")) {
        texts.add(new Input("standard input", Optional.empty()));
      } else if (Files.isDirectory(path)) {
        addFolder(path, texts, faults);
      } else {
        texts.add(new Input(argument, Optional.of(path)));
      }
    }
    return new Inputs(texts, faults);
  }

  private static void addFolder(Path folder, List<Input> texts, List<String> faults) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries
              .filter(file -> String.valueOf(file.getFileName()).endsWith(".txt"))
              .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
              .filter(file -> !Files.isDirectory(file))
              .sorted((one, other) -> one.toString().compareTo(other.toString()))
              .toList();
      if (files.isEmpty()) {
        faults.add(folder + ": holds no .txt file; give a folder of reports as plain text");
      }
      files.forEach(file -> texts.add(new Input(file.toString(), Optional.of(file))));
    } catch (IOException e) {
      faults.add(folder + ": cannot be listed: " + e.getMessage() + "; check its permissions");
    }
  }
}
