package org.attache.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.mention.ItemMention;

/** Which of a report's completed drafts are claims. */
final class Verdicts {
  /** How far a noun says that a dealing has got which nothing above it says anything of. */
  private static final Set<Stage> MENTIONED = Set.of(Stage.AGREED, Stage.ORDERED, Stage.UNDER_WAY);

  private final List<Draft> whole;
  private final Map<Draft, Boolean> accepted = new HashMap<>();

  /**
   * Judges the drafts of a report.
   *
   * @param completed its drafts, completed
   * @param title its headline, for the notes
   */
  Verdicts(
      List<Draft> completed, Acceptance acceptance, Company company, String title, Notes notes) {
    whole = completed.stream().filter(Discourse::isWhole).toList();
    for (Draft draft : whole) {
      List<String> features = new ArrayList<>(Acceptance.features(draft, company));
      features.addAll(standing(draft));
      accepted.put(
          draft,
          acceptance.accepts(draft, features)
              && !isConjecture(draft, company)
              && !isTalkBesideDealing(draft)
              && !isContractOfOption(draft)
              && !isContractOfWork(draft)
              && !isOnlySpokenOf(draft));
      notes.take(() -> note(draft, features, title));
    }
    whole.forEach(this::liftWhatWasImposed);
    whole.stream().filter(this::isNamedAgain).toList().forEach(d -> accepted.put(d, false));
  }

  /**
   * "Banned arms sales to Chad. The ban was lifted later": the same ban, and on the same things.
   */
  private void liftWhatWasImposed(Draft draft) {
    boolean lifted =
        draft.kind == DealingKind.RESTRICTION
            && draft.stage.filter(Stage.CANCELLED::equals).isPresent()
            && !draft.trigger.word().verb()
            && draft.underOthers
            && draft.sentence.children(draft.trigger.at(), "det").stream()
                .anyMatch(d -> d.lower().matches("the|this|that"));
    if (!lifted) {
      return;
    }
    whole.stream()
        .filter(
            other ->
                other.kind == DealingKind.RESTRICTION
                    && other.sentence.number() < draft.sentence.number()
                    && holds(other)
                    && other.polarity == Polarity.ASSERTED
                    && Discourse.meet(other.suppliers, draft.suppliers)
                    && Discourse.meet(other.recipients, draft.recipients))
        .reduce((a, b) -> b)
        .ifPresent(
            imposed -> {
              accepted.put(draft, true);
              if (draft.items.isEmpty()) {
                draft.items.addAll(imposed.items);
                draft.grounds.add(Discourse.ITEMS_OF_BEFORE);
              }
            });
  }

  /** "Won a contract to upgrade ten jets": the contract is on the work, and no jets are sold. */
  private boolean isContractOfWork(Draft draft) {
    return draft.kind == DealingKind.ANY
        && !draft.items.isEmpty()
        && whole.stream()
            .anyMatch(
                other ->
                    other.kind == DealingKind.SERVICE
                        && other.sentence == draft.sentence
                        && other.wordsAbove.contains(draft.trigger.at())
                        && other.items.stream().anyMatch(draft.items::contains));
  }

  /**
   * "The purchase was criticised": a dealing that is only mentioned is told elsewhere in the
   * report.
   */
  private boolean isNamedAgain(Draft draft) {
    boolean mentioned =
        holds(draft)
            && !draft.trigger.word().verb()
            && !draft.underOthers
            && Discourse.isDirected(draft.kind)
            && draft.kind != DealingKind.RESTRICTION
            && draft.polarity == Polarity.ASSERTED
            && draft.stage.filter(MENTIONED::contains).isPresent()
            && draft.value.isEmpty()
            && !hasYear(draft.sentence)
            && (hasBorrowedItems(draft) || bringsNothingNew(draft))
            && (draft.grounds.contains(Discourse.SUPPLIER_FROM_REPORT)
                || draft.grounds.contains(Discourse.RECIPIENT_FROM_REPORT));
    return mentioned
        && whole.stream()
            .anyMatch(
                other ->
                    other != draft
                        && holds(other)
                        && (other.trigger.word().verb() || other.underOthers)
                        && (!isUnderWay(draft) || isUnderWay(other))
                        && Discourse.meet(other.suppliers, draft.suppliers)
                        && Discourse.meet(other.recipients, draft.recipients)
                        && Discourse.itemsMeet(other, draft));
  }

  /** "Deliveries began": more than that something was agreed. */
  private static boolean isUnderWay(Draft draft) {
    return draft.stage.filter(s -> s == Stage.UNDER_WAY || s == Stage.DELIVERED).isPresent();
  }

