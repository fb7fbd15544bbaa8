package org.attache.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.attache.register.Invented;
import org.attache.register.decision.Ruling;
import org.attache.register.resolution.HeldClaim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The days that are kept beside dealings, beside those of the reports that their claims are in. */
class ReportDaysTest {
  private static final LocalDate AFTER_ALL = LocalDate.of(2090, 1, 1);

  @TempDir Path folder;

  private static void add(Register register, long seed, int reports) {
    Invented.reports(seed, reports)
        .forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
  }

  /** By dealing, a day for each report that a claim of it is in. */
  private static Map<String, List<LocalDate>> counted(Register register) {
    Map<String, String> dealings = register.inquiry().dealingOfClaims(Optional.empty());
    Map<String, List<LocalDate>> days = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (HeldClaim held : register.inquiry().claims(Question.ALL)) {
      String dealing = dealings.getOrDefault(held.key(), "");
      if (seen.add(dealing + " " + held.origin().report())) {
        days.computeIfAbsent(dealing, k -> new ArrayList<>()).add(held.origin().day());
      }
    }
    days.values().forEach(list -> list.sort(LocalDate::compareTo));
    return days;
  }

  private static Map<String, List<LocalDate>> kept(Register register) {
    return register
        .catalogue()
        .days(register.inquiry().dealings(Question.ALL).stream().map(DealingLine::id).toList());
  }

  private static void assertThatDaysAreThoseOfClaims(Register register) {
    Map<String, List<LocalDate>> counted = counted(register);
    assertThat(counted).hasSizeGreaterThan(10);
    assertThat(counted.values()).as("dealings of several reports").anyMatch(d -> d.size() > 2);
    assertThat(kept(register)).isEqualTo(counted);
    assertThat(register.catalogue(AFTER_ALL).days(counted.keySet())).isEqualTo(counted);
  }

  @ParameterizedTest
  @ValueSource(longs = {91, 92, 93})
  void are_those_of_the_claims_that_count_whatever_is_decided(long seed) {
    try (Register register = Registers.empty(folder, "decided" + seed)) {
      add(register, seed, 60);
      assertThatDaysAreThoseOfClaims(register);

      Random random = new Random(seed);
      for (int i = 0; i < 12; i++) {
        List<String> keys =
            register.inquiry().claims(Question.ALL).stream().map(HeldClaim::key).toList();
        String one = keys.get(random.nextInt(keys.size()));
        String other = keys.get(random.nextInt(keys.size()));
        Ruling ruling =
            switch (i % 3) {
              case 0 -> new Ruling.Reject(one);
              case 1 -> new Ruling.Merge(one, other);
              default -> new Ruling.Split(List.of(one));
            };
        register.decide(Instant.parse("2025-01-01T00:00:00Z"), "reviewer", ruling, "");
        assertThatDaysAreThoseOfClaims(register);
      }
    }
  }

  @Test
  void are_there_in_a_register_that_was_filled_at_once() {
    try (Register register = Registers.empty(folder, "filled")) {
      register.fill(
          Invented.reports(94, 120).stream()
              .map(told -> Kept.read(told.arrival(), told.claims(), "1"))
              .iterator());

      assertThatDaysAreThoseOfClaims(register);
    }
  }
}
