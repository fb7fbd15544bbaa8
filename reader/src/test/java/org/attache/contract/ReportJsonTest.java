package org.attache.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.attache.claim.Certainty;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.claim.Withheld;
import org.attache.equipment.Category;
import org.attache.equipment.Item;
import org.attache.money.Value;
import org.attache.party.Party;
import org.attache.quantity.Quantity;
import org.attache.report.Report;
import org.attache.source.Source;
import org.attache.time.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportJsonTest {
  private static final Report REPORT =
      new Report(
          "Levant Post",
          Optional.empty(),
          Optional.of(LocalDate.of(2023, 6, 10)),
          Optional.empty(),
          "Iran buys jets\nA deal has been reached.\nRead more: Ships");

  private static final Claim CLAIM =
      new Claim(
          Kind.ARMS_TRANSFER,
          Stage.UNDER_WAY,
          Polarity.ASSERTED,
          Certainty.CERTAIN,
          Optional.of(new Party("Russia", Optional.of("RU"))),
          Optional.empty(),
          List.of(),
          List.of(
              new Item(
                  Optional.of("Su-35"),
                  Category.AIRCRAFT,
                  "Su-35 fighter jets",
                  Optional.of(Quantity.atLeast(24)))),
          Optional.of(
              new Value(
                  "USD",
                  new Quantity(OptionalLong.of(2_000_000_000), OptionalLong.empty()),
                  "billions of dollars")),
          Optional.of(Interval.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 3, 31), "In March")),
          Set.of(Withheld.QUANTITY, Withheld.DELIVERY_TIME),
          List.of(
              Source.outlet("Levant Post"),
              new Source(
                  Source.Type.BODY,
                  Optional.of("Iran's mission"),
                  Optional.empty(),
                  Optional.of("IR"),
                  Optional.of("told"),
                  Optional.of(Source.Manner.INDIRECT),
                  Optional.of(
                      Interval.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 3, 2), "")))),
          List.of(new Evidence(15, 39, "A deal has been reached.")),
          List.of("dealing-verbs.tsv:12"));

  @Test
  void prints_every_key_of_the_contract_in_its_order() {
    assertThat(ReportJson.pretty(read(), false))
        .isEqualTo(
            """
            {
             "report": {
              "outlet": "Levant Post",
              "title": "Iran buys jets",
              "published": "2023-06-10",
              "url": null,
              "related": [
               "Read more: Ships"
              ]
             },
             "claims": [
              {
               "kind": "arms-transfer",
               "stage": "under-way",
               "polarity": "asserted",
               "certainty": "certain",
               "supplier": {
                "name": "Russia",
                "state": "RU"
               },
               "recipient": null,
               "participants": [],
               "items": [
                {
                 "designation": "Su-35",
                 "category": "aircraft",
                 "text": "Su-35 fighter jets",
                 "quantity": {
                  "min": 24,
                  "max": null
                 }
                }
               ],
               "value": {
                "currency": "USD",
                "min": 2000000000,
                "max": null,
                "text": "billions of dollars"
               },
               "when": {
                "from": "2023-03-01",
                "to": "2023-03-31",
                "text": "In March"
               },
               "withheld": [
                "delivery time",
                "quantity"
               ],
               "attribution": [
                {
                 "name": "Levant Post",
                 "type": "outlet"
                },
                {
                 "name": "Iran's mission",
                 "type": "body",
                 "role": null,
                 "state": "IR",
                 "cue": "told",
                 "manner": "indirect",
                 "on": {
                  "from": "2023-03-01",
                  "to": "2023-03-02"
                 }
                }
               ],
               "evidence": [
                {
                 "start": 15,
                 "end": 39,
                 "text": "A deal has been reached."
                }
               ]
              }
             ]
            }
            """);
  }

  @Test
  void a_line_holds_the_same_without_a_break() {
    String line = ReportJson.line(read(), false);
    assertThat(line).endsWith("}\n").hasLineCount(1);
    assertThat(Json.parse(line)).isEqualTo(Json.parse(ReportJson.pretty(read(), false)));
  }

  @Test
  void grounds_are_printed_on_request_alone() {
    assertThat(ReportJson.line(read(), false)).doesNotContain("explain");
    assertThat(ReportJson.line(read(), true)).contains("\"explain\":[\"dealing-verbs.tsv:12\"]");
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed <= 200, seed -> seed + 1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_written_reads_back_as_it_was(long seed) {
    List<Claim> claims = List.of(new RandomClaims(seed).next(), new RandomClaims(-seed).next());
    ReadReport read = new ReadReport(REPORT, List.of(), claims);
    assertThat(ReportJson.claims(ReportJson.pretty(read, true))).isEqualTo(claims);
    assertThat(ReportJson.claims(ReportJson.line(read, true))).isEqualTo(claims);
  }

  @Test
  void says_what_is_wrong_with_json_that_is_none_of_its_own() {
    assertThatThrownBy(() -> ReportJson.claims("{\"claims\": [\n{]}"))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith("line 2: no JSON");
    assertThatThrownBy(() -> ReportJson.claims("{}")).hasMessageContaining("'claims'");
    String json = ReportJson.line(read(), false);
    assertThatThrownBy(() -> ReportJson.claims(json.replace("under-way", "soon")))
        .hasMessage("'stage' cannot be 'soon'");
    assertThatThrownBy(() -> ReportJson.claims(json.replace("\"start\":15", "\"start\":16")))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("evidence");
    assertThatThrownBy(() -> ReportJson.claims(json.replace("2023-03-31", "March")))
        .hasMessage("'to' is no date: March");
  }

  private static ReadReport read() {
    return new ReadReport(REPORT, List.of("Read more: Ships"), List.of(CLAIM));
  }
}
