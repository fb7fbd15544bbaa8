package org.attache.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.attache.fixture.Models;
import org.attache.language.Language;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.lexicon.Tables;
import org.attache.report.Block;
import org.attache.report.Report;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TimeReaderTest {
  private static Language language;
  private static TimeReader reader;

  private record Case(String sentence, String published, boolean future) {}

  @BeforeAll
  static void load() {
    language = Models.LANGUAGE;
    reader = new TimeReader(Tables.builtIn());
  }

  @TestFactory
  List<DynamicTest> reads_the_times_of() throws IOException {
    Map<Case, List<String>> cases = cases();
    assertThat(cases).hasSizeGreaterThan(90);
    return cases.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey().sentence(),
                    () -> assertThat(times(entry.getKey())).isEqualTo(entry.getValue())))
        .toList();
  }

  @Test
  void times_point_back_over_the_end_of_a_sentence() {
    Optional<Interval> signed =
        Optional.of(
            Interval.of(LocalDate.of(2021, 2, 1), LocalDate.of(2021, 2, 28), "in February 2021"));

    List<TimeMention> times =
        reader.read(
            parse("The same month it paid the first rate."), day("2024-08-10"), signed, false);

    assertThat(times)
        .extracting(TimeMention::interval)
        .containsExactly(
            Interval.of(LocalDate.of(2021, 2, 1), LocalDate.of(2021, 2, 28), "The same month"));
  }

  @Test
  void the_tense_comes_from_the_verb_where_nobody_gives_it() {
    assertThat(tenses("The ship arrived in November.")).containsExactly("2024-11-01");
    assertThat(tenses("The ship will arrive in November.")).containsExactly("2025-11-01");
    assertThat(tenses("The ship is expected to arrive in November.")).containsExactly("2025-11-01");
  }

  @Test
  void a_span_covers_the_preposition_and_nothing_more() {
    Sentence sentence = parse("It bought four boats in March 2024, the ministry said.");

    TimeMention time = reader.read(sentence, day("2025-06-11"), Optional.empty(), false).getFirst();

    assertThat(sentence.words(time.from(), time.to())).isEqualTo("in March 2024");
  }

  @Test
  void the_future_may_differ_from_place_to_place() {
    Sentence sentence = parse("It ordered six boats in May and will get the first in October.");
    int will = sentence.words(0, sentence.size()).split(" will ")[0].split(" ").length;

    List<TimeMention> times =
        reader.read(sentence, day("2025-06-11"), Optional.empty(), token -> token > will);

    assertThat(times)
        .extracting(time -> time.interval().from().orElseThrow())
        .containsExactly(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 10, 1));
  }

  @Test
  void no_heap_of_time_words_breaks_or_stalls_the_reader() {
    long seed = 20250611;
    Random random = new Random(seed);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 2_000; i++) {
            Sentence heap = heap(random, i % 40 == 0 ? 160 : 14);
            reader.read(heap, day("2024-02-29"), Optional.empty(), random.nextBoolean());
            reader.read(heap, Optional.empty(), Optional.empty(), random.nextBoolean());
          }
        },
        "seed " + seed);
  }

  private static Sentence heap(Random random, int length) {
    String[] words =
        ("in on by since until from to between and the early late mid end of first last next this"
                + " that same year month week 2024 2000 2100 March May Monday Q3 half quarter , 's -"
                + " two years ago later before after 31 30 June February not at least spring fiscal"
                + " FY 1990s mid-2024 2020-22 ( century Christmas")
            .split(" ");
    String[] tags = {"IN", "DT", "NN", "NNS", "NNP", "CD", "JJ", "VBD", "VBZ", "VBG"};
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < length; i++) {
      String word = words[random.nextInt(words.length)];
      String tag = tags[random.nextInt(tags.length)];
      int head = i == 0 ? -1 : random.nextInt(i);
      tokens.add(new Token(i, word, word, tag, at, at + word.length(), head, "nmod"));
      at += word.length() + 1;
    }
    return new Sentence(0, 0, tokens);
  }

  private static List<String> times(Case given) {
    List<String> times = new ArrayList<>();
    Optional<Interval> reference = Optional.empty();
    for (Sentence sentence : sentences(given.sentence())) {
      for (TimeMention time :
          reader.read(sentence, day(given.published()), reference, given.future())) {
        reference = Optional.of(time.interval());
        times.add(written(time.interval()));
      }
    }
    return times;
  }

  private static List<String> tenses(String sentence) {
    return reader.read(parse(sentence), day("2025-06-11"), Optional.empty()).stream()
        .map(time -> time.interval().from().map(LocalDate::toString).orElse(""))
        .toList();
  }

  private static String written(Interval interval) {
    return interval.text()
        + " | "
        + interval.from().map(LocalDate::toString).orElse("")
        + " | "
        + interval.to().map(LocalDate::toString).orElse("");
  }

  private static Optional<LocalDate> day(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  private static Sentence parse(String text) {
    return sentences(text).getFirst();
  }

  private static List<Sentence> sentences(String text) {
    Report report = new Report("Test", Optional.empty(), Optional.empty(), Optional.empty(), text);
    List<Block> blocks = List.of(new Block(Block.Kind.BODY, 0, text.length()));
    return language.parse(report, blocks, block -> true).sentences();
  }

  private static Map<Case, List<String>> cases() throws IOException {
    Map<Case, List<String>> cases = new LinkedHashMap<>();
    try (InputStream in = TimeReaderTest.class.getResourceAsStream("/time/times.tsv")) {
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      table.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> add(line, cases));
    }
    return cases;
  }

  private static void add(String line, Map<Case, List<String>> cases) {
    String[] cells = line.split("\t", -1);
    assertThat(cells).as(line).hasSize(6);
    List<String> times =
        cases.computeIfAbsent(
            new Case(cells[0], cells[1], cells[2].equals("yes")), _ -> new ArrayList<>());
    if (!cells[3].equals("none")) {
      times.add(cells[3] + " | " + cells[4] + " | " + cells[5]);
    }
  }
}
