package org.attache.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.attache.register.Invented;
import org.attache.register.Invented.Told;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filling an empty register at once, compared with adding report by report. */
class FillingTest {
  /** What every table holds, with keys in the place of numbers, in an order of its own. */
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "reports",
        "select report_key, text_hash, outlet, title, published, day, url, address, language,"
            + " retrieved, name, body, links, current_version, story, wire, reader from report"
            + " order by report_key");
    TABLES.put(
        "shingles",
        "select hash, report_key from shingle join report on report.id = report_id order by hash,"
            + " report_key");
    TABLES.put(
        "claims",
        "select claim_key, report_key, place, lineage, claim.reader, json, corrected, standing,"
            + " gone, kind, stage, polarity, certainty, sides, supplier, recipient, closed,"
            + " subjects, further, due, worth, from_day, to_day, apart, lot from claim join report"
            + " on report.id = report_id order by claim_key");
    TABLES.put(
        "subjects of claims",
        "select claim_key, subject from claim_subject join claim on claim.id = claim_id order by"
            + " claim_key, subject");
    TABLES.put(
        "sides of claims",
        "select claim_key, side from claim_side join claim on claim.id = claim_id order by"
            + " claim_key, side");
    TABLES.put(
        "what is near claims",
        "select side, subject, claim_near.closed, claim_key from claim_near join claim on claim.id"
            + " = claim_id order by side, subject, claim_key");
    TABLES.put("dealings", "select * from dealing order by founder");
    TABLES.put("lots", "select * from dealing_lot order by lot");
    TABLES.put("subjects", "select * from dealing_subject order by founder, subject");
    TABLES.put("sides", "select * from dealing_side order by founder, side");
    TABLES.put("voices", "select * from dealing_voice order by founder, voice");
    TABLES.put(
        "full text",
        "select report_key, s.title, s.body, s.sources from report_search s join report on"
            + " report.id = s.rowid order by report_key");
  }

  @TempDir Path folder;

  private static Map<String, List<String>> everything(String where) throws SQLException {
    Map<String, List<String>> all = new LinkedHashMap<>();
    String url = "jdbc:" + (where.startsWith("postgresql:") ? "" : "sqlite:") + where;
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> table : TABLES.entrySet()) {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(table.getValue())) {
          while (found.next()) {
            StringJoiner row = new StringJoiner(" | ");
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
              row.add(String.valueOf(found.getObject(i)));
            }
            rows.add(row.toString());
          }
        }
        all.put(table.getKey(), rows);
      }
    }
    return all;
  }

  /** Some of the reports come again in another paper, some days later. */
  private static List<Told> withCopies(List<Told> reports) {
    List<Told> all = new ArrayList<>(reports);
    for (int i = 0; i < reports.size(); i += 7) {
      Told told = reports.get(i);
      Arrival first = told.arrival();
      Report copy =
          new Report(
              "The Copyist",
              first.report().title(),
              first.report().published().map(day -> day.plusDays(2)),
              Optional.empty(),
              first.report().text());
      all.add(
          new Told(
              new Arrival(
                  copy,
                  Optional.empty(),
                  "en",
                  true,
                  first.retrieved(),
                  "copy of " + first.name(),
                  List.of()),
              told.claims()));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64})
  void gives_what_adding_one_by_one_gives(long seed) throws SQLException {
    List<Told> reports = withCopies(Invented.reports(seed, 80));
    String one = Registers.where(folder, "one" + seed);
    String filled = Registers.where(folder, "filled" + seed);
    try (Register register = Register.open(one, Registers.TABLES)) {
      reports.forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
    }
    int claims;
    try (Register register = Register.open(filled, Registers.TABLES)) {
      claims =
          register.fill(
              reports.stream()
                  .map(told -> Kept.read(told.arrival(), told.claims(), "1"))
                  .iterator());
      assertThat(register.inquiry().groups()).isEqualTo(register.inquiry().groupsAllAtOnce());
    }

    Map<String, List<String>> expected = everything(one);
    Map<String, List<String>> found = everything(filled);

    assertThat(expected.get("claims")).hasSize(claims).hasSizeGreaterThan(80);
    assertThat(expected.get("dealings")).hasSizeGreaterThan(10);
    assertThat(reports.stream().map(told -> told.arrival().key()).distinct())
        .as("reports, some of them copies")
        .hasSizeGreaterThan(80);
    TABLES
        .keySet()
        .forEach(table -> assertThat(found.get(table)).as(table).isEqualTo(expected.get(table)));
  }

  /** More claims than are sent to the database at once. */
  @Test
  void gives_the_same_where_there_are_thousands_of_claims() throws SQLException {
    List<Told> reports = Invented.reports(67, 900);
    String one = Registers.where(folder, "many-one");
    String filled = Registers.where(folder, "many-filled");
    try (Register register = Register.open(one, Registers.TABLES)) {
      reports.forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
    }
    try (Register register = Register.open(filled, Registers.TABLES)) {
      assertThat(
              register.fill(
                  reports.stream()
                      .map(told -> Kept.read(told.arrival(), told.claims(), "1"))
                      .iterator()))
          .isGreaterThan(1100);
    }

    assertThat(everything(filled)).isEqualTo(everything(one));
  }

  @Test
  void goes_on_with_reports_one_by_one() throws SQLException {
    List<Told> reports = Invented.reports(65, 60);
    String one = Registers.where(folder, "one");
    String filled = Registers.where(folder, "filled");
    try (Register register = Register.open(one, Registers.TABLES)) {
      reports.forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
    }
    try (Register register = Register.open(filled, Registers.TABLES)) {
      register.fill(
          reports.stream()
              .limit(40)
              .map(told -> Kept.read(told.arrival(), told.claims(), "1"))
              .iterator());
      reports.stream()
          .skip(40)
          .forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
    }

    assertThat(everything(filled)).isEqualTo(everything(one));
  }

  @Test
  void is_refused_where_there_is_something() {
    try (Register register = Registers.empty(folder, "there")) {
      Told told = Invented.reports(66, 1).getFirst();
      register.add(told.arrival(), told.claims(), Optional.of("1"));

      assertThatThrownBy(() -> register.fill(List.of(Kept.unread(told.arrival())).iterator()))
          .isInstanceOf(RegisterException.class)
          .hasMessageContaining("is not empty");
    }
  }
}
