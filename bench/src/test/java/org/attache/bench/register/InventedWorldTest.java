package org.attache.bench.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attache.bench.register.InventedWorld.Told;
import org.attache.lexicon.Tables;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Kept;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventedWorldTest {
  private static final Tables TABLES = Tables.builtIn();
  private static final int REPORTS = 300;

  @TempDir Path folder;

  private static List<Told> reports() {
    InventedWorld world = new InventedWorld(TABLES, 7);
    return Stream.generate(world::next).limit(REPORTS).toList();
  }

  @Test
  void a_world_is_the_same_for_the_same_seed() {
    assertThat(reports()).hasSize(REPORTS).isEqualTo(reports());
  }

  @Test
  void a_register_filled_at_once_has_the_dealings_of_one_filled_one_by_one() {
    List<DealingLine> one;
    List<DealingLine> filled;
    try (Register register = Register.open(folder.resolve("one.db").toString(), TABLES)) {
      reports().forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("bench")));
      one = register.inquiry().dealings(Question.ALL);
    }
    try (Register register = Register.open(folder.resolve("filled.db").toString(), TABLES)) {
      register.fill(
          reports().stream()
              .map(told -> Kept.read(told.arrival(), told.claims(), "bench"))
              .iterator());
      filled = register.inquiry().dealings(Question.ALL);
    }

    assertThat(one).hasSizeGreaterThan(100);
    assertThat(filled).isEqualTo(one);
  }
}
