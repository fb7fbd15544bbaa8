package org.attache.register.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.attache.lexicon.Tables;

/**
 * Fresh registers for tests: in files, or in the PostgreSQL database that the environment names, so
 * that the same tests run on both.
 */
public final class Registers {
  /** Names the database, as "postgresql://127.0.0.1:5432/test?user=attache"; all in it is lost. */
  public static final String VARIABLE = "ATTACHE_TEST_POSTGRES";

  public static final Tables TABLES = Tables.builtIn();

  private Registers() {}

  /** The database to test on, where one is named. */
  public static Optional<String> postgres() {
    return Optional.ofNullable(System.getenv(VARIABLE)).filter(url -> !url.isBlank());
  }

  /** An empty register. */
  public static Register empty(Path folder, String name) {
    return Register.open(where(folder, name), TABLES);
  }

  /** Where an empty register may be made. */
  public static String where(Path folder, String name) {
    if (postgres().isEmpty()) {
      return folder.resolve(name + ".db").toString();
    }
    String url = postgres().orElseThrow();
    String schema = "t" + Integer.toHexString((folder + name).hashCode()).replace('-', 'm');
    try (Connection connection = DriverManager.getConnection("jdbc:" + url);
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists " + schema + " cascade");
      statement.execute("create schema " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot prepare " + url, e);
    }
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
  }
}
