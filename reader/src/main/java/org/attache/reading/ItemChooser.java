package org.attache.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attache.dealing.Role;
import org.attache.equipment.Designation;
import org.attache.equipment.EquipmentNoun;
import org.attache.language.Sentence;
import org.attache.mention.ItemMention;
import org.attache.mention.Mentions;
import org.attache.party.Party;

/**
 * Chooses the items of a draft whose clause names none by the rules: those beside it in the
 * sentence, those of a sentence or a dealing before, or none; by a linear model over features that
 * can be read.
 */
final class ItemChooser {
  /**
   * Items that are named in one list, with what speaks for and against them.
   *
   * @param items the items; none for leaving the draft without
   * @param here whether they stand in the draft's own sentence
   */
  record Candidate(List<ItemMention> items, boolean here, List<String> features) {}

  private static final int SENTENCES_BACK = 3;
  private static final int DEALINGS_BACK = 3;
  private static final int FARTHEST_DEALING = 40;

  private final Weights weights;
  private final List<Mentions> mentions;
  private final Set<String> inTitle;

  /**
   * A chooser for one report.
   *
   * @param inTitle keys of the items that the headline names
   */
  ItemChooser(Weights weights, List<Mentions> mentions, Set<String> inTitle) {
    this.weights = weights;
    this.mentions = mentions;
    this.inTitle = inTitle;
  }

  /**
   * A choice and how clear it is.
   *
   * @param margin how far the best candidate is ahead of the next, in log odds
   */
  record Choice(Candidate candidate, double margin) {}

  /** The best candidate. */
  Choice choose(Draft draft, List<Draft> earlier, List<Draft> all) {
    double best = Double.NEGATIVE_INFINITY;
    double next = Double.NEGATIVE_INFINITY;
    Candidate chosen = new Candidate(List.of(), true, List.of());
    for (Candidate candidate : candidates(draft, earlier, all)) {
      double score = weights.score(candidate.features());
      if (score > best) {
        next = best;
        best = score;
        chosen = candidate;
      } else if (score > next) {
        next = score;
      }
    }
    return new Choice(chosen, best - next);
  }

