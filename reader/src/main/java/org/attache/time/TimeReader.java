package org.attache.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.lexicon.Tables;

/**
 * Reads the times of a sentence as newspapers write them, words of all kinds resolved against the
 * day of publication, the tense and the times read before.
 *
 * <p>Holds only tables, and may be used from several threads.
 */
public final class TimeReader {
  private final TimeWords lexicon;
  private final UnusualTimeReader unusual;

  /** A reader that goes by the tables "time-words", "time-frames", "time-vague" and "numbers". */
  public TimeReader(Tables tables) {
    lexicon = new TimeWords(tables);
    unusual = new UnusualTimeReader();
  }

  /**
   * The times of a sentence, the tense taken from its parse.
   *
   * @param sentence the sentence
   * @param published the day of publication; without it relative times have no days
   * @param reference the time read last before this sentence, which "that month" points back to
   */
  public List<TimeMention> read(
      Sentence sentence, Optional<LocalDate> published, Optional<Interval> reference) {
    TenseReader tense = new TenseReader(sentence, lexicon);
    return read(sentence, published, reference, tense::future);
  }

  /**
   * The times of a sentence, in order, none overlapping another.
   *
   * @param sentence the sentence
   * @param published the day of publication; without it relative times have no days
   * @param reference the time read last before this sentence, which "that month" points back to
   * @param future whether the sentence tells what lies ahead
   */
  public List<TimeMention> read(
      Sentence sentence,
      Optional<LocalDate> published,
      Optional<Interval> reference,
      boolean future) {
    return read(sentence, published, reference, (int token) -> future);
  }

  /**
   * The times of a sentence, in order, none overlapping another.
   *
   * @param sentence the sentence
   * @param published the day of publication; without it relative times have no days
   * @param reference the time read last before this sentence, which "that month" points back to
   * @param futureAt whether the verb that governs a token tells what lies ahead
   */
  public List<TimeMention> read(
      Sentence sentence,
      Optional<LocalDate> published,
      Optional<Interval> reference,
      IntPredicate futureAt) {
    TenseReader tense = new TenseReader(sentence, lexicon);
    Phrase phrase =
        Phrase.of(
            sentence.tokens().stream().map(token -> word(sentence, token, tense)).toList(),
            lexicon);
    Clock clock =
        new Clock(
            published,
            reference,
            at -> futureAt.test(Math.max(0, phrase.word(at).token())),
            at -> phrase.word(at).past());
    List<TimeMention> mentions = scan(sentence, phrase, clock);
    return unusual.complete(mentions, sentence, published, lexicon);
  }

  private List<TimeMention> scan(Sentence sentence, Phrase phrase, Clock clock) {
    Frames frames = new Frames(phrase, lexicon, clock);
    List<TimeMention> mentions = new ArrayList<>();
    int at = 0;
    while (at < phrase.size()) {
      Optional<Frames.Bounded> found =
          lexicon.begins(phrase.lower(at)) ? frames.parse(at) : Optional.empty();
      if (found.isEmpty()) {
        at++;
      } else if (!found.get().possible()) {
        at = found.get().to();
      } else {
        add(at, found.get(), sentence, phrase, clock, mentions);
        at = next(found.get(), frames, sentence, phrase, clock, mentions);
      }
    }
    return mentions;
  }

  /** Reads on through "in 2014, 2016 and 2019", where only the first has its preposition. */
  private int next(
      Frames.Bounded first,
      Frames frames,
      Sentence sentence,
      Phrase phrase,
      Clock clock,
      List<TimeMention> mentions) {
    Frames.Bounded before = first;
    while (before.grain() != Grain.SPAN) {
      int link = before.to();
      int start = phrase.is(link, ",") && phrase.is(link + 1, "and", "or") ? link + 2 : link + 1;
      Optional<Frames.Bounded> found =
          phrase.is(link, "and", "or", ",") ? frames.parseNext(start, before) : Optional.empty();
      if (found.isEmpty() || !found.get().possible()) {
        return before.to();
      }
      add(start, found.get(), sentence, phrase, clock, mentions);
      before = found.get();
    }
    return before.to();
  }

  private static void add(
      int at,
      Frames.Bounded found,
      Sentence sentence,
      Phrase phrase,
      Clock clock,
      List<TimeMention> mentions) {
    int from = phrase.word(at).token();
    int to = phrase.word(found.to() - 1).token() + 1;
    Interval interval = new Interval(found.from(), found.last(), text(sentence, from, to));
    mentions.add(new TimeMention(from, to, interval));
    clock.remember(interval);
  }

  /** The words as the report spaces them. */
  static String text(Sentence sentence, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token token = sentence.token(i);
      if (i > from && sentence.token(i - 1).end() < token.start()) {
        text.append(' ');
      }
      text.append(token.text());
    }
    return text.toString();
  }

  private static Phrase.Word word(Sentence sentence, Token token, TenseReader tense) {
    return new Phrase.Word(
        token.text(),
        token.lower(),
        token.tag(),
        token.lemma(),
        token.index(),
        token.is("nummod") && token.head() > token.index(),
        token.is("nmod") && token.head() >= 0 && sentence.token(token.head()).isNoun(),
        tense.past(token.index()));
  }
}
