package org.attache.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.fixture.Examples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Single sentences and the claims in them, in the notation of {@link Notation}. */
class DealingSentencesTest {
  private static final String TABLE = "/reading/sentences.tsv";
  private static final int LEAST = 340;

  @TestFactory
  List<DynamicTest> reads_the_claims_of() {
    return Examples.tests(
        TABLE,
        LEAST,
        row ->
            assertThat(Notation.of(Readers.READER.read(Readers.paragraph(row.get(0)))))
                .isEqualTo(row.get(1)));
  }

  @Test
  void the_examples_cover_every_kind_and_stage() {
    Set<String> words = new HashSet<>();
    for (List<String> row : Examples.rows(TABLE, LEAST)) {
      for (String claim : row.get(1).split(" ; ")) {
        words.addAll(
            Arrays.asList(claim.split(" ")).subList(0, Math.min(4, claim.split(" ").length)));
      }
    }
    assertThat(words)
        .containsAll(Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.toSet()))
        .containsAll(Arrays.stream(Stage.values()).map(Stage::code).collect(Collectors.toSet()))
        .contains("denied", "probable", "possible", "none");
  }
}
