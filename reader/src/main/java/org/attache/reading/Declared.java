package org.attache.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attache.dealing.DealingKind;
import org.attache.dealing.Role;
import org.attache.mention.ItemMention;
import org.attache.party.Party;

/**
 * What the clauses of a report say outright of who gives and who gets, before anything is filled
 * in: the same whichever draft asks, and whether it stands before or after.
 */
final class Declared {
  private static final String ONLY = "the only one declared";

  /** That the party is the only one of which the report says it, and says it more than once. */
  static final String CLEARLY = ONLY + " clearly";

  private record Roles(
      Draft draft,
      Set<Party> suppliers,
      Set<Party> recipients,
      List<ItemMention> items,
      boolean headline) {}

  private final List<Roles> all = new ArrayList<>();

  /**
   * Takes down the sides of these drafts as they are now.
   *
   * @param titles those of the headline among them
   */
  Declared(List<Draft> drafts, Collection<Draft> titles) {
    for (Draft draft : drafts) {
      boolean directed = Discourse.isDirected(draft.kind) && draft.kind != DealingKind.RESTRICTION;
      if (directed && !(draft.suppliers.isEmpty() && draft.recipients.isEmpty())) {
        all.add(
            new Roles(
                draft,
                Set.copyOf(draft.suppliers),
                Set.copyOf(draft.recipients),
                List.copyOf(draft.items),
                titles.contains(draft)));
      }
    }
  }

  /** What is said outright of a party that may have a role in a draft. */
  Set<String> features(Draft draft, Role role, Party party) {
    int same = 0;
    int opposite = 0;
    Set<String> facts = new LinkedHashSet<>();
    Set<Party> partner = SideChooser.others(draft, role);
    for (Roles roles : all) {
      if (roles.draft() == draft) {
        continue;
      }
      Set<Party> own = role == Role.SUPPLIER ? roles.suppliers() : roles.recipients();
      Set<Party> other = role == Role.SUPPLIER ? roles.recipients() : roles.suppliers();
      boolean in = own.stream().anyMatch(party::sameSide);
      boolean round = other.stream().anyMatch(party::sameSide);
      same += in ? 1 : 0;
      opposite += round ? 1 : 0;
      boolean type = shareType(roles.items(), draft.items);
      if (roles.headline() && (in || round)) {
        facts.add(in ? "declared by headline" : "headline has it the other way");
      }
      if (in && type) {
        facts.add("declared with type");
      }
      if (round && type) {
        facts.add("declared in other role with type");
      }
      if (in && Discourse.meet(other, partner)) {
        facts.add("declared with partner");
      }
      if (round && Discourse.meet(own, partner)) {
        facts.add("declared the other way round");
      }
    }
    Map<String, Integer> times = times(draft, role);
    int most = times.values().stream().mapToInt(n -> n).max().orElse(0);
    if (same > 0 && same == most) {
      facts.add("declared most of all");
    }
    if (times.size() == 1) {
      boolean only = times.containsKey(SideChooser.key(party));
      String clear = most > 1 ? " clearly" : "";
      facts.add((only ? ONLY : "another is the only one declared") + clear);
    }
    facts.add("declared " + Math.min(3, same) + " to " + Math.min(3, opposite));
    facts.add(
        same > opposite
            ? "declared more in role"
            : same < opposite
                ? "declared more in other role"
                : same > 0 ? "declared in both" : "not declared");
    return facts;
  }

  /** How often each party is said outright to have the role in another draft. */
  private Map<String, Integer> times(Draft draft, Role role) {
    Map<String, Integer> times = new HashMap<>();
    for (Roles roles : all) {
      if (roles.draft() != draft && roles.draft().kind == DealingKind.TRANSFER) {
        (role == Role.SUPPLIER ? roles.suppliers() : roles.recipients())
            .forEach(party -> times.merge(SideChooser.key(party), 1, Integer::sum));
      }
    }
    return times;
  }

  private static boolean shareType(List<ItemMention> a, List<ItemMention> b) {
    return a.stream()
        .anyMatch(x -> b.stream().anyMatch(y -> ItemChooser.key(x).equals(ItemChooser.key(y))));
  }
}
