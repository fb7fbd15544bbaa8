package org.attache.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gold says of notes about one sentence: "Norway has ordered 54 K9s from South Korea." */
class LabelsTest {
  private static final String SENTENCE = "Norway has ordered 54 K9s from South Korea.";
  private static final String TEXT = "Guns for the north\n" + SENTENCE + "\nNobody commented.";
  private static final int START = TEXT.indexOf(SENTENCE);
  private static final int END = START + SENTENCE.length();
  private static final String CANDIDATES =
      "-=S.gap open\tKR=S.gap here after;S here after\tSE=S.gap back 1;S back 1";

  @Test
  void the_supplier_of_the_claim_in_the_sentence_is_right() {
    assertThat(right(side("TRANSFER", "NO", "K9"), transfer())).containsExactly(1);
  }

  @Test
  void an_open_side_is_right_where_the_claim_leaves_it_open() {
    String open = transfer().replace("{\"name\": \"South Korea\", \"state\": \"KR\"}", "null");
    assertThat(right(side("TRANSFER", "NO", "K9"), open)).containsExactly(0);
  }

  @Test
  void a_clause_without_items_is_told_by_a_claim_with_some() {
    assertThat(right(side("ANY", "NO", ""), transfer())).containsExactly(1);
  }

  @Test
  void a_longer_designation_is_the_same_item() {
    assertThat(right(side("TRANSFER", "NO", "K9 Thunder"), transfer())).containsExactly(1);
  }

  @ParameterizedTest(name = "{0} with {1} about {2}")
  @CsvSource({
    "SERVICE,NO,K9",
    "RESTRICTION,NO,K9",
    "TRANSFER,DK,K9",
    "TRANSFER,NO,K2",
    "TRANSFER,NO,uav",
  })
  void another_kind_partner_or_item_tells_nothing(String kind, String other, String item) {
    assertThat(right(side(kind, other, item), transfer())).isEmpty();
  }

  @Test
  void a_claim_of_another_sentence_tells_nothing() {
    String elsewhere = transfer().replace(SENTENCE, "Nobody commented.");
    assertThat(right(side("TRANSFER", "NO", "K9"), elsewhere)).isEmpty();
  }

  @Test
  void a_claim_without_direction_tells_nothing() {
    assertThat(right(side("TRANSFER", "NO", ""), cooperation())).isEmpty();
  }

  @Test
  void a_draft_that_says_what_the_claim_says_is_one() {
    assertThat(holds(draft("TRANSFER", "ordered", "KR", "NO", "", "K9"), transfer())).isTrue();
  }

  @Test
  void the_stage_may_differ_in_the_claims_own_sentence() {
    assertThat(holds(draft("TRANSFER", "agreed", "KR", "NO", "", "artillery"), transfer()))
        .isTrue();
  }

  @Test
  void a_draft_of_another_sentence_is_one_at_the_same_stage_only() {
    String elsewhere = transfer().replace(SENTENCE, "Nobody commented.");
    assertThat(holds(draft("TRANSFER", "ordered", "KR", "NO", "", "K9"), elsewhere)).isTrue();
    assertThat(holds(draft("TRANSFER", "agreed", "KR", "NO", "", "K9"), elsewhere)).isFalse();
  }

  @ParameterizedTest(name = "{0} {1}>{2} {3} {4}")
  @CsvSource({
    "SERVICE,KR,NO,'',K9",
    "TRANSFER,SE,NO,'',K9",
    "TRANSFER,KR,'','',K9",
    "TRANSFER,'',NO,'',K9",
    "TRANSFER,KR,NO,'',K2",
    "TRANSFER,KR,NO,'',''",
    "COOPERATION,'','',KR|NO,K9",
  })
  void a_draft_with_another_kind_side_or_item_is_none(
      String kind, String supplier, String recipient, String partners, String item) {
    assertThat(holds(draft(kind, "ordered", supplier, recipient, partners, item), transfer()))
        .isFalse();
  }

  @Test
  void sides_that_act_together_must_be_all_the_same() {
    assertThat(holds(draft("COOPERATION", "agreed", "", "", "NO|KR", ""), cooperation())).isTrue();
    assertThat(holds(draft("COOPERATION", "agreed", "", "", "NO|KR|SE", ""), cooperation()))
        .isFalse();
  }

  @Test
  void a_party_without_a_state_is_known_by_its_name() {
    String union = transfer().replace("\"South Korea\", \"state\": \"KR\"", "\"Conseil de l'Été\"");
    assertThat(holds(draft("TRANSFER", "ordered", "Conseil de l’Ete", "NO", "", "K9"), union))
        .isTrue();
  }

