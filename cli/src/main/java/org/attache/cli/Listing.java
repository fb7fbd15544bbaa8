package org.attache.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Rows with named cells: a table for people, CSV or JSON lines for programs. */
final class Listing {
  /** How rows are printed. */
  enum Format {
    table,
    csv,
    json
  }

  private static final int WIDEST_CELL = 24;

  private final List<String> columns;
  private final List<Map<String, Object>> rows = new ArrayList<>();

  /** No rows yet; the last column takes what width is left. */
  Listing(String... columns) {
    this.columns = List.of(columns);
  }

  /** Adds a row: a cell for each column, a text, a number, a truth value or a list of texts. */
  void add(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns);
    }
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      row.put(columns.get(i), cells[i]);
    }
    rows.add(row);
  }

  /** Prints all rows. */
  void print(PrintWriter out, Format format, int width) {
    switch (format) {
      case table -> out.print(table(width));
      case csv -> out.print(csv());
      case json -> {
        JsonMapper mapper = JsonMapper.builder().build();
        rows.forEach(row -> out.print(mapper.writeValueAsString(row) + "\n"));
      }
    }
    out.flush();
  }

  private String csv() {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\n");
    columns.forEach(schema::addColumn);
    List<Map<String, Object>> flat = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> cells = new LinkedHashMap<>();
      row.forEach((column, cell) -> cells.put(column, text(cell)));
      flat.add(cells);
    }
    return new CsvMapper().writer(schema.build()).writeValueAsString(flat);
  }

  private String table(int width) {
    List<Integer> widths = new ArrayList<>();
    for (String column : columns) {
      int widest = rows.stream().mapToInt(row -> text(row.get(column)).length()).max().orElse(0);
      widths.add(Math.min(WIDEST_CELL, Math.max(widest, column.length())) + 2);
    }
    int used = widths.subList(0, widths.size() - 1).stream().mapToInt(cell -> cell).sum();
    widths.set(widths.size() - 1, Math.max(20, width - used));
    Column[] shape =
        widths.stream().map(cell -> new Column(cell, 0, Overflow.WRAP)).toArray(Column[]::new);
    ColorScheme plain = Help.defaultColorScheme(Ansi.OFF);
    TextTable table = TextTable.forColumns(plain, shape);
    table.addRowValues(
        columns.stream().map(column -> column.toUpperCase(Locale.ROOT)).toArray(String[]::new));
    rows.forEach(
        row ->
            table.addRowValues(
                columns.stream().map(column -> text(row.get(column))).toArray(String[]::new)));
    return table.toString();
  }

  private static String text(@org.jspecify.annotations.Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case List<?> list -> String.join("; ", list.stream().map(String::valueOf).toList());
      default -> cell.toString();
    };
  }
}
