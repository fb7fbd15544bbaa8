package org.attache.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attache.dealing.Role;
import org.attache.equipment.EquipmentNoun;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.ItemMention;
import org.attache.mention.Mentions;
import org.attache.mention.PartyMention;
import org.attache.party.Party;
import org.attache.party.PartyName;
import org.attache.quantity.NumberReader;
import org.attache.quantity.Quantity;

/**
 * Deals out what one verb says of several: "two frigates to Greece and three to Egypt", "offered
 * the JF-17 by China and the Tejas by India", "the Dutch gave ten tanks and Norway eight guns".
 */
final class Distribution {
  private static final Set<String> PREPOSITIONS = Set.of("to", "from", "by", "for", "with");

  private final NumberReader numbers;

  Distribution(NumberReader numbers) {
    this.numbers = numbers;
  }

  /** A thing and, behind a preposition, the party that it goes to or comes from. */
  private record Share(ItemMention item, List<PartyMention> parties, String preposition) {
    int to() {
      return parties.getLast().to();
    }
  }

  /** The drafts of a sentence, with one for each share in place of the one that had them all. */
  List<Draft> dealOut(List<Draft> drafts, Mentions mentions) {
    List<Draft> dealt = new ArrayList<>();
    for (Draft draft : drafts) {
      List<Draft> shares = shares(draft, mentions);
      dealt.addAll(shares.isEmpty() ? countedInBrackets(draft, mentions) : shares);
      for (Draft other : gapped(draft, mentions)) {
        draft.items.removeAll(other.items);
        dealt.add(other);
      }
    }
    return dealt;
  }

  /** "Sold the gun to Ghana (six), Togo (four) and Benin": how many each of them gets. */
  private List<Draft> countedInBrackets(Draft draft, Mentions mentions) {
    if (draft.items.size() != 1 || draft.items.getFirst().quantity().isPresent()) {
      return List.of(draft);
    }
    List<Draft> counted = new ArrayList<>();
    boolean hasOthers = false;
    for (boolean gets : new boolean[] {true, false}) {
      Set<Party> side = gets ? draft.recipients : draft.suppliers;
      boolean several = side.size() > 1;
      for (PartyMention mention : several ? mentions.parties() : List.<PartyMention>of()) {
        Optional<Quantity> number = inBrackets(mentions, mention.to());
        if (number.isPresent() && side.removeIf(mention.party()::sameSide)) {
          Draft one = draft.copy();
          Set<Party> own = gets ? one.recipients : one.suppliers;
          own.clear();
          own.add(mention.party());
          one.items.replaceAll(item -> item.counted(number.get()));
          counted.add(one);
        }
      }
      hasOthers |= several && !side.isEmpty();
    }
    if (counted.isEmpty() || hasOthers) {
      counted.add(draft);
    }
    return counted;
  }

  /** The number that stands alone, or before things, in brackets at a place: no percentage. */
  private Optional<Quantity> inBrackets(Mentions mentions, int open) {
    Sentence sentence = mentions.sentence();
    boolean number =
        open + 2 < sentence.size()
            && sentence.token(open).text().equals("(")
            && sentence.token(open + 1).tag().equals("CD")
            && !sentence.token(open + 1).text().matches("(?:19|20)\\d\\d");
    return number
        ? numbers
            .read(sentence.tokens().stream().map(Token::text).toList(), open + 1)
            .filter(
                reading ->
                    reading.to() < sentence.size()
                        && (sentence.token(reading.to()).text().equals(")")
                            || mentions.itemAt(reading.to()).isPresent()))
            .map(NumberReader.Reading::quantity)
        : Optional.empty();
  }

