package org.attache.desk.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attache.desk.Samples;
import org.attache.lexicon.Tables;
import org.attache.register.dealing.Dealing;
import org.attache.register.decision.Ruling;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Excerpt;
import org.attache.register.store.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private Registers registers;
  private String id = "";

  @BeforeEach
  void open() {
    registers = new Registers(Samples.register().toString(), Tables.builtIn(), 3);
    id = lines().getFirst().id();
  }

  @AfterEach
  void close() {
    registers.close();
  }

  private List<DealingLine> lines() {
    return registers.read(
        register -> register.catalogue().dealings(Excerpt.latest(Question.ALL, 30)));
  }

  private static Dealing dealing(Answers answers, String id) {
    return answers.dealing(Optional.empty(), id).orElseThrow();
  }

  @Test
  void a_dealing_is_put_together_once_until_something_changes() {
    Answers answers = new Answers(registers);
    Dealing first = dealing(answers, id);

    assertThat(dealing(answers, id)).isSameAs(first);

    registers.write(
        register ->
            register.decide(
                Instant.EPOCH, "Mila", new Ruling.Reject(first.claims().getFirst().key()), ""));
    assertThat(answers.dealing(Optional.empty(), id).map(Dealing::claims))
        .isNotEqualTo(Optional.of(first.claims()));
  }

  @Test
  void dealings_are_kept_until_they_hold_too_many_claims_and_the_last_ones_stay() {
    int claims = dealing(new Answers(registers), id).claims().size();
    Answers answers = new Answers(registers, claims + 2);
    Dealing first = dealing(answers, id);
    assertThat(dealing(answers, id)).isSameAs(first);

    List<DealingLine> others = lines();
    assertThat(others).hasSizeGreaterThan(3);
    others.forEach(line -> assertThat(dealing(answers, line.id()).id()).isEqualTo(line.id()));

    assertThat(dealing(answers, id)).isNotSameAs(first).isEqualTo(first);
  }

  @Test
  void a_day_of_the_past_has_its_own_dealings() {
    Answers answers = new Answers(registers);
    LocalDate before = LocalDate.of(1990, 1, 1);

    assertThat(answers.dealing(Optional.of(before), id)).isEmpty();
    assertThat(answers.dealing(Optional.empty(), id)).isPresent();
    assertThat(answers.dealing(Optional.empty(), "d0000000000")).isEmpty();
  }
}
