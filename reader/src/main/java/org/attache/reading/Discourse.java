package org.attache.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.Role;
import org.attache.equipment.Category;
import org.attache.equipment.Designation;
import org.attache.equipment.EquipmentNoun;
import org.attache.equipment.Makers;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.ItemMention;
import org.attache.mention.Mentions;
import org.attache.mention.PartyMention;
import org.attache.party.Parties;
import org.attache.party.Party;
import org.attache.party.PartyName;

/**
 * Fills in what a clause leaves to the report: which type "the jets" are, who sells where only the
 * buyer is named, which of two sides is which. Works through the drafts in the order of the text,
 * the body before the headline.
 */
final class Discourse {
  /** How far behind an agreement what it is about is looked for. */
  private static final int FARTHEST_SUBJECT = 9;

  private final List<Mentions> mentions;
  private final Parties parties;
  static final String SUPPLIER_FROM_REPORT = "supplier from the report";
  static final String RECIPIENT_FROM_REPORT = "recipient from the report";

  static final String PARTNER_FROM_REPORT = "partner from the report";

  /** The ground of a draft whose buyer hardly makes such things, where no seller is named. */
  static final String BUYS_ABROAD = "buys abroad";

  private static final int FEW_TYPES = 20;
  static final String ITEMS_HERE = "item chosen beside";
  static final String ITEMS_OF_BEFORE = "items of an earlier sentence";

  private final ItemChooser itemChooser;
  private final List<Draft> all;
  private final SideChooser chooser;
  private final Makers makers;
  private final Notes notes;
  private final String title;
  private final List<Draft> done = new ArrayList<>();

  Discourse(
      List<Mentions> mentions,
      Parties parties,
      List<Draft> all,
      ItemChooser itemChooser,
      SideChooser chooser,
      Makers makers,
      String title,
      Notes notes) {
    this.makers = makers;
    this.notes = notes;
    this.all = List.copyOf(all);
    this.itemChooser = itemChooser;
    this.chooser = chooser;
    this.title = title;
    this.mentions = mentions;
    this.parties = parties;
  }

  /** Completes a draft from its sentence and from what came before. */
  void complete(Draft draft) {
    if (isDefencePact(draft) || isInterestInEachOther(draft)) {
      draft.kind = DealingKind.COOPERATION;
    }
    likeTheLast(draft);
    resolveItems(draft);
    if (isDirected(draft.kind)) {
      keepApart(draft.suppliers, draft.recipients);
      keepApart(draft.recipients, draft.suppliers);
      orderedFromAnother(draft);
      firmAmongBuyers(draft);
      settleSides(draft);
      agreedWork(draft);
      if (draft.recipients.isEmpty()
          && draft
              .trigger
              .word()
              .at(draft.trigger.word().verb() ? "s" : "by")
              .contains(Role.RECIPIENT)) {
        draft.approvers.stream()
            .filter(a -> draft.suppliers.stream().noneMatch(a::sameSide))
            .forEach(draft.recipients::add);
      }
      consentOfThird(draft);
      supplierFromItems(draft);
      recipientFromItems(draft);
      boolean recipientFirst =
          draft.pointers.containsKey(Role.RECIPIENT) && !draft.pointers.containsKey(Role.SUPPLIER);
      if (recipientFirst) {
        choose(draft, Role.RECIPIENT, draft.recipients);
      }
      choose(draft, Role.SUPPLIER, draft.suppliers);
      if (!recipientFirst) {
        choose(draft, Role.RECIPIENT, draft.recipients);
      }
      draft.domestic |= isFromHome(draft) || isOrderedAtHome(draft);
      if (buysAbroad(draft)) {
        draft.grounds.add(BUYS_ABROAD);
      }
      afterContract(draft);
    } else {
      draft.partners.addAll(draft.sides);
      draft.partners.addAll(draft.suppliers);
      draft.partners.addAll(draft.recipients);
      choosePartners(draft);
    }
    done.add(draft);
  }

  /** "Signed similar agreements with Burundi": of the kind of the agreement told before. */
  private void likeTheLast(Draft draft) {
    boolean alike =
        draft.kind == DealingKind.ANY
            && draft.items.isEmpty()
            && !draft.trigger.word().verb()
            && draft.sentence.children(draft.trigger.at(), "amod").stream()
                .anyMatch(a -> a.lower().matches("similar|same|comparable|identical|such"));
    if (alike && !done.isEmpty() && !isDirected(done.getLast().kind)) {
      draft.kind = done.getLast().kind;
      draft.each.addAll(draft.companions);
      draft.grounds.add("like the last");
    }
  }

  /** Who stands on both sides stays on the one where nobody else does. */
  private static void keepApart(Set<Party> side, Set<Party> other) {
    if (side.stream().anyMatch(p -> other.stream().noneMatch(p::sameSide))) {
      side.removeIf(p -> other.stream().anyMatch(p::sameSide));
    }
  }

