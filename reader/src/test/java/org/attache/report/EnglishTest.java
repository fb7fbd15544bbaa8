package org.attache.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.attache.lexicon.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishTest {
  private final English english = new English(Tables.builtIn());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Russia delivers Su-35s to Iran",
        "The ministry said on Monday that it had signed a contract for 24 fighters with the maker, and"
            + " that the first of them would be handed over to the air force before the end of next"
            + " year. It did not say what they cost.",
        "Turkish Aerospace, Baykar, Roketsan, Aselsan and Havelsan signed deals with Indonesia,"
            + " Malaysia, Azerbaijan, Kazakhstan and Qatar in Istanbul on Tuesday, the agency of the"
            + " industry said, after talks that had lasted for most of a week in the city."
      })
  void knows_english(String text) {
    assertThat(english.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Россия поставила Ирану истребители Су-35",
        "伊朗从俄罗斯购买了苏-35战斗机。",
        "12 345 — 678",
        "Das Ministerium teilte am Montag mit, dass es einen Vertrag über 24 Jagdflugzeuge mit dem"
            + " Hersteller unterzeichnet habe und die ersten im nächsten Jahr in den Dienst der"
            + " Luftwaffe gestellt werden. Was sie kosten, sagte der Sprecher in Berlin nicht.",
        "Le ministère a annoncé lundi avoir signé un contrat portant sur 24 avions de combat, dont"
            + " les premiers seront remis à l'armée de l'air avant la fin de l'année prochaine. Il"
            + " n'a pas voulu dire ce qu'ils coûtent ni qui en sera chargé sur place.",
        "Het ministerie van Defensie heeft maandag een contract getekend voor 24 vliegtuigen. De"
            + " eerste toestellen worden volgend jaar aan de luchtmacht geleverd. Over de prijs wilde"
            + " een woordvoerder in Den Haag niets zeggen, want die is nog geheim."
      })
  void knows_other_languages(String text) {
    assertThat(english.is(text)).isFalse();
  }

  @Test
  void a_foreign_quotation_does_not_make_a_report_foreign() {
    assertThat(
            english.is(
                "“Мы ничего не поставляли”, the spokesman said when he was asked about the report that"
                    + " his country had sent the missiles to its neighbour, and he added that it"
                    + " would not do so in the future either."))
        .isTrue();
  }
}
