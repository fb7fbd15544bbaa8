package org.attache.register.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.attache.register.resolution.HeldClaim;
import org.attache.source.Source;

/**
 * Counts the independent sources of a dealing. Of a chain the last link counts, who asserts; copies
 * of one agency story are one voice; an unnamed source is its report's own, and that of the outlet
 * which is cited for it; outlets that cite each other are one, as none of them is where it came
 * from.
 */
public final class Voices {
  private final BodyNames bodies;

  /** Voices whose bodies are told apart by these names. */
  public Voices(BodyNames bodies) {
    this.bodies = bodies;
  }

  /**
   * The voices behind claims of one dealing, by key; every claim is in just one.
   *
   * @param claims in any order
   */
  public List<Voice> of(List<HeldClaim> claims) {
    List<HeldClaim> sorted =
        claims.stream()
            .sorted(
                Comparator.<HeldClaim, java.time.LocalDate>comparing(held -> held.origin().day())
                    .thenComparing(HeldClaim::key))
            .toList();
    SortedMap<String, List<HeldClaim>> byKey = new TreeMap<>();
    Map<String, String> people = fullNames(sorted);
    List<String> circle = CitationCircles.in(sorted);
    for (HeldClaim held : sorted) {
      String key = isOfCircle(held, circle) ? "circle:" + circle : key(held, sorted, people);
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(held);
    }
    return byKey.entrySet().stream().map(entry -> voice(entry.getKey(), entry.getValue())).toList();
  }

  /** Whether an outlet that cites another which cites it is all that a claim rests on. */
  private static boolean isOfCircle(HeldClaim held, List<String> circle) {
    Source root = held.claim().asserter();
    return root.type() == Source.Type.OUTLET
        && held.claim().attribution().size() > 1
        && circle.contains(folded(root.name().orElseThrow()))
        && circle.contains(folded(held.origin().outlet()));
  }

  private static Voice voice(String key, List<HeldClaim> claims) {
    return new Voice(
        key, name(claims.getFirst()), claims.stream().map(HeldClaim::key).sorted().toList());
  }

  private static String name(HeldClaim held) {
    Source root = held.claim().asserter();
    return root.name()
        .orElseGet(
            () ->
                root.role().orElse("an unnamed source")
                    + " ("
                    + cited(held).orElse(held.origin().outlet())
                    + ")");
  }

  private String key(HeldClaim held, List<HeldClaim> all, Map<String, String> people) {
    Source root = held.claim().asserter();
    return switch (root.type()) {
      case OUTLET -> outletKey(held, root, all);
      case BODY -> "body:" + bodies.key(root.name().orElseThrow(), root.state());
      case PERSON -> "person:" + people.get(personKey(root));
      case UNNAMED -> unnamedKey(held, root, all);
    };
  }

  private static String outletKey(HeldClaim held, Source root, List<HeldClaim> all) {
    if (held.claim().attribution().size() == 1) {
      return told(held, all);
    }
    return all.stream()
        .filter(other -> other.claim().attribution().size() == 1)
        .filter(other -> folded(other.origin().outlet()).equals(folded(root.name().orElseThrow())))
        .map(other -> told(other, all))
        .findFirst()
        .orElse("outlet:" + folded(root.name().orElseThrow()));
  }

  /** What an outlet says of itself is its own; what stands in a story of many is the story's. */
  private static String told(HeldClaim held, List<HeldClaim> all) {
    String story = held.origin().story();
    boolean copied =
        !story.equals(held.origin().report())
            || all.stream()
                .anyMatch(
                    other ->
                        other.origin().story().equals(story)
                            && !other.origin().report().equals(story));
    return copied ? "story:" + story : "outlet:" + folded(held.origin().outlet());
  }

  /**
   * Who is cited for something that an unnamed source said shares that outlet's own unnamed source,
   * where that outlet's report is here.
   */
  private static String unnamedKey(HeldClaim held, Source root, List<HeldClaim> all) {
    Optional<String> cited = cited(held).map(Voices::folded);
    String story =
        cited
            .flatMap(
                outlet ->
                    all.stream()
                        .filter(other -> other.claim().asserter().type() == Source.Type.UNNAMED)
                        .filter(other -> cited(other).isEmpty())
                        .filter(other -> folded(other.origin().outlet()).equals(outlet))
                        .map(other -> other.origin().story())
                        .findFirst())
            .orElseGet(() -> cited.orElse(held.origin().story()));
    boolean elsewhere = cited.isPresent();
    return "unnamed:" + story + (elsewhere ? "" : roleOf(root, held, all));
  }

  /** Unnamed sources of one report are told apart by what it calls them, if another cites none. */
  private static String roleOf(Source root, HeldClaim held, List<HeldClaim> all) {
    boolean isCited =
        all.stream()
            .anyMatch(
                other ->
                    other.claim().asserter().type() == Source.Type.UNNAMED
                        && cited(other)
                            .map(Voices::folded)
                            .filter(folded(held.origin().outlet())::equals)
                            .isPresent());
    return isCited ? "" : ":" + folded(root.role().orElse(""));
  }

  /** The outlet that the report cites for what it says, if it does. */
  static Optional<String> cited(HeldClaim held) {
    List<Source> chain = held.claim().attribution();
    for (int i = chain.size() - 1; i > 0; i--) {
      if (chain.get(i).type() == Source.Type.OUTLET) {
        return chain.get(i).name();
      }
    }
    return Optional.empty();
  }

  private static String personKey(Source person) {
    return folded(person.name().orElseThrow());
  }

  /** Of a person's names in these claims the longest: "Kirby" is who "John Kirby" is. */
  private static Map<String, String> fullNames(List<HeldClaim> claims) {
    List<String> names =
        claims.stream()
            .map(held -> held.claim().asserter())
            .filter(source -> source.type() == Source.Type.PERSON)
            .map(Voices::personKey)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(n -> n))
            .toList();
    Map<String, String> full = new HashMap<>();
    for (String name : names) {
      full.put(
          name,
          names.stream().filter(longer -> longer.endsWith(" " + name)).findFirst().orElse(name));
    }
    return full;
  }

  /** An outlet's or a person's name without case, article and marks. */
  static String folded(String name) {
    String words = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
    return java.util.Arrays.stream(words.split(" "))
        .filter(word -> !word.equals("the"))
        .collect(Collectors.joining(" "));
  }
}