  /** "Expressed interest in Iran's work on aircraft": no thing is named, but both sides are. */
  private boolean isInterestInEachOther(Draft draft) {
    boolean interest =
        draft.kind == DealingKind.ANY
            && draft.items.isEmpty()
            && draft.stage.filter(Stage.CONSIDERED::equals).isPresent()
            && !draft.pointsBack;
    if (!interest) {
      return false;
    }
    Set<Party> named = new LinkedHashSet<>();
    for (PartyMention party : mentions.get(draft.sentence.number()).parties()) {
      boolean near = party.from() >= draft.from - 3 && party.to() <= draft.to + 12;
      if (near && party.form() != PartyName.Form.PLACE) {
        addSide(named, party.party());
      }
    }
    boolean military =
        draft
            .sentence
            .words(draft.from, Math.min(draft.sentence.size(), draft.to + 12))
            .toLowerCase(Locale.ROOT)
            .matches(
                ".*\\b(aircraft|missiles?|drones?|weapons?|arms|defen[cs]e|military|naval|tanks?|radars?|submarines?)\\b.*");
    if (named.size() < 2 || !military) {
      return false;
    }
    named.forEach(p -> addSide(draft.partners, p));
    return true;
  }

  /** "A mutual defence pact": an agreement to work together, about no one thing. */
  private boolean isDefencePact(Draft draft) {
    boolean agreement =
        draft.kind == DealingKind.ANY
            && !draft.trigger.word().verb()
            && draft.items.isEmpty()
            && !draft.pointsBack
            && draft.trigger.word().at("between").contains(Role.PARTY);
    boolean agreed = draft.trigger.word().stage().filter(Stage.AGREED::equals).isPresent();
    boolean talks = draft.trigger.word().stage().filter(Stage.NEGOTIATED::equals).isPresent();
    return agreement
        && (agreed && (ofDefence(draft) || isLikeOneBefore(draft)) || talks && isOnDefence(draft));
  }

  private static boolean ofDefence(Draft draft) {
    int from = draft.trigger.from();
    while (from > 0 && draft.sentence.token(from - 1).tag().matches("JJ|NNPS?|NNS?|HYPH|CC|VBN")) {
      from--;
    }
    boolean named =
        draft
            .sentence
            .words(from, draft.trigger.to())
            .toLowerCase(Locale.ROOT)
            .matches(
                ".*\\b(defen[cs]e|military|security|strategic|armed forces|troops?)\\b"
                    + "(?! (deals?|contracts?)).*");
    return named || isOnDefence(draft) || isAboutBase(draft);
  }

  /** "A memorandum of understanding on defence with Chad", "in military matters". */
  private static boolean isOnDefence(Draft draft) {
    return wordsBehind(draft)
        .matches(
            "(?:of understanding )?(?:on|in|about|over) (?:the )?(?:[a-z]+ and )?"
                + "(?:defen[cs]e|military|security)"
                + "(?: (?:and|cooperation|co-operation|collaboration|matters|issues|ties)\\b.*"
                + "| (?:with|between|from)\\b.*)?");
  }

  /** "An agreement on a naval base", "on the stationing of troops". */
  private static boolean isAboutBase(Draft draft) {
    return wordsBehind(draft)
        .matches(
            "(?:[^,;.]* )?(?:on|for|about|over|allowing|providing|regulating|to (?:use|set up|open|build))"
                + " [^,;.]*\\b(?:(?:naval|military|air|army) (?:bases?|facilit(?:y|ies)|ports?)"
                + "|(?:stationing|basing) of)\\b.*");
  }

  /** The lower-case words behind the trigger, as far as a subject may be from it. */
  private static String wordsBehind(Draft draft) {
    int to = Math.min(draft.sentence.size(), draft.trigger.to() + FARTHEST_SUBJECT);
    return draft.sentence.words(draft.trigger.to(), to).toLowerCase(Locale.ROOT);
  }

  /** "A similar treaty": of the sort of the last one. */
  private boolean isLikeOneBefore(Draft draft) {
    boolean alike =
        draft.sentence.children(draft.trigger.at(), "amod").stream()
            .anyMatch(a -> a.lower().matches("similar|comparable|such|same"));
    return alike
        && last(
                draft,
                d ->
                    !d.trigger.word().verb() && d.trigger.word().at("between").contains(Role.PARTY))
            .filter(d -> d.kind == DealingKind.COOPERATION)
            .isPresent();
  }

  /** "The defence ministry signed a contract with the firm": the ministry is the firm's own. */
  private boolean isFromHome(Draft draft) {
    return draft.recipients.isEmpty()
        && (draft.pointers.containsKey(Role.RECIPIENT) || draft.bodySigns)
        && !draft.suppliers.isEmpty()
        && draft.suppliers.stream().allMatch(this::isFirm);
  }

  /**
   * "Signed a deal with a yard to build ships for its navy": who signs does not build for itself.
   */
  private static void orderedFromAnother(Draft draft) {
    boolean itself =
        !draft.suppliers.isEmpty()
            && draft.suppliers.stream()
                .allMatch(s -> draft.recipients.stream().anyMatch(s::sameSide));
    List<Party> others =
        draft.companions.stream()
            .filter(c -> draft.recipients.stream().noneMatch(c::sameSide))
            .toList();
    if (itself && !others.isEmpty()) {
      draft.suppliers.clear();
      draft.suppliers.addAll(others);
    }
  }

