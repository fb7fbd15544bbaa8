package org.attache.bench.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.attache.bench.press.InventedPress.Piece;
import org.junit.jupiter.api.Test;

class InventedPressTest {
  private static List<Piece> pieces(int oneIn, long seed, int count) {
    InventedPress press = new InventedPress(oneIn, seed);
    return LongStream.range(0, count).mapToObj(press::piece).toList();
  }

  @Test
  void the_same_seed_makes_the_same_press_and_another_one_another() {
    assertThat(pieces(50, 1, 200)).isEqualTo(pieces(50, 1, 200)).isNotEqualTo(pieces(50, 2, 200));
  }

  @Test
  void one_report_in_so_many_tells_of_dealings() {
    assertThat(pieces(50, 1, 1000)).filteredOn(Piece::dealings).hasSize(20);
    assertThat(pieces(10, 3, 1000)).filteredOn(Piece::dealings).hasSize(100);
  }

  @Test
  void every_slot_is_filled_and_all_sections_occur() {
    List<Piece> pieces = pieces(50, 1, 500);
    assertThat(pieces).allSatisfy(piece -> assertThat(piece.text()).doesNotContain("{", "}"));
    assertThat(pieces)
        .extracting(Piece::section)
        .contains("sport", "crime", "weather", "business", "politics", "dealings");
  }
}
