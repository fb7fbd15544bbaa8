package org.attache.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.attache.fixture.Models;
import org.attache.lexicon.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hangs on what in sentences that the parser alone reads wrongly. */
class ParseRepairsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The US has accused Iran of sending drones to Russia. | drones | obj | sending
          The US has accused Iran of sending drones to Russia. | sending | advcl | accused
          The US has accused Iran of sending drones to Russia. | Russia | obl | sending
          Kyiv suspects Beijing of providing Moscow with maps. | providing | advcl | suspects
          Minsk was criticised for selling mortar shells to Serbia. | shells | obj | selling
          He spoke of exporting countries. | exporting | amod | countries
          The army now flies helicopters donated by Spain. | donated | acl | helicopters
          The army now flies helicopters donated by Spain. | helicopters | obj | flies
          Troops came with rifles and with trucks supplied by China. | supplied | acl | trucks
          Poland signed a deal with France to buy jets. | France | nmod | deal
          """)
  void hangs(String sentence, String word, String relation, String head) {
    Sentence read = Models.parse(sentence).sentences().getFirst();
    Token token =
        read.tokens().stream().filter(t -> t.text().equals(word)).findFirst().orElseThrow();

    assertThat(token.relation()).startsWith(relation);
    assertThat(read.token(token.head()).text()).isEqualTo(head);
  }

  /** Made of the words, tags and relations that the repairs look for, in any order. */
  @Test
  void leaves_a_tree_a_tree() {
    List<String> words =
        List.of("of", "sending", "drones", "by", "supplied", "after", "signed", "with", ",", "to");
    List<String> tags = List.of("IN", "VBG", "NNS", "VBN", "VBD", "VB", "NN", "RB", "JJ");
    List<String> relations =
        List.of("nsubj", "amod", "dep", "case", "mark", "obl", "xcomp", "compound", "obj");
    ParseRepairs repairs = new ParseRepairs(Tables.builtIn());
    Random random = new Random(7);
    int mended = 0;
    for (int round = 0; round < 20_000; round++) {
      int size = 4 + random.nextInt(6);
      int[] heads = randomTree(size, random);
      ParseRepairs.Tree tree =
          new ParseRepairs.Tree(
              drawn(words, size, random),
              drawn(tags, size, random),
              IntStream.range(0, size).mapToObj(i -> i % 2 == 0 ? "send" : "drone").toList(),
              heads,
              drawn(relations, size, random).toArray(String[]::new));
      int[] before = heads.clone();
      repairs.mend(tree);
      mended += Arrays.equals(before, heads) ? 0 : 1;
      for (int word = 0; word < size; word++) {
        int steps = 0;
        for (int at = word; at >= 0 && steps <= size; at = heads[at]) {
          steps++;
        }
        assertThat(steps)
            .as("steps to the root of %s", Arrays.toString(heads))
            .isLessThanOrEqualTo(size);
      }
    }
    assertThat(mended).isPositive();
  }

  private static List<String> drawn(List<String> from, int size, Random random) {
    return IntStream.range(0, size).mapToObj(i -> from.get(random.nextInt(from.size()))).toList();
  }

  /** Each word in turn, in a random order, hangs on one of those before it. */
  private static int[] randomTree(int size, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, random);
    int[] heads = new int[size];
    for (int i = 0; i < size; i++) {
      heads[order.get(i)] = i == 0 ? -1 : order.get(random.nextInt(i));
    }
    return heads;
  }
}
