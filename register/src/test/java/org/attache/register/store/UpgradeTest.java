package org.attache.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.attache.register.Invented;
import org.attache.register.decision.Ruling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is worked out when a register of an earlier version is opened. */
class UpgradeTest {
  /** The last version that kept neither the days of reports nor what lists are sorted by. */
  private static final int EARLIER = 7;

  private static final Map<String, List<String>> COLUMNS_SINCE =
      Map.of(
          "dealing", List.of("report_days"),
          "dealing_subject", List.of("first_day", "reports", "voices"),
          "dealing_side", List.of("first_day", "reports", "voices"));

  private static final Map<String, String> INDEXES_CHANGED =
      Map.of(
          "dealing_subject_subject", "dealing_subject",
          "dealing_subject_stage", "dealing_subject",
          "dealing_subject_supplier", "dealing_subject",
          "dealing_subject_recipient", "dealing_subject",
          "dealing_side_side", "dealing_side",
          "dealing_supplier", "dealing",
          "dealing_recipient", "dealing",
          "dealing_supplier_stage", "dealing",
          "dealing_recipient_stage", "dealing",
          "dealing_stage", "dealing");

  /** What claims with both sides known are about, with all of it in the order. */
  private static final List<String> TOPICS = List.of("claim_topic order by 1, 2, 3, 4, 5");

  @TempDir Path folder;

  @Test
  void lists_of_dealings_are_what_they_are_in_a_register_of_today() throws SQLException {
    String where = Registers.where(folder, "earlier");
    try (Register register = Register.open(where, Registers.TABLES)) {
      Invented.reports(95, 80)
          .forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
      String rejected = register.inquiry().claims(Question.ALL).getFirst().key();
      register.decide(
          Instant.parse("2025-01-01T00:00:00Z"), "reviewer", new Ruling.Reject(rejected), "");
    }
    List<String> today = dealings(where);
    List<String> topics = rows(where, TOPICS);
    makeEarlier(where);
    assertThat(dealings(where)).as("of an earlier version").isNotEqualTo(today);

    Register.open(where, Registers.TABLES).close();

    assertThat(dealings(where)).hasSizeGreaterThan(50).isEqualTo(today);
    assertThat(rows(where, TOPICS)).hasSizeGreaterThan(50).isEqualTo(topics);
  }

  private static Connection connection(String where) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + (where.startsWith("postgresql:") ? "" : "sqlite:") + where);
  }

  /** Every row that dealings have in the tables that lists are read from. */
  private static List<String> dealings(String where) throws SQLException {
    return rows(
        where,
        List.of(
            "dealing order by 1", "dealing_subject order by 1, 2", "dealing_side order by 1, 2"));
  }

  private static List<String> rows(String where, List<String> orders) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connection(where);
        Statement statement = connection.createStatement()) {
      for (String order : orders) {
        try (ResultSet found = statement.executeQuery("select * from " + order)) {
          while (found.next()) {
            StringJoiner row = new StringJoiner(" | ");
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
              row.add(String.valueOf(found.getObject(i)));
            }
            rows.add(row.toString());
          }
        }
      }
    }
    return rows;
  }

  /** Takes away what came later; of indexes there are the names, whatever they are of. */
  private static void makeEarlier(String where) throws SQLException {
    try (Connection connection = connection(where);
        Statement statement = connection.createStatement()) {
      statement.execute("drop index dealing_sides");
      statement.execute("drop index claim_worth");
      statement.execute("drop table claim_topic");
      for (Map.Entry<String, String> index : INDEXES_CHANGED.entrySet()) {
        statement.execute("drop index " + index.getKey());
        statement.execute("create index " + index.getKey() + " on " + index.getValue() + " (id)");
      }
      for (Map.Entry<String, List<String>> table : COLUMNS_SINCE.entrySet()) {
        for (String column : table.getValue()) {
          statement.execute("alter table " + table.getKey() + " drop column " + column);
        }
      }
      statement.execute(
          "delete from flyway_schema_history where cast(version as integer) > " + EARLIER);
    }
  }
}
