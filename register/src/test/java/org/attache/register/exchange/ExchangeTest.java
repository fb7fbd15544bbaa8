package org.attache.register.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.attache.register.Invented;
import org.attache.register.decision.Ruling;
import org.attache.register.exchange.JsonLines.Imported;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.attache.register.store.Registers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExchangeTest {
  @TempDir Path folder;

  private Register filled(String name, long seed) {
    Register register = Registers.empty(folder, name);
    Invented.reports(seed, 40)
        .forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
    return register;
  }

  private static String jsonLines(Register register) throws IOException {
    StringWriter out = new StringWriter();
    JsonLines.write(register.inquiry(), Question.ALL, out);
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63})
  void what_is_exported_is_imported_without_loss(long seed) throws IOException {
    try (Register one = filled("one", seed);
        Register other = Registers.empty(folder, "other")) {
      List<String> keys =
          one.inquiry().claims(Question.ALL).stream().map(HeldClaim::key).sorted().toList();
      Instant at = Instant.parse("2026-01-02T03:04:05Z");
      one.decide(at, "Ada", new Ruling.Reject(keys.get(0)), "not in the text");
      long number = one.decide(at, "Ada", new Ruling.Reject(keys.get(1)), "");
      one.decide(at, "Ben", new Ruling.Undo(number), "");
      one.decide(at, "Ben", new Ruling.Correct(keys.get(2), "stage", "\"cancelled\""), "");
      one.decide(at, "Ben", new Ruling.Merge(keys.get(3), keys.get(8)), "");
      one.decide(at, "Ben", new Ruling.Split(List.of(keys.get(5))), "");
      String lines = jsonLines(one);

      List<String> faults = new ArrayList<>();
      Imported imported =
          JsonLines.read(other, "lines", new BufferedReader(new StringReader(lines)), faults::add);

      assertThat(faults).isEmpty();
      assertThat(imported.reports()).isEqualTo(40);
      assertThat(imported.decisions()).isEqualTo(6);
      assertThat(jsonLines(other)).isEqualTo(lines);
      assertThat(other.inquiry().dealings(Question.ALL))
          .hasSizeGreaterThan(10)
          .isEqualTo(one.inquiry().dealings(Question.ALL));
    }
  }

  @Test
  void importing_twice_changes_nothing() throws IOException {
    try (Register one = filled("one", 64);
        Register other = Registers.empty(folder, "other")) {
      String lines = jsonLines(one);
      JsonLines.read(other, "l", new BufferedReader(new StringReader(lines)), fault -> {});
      List<DealingLine> before = other.inquiry().dealings(Question.ALL);

      Imported again =
          JsonLines.read(other, "l", new BufferedReader(new StringReader(lines)), fault -> {});

      assertThat(again).isEqualTo(new Imported(0, 40, 0));
      assertThat(other.inquiry().dealings(Question.ALL)).isEqualTo(before);
    }
  }

  @Test
  void a_broken_line_is_named_and_the_others_are_taken_in() throws IOException {
    try (Register one = filled("one", 65);
        Register other = Registers.empty(folder, "other")) {
      String lines = "{\"report\": \n" + jsonLines(one) + "{\"report\":{\"outlet\":\"X\"}}\n";
      List<String> faults = new ArrayList<>();

      Imported imported =
          JsonLines.read(
              other, "in.jsonl", new BufferedReader(new StringReader(lines)), faults::add);

      assertThat(imported.reports()).isEqualTo(40);
      assertThat(faults).hasSize(2);
      assertThat(faults.get(0)).startsWith("in.jsonl:1: ");
      assertThat(faults.get(1)).contains("'text' is missing");
    }
  }

  @Test
  void orders_stand_in_the_columns_of_the_trade_register() throws IOException {
    try (Register one = filled("one", 66)) {
      StringWriter out = new StringWriter();
      new SipriCsv(Families.builtIn()).write(one.inquiry().dealingsInFull(Question.ALL), out);

      List<String> lines = out.toString().lines().toList();
      assertThat(lines.getFirst())
          .isEqualTo(
              "Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon"
                  + " description,Deliveries in the Year Range, ,Year(s) of"
                  + " delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI"
                  + " TIV of delivered weapons");
      assertThat(lines).hasSizeGreaterThan(3);
      assertThat(lines.stream().skip(1)).allMatch(line -> line.endsWith(",,,"));
    }
  }

  @Test
  void a_cell_that_a_spreadsheet_would_run_is_made_harmless() {
    assertThat(Csv.cell("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
    assertThat(Csv.cell("Gripen, E")).isEqualTo("\"Gripen, E\"");
    assertThat(Csv.cell("Su-35")).isEqualTo("Su-35");
  }

  @Test
  void events_have_what_plover_requires() throws IOException {
    try (Register one = filled("one", 67)) {
      StringWriter out = new StringWriter();
      Plover.write(one.inquiry().claims(Question.ALL), out);

      List<JsonNode> events =
          out.toString().lines().map(line -> JsonMapper.builder().build().readTree(line)).toList();
      assertThat(events).hasSizeGreaterThan(10);
      assertThat(events)
          .allSatisfy(
              event -> {
                assertThat(event.path("id").asString()).isNotEmpty();
                assertThat(event.path("date").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
                assertThat(event.path("actor").isArray()).isTrue();
                assertThat(event.path("event")).hasSize(1);
              });
    }
  }

  @Test
  void the_graph_has_a_node_for_each_end_of_its_edges() throws Exception {
    try (Register one = filled("one", 68)) {
      StringWriter out = new StringWriter();
      GraphMl.write(one.inquiry().dealingsInFull(Question.ALL), out);

      org.w3c.dom.Document graph =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(out.toString())));
      List<String> nodes = attributes(graph, "node", "id");
      assertThat(attributes(graph, "edge", "source")).hasSizeGreaterThan(5).isSubsetOf(nodes);
      assertThat(attributes(graph, "edge", "target")).isSubsetOf(nodes);
    }
  }

  private static List<String> attributes(
      org.w3c.dom.Document graph, String element, String attribute) {
    org.w3c.dom.NodeList found = graph.getElementsByTagName(element);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      values.add(((org.w3c.dom.Element) found.item(i)).getAttribute(attribute));
    }
    return values;
  }
}