  /** "The ministry and the firm signed a contract for the purchase": the firm sells. */
  private void firmAmongBuyers(Draft draft) {
    List<Party> firms = draft.recipients.stream().filter(this::isFirm).toList();
    if (draft.suppliers.isEmpty()
        && !firms.isEmpty()
        && firms.size() < draft.recipients.size()
        && firms.stream().allMatch(f -> draft.sides.stream().anyMatch(f::sameSide))) {
      draft.suppliers.addAll(firms);
      draft.recipients.removeIf(r -> firms.stream().anyMatch(r::sameSide));
    }
  }

  private boolean isFirm(Party side) {
    return side.state().isPresent()
        && parties.state(side.state().get()).filter(s -> s.name().equals(side.name())).isEmpty();
  }

  private static long distinct(Set<Party> parties) {
    return parties.stream().map(p -> p.state().orElse(p.name())).distinct().count();
  }

  static Set<Party> allSides(Draft draft) {
    Set<Party> all = new LinkedHashSet<>(draft.partners);
    all.addAll(draft.suppliers);
    all.addAll(draft.recipients);
    return all;
  }

  private static void addSide(Set<Party> to, Party party) {
    if (to.stream().noneMatch(party::sameSide)) {
      to.add(party);
    }
  }

  static boolean isDirected(DealingKind kind) {
    return kind != DealingKind.COOPERATION
        && kind != DealingKind.RELATIONS
        && kind != DealingKind.TRADE;
  }

  // ---- items

  private void resolveItems(Draft draft) {
    for (int i = 0; i < draft.items.size(); i++) {
      ItemMention item = draft.items.get(i);
      boolean vague =
          item.designation().isEmpty()
              && (item.sort() != EquipmentNoun.Sort.GENERAL || isOneWeapon(draft, item))
              && item.sort() != EquipmentNoun.Sort.CIVIL
              && (item.definite() || item.sort() == EquipmentNoun.Sort.WEAK);
      if (vague) {
        int at = i;
        earlierType(draft, item).ifPresent(type -> draft.items.set(at, item.as(type)));
      }
    }
    boolean ofNoThing = draft.kind == DealingKind.COOPERATION && !draft.trigger.word().verb();
    if (draft.items.isEmpty() && !ofNoThing) {
      chooseItems(draft);
    }
  }

  /** "The same weapon": one thing, where "the weapons" may be arms of any sort. */
  private static boolean isOneWeapon(Draft draft, ItemMention item) {
    return item.definite()
        && item.head() < draft.sentence.size()
        && draft.sentence.token(item.head()).lower().equals("weapon");
  }

  private void chooseItems(Draft draft) {
    notes.take(() -> itemNote(draft));
    ItemChooser.Choice choice = itemChooser.choose(draft, done, all);
    ItemChooser.Candidate chosen = choice.candidate();
    draft.doubts.add("items " + clarity(choice.margin()));
    if (chosen.items().isEmpty()) {
      return;
    }
    for (ItemMention item : chosen.items()) {
      boolean counted =
          draft.pointsBack && draft.pointedQuantity.isPresent() || isOfFurtherOnes(draft);
      draft.items.add(
          chosen.here() && !counted ? item : ItemChooser.pointed(item, draft.pointedQuantity));
      if (chosen.here()) {
        draft.cover(item.from(), item.to());
      }
    }
    draft.grounds.add(chosen.here() ? ITEMS_HERE : ITEMS_OF_BEFORE);
  }

  /** "Will receive additional shipments": of the same things, but not as many. */
  private static boolean isOfFurtherOnes(Draft draft) {
    Token trigger = draft.sentence.token(draft.trigger.at());
    List<Token> nouns =
        draft.trigger.word().verb()
            ? draft.sentence.children(trigger.index(), "obj", "nsubj:pass")
            : List.of(trigger);
    return nouns.stream()
        .flatMap(noun -> draft.sentence.children(noun.index(), "amod", "det").stream())
        .anyMatch(word -> word.lower().matches("additional|further|more|another|extra|new"));
  }

  /** How clear a choice was, for those who weigh what came of it. */
  private static String clarity(double margin) {
    return margin < 0.5 ? "unsure" : margin < 1.5 ? "fair" : margin < 3 ? "clear" : "sure";
  }

  /** The candidates for the items with their features, for training. */
  private String itemNote(Draft draft) {
    List<String> cells = new ArrayList<>();
    cells.add("ITEM");
    cells.add(title);
    cells.add(Integer.toString(draft.sentence.start()));
    cells.add(Integer.toString(draft.sentence.end()));
    cells.add(draft.kind.name());
    cells.add(keys(draft.suppliers));
    cells.add(keys(draft.recipients));
    cells.add(keys(draft.partners));
    for (ItemChooser.Candidate candidate : itemChooser.candidates(draft, done, all)) {
      cells.add(ItemChooser.note(candidate));
    }
    return String.join("\t", cells);
  }

