package org.attache.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.attache.dealing.DealingKind;
import org.attache.dealing.Role;
import org.attache.equipment.EquipmentNoun;
import org.attache.language.Token;
import org.attache.mention.ItemMention;

/**
 * Decides whether a draft says anything of a dealing at all, by a linear model over features that
 * can be read: the word, the stage, how its sides and items came to be known.
 */
final class Acceptance {
  private static final double OUTRIGHT = -0.7;

  /**
   * What is needed where somebody gets what others make: reports hardly ever leave the seller out.
   */
  private static final double FOREIGN = -1.6;

  private final Weights weights;

  Acceptance(Weights weights) {
    this.weights = weights;
  }

  /**
   * Whether more speaks for a claim than against it. What a clause says outright, who, whom and
   * what, needs less: a report of one sentence has nothing else to speak for it.
   */
  boolean accepts(Draft draft, List<String> features) {
    boolean little = saysAll(draft) || isCountedOption(draft);
    return weights.score(features) > (little ? OUTRIGHT : hasForeign(draft) ? FOREIGN : 0);
  }

  /** "Options for a further 18 guns": whoever tells of options with a number means a dealing. */
  private static boolean isCountedOption(Draft draft) {
    boolean onSomething =
        draft.trigger.word().verb()
            || !draft.sentence.children(draft.trigger.at(), "nmod", "acl").isEmpty();
    return isOption(draft)
        && onSomething
        && !draft.suppliers.isEmpty()
        && !draft.recipients.isEmpty()
        && (draft.pointedQuantity.isPresent()
            || draft.items.stream().anyMatch(item -> item.quantity().isPresent()));
  }

  static boolean isOption(Draft draft) {
    return draft.trigger.word().name().contains("option");
  }

  /** "Kuwait received the first Typhoons": who gets what others make has it from somebody. */
  private static boolean hasForeign(Draft draft) {
    return draft.kind == DealingKind.TRANSFER
        && (draft.trigger.word().verb()
            || draft.underOthers && draft.trigger.word().at("by").contains(Role.RECIPIENT))
        && !draft.inService
        && draft.suppliers.isEmpty()
        && !draft.recipients.isEmpty()
        && !draft.grounds.contains(Discourse.RECIPIENT_FROM_REPORT)
        && !draft.grounds.contains(Discourse.ITEMS_OF_BEFORE)
        && !draft.grounds.contains(Discourse.ITEMS_HERE)
        && (isForeign(draft) || draft.grounds.contains(Discourse.BUYS_ABROAD) && isCounted(draft));
  }

  private static boolean isCounted(Draft draft) {
    return draft.items.stream()
        .anyMatch(i -> i.sort() == EquipmentNoun.Sort.SPECIFIC && i.quantity().isPresent());
  }

  private static boolean isForeign(Draft draft) {
    return draft.items.stream()
        .flatMap(i -> i.designation().stream())
        .anyMatch(
            d ->
                !d.makers().isEmpty()
                    && draft.recipients.stream()
                        .noneMatch(r -> r.state().filter(d.makers()::contains).isPresent()));
  }

  private static boolean saysAll(Draft draft) {
    if (!draft.doubts.isEmpty()) {
      return false;
    }
    boolean sides = !draft.suppliers.isEmpty() && !draft.recipients.isEmpty();
    return switch (draft.kind) {
      case TRANSFER, ANY ->
          sides && draft.items.stream().anyMatch(i -> i.sort() == EquipmentNoun.Sort.SPECIFIC);
      case SERVICE, TRADE -> (sides || draft.partners.size() > 1) && !draft.items.isEmpty();
      case RESTRICTION -> sides && !draft.trigger.word().verb();
      case COOPERATION, RELATIONS -> false;
    };
  }

