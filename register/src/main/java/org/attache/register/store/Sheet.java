package org.attache.register.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table on their way into the database, many at a time: one statement is made once, and
 * what it is run with is sent by the thousand.
 */
final class Sheet implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 1000;

  private final PreparedStatement statement;
  private final List<Sheet> first;
  private int waiting;

  private Sheet(PreparedStatement statement, List<Sheet> first) {
    this.statement = statement;
    this.first = first;
  }

  /**
   * Rows to be put into a table.
   *
   * @param first the sheets of tables that the rows refer to: they are always sent before
   */
  static Sheet into(
      Connection connection, Table<?> table, List<? extends Field<?>> columns, Sheet... first)
      throws SQLException {
    return new Sheet(
        connection.prepareStatement(
            "insert into "
                + table.getName()
                + columns.stream().map(Field::getName).collect(Collectors.joining(", ", " (", ")"))
                + " values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?"))
                + ")"),
        List.of(first));
  }

  /** One column of a table to be changed, by another: first the new value, then the other's. */
  static Sheet change(Connection connection, Table<?> table, Field<?> column, Field<?> by)
      throws SQLException {
    return new Sheet(
        connection.prepareStatement(
            "update "
                + table.getName()
                + " set "
                + column.getName()
                + " = ? where "
                + by.getName()
                + " = ?"),
        List.of());
  }

  /** Adds a row; its values in the order of the columns. */
  void add(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    added();
  }

  /** Adds a row; its values in the order of the columns. */
  void add(Collection<? extends @Nullable Object> values) throws SQLException {
    Iterator<? extends @Nullable Object> each = values.iterator();
    for (int i = 1; each.hasNext(); i++) {
      statement.setObject(i, each.next());
    }
    added();
  }

  private void added() throws SQLException {
    statement.addBatch();
    if (++waiting == ROWS_AT_ONCE) {
      send();
    }
  }

  /** Sends what waits. */
  void send() throws SQLException {
    for (Sheet sheet : first) {
      sheet.send();
    }
    if (waiting > 0) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  /** What waits and was not sent is dropped. */
  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