  private List<Draft> shares(Draft draft, Mentions mentions) {
    List<Share> shares = new ArrayList<>();
    int at = draft.trigger.to();
    int end = endOfClause(draft.sentence, at);
    Optional<ItemMention> named = Optional.empty();
    Optional<ItemMention> before = subjectOfPassive(draft);
    while (at < end) {
      Optional<Share> share =
          nextShare(
              draft.sentence,
              mentions,
              at,
              end,
              named,
              shares.isEmpty() ? before : Optional.empty());
      if (share.isEmpty()
          || !shares.isEmpty()
              && !(share.get().preposition().equals(shares.getFirst().preposition())
                  && areListed(draft.sentence, mentions, shares.getLast().to(), share.get()))) {
        break;
      }
      shares.add(share.get());
      named = Optional.of(share.get().item());
      at = share.get().to();
    }
    if (shares.size() < 2) {
      return List.of();
    }
    List<Role> roles = draft.trigger.word().at(shares.getFirst().preposition());
    Optional<Role> role =
        roles.stream().filter(r -> r == Role.SUPPLIER || r == Role.RECIPIENT).findFirst();
    boolean agent =
        shares.getFirst().preposition().equals("by")
            && draft.trigger.word().verb()
            && Syntax.passive(draft.sentence, draft.trigger.at());
    if (agent) {
      role =
          draft.trigger.word().at("s").stream()
              .filter(r -> r == Role.SUPPLIER || r == Role.RECIPIENT)
              .findFirst();
    }
    if (role.isEmpty()) {
      return List.of();
    }
    List<Draft> dealt = new ArrayList<>();
    for (Share share : shares) {
      Draft one = draft.copy();
      one.items.clear();
      one.items.add(share.item());
      Set<Party> side = role.get() == Role.SUPPLIER ? one.suppliers : one.recipients;
      Set<Party> other = role.get() == Role.SUPPLIER ? one.recipients : one.suppliers;
      side.clear();
      share.parties().forEach(p -> side.add(p.party()));
      other.removeIf(
          p ->
              shares.stream()
                  .flatMap(s -> s.parties().stream())
                  .anyMatch(s -> s.party().sameSide(p)));
      List<Party> inOrder = List.copyOf(other);
      boolean eachToOne =
          inOrder.size() == shares.size()
              && draft.sentence.tokens().stream()
                  .anyMatch(word -> word.lower().equals("respectively"));
      if (eachToOne) {
        other.clear();
        other.add(inOrder.get(dealt.size()));
      }
      one.cover(share.item().from(), share.to());
      one.grounds.add("share");
      dealt.add(one);
    }
    return dealt;
  }

  /** "Five aircraft will go to …, four to …": the first thing stands before the verb. */
  private static Optional<ItemMention> subjectOfPassive(Draft draft) {
    boolean passive =
        draft.trigger.word().verb()
            && Syntax.passive(draft.sentence, draft.trigger.at())
            && draft.items.size() == 1
            && draft.items.getFirst().quantity().isPresent()
            && draft.items.getFirst().to() <= draft.trigger.from();
    return passive ? Optional.of(draft.items.getFirst()) : Optional.empty();
  }

  /** The next thing, or bare number of the thing before, with the party behind it. */
  private Optional<Share> nextShare(
      Sentence sentence,
      Mentions mentions,
      int from,
      int end,
      Optional<ItemMention> named,
      Optional<ItemMention> before) {
    Optional<ItemMention> item = before;
    for (int i = from; i < end; i++) {
      int here = i;
      Optional<ItemMention> starts =
          mentions.items().stream().filter(m -> m.from() <= here && here < m.to()).findFirst();
      if (starts.isPresent()) {
        item = starts;
        i = starts.get().to() - 1;
        continue;
      }
      if (item.isEmpty() && named.isPresent()) {
        item = counted(sentence, i, named.get());
        if (item.isPresent()) {
          i = item.get().to() - 1;
          continue;
        }
      }
      if (item.isPresent() && PREPOSITIONS.contains(sentence.token(i).lower())) {
        List<PartyMention> parties = partiesBehind(sentence, mentions, i);
        if (!parties.isEmpty()) {
          return Optional.of(new Share(item.get(), parties, sentence.token(i).lower()));
        }
      }
    }
    return Optional.empty();
  }

