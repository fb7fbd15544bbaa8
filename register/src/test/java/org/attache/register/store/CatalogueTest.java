package org.attache.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.equipment.Category;
import org.attache.register.Invented;
import org.attache.register.resolution.HeldClaim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and counts of today, which are read from tables made for them, beside those worked out. */
class CatalogueTest {
  private static final LocalDate AFTER_ALL = LocalDate.of(2090, 1, 1);

  @TempDir Path folder;

  private static <T> Optional<T> now(Random random, int oneIn, Supplier<T> some) {
    return random.nextInt(oneIn) == 0 ? Optional.of(some.get()) : Optional.empty();
  }

  private static <T> T any(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static Question question(Random random) {
    List<String> states = List.of("SE", "CL", "PL", "KR", "NO");
    return new Question(
        now(random, 3, () -> any(random, states)),
        now(random, 4, () -> any(random, states)),
        now(random, 4, () -> any(random, states)),
        now(random, 3, () -> any(random, List.of("Gripen", "K9", "FA-50"))),
        now(random, 4, () -> any(random, List.of(Category.AIRCRAFT, Category.ARTILLERY))),
        now(random, 8, () -> Kind.ARMS_TRANSFER),
        now(random, 4, () -> any(random, List.of(Stage.values()))),
        Optional.empty(),
        now(random, 8, () -> "Kurier"),
        now(random, 5, () -> LocalDate.of(2016 + random.nextInt(8), 1, 1)),
        now(random, 6, () -> LocalDate.of(2016 + random.nextInt(8), 1, 1)),
        Optional.empty());
  }

  @Test
  void any_question_is_answered_as_it_is_when_dealings_are_worked_out_anew() {
    Random random = new Random(5);
    int some = 0;
    try (Register register = Registers.empty(folder, "catalogue")) {
      register.fill(
          Invented.reports(81, 220).stream()
              .map(told -> Kept.read(told.arrival(), told.claims(), "1"))
              .iterator());
      Catalogue present = register.catalogue();
      Catalogue past = register.catalogue(AFTER_ALL);
      for (int i = 0; i < 400; i++) {
        Question question = question(random);
        boolean contradicted = random.nextInt(6) == 0;
        Excerpt.Order order = any(random, List.of(Excerpt.Order.values()));
        Excerpt excerpt =
            new Excerpt(question, contradicted, order, random.nextBoolean(), random.nextInt(3), 20);

        List<DealingLine> found = present.dealings(excerpt);
        some += found.isEmpty() ? 0 : 1;
        assertThat(found).as("%s", excerpt).isEqualTo(past.dealings(excerpt));
        assertThat(present.stages(question, contradicted))
            .as("%s", question)
            .isEqualTo(past.stages(question, contradicted));
        assertThat(present.subjects(question))
            .as("%s", question)
            .isEqualTo(past.subjects(question));
        List<HeldClaim> claims = register.inquiry().claims(question.asOf(AFTER_ALL));
        assertThat(past.claims(question, 0, Integer.MAX_VALUE)).isEqualTo(claims);
        assertThat(past.claims(question, 3, 5))
            .isEqualTo(claims.stream().skip(3).limit(5).toList());
        assertThat(present.claims(question, 0, Integer.MAX_VALUE))
            .containsExactlyInAnyOrderElementsOf(claims);
        assertThat(present.flows(question))
            .as("%s", question)
            .containsExactlyInAnyOrderElementsOf(past.flows(question));
      }
    }
    assertThat(some).as("questions with an answer").isGreaterThan(100);
  }
}
