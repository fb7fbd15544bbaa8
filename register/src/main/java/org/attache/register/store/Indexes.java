package org.attache.register.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The indexes of a SQLite register while it is filled. Rows that come in any order change pages all
 * over an index, one after the other; an index that is made when all rows are there is sorted and
 * written once.
 */
final class Indexes {
  private final Connection connection;
  private final List<Index> away = new ArrayList<>();

  /** An index, and the statement that makes it. */
  private record Index(String name, String table, String made) {}

  private Indexes(Connection connection) {
    this.connection = connection;
  }

  /** Takes all indexes away that hold no rule. */
  static Indexes takenFrom(Connection connection) throws SQLException {
    Indexes indexes = new Indexes(connection);
    try (PreparedStatement all =
            connection.prepareStatement(
                "select name, tbl_name, sql from sqlite_master"
                    + " where type = 'index' and sql is not null order by name");
        ResultSet rows = all.executeQuery()) {
      while (rows.next()) {
        indexes.away.add(new Index(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    for (Index index : indexes.away) {
      indexes.run("drop index " + index.name());
    }
    return indexes;
  }

  /** None are taken away: another database keeps its own. */
  static Indexes left(Connection connection) {
    return new Indexes(connection);
  }

  /** Makes those of some tables again. */
  void putBack(Predicate<String> table) throws SQLException {
    for (Iterator<Index> each = away.iterator(); each.hasNext(); ) {
      Index index = each.next();
      if (table.test(index.table())) {
        run(index.made());
        each.remove();
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
