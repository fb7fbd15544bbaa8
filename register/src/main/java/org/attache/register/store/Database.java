package org.attache.register.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The database under a register. SQLite in one file (write-ahead log, writers wait for each other)
 * or PostgreSQL; both have the same schema.
 */
final class Database implements AutoCloseable {
  /** How long a writer waits for another one. */
  private static final int WAIT_MILLIS = 60_000;

  /** How long it is tried to open a file that another program is migrating. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** The last eight bits of a code of SQLite, without what they say more exactly. */
  private static final int BASIC_CODE = 0xff;

  private static final Set<Integer> BUSY =
      Set.of(SQLiteErrorCode.SQLITE_BUSY.code, SQLiteErrorCode.SQLITE_LOCKED.code);

  private static final Set<SQLiteErrorCode> FAULTS_OF_DISK =
      EnumSet.of(
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR_WRITE,
          SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);

  /** The indexes are read all over the place; what of them is in use should stay in memory. */
  private static final int KIB_OF_CACHE = 64 * 1024;

  /** A register that is filled changes much of itself before it is written. */
  private static final int KIB_OF_CACHE_TO_FILL = 1024 * 1024;

  /** Some 30 MB: what is changed again and again is then written into the file once. */
  private static final int PAGES_BETWEEN_CHECKPOINTS = 8000;

  /** The last migration: a register that has it need not be looked at by Flyway. */
  static final String LATEST = "11";

  /** Any number; it stands for "writing to the register" among PostgreSQL's advisory locks. */
  private static final long WRITING = 0x617474616368L;

  private final Connection connection;
  private final DSLContext dsl;
  private final boolean postgres;

  private Database(Connection connection, boolean postgres) {
    this.connection = connection;
    this.postgres = postgres;
    dsl = DSL.using(connection, postgres ? SQLDialect.POSTGRES : SQLDialect.SQLITE);
  }

  /**
   * Opens a register's database and brings its schema up to date.
   *
   * @param where a file's name, or a URL that starts with "postgresql:"
   * @throws RegisterException where it cannot be opened
   */
  static Database open(String where) {
    Instant until = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        return openNow(where);
      } catch (SQLException | FlywayException e) {
        boolean waits = !Thread.currentThread().isInterrupted() && Instant.now().isBefore(until);
        if (!isBusy(e) || !waits) {
          throw new RegisterException(where, "cannot be opened: " + reason(e) + advice(e), e);
        }
        // SQLite says so at once, however long it was told to wait, while another program turns a
        // new file into one with a write-ahead log.
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static Database openNow(String where) throws SQLException {
    boolean postgres = where.startsWith("postgresql:");
    Connection connection = postgres ? postgres(where) : sqlite(Path.of(where));
    try {
      bringUpToDate(connection, where, postgres);
      return new Database(connection, postgres);
    } catch (RuntimeException e) {
      closeAfter(e, connection);
      throw e;
    }
  }

  private static void closeAfter(Exception fault, Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      fault.addSuppressed(e);
    }
  }

  /**
   * Migrates, unless all is done. SQLite has no lock that Flyway could hold from the first
   * migration to the last: of two programs that open one old or new file, one may find that the
   * other was faster. What it had begun is then rolled back, and it goes on from where the other
   * has come to.
   */
  private static void bringUpToDate(Connection connection, String where, boolean postgres) {
    Optional<String> version = version(connection);
    while (!version.equals(Optional.of(LATEST))) {
      try {
        migrate(where, postgres);
        return;
      } catch (FlywayException e) {
        Optional<String> now = version(connection);
        if (now.equals(version)) {
          throw e;
        }
        version = now;
      }
    }
  }

  private static Connection postgres(String url) throws SQLException {
    Properties options = new Properties();
    options.setProperty("ApplicationName", "attache");
    options.setProperty("connectTimeout", "10");
    options.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection("jdbc:" + url, options);
  }

