package org.attache.register.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  private record Time(LocalDate from, LocalDate to) {
    static Time any(Random random) {
      LocalDate from = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(900));
      return new Time(from, from.plusDays(random.nextInt(3) == 0 ? random.nextInt(200) : 0));
    }

    long apart(Time other) {
      long gap =
          Math.max(
              other.from.toEpochDay() - to.toEpochDay(), from.toEpochDay() - other.to.toEpochDay());
      return Math.max(0, gap);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void the_nearest_is_found_as_by_looking_at_all(long seed) {
    Random random = new Random(seed);
    List<Long> found = new ArrayList<>();
    for (int run = 0; run < 200; run++) {
      Times times = new Times();
      List<Time> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Time one = Time.any(random);
        all.add(one);
        times.add(one.from(), one.to());
        Time asked = Time.any(random);
        long nearest = all.stream().mapToLong(asked::apart).min().orElseThrow();
        found.add(nearest);
        assertThat(times.apart(asked.from(), asked.to()))
            .as("%s of %s", asked, all)
            .isEqualTo(nearest);
      }
    }
    assertThat(found).contains(0L, 1L).anyMatch(days -> days > 100);
  }
}