  /** "Ties to Iran and Syria": neither has them with the other. */
  private static boolean lacksHub(Draft draft) {
    return draft.kind == DealingKind.RELATIONS
        && distinct(draft.each) > 1
        && draft.partners.stream().allMatch(p -> draft.each.stream().anyMatch(p::sameSide));
  }

  /** Those who act together, where the clause names one or none of them. */
  private void choosePartners(Draft draft) {
    if (lacksHub(draft)) {
      notes.take(() -> sideNote(draft, Role.PARTNER));
      SideChooser.Choice choice = chooser.choose(draft, Role.PARTNER, done);
      choice.party().ifPresent(draft.partners::add);
      draft.doubts.add("partner " + clarity(choice.margin()));
      draft.grounds.add(PARTNER_FROM_REPORT);
      return;
    }
    for (int more = distinct(draft.partners) == 0 ? 2 : 1;
        more > 0 && distinct(draft.partners) < 2;
        more--) {
      notes.take(() -> sideNote(draft, Role.PARTNER));
      SideChooser.Choice choice = chooser.choose(draft, Role.PARTNER, done);
      if (choice.party().isEmpty()) {
        return;
      }
      draft.partners.add(choice.party().get());
      draft.doubts.add("partner " + clarity(choice.margin()));
      draft.grounds.add(PARTNER_FROM_REPORT);
    }
  }

  private void choose(Draft draft, Role role, Set<Party> sides) {
    if (!sides.isEmpty() || draft.domestic && role == Role.RECIPIENT) {
      return;
    }
    notes.take(() -> sideNote(draft, role));
    SideChooser.Choice choice = chooser.choose(draft, role, done);
    draft.doubts.add(role.name().toLowerCase(Locale.ROOT) + " " + clarity(choice.margin()));
    choice
        .party()
        .ifPresent(
            party -> {
              if (chooser.isDeclared(draft, role, party)) {
                draft.doubts.add(role.name().toLowerCase(Locale.ROOT) + " as declared");
              }
              sides.add(party);
              draft.grounds.add(
                  role == Role.SUPPLIER ? SUPPLIER_FROM_REPORT : RECIPIENT_FROM_REPORT);
            });
  }

  /** The candidates for a side with their features, for training. */
  private String sideNote(Draft draft, Role role) {
    List<String> cells = new ArrayList<>();
    cells.add("SIDE");
    cells.add(title);
    cells.add(Integer.toString(draft.sentence.start()));
    cells.add(Integer.toString(draft.sentence.end()));
    cells.add(draft.kind.name());
    cells.add(draft.stage.map(Stage::code).orElse(""));
    cells.add(role.name());
    cells.add(keys(SideChooser.others(draft, role)));
    cells.add(itemKeys(draft));
    for (SideChooser.Candidate candidate : chooser.candidates(draft, role, done)) {
      cells.add(
          candidate.party().map(SideChooser::key).orElse("-")
              + "="
              + String.join(";", candidate.features()));
    }
    return String.join("\t", cells);
  }

  static String itemKeys(Draft draft) {
    return draft.items.stream()
        .map(i -> i.designation().map(Designation::name).orElse(i.category().code()))
        .collect(Collectors.joining("|"));
  }

  static String keys(Set<Party> parties) {
    return String.join("|", parties.stream().map(SideChooser::key).toList());
  }

  private static boolean compatible(Draft earlier, Draft draft) {
    boolean suppliersDiffer =
        !earlier.suppliers.isEmpty()
            && !draft.suppliers.isEmpty()
            && !meet(earlier.suppliers, draft.suppliers);
    boolean recipientsDiffer =
        !earlier.recipients.isEmpty()
            && !draft.recipients.isEmpty()
            && !meet(earlier.recipients, draft.recipients);
    return !suppliersDiffer
        && !recipientsDiffer
        && isDirected(earlier.kind)
        && earlier.kind != DealingKind.RESTRICTION;
  }

  static boolean meet(Set<Party> a, Set<Party> b) {
    return a.stream().anyMatch(x -> b.stream().anyMatch(x::sameSide));
  }

  /** The type that a noun points back to: the last named before it that it fits. */
  private Optional<Designation> earlierType(Draft draft, ItemMention item) {
    Optional<Designation> found = Optional.empty();
    for (int s = draft.sentence.number(); s >= 0 && found.isEmpty(); s--) {
      for (ItemMention other : mentions.get(s).items()) {
        boolean before =
            (s < draft.sentence.number() || other.from() < item.from())
                && !Syntax.replaced(mentions.get(s).sentence(), other.head());
        if (before
            && other.designation().filter(type -> fits(item, type)).isPresent()
            && comesFromMaker(draft.sentence, item, other.designation().get())
            && !soldByOtherFirm(draft, other.designation().get())) {
          found = other.designation();
        }
      }
    }
    return found;
  }

  /** "Chinese jets" are none of the American type named before. */
  private boolean comesFromMaker(Sentence sentence, ItemMention item, Designation type) {
    return type.makers().isEmpty()
        || item.definite()
        || mentions.get(sentence.number()).parties().stream()
            .filter(p -> p.form() == PartyName.Form.ADJECTIVE)
            .filter(p -> p.from() >= item.from() && p.to() <= item.head())
            .flatMap(p -> p.party().state().stream())
            .allMatch(type.makers()::contains);
  }

