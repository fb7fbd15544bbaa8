package org.attache.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.Role;
import org.attache.equipment.EquipmentNoun;
import org.attache.equipment.Item;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.mention.ItemMention;
import org.attache.party.Party;
import org.attache.source.Source;

/** Makes claims of completed drafts, one for each pair of sides. */
final class ClaimAssembler {
  private static final int NEAR = 4;

  private final Document document;
  private final Context context;

  /** What a sentence's words say of its field. */
  interface Context {
    boolean military(String word);

    boolean military(Sentence sentence, int from, int to);

    boolean economic(Sentence sentence, int from, int to);

    /** Whether one of the parties is named in a sentence by its forces: "the Nepal Army". */
    boolean forces(Sentence sentence, Set<Party> parties);

    /** Whether the report tells of arms that go from one of the parties to another. */
    boolean armsBetween(Set<Party> parties);

    /** Whether a thing carries people or loads. */
    boolean vehicle(String thing);
  }

  ClaimAssembler(Document document, Context context) {
    this.document = document;
    this.context = context;
  }

  /** The claims of a draft, all with this chain of sources. */
  List<Claim> claims(Draft draft, List<Source> chain) {
    Kind kind = kind(draft);
    List<Claim> claims = new ArrayList<>();
    if (!draft.each.isEmpty()
        && (draft.kind == DealingKind.RELATIONS || draft.kind == DealingKind.TRADE)) {
      List<Party> hub =
          distinct(draft.partners).stream()
              .filter(p -> draft.each.stream().noneMatch(p::sameSide))
              .toList();
      if (hub.size() == 1 && distinct(draft.each).size() > 1) {
        for (Party other : distinct(draft.each)) {
          claims.add(
              claim(
                  draft,
                  kind,
                  Optional.empty(),
                  Optional.empty(),
                  List.of(hub.getFirst(), other),
                  chain));
        }
        return claims;
      }
    }
    if (!Discourse.isDirected(draft.kind)) {
      claims.add(
          claim(draft, kind, Optional.empty(), Optional.empty(), distinct(draft.partners), chain));
      return claims;
    }
    for (Optional<Party> supplier : choices(draft.suppliers)) {
      for (Optional<Party> recipient : choices(draft.recipients)) {
        claims.add(claim(draft, kind, supplier, recipient, List.of(), chain));
      }
    }
    return claims;
  }

  private Kind kind(Draft draft) {
    return switch (draft.kind) {
      case TRANSFER, ANY -> civil(draft) ? Kind.TRADE : Kind.ARMS_TRANSFER;
      case SERVICE -> Kind.SERVICE;
      case RESTRICTION -> Kind.RESTRICTION;
      case RELATIONS -> Kind.RELATIONS;
      case TRADE -> Kind.TRADE;
      case COOPERATION -> ofField(draft);
    };
  }

  /**
   * In which field sides work together: by the words of the phrase itself, then by the arms that it
   * is about, then by its clause and its sentence, then by whether arms go between the sides; a
   * strategic partnership is how they stand to each other.
   */
  private Kind ofField(Draft draft) {
    Sentence sentence = draft.sentence;
    DealingWord word = draft.trigger.word();
    boolean arms = draft.items.stream().anyMatch(ItemMention::isArms);
    if (context.military(word.name()) || arms && word.verb()) {
      return Kind.MILITARY_COOPERATION;
    }
    Optional<Kind> field =
        field(sentence, Math.max(0, draft.trigger.from() - NEAR), draft.trigger.to());
    if (field.isPresent() || arms) {
      return field.orElse(Kind.MILITARY_COOPERATION);
    }
    boolean ofThing = word.at(word.verb() ? "o" : "of").contains(Role.ITEM);
    return field(sentence, draft.from, draft.to)
        .or(() -> field(sentence, 0, sentence.size()))
        .orElse(
            ofThing || !word.name().contains("strategic") && context.armsBetween(draft.partners)
                ? Kind.MILITARY_COOPERATION
                : Kind.RELATIONS);
  }

  private Optional<Kind> field(Sentence sentence, int from, int to) {
    if (context.military(sentence, from, to)) {
      return Optional.of(Kind.MILITARY_COOPERATION);
    }
    return context.economic(sentence, from, to) ? Optional.of(Kind.TRADE) : Optional.empty();
  }

  private boolean civil(Draft draft) {
    return draft.items.stream().allMatch(i -> i.sort() == EquipmentNoun.Sort.CIVIL)
        && !isBetweenForces(draft);
  }

  /** "Gave five trucks to the Nepal Army": what an army gets is its equipment. */
  private boolean isBetweenForces(Draft draft) {
    return !draft.items.isEmpty()
        && draft.kind == DealingKind.TRANSFER
        && draft.items.stream().allMatch(i -> context.vehicle(i.text()))
        && context.forces(draft.sentence, draft.recipients);
  }

  private static List<Optional<Party>> choices(Set<Party> parties) {
    List<Party> distinct = distinct(parties);
    return distinct.isEmpty()
        ? List.of(Optional.empty())
        : distinct.stream().map(Optional::of).toList();
  }

  /** One party for each state; parties of one state share a claim. */
  private static List<Party> distinct(Set<Party> parties) {
    List<Party> kept = new ArrayList<>();
    for (Party party : parties) {
      if (kept.stream().noneMatch(party::sameSide)) {
        kept.add(party);
      }
    }
    return kept;
  }