  /**
   * All candidates, that of no item first.
   *
   * @param earlier the drafts completed so far
   * @param all all drafts of the report, with what the rules gave them
   */
  List<Candidate> candidates(Draft draft, List<Draft> earlier, List<Draft> all) {
    int number = draft.sentence.number();
    Map<String, Candidate> found = new LinkedHashMap<>();
    List<List<ItemMention>> here = groups(mentions.get(number));
    for (List<ItemMention> group : here) {
      Set<String> facts = common(draft, group, earlier);
      besides(draft, group, all, facts);
      found.putIfAbsent(
          keys(group) + "@" + group.getFirst().from(), candidate(draft, group, true, facts));
    }
    boolean any = !here.isEmpty();
    Set<String> named = here.stream().map(ItemChooser::keys).collect(Collectors.toSet());
    for (int back = 1; back <= SENTENCES_BACK && number - back >= 0; back++) {
      List<List<ItemMention>> groups = groups(mentions.get(number - back));
      for (int g = groups.size() - 1; g >= 0; g--) {
        List<ItemMention> group = groups.get(g);
        Set<String> facts = common(draft, group, earlier);
        facts.add("back " + back);
        facts.add("back " + back + (g == groups.size() - 1 ? " last" : " not last"));
        facts.add(g == 0 ? "back first of " + Math.min(3, groups.size()) : "back later");
        facts.add(named.isEmpty() ? "back, none between" : "back, others between");
        if (named.add(keys(group))) {
          found.putIfAbsent(keys(group), candidate(draft, group, false, facts));
        }
      }
    }
    int dealings = 0;
    for (int i = earlier.size() - 1;
        i >= 0 && i >= earlier.size() - FARTHEST_DEALING && dealings < DEALINGS_BACK;
        i--) {
      List<ItemMention> group = earlier.get(i).items;
      if (!group.isEmpty() && named.add(keys(group))) {
        dealings++;
        Set<String> facts = common(draft, group, earlier);
        facts.add("dealing back " + dealings);
        found.putIfAbsent(keys(group), candidate(draft, group, false, facts));
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(List.of(), true, none(draft, any)));
    candidates.addAll(found.values());
    return candidates;
  }

  private static Candidate candidate(
      Draft draft, List<ItemMention> group, boolean here, Set<String> facts) {
    return new Candidate(group, here, prefixed(draft, facts));
  }

  private static List<String> prefixed(Draft draft, Set<String> facts) {
    String shape =
        (draft.pointsBack ? "points " : "gap ")
            + (draft.trigger.word().verb() ? "verb" : "noun")
            + (Discourse.isDirected(draft.kind) ? "" : " undirected");
    List<String> features = new ArrayList<>(facts.size() * 2);
    for (String fact : facts) {
      features.add(shape + ": " + fact);
      features.add(fact);
    }
    return features;
  }

  private static List<String> none(Draft draft, boolean any) {
    Set<String> facts = new LinkedHashSet<>();
    facts.add("none");
    facts.add("none for " + draft.kind);
    facts.add("none for " + draft.trigger.word().name());
    draft.stage.ifPresent(s -> facts.add("none at " + s));
    facts.add(any ? "none though some here" : "none and none here");
    facts.add("none for " + draft.kind + (any ? " though some here" : " and none here"));
    boolean wants =
        draft.trigger.word().roles().values().stream().anyMatch(r -> r.contains(Role.ITEM));
    facts.add(wants ? "none though wanted" : "none wanted");
    return prefixed(draft, facts);
  }

  /** What can be said of a group wherever it stands. */
  private Set<String> common(Draft draft, List<ItemMention> group, List<Draft> earlier) {
    Set<String> facts = new LinkedHashSet<>();
    boolean typed = group.stream().anyMatch(i -> i.designation().isPresent());
    boolean arms = group.stream().anyMatch(ItemMention::isArms);
    String sort =
        typed
            ? "typed"
            : arms
                ? group.stream().anyMatch(i -> i.sort() == EquipmentNoun.Sort.SPECIFIC)
                    ? "kind"
                    : "arms"
                : group.stream().anyMatch(i -> i.sort() == EquipmentNoun.Sort.CIVIL)
                    ? "civil"
                    : "weak";
    facts.add(sort);
    facts.add(sort + " for " + draft.kind);
    facts.add(group.stream().anyMatch(i -> i.quantity().isPresent()) ? "counted" : "uncounted");
    if (group.stream().anyMatch(ItemMention::definite)) {
      facts.add("definite");
    }
    if (group.stream().anyMatch(i -> inTitle.contains(key(i)))) {
      facts.add("in title");
    }
    makers(draft, group, facts);
    history(draft, group, earlier, facts);
    return facts;
  }

  private static void makers(Draft draft, List<ItemMention> group, Set<String> facts) {
    for (ItemMention item : group) {
      Set<String> makers =
          Set.copyOf(item.designation().map(Designation::makers).orElse(List.of()));
      if (!makers.isEmpty()) {
        for (Party supplier : draft.suppliers) {
          facts.add(
              supplier.state().filter(makers::contains).isPresent()
                  ? "supplier makes it"
                  : "supplier makes none");
        }
        for (Party recipient : draft.recipients) {
          if (recipient.state().filter(makers::contains).isPresent()) {
            facts.add("recipient makes it");
          }
        }
      }
    }
  }

  private static void history(
      Draft draft, List<ItemMention> group, List<Draft> earlier, Set<String> facts) {
    boolean last = true;
    int times = 0;
    for (int i = earlier.size() - 1; i >= 0 && i >= earlier.size() - FARTHEST_DEALING; i--) {
      Draft other = earlier.get(i);
      if (other.items.isEmpty()) {
        continue;
      }
      boolean same = meet(other.items, group);
      if (last) {
        facts.add(same ? "of last dealing" : "not of last dealing");
        last = false;
      }
      if (same) {
        times++;
        boolean supplier = Discourse.meet(other.suppliers, draft.suppliers);
        boolean recipient = Discourse.meet(other.recipients, draft.recipients);
        if (supplier) {
          facts.add("dealt by the same supplier");
        }
        if (recipient) {
          facts.add("dealt to the same recipient");
        }
        if (!supplier && !other.suppliers.isEmpty() && !draft.suppliers.isEmpty()) {
          facts.add("dealt by another supplier");
        }
        if (!recipient && !other.recipients.isEmpty() && !draft.recipients.isEmpty()) {
          facts.add("dealt to another recipient");
        }
      }
    }
    facts.add("dealt " + Math.min(3, times));
  }

  /** Where a group stands in the draft's own sentence. */
  private static void besides(
      Draft draft, List<ItemMention> group, List<Draft> all, Set<String> facts) {
    Sentence sentence = draft.sentence;
    ItemMention first = group.getFirst();
    int trigger = draft.trigger.at();
    boolean after = first.from() >= draft.trigger.to();
    String side = after ? "after" : first.to() <= draft.trigger.from() ? "before" : "over";
    int gap =
        after
            ? first.from() - draft.trigger.to()
            : Math.max(0, draft.trigger.from() - group.getLast().to());
    String distance = gap <= 2 ? "2" : gap <= 6 ? "6" : gap <= 12 ? "12" : "far";
    facts.add("here " + side);
    facts.add("here " + side + " " + distance);
    facts.add("here as " + sentence.token(first.head()).plainRelation() + " " + side);
    Syntax.preposition(sentence, first.head()).ifPresent(p -> facts.add("here " + p + " " + side));
    facts.add("path " + Path.between(sentence, trigger, first.head()));
    int between = 0;
    boolean mark = false;
    int from = after ? draft.trigger.to() : group.getLast().to();
    int to = after ? first.from() : draft.trigger.from();
    for (int i = from; i < to; i++) {
      mark |= sentence.token(i).text().matches("[;:]");
      between += draft.dealingWords.contains(i) ? 1 : 0;
    }
    facts.add(side + " with " + Math.min(2, between) + " between");
    if (mark) {
      facts.add(side + " mark between");
    }
    boolean taken =
        all.stream()
            .anyMatch(
                d ->
                    d != draft
                        && d.sentence == sentence
                        && group.stream().anyMatch(d.items::contains));
    facts.add(taken ? "taken " + side : "free " + side);
  }

  /** The items of a sentence in groups, each the members of one list. */
  static List<List<ItemMention>> groups(Mentions mentions) {
    List<List<ItemMention>> groups = new ArrayList<>();
    Sentence sentence = mentions.sentence();
    ItemMention before = null;
    for (ItemMention item : mentions.items()) {
      boolean joined =
          before != null
              && item.from() >= before.to()
              && item.from() - before.to() <= 3
              && sentence
                  .words(before.to(), item.from())
                  .matches(
                      "(?:, )?(?:and|or|,|as well as|plus|&|/)?(?: (?:the|a|an|its|other|some))?");
      if (joined) {
        groups.getLast().add(item);
      } else {
        groups.add(new ArrayList<>(List.of(item)));
      }
      before = item;
    }
    return groups;
  }

  static String keys(List<ItemMention> group) {
    return group.stream().map(ItemChooser::key).collect(Collectors.joining("|"));
  }

  static String key(ItemMention item) {
    return item.designation().map(Designation::name).orElse(item.category().code());
  }

  private static boolean meet(List<ItemMention> a, List<ItemMention> b) {
    return a.stream().anyMatch(x -> b.stream().anyMatch(y -> key(x).equals(key(y))));
  }

  /** A candidate's keys and features, for training. */
  static String note(Candidate candidate) {
    return (candidate.items().isEmpty() ? "-" : keys(candidate.items()))
        + "="
        + String.join(";", candidate.features());
  }

  /** The quantity that a pointing word gives, on items of another sentence. */
  static ItemMention pointed(ItemMention item, Optional<org.attache.quantity.Quantity> quantity) {
    return new ItemMention(
        item.from(),
        item.to(),
        item.head(),
        item.designation(),
        item.category(),
        item.sort(),
        quantity,
        true,
        item.text(),
        item.written());
  }
}