  private static boolean hasBorrowedItems(Draft draft) {
    return draft.grounds.contains(Discourse.ITEMS_HERE)
        || draft.grounds.contains(Discourse.ITEMS_OF_BEFORE);
  }

  /** "The purchase of the jets", unlike "a purchase" and "the purchase of ten jets". */
  private static boolean bringsNothingNew(Draft draft) {
    return !draft.items.isEmpty()
        && draft.items.stream().allMatch(item -> item.quantity().isEmpty())
        && draft.sentence.children(draft.trigger.at(), "det").stream()
            .noneMatch(d -> d.lower().matches("an?"));
  }

  /** "Called for talks, warning that Spain had sold drones": the talks are not on the drones. */
  private boolean isTalkBesideDealing(Draft draft) {
    boolean talk =
        draft.trigger.word().verb()
            && draft
                .trigger
                .word()
                .phrase()
                .getLast()
                .matches("talks?|negotiations?|consultations?")
            && draft.grounds.contains(Discourse.ITEMS_HERE);
    return talk
        && whole.stream()
            .anyMatch(
                other ->
                    other != draft
                        && other.sentence == draft.sentence
                        && !other.grounds.contains(Discourse.ITEMS_HERE)
                        && other.items.stream().anyMatch(draft.items::contains));
  }

  /** "The contract includes options for 18 guns": the guns are those of the options. */
  private boolean isContractOfOption(Draft draft) {
    return !draft.trigger.word().verb()
        && !Acceptance.isOption(draft)
        && draft.grounds.contains(Discourse.ITEMS_HERE)
        && whole.stream()
            .anyMatch(
                other ->
                    other.sentence == draft.sentence
                        && Acceptance.isOption(other)
                        && !other.grounds.contains(Discourse.ITEMS_HERE)
                        && other.items.stream().anyMatch(draft.items::contains));
  }

  private static boolean hasYear(Sentence sentence) {
    return sentence.tokens().stream().anyMatch(t -> t.text().matches("(?:19|20)\\d\\d"));
  }

  /** Whether a draft stands for a claim. */
  boolean holds(Draft draft) {
    return accepted.getOrDefault(draft, false);
  }

  /**
   * What no clause says and the report hardly supports: news of elections and of trade is full of
   * states that have relations, and of things that are sold.
   */
  private boolean isConjecture(Draft draft, Company company) {
    if (isOfJustBoth(draft, company)) {
      return false;
    }
    return switch (draft.kind) {
      case TRANSFER, ANY ->
          (isFarFetched(draft) || isBorrowed(draft)) && !company.isOnArms()
              || isBorrowed(draft) && !isAnchored(draft)
              || draft.inService
                  && (draft.suppliers.isEmpty()
                      || draft.grounds.contains(Discourse.SUPPLIER_FROM_REPORT));
      case RELATIONS -> isFarFetched(draft);
      case COOPERATION, TRADE ->
          isMadeAlone(draft)
              || isFarFetched(draft)
                  && draft.grounds.stream().filter(Discourse.PARTNER_FROM_REPORT::equals).count()
                      > 1;
      case SERVICE, RESTRICTION ->
          isBorrowed(draft)
              && (!isAnchored(draft)
                  || (draft.trigger.word().verb() || draft.items.isEmpty()) && !company.isOnArms());
    };
  }

  /**
   * Where the sentence names two sides and no others, they are those of its dealing, if it is one
   * by its own word: a transfer or an exercise, and not "talks", "the order" or "tensions".
   */
  private static boolean isOfJustBoth(Draft draft, Company company) {
    boolean sure =
        switch (draft.kind) {
          case ANY ->
              draft.trigger.word().verb()
                  && draft
                      .stage
                      .filter(s -> s == Stage.REFUSED || s == Stage.SUSPENDED)
                      .isPresent();
          case RELATIONS -> false;
          case COOPERATION -> !draft.sentence.token(draft.trigger.at()).isName();
          case TRANSFER, SERVICE, TRADE, RESTRICTION -> true;
        };
    return sure
        && !hasBorrowedItems(draft)
        && company.namesJustBoth(draft)
        && !isMadeAlone(draft)
        && !draft.inService;
  }

  /** "The jet was developed by Northrop": by one alone, and nobody worked with it. */
  private static boolean isMadeAlone(Draft draft) {
    return draft.trigger.word().verb()
        && draft.trigger.word().at("o").equals(List.of(Role.ITEM))
        && !draft.items.isEmpty()
        && draft.grounds.contains(Discourse.PARTNER_FROM_REPORT)
        && draft.sentence.children(draft.trigger.at(), "advmod").stream()
            .noneMatch(a -> a.lower().matches("together|jointly"));
  }