  /** "The guns from the Swedish firm": a firm hardly sells what is made in other states only. */
  private boolean soldByOtherFirm(Draft draft, Designation type) {
    return !draft.suppliers.isEmpty()
        && !type.makers().isEmpty()
        && draft.suppliers.stream()
            .allMatch(s -> isFirm(s) && s.state().filter(type.makers()::contains).isEmpty());
  }

  private static boolean fits(ItemMention noun, Designation type) {
    if (noun.category() == type.category()) {
      return true;
    }
    boolean open = noun.category() == Category.OTHER && noun.sort() == EquipmentNoun.Sort.WEAK;
    boolean flying =
        noun.category() == Category.AIRCRAFT
            && type.category() == Category.UAV
            && noun.text().matches("(?i).*(aircraft|type).*");
    return open
            && noun.text()
                .matches(
                    "(?i).*\\b(systems?|platforms?|types?|models?|squadrons?|batter(y|ies)|units?|weapons?|vehicles?|parts?|components?|kits?|spares|launchers?|complex(es)?)")
        || flying;
  }

  private Optional<Draft> last(Draft draft, java.util.function.Predicate<Draft> fits) {
    for (int i = done.size() - 1; i >= 0; i--) {
      if (done.get(i) != draft && fits.test(done.get(i))) {
        return Optional.of(done.get(i));
      }
    }
    return Optional.empty();
  }

  // ---- sides

  /**
   * "Norway and Kenya signed an agreement which will see Norway deliver boats": another clause of
   * the sentence tells who of the two gives.
   */
  private boolean asToldBeside(Draft draft, Set<Party> two) {
    if (two.size() != 2) {
      return false;
    }
    Optional<Draft> told =
        all.stream()
            .filter(d -> d != draft && d.sentence == draft.sentence && d.trigger.word().verb())
            .filter(d -> d.kind == DealingKind.TRANSFER && d.sides.isEmpty())
            .filter(d -> d.suppliers.size() == 1 && d.recipients.size() == 1)
            .filter(d -> meet(d.suppliers, two) && meet(d.recipients, two))
            .filter(d -> !meet(d.suppliers, d.recipients))
            .findFirst();
    told.ifPresent(
        d -> {
          draft.suppliers.addAll(d.suppliers);
          draft.recipients.addAll(d.recipients);
        });
    return told.isPresent();
  }

  private void settleSides(Draft draft) {
    Set<Party> open = new LinkedHashSet<>();
    for (Party side : draft.sides) {
      boolean known =
          draft.suppliers.stream().anyMatch(side::sameSide)
              || draft.recipients.stream().anyMatch(side::sameSide);
      if (!known) {
        open.add(side);
      }
    }
    if (open.isEmpty()) {
      return;
    }
    if (draft.kind == DealingKind.RESTRICTION && draft.suppliers.isEmpty()) {
      draft.suppliers.addAll(open);
      return;
    }
    // Several who "completed a course" are taught; one alone may well be the teacher.
    boolean course =
        draft.kind == DealingKind.SERVICE
            && !draft.trigger.word().verb()
            && draft.trigger.word().at("of").contains(Role.RECIPIENT);
    if (course && draft.recipients.isEmpty() && open.size() > 1) {
      draft.recipients.addAll(open);
      return;
    }
    if (!draft.recipients.isEmpty() && draft.suppliers.isEmpty()) {
      draft.suppliers.addAll(open);
      return;
    }
    if (!draft.suppliers.isEmpty() && draft.recipients.isEmpty()) {
      draft.recipients.addAll(open);
      return;
    }
    if (open.size() == 1 && draft.suppliers.isEmpty() && sellsToIt(draft)) {
      draft.suppliers.addAll(open);
      return;
    }
    if (!draft.suppliers.isEmpty() || asToldBeside(draft, open)) {
      return;
    }
    List<Party> from =
        open.stream().filter(p -> draft.origins.stream().anyMatch(p::sameSide)).toList();
    boolean bought = draft.trigger.word().at("poss").contains(Role.RECIPIENT);
    if (bought && !from.isEmpty() && from.size() < open.size()) {
      open.removeAll(from);
      draft.suppliers.addAll(from);
      draft.recipients.addAll(open);
      return;
    }
    List<Party> with =
        open.stream().filter(p -> draft.companions.stream().anyMatch(p::sameSide)).toList();
    if (with.isEmpty()) {
      with = open.stream().filter(this::isFirm).toList();
    }
    if (bought && with.isEmpty() && open.size() == 2) {
      with = sellerOfTwo(draft, new ArrayList<>(open)).map(List::of).orElse(List.of());
    }
    boolean agreedWith = with.size() == 1 && isAgreedWith(draft, with.getFirst());
    if (bought && (with.size() < open.size() || agreedWith)) {
      open.removeAll(with);
      draft.suppliers.addAll(with);
      draft.recipients.addAll(open);
      return;
    }
    // Where nothing else tells, a buyer has a contract with a seller, but a seller one for a sale.
    boolean sale = !draft.trigger.word().verb() && draft.trigger.word().phrase().contains("sale");
    List<Party> lastFirst = new ArrayList<>(new ArrayList<>(open).reversed());
    lastFirst.sort(
        Comparator.comparing(p -> draft.companions.stream().noneMatch(p::sameSide) != sale));
    Optional<Party> seller =
        lastFirst.stream().reduce((a, b) -> sells(draft, b, open) > sells(draft, a, open) ? b : a);
    boolean one = open.size() == 1;
    int least = stopsDelivery(draft) ? 0 : 1;
    if (one ? sells(draft, seller.get(), open) >= least : true) {
      draft.suppliers.add(seller.get());
      open.remove(seller.get());
    }
    draft.recipients.addAll(open);
  }

