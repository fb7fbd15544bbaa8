package org.attache.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.attache.coverage.ListedType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads a list of designations from a CSV file with a header. */
final class DesignationList {
  private static final ObjectReader ROWS =
      new CsvMapper().readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());

  private DesignationList() {}

  /** A list that cannot be used; the message names the file and says what to do. */
  static final class UnusableListException extends Exception {
    UnusableListException(String message) {
      super(message);
    }
  }

  /**
   * The types that a file lists, in its order.
   *
   * @throws UnusableListException where it cannot be read, has no column "designation", or a row is
   *     malformed
   */
  static List<ListedType> read(Path file) throws UnusableListException {
    List<ListedType> types = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        MappingIterator<Map<String, String>> rows = ROWS.readValues(reader)) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        types.add(type(row, file + ": row " + (types.size() + 1)));
      }
    } catch (IOException e) {
      throw new UnusableListException(file + ": cannot be read: " + e.getMessage());
    } catch (JacksonException e) {
      throw new UnusableListException(file + ": is no CSV: " + e.getOriginalMessage());
    }
    return types;
  }

  private static ListedType type(Map<String, String> row, String place)
      throws UnusableListException {
    String designation = row.get("designation");
    if (designation == null || designation.isBlank()) {
      throw new UnusableListException(
          place + " has no designation; the file needs a header with a column of that name");
    }
    OptionalInt lastYear = number(row, "last_order_year", place);
    return new ListedType(
        designation,
        row.getOrDefault("description", ""),
        number(row, "transfers", place).orElse(1),
        lastYear);
  }

  private static OptionalInt number(Map<String, String> row, String column, String place)
      throws UnusableListException {
    String cell = row.getOrDefault(column, "");
    if (cell.isBlank()) {
      return OptionalInt.empty();
    }
    if (!cell.strip().matches("\\d{1,9}")) {
      throw new UnusableListException(
          place + " has '" + cell + "' under " + column + "; give a whole number");
    }
    return OptionalInt.of(Integer.parseInt(cell.strip()));
  }
}