  @Test
  void partners_are_those_of_the_claim_that_are_not_known_yet() {
    String both = "KR=P.gap here\tNO=P.gap here\tSE=P.gap back 1\t-=P.gap open";
    assertThat(Labels.right(SideNote.of(partner("", both)), claims(cooperation())))
        .containsExactlyInAnyOrder(0, 1);
    String other = "KR=P.gap here\tSE=P.gap back 1\t-=P.gap open";
    assertThat(Labels.right(SideNote.of(partner("NO", other)), claims(cooperation())))
        .containsExactly(0);
    assertThat(Labels.right(SideNote.of(partner("SE", other)), claims(cooperation()))).isEmpty();
  }

  @Test
  void the_items_of_the_claim_in_the_sentence_are_right() {
    assertThat(Labels.right(ItemNote.of(items("KR", "NO")), claims(transfer()))).containsExactly(1);
    assertThat(Labels.right(ItemNote.of(items("", "")), claims(transfer()))).containsExactly(1);
    assertThat(Labels.right(ItemNote.of(items("SE", "NO")), claims(transfer()))).isEmpty();
  }

  @Test
  void no_items_are_right_where_the_claim_has_none() {
    String bare = transfer().replaceAll("\\{\"designation\"[^}]*\\}", "");
    assertThat(Labels.right(ItemNote.of(items("KR", "NO")), claims(bare))).containsExactly(0);
  }

  private static String partner(String known, String candidates) {
    return String.join(
            "\t",
            List.of("SIDE", "Guns", "" + START, "" + END, "COOPERATION", "", "PARTNER", known, ""))
        + "\t"
        + candidates;
  }

  private static String items(String supplier, String recipient) {
    return String.join(
        "\t",
        List.of(
            "ITEM",
            "Guns",
            "" + START,
            "" + END,
            "TRANSFER",
            supplier,
            recipient,
            "",
            "-=none",
            "K9|ammunition=here after",
            "ships=back 1"));
  }

  private static List<GoldClaim> claims(String json) {
    return GoldReport.claims(TEXT, json);
  }

  private static SideNote side(String kind, String other, String items) {
    return SideNote.of(
        String.join(
                "\t",
                List.of(
                    "SIDE",
                    "Guns",
                    "" + START,
                    "" + END,
                    kind,
                    "ordered",
                    "SUPPLIER",
                    other,
                    items))
            + "\t"
            + CANDIDATES);
  }

  private static DraftNote draft(
      String kind, String stage, String supplier, String recipient, String partners, String item) {
    return DraftNote.of(
        String.join(
            "\t",
            "DRAFT",
            "Guns",
            "" + START,
            "" + END,
            kind,
            stage,
            "asserted",
            supplier,
            recipient,
            partners,
            item,
            "always;verb"));
  }

  private static Set<Integer> right(SideNote note, String claims) {
    return Labels.right(note, GoldReport.claims(TEXT, claims));
  }

  private static boolean holds(DraftNote note, String claims) {
    return Labels.holds(List.of(note), GoldReport.claims(TEXT, claims)).getFirst();
  }

  @Test
  void of_two_drafts_of_a_sentence_that_say_one_claim_the_one_at_its_stage_is_right() {
    DraftNote agreed = draft("TRANSFER", "agreed", "KR", "NO", "", "K9");
    DraftNote ordered = draft("TRANSFER", "ordered", "KR", "NO", "", "K9");
    DraftNote sought = draft("TRANSFER", "sought", "KR", "NO", "", "K9");

    assertThat(Labels.holds(List.of(agreed, ordered, sought), claims(transfer())))
        .containsExactly(false, true, false);
    assertThat(Labels.holds(List.of(agreed, sought), claims(transfer())))
        .as("where none is at its stage, the one at the nearest")
        .containsExactly(true, false);
  }

  private static String transfer() {
    return """
        {"claims": [{"kind": "arms-transfer", "stage": "ordered",
          "supplier": {"name": "South Korea", "state": "KR"},
          "recipient": {"name": "Norway", "state": "NO"}, "participants": [],
          "items": [{"designation": "K9", "category": "artillery"}],
          "evidence": [{"text": "%s"}]}]}"""
        .replace("%s", SENTENCE);
  }

  private static String cooperation() {
    return """
        {"claims": [{"kind": "military-cooperation", "stage": "agreed",
          "supplier": null, "recipient": null,
          "participants": [{"name": "Norway", "state": "NO"}, {"name": "Korea", "state": "KR"}],
          "items": [], "evidence": [{"text": "%s"}]}]}"""
        .replace("%s", SENTENCE);
  }
}
