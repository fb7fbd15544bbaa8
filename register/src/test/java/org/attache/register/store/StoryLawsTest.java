package org.attache.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attache.register.Invented;
import org.attache.register.Invented.Told;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which reports are one story does not depend on which of them came first. */
class StoryLawsTest {
  @TempDir Path folder;

  /** The story of each report with claims. */
  private Map<String, String> stories(String name, List<Told> reports) {
    try (Register register = Registers.empty(folder, name)) {
      reports.forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
      return stories(register);
    }
  }

  private static Map<String, String> stories(Register register) {
    Map<String, String> stories = new TreeMap<>();
    register
        .inquiry()
        .claims(Question.ALL)
        .forEach(held -> stories.put(held.origin().report(), held.origin().story()));
    return stories;
  }

  /** Reports with claims, of other texts and days. */
  private static List<Told> retold(long seed, List<String> texts, Random random) {
    List<Told> reports =
        Invented.reports(seed, 3 * texts.size()).stream()
            .filter(told -> !told.claims().isEmpty())
            .limit(texts.size())
            .toList();
    return IntStream.range(0, reports.size())
        .mapToObj(i -> retold(reports.get(i), texts.get(i), random))
        .toList();
  }

  private static Told retold(Told told, String text, Random random) {
    Arrival arrival = told.arrival();
    LocalDate day = LocalDate.of(2024, 3, 1).plusDays(random.nextInt(24));
    return new Told(
        new Arrival(
            new Report(
                arrival.report().outlet(),
                Optional.empty(),
                Optional.of(day),
                Optional.empty(),
                text),
            Optional.empty(),
            "en",
            true,
            arrival.retrieved(),
            arrival.name(),
            List.of()),
        told.claims());
  }

  private static String words(Random random, int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "word" + random.nextInt(100_000))
        .collect(Collectors.joining(" "));
  }

  /** Stories as papers print them: whole, cut to a few lines, and with lines of their own. */
  private static List<String> printed(Random random, int number) {
    List<String> stories =
        IntStream.range(0, 6).mapToObj(i -> words(random, 30 + random.nextInt(300))).toList();
    return IntStream.range(0, number)
        .mapToObj(
            i -> {
              List<String> story = List.of(stories.get(random.nextInt(6)).split(" "));
              int from = random.nextInt(1 + story.size() / 3);
              int to = Math.min(story.size(), from + 25 + random.nextInt(story.size()));
              return String.join(" ", story.subList(from, to))
                  + " "
                  + words(random, random.nextInt(40));
            })
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64, 65, 66, 67, 68})
  void any_order_of_reports_gives_the_same_stories(long seed) {
    Random random = new Random(seed);
    List<Told> reports = retold(seed, printed(random, 60), random);
    List<Told> shuffled = new ArrayList<>(reports);
    Collections.shuffle(shuffled, random);

    Map<String, String> inOrder = stories("in-order", reports);

    assertThat(inOrder).hasSizeGreaterThan(40);
    assertThat(inOrder.values().stream().distinct().count()).isBetween(2L, 50L);
    assertThat(stories("shuffled", shuffled)).isEqualTo(inOrder);
    assertThat(stories("reversed", reports.reversed())).isEqualTo(inOrder);
  }

  /** Each short text is a part of the long one, and has one sampled run or two. */
  @ParameterizedTest
  @ValueSource(longs = {71, 72, 73, 74})
  void a_few_lines_of_a_long_story_are_its_copy_whichever_came_first(long seed) {
    Random random = new Random(seed);
    List<String> whole = List.of(words(random, 400).split(" "));
    List<String> texts = new ArrayList<>();
    for (int from = 0; from + 26 <= whole.size(); from += 26) {
      texts.add(String.join(" ", whole.subList(from, from + 26)));
    }
    texts.add(String.join(" ", whole));
    List<Told> reports = retold(seed, texts, random);

    Map<String, String> shortFirst = stories("short-first", reports);

    assertThat(shortFirst).hasSize(texts.size());
    assertThat(shortFirst.values().stream().distinct().count()).isLessThan(texts.size());
    assertThat(stories("long-first", reports.reversed())).isEqualTo(shortFirst);
  }

  /** Reports that all end with the same words are compared with those that they are copies of. */
  @Test
  void what_many_reports_share_does_not_hide_a_copy() {
    Random random = new Random(81);
    String closing = words(random, 120);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 230; i++) {
      texts.add(words(random, 160) + " " + closing);
    }
    texts.add(texts.get(3) + " " + words(random, 10));
    List<Told> reports = retold(81, texts, random);

    Map<String, String> inOrder = stories("many", reports);

    assertThat(inOrder).hasSize(texts.size());
    assertThat(inOrder.values().stream().distinct().count()).isEqualTo(texts.size() - 1L);
    assertThat(stories("reversed", reports.reversed())).isEqualTo(inOrder);
  }
}
