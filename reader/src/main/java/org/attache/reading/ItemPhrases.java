package org.attache.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.attache.dealing.Role;
import org.attache.equipment.Category;
import org.attache.equipment.EquipmentNoun;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.ItemMention;
import org.attache.mention.Mentions;
import org.attache.quantity.NumberReader;
import org.attache.quantity.Quantity;

/** What a phrase beside a trigger names: the items in it, how many, or what it points back to. */
final class ItemPhrases {
  /** Words that stand for something named before. */
  static final Set<String> POINTERS =
      Set.of(
          "it", "them", "they", "those", "these", "any", "some", "none", "both", "more", "others",
          "another", "one", "this", "all");

  private static final int FARTHEST_ITEM = 14;

  private final NumberReader numbers;
  private final Words words;

  ItemPhrases(NumberReader numbers, Words words) {
    this.numbers = numbers;
    this.words = words;
  }

  /** Adds what a phrase names to a draft; whether the phrase was about items at all. */
  boolean assign(Draft draft, int token, Mentions mentions, List<Role> roles) {
    Sentence sentence = draft.sentence;
    boolean anotherDealing =
        draft.trigger.word().verb()
            && token != draft.trigger.at()
            && draft.dealingWords.contains(token)
            && mentions.itemAt(token).isEmpty();
    if (anotherDealing) {
      return false;
    }
    List<ItemMention> found =
        new ArrayList<>(spelledOut(sentence, under(sentence, token, mentions), mentions));
    if (!found.isEmpty()) {
      boolean weakParty =
          roles.size() > 1
              && found.stream()
                  .allMatch(i -> i.sort() == EquipmentNoun.Sort.WEAK && !i.covers(token));
      if (!weakParty) {
        if (found.size() == 1) {
          someOf(sentence, token, found.getFirst())
              .ifPresent(
                  some -> {
                    draft.items.remove(found.getFirst());
                    found.set(0, some);
                  });
        }
        runOn(sentence, found, mentions);
        for (ItemMention item : found) {
          if (draft.items.stream().noneMatch(i -> i.from() == item.from() && i.to() == item.to())) {
            draft.items.add(item);
            draft.cover(item.from(), item.to());
          }
        }
        return true;
      }
    }
    Token head = sentence.token(token);
    boolean money =
        mentions.sums().stream().anyMatch(s -> s.start() <= head.start() && head.end() <= s.end());
    boolean number =
        !money && head.tag().equals("CD") && numbers.read(texts(sentence), token).isPresent();
    boolean part =
        head.lower()
                .matches(
                    "first|second|third|last|latest|rest|remainder|half|most|batch|lot|number|lead")
            && (head.tag().startsWith("JJ")
                || !sentence.children(token, "nmod").isEmpty()
                || head.lower().matches("batch|lot|rest|remainder"));
    boolean pointer = POINTERS.contains(head.lower()) && !head.isNoun() || part;
    List<ItemMention> whole = number || pointer ? ofWhich(sentence, token, mentions) : List.of();
    if (!whole.isEmpty()) {
      Optional<Quantity> some =
          number
              ? numbers.read(texts(sentence), token).map(NumberReader.Reading::quantity)
              : Optional.empty();
      whole.forEach(item -> draft.items.add(ItemChooser.pointed(item, some)));
      draft.cover(token, token + 1);
      return true;
    }
    if (number || pointer && roles.size() == 1) {
      draft.pointsBack = true;
      draft.cover(token, token + 1);
      int counted =
          number
              ? token
              : sentence.children(token).stream()
                  .filter(child -> child.tag().equals("CD") && child.index() < token)
                  .findFirst()
                  .map(Token::index)
                  .orElse(-1);
      if (counted >= 0) {
        draft.pointedQuantity =
            numbers.read(texts(sentence), counted).map(NumberReader.Reading::quantity);
      }
      return true;
    }
    return false;
  }

  /** "Talks over 26 jets" are on 26 jets, not on more than that. */
  static void talkedOver(Draft draft) {
    draft.items.replaceAll(
        item -> {
          String first = draft.sentence.token(item.from()).text();
          boolean bound =
              first.equalsIgnoreCase("over")
                  && item.from() < item.head()
                  && item.quantity().filter(q -> q.max().isEmpty()).isPresent();
          return bound ? item.behind(first) : item;
        });
  }

