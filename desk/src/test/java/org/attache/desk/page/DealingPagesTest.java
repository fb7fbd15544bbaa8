package org.attache.desk.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.attache.desk.gate.Wrong;
import org.junit.jupiter.api.Test;

class DealingPagesTest {
  private static final String ADDRESS = "/dealings/d0123456789";

  @Test
  void a_small_dealing_has_one_page_with_all_its_claims() {
    DealingPage.Pages pages = new DealingPage.Pages(ADDRESS, 1, DealingPage.CLAIMS);

    assertThat(pages.several()).isFalse();
    assertThat(pages.last()).isEqualTo(DealingPage.CLAIMS);
    assertThat(pages.before()).isEmpty();
    assertThat(pages.after()).isEmpty();
  }

  @Test
  void every_claim_of_a_large_dealing_is_on_one_page_and_no_other() {
    int claims = 3 * DealingPage.CLAIMS + 1;
    List<Integer> shown =
        IntStream.rangeClosed(1, 4)
            .mapToObj(page -> new DealingPage.Pages(ADDRESS, page, claims))
            .flatMap(pages -> IntStream.rangeClosed(pages.first(), pages.last()).boxed())
            .toList();

    assertThat(shown).isEqualTo(IntStream.rangeClosed(1, claims).boxed().toList());
  }

  @Test
  void a_claim_on_another_page_is_linked_to_there_and_the_day_is_kept() {
    DealingPage.Pages pages = new DealingPage.Pages(ADDRESS + "?as-of=2024-05-01", 2, 120);

    assertThat(pages.claim(51)).isEqualTo("#claim-51");
    assertThat(pages.claim(50)).isEqualTo(ADDRESS + "?as-of=2024-05-01#claim-50");
    assertThat(pages.claim(101)).isEqualTo(ADDRESS + "?as-of=2024-05-01&page=3#claim-101");
  }

  @Test
  void a_page_after_the_last_is_refused() {
    assertThatThrownBy(() -> new DealingPage.Pages(ADDRESS, 4, 3 * DealingPage.CLAIMS))
        .isInstanceOf(Wrong.class);
  }

  @Test
  void of_one_who_says_the_same_in_many_claims_the_first_are_linked_to_and_the_others_counted() {
    DealingPage.Speaker speaker =
        DealingPage.Speaker.of("Reuters", IntStream.rangeClosed(1, 30).boxed().toList());

    assertThat(speaker.claims()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(speaker.more()).isEqualTo(22);
  }
}
