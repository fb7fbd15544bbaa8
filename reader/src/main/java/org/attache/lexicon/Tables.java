package org.attache.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where lexicon tables come from: those that travel with Attaché and, beside them, a folder of the
 * user's whose tables of the same names add rows.
 */
public final class Tables {
  private final Optional<Path> folder;

  private Tables(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The tables that travel with Attaché. */
  public static Tables builtIn() {
    return new Tables(Optional.empty());
  }

  /** The tables that travel with Attaché and the rows that the folder's files add. */
  public static Tables with(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new LexiconException(folder + ": no such folder of lexicon tables");
    }
    return new Tables(Optional.of(folder));
  }

  /**
   * The rows of a table, the user's after the built-in ones.
   *
   * @param name the table's name, without ".tsv"
   * @throws LexiconException where there is no such table, or a line of it is malformed; the
   *     message lists all faulty lines
   */
  public List<Row> rows(String name) {
    String file = name + ".tsv";
    List<Row> rows = new ArrayList<>();
    try (InputStream in = Tables.class.getResourceAsStream("/lexicon/" + file)) {
      if (in == null) {
        throw new LexiconException(file + ": no such table");
      }
      rows.addAll(read(file, new InputStreamReader(in, StandardCharsets.UTF_8)));
      if (folder.isPresent() && Files.exists(folder.get().resolve(file))) {
        Path own = folder.get().resolve(file);
        try (Reader reader = Files.newBufferedReader(own, StandardCharsets.UTF_8)) {
          rows.addAll(read(own.toString(), reader));
        }
      }
    } catch (IOException e) {
      throw new LexiconException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return rows;
  }

  /**
   * Reads one table: comment lines that start with "#", a header, then rows.
   *
   * @param file its name, for messages
   * @throws LexiconException listing every line that has not the header's number of cells or
   *     repeats an earlier line
   */
  static List<Row> read(String file, Reader reader) throws IOException {
    BufferedReader lines = new BufferedReader(reader);
    List<String> faults = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String[] header = {};
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (header.length == 0) {
        header = cells;
      } else if (cells.length != header.length) {
        faults.add(
            file + ":" + number + ": " + cells.length + " cells, the header has " + header.length);
      } else if (!seen.add(line)) {
        faults.add(file + ":" + number + ": repeats an earlier line");
      } else {
        rows.add(new Row(file, number, cells(header, cells)));
      }
    }
    if (header.length == 0) {
      faults.add(file + ": has no header line");
    }
    if (!faults.isEmpty()) {
      throw new LexiconException(String.join("\n", faults));
    }
    return rows;
  }

  private static Map<String, String> cells(String[] header, String[] cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < header.length; i++) {
      named.put(header[i].strip(), cells[i].strip());
    }
    return named;
  }
}