  private static Connection sqlite(Path file) throws SQLException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new SQLException("there is no folder " + folder);
    }
    Connection connection = sqliteConfig().createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma wal_autocheckpoint = " + PAGES_BETWEEN_CHECKPOINTS);
      return connection;
    } catch (SQLException e) {
      closeAfter(e, connection);
      throw e;
    }
  }

  private static SQLiteConfig sqliteConfig() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(WAIT_MILLIS);
    config.enforceForeignKeys(true);
    config.setCacheSize(-KIB_OF_CACHE);
    return config;
  }

  /** The last migration that was done; nothing where there was none. */
  private static Optional<String> version(Connection connection) {
    DSLContext dsl = DSL.using(connection);
    try {
      return Optional.ofNullable(
              dsl.fetchValue(
                  "select version from flyway_schema_history where installed_rank ="
                      + " (select max(installed_rank) from flyway_schema_history where success = "
                      + (connection.getMetaData().getURL().startsWith("jdbc:sqlite:")
                          ? "1"
                          : "true")
                      + ")"))
          .map(Object::toString);
    } catch (DataAccessException | SQLException e) {
      // There is no such table yet, or none that can be read: Flyway makes it or says why not.
      return Optional.empty();
    }
  }

  private static void migrate(String where, boolean postgres) {
    String vendor = postgres ? "postgresql" : "sqlite";
    FluentConfiguration flyway = Flyway.configure(Database.class.getClassLoader());
    if (postgres) {
      flyway.dataSource("jdbc:" + where, null, null);
    } else {
      SQLiteDataSource file = new SQLiteDataSource(sqliteConfig());
      file.setUrl("jdbc:sqlite:" + where);
      flyway.dataSource(file);
    }
    flyway
        .locations("classpath:register/common", "classpath:register/" + vendor)
        .placeholders(
            Map.of(
                "identity",
                postgres
                    ? "bigint generated by default as identity primary key"
                    : "integer primary key autoincrement"))
        .load()
        .migrate();
  }

  private static boolean isBusy(Throwable fault) {
    return deepest(fault) instanceof SQLiteException said
        && BUSY.contains(said.getResultCode().code & BASIC_CODE);
  }

  private static Throwable deepest(Throwable fault) {
    Throwable deepest = fault;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest;
  }

  /** What the database itself said, without what its libraries wrapped around it. */
  static String reason(Throwable fault) {
    String said = fault.getMessage();
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      said = cause instanceof SQLException ? cause.getMessage() : said;
    }
    return String.valueOf(said).lines().findFirst().orElse("unknown");
  }

  private static String advice(Throwable fault) {
    if (isBusy(fault)) {
      return "; another program is at work in it: wait for its end, and run the command again";
    }
    return deepest(fault) instanceof SQLiteException said
            && FAULTS_OF_DISK.contains(said.getResultCode())
        ? "; see to the disk, and run the command again"
        : "";
  }

  boolean isPostgres() {
    return postgres;
  }

  /** For reading. */
  DSLContext read() {
    return dsl;
  }

  /**
   * Does something as a whole or not at all; other writers wait.
   *
   * @throws DataAccessException where the database fails; then nothing has changed
   */
  <T> T write(Function<DSLContext, T> work) {
    return dsl.transactionResult(
        configuration -> {
          DSLContext inside = DSL.using(configuration);
          if (postgres) {
            inside.execute("select pg_advisory_xact_lock(" + WRITING + ")");
          }
          return work.apply(inside);
        });
  }

  /** Lets numbers go on behind the highest of a table that gave its rows their numbers itself. */
  void countOn(DSLContext inside, String table) {
    if (postgres) {
      inside.execute(
          "select setval(pg_get_serial_sequence('"
              + table
              + "', 'id'), (select coalesce(max(id), 0) + 1 from "
              + table
              + "), false)");
    }
  }

  /** The indexes of a register that is to be filled, taken away where that saves time. */
  Indexes indexesToFill(Connection inside) throws SQLException {
    return postgres ? Indexes.left(inside) : Indexes.takenFrom(inside);
  }

  /** Does something that changes much of the register, with more memory than it has as a rule. */
  <T> T withLargeCache(Supplier<T> work) {
    if (postgres) {
      return work.get();
    }
    dsl.execute("pragma cache_size = -" + KIB_OF_CACHE_TO_FILL);
    try {
      return work.get();
    } finally {
      dsl.execute("pragma cache_size = -" + KIB_OF_CACHE);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new RegisterException("the register", "cannot be closed: " + reason(e), e);
    }
  }
}
