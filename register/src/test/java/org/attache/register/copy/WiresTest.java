package org.attache.register.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.attache.lexicon.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WiresTest {
  private final Wires wires = new Wires(Tables.builtIn());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RIGA, May 4 (North Wire) - Latvia has signed. | North Wire
          HANOI (Reuters) – Vietnam is in talks.        | Reuters
          ANKARA, 3 June /Trans News/ -- Turkey said.   | Trans News
          By Orient Wire                                | Orient Wire
          By Continental Press in Lisbon                | Continental Press
          """)
  void an_agency_is_known_by_a_dateline_or_a_byline(String line, String agency) {
    assertThat(wires.of("A headline about guns\n" + line + "\nMore of it.")).contains(agency);
  }

  @Test
  void who_wrote_a_report_is_no_agency_and_brackets_within_are_none() {
    assertThat(wires.of("A headline\nBy Marta Kowalska\nPoland's Air Force (SP) is to get jets."))
        .isEmpty();
  }
}
