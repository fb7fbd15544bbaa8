package org.attache.register.voice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attache.register.resolution.HeldClaim;
import org.attache.source.Source;

/**
 * Counts the independent sources of a dealing. Of a chain the last link counts, who asserts; copies
 * of one agency story are one voice; an unnamed source is its report's own, and that of the outlet
 * which is cited for it; outlets that cite each other are one, as none of them is where it came
 * from.
 */
public final class Voices {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d]+");

  private static final long DAYS_OF_AN_OCCASION = 30;

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
                Comparator.<HeldClaim, LocalDate>comparing(held -> held.origin().day())
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
    String cited = spelledOut(folded(root.name().orElseThrow()), all);
    return all.stream()
        .filter(other -> other.claim().attribution().size() == 1)
        .filter(
            other ->
                folded(other.origin().outlet()).equals(cited)
                    || wire(other, all).equals(Optional.of(cited)))
        .map(other -> told(other, all))
        .findFirst()
        .orElse("outlet:" + cited);
  }

  /** The agency whose story a report is, by its head or that of another copy. */
  private static Optional<String> wire(HeldClaim held, List<HeldClaim> all) {
    return held.origin()
        .wire()
        .or(
            () ->
                all.stream()
                    .filter(other -> other.origin().story().equals(held.origin().story()))
                    .flatMap(other -> other.origin().wire().stream())
                    .findFirst())
        .map(Voices::folded)
        .map(name -> spelledOut(name, all));
  }

  /** "CNS" is the agency of these initials, where the claims name one. */
  private static String spelledOut(String name, List<HeldClaim> all) {
    return all.stream()
        .flatMap(held -> Stream.concat(held.origin().wire().stream(), cited(held).stream()))
        .map(Voices::folded)
        .filter(longer -> longer.contains(" ") && initials(longer).equals(name))
        .min(Comparator.naturalOrder())
        .orElse(name);
  }

  private static String initials(String words) {
    return Stream.of(words.split(" "))
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }

  /**
   * What an outlet says of itself is its own; what stands in an agency's story is the agency's, and
   * what stands in a story of many is the story's.
   */
  private static String told(HeldClaim held, List<HeldClaim> all) {
    Optional<String> wire = wire(held, all);
    if (wire.isPresent()) {
      return "outlet:" + wire.get();
    }
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
   * Unnamed sources of one report are told apart by what it calls them. Who is cited for something
   * that an unnamed source said shares that outlet's own unnamed source, where its report is here.
   */
  private static String unnamedKey(HeldClaim held, Source root, List<HeldClaim> all) {
    Optional<String> cited = cited(held).map(Voices::folded).or(() -> wire(held, all));
    return cited
        .map(
            outlet ->
                cited(held, root, outlet, all)
                    .map(Voices::ownKey)
                    .orElseGet(() -> "unnamed:" + outlet + " " + occasion(held, outlet, all)))
        .orElseGet(() -> ownKey(held));
  }

  private static String ownKey(HeldClaim held) {
    return "unnamed:"
        + held.origin().story()
        + ":"
        + folded(held.claim().asserter().role().orElse(""));
  }

  /** What an outlet's own report has from an unnamed source, when another cites it for that. */
  private static Optional<HeldClaim> cited(
      HeldClaim held, Source root, String outlet, List<HeldClaim> all) {
    LocalDate day = held.origin().day();
    return all.stream()
        .filter(other -> other.claim().asserter().type() == Source.Type.UNNAMED)
        .filter(other -> cited(other).isEmpty())
        .filter(other -> folded(other.origin().outlet()).equals(outlet))
        .filter(other -> !other.origin().day().isAfter(day))
        .filter(
            other ->
                other.claim().asserter().role().equals(root.role())
                    || !other.origin().day().plusDays(DAYS_OF_AN_OCCASION).isBefore(day))
        .max(
            Comparator.<HeldClaim>comparingInt(other -> shared(root, other.claim().asserter()))
                .thenComparing(HeldClaim::key, Comparator.reverseOrder()));
  }

  /** How many words two names for unnamed sources share. */
  private static int shared(Source one, Source other) {
    Set<String> words = new HashSet<>(List.of(folded(one.role().orElse("")).split(" ")));
    words.retainAll(List.of(folded(other.role().orElse("")).split(" ")));
    return words.size();
  }

  /**
   * The day on which an outlet was first cited for what an unnamed source told it, of those that
   * follow each other closely: months later it is another one that speaks.
   */
  private static LocalDate occasion(HeldClaim held, String outlet, List<HeldClaim> all) {
    LocalDate first = held.origin().day();
    for (LocalDate day :
        all.stream()
            .filter(other -> other.claim().asserter().type() == Source.Type.UNNAMED)
            .filter(
                other ->
                    cited(other)
                        .map(Voices::folded)
                        .or(() -> wire(other, all))
                        .equals(Optional.of(outlet)))
            .map(other -> other.origin().day())
            .filter(day -> day.isBefore(held.origin().day()))
            .sorted(Comparator.reverseOrder())
            .toList()) {
      if (day.plusDays(DAYS_OF_AN_OCCASION).isBefore(first)) {
        break;
      }
      first = day;
    }
    return first;
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
      for (int blank = name.indexOf(' '); blank >= 0; blank = name.indexOf(' ', blank + 1)) {
        full.putIfAbsent(name.substring(blank + 1), name);
      }
      full.putIfAbsent(name, name);
    }
    return full;
  }

  /** An outlet's or a person's name without case, article and marks. */
  static String folded(String name) {
    String words = NO_WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return java.util.Arrays.stream(words.split(" "))
        .filter(word -> !word.equals("the"))
        .collect(Collectors.joining(" "));
  }
}
