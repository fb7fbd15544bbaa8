package org.attache.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.attache.desk.Desk;
import org.attache.desk.DeskSettings;
import org.attache.desk.Samples;
import org.attache.desk.api.Client.Answer;
import org.attache.desk.api.Examples.Example;
import org.attache.desk.api.Examples.Known;
import org.attache.desk.api.Promise.Operation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answers is what its description says, all of it and nothing else. */
class ContractTest {
  @Test
  void the_description_is_valid_openapi() {
    try (Desk desk = Samples.desk(Samples.empty())) {
      Answer answer = new Client(desk).get("/api/v1/openapi.json");
      SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(answer.body(), null, null);
      assertThat(parsed.getMessages()).isEmpty();
      assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
      assertThat(parsed.getOpenAPI().getPaths().keySet()).isEqualTo(new Promise().paths());
    }
  }

  @Test
  void the_validator_sees_what_is_no_valid_openapi() {
    String broken =
        new String(new Promise().description(), StandardCharsets.UTF_8)
            .replaceFirst("\"responses\": \\{", "\"answers\": {");
    assertThat(new OpenAPIV3Parser().readContents(broken, null, null).getMessages()).isNotEmpty();
  }

  @Test
  void the_witness_sees_what_is_not_described() {
    Witness witness = witness();
    java.net.http.HttpHeaders none =
        java.net.http.HttpHeaders.of(java.util.Map.of(), (a, b) -> true);
    String problem = "{\"type\":\"about:blank\",\"title\":\"no\",\"status\":400,\"detail\":\"no\"}";
    String media = "application/problem+json";
    witness.check("GET", "/dealings", new Answer(400, media, problem, none));
    for (Answer answer :
        List.of(
            new Answer(400, media, problem.replace("400", "\"400\""), none),
            new Answer(400, media, problem.replace("title", "titles"), none),
            new Answer(400, "text/html", problem, none),
            new Answer(402, media, problem, none),
            new Answer(200, "application/json", "{\"total\":1,\"dealings\":[]}", none))) {
      assertThatThrownBy(() -> witness.check("GET", "/dealings", answer))
          .as(answer.toString())
          .isInstanceOf(AssertionError.class);
    }
  }

  private static Witness witness() {
    String text = new String(new Promise().description(), StandardCharsets.UTF_8);
    return new Witness(text, JsonMapper.builder().build().readTree(text));
  }

  @Test
  void every_described_answer_is_given_and_no_other() throws SQLException {
    Witness witness = witness();
    try (Desk desk = Samples.desk(Samples.register())) {
      Client client = new Client(desk);
      Known known = Known.of(client);
      client.post(
          "/api/v1/decisions", "{\"what\":\"confirm\",\"claim\":\"" + known.claim() + "\"}");
      for (Example example : Examples.of(known)) {
        checkGood(witness, client, example);
        checkBad(witness, client, example);
      }
      checkRulings(witness, client, known);
      checkWatches(witness, client, known);
      Examples.of(known).forEach(example -> checkThrottle(witness, client, example));
    }
    Path register = Samples.register();
    checkStrangersAndFaults(witness, register);
    assertThat(witness.seen()).isEqualTo(witness.described());
  }

  private static void check(Witness witness, Example example, int status, Answer answer) {
    assertThat(answer.status()).as(example.path() + "\n" + answer.body()).isEqualTo(status);
    witness.check(example.operation().method(), example.operation().path(), answer);
  }

  private static void checkGood(Witness witness, Client client, Example example) {
    Answer answer =
        example.ends() ? example.at(Known.madeWatch(client)).ask(client) : example.ask(client);
    check(witness, example, example.good(), answer);
    if (example.operation().isGet()) {
      check(witness, example, 304, example.ask(client, "If-None-Match", answer.header("ETag")));
      if (example.operation().parameters().contains("as-of")) {
        Answer then = example.and("as-of=2025-06-01").ask(client);
        assertThat(then.status()).isIn(200, 404);
        witness.check("GET", example.operation().path(), then);
      }
    }
  }