  /** "Ten guns, of which four have come": the guns, of which so many are meant. */
  private List<ItemMention> ofWhich(Sentence sentence, int token, Mentions mentions) {
    int verb = sentence.token(token).head();
    boolean parts =
        verb >= 0
            && Stream.concat(
                    sentence.children(token, "nmod").stream(),
                    sentence.children(verb, "obl", "nmod").stream())
                .anyMatch(
                    which ->
                        which.tag().equals("WDT")
                            && Syntax.preposition(sentence, which.index())
                                .filter("of"::equals)
                                .isPresent());
    int clause = verb;
    for (int step = 0; parts && step < 4 && clause >= 0; step++) {
      if (sentence.token(clause).is("acl:relcl")) {
        return under(sentence, sentence.token(clause).head(), mentions);
      }
      clause = sentence.token(clause).head();
    }
    return List.of();
  }

  /** "The first two of 28 jets", "two out of the four ships": how many of them are meant. */
  private Optional<ItemMention> someOf(Sentence sentence, int token, ItemMention item) {
    int of = sentence.token(Math.min(token + 1, item.head())).lower().equals("out") ? 2 : 1;
    boolean before =
        token + of < item.head()
            && sentence.token(token + of).lower().equals("of")
            && (token < item.from()
                || sentence.tokens().subList(token + 1, item.head()).stream()
                    .anyMatch(t -> t.tag().equals("CD")));
    if (!before) {
      return Optional.empty();
    }
    Token head = sentence.token(token);
    Optional<Quantity> some =
        head.tag().equals("CD")
            ? numbers.read(texts(sentence), token).map(NumberReader.Reading::quantity)
            : switch (head.lower()) {
              case "pair" -> Optional.of(Quantity.exactly(2));
              case "first", "last", "second", "third", "fourth", "fifth", "final", "latest" ->
                  Optional.of(Quantity.exactly(1));
              default -> Optional.empty();
            };
    boolean less = some.isPresent() && !some.equals(item.quantity());
    return less ? some.map(item::counted) : Optional.empty();
  }

  private static List<String> texts(Sentence sentence) {
    return sentence.tokens().stream().map(Token::text).toList();
  }

  /** The items that a phrase is made of: itself, its conjuncts, what it is "of" or "including". */
  List<ItemMention> under(Sentence sentence, int token, Mentions mentions) {
    List<ItemMention> found = new ArrayList<>();
    for (ItemMention item : mentions.items()) {
      boolean inside = item.covers(token) || belongs(sentence, token, item.head());
      if (inside) {
        found.add(item);
      }
    }
    boolean strong = found.stream().anyMatch(i -> i.sort() == EquipmentNoun.Sort.SPECIFIC);
    if (strong) {
      List<ItemMention> all = List.copyOf(found);
      found.removeIf(
          i ->
              i.sort() == EquipmentNoun.Sort.WEAK
                      && !i.definite()
                      && i.quantity().isEmpty()
                      && !(i.category() != Category.OTHER && isListed(sentence, i, all))
                  || i.sort() == EquipmentNoun.Sort.GENERAL && !isListed(sentence, i, all)
                  || i.sort() == EquipmentNoun.Sort.CIVIL);
    } else if (found.stream().anyMatch(i -> i.sort() != EquipmentNoun.Sort.WEAK)) {
      found.removeIf(i -> i.sort() == EquipmentNoun.Sort.WEAK && i.quantity().isEmpty());
    }
    found.sort(Comparator.comparingInt(ItemMention::from));
    return found;
  }

  /** "Arms and ammunition": a general word that stands in one list with the others. */
  private static boolean isListed(Sentence sentence, ItemMention item, List<ItemMention> others) {
    Token head = sentence.token(item.head());
    return others.stream()
        .filter(o -> !o.equals(item))
        .map(o -> sentence.token(o.head()))
        .anyMatch(
            o ->
                o.is("conj") && o.head() == head.index()
                    || head.is("conj") && (head.head() == o.index() || head.head() == o.head()));
  }

  /** A list runs on over what the parse hung elsewhere: "… and 290 rocket launchers". */
  private static void runOn(Sentence sentence, List<ItemMention> found, Mentions mentions) {
    int end = found.getLast().to();
    for (ItemMention item : mentions.items()) {
      if (isComplement(sentence, end, item)) {
        end = item.to();
        continue;
      }
      int gap = item.from() - end;
      boolean next =
          gap >= 1
              && gap <= 4
              && item.isArms()
              && sentence
                  .words(end, item.from())
                  .matches(
                      "(?:, )?(?:and|or|,|plus|as well as|along with|together with)(?: (?:also|the|a|an|its))?")
              && !sentence.token(item.head()).is("nsubj", "nsubj:pass");
      if (next) {
        found.add(item);
        end = item.to();
      }
    }
  }

  /** "Ammunition for the HIMARS system, mortar shells and": what a list runs on over. */
  private static boolean isComplement(Sentence sentence, int end, ItemMention item) {
    return item.from() > end
        && item.from() - end <= 3
        && sentence.words(end, item.from()).matches("(?:for|of)(?: (?:the|a|an|its))?");
  }

