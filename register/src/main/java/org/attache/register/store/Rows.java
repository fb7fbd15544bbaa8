package org.attache.register.store;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Writes many rows of one table with one statement, which is made and prepared once. */
final class Rows {
  private Rows() {}

  /**
   * Writes the rows, and empties the list.
   *
   * @param insert inserts one row; its values stand for those of the rows
   * @param rows the values of each row, in the order of the columns
   */
  static void write(Query insert, DSLContext dsl, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      dsl.batch(insert).bind(rows.toArray(new Object[0][])).execute();
      rows.clear();
    }
  }
}
