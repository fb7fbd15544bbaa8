package org.attache.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attache.attribution.SourceLexicon;
import org.attache.equipment.Equipment;
import org.attache.fixture.Models;
import org.attache.language.Document;
import org.attache.lexicon.Tables;
import org.attache.mention.MentionReader;
import org.attache.party.Parties;
import org.attache.party.Party;
import org.attache.report.Layout;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;

/** From where a report is written. */
class HomeTest {
  private static final Tables TABLES = Tables.builtIn();
  private static final Parties PARTIES = new Parties(TABLES);

  private static Home home(String outlet, String body) {
    Report report =
        new Report(
            outlet,
            Optional.empty(),
            Optional.of(LocalDate.of(2025, 5, 14)),
            Optional.empty(),
            "From our notebook\n" + body + "\n");
    Document document =
        Models.LANGUAGE.parse(report, new Layout(List.of()).blocks(report.text()), _ -> true);
    MentionReader mentions = new MentionReader(TABLES, PARTIES, new Equipment(TABLES));
    return Home.of(document, mentions.read(document), SourceLexicon.from(TABLES), PARTIES);
  }

  private static String code(Optional<Party> party) {
    return party.flatMap(Party::state).orElse("-");
  }

  @Test
  void an_outlet_is_at_home_in_the_state_of_its_name() {
    assertThat(code(home("Lagos Courier", "The minister spoke.").ofOutlet())).isEqualTo("NG");
    assertThat(code(home("The Peru Post", "The minister spoke.").ofOutlet())).isEqualTo("PE");
    assertThat(code(home("Gazette", "The minister spoke.").ofOutlet())).isEqualTo("-");
  }

  @Test
  void a_dateline_tells_from_where_it_is_written() {
    assertThat(code(home("Gazette", "HELSINKI — The minister spoke.").ofDateline()))
        .isEqualTo("FI");
    assertThat(code(home("Gazette", "The minister spoke in Helsinki.").ofDateline()))
        .isEqualTo("-");
  }

  @Test
  void the_state_that_a_report_names_oftenest_counts_only_if_it_stands_out() {
    assertThat(code(home("Gazette", "Chile met Peru. Chile paid. Santiago left.").mostNamed()))
        .isEqualTo("CL");
    assertThat(code(home("Gazette", "Chile met Peru, Cuba, Kenya and Mali.").mostNamed()))
        .isEqualTo("-");
  }

  @Test
  void what_speaks_for_a_party_names_every_way_in_which_it_is_at_home() {
    Home home = home("Lagos Courier", "ABUJA — Nigeria paid. Nigeria met Ghana.");

    assertThat(home.features(PARTIES.state("NG").orElseThrow()))
        .isEqualTo(
            List.of(
                "publisher's state",
                "dateline's state",
                "most named state",
                "at home and most named"));
    assertThat(home.features(PARTIES.state("GH").orElseThrow())).isEmpty();
  }
}
