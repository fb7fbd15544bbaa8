package org.attache.register.exchange.followthemoney;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attache.lexicon.Tables;
import org.attache.register.Invented;
import org.attache.register.Reported;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.attache.register.store.Registers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FollowTheMoneyTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private static String written(Register register) throws IOException {
    StringWriter out = new StringWriter();
    new FollowTheMoney(Tables.builtIn()).write(register.inquiry(), Question.ALL, out);
    return out.toString();
  }

  private static List<JsonNode> entities(Register register) throws IOException {
    return written(register).lines().map(JSON::readTree).toList();
  }

  private static List<JsonNode> of(String schema, List<JsonNode> entities) {
    return entities.stream().filter(e -> e.path("schema").asString().equals(schema)).toList();
  }

  private static List<String> values(JsonNode entity, String property) {
    return entity.path("properties").path(property).valueStream().map(JsonNode::asString).toList();
  }

  private static JsonNode byId(String id, List<JsonNode> entities) {
    return entities.stream()
        .filter(entity -> entity.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String name(String id, List<JsonNode> entities) {
    return values(byId(id, entities), "name").getFirst();
  }

  @Test
  void every_entity_is_as_its_schema_wants_it() throws IOException {
    try (Register register = Reported.in(folder)) {
      List<JsonNode> entities = entities(register);

      assertThat(new Schemata().size()).isEqualTo(17);
      assertThat(new Schemata().faults(entities)).isEmpty();
      assertThat(entities.stream().map(e -> e.path("schema").asString()).distinct())
          .containsExactlyInAnyOrder(
              "Article",
              "Contract",
              "ContractAward",
              "Event",
              "UnknownLink",
              "Person",
              "PublicBody",
              "Company",
              "Organization");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {71, 72, 73})
  void many_reports_keep_to_the_schemata_too(long seed) throws IOException {
    try (Register register = Registers.empty(folder, "many")) {
      Invented.reports(seed, 60)
          .forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
      List<JsonNode> entities = entities(register);

      assertThat(entities).hasSizeGreaterThan(100);
      assertThat(new Schemata().faults(entities)).isEmpty();
      assertThat(of("UnknownLink", entities).stream().filter(e -> isClaim(e)))
          .hasSize(register.inquiry().claims(Question.ALL).size());
    }
  }

  private static boolean isClaim(JsonNode link) {
    return List.of(List.of("asserts"), List.of("denies")).contains(values(link, "role"));
  }

  @Test
  void the_table_finds_faults() throws IOException {
    List<JsonNode> wrong =
        List.of(
            JSON.readTree(
                "{\"id\":\"x\",\"schema\":\"Contract\",\"properties\":{\"buyer\":[\"y\"],"
                    + "\"contractDate\":[\"May\"],\"authority\":[\"x\"]}}"));

    assertThat(new Schemata().faults(wrong)).hasSize(5);
  }

  @Test
  void what_is_agreed_is_a_contract_with_its_award() throws IOException {
    try (Register register = Reported.in(folder)) {
      List<JsonNode> entities = entities(register);
      JsonNode contract =
          of("Contract", entities).stream()
              .filter(entity -> values(entity, "title").getFirst().startsWith("Sweden → Chile"))
              .findFirst()
              .orElseThrow();
      JsonNode award =
          of("ContractAward", entities).stream()
              .filter(e -> values(e, "contract").contains(contract.path("id").asString()))
              .findFirst()
              .orElseThrow();

      assertThat(name(values(contract, "authority").getFirst(), entities)).isEqualTo("Chile");
      assertThat(name(values(award, "supplier").getFirst(), entities)).isEqualTo("Sweden");
      assertThat(values(contract, "contractDate")).containsExactly("2025-04");
      assertThat(values(contract, "amount")).containsExactly("1500000000");
      assertThat(values(contract, "status")).containsExactly("disputed", "ordered");
      assertThat(values(contract, "summary"))
          .anyMatch(text -> text.startsWith("quantity of") && text.contains("24 (1 source)"));
      assertThat(values(contract, "proof"))
          .hasSize(3)
          .allSatisfy(
              id -> assertThat(byId(id, entities).path("schema").asString()).isEqualTo("Article"));
      assertThat(values(contract, "sourceUrl"))
          .contains("https://gazette.example/a?x=1&y=2")
          .noneMatch(url -> url.startsWith("javascript"));
    }
  }

  @Test
  void each_claim_is_a_link_from_who_says_it() throws IOException {
    try (Register register = Reported.in(folder)) {
      List<JsonNode> entities = entities(register);
      List<JsonNode> claims = of("UnknownLink", entities).stream().filter(e -> isClaim(e)).toList();

      assertThat(claims).hasSize(7);
      JsonNode denial =
          claims.stream()
              .filter(e -> values(e, "role").contains("denies"))
              .findFirst()
              .orElseThrow();
      assertThat(name(values(denial, "subject").getFirst(), entities))
          .isEqualTo("Chile's Defense Ministry");
      assertThat(byId(values(denial, "subject").getFirst(), entities).path("schema").asString())
          .isEqualTo("PublicBody");
      assertThat(byId(values(denial, "object").getFirst(), entities).path("schema").asString())
          .isEqualTo("Contract");
      JsonNode unnamed =
          claims.stream()
              .filter(
                  e ->
                      values(e, "description")
                          .contains(
                              "chain of sources: a \"senior\" official, in Agency One, in Kurier"))
              .findFirst()
              .orElseThrow();
      assertThat(name(values(unnamed, "subject").getFirst(), entities)).isEqualTo("Agency One");
    }
  }

  @Test
  void an_offer_is_no_contract() throws IOException {
    try (Register register = Reported.in(folder)) {
      List<JsonNode> entities = entities(register);
      JsonNode offer =
          of("Event", entities).stream()
              .filter(entity -> values(entity, "name").getFirst().startsWith("Saab → Peru"))
              .findFirst()
              .orElseThrow();

      assertThat(values(offer, "involved").stream().map(id -> name(id, entities)))
          .containsExactlyInAnyOrder("Saab", "Peru");
      assertThat(byId(saab(entities), entities).path("schema").asString()).isEqualTo("Company");
      assertThat(of("UnknownLink", entities))
          .anyMatch(
              link ->
                  values(link, "subject").equals(List.of(saab(entities)))
                      && values(link, "role").equals(List.of("arms-transfer"))
                      && values(link, "status").equals(List.of("offered")));
    }
  }

  private static String saab(List<JsonNode> entities) {
    return of("Company", entities).stream()
        .filter(entity -> values(entity, "name").contains("Saab"))
        .map(entity -> entity.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothing_links_sides_of_a_dealing_that_is_only_denied() throws IOException {
    try (Register register = Registers.empty(folder, "denied")) {
      register.add(Reported.denied().arrival(), Reported.denied().claims(), Optional.of("1"));
      List<JsonNode> entities = entities(register);

      assertThat(of("Contract", entities)).isEmpty();
      assertThat(of("Event", entities)).hasSize(1);
      assertThat(of("UnknownLink", entities))
          .hasSize(1)
          .allMatch(link -> values(link, "role").contains("denies"));
    }
  }

  @Test
  void a_report_of_an_unknown_outlet_speaks_for_itself() throws IOException {
    try (Register register = Registers.empty(folder, "unknown")) {
      Invented.Told told = Reported.ofUnknownOutlet();
      register.add(told.arrival(), told.claims(), Optional.of("1"));
      List<JsonNode> entities = entities(register);

      assertThat(new Schemata().faults(entities)).isEmpty();
      assertThat(of("Organization", entities)).isEmpty();
      assertThat(entities).allMatch(entity -> values(entity, "publisher").isEmpty());
      assertThat(of("UnknownLink", entities).stream().filter(e -> isClaim(e)))
          .singleElement()
          .satisfies(link -> assertThat(values(link, "subject")).isEqualTo(values(link, "proof")));
    }
  }

  @Test
  void the_same_register_gives_the_same_bytes() throws IOException {
    try (Register register = Reported.in(folder)) {
      assertThat(written(register)).isEqualTo(written(register));
    }
  }

  @Test
  void a_span_of_days_is_a_date_only_where_it_is_a_day_a_month_or_a_year() {
    assertThat(date("2023-03-01", "2023-03-31")).contains("2023-03");
    assertThat(date("2024-01-01", "2024-12-31")).contains("2024");
    assertThat(date("2023-03-05", "2023-03-05")).contains("2023-03-05");
    assertThat(date("2023-03-05", "2023-03-06")).isEmpty();
    assertThat(date("2023-01-01", "2024-12-31")).isEmpty();
  }

  private static Optional<String> date(String from, String to) {
    return Dates.of(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)));
  }
}
