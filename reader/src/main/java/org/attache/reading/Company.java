package org.attache.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.attache.mention.ItemMention;
import org.attache.mention.Mentions;
import org.attache.mention.PartyMention;
import org.attache.party.Party;

/**
 * What the other drafts of a report say of one: whether it repeats them, stands beside a better one
 * in its sentence, or turns a dealing round that all others tell the other way.
 */
final class Company {
  /** Where there are fewer drafts, that none repeats another says nothing against them. */
  private static final int FEW = 4;

  private final List<Draft> whole;
  private final Set<Party> inTitle;
  private final Set<String> titleItems;
  private final List<Mentions> mentions;
  private final String arms;
  private final String states;

  /**
   * The company of a report's drafts.
   *
   * @param whole all drafts that may be claims, completed, in the order of the text
   * @param inTitle the parties of the headline
   * @param titleItems keys of the items of the headline
   * @param mentions what each sentence of the report mentions
   */
  Company(List<Draft> whole, Set<Party> inTitle, Set<String> titleItems, List<Mentions> mentions) {
    this.whole = List.copyOf(whole);
    this.inTitle = Set.copyOf(inTitle);
    this.titleItems = Set.copyOf(titleItems);
    this.mentions = List.copyOf(mentions);
    arms = arms(mentions);
    states = states(mentions);
  }

  /** How many states a report names: a dealing hardly ever has one side alone. */
  private static String states(List<Mentions> mentions) {
    long named =
        mentions.stream()
            .flatMap(m -> m.parties().stream())
            .flatMap(m -> m.party().state().stream())
            .distinct()
            .count();
    return named > 4 ? "many states" : named > 2 ? "some states" : named + " states";
  }

  /** How much of a report is about arms at all: election news is not, though it names states. */
  private static String arms(List<Mentions> mentions) {
    long armed =
        mentions.stream().filter(m -> m.items().stream().anyMatch(ItemMention::isArms)).count();
    double share = mentions.isEmpty() ? 0 : (double) armed / mentions.size();
    return armed == 0
        ? "without arms"
        : share < 0.1 ? "with hardly any arms" : share < 0.3 ? "with some arms" : "on arms";
  }

  /** Whether a fair part of the report is about arms. */
  boolean isOnArms() {
    return arms.equals("with some arms") || arms.equals("on arms");
  }

  /**
   * Whether the sentence of a draft names its two sides and nobody else, though not at the places
   * of its words: "the group has approved the transfer of guns from stocks of the Spanish army to
   * the army of Chad".
   */
  boolean namesJustBoth(Draft draft) {
    Set<Party> sides = Discourse.allSides(draft);
    List<Party> here =
        mentions.get(draft.sentence.number()).parties().stream().map(PartyMention::party).toList();
    return sides.size() == 2
        && sides.stream().allMatch(side -> here.stream().anyMatch(side::sameSide))
        && here.stream().allMatch(party -> sides.stream().anyMatch(party::sameSide));
  }

  /** What the company says of a draft, as features. */
  List<String> features(Draft draft) {
    Set<String> facts = new LinkedHashSet<>();
    facts.add("report " + arms);
    facts.add("report " + arms + " for " + draft.kind);
    boolean open =
        Discourse.isDirected(draft.kind)
            && (draft.suppliers.isEmpty() || draft.recipients.isEmpty());
    facts.add("report with " + states + (open ? " but one side" : ""));
    inSentence(draft, facts);
    if (whole.size() >= FEW) {
      inReport(draft, facts);
    }
    if (!inTitle.isEmpty() || !titleItems.isEmpty()) {
      inTitle(draft, facts);
    }
    return new ArrayList<>(facts);
  }