  /** What speaks for and against. */
  static List<String> features(Draft draft, Company company) {
    Set<String> facts = new LinkedHashSet<>(company.features(draft));
    String word = draft.trigger.word().name();
    facts.add("always");
    facts.add("word " + word);
    facts.add("kind " + draft.kind);
    String stage = draft.stage.map(Enum::name).orElse("none");
    facts.add("stage " + stage);
    facts.add("word " + word + " stage " + stage);
    facts.add(draft.polarity + " " + draft.certainty);
    facts.add(draft.trigger.word().verb() ? "verb" : "noun");
    if (draft.trigger.word().verb()) {
      facts.add("tense " + Syntax.tense(draft.sentence, draft.trigger.at()));
    }
    Token token = draft.sentence.token(draft.trigger.at());
    facts.add("hangs as " + token.plainRelation());
    if (!draft.trigger.word().verb() && token.head() >= 0 && !draft.underOthers) {
      facts.add("noun under other " + token.plainRelation());
    }
    facts.add(draft.underOthers ? "under others" : "on its own");
    if (!draft.trigger.word().verb()) {
      String determiner =
          draft.sentence.children(draft.trigger.at(), "det", "nmod:poss").stream()
              .map(d -> d.is("det") ? d.lower() : "owner")
              .findFirst()
              .orElse("none");
      facts.add("determiner " + determiner);
      facts.add(
          (draft.items.isEmpty() || draft.grounds.contains("items of an earlier sentence")
                  ? "no own item "
                  : "own item ")
              + determiner
              + (draft.underOthers ? " under" : ""));
    }
    sides(draft, facts);
    items(draft, facts);
    facts.addAll(draft.doubts);
    if (draft.doubts.stream().anyMatch(d -> d.endsWith("unsure"))) {
      facts.add("something unsure");
    }
    for (String ground : draft.grounds) {
      if (ground.contains("above") || ground.startsWith("hedge")) {
        facts.add(ground);
      }
    }
    if (draft.value.isPresent()) {
      facts.add("sum");
    }
    facts.add(
        draft.sentence.size() > 45
            ? "long sentence"
            : draft.sentence.size() < 12 ? "short sentence" : "middling sentence");
    return new ArrayList<>(facts);
  }

  private static void sides(Draft draft, Set<String> facts) {
    boolean supplier = draft.grounds.contains(Discourse.SUPPLIER_FROM_REPORT);
    boolean recipient = draft.grounds.contains(Discourse.RECIPIENT_FROM_REPORT);
    String s = draft.suppliers.isEmpty() ? "none" : supplier ? "report" : "clause";
    String r = draft.recipients.isEmpty() ? "none" : recipient ? "report" : "clause";
    facts.add("supplier " + s + " recipient " + r);
    facts.add(draft.kind + " supplier " + s + " recipient " + r);
    draft.pointers.keySet().forEach(role -> facts.add("points back " + role));
    if (draft.suppliers.size() > 1 || draft.recipients.size() > 1) {
      facts.add("several sides");
    }
    facts.add("partners " + Math.min(3, draft.partners.size()));
    if (draft.grounds.contains("origin beside the item")) {
      facts.add("origin beside the item");
    }
  }

  private static void items(Draft draft, Set<String> facts) {
    boolean inherited = draft.grounds.contains(Discourse.ITEMS_OF_BEFORE);
    boolean chosen = draft.grounds.contains(Discourse.ITEMS_HERE);
    String where =
        draft.items.isEmpty()
            ? "no item"
            : inherited ? "item of before" : chosen ? "item chosen here" : "item here";
    facts.add(where);
    facts.add(where + (draft.underOthers ? " under others" : " on its own"));
    facts.add("items " + Math.min(3, draft.items.size()));
    if (draft.pointsBack) {
      facts.add("points back to item");
    }
    boolean typed = false;
    boolean arms = false;
    for (ItemMention item : draft.items) {
      typed |= item.designation().isPresent();
      arms |= item.isArms();
      facts.add("item " + item.sort());
      facts.add("category " + item.category());
      if (item.quantity().isPresent()) {
        facts.add("counted");
      }
      if (item.definite()) {
        facts.add("definite item");
      }
      if (item.sort() == EquipmentNoun.Sort.WEAK && item.quantity().isEmpty()) {
        facts.add("weak item alone");
      }
    }
    facts.add(typed ? "typed" : arms ? "arms" : "no arms");
    boolean plain =
        draft.kind == DealingKind.TRANSFER
            && draft.trigger.word().verb()
            && !inherited
            && !chosen
            && draft.items.stream().anyMatch(item -> item.sort() == EquipmentNoun.Sort.SPECIFIC);
    if (plain) {
      boolean supplied =
          !draft.suppliers.isEmpty() && !draft.grounds.contains(Discourse.SUPPLIER_FROM_REPORT);
      boolean received =
          !draft.recipients.isEmpty() && !draft.grounds.contains(Discourse.RECIPIENT_FROM_REPORT);
      facts.add("plain transfer" + (supplied ? " by" : "") + (received ? " to" : ""));
    }
    facts.add(
        draft.kind
            + (typed ? " typed" : arms ? " arms" : " no arms")
            + (inherited ? " of before" : ""));
  }
}
