package org.attache.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.attache.register.Invented;
import org.attache.register.Invented.Told;
import org.attache.register.dealing.Dealing;
import org.attache.register.decision.Ruling;
import org.attache.register.resolution.HeldClaim;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any reports, in any order. */
class RegisterLawsTest {
  @TempDir Path folder;

  private List<String> dealings(String name, List<Told> reports) {
    try (Register register = Registers.empty(folder, name)) {
      reports.forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
      return described(register);
    }
  }

  static List<String> described(Register register) {
    return register.inquiry().dealingsInFull(Question.ALL).stream()
        .map(RegisterLawsTest::described)
        .toList();
  }

  private static String described(Dealing dealing) {
    return dealing.id()
        + " "
        + dealing.title()
        + " "
        + dealing.voices()
        + " "
        + dealing.contradictions()
        + " "
        + dealing.claims().stream().map(HeldClaim::key).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void several_reports_at_once_give_what_one_after_the_other_gives(long seed) {
    List<Register.Reading> readings =
        new ArrayList<>(
            Invented.reports(seed, 60).stream()
                .map(told -> new Register.Reading(told.arrival(), told.claims(), Optional.of("1")))
                .toList());
    readings.add(readings.getFirst());
    List<Added> alone = new ArrayList<>();
    List<Added> together = new ArrayList<>();
    try (Register one = Registers.empty(folder, "one");
        Register many = Registers.empty(folder, "many")) {
      readings.forEach(
          reading -> alone.add(one.add(reading.arrival(), reading.claims(), reading.reader())));
      Random random = new Random(seed);
      for (int from = 0; from < readings.size(); ) {
        int to = Math.min(readings.size(), from + 1 + random.nextInt(30));
        together.addAll(many.add(readings.subList(from, to)));
        from = to;
      }

      assertThat(together).isEqualTo(alone).contains(Added.NEW, Added.KNOWN);
      assertThat(described(many)).hasSizeGreaterThan(10).isEqualTo(described(one));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void any_order_of_reports_gives_the_same_dealings(long seed) {
    List<Told> reports = Invented.reports(seed, 60);
    List<Told> shuffled = new ArrayList<>(reports);
    Collections.shuffle(shuffled, new Random(seed + 100));

    List<String> inOrder = dealings("in-order", reports);

    assertThat(inOrder).hasSizeGreaterThan(10);
    assertThat(dealings("shuffled", shuffled)).isEqualTo(inOrder);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void what_is_added_again_changes_nothing(long seed) {
    List<Told> reports = Invented.reports(seed, 40);
    List<Told> twice = new ArrayList<>(reports);
    twice.addAll(reports);

    assertThat(dealings("twice", twice)).isEqualTo(dealings("once", reports));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void one_by_one_gives_what_all_at_once_gives(long seed) {
    List<Told> reports = Invented.reports(seed, 60);
    try (Register register = Registers.empty(folder, "one")) {
      reports.forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));

      assertThat(register.inquiry().groups()).hasSizeGreaterThan(10);
      assertThat(register.inquiry().groups()).isEqualTo(register.inquiry().groupsAllAtOnce());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void a_decision_that_is_taken_back_leaves_the_dealings_as_they_were(long seed) {
    List<Told> reports = Invented.reports(seed, 40);
    try (Register register = Registers.empty(folder, "undo")) {
      reports.forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
      List<String> before = described(register);
      List<String> keys =
          register.inquiry().dealingsInFull(Question.ALL).stream()
              .flatMap(dealing -> dealing.claims().stream())
              .map(HeldClaim::key)
              .sorted()
              .toList();
      List<Ruling> rulings =
          List.of(
              new Ruling.Reject(keys.get(0)),
              new Ruling.Correct(keys.get(1), "supplier", "{\"name\":\"Norway\",\"state\":\"NO\"}"),
              new Ruling.Merge(keys.get(2), keys.get(keys.size() - 1)),
              new Ruling.Split(List.of(keys.get(3))));
      for (Ruling ruling : rulings) {
        long number = register.decide(Instant.EPOCH, "Reviewer", ruling, "");
        assertThat(register.inquiry().groups()).isEqualTo(register.inquiry().groupsAllAtOnce());
        register.decide(Instant.EPOCH, "Reviewer", new Ruling.Undo(number), "");

        assertThat(described(register)).as("%s", ruling).isEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43})
  void the_register_as_of_its_last_day_is_the_register(long seed) {
    List<Told> reports = Invented.reports(seed, 50);
    try (Register register = Registers.empty(folder, "as-of")) {
      reports.forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
      Inquiry inquiry = register.inquiry();
      List<String> keys =
          inquiry.claims(Question.ALL).stream().map(HeldClaim::key).sorted().toList();
      register.decide(Instant.EPOCH, "Reviewer", new Ruling.Reject(keys.get(0)), "");
      register.decide(Instant.EPOCH, "Reviewer", new Ruling.Merge(keys.get(1), keys.get(9)), "");
      register.decide(Instant.EPOCH, "Reviewer", new Ruling.Split(List.of(keys.get(4))), "");

      assertThat(inquiry.dealings(Question.ALL.asOf(LocalDate.of(2030, 1, 1))))
          .hasSizeGreaterThan(10)
          .isEqualTo(inquiry.dealings(Question.ALL));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52})
  void a_later_as_of_never_knows_fewer_reports(long seed) {
    try (Register register = Registers.empty(folder, "later")) {
      Invented.reports(seed, 40)
          .forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
      int before = 0;
      for (int year = 2015; year < 2026; year++) {
        Question then = Question.ALL.asOf(LocalDate.of(year, 6, 1));
        int known = register.inquiry().reports(then).size();
        assertThat(known).isGreaterThanOrEqualTo(before);
        before = known;
      }
      assertThat(before).isEqualTo(40);
    }
  }
}