  private void inSentence(Draft draft, Set<String> facts) {
    int others = 0;
    for (Draft other : whole) {
      if (other == draft || other.sentence != draft.sentence) {
        continue;
      }
      others++;
      if (!samePair(other, draft)) {
        facts.add(turned(other, draft) ? "turned round in sentence" : "others in sentence");
        continue;
      }
      boolean sameItem = Discourse.itemsMeet(other, draft);
      String twin = sameItem ? "twin" : "twin with other items";
      int own = ownness(draft) - ownness(other);
      facts.add(twin + (own > 0 ? " less known" : own < 0 ? " better known" : " as well known"));
      facts.add(
          twin
              + (draft.sentence.dominates(other.trigger.at(), draft.trigger.at())
                  ? " above"
                  : draft.sentence.dominates(draft.trigger.at(), other.trigger.at())
                      ? " below"
                      : other.trigger.at() < draft.trigger.at() ? " before" : " after"));
      facts.add(twin + (draft.stage.equals(other.stage) ? " at this stage" : " at another stage"));
    }
    facts.add(others + (others > 2 ? " and more" : "") + " beside it in sentence");
  }

  /** How much of a draft the clause itself says. */
  private static int ownness(Draft draft) {
    int own = 0;
    own += draft.grounds.contains(Discourse.SUPPLIER_FROM_REPORT) ? 0 : 1;
    own += draft.grounds.contains(Discourse.RECIPIENT_FROM_REPORT) ? 0 : 1;
    own += draft.grounds.contains(Discourse.PARTNER_FROM_REPORT) ? 0 : 1;
    own += draft.grounds.contains(Discourse.ITEMS_OF_BEFORE) ? 0 : 2;
    own += draft.grounds.contains(Discourse.ITEMS_HERE) ? 0 : 1;
    return own;
  }

  private void inReport(Draft draft, Set<String> facts) {
    int place = whole.indexOf(draft);
    int before = 0;
    int after = 0;
    int pair = 0;
    int round = 0;
    boolean sameStage = false;
    boolean otherStage = false;
    boolean stageLater = false;
    for (int i = 0; i < whole.size(); i++) {
      Draft other = whole.get(i);
      if (i == place) {
        continue;
      }
      round += turned(other, draft) ? 1 : 0;
      if (!samePair(other, draft)) {
        continue;
      }
      pair++;
      if (!Discourse.itemsMeet(other, draft)) {
        continue;
      }
      before += i < place ? 1 : 0;
      after += i > place ? 1 : 0;
      boolean same = other.stage.equals(draft.stage) && other.polarity == draft.polarity;
      sameStage |= same && i < place;
      stageLater |= same && i > place;
      otherStage |= !same && i < place;
    }
    facts.add("dealing told " + Math.min(2, before) + " before");
    facts.add("dealing told " + Math.min(2, after) + " after");
    if (sameStage) {
      facts.add("at this stage before");
    }
    if (stageLater) {
      facts.add("at this stage after");
    }
    if (otherStage) {
      facts.add(sameStage ? "at other stages before too" : "only at other stages before");
    }
    facts.add("pair told " + (pair > 3 ? "often" : pair > 0 ? "again" : "once"));
    if (round > 0) {
      facts.add(round > pair ? "mostly the other way round" : "also the other way round");
    }
  }

  private void inTitle(Draft draft, Set<String> facts) {
    int sides = 0;
    for (Party party : Discourse.allSides(draft)) {
      sides += inTitle.stream().anyMatch(party::sameSide) ? 1 : 0;
    }
    boolean item = draft.items.stream().anyMatch(i -> titleItems.contains(ItemChooser.key(i)));
    facts.add("title has " + Math.min(2, sides) + " sides" + (item ? " and item" : ""));
  }

  private static boolean samePair(Draft a, Draft b) {
    return Discourse.isDirected(a.kind)
        ? Discourse.isDirected(b.kind)
            && agree(a.suppliers, b.suppliers)
            && agree(a.recipients, b.recipients)
        : !Discourse.isDirected(b.kind)
            && a.partners.size() == b.partners.size()
            && a.partners.stream().allMatch(p -> b.partners.stream().anyMatch(p::sameSide));
  }

  private static boolean agree(Set<Party> a, Set<Party> b) {
    return a.isEmpty() && b.isEmpty() || Discourse.meet(a, b);
  }

  private static boolean turned(Draft a, Draft b) {
    return Discourse.isDirected(a.kind)
        && Discourse.isDirected(b.kind)
        && Discourse.meet(a.suppliers, b.recipients)
        && Discourse.meet(a.recipients, b.suppliers);
  }
}
