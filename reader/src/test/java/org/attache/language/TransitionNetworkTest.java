package org.attache.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scores in single precision decide nothing that exact ones would decide otherwise. */
class TransitionNetworkTest {
  private static final int TIMES = 3000;
  private static final int WORDS = 18;
  private static final int RELATIONS = 36;
  private static final int ALL = 48;

  private final TransitionModel model =
      TransitionModel.load("edu/stanford/nlp/models/parser/nndep/english_UD.gz");
  private final TransitionNetwork network = new TransitionNetwork(model);
  private final TransitionNetwork.Sheet sheet = network.new Sheet();

  @Test
  void the_best_transition_is_that_of_the_highest_exact_score() {
    List<Integer> words = new ArrayList<>(model.words().values());
    List<Integer> tags = new ArrayList<>(model.tags().values());
    for (int seed = 0; seed < TIMES; seed++) {
      Random random = new Random(seed);
      int[] input = new int[ALL];
      for (int place = 0; place < ALL; place++) {
        input[place] =
            place < WORDS
                ? words.get(random.nextInt(words.size()))
                : place < RELATIONS
                    ? tags.get(random.nextInt(tags.size()))
                    : model.nullRelation() + random.nextInt(model.relations().size() + 1);
      }
      BitSet allowed = allowed(random);
      int best = network.best(input, allowed, sheet);
      network.score(input, sheet);
      assertThat(best).as("seed %d", seed).isEqualTo(highest(sheet.scores, allowed));
    }
  }

  /** Any but none: the fewer, the nearer to each other may be what is left. */
  private BitSet allowed(Random random) {
    BitSet allowed = new BitSet();
    while (allowed.isEmpty()) {
      for (int i = 0; i < model.relations().size() * 2 + 1; i++) {
        allowed.set(i, random.nextInt(3) > 0);
      }
    }
    return allowed;
  }

  private static int highest(double[] scores, BitSet allowed) {
    return allowed.stream().reduce((a, b) -> scores[b] > scores[a] ? b : a).orElseThrow();
  }
}
