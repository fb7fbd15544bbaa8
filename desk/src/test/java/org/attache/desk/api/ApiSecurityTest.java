package org.attache.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.desk.Browser;
import org.attache.desk.Desk;
import org.attache.desk.Samples;
import org.attache.desk.api.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApiSecurityTest {
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Desk desk;
  private Client client;
  private String claim;

  @BeforeEach
  void open() {
    desk = Samples.desk(Samples.register());
    client = new Client(desk);
    claim = client.json("/api/v1/claims?limit=1").at("/claims/0/key").stringValue();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static void checkProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    assertThat(answer.json().path("status").intValue()).isEqualTo(status);
    assertThat(answer.json().path("title").stringValue()).isNotBlank();
    assertThat(answer.json().path("detail").stringValue()).isNotBlank();
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private int decisions() {
    return client.json("/api/v1/decisions?limit=500").path("decisions").size();
  }

  private String decision(String what) {
    return JSON.writeValueAsString(Map.of("what", what, "claim", claim));
  }

  @Test
  void what_is_not_there_is_told_as_a_problem() {
    checkProblem(client.get("/api/v1/no-such-thing"), 404);
    checkProblem(client.get("/api/v2/dealings"), 404);
    for (String path : List.of("/api/v1/dealings", "/api/v1/read", "/api/v1/decisions")) {
      Answer answer = client.ask("DELETE", path, Optional.empty());
      checkProblem(answer, 405);
      assertThat(answer.header("Allow"))
          .isEqualTo(
              path.endsWith("read") ? "POST" : path.endsWith("decisions") ? "GET, POST" : "GET");
    }
    checkProblem(client.ask("OPTIONS", "/api/v1/decisions", Optional.empty()), 405);
  }

  @Test
  void a_page_from_elsewhere_cannot_decide() {
    int before = decisions();
    String own = desk.address().toString().replaceFirst("/$", "");
    for (String[] headers :
        new String[][] {
          {"Origin", "https://elsewhere.example"},
          {"Origin", "null"},
          {"Origin", own.replace("http:", "http://elsewhere.example@").replace("@//", "@")},
          {"Origin", own + "0"},
          {"Sec-Fetch-Site", "cross-site"},
          {"Sec-Fetch-Site", "same-site"},
          {"Origin", own, "Sec-Fetch-Site", "cross-site"},
        }) {
      checkProblem(client.post("/api/v1/decisions", decision("confirm"), headers), 403);
      checkProblem(client.post("/api/v1/read", "{\"text\":\"x\"}", headers), 403);
    }
    for (String type :
        List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "text/plain; application/json")) {
      checkProblem(
          client.post("/api/v1/decisions", decision("confirm"), "Content-Type", type), 415);
    }
    assertThat(decisions()).isEqualTo(before);
    assertThat(client.get("/api/v1/dealings").headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
  }

  @Test
  void a_page_of_the_desk_itself_can_decide() {
    String own = desk.address().toString().replaceFirst("/$", "");
    assertThat(
            client
                .post(
                    "/api/v1/decisions",
                    decision("confirm"),
                    "Origin",
                    own,
                    "Sec-Fetch-Site",
                    "same-origin",
                    "Content-Type",
                    "application/json; charset=UTF-8")
                .status())
        .isEqualTo(201);
  }

  @Test
  void what_is_no_object_of_known_fields_is_refused() {
    int before = decisions();
    String deep = "[".repeat(90_000);
    for (String body :
        List.of(
            "",
            " ",
            "{",
            "null",
            "[]",
            "\"text\"",
            "{\"what\":}",
            "{'what':'confirm'}",
            decision("confirm") + decision("confirm"),
            decision("confirm") + "x",
            "{\"what\":\"confirm\",\"what\":\"reject\",\"claim\":\"" + claim + "\"}",
            "{\"what\":\"confirm\",\"claim\":" + deep,
            "{\"what\":\"correct\",\"claim\":\""
                + claim
                + "\",\"field\":\"items\",\"value\":"
                + "[".repeat(30)
                + "]".repeat(30)
                + "}",
            "{\"what\":\"undo\",\"undoes\":" + "9".repeat(5_000) + "}",
            "{\"what\":\"undo\",\"undoes\":1e400}",
            "{\"what\":\"undo\",\"undoes\":-1}",
            "{\"what\":\"undo\",\"undoes\":\"1\"}",
            "{\"what\":\"confirm\",\"claim\":7}",
            "{\"what\":\"confirm\"}",
            "{\"what\":\"confirm\",\"claim\":\"" + claim + "\",\"field\":\"stage\"}",
            "{\"what\":\"confirm\",\"claim\":\"" + claim + "\",\"who\":\"Vera\"}",
            "{\"what\":\"comment\",\"claim\":\"" + claim + "\",\"reason\":\" \"}",
            "{\"what\":\"split\",\"claims\":[]}",
            "{\"what\":\"split\",\"claims\":[1]}",
            "{\"what\":\"forget\",\"claim\":\"" + claim + "\"}",
            "{\"__proto__\":{},\"what\":\"confirm\",\"claim\":\"" + claim + "\"}")) {
      checkProblem(client.post("/api/v1/decisions", body), 400);
    }
    checkProblem(client.post("/api/v1/read", "{\"text\":\"x\",\"save\":true}"), 400);
    checkProblem(
        client.post("/api/v1/read", "{\"text\":\"x\",\"url\":\"javascript:alert(1)\"}"), 400);
    checkProblem(client.post("/api/v1/read", "{\"text\":\"x\",\"published\":\"soon\"}"), 400);
    assertThat(decisions()).isEqualTo(before);
  }

  @Test
  void what_cannot_be_decided_changes_nothing() {
    int before = decisions();
    for (String body :
        List.of(
            "{\"what\":\"confirm\",\"claim\":\"0000000000\"}",
            "{\"what\":\"confirm\",\"claim\":\"' or 1=1 --\"}",
            "{\"what\":\"merge\",\"claim\":\"" + claim + "\",\"other\":\"0000000000\"}",
            "{\"what\":\"split\",\"claims\":[\"" + claim + "\",\"0000000000\"]}",
            "{\"what\":\"undo\",\"undoes\":999999}",
            "{\"what\":\"correct\",\"claim\":\"" + claim + "\",\"field\":\"colour\",\"value\":1}",
            "{\"what\":\"correct\",\"claim\":\""
                + claim
                + "\",\"field\":\"stage\",\"value\":\"lost\"}",
            "{\"what\":\"correct\",\"claim\":\""
                + claim
                + "\",\"field\":\"evidence\",\"value\":[]}",
            "{\"what\":\"correct\",\"claim\":\""
                + claim
                + "\",\"field\":\"kind\",\"value\":null}")) {
      checkProblem(client.post("/api/v1/decisions", body), 422);
    }
    assertThat(decisions()).isEqualTo(before);
  }

  @Test
  void bodies_beyond_all_measure_are_refused() {
    checkProblem(client.post("/api/v1/read", "{\"text\":\"" + "a".repeat(1_000_000) + "\"}"), 413);
    checkProblem(client.post("/api/v1/read", "{\"text\":\"" + "a".repeat(300_000) + "\"}"), 400);
    checkProblem(
        client.post(
            "/api/v1/decisions",
            "{\"what\":\"comment\",\"claim\":\""
                + claim
                + "\",\"reason\":\""
                + "a".repeat(3_000)
                + "\"}"),
        400);
    checkProblem(client.post("/api/v1/decisions", " ".repeat(100_001)), 413);
  }

  @Test
  void hostile_words_are_words() {
    List<String> hostile =
        List.of(
            SCRIPT,
            "\u202Egnirts\u202C \u200Fright\u200F",
            "'; drop table report; --",
            "%_\\*?\"()[]{}",
            "../../../../etc/passwd",
            "a\u0301\u0301\u0301\u0301",
            "\uD83D\uDE80",
            "NEAR(a b) OR \"");
    for (String words : hostile) {
      String encoded =
          java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8)
              .replace("+", "%20");
      for (String path :
          List.of(
              "/api/v1/search?q=",
              "/api/v1/dealings?supplier=",
              "/api/v1/dealings?designation=",
              "/api/v1/claims?source=",
              "/api/v1/claims.jsonl?outlet=",
              "/api/v1/reports?outlet=",
              "/api/v1/sources?name=",
              "/api/v1/decisions?claim=")) {
        Answer answer = client.get(path + encoded);
        assertThat(answer.status()).as(path + words + "\n" + answer.body()).isEqualTo(200);
      }
      for (String path :
          List.of(
              "/api/v1/dealings/",
              "/api/v1/claims/",
              "/api/v1/reports/",
              "/api/v1/states/",
              "/api/v1/equipment/",
              "/api/v1/decisions/")) {
        checkProblem(client.get(path + encoded), 404);
      }
      Answer read =
          client.post(
              "/api/v1/read",
              JSON.writeValueAsString(
                  Map.of(
                      "text",
                      "Sweden has offered Chile 24 Gripen E fighters. " + words,
                      "outlet",
                      words)));
      assertThat(read.status()).as(words).isEqualTo(200);
      assertThat(read.json().path("outlet").stringValue()).isEqualTo(words);
      Answer comment =
          client.post(
              "/api/v1/decisions",
              JSON.writeValueAsString(Map.of("what", "comment", "claim", claim, "reason", words)));
      assertThat(comment.json().path("reason").stringValue()).isEqualTo(words);
    }
    String report = client.json("/api/v1/claims/" + claim).path("report").stringValue();
    String page = new Browser(desk).get("/reports/" + report).body();
    assertThat(page).contains("&lt;script&gt;").doesNotContain(SCRIPT);
  }

  @Test
  void control_characters_go_nowhere() {
    for (String path :
        List.of(
            "/api/v1/search?q=a%00b",
            "/api/v1/dealings?supplier=%00", "/api/v1/sources?name=%1B")) {
      checkProblem(client.get(path), 400);
    }
    for (String text : List.of("a\\u0000b", "\\u001b[31m", "\\ud800")) {
      checkProblem(
          client.post(
              "/api/v1/decisions",
              "{\"what\":\"comment\",\"claim\":\"" + claim + "\",\"reason\":\"" + text + "\"}"),
          400);
      Answer read =
          client.post(
              "/api/v1/read", "{\"text\":\"Sweden has offered Chile 24 jets. " + text + "\"}");
      assertThat(read.status()).as(read.body()).isEqualTo(200);
    }
    for (String path :
        List.of(
            "/api/v1/reports/%00",
            "/api/v1/claims/a%0Ab",
            "/api/v1/reports/..%2F..%2Fetc",
            "/api/v1/%2e%2e/dealings",
            "/api/v1/reports/%ZZ",
            "/api/v1/reports/%ff")) {
      Answer answer = client.raw("GET", path, "Host: " + desk.address().getAuthority());
      assertThat(answer.status()).as(path).isBetween(400, 499);
      assertThat(answer.type()).as(path + answer.body()).isEqualTo("application/problem+json");
    }
  }

  @Test
  void parameters_make_sense_or_are_refused() {
    for (String parameter :
        List.of(
            "suplier=SE",
            "supplier=SE&supplier=RU",
            "limit=0",
            "limit=501",
            "limit=ten",
            "limit=99999999999999999999",
            "sort=colour",
            "stage=imagined",
            "since=yesterday",
            "as-of=2025-02-30",
            "supplier=" + "a".repeat(201),
            "cursor=" + "A".repeat(401))) {
      checkProblem(client.get("/api/v1/dealings?" + parameter), 400);
    }
  }

  @Test
  void a_cursor_is_good_for_its_own_list_alone() {
    String next = client.json("/api/v1/dealings?limit=5").path("next").stringValue();
    String cursor = next.substring(next.indexOf("cursor=") + 7);
    assertThat(client.get("/api/v1/dealings?limit=6&cursor=" + cursor).status()).isEqualTo(200);
    List<String> wrong =
        new ArrayList<>(
            List.of(
                "/api/v1/claims?cursor=" + cursor,
                "/api/v1/reports?cursor=" + cursor,
                "/api/v1/dealings?supplier=SE&cursor=" + cursor,
                "/api/v1/dealings?sort=title&cursor=" + cursor));
    for (String text : List.of("5", "AAAA", "=", "%25", "-1", cursor + "A", cursor.substring(1))) {
      wrong.add("/api/v1/dealings?cursor=" + text);
    }
    wrong.forEach(path -> checkProblem(client.get(path), 400));
  }

  @Test
  void a_decision_carries_the_name_of_its_account() {
    Path register = Samples.register();
    Staff staff = Staff.of(register);
    try (Desk shared = Desk.open(Samples.settings(register, true), Samples.reader())) {
      Client stranger = new Client(shared);
      checkProblem(stranger.get("/api/v1/dealings"), 401);
      checkProblem(Client.with(shared, "").get("/api/v1/dealings"), 401);
      assertThat(stranger.get("/api/v1/dealings").header("WWW-Authenticate")).isEqualTo("Bearer");
      Client reviewer = Client.with(shared, staff.reviewer());
      assertThat(
              reviewer
                  .post("/api/v1/decisions", decision("confirm"), "Origin", "https://tool.example")
                  .status())
          .as("a token is proof enough: no page can be made to send it")
          .isEqualTo(201);
      assertThat(reviewer.json("/api/v1/decisions").at("/decisions/0/who").stringValue())
          .isEqualTo("Vera");
    }
  }
}
