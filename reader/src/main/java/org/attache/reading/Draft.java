package org.attache.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attache.claim.Certainty;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.language.Sentence;
import org.attache.mention.ItemMention;
import org.attache.money.Value;
import org.attache.party.Party;
import org.attache.quantity.Quantity;

/**
 * A claim in the making: what one clause says of a dealing, before the rest of the report fills it
 * in.
 */
final class Draft {
  final Sentence sentence;
  final Trigger trigger;
  DealingKind kind = DealingKind.ANY;
  Optional<Stage> stage = Optional.empty();
  Polarity polarity = Polarity.ASSERTED;
  Certainty certainty = Certainty.CERTAIN;
  final Set<Party> suppliers = new LinkedHashSet<>();
  final Set<Party> recipients = new LinkedHashSet<>();
  final Set<Party> partners = new LinkedHashSet<>();

  /** Those with whom one side stands in relations of its own with each: "ties with A, B and C". */
  final Set<Party> each = new LinkedHashSet<>();

  /** Sides of which the clause does not say which they are. */
  final Set<Party> sides = new LinkedHashSet<>();

  /** Those of the sides from whom something comes: "an order from". */
  final Set<Party> origins = new LinkedHashSet<>();

  /** Those of the sides who do something, with whomsoever: who signs a contract. */
  final Set<Party> signers = new LinkedHashSet<>();

  /** Those of the sides with whom something is done: "a contract with". */
  final Set<Party> companions = new LinkedHashSet<>();

  /** Who permits or forbids: the supplier where no other is known. */
  final Set<Party> approvers = new LinkedHashSet<>();

  /** Who acts on the dealing from outside ("broke the ban", "stopped the sale"): no recipient. */
  final Set<Party> bystanders = new LinkedHashSet<>();

  /** Words that only point back to the side in a role ("it", "the kingdom"), by their token. */
  final java.util.Map<org.attache.dealing.Role, Integer> pointers =
      new java.util.EnumMap<>(org.attache.dealing.Role.class);

  /** Whether the trigger only says that a thing is in service: "flies", "commissioned". */
  boolean inService;

  /** Whether who gets the thing is of the state that supplies it. */
  boolean domestic;

  /** Whether a body signs that is named without its state: "the defence ministry". */
  boolean bodySigns;

  /** Whether words of dealings stand above the trigger. */
  boolean underOthers;

  /** The stage that a noun of the chain gave, which light verbs leave as it is. */
  Optional<Stage> stageOfNoun = Optional.empty();

  /** Whether the delivery is still to come. */
  boolean ahead;

  /** Whether the delivery may come. */
  boolean perhaps;

  /**
   * The verb that says how far what a noun names by its way has got ("bought in a deal"), and the
   * words above it.
   */
  final List<Trigger> carrier = new ArrayList<>();

  final List<ItemMention> items = new ArrayList<>();

  /** Whether an item is pointed at that another sentence names ("three of them", "the jets"). */
  boolean pointsBack;

  Optional<Quantity> pointedQuantity = Optional.empty();
  Optional<Value> value = Optional.empty();
  Optional<org.attache.time.Interval> when = Optional.empty();
  final Set<org.attache.claim.Withheld> withheld = new java.util.TreeSet<>();

  /** Where the words of dealings of the sentence stand. */
  final Set<Integer> dealingWords = new java.util.HashSet<>();

  /** Whether the sentence speaks of a contract. */
  boolean underContract;

  /** Whether it is to come under a deal that the sentence speaks of. */
  boolean underDeal;

  /** Where the words above the trigger stand. */
  final Set<Integer> wordsAbove = new java.util.HashSet<>();

  int from;
  int to;

  /** How clearly what the clause leaves out was found elsewhere. */
  final Set<String> doubts = new LinkedHashSet<>();

  final List<String> grounds = new ArrayList<>();

  Draft(Sentence sentence, Trigger trigger) {
    this.sentence = sentence;
    this.trigger = trigger;
    from = trigger.from();
    to = trigger.to();
  }

  /** Another draft that says the same so far. */
  Draft copy() {
    return movedTo(sentence, trigger);
  }

  /** Another draft that says the same at another place. */
  Draft movedTo(Sentence other, Trigger there) {
    Draft copy = new Draft(other, there);
    copy.kind = kind;
    copy.stage = stage;
    copy.polarity = polarity;
    copy.certainty = certainty;
    copy.suppliers.addAll(suppliers);
    copy.recipients.addAll(recipients);
    copy.partners.addAll(partners);
    copy.each.addAll(each);
    copy.sides.addAll(sides);
    copy.origins.addAll(origins);
    copy.companions.addAll(companions);
    copy.approvers.addAll(approvers);
    copy.bystanders.addAll(bystanders);
    copy.pointers.putAll(pointers);
    copy.inService = inService;
    copy.domestic = domestic;
    copy.bodySigns = bodySigns;
    copy.underOthers = underOthers;
    copy.stageOfNoun = stageOfNoun;
    copy.ahead = ahead;
    copy.perhaps = perhaps;
    copy.carrier.addAll(carrier);
    copy.items.addAll(items);
    copy.pointsBack = pointsBack;
    copy.pointedQuantity = pointedQuantity;
    copy.value = value;
    copy.when = when;
    copy.withheld.addAll(withheld);
    copy.dealingWords.addAll(dealingWords);
    copy.underContract = underContract;
    copy.underDeal = underDeal;
    copy.wordsAbove.addAll(wordsAbove);
    copy.from = from;
    copy.to = to;
    copy.doubts.addAll(doubts);
    copy.grounds.addAll(grounds);
    return copy;
  }

  /** Widens the evidence so that it takes in these tokens. */
  void cover(int first, int afterLast) {
    from = Math.min(from, first);
    to = Math.max(to, afterLast);
  }

  int start() {
    return sentence.token(from).start();
  }

  int end() {
    return sentence.token(to - 1).end();
  }

  boolean knowsSides() {
    return !suppliers.isEmpty() || !recipients.isEmpty() || !partners.isEmpty() || !sides.isEmpty();
  }

  @Override
  public String toString() {
    return kind
        + " "
        + stage.map(Stage::code).orElse("-")
        + " "
        + polarity
        + " "
        + certainty
        + " S"
        + names(suppliers)
        + " R"
        + names(recipients)
        + " P"
        + names(partners)
        + " ?"
        + names(sides)
        + " "
        + items.stream().map(ItemMention::text).toList()
        + (pointsBack ? " <-" + pointedQuantity : "")
        + " "
        + grounds;
  }

  private static List<String> names(Set<Party> parties) {
    return parties.stream().map(p -> p.state().orElse(p.name())).toList();
  }
}