  /** "Five", "the first": so many of the things named before. */
  private Optional<ItemMention> counted(Sentence sentence, int at, ItemMention named) {
    boolean first =
        sentence.token(at).lower().equals("first")
            && at > 0
            && sentence.token(at - 1).lower().equals("the")
            && at + 1 < sentence.size()
            && PREPOSITIONS.contains(sentence.token(at + 1).lower());
    if (first) {
      return Optional.of(numbered(sentence, at, at + 1, named, Quantity.exactly(1)));
    }
    if (!sentence.token(at).tag().equals("CD") || sentence.token(at).is("nummod", "compound")) {
      return Optional.empty();
    }
    List<String> words = sentence.tokens().stream().map(Token::text).toList();
    return numbers
        .read(words, at)
        .filter(r -> r.from() <= at)
        .map(r -> numbered(sentence, at, r.to(), named, r.quantity()));
  }

  private static ItemMention numbered(
      Sentence sentence, int from, int to, ItemMention named, Quantity quantity) {
    return new ItemMention(
        from,
        Math.max(from + 1, to),
        from,
        named.designation(),
        named.category(),
        named.sort(),
        Optional.of(quantity),
        true,
        sentence.words(from, Math.max(from + 1, to)),
        named.written());
  }

  private static List<PartyMention> partiesBehind(
      Sentence sentence, Mentions mentions, int preposition) {
    List<PartyMention> found = new ArrayList<>();
    int at = preposition + 1;
    while (at < sentence.size()) {
      int here = at;
      Optional<PartyMention> party =
          mentions.parties().stream()
              .filter(p -> p.from() == here)
              .filter(p -> p.form() != PartyName.Form.ADJECTIVE || isForces(sentence, p.to()))
              .findFirst();
      if (party.isPresent()) {
        found.add(party.get());
        at = party.get().to();
        while (party.get().form() == PartyName.Form.ADJECTIVE
            && at < sentence.size()
            && sentence.token(at).isNoun()) {
          at++;
        }
      } else if (sentence.token(at).tag().equals("DT") && at == preposition + 1) {
        at++;
      } else {
        break;
      }
      boolean another =
          !found.isEmpty()
              && at + 1 < sentence.size()
              && sentence.token(at).lower().matches("and|,")
              && isParty(mentions, at + 1);
      if (another) {
        at++;
      } else if (!found.isEmpty()) {
        break;
      }
    }
    boolean item =
        !found.isEmpty()
            && mentions.items().stream().anyMatch(i -> i.covers(found.getLast().to() - 1));
    return item ? List.of() : found;
  }

  /** "The Dutch navy", "the Austrian Air Force": the state by its forces. */
  private static boolean isForces(Sentence sentence, int at) {
    return at < sentence.size()
        && sentence
            .words(at, Math.min(sentence.size(), at + 2))
            .toLowerCase(java.util.Locale.ROOT)
            .matches("(navy|army|air force|armed forces|military|forces|ministry|government)\\b.*");
  }

  private static boolean isParty(Mentions mentions, int at) {
    return mentions.parties().stream()
        .anyMatch(p -> p.from() == at && p.form() != PartyName.Form.ADJECTIVE);
  }

  /** Whether a share follows the one before as in a list, with no more than a time between. */
  private static boolean areListed(Sentence sentence, Mentions mentions, int from, Share next) {
    boolean joined = false;
    for (int i = from; i < next.item().from(); i++) {
      Token token = sentence.token(i);
      if (token.isVerb() && !token.is("amod") || mentions.partyAt(i).isPresent()) {
        return false;
      }
      joined |= token.lower().matches("and|,|;|plus");
    }
    return joined && next.item().from() - from <= 9;
  }