  private Claim claim(
      Draft draft,
      Kind kind,
      Optional<Party> supplier,
      Optional<Party> recipient,
      List<Party> participants,
      List<Source> chain) {
    List<Source> attribution = new ArrayList<>();
    attribution.add(Source.outlet(document.report().outlet()));
    attribution.addAll(chain);
    String text = document.report().text();
    return new Claim(
        kind,
        draft.stage.orElseThrow(),
        draft.polarity,
        draft.certainty,
        supplier,
        recipient,
        participants,
        items(draft),
        draft.value,
        draft.when,
        draft.withheld,
        attribution,
        List.of(
            new Evidence(draft.start(), draft.end(), text.substring(draft.start(), draft.end()))),
        draft.grounds);
  }

  private static List<Item> items(Draft draft) {
    if (draft.kind == DealingKind.RELATIONS) {
      return List.of();
    }
    Set<Item> items = new LinkedHashSet<>();
    for (ItemMention item : draft.items) {
      boolean there =
          items.stream()
              .anyMatch(
                  i ->
                      i.designation().isPresent()
                          && i.designation().equals(item.item().designation())
                          && i.quantity().equals(item.quantity()));
      if (!there) {
        items.add(item.item());
      }
    }
    return List.copyOf(items);
  }

  /** Joins claims that say the same: kind, stage, sides, source, and an item in common. */
  static List<Claim> merge(List<Claim> claims) {
    List<Claim> merged = new ArrayList<>();
    for (Claim claim : claims) {
      boolean joined = false;
      for (int i = 0; i < merged.size() && !joined; i++) {
        if (same(merged.get(i), claim)) {
          merged.set(i, join(merged.get(i), claim));
          joined = true;
        }
      }
      if (!joined) {
        merged.add(claim);
      }
    }
    return merged;
  }

  private static boolean same(Claim a, Claim b) {
    return a.kind() == b.kind()
        && a.stage() == b.stage()
        && a.polarity() == b.polarity()
        && sameSides(a, b)
        && sameSource(a, b)
        && itemsMeet(a, b)
        && a.grounds().contains(Partners.EXERCISE) == b.grounds().contains(Partners.EXERCISE)
        && !(a.when().isPresent() && b.when().isPresent() && !sameTime(a, b));
  }

  private static boolean sameTime(Claim a, Claim b) {
    return a.when().get().from().equals(b.when().get().from())
        && a.when().get().to().equals(b.when().get().to());
  }

  private static boolean sameSource(Claim a, Claim b) {
    return a.attribution().size() == b.attribution().size()
            && a.asserter().name().equals(b.asserter().name())
            && a.asserter().role().equals(b.asserter().role())
        || b.attribution().size() == 1 && a.attribution().size() > 1 && onlyRepeats(b, a)
        || a.attribution().size() == 1 && b.attribution().size() > 1 && onlyRepeats(a, b);
  }

  /** Whether an unattributed claim says no more of the time and the price than a source does. */
  private static boolean onlyRepeats(Claim plain, Claim sourced) {
    return (plain.when().isEmpty() || sourced.when().isPresent())
        && (plain.value().isEmpty() || sourced.value().isPresent());
  }

  static boolean sameSides(Claim a, Claim b) {
    return sameParty(a.supplier(), b.supplier())
        && sameParty(a.recipient(), b.recipient())
        && a.participants().size() == b.participants().size()
        && a.participants().stream().allMatch(p -> b.participants().stream().anyMatch(p::sameSide));
  }

  private static boolean sameParty(Optional<Party> a, Optional<Party> b) {
    return a.isPresent() && b.isPresent() ? a.get().sameSide(b.get()) : a.isEmpty() && b.isEmpty();
  }

  static boolean itemsMeet(Claim a, Claim b) {
    if (a.items().isEmpty() || b.items().isEmpty()) {
      return a.items().isEmpty() && b.items().isEmpty();
    }
    return a.items().stream().anyMatch(x -> b.items().stream().anyMatch(y -> sameItem(x, y)));
  }

  private static boolean sameItem(Item a, Item b) {
    boolean quantity =
        a.quantity().isEmpty() || b.quantity().isEmpty() || a.quantity().equals(b.quantity());
    if (a.designation().isPresent() && b.designation().isPresent()) {
      return a.designation().equals(b.designation()) && quantity;
    }
    return a.category() == b.category() && quantity;
  }

  /** The first claim with the other's evidence and what it lacks. */
  static Claim join(Claim a, Claim b) {
    List<Evidence> evidence = Evidence.joined(a.evidence(), b.evidence());
    List<Item> items = new ArrayList<>();
    for (Item item : a.items()) {
      Optional<Item> other = b.items().stream().filter(i -> sameItem(i, item)).findFirst();
      Item named =
          other
              .filter(o -> item.designation().isEmpty() && o.designation().isPresent())
              .orElse(item);
      items.add(
          item.quantity().isPresent() || other.isEmpty() || isFirst(other.get())
              ? named.withQuantity(item.quantity().or(named::quantity))
              : named.withQuantity(other.get().quantity()));
    }
    for (Item item : b.items()) {
      if (items.stream().noneMatch(i -> sameItem(i, item))) {
        items.add(item);
      }
    }
    boolean sourced = a.attribution().size() >= b.attribution().size();
    return new Claim(
        a.kind(),
        a.stage(),
        a.polarity() == Polarity.DENIED ? a.polarity() : b.polarity(),
        a.certainty(),
        a.supplier(),
        a.recipient(),
        a.participants(),
        items,
        a.value().or(b::value),
        a.when().or(b::when),
        union(a.withheld(), b.withheld()),
        sourced ? a.attribution() : b.attribution(),
        evidence,
        a.grounds());
  }

  /** "The first aircraft": how many come first, not how many there are. */
  private static boolean isFirst(Item item) {
    return item.text().matches("(?i)(?:the |its |their )?(?:first|last|final)\\b.*");
  }

  private static <T> Set<T> union(Set<T> a, Set<T> b) {
    Set<T> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }
}
