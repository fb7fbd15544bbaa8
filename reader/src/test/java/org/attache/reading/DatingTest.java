package org.attache.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attache.claim.Claim;
import org.attache.time.Interval;
import org.junit.jupiter.api.Test;

/** Which dealing of a sentence a time belongs to. */
class DatingTest {
  private static List<String> times(String paragraph) {
    return Readers.READER.read(Readers.paragraph(paragraph)).stream()
        .map(Claim::when)
        .map(when -> when.map(Interval::text).orElse("-"))
        .toList();
  }

  @Test
  void what_was_asked_for_is_dated_by_the_asking() {
    assertThat(times("Senegal requested 12 drones from Turkey last month."))
        .containsExactly("last month");
  }

  @Test
  void a_denial_does_not_date_what_it_denies() {
    assertThat(times("Rwanda denied on Tuesday that it had bought drones from Turkey."))
        .containsExactly("-");
  }

  @Test
  void the_sentence_on_the_contract_dates_the_order_before_it() {
    assertThat(
            times(
                "Chile has ordered six frigates from Britain. The contract was signed in March 2024."))
        .containsExactly("in March 2024");
  }

  @Test
  void a_type_with_a_year_in_its_name_is_no_decade() {
    assertThat(times("Greece sold Egypt ten Mirage 2000s.")).containsExactly("-");
  }

  @Test
  void each_clause_keeps_its_own_time() {
    assertThat(
            times(
                "Brazil bought 20 K9 howitzers from South Korea in May 2022, and in 2023 Sweden"
                    + " delivered Gripen fighters to Hungary."))
        .containsExactly("in May 2022", "in 2023");
  }
}
