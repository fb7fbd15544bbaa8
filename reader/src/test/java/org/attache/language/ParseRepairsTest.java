package org.attache.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.attache.fixture.Models;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hangs on what in sentences that the parser alone reads wrongly. */
class ParseRepairsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The US has accused Iran of sending drones to Russia. | drones | obj | sending
          The US has accused Iran of sending drones to Russia. | sending | advcl | accused
          The US has accused Iran of sending drones to Russia. | Russia | obl | sending
          Kyiv suspects Beijing of providing Moscow with maps. | providing | advcl | suspects
          Minsk was criticised for selling mortar shells to Serbia. | shells | obj | selling
          He spoke of exporting countries. | exporting | amod | countries
          The army now flies helicopters donated by Spain. | donated | acl | helicopters
          The army now flies helicopters donated by Spain. | helicopters | obj | flies
          Troops came with rifles and with trucks supplied by China. | supplied | acl | trucks
          Poland signed a deal with France to buy jets. | France | nmod | deal
          """)
  void hangs(String sentence, String word, String relation, String head) {
    Sentence read = Models.parse(sentence).sentences().getFirst();
    Token token =
        read.tokens().stream().filter(t -> t.text().equals(word)).findFirst().orElseThrow();

    assertThat(token.relation()).startsWith(relation);
    assertThat(read.token(token.head()).text()).isEqualTo(head);
  }
}