  private static int endOfClause(Sentence sentence, int from) {
    for (int i = from; i < sentence.size(); i++) {
      Token token = sentence.token(i);
      if (token.tag().matches("VBD|VBZ|VBP|MD") && !token.is("acl", "acl:relcl", "amod")) {
        return i;
      }
    }
    return sentence.size();
  }

  /**
   * "… delivered two submarines to Taiwan and France six frigates", "Saab offers its Gripen, Boeing
   * its F-18": the verb is not said again.
   */
  private static List<Draft> gapped(Draft draft, Mentions mentions) {
    Sentence sentence = draft.sentence;
    Optional<Role> role =
        draft.trigger.word().at("s").stream()
            .filter(r -> r == Role.SUPPLIER || r == Role.RECIPIENT)
            .findFirst();
    boolean plain =
        draft.trigger.word().verb()
            && role.isPresent()
            && !draft.items.isEmpty()
            && !Syntax.passive(sentence, draft.trigger.at());
    if (!plain) {
      return List.of();
    }
    List<Draft> found = new ArrayList<>();
    int end = endOfClause(sentence, draft.trigger.to());
    for (PartyMention doer : mentions.parties()) {
      boolean after =
          doer.from() > draft.trigger.to()
              && doer.to() < end
              && draft.items.stream()
                  .anyMatch(i -> i.to() <= doer.from() && i.from() >= draft.trigger.to())
              && doer.form() != PartyName.Form.PLACE
              && follows(sentence, doer.from());
      if (!after) {
        continue;
      }
      int first = doer.to();
      if (doer.form() == PartyName.Form.ADJECTIVE) {
        if (!sentence.token(first).isNoun() || mentions.itemAt(first).isPresent()) {
          continue;
        }
        first++;
      }
      int start = first;
      Optional<ItemMention> item =
          mentions.items().stream()
              .filter(
                  i ->
                      (i.from() == start || i.from() < start && start <= i.head())
                          && i.sort() != EquipmentNoun.Sort.WEAK)
              .filter(i -> i.quantity().isPresent() || start > doer.to() || isOwn(sentence, i))
              .findFirst();
      item.ifPresent(i -> found.add(gapped(draft, role.get(), doer, i, mentions)));
    }
    return found;
  }

  private static boolean isOwn(Sentence sentence, ItemMention item) {
    return sentence.token(item.from()).lower().matches("its|their");
  }

  private static boolean follows(Sentence sentence, int at) {
    int before = at - 1;
    while (before > 0 && sentence.token(before).tag().equals("DT")) {
      before--;
    }
    return before > 0 && sentence.token(before).lower().matches("and|,|;|while");
  }

  private static Draft gapped(
      Draft draft, Role role, PartyMention doer, ItemMention item, Mentions mentions) {
    Draft other = draft.copy();
    other.items.clear();
    other.items.add(item);
    Set<Party> side = role == Role.SUPPLIER ? other.suppliers : other.recipients;
    Set<Party> rest = role == Role.SUPPLIER ? other.recipients : other.suppliers;
    side.clear();
    side.add(doer.party());
    rest.removeIf(doer.party()::sameSide);
    int behind = item.to();
    if (behind < other.sentence.size()
        && PREPOSITIONS.contains(other.sentence.token(behind).lower())) {
      List<PartyMention> own = partiesBehind(other.sentence, mentions, behind);
      boolean opposite =
          other.trigger.word().at(other.sentence.token(behind).lower()).stream()
              .anyMatch(r -> r != role && (r == Role.SUPPLIER || r == Role.RECIPIENT));
      if (!own.isEmpty() && opposite) {
        rest.clear();
        own.forEach(p -> rest.add(p.party()));
      }
    }
    other.from = doer.from();
    other.to = item.to();
    other.value = Optional.empty();
    other.when = Optional.empty();
    other.grounds.add("verb not said again");
    return other;
  }
}
