package org.attache.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTableTest {
  private static final LinearModel MODEL =
      new LinearModel(Map.of("zeal", 0.1239, "alone", -1.5, "dust", 0.009));

  @TempDir private Path folder;

  @Test
  void a_table_is_sorted_and_rounded_and_says_what_it_was_made_of() {
    String text = WeightsTable.SIDES.text(MODEL, "12 choices in 3 reports");
    assertThat(text).contains("# Made of 12 choices in 3 reports.\n");
    assertThat(text).endsWith("feature\tweight\nalone\t-1.500\nzeal\t0.124\n");
  }

  @Test
  void a_table_is_one_that_the_reader_can_lay_over_its_own() {
    WeightsTable.SIDES.write(folder, WeightsTable.SIDES.text(MODEL, "nothing"));
    List<Row> rows = Tables.with(folder).rows("weights-sides");
    assertThat(rows).anyMatch(row -> row.get("feature").equals("alone"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights-items", "weights-sides", "weights-drafts"})
  void the_tables_of_the_reader_hold_finite_weights_each_feature_once(String table) {
    List<Row> rows = Tables.builtIn().rows(table);
    assertThat(rows).hasSizeGreaterThan(100);
    assertThat(rows).extracting(row -> row.get("feature")).doesNotHaveDuplicates();
    assertThat(rows).allMatch(row -> Double.isFinite(Double.parseDouble(row.get("weight"))));
  }
}
