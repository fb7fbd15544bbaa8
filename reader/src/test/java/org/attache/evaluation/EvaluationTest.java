package org.attache.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected figures come from the score script that the corpus was made with. */
class EvaluationTest {
  private static final String SALE =
      """
      {"kind": "arms-transfer", "stage": "agreed", "polarity": "asserted", "certainty": "certain",
       "supplier": {"name": "Russia", "state": "RU"}, "recipient": {"name": "Iran", "state": "IR"},
       "participants": [], "items": [{"designation": "Su-35", "category": "aircraft", "text": "jets",
       "quantity": {"min": 24, "max": 24}}], "value": null,
       "when": {"from": "2023-03-01", "to": "2023-03-31", "text": "In March"},
       "withheld": ["quantity"], "attribution": [{"name": "Gazette", "type": "outlet"},
        {"name": "Maja Lindqvist", "type": "person", "role": "coordinator", "state": "SE"}]}
      """;

  private static final String PACT =
      """
      {"kind": "military-cooperation", "stage": "under-way", "participants":
       [{"name": "Iran", "state": "IR"}, {"name": "Houthis", "state": null}], "items": [],
       "attribution": [{"name": "Gazette", "type": "outlet"}]}
      """;

  @Test
  void what_is_read_as_gold_has_it_is_exact() {
    assertThat(figures(List.of(SALE, PACT), List.of(PACT, SALE)))
        .contains(
            "all kinds       exact  P 1.000  R 1.000  F1 1.000   (2 right of 2 read, 2 gold)",
            "arms transfers  exact  P 1.000  R 1.000  F1 1.000   (1 right of 1 read, 1 gold)",
            "of the claims found: stage 1.000  polarity 1.000  certainty 1.000  source 1.000  chain"
                + " 1.000  items 1.000  quantity 1.000  value 1.000  when 1.000  withheld 1.000")
        .endsWith("exact F1 1.000 over 1 reports");
  }

  @Test
  void each_level_asks_for_more() {
    assertThat(levels(SALE.replace("\"agreed\"", "\"ordered\""))).isEqualTo("1 1 0");
    assertThat(levels(SALE.replace("asserted", "denied"))).isEqualTo("1 1 0");
    assertThat(levels(SALE.replace("Lindqvist", "Holm"))).isEqualTo("1 1 0");
    assertThat(levels(SALE.replace("Su-35", "Su-30"))).isEqualTo("1 0 0");
    assertThat(levels(SALE.replace("IR", "SY"))).isEqualTo("0 0 0");
    assertThat(levels(SALE.replace("arms-transfer", "trade"))).isEqualTo("0 0 0");
  }

  @Test
  void fields_are_measured_over_the_claims_found() {
    String read =
        SALE.replace("\"max\": 24", "\"max\": null")
            .replace("2023-03-31", "2023-03-30")
            .replace("[\"quantity\"]", "[]")
            .replace("null,\n \"when\"", "{\"currency\": \"USD\"}, \"when\"")
            .replace("\"certain\"", "\"probable\"");
    assertThat(figures(List.of(SALE), List.of(read)))
        .contains(
            "of the claims found: stage 1.000  polarity 1.000  certainty 0.000  source 1.000  chain"
                + " 1.000  items 1.000  quantity 0.000  value 0.000  when 0.000  withheld 0.000");
  }

  @Test
  void a_claim_is_compared_once_and_what_is_read_too_often_is_extra() {
    Evaluation evaluation = new Evaluation();
    evaluation.add("a", report(List.of(SALE)), Optional.of(report(List.of(SALE, SALE))));
    assertThat(evaluation.figures())
        .contains(
            "all kinds       found  P 0.500  R 1.000  F1 0.667   (1 right of 2 read, 1 gold)");
    assertThat(evaluation.misses())
        .containsExactly(
            "== a",
            "  extra arms-transfer agreed asserted ('from', 'RU', 'IR') [Su-35] by person: Maja"
                + " Lindqvist / coordinator");
  }

  @Test
  void a_report_that_was_not_read_is_counted_and_said() {
    Evaluation evaluation = new Evaluation();
    evaluation.add("a", report(List.of(SALE)), Optional.empty());
    evaluation.add("b", report(List.of()), Optional.of(report(List.of())));
    assertThat(evaluation.figures())
        .contains(
            "all kinds       met    P 0.000  R 0.000  F1 0.000   (0 right of 0 read, 1 gold)",
            "of the claims found: stage -  polarity -  certainty -  source -  chain -  items - "
                + " quantity -  value -  when -  withheld -",
            "no read file for 1 of 2 reports");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          person,  'Maja Lindqvist', '',                     person,  'Lindqvist',      'minister', true
          person,  'Maja Lindqvist', '',                     person,  'Maja Holm',      '',         false
          person,  'Maja Lindqvist', '',                     body,    'Maja Lindqvist', '',         false
          outlet,  'Al Mayadeen',    '',                     outlet,  'Mayadeen',       '',         true
          outlet,  'Reuters',        '',                     outlet,  'Tass',           '',         false
          body,    'Defence Ministry of Chile', '',          body,    'Chile',          '',         true
          body,    'Ministry',       '',                     body,    'Government',     '',         false
          unnamed, '',               'a senior US official', unnamed, '',               'US officials', true
          unnamed, '',               '',                     unnamed, '',               '',         true
          unnamed, '',               'aide',                 unnamed, '',               '',         false
          """)
  void sources_are_the_same_by_what_tells_them_apart(
      String type,
      String name,
      String role,
      String otherType,
      String otherName,
      String otherRole,
      boolean same) {
    ScoredSource one = new ScoredSource(Optional.of(type), name, role);
    ScoredSource other = new ScoredSource(Optional.of(otherType), otherName, otherRole);
    assertThat(one.same(other)).isEqualTo(same);
    assertThat(other.same(one)).isEqualTo(same);
  }

  @Test
  void names_are_compared_without_accents_case_and_punctuation() {
    assertThat(Plain.text("Bayraktar TB-2, São-Tomé ½")).isEqualTo("bayraktar tb 2 sao tome 1 2");
  }

  private static String levels(String read) {
    return String.join(
        " ",
        figures(List.of(SALE), List.of(read)).subList(0, 3).stream()
            .map(line -> line.replaceAll(".*\\((\\d+) right.*", "$1"))
            .toList());
  }

  private static List<String> figures(List<String> gold, List<String> read) {
    Evaluation evaluation = new Evaluation();
    evaluation.add("report", report(gold), Optional.of(report(read)));
    return evaluation.figures();
  }

  private static String report(List<String> claims) {
    return "{\"claims\": [" + String.join(",", claims) + "]}";
  }
}