  private static void checkBad(Witness witness, Client client, Example example) {
    Operation operation = example.operation();
    if (operation.isGet()) {
      check(witness, example, 400, example.and("nonsense=1").ask(client));
    } else {
      check(witness, example, 403, example.ask(client, "Origin", "https://elsewhere.example"));
    }
    if (example.ends()) {
      check(witness, example, 400, example.and("nonsense=1").ask(client));
    } else if (!operation.isGet()) {
      check(witness, example, 400, example.with("{").ask(client));
      check(witness, example, 415, example.ask(client, "Content-Type", "text/plain"));
      String large = "{\"text\":\"" + "a ".repeat(520_000) + "\"}";
      check(witness, example, 413, example.with(large).ask(client));
    }
    if (operation.path().contains("{")) {
      String folder = operation.path().substring(0, operation.path().indexOf('{'));
      check(witness, example, 404, example.at(Api.ROOT + folder + "no-such").ask(client));
    }
    check(
        witness,
        example,
        421,
        client.raw(operation.method(), example.path(), "Host: elsewhere.example"));
  }

  private static void checkRulings(Witness witness, Client client, Known known) {
    JsonNode claims = client.json("/api/v1/claims?supplier=SE&limit=3").path("claims");
    String other = claims.at("/1/key").stringValue();
    String claim = "\"claim\":\"" + known.claim() + "\"";
    Example decide =
        Examples.of(known).stream().filter(e -> !e.operation().isGet()).findFirst().get();
    for (String ruling :
        List.of(
            "{\"what\":\"comment\"," + claim + ",\"reason\":\"see page 3\"}",
            "{\"what\":\"correct\"," + claim + ",\"field\":\"certainty\",\"value\":\"possible\"}",
            "{\"what\":\"merge\"," + claim + ",\"other\":\"" + other + "\"}",
            "{\"what\":\"split\",\"claims\":[\"" + other + "\"]}",
            "{\"what\":\"reject\"," + claim + ",\"reason\":\"not said\"}",
            "{\"what\":\"undo\",\"undoes\":1}")) {
      check(witness, decide, 201, decide.with(ruling).ask(client));
    }
    check(
        witness,
        decide,
        422,
        decide.with("{\"what\":\"confirm\",\"claim\":\"00000000\"}").ask(client));
    for (Example example : Examples.of(known)) {
      if (example.operation().isGet()) {
        check(witness, example, 200, example.ask(client));
      }
    }
  }

  private static void checkWatches(Witness witness, Client client, Known known) {
    Example make = Examples.of(known, "POST", "/watches");
    check(witness, make, 422, make.with("{\"webhook\":\"ftp://tool.example\"}").ask(client));
    Answer answer = make.with("{}").ask(client);
    for (int i = 0; i < 100 && answer.status() == 201; i++) {
      answer = make.ask(client);
    }
    check(witness, make, 409, answer);
  }

  /**
   * Asks until it is too much; others may be let in again meanwhile, for the desk forgives soon.
   */
  private static void checkThrottle(Witness witness, Client client, Example example) {
    Answer answer = example.ask(client);
    for (int i = 0; i < 100 && answer.status() != 429; i++) {
      int status = 200;
      for (int j = 0; j < 3 * Throttle.AT_ONCE && status != 429; j++) {
        status = client.get("/api/v1/openapi.json?nonsense=1").status();
      }
      answer = example.ask(client);
    }
    check(witness, example, 429, answer);
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 30);
  }

  private static void checkStrangersAndFaults(Witness witness, Path register) throws SQLException {
    Staff staff = Staff.of(register);
    DeskSettings usual = Samples.settings(register, true);
    DeskSettings quiet =
        new DeskSettings(
            usual.register(),
            usual.tables(),
            usual.bind(),
            usual.port(),
            usual.owner(),
            true,
            usual.secure(),
            usual.reach(),
            usual.contact(),
            usual.version(),
            (where, fault) -> {});
    try (Desk desk = Desk.open(quiet, Samples.reader())) {
      Client reader = Client.with(desk, staff.reader());
      List<Example> examples = Examples.of(Known.of(reader));
      for (Example example : examples) {
        check(witness, example, 401, example.ask(new Client(desk)));
        if (example.operation().path().equals("/decisions") && !example.operation().isGet()) {
          check(witness, example, 403, example.ask(reader));
        }
      }
      try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + register);
          Statement statement = database.createStatement()) {
        statement.execute("drop table token");
      }
      for (Example example : examples) {
        check(witness, example, 500, example.ask(reader));
      }
    }
  }
}