  /** "Moscow called off a deal to sell it jets": whoever is named sells, and "it" is another. */
  private static boolean sellsToIt(Draft draft) {
    Integer gets = draft.pointers.get(Role.RECIPIENT);
    return gets != null
        && gets > draft.trigger.at()
        && draft.sentence.token(gets).tag().equals("PRP")
        && draft.trigger.word().verb()
        && draft.trigger.word().at("s").contains(Role.SUPPLIER);
  }

  /** "An agreement has been signed with Chad for the purchase of guns": Chad sells them. */
  private static boolean isAgreedWith(Draft draft, Party party) {
    return draft.underOthers
        && draft.kind == DealingKind.TRANSFER
        && draft.companions.stream().anyMatch(party::sameSide);
  }

  /** "Chad held back a shipment of guns": who stops or resumes one is mostly he who sends it. */
  private static boolean stopsDelivery(Draft draft) {
    DealingWord word = draft.trigger.word();
    return draft.underOthers
        && !word.verb()
        && word.kind() == DealingKind.TRANSFER
        && word.at("of").contains(Role.ITEM)
        && word.at("from").contains(Role.SUPPLIER)
        && !word.at("poss").contains(Role.RECIPIENT)
        && draft
            .stage
            .filter(s -> s == Stage.SUSPENDED || s == Stage.CANCELLED || s == Stage.UNDER_WAY)
            .isPresent();
  }

  /** "Talks between Peru and Korea for the purchase of jets": who makes or sold such things. */
  private Optional<Party> sellerOfTwo(Draft draft, List<Party> two) {
    Set<Party> both = Set.copyOf(two);
    int first = sells(draft, two.getFirst(), both);
    int second = sells(draft, two.getLast(), both);
    return first == second
        ? Optional.empty()
        : Optional.of(first > second ? two.getFirst() : two.getLast());
  }

  /** How much speaks for a side being the supplier; below zero speaks for the recipient. */
  private int sells(Draft draft, Party side, Set<Party> sides) {
    int score = outdoesAll(side, sides) ? 1 : 0;
    for (ItemMention item : draft.items) {
      if (item.designation().isPresent() && !item.designation().get().makers().isEmpty()) {
        score +=
            side.state().filter(item.designation().get().makers()::contains).isPresent() ? 3 : -2;
      }
    }
    score += isFirm(side) ? 2 : 0;
    for (Draft earlier : done) {
      if (isDirected(earlier.kind) && earlier.kind != DealingKind.RESTRICTION) {
        int weight = itemsMeet(earlier, draft) ? 4 : 1;
        score += earlier.suppliers.stream().anyMatch(side::sameSide) ? weight : 0;
        score -= earlier.recipients.stream().anyMatch(side::sameSide) ? weight : 0;
      }
    }
    return score;
  }

  /**
   * "Signed an agreement with Poland to repair six jets": the parse makes who signs do the work,
   * but it is done by who makes the thing, else by the firm, else by whoever it was agreed with.
   */
  private void agreedWork(Draft draft) {
    boolean agreed =
        draft.kind == DealingKind.SERVICE
            && draft.trigger.word().verb()
            && draft.underOthers
            && draft.suppliers.size() == 1
            && draft.recipients.size() == 1
            && !draft.companions.isEmpty();
    if (!agreed) {
      return;
    }
    Party worker = draft.suppliers.iterator().next();
    Party served = draft.recipients.iterator().next();
    boolean with = draft.companions.stream().anyMatch(served::sameSide);
    int better = makes(draft, served) - makes(draft, worker);
    if (better == 0) {
      better = (isFirm(served) ? 1 : 0) - (isFirm(worker) ? 1 : 0);
    }
    boolean onThings =
        !draft.items.isEmpty() && !draft.trigger.word().at("o").contains(Role.RECIPIENT);
    if (better == 0 && !onThings) {
      better = outdoesAll(served, Set.of(served, worker)) ? 1 : -1;
    }
    if (better > 0 || better == 0 && with) {
      draft.suppliers.clear();
      draft.suppliers.add(served);
      draft.recipients.clear();
      draft.recipients.add(worker);
    }
  }

  private static int makes(Draft draft, Party side) {
    return draft.items.stream()
            .flatMap(item -> item.designation().stream())
            .anyMatch(type -> side.state().filter(type.makers()::contains).isPresent())
        ? 1
        : 0;
  }