  /**
   * "The sale will strengthen an ally": something is said of a dealing told before, and nothing of
   * how far it has got.
   */
  private boolean isOnlySpokenOf(Draft draft) {
    Sentence sentence = draft.sentence;
    int at = draft.trigger.at();
    return !draft.trigger.word().verb()
        && Discourse.isDirected(draft.kind)
        && !draft.underOthers
        && draft.stage.filter(s -> s == Stage.AGREED || s == Stage.ORDERED).isPresent()
        && (draft.grounds.contains(Discourse.SUPPLIER_FROM_REPORT)
            || draft.grounds.contains(Discourse.RECIPIENT_FROM_REPORT))
        && draft.when.isEmpty()
        && draft.value.isEmpty()
        && draft.grounds.contains(Discourse.ITEMS_OF_BEFORE)
        && sentence.children(at, "det").stream().anyMatch(d -> d.lower().matches("the|this|that"));
  }

  /** How a draft whose clause does not say all of it stands among the others. */
  private List<String> standing(Draft draft) {
    List<String> facts = new ArrayList<>();
    if (isBorrowed(draft)) {
      facts.add(isAnchored(draft) ? "borrowed and anchored" : "borrowed and adrift");
    }
    if (isHollowBeside(draft)) {
      facts.add("hollow beside a fuller one");
    }
    if (isFarFetched(draft)) {
      facts.add("far-fetched " + draft.kind);
    }
    return facts;
  }

  /**
   * What a clause without arms in it says of states that it does not name, or of a tie whose ends
   * it does not name, is hardly ever of a dealing.
   */
  private static boolean isFarFetched(Draft draft) {
    boolean sideElsewhere =
        draft.grounds.contains(Discourse.SUPPLIER_FROM_REPORT)
            || draft.grounds.contains(Discourse.RECIPIENT_FROM_REPORT);
    boolean arms = draft.items.stream().anyMatch(ItemMention::isArms);
    return switch (draft.kind) {
      case TRANSFER, ANY -> !arms && sideElsewhere && !draft.pointsBack && draft.pointers.isEmpty();
      case RELATIONS, COOPERATION, TRADE ->
          draft.grounds.contains(Discourse.PARTNER_FROM_REPORT) && !SideChooser.pointsAtPair(draft);
      case SERVICE, RESTRICTION -> false;
    };
  }

  /**
   * "Will send howitzers to Ukraine, the minister said after talks": a word that has nothing of its
   * own, beside a clause that says all of it.
   */
  private boolean isHollowBeside(Draft draft) {
    boolean hollow =
        isBorrowed(draft)
            && draft.pointers.isEmpty()
            && !draft.pointsBack
            && hasBorrowedItems(draft);
    return hollow
        && whole.stream()
            .anyMatch(
                other ->
                    other != draft
                        && other.sentence == draft.sentence
                        && !isBorrowed(other)
                        && Discourse.meet(other.suppliers, draft.suppliers)
                        && Discourse.meet(other.recipients, draft.recipients)
                        && Discourse.itemsMeet(other, draft));
  }

  /** Whether the clause itself names neither side. */
  private static boolean isBorrowed(Draft draft) {
    return draft.grounds.contains(Discourse.SUPPLIER_FROM_REPORT)
        && draft.grounds.contains(Discourse.RECIPIENT_FROM_REPORT);
  }

  /** Whether another clause of the report names a side of a dealing between the same two. */
  private boolean isAnchored(Draft draft) {
    return whole.stream()
        .anyMatch(
            d ->
                Discourse.isDirected(d.kind)
                    && !isBorrowed(d)
                    && Discourse.meet(d.suppliers, draft.suppliers)
                    && Discourse.meet(d.recipients, draft.recipients));
  }

  /** A whole draft with its features, for training. */
  private static String note(Draft draft, List<String> features, String title) {
    return String.join(
        "\t",
        "DRAFT",
        title,
        Integer.toString(draft.sentence.start()),
        Integer.toString(draft.sentence.end()),
        draft.kind.name(),
        draft.stage.map(Stage::code).orElse(""),
        draft.polarity.name().toLowerCase(Locale.ROOT),
        Discourse.keys(draft.suppliers),
        Discourse.keys(draft.recipients),
        Discourse.keys(draft.partners),
        Discourse.itemKeys(draft),
        String.join(";", features));
  }
}
