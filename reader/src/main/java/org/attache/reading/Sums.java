package org.attache.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attache.dealing.DealingKind;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.Mentions;
import org.attache.money.MoneyReader;

/** Gives each sum that a report names to the dealing that it pays for. */
final class Sums {
  /** How far a sum may stand from the sum in brackets that says it again. */
  private static final int WIDEST_GAP = 12;

  private final List<Mentions> mentions;

  Sums(List<Mentions> mentions) {
    this.mentions = mentions;
  }

  /** Prices the drafts of one sentence, of which each stands for a claim. */
  void price(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    drafts.forEach(d -> d.value = Optional.empty());
    List<Draft> payable = drafts.stream().filter(Sums::isPayable).toList();
    Sentence sentence = drafts.getFirst().sentence;
    Optional<MoneyReader.Sum> before = Optional.empty();
    for (MoneyReader.Sum sum : mentions.get(sentence.number()).sums()) {
      if (!sum.each() && before.filter(b -> isConversion(sentence, b, sum)).isEmpty()) {
        owner(sentence, sum, payable)
            .filter(d -> d.value.isEmpty())
            .ifPresent(d -> d.value = Optional.of(sum.value()));
      }
      before = Optional.of(sum);
    }
  }

  /** The first sum of a sentence that is no price of one piece. */
  Optional<MoneyReader.Sum> first(Sentence sentence) {
    return mentions.get(sentence.number()).sums().stream().filter(s -> !s.each()).findFirst();
  }

  /** Whether a draft is of a kind that is paid for. */
  static boolean isPayable(Draft draft) {
    return draft.kind != DealingKind.RELATIONS && draft.kind != DealingKind.RESTRICTION;
  }

  /** "CAD 116 million (USD 87 million)": the same sum again. */
  private static boolean isConversion(
      Sentence sentence, MoneyReader.Sum before, MoneyReader.Sum sum) {
    int gapFrom = before.end();
    int gapTo = sum.start();
    return gapTo > gapFrom
        && gapTo - gapFrom <= WIDEST_GAP
        && sentence.text(gapFrom, gapTo).matches("\\s*[(\\[].*");
  }

  private static Optional<Draft> owner(Sentence sentence, MoneyReader.Sum sum, List<Draft> drafts) {
    int from = tokenAt(sentence, sum.start());
    int to = tokenAt(sentence, sum.end() - 1) + 1;
    return Ownership.byParse(sentence, from, to, drafts)
        .or(
            () ->
                drafts.stream()
                    .filter(d -> !isBehindAnother(sentence, d, from))
                    .min(Comparator.comparingInt(d -> Ownership.distance(d, from, to))));
  }

  /** "…, and the United States approved a $634 million upgrade": another clause's act and sum. */
  private static boolean isBehindAnother(Sentence sentence, Draft draft, int sum) {
    return draft.dealingWords.stream()
        .anyMatch(
            at ->
                at >= draft.to
                    && at < sum
                    && sentence.token(at).isVerb()
                    && !sentence.children(at, "nsubj").isEmpty());
  }

  private static int tokenAt(Sentence sentence, int offset) {
    return sentence.tokens().stream()
        .filter(t -> t.end() > offset)
        .findFirst()
        .map(Token::index)
        .orElse(sentence.size() - 1);
  }
}