  /** "Manila will buy two submarines": a state that makes hardly any arms has them from others. */
  private boolean buysAbroad(Draft draft) {
    return draft.suppliers.isEmpty()
        && !draft.recipients.isEmpty()
        && !draft.grounds.contains(RECIPIENT_FROM_REPORT)
        && draft.trigger.word().verb()
        && draft.trigger.word().at("s").contains(Role.RECIPIENT)
        && draft.recipients.stream()
            .allMatch(r -> r.state().filter(s -> makers.types(s) < FEW_TYPES).isPresent());
  }

  private boolean outdoesAll(Party side, Set<Party> sides) {
    return side.state().isPresent()
        && sides.stream()
            .filter(other -> !other.equals(side))
            .flatMap(other -> other.state().stream())
            .allMatch(other -> makers.outdoes(side.state().get(), other))
        && sides.size() > 1;
  }

  /** "Russian Su-35s", "Israel's Spike": the origin beside the item, where no supplier is named. */
  private void supplierFromItems(Draft draft) {
    if (!draft.suppliers.isEmpty()
        || draft.kind != DealingKind.TRANSFER && draft.kind != DealingKind.ANY) {
      return;
    }
    for (ItemMention item : draft.items) {
      for (PartyMention party : mentions.get(draft.sentence.number()).parties()) {
        boolean within =
            party.from() >= item.from() - 2
                && party.to() <= item.head()
                && item.from() >= draft.from - 12;
        boolean recipient = draft.recipients.stream().anyMatch(party.party()::sameSide);
        if (within
            && !recipient
            && party.form() != PartyName.Form.PLACE
            && belongs(draft, party, item)
            && !hasGot(draft, party.party())) {
          draft.suppliers.add(ofMaker(draft, party));
          draft.grounds.add("origin beside the item");
          return;
        }
      }
    }
  }

  /**
   * "Bonn had no objection": who permits or forbids a sale between two others, as the report told
   * it before, is no side of it.
   */
  private void consentOfThird(Draft draft) {
    boolean consent =
        draft.approvers.size() == 1
            && draft.kind != DealingKind.SERVICE
            && draft.suppliers.isEmpty()
            && draft.recipients.isEmpty()
            && draft.pointers.isEmpty()
            && draft.stage.filter(s -> s == Stage.APPROVED || s == Stage.REFUSED).isPresent();
    if (!consent) {
      return;
    }
    last(draft, d -> isPlainlyTold(d) && itemsMeet(d, draft))
        .filter(d -> !meet(d.suppliers, draft.approvers) && !meet(d.recipients, draft.approvers))
        .ifPresent(
            d -> {
              draft.suppliers.addAll(d.suppliers);
              draft.recipients.addAll(d.recipients);
              draft.grounds.add("consent of a third");
            });
  }

  /** Whether a clause itself names both sides of a transfer. */
  private static boolean isPlainlyTold(Draft draft) {
    return full(draft)
        && isDirected(draft.kind)
        && draft.kind != DealingKind.RESTRICTION
        && !draft.grounds.contains(SUPPLIER_FROM_REPORT)
        && !draft.grounds.contains(RECIPIENT_FROM_REPORT);
  }

  /** "The sale of Marex-made tanks was approved": the maker's state lets them go. */
  private Party ofMaker(Draft draft, PartyMention origin) {
    boolean maker =
        origin.form() == PartyName.Form.ADJECTIVE
            && draft.sentence.token(origin.to() - 1).lower().matches(".*-(made|built|produced)");
    return maker
        ? origin.party().state().flatMap(parties::state).orElse(origin.party())
        : origin.party();
  }

  /** Whether the report has told before that a party gets these things: "the Norwegian guns". */
  private boolean hasGot(Draft draft, Party party) {
    return done.stream()
        .filter(earlier -> isDirected(earlier.kind) && itemsMeet(earlier, draft))
        .anyMatch(earlier -> earlier.recipients.stream().anyMatch(party::sameSide));
  }

  /** "Upgraded Pakistan's F-16s": the owner beside the item gets the work. */
  private void recipientFromItems(Draft draft) {
    if (!draft.recipients.isEmpty() || draft.suppliers.isEmpty()) {
      return;
    }
    for (ItemMention item : draft.items) {
      for (PartyMention party : mentions.get(draft.sentence.number()).parties()) {
        boolean within = party.from() >= item.from() && party.to() <= item.head() + 1;
        boolean supplier = draft.suppliers.stream().anyMatch(party.party()::sameSide);
        boolean owner =
            draft.sentence.token(party.to() - 1).is("nmod:poss")
                || draft.kind == DealingKind.SERVICE;
        boolean ownFleet =
            within
                && supplier
                && draft.sentence.token(party.to() - 1).is("nmod:poss")
                && draft
                    .trigger
                    .word()
                    .name()
                    .matches("(start )?(build|construct|assemble|produce)");
        if (ownFleet) {
          draft.domestic = true;
          return;
        }
        if (within && !supplier && owner && party.form() != PartyName.Form.PLACE) {
          draft.recipients.add(party.party());
          draft.grounds.add("owner beside the item");
          return;
        }
      }
    }
  }

