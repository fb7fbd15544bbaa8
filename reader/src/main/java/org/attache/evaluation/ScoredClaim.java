package org.attache.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A claim as the measure sees it, read or gold. */
final class ScoredClaim {
  private final JsonNode node;
  private final Sides sides;
  private final List<ScoredItem> items;
  private final List<ScoredSource> chain;

  /** The sides: two with a direction, or some without. */
  private record Sides(
      boolean directed, Optional<String> from, Optional<String> to, Set<String> with) {
    @Override
    public String toString() {
      return directed
          ? "('from', " + quoted(from) + ", " + quoted(to) + ")"
          : "('with', {"
              + with.stream().map(side -> "'" + side + "'").collect(Collectors.joining(", "))
              + "})";
    }

    private static String quoted(Optional<String> side) {
      return side.map(name -> "'" + name + "'").orElse("None");
    }
  }

  /** An item: "M1" and "M1 Abrams" are the same, and without designations the category decides. */
  private record ScoredItem(
      Set<String> designation, Optional<String> category, JsonNode quantity, String shown) {
    static ScoredItem of(JsonNode node) {
      Optional<String> designation = Fields.text(node, "designation");
      Optional<String> category = Fields.text(node, "category");
      return new ScoredItem(
          new HashSet<>(Plain.words(designation.orElse(""))),
          category,
          node.path("quantity"),
          designation.filter(text -> !text.isEmpty()).or(() -> category).orElse("?"));
    }

    boolean same(ScoredItem other) {
      if (!designation.isEmpty() && !other.designation.isEmpty()) {
        return designation.containsAll(other.designation)
            || other.designation.containsAll(designation);
      }
      return category.equals(other.category);
    }
  }

  ScoredClaim(JsonNode node) {
    this.node = node;
    sides = sides(node);
    items = new ArrayList<>();
    node.path("items").forEach(item -> items.add(ScoredItem.of(item)));
    chain = new ArrayList<>();
    node.path("attribution").forEach(source -> chain.add(ScoredSource.of(source)));
  }

  private static Sides sides(JsonNode node) {
    if (node.path("participants").size() == 0) {
      return new Sides(true, side(node.path("supplier")), side(node.path("recipient")), Set.of());
    }
    Set<String> with = new TreeSet<>();
    node.path("participants").forEach(party -> side(party).ifPresent(with::add));
    return new Sides(false, Optional.empty(), Optional.empty(), with);
  }

  private static Optional<String> side(JsonNode party) {
    return Fields.text(party, "state")
        .filter(state -> !state.isEmpty())
        .or(() -> Fields.text(party, "name").map(Plain::text).filter(name -> !name.isEmpty()));
  }

  private Optional<String> text(String key) {
    return Fields.text(node, key);
  }

  private String text(String key, String otherwise) {
    return node.path(key).isMissingNode() ? otherwise : text(key).orElse("");
  }

  boolean isArmsTransfer() {
    return text("kind").equals(Optional.of("arms-transfer"));
  }

  private Optional<ScoredSource> innermost() {
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast());
  }

  /** The same kind between the same parties. */
  boolean met(ScoredClaim other) {
    return text("kind").equals(other.text("kind")) && sides.equals(other.sides);
  }

  /** The same dealing: kind, parties and at least one item agree. */
  boolean found(ScoredClaim other) {
    return met(other) && itemsMeet(other);
  }

  /** Found, and stage, polarity and innermost source agree too. */
  boolean exact(ScoredClaim other) {
    return found(other) && sameStage(other) && samePolarity(other) && sameSource(other);
  }

  private boolean itemsMeet(ScoredClaim other) {
    if (items.isEmpty() || other.items.isEmpty()) {
      return items.isEmpty() && other.items.isEmpty();
    }
    return items.stream().anyMatch(item -> other.items.stream().anyMatch(item::same));
  }

  boolean sameStage(ScoredClaim other) {
    return text("stage").equals(other.text("stage"));
  }

  boolean samePolarity(ScoredClaim other) {
    return text("polarity", "asserted").equals(other.text("polarity", "asserted"));
  }

  boolean sameCertainty(ScoredClaim other) {
    return text("certainty", "certain").equals(other.text("certainty", "certain"));
  }

  boolean sameSource(ScoredClaim other) {
    return ScoredSource.same(innermost(), other.innermost());
  }

  boolean sameChain(ScoredClaim other) {
    if (chain.size() != other.chain.size()) {
      return false;
    }
    for (int i = 0; i < chain.size(); i++) {
      if (!chain.get(i).same(other.chain.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** As many items, and for each of this one's the same in the other. */
  boolean sameItems(ScoredClaim other) {
    return items.size() == other.items.size()
        && items.stream().allMatch(item -> other.items.stream().anyMatch(item::same));
  }

  boolean sameQuantities(ScoredClaim other) {
    return items.stream()
        .allMatch(
            item ->
                other.items.stream()
                    .anyMatch(
                        match ->
                            item.same(match)
                                && Fields.sameUnder(
                                    item.quantity(), match.quantity(), "min", "max")));
  }

  boolean sameValue(ScoredClaim other) {
    return Fields.sameUnder(node.path("value"), other.node.path("value"), "currency", "min", "max");
  }

  boolean sameTime(ScoredClaim other) {
    return Fields.alike(node.path("when"), other.node.path("when"), "from", "to");
  }

  boolean sameWithheld(ScoredClaim other) {
    return withheld().equals(other.withheld());
  }

  private Set<String> withheld() {
    Set<String> words = new TreeSet<>();
    node.path("withheld").forEach(word -> words.add(word.asString("")));
    return words;
  }

  /** How much two claims have in common; decides which gold claim a read one is compared with. */
  double agreement(ScoredClaim other) {
    if (!text("kind").equals(other.text("kind"))) {
      return 0;
    }
    double score = 1;
    score += exact(other) ? 100 : 0;
    score += sides.equals(other.sides) ? 4 : 0;
    score += itemsMeet(other) ? 2 : 0;
    score += sameStage(other) ? 2 : 0;
    score += text("polarity").equals(other.text("polarity")) ? 1 : 0;
    score += sameSource(other) ? 2 : 0;
    score += Fields.same(node.path("when"), other.node.path("when")) ? 0.5 : 0;
    score += Fields.same(node.path("value"), other.node.path("value")) ? 0.5 : 0;
    return score;
  }

  /** The claim in a line. */
  @Override
  public String toString() {
    Optional<ScoredSource> source = innermost();
    return String.format(
        java.util.Locale.ROOT,
        "%s %s %s %s [%s] by %s: %s / %s",
        text("kind").orElse("None"),
        text("stage").orElse("None"),
        text("polarity").orElse(""),
        sides,
        items.stream().map(ScoredItem::shown).collect(Collectors.joining(", ")),
        source.flatMap(ScoredSource::type).orElse("None"),
        source.map(ScoredSource::name).filter(name -> !name.isEmpty()).orElse("None"),
        source.map(ScoredSource::role).filter(role -> !role.isEmpty()).orElse("None"));
  }
}
