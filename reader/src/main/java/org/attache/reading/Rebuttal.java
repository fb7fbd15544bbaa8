package org.attache.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attache.claim.Polarity;
import org.attache.dealing.DealingKind;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.Mentions;
import org.attache.mention.PartyMention;
import org.attache.party.Party;
import org.attache.party.PartyName;
import org.attache.source.Source;

/**
 * Accusation and denial in one breath: "…, a charge that Tehran denies", "…, which Kigali has
 * rejected". What was said before is denied by whoever is named there.
 */
final class Rebuttal {
  private static final int LONGEST = 9;

  private final List<Mentions> mentions;
  private final Words words;

  Rebuttal(List<Mentions> mentions, Words words) {
    this.mentions = mentions;
    this.words = words;
  }

  /**
   * A dealing denied and by whom.
   *
   * @param draft the dealing as its denial has it
   * @param source who denies it
   */
  record Denial(Draft draft, Source source) {}

  /** The denials of what these drafts of a report say. */
  List<Denial> denials(List<Draft> accepted) {
    List<Denial> denials = new ArrayList<>();
    for (Draft draft : accepted) {
      boolean deniable =
          draft.polarity == Polarity.ASSERTED
              && Stream.of(DealingKind.TRANSFER, DealingKind.ANY, DealingKind.SERVICE)
                  .anyMatch(draft.kind::equals);
      if (deniable) {
        rebuttal(draft).ifPresent(denials::add);
      }
    }
    return denials;
  }

  private Optional<Denial> rebuttal(Draft draft) {
    Sentence sentence = draft.sentence;
    for (int comma = draft.trigger.to(); comma + 2 < sentence.size(); comma++) {
      if (sentence.token(comma).text().equals(",") && takesUp(sentence, comma + 1)) {
        Optional<Denial> denial = denied(draft, comma);
        if (denial.isPresent()) {
          return denial;
        }
      }
    }
    return Optional.empty();
  }

  /** "A charge", "an accusation", or "which" alone. */
  private boolean takesUp(Sentence sentence, int at) {
    Token first = sentence.token(at);
    int noun = first.tag().equals("DT") ? at + 1 : at;
    while (noun + 1 < sentence.size() && sentence.token(noun).tag().startsWith("JJ")) {
      noun++;
    }
    return first.lower().equals("which") || words.isReport(sentence.token(noun).lemma());
  }

  private Optional<Denial> denied(Draft draft, int comma) {
    Sentence sentence = draft.sentence;
    Optional<PartyMention> denier = Optional.empty();
    for (int i = comma + 1; i < Math.min(sentence.size(), comma + LONGEST); i++) {
      int here = i;
      Token token = sentence.token(i);
      if (denier.isEmpty()) {
        denier =
            mentions.get(sentence.number()).parties().stream()
                .filter(p -> p.from() == here && p.form() != PartyName.Form.ADJECTIVE)
                .findFirst();
        if (token.isVerb() && denier.isEmpty()) {
          return Optional.empty();
        }
        continue;
      }
      boolean denies = token.isVerb() && words.rebuts(token.lemma());
      if (denies) {
        return ends(sentence, i)
            ? Optional.of(denial(draft, comma, i, denier.get()))
            : Optional.empty();
      }
      if (token.isNoun() && i >= denier.get().to() || token.text().equals(",")) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether the verb has nothing behind it that it denies instead. */
  private static boolean ends(Sentence sentence, int verb) {
    return verb + 1 >= sentence.size()
        || sentence.token(verb + 1).text().matches("[.,;:]|and|as|but|in|on|when|while");
  }

  private static Denial denial(Draft draft, int comma, int verb, PartyMention denier) {
    Sentence sentence = draft.sentence;
    Draft denied = draft.copy();
    denied.polarity = Polarity.DENIED;
    denied.from = comma + 1;
    denied.to = verb + 1;
    denied.when = Optional.empty();
    denied.grounds.add("denied in the same breath");
    Party party = denier.party();
    return new Denial(
        denied,
        new Source(
            Source.Type.BODY,
            Optional.of(sentence.words(denier.from(), denier.to())),
            Optional.empty(),
            party.state(),
            Optional.of(sentence.token(verb).text()),
            Optional.of(Source.Manner.INDIRECT),
            Optional.empty()));
  }
}