  private static boolean belongs(Draft draft, PartyMention party, ItemMention item) {
    int last = party.to() - 1;
    return draft.sentence.dominates(item.head(), last) || party.covers(item.from());
  }

  static boolean sameType(Draft a, Draft b) {
    return a.items.stream()
        .flatMap(i -> i.designation().stream())
        .anyMatch(
            x ->
                b.items.stream()
                    .flatMap(i -> i.designation().stream())
                    .anyMatch(y -> x.base().equals(y.base())));
  }

  /** A delivery still to come stands at the contract that the report knows of. */
  private void afterContract(Draft draft) {
    if (draft.ahead && knows(draft, Stage.ORDERED)) {
      draft.stage = Optional.of(Stage.ORDERED);
    }
    if (draft.perhaps && (knows(draft, Stage.ORDERED) || knows(draft, Stage.AGREED))) {
      draft.stage = Optional.of(Stage.AGREED);
    }
  }

  /** Whether the report has told of the same dealing at a stage. */
  private boolean knows(Draft draft, Stage stage) {
    return last(
            draft,
            d ->
                d.stage.filter(stage::equals).isPresent()
                    && d.polarity == Polarity.ASSERTED
                    && (stage != Stage.ORDERED || Contracts.isSigned(d))
                    && sameKind(d, draft)
                    && compatible(d, draft)
                    && full(d)
                    && full(draft)
                    && (itemsMeet(d, draft) || mayBeSame(d, draft)))
        .isPresent();
  }

  private static boolean sameKind(Draft a, Draft b) {
    return (a.kind == DealingKind.SERVICE) == (b.kind == DealingKind.SERVICE);
  }

  /** "The ship" after "four FDI frigates": a thing without its type may be the one named before. */
  private static boolean mayBeSame(Draft named, Draft draft) {
    return draft.items.stream()
        .filter(i -> i.designation().isEmpty())
        .anyMatch(
            i ->
                named.items.stream()
                    .anyMatch(n -> n.designation().isPresent() && n.category() == i.category()));
  }

  private static boolean full(Draft draft) {
    return !draft.suppliers.isEmpty() && !draft.recipients.isEmpty();
  }

  static boolean itemsMeet(Draft a, Draft b) {
    if (a.items.isEmpty() || b.items.isEmpty()) {
      return a.items.isEmpty() && b.items.isEmpty();
    }
    return a.items.stream().anyMatch(x -> b.items.stream().anyMatch(y -> sameItem(x, y)));
  }

  static boolean sameItem(ItemMention a, ItemMention b) {
    if (a.designation().isPresent() && b.designation().isPresent()) {
      return a.designation().get().base().equals(b.designation().get().base());
    }
    return a.category() == b.category() && (a.designation().isEmpty() && b.designation().isEmpty());
  }

  /** Whether a draft has what a claim of its kind cannot do without. */
  static boolean isWhole(Draft draft) {
    if (draft.stage.isEmpty() || !apart(draft) || lacksHub(draft)) {
      return false;
    }
    if (draft.domestic && draft.recipients.isEmpty() || isAtHome(draft)) {
      return false;
    }
    boolean side = !draft.suppliers.isEmpty() || !draft.recipients.isEmpty();
    return switch (draft.kind) {
      case TRANSFER, ANY -> !draft.items.isEmpty() && side;
      case SERVICE -> side;
      case RESTRICTION -> !draft.suppliers.isEmpty() && !draft.recipients.isEmpty();
      case COOPERATION, RELATIONS, TRADE ->
          distinct(draft.partners) >= 2
              && (!draft.trigger.word().verb()
                  || draft.items.isEmpty()
                  || draft.items.stream().anyMatch(ItemMention::isArms));
    };
  }

  /** "The ministry signed a contract with a Sofia-based firm": both are of one state. */
  private static boolean isAtHome(Draft draft) {
    return !draft.companions.isEmpty()
        && !draft.signers.isEmpty()
        && draft.signers.stream().allMatch(s -> draft.companions.stream().anyMatch(s::sameSide));
  }

  /** "A U.S. Navy contract was awarded to Lockheed": the one who orders is of the maker's state. */
  private boolean isOrderedAtHome(Draft draft) {
    return draft.recipients.isEmpty()
        && !draft.suppliers.isEmpty()
        && !draft.trigger.word().verb()
        && !draft.grounds.contains(SUPPLIER_FROM_REPORT)
        && draft.stage.filter(Stage.ORDERED::equals).isPresent()
        && draft.suppliers.stream().noneMatch(this::isFirm)
        && !draft.sides.isEmpty()
        && draft.sides.stream().allMatch(s -> draft.suppliers.stream().anyMatch(s::sameSide))
        && mentions.get(draft.sentence.number()).parties().stream()
            .anyMatch(
                p ->
                    p.form() == PartyName.Form.COMPANY
                        && draft.suppliers.stream().anyMatch(p.party()::sameSide));
  }

  private static boolean apart(Draft draft) {
    return !meet(draft.suppliers, draft.recipients);
  }
}
