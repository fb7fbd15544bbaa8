package org.attache.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final int INSTANCES = 90;
  private static final int REPORTS = 9;

  @Test
  void a_choice_follows_what_the_right_ones_have_in_common() {
    LinearModel model = Learner.ofChoices().learn(choices());
    assertThat(model.weights().get("subject")).isPositive();
    assertThat(model.weights().get("far")).isNegative();
    assertThat(model.best(choices().getFirst())).isEqualTo(1);
  }

  @Test
  void a_verdict_follows_what_claims_have_in_common() {
    LinearModel model = Learner.ofVerdicts("always").learn(verdicts());
    assertThat(model.score(List.of("always", "typed"))).isPositive();
    assertThat(model.score(List.of("always", "vague"))).isNegative();
    assertThat(model.weights()).containsKey("always");
  }

  @Test
  void rare_features_are_left_out() {
    List<Instance> instances = verdicts();
    instances.add(Instance.yesOrNo(0, List.of("always", "typed", "hapax"), true));
    assertThat(Learner.ofVerdicts("always").learn(instances).weights())
        .containsKey("typed")
        .doesNotContainKey("hapax");
  }

  @Test
  void the_same_instances_make_the_same_table() {
    assertThat(WeightsTable.SIDES.text(Learner.ofChoices().learn(choices()), "choices"))
        .isEqualTo(WeightsTable.SIDES.text(Learner.ofChoices().learn(choices()), "choices"));
    assertThat(WeightsTable.DRAFTS.text(Learner.ofVerdicts("always").learn(verdicts()), "drafts"))
        .isEqualTo(
            WeightsTable.DRAFTS.text(Learner.ofVerdicts("always").learn(verdicts()), "drafts"));
  }

  @Test
  void nothing_weighs_where_all_answers_are_the_same() {
    List<Instance> yes = verdicts().stream().filter(Instance::yes).toList();
    assertThat(Learner.ofVerdicts("always").learn(yes).weights()).isEmpty();
  }

  @Test
  void an_instance_is_judged_by_a_model_that_has_not_seen_its_report() {
    Learner remembering =
        instances -> {
          Map<String, Double> seen = new HashMap<>();
          instances.forEach(i -> seen.put("report " + i.report(), 1.0));
          return new LinearModel(seen);
        };
    List<CrossValidation.Judged> judged = CrossValidation.judge(remembering, verdicts(), REPORTS);
    assertThat(judged)
        .hasSize(INSTANCES)
        .allSatisfy(
            one ->
                assertThat(one.model().weights())
                    .isNotEmpty()
                    .doesNotContainKey("report " + one.instance().report()));
  }

  @Test
  void the_accuracy_is_the_share_of_right_choices() {
    LinearModel first = new LinearModel(Map.of());
    Instance right = new Instance(0, List.of(List.of("a"), List.of("b")), Set.of(0));
    Instance wrong = new Instance(0, List.of(List.of("a"), List.of("b")), Set.of(1));
    assertThat(
            CrossValidation.accuracy(
                List.of(
                    new CrossValidation.Judged(right, first),
                    new CrossValidation.Judged(wrong, first))))
        .isEqualTo(0.5);
  }

  @Test
  void the_best_threshold_lets_in_what_pays() {
    LinearModel model = new LinearModel(Map.of("good", 1.0, "bad", -1.0));
    List<CrossValidation.Judged> judged = new ArrayList<>();
    for (boolean yes : new boolean[] {true, true, false}) {
      judged.add(new CrossValidation.Judged(Instance.yesOrNo(0, List.of("bad"), yes), model));
    }
    assertThat(Threshold.at(0, judged).f1()).isZero();
    assertThat(Threshold.best(judged)).isEqualTo(new Threshold(-1.1, 2.0 / 3, 1));
  }

  /** Three candidates, of whom the second is right: it is the subject, the third is far. */
  private static List<Instance> choices() {
    List<Instance> choices = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < INSTANCES; i++) {
      String noise = "noise " + random.nextInt(5);
      choices.add(
          new Instance(
              i % REPORTS,
              List.of(List.of("open", noise), List.of("subject", noise), List.of("far")),
              Set.of(1)));
    }
    return choices;
  }

  private static List<Instance> verdicts() {
    List<Instance> verdicts = new ArrayList<>();
    for (int i = 0; i < INSTANCES; i++) {
      boolean typed = i % 2 == 0;
      verdicts.add(
          Instance.yesOrNo(
              i % REPORTS, List.of("always", typed ? "typed" : "vague", "word " + i % 7), typed));
    }
    return verdicts;
  }
}
