package org.attache.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.attache.bench.Side.Name;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void one_slow_pass_does_not_move_the_median() {
    Figures figures = new Figures(10);
    for (long seconds : new long[] {2, 50, 1}) {
      figures.add(Name.ATTACHE, new Pass(seconds * SECOND, 3 * SECOND, 7));
    }
    for (long seconds : new long[] {20, 10, 12, 11}) {
      figures.add(Name.CORENLP, new Pass(seconds * SECOND, 15 * SECOND, 1_234));
    }

    assertThat(figures.ratio()).isCloseTo(5.75, within(1e-9));
    assertThat(figures.lines())
        .containsExactly(
            "Attaché     5.0 reports/s, median of 3 passes of 10 reports (0.2 to 10.0), 300.0 ms of"
                + " processor time a report, 7 claims",
            "CoreNLP     0.9 reports/s, median of 4 passes of 10 reports (0.5 to 1.0), 1500.0 ms of"
                + " processor time a report, 1,234 tokens",
            "by processor time 5.0 times as fast",
            "5.8 times as fast");
  }

  @Test
  void passes_that_do_other_work_are_not_compared() {
    Figures figures = new Figures(10);
    figures.add(Name.ATTACHE, new Pass(1, 1, 7));
    figures.add(Name.CORENLP, new Pass(1, 1, 9));

    assertThatThrownBy(() -> figures.add(Name.ATTACHE, new Pass(1, 1, 8)))
        .isInstanceOf(BenchException.class)
        .hasMessage("Attaché found 7 in one pass and 8 in another");
  }
}
