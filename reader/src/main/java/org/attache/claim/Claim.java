package org.attache.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.attache.equipment.Item;
import org.attache.money.Value;
import org.attache.party.Party;
import org.attache.source.Source;
import org.attache.time.Interval;

/**
 * One assertion, made by one source in one report, that a dealing stands at a stage.
 *
 * @param kind what is said of the sides
 * @param stage how far the dealing has got
 * @param polarity whether the source affirms or denies it
 * @param certainty how sure the source presents itself to be
 * @param supplier who hands over, for directed kinds
 * @param recipient who gets, for directed kinds
 * @param participants the sides, for the other kinds
 * @param items what it is about
 * @param value what it is worth
 * @param when the time of the stage
 * @param withheld what the source does not disclose
 * @param attribution the chain of sources, the publishing outlet first, the one who asserts last
 * @param evidence where the report says it, in the order of the text
 * @param grounds the rules and lexicon rows that made it
 */
public record Claim(
    Kind kind,
    Stage stage,
    Polarity polarity,
    Certainty certainty,
    Optional<Party> supplier,
    Optional<Party> recipient,
    List<Party> participants,
    List<Item> items,
    Optional<Value> value,
    Optional<Interval> when,
    Set<Withheld> withheld,
    List<Source> attribution,
    List<Evidence> evidence,
    List<String> grounds) {

  /** Refuses a claim without evidence, without an outlet, or with sides of both sorts. */
  public Claim {
    participants = List.copyOf(participants);
    items = List.copyOf(items);
    withheld = java.util.Collections.unmodifiableSet(new TreeSet<>(withheld));
    attribution = List.copyOf(attribution);
    evidence = List.copyOf(evidence);
    grounds = List.copyOf(grounds);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a claim needs evidence");
    }
    if (attribution.isEmpty() || attribution.getFirst().type() != Source.Type.OUTLET) {
      throw new IllegalArgumentException("a chain of sources starts with the outlet");
    }
    if (!participants.isEmpty() && (supplier.isPresent() || recipient.isPresent())) {
      throw new IllegalArgumentException(
          "a claim has either participants or supplier and recipient");
    }
  }

  /** The same claim with further places where the report says it; none within another. */
  public Claim withEvidence(List<Evidence> further) {
    return new Claim(
        kind,
        stage,
        polarity,
        certainty,
        supplier,
        recipient,
        participants,
        items,
        value,
        when,
        withheld,
        attribution,
        Evidence.joined(evidence, further),
        grounds);
  }

  /** The one who asserts: the last link of the chain. */
  public Source asserter() {
    return attribution.getLast();
  }
}