  /** "Russian arms, among them 24 fighters": what a general word stands for. */
  private static List<ItemMention> spelledOut(
      Sentence sentence, List<ItemMention> found, Mentions mentions) {
    if (found.size() != 1 || found.getFirst().sort() != EquipmentNoun.Sort.GENERAL) {
      return found;
    }
    int end = found.getFirst().to();
    List<ItemMention> listed = new ArrayList<>();
    for (ItemMention item : mentions.items()) {
      boolean introduced =
          listed.isEmpty()
              && item.from() > found.getFirst().to()
              && item.from() - found.getFirst().to() <= 8
              && sentence
                  .words(found.getFirst().to(), item.from())
                  .toLowerCase(Locale.ROOT)
                  .matches(
                      "(?:[^,:;]{0,30})?(?:, ?)?(?:among (?:them|which)|including|such as|namely|:)(?: [^,:;]{0,12})?");
      boolean next =
          !listed.isEmpty()
              && item.from() >= end
              && item.from() - end <= 4
              && sentence
                  .words(end, item.from())
                  .matches("(?:, )?(?:and|or|,|plus|as well as|along with)?(?: ?[\"'\u201c]?)");
      if ((introduced || next) && item.sort() != EquipmentNoun.Sort.GENERAL) {
        listed.add(item);
        end = item.to();
      }
    }
    return listed.isEmpty() ? found : listed;
  }

  private boolean belongs(Sentence sentence, int above, int below) {
    int at = below;
    for (int steps = 0; steps < 8 && at >= 0; steps++) {
      if (at == above) {
        return true;
      }
      Token token = sentence.token(at);
      boolean link =
          token.is("conj", "nmod", "compound", "dep", "appos", "amod", "nummod", "obl")
              && !token.is("nmod:poss");
      if (!link
          || token.head() >= 0 && sentence.token(token.head()).isVerb() && token.head() != above) {
        return false;
      }
      if (token.is("nmod", "obl")) {
        Optional<String> preposition = Syntax.preposition(sentence, at);
        if (preposition
            .filter(p -> p.matches("of|including|as|like|with|and|on|plus|for|from"))
            .isEmpty()) {
          return false;
        }
        boolean partOf =
            preposition.filter("for"::equals).isPresent()
                && token.head() >= 0
                && words.isPart(sentence.token(token.head()).lemma());
        boolean together =
            sentence.children(at, "case", "advmod").stream()
                    .anyMatch(c -> c.lower().matches("together|along|alongside"))
                || sentence
                    .words(Math.max(0, at - 6), at)
                    .matches(".*\\b(together|along) with\\b.*");
        if (preposition.filter(p -> p.matches("for|with|from")).isPresent()
            && !partOf
            && !together) {
          return false;
        }
      }
      at = token.head();
    }
    return false;
  }

  /**
   * Items near a trigger that the parse did not tie to it: those after it before the next trigger.
   */
  static void loose(Draft draft, Trigger trigger, Mentions mentions, Structure structure) {
    Sentence sentence = structure.sentence();
    int limit = sentence.size();
    for (Trigger other : structure.triggers()) {
      if (other.from() >= trigger.to()
          && other.word().verb()
          && other.from() < limit
          && !other.equals(trigger)) {
        limit = other.from();
      }
    }
    for (ItemMention item : mentions.items()) {
      boolean own = item.isArms() && item.from() < trigger.to() && trigger.from() < item.to();
      boolean near = item.from() >= trigger.to() && item.from() <= trigger.to() + 3;
      boolean introduced =
          item.from() > trigger.to()
              && item.from() <= trigger.to() + FARTHEST_ITEM
              && trigger.word().at(sentence.token(item.from() - 1).lower()).contains(Role.ITEM)
              && sentence.tokens().subList(trigger.to(), item.from()).stream()
                  .noneMatch(Syntax::endsPhrase);
      if (own || item.head() < limit && (near || introduced) && item.isArms()) {
        addLoose(draft, item, sentence, mentions);
        return;
      }
    }
  }

  /** An item and those that follow it in one list. */
  private static void addLoose(
      Draft draft, ItemMention first, Sentence sentence, Mentions mentions) {
    int end = first.to();
    for (ItemMention item : mentions.items()) {
      if (isComplement(sentence, end, item)) {
        end = item.to();
        continue;
      }
      boolean inList =
          item.equals(first)
              || item.from() >= end
                  && item.from() - end <= 2
                  && sentence.words(end, item.from()).matches("(, )?(and|or|,|as well as)?")
                  && item.isArms();
      if (inList) {
        draft.items.add(item);
        draft.cover(item.from(), item.to());
        end = item.to();
      }
    }
    draft.grounds.add("item beside");
  }
}
