package org.attache.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunBookTest {
  private static final Instant BEGUN = Instant.parse("2025-05-14T10:00:00Z");
  private static final KeptRun.Counts COUNTS = new KeptRun.Counts(9, 4, 3, 2);

  @TempDir Path folder;

  @Test
  void a_run_goes_on_until_it_ends_or_is_silent() {
    try (Register register = Registers.empty(folder, "runs")) {
      RunBook runs = register.runs();
      long first = runs.begin("ingest", "reports/", BEGUN);
      long second = runs.begin("watch", "feeds\nopml", BEGUN);
      runs.beat(first, BEGUN.plusSeconds(60), COUNTS, List.of("a: cut it", "b: mend it"));
      Instant soon = BEGUN.plusSeconds(90);

      assertThat(runs.latest(1)).extracting(KeptRun::number).containsExactly(second);
      KeptRun going = runs.latest(5).get(1);
      assertThat(going.counts()).isEqualTo(COUNTS);
      assertThat(going.faults()).containsExactly("a: cut it", "b: mend it");
      assertThat(going.at(soon)).isEqualTo(KeptRun.State.RUNNING);
      assertThat(runs.latest(5).getFirst().what()).isEqualTo("feeds opml");
      assertThat(runs.latest(5).getFirst().at(soon)).isEqualTo(KeptRun.State.BROKEN_OFF);

      runs.end(first, soon, COUNTS.and(COUNTS), List.of());

      KeptRun ended = runs.latest(5).get(1);
      assertThat(ended.at(soon.plusSeconds(100_000))).isEqualTo(KeptRun.State.ENDED);
      assertThat(ended.counts().seen()).isEqualTo(18);
      assertThatThrownBy(() -> runs.beat(99, soon, COUNTS, List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
