package org.attache.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.attache.desk.Desk;
import org.attache.desk.Samples;
import org.attache.desk.api.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Desk desk;
  private Client client;

  @BeforeEach
  void open() {
    desk = Samples.desk(Samples.register());
    client = new Client(desk);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(entry -> texts.add(entry.path(field).asString()));
    return texts;
  }

  private static JsonNode gripen(Client client) {
    return client.json("/api/v1/dealings?supplier=Sweden&stage=ordered").at("/dealings/0");
  }

  /** All entries of a list, by following it from part to part. */
  private List<String> walk(String first, String name, String field) {
    List<String> all = new ArrayList<>();
    String address = first;
    while (!address.isEmpty()) {
      JsonNode part = client.json(address);
      all.addAll(texts(part.path(name), field));
      address = part.path("next").asString();
      assertThat(all).hasSizeLessThan(5_000);
    }
    return all;
  }

  @Test
  void dealings_are_filtered_and_sorted_as_the_page_does() {
    JsonNode answer = client.json("/api/v1/dealings?supplier=Sweden&recipient=CL");
    assertThat(answer.path("total").intValue()).isEqualTo(2);
    assertThat(answer.path("dealings")).hasSize(2);
    List<String> titles =
        texts(client.json("/api/v1/dealings?sort=title").path("dealings"), "title");
    assertThat(titles).hasSizeGreaterThan(20).isSorted();
    JsonNode then =
        client.json("/api/v1/dealings?supplier=SE&recipient=CL&as-of=2025-03-31").path("dealings");
    assertThat(texts(then, "stage")).containsExactly("offered");
    assertThat(
            client
                .json("/api/v1/dealings?contradicted=yes&limit=500")
                .path("dealings")
                .valueStream())
        .isNotEmpty()
        .allMatch(
            line -> line.path("disputed").booleanValue() || !line.path("contradictions").isEmpty());
  }

  @Test
  void a_dealing_tells_its_whole_history_with_its_claims() {
    JsonNode dealing = client.json("/api/v1/dealings/" + gripen(client).path("id").asString());
    assertThat(dealing.at("/supplier/name").asString()).isEqualTo("Sweden");
    assertThat(texts(dealing.path("history"), "stage")).contains("offered", "ordered");
    Set<String> claims = new TreeSet<>(texts(dealing.path("claims"), "key"));
    assertThat(claims).containsAll(texts(dealing.path("history"), "claim"));
    assertThat(dealing.path("sources")).hasSize(5);
    assertThat(texts(dealing.path("contradictions"), "field")).contains("quantity");
    JsonNode evidence = dealing.at("/claims/0/evidence/0");
    String text =
        client
            .json("/api/v1/reports/" + dealing.at("/claims/0/report").asString())
            .path("text")
            .asString();
    assertThat(text.substring(evidence.path("start").intValue(), evidence.path("end").intValue()))
        .isEqualTo(evidence.path("text").asString());
  }

  @Test
  void parts_of_a_list_hold_every_entry_once() {
    for (String[] list :
        new String[][] {
          {"/api/v1/dealings?limit=7&sort=title", "dealings", "id"},
          {"/api/v1/claims?limit=9", "claims", "key"},
          {"/api/v1/claims?limit=9&as-of=2025-06-01", "claims", "key"},
          {"/api/v1/reports?limit=11", "reports", "key"},
        }) {
      List<String> parts = walk(list[0], list[1], list[2]);
      String whole = list[0].replaceFirst("limit=[0-9]+", "limit=500");
      assertThat(parts)
          .as(list[0])
          .hasSizeGreaterThan(11)
          .doesNotHaveDuplicates()
          .isEqualTo(texts(client.json(whole).path(list[1]), list[2]));
    }
  }

  @Test
  void the_stream_holds_the_claims_of_the_list() {
    Answer stream = client.get("/api/v1/claims.jsonl?kind=arms-transfer");
    assertThat(stream.type()).isEqualTo("application/x-ndjson");
    List<JsonNode> lines = stream.body().lines().map(JSON::readTree).toList();
    List<JsonNode> list = new ArrayList<>();
    client.json("/api/v1/claims?kind=arms-transfer&limit=500").path("claims").forEach(list::add);
    assertThat(lines).hasSizeGreaterThan(50).isEqualTo(list);
  }

  @Test
  void states_types_sources_and_words_are_found() {
    JsonNode states = client.json("/api/v1/states").path("states");
    JsonNode sweden =
        states.valueStream().filter(s -> s.path("key").asString().equals("SE")).findFirst().get();
    assertThat(sweden.path("supplies").intValue()).isPositive();
    JsonNode state = client.json("/api/v1/states/Stockholm");
    assertThat(state.path("name").asString()).isEqualTo("Sweden");
    assertThat(state.at("/supplies/dealings").intValue())
        .isEqualTo(sweden.path("supplies").intValue());
    assertThat(texts(state.at("/supplies/partners"), "name")).contains("Chile");
    JsonNode type = client.json("/api/v1/equipment/Gripen%20E");
    assertThat(type.path("type").asString()).isEqualTo("Gripen");
    assertThat(type.at("/routes/0/supplier/key").asString()).isEqualTo("SE");
    assertThat(texts(client.json("/api/v1/equipment").path("types"), "name")).contains("Gripen");
    JsonNode sources = client.json("/api/v1/sources?limit=3").path("sources");
    assertThat(sources).hasSize(3);
    String name = sources.at("/0/name").asString();
    assertThat(
            client
                .json("/api/v1/sources?name=" + name.replace(" ", "%20").replace("’", "%E2%80%99"))
                .path("sources"))
        .hasSize(1);
    assertThat(client.json("/api/v1/search?q=Gripen").at("/hits/0/snippet").asString())
        .contains("[Gripen");
  }

  @Test
  void a_type_with_a_slash_in_its_name_can_be_asked_for() {
    assertThat(client.get("/api/v1/equipment/AN%2FTPS-77").status()).isIn(200, 404);
    assertThat(client.get("/api/v1/equipment/AN%2FTPS-77").type()).endsWith("json");
  }

  @Test
  void a_text_is_read_and_nothing_is_kept() {
    int reports = client.json("/api/v1/reports?limit=500").path("reports").size();
    Answer answer =
        client.post(
            "/api/v1/read",
            """
            {"title": "Jets for Chile", "text": "Sweden has offered Chile 24 Gripen E fighters.",
             "outlet": "The Harbour Gazette", "published": "2025-05-14"}
            """);
    JsonNode read = answer.json();
    assertThat(read.path("read").booleanValue()).isTrue();
    assertThat(read.path("text").asString())
        .isEqualTo("Jets for Chile\nSweden has offered Chile 24 Gripen E fighters.");
    JsonNode claim = read.at("/claims/0");
    assertThat(claim.path("stage").asString()).isEqualTo("offered");
    assertThat(claim.at("/items/0/quantity/min").intValue()).isEqualTo(24);
    assertThat(claim.at("/attribution/0/name").asString()).isEqualTo("The Harbour Gazette");
    JsonNode other =
        client
            .post(
                "/api/v1/read",
                "{\"text\":\"Die Regierung in Stockholm hat am Montag mitgeteilt, dass sie Chile"
                    + " vierundzwanzig neue Kampfflugzeuge angeboten hat. Der Minister sagte, die"
                    + " Verhandlungen seien noch nicht abgeschlossen und es werde weiter"
                    + " gesprochen.\"}")
            .json();
    assertThat(other.path("read").booleanValue()).isFalse();
    assertThat(other.path("claims")).isEmpty();
    assertThat(client.json("/api/v1/reports?limit=500").path("reports")).hasSize(reports);
  }

  @Test
  void a_decision_changes_the_register_until_it_is_taken_back() {
    try (Desk other = Samples.desk(Samples.register())) {
      Client there = new Client(other);
      JsonNode claim = there.json("/api/v1/claims?limit=1").at("/claims/0");
      String key = claim.path("key").asString();
      String address = "/api/v1/claims/" + key;
      Answer before = there.get(address);
      Answer made =
          there.post(
              "/api/v1/decisions",
              "{\"what\":\"reject\",\"claim\":\"" + key + "\",\"reason\":\"It is a quiz.\"}");
      assertThat(made.status()).isEqualTo(201);
      assertThat(there.json(made.header("Location"))).isEqualTo(made.json());
      Answer after = there.get(address, "If-None-Match", before.header("ETag"));
      assertThat(after.status()).isEqualTo(200);
      assertThat(after.json().path("counts").booleanValue()).isFalse();
      assertThat(after.json().at("/decisions/0/reason").asString()).isEqualTo("It is a quiz.");
      assertThat(after.json().at("/decisions/0/who").asString()).isEqualTo("Mila");
      int number = made.json().path("number").intValue();
      there.post("/api/v1/decisions", "{\"what\":\"undo\",\"undoes\":" + number + "}");
      assertThat(there.json(address).path("counts").booleanValue()).isTrue();
      JsonNode decisions = there.json("/api/v1/decisions?limit=1");
      assertThat(texts(decisions.path("decisions"), "what")).containsExactly("undo");
      assertThat(texts(there.json(decisions.path("next").asString()).path("decisions"), "what"))
          .containsExactly("reject");
      there.post(
          "/api/v1/decisions",
          "{\"what\":\"correct\",\"claim\":\""
              + key
              + "\",\"field\":\"stage\",\"value\":\"cancelled\"}");
      assertThat(there.json(address).path("stage").asString()).isEqualTo("cancelled");
    }
  }

  @Test
  void nothing_is_sent_again_that_has_not_changed() {
    Answer first = client.get("/api/v1/dealings?supplier=SE");
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    String tag = first.header("ETag");
    Answer second = client.get("/api/v1/dealings?supplier=SE", "If-None-Match", "\"x\", " + tag);
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(client.get("/api/v1/dealings?supplier=RU", "If-None-Match", tag).status())
        .isEqualTo(200);
  }

  @Test
  void programs_get_no_cookie() {
    assertThat(client.get("/api/v1/dealings").headers().allValues("Set-Cookie")).isEmpty();
  }
}
