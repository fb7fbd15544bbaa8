package org.attache.register.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attache.register.resolution.HeldClaim;

/** Finds outlets that cite each other for the same dealing, so that none is where it came from. */
public final class CitationCircles {
  private CitationCircles() {}

  /** The outlets, folded and sorted, that directly or over others cite themselves. */
  public static List<String> in(List<HeldClaim> claims) {
    SortedMap<String, SortedSet<String>> cites = new TreeMap<>();
    for (HeldClaim held : claims) {
      Voices.cited(held)
          .map(Voices::folded)
          .filter(cited -> !cited.equals(Voices.folded(held.origin().outlet())))
          .ifPresent(
              cited ->
                  cites
                      .computeIfAbsent(Voices.folded(held.origin().outlet()), k -> new TreeSet<>())
                      .add(cited));
    }
    return cites.keySet().stream()
        .filter(outlet -> reaches(outlet, cites))
        .collect(Collectors.toList());
  }

  private static boolean reaches(String outlet, SortedMap<String, SortedSet<String>> cites) {
    Deque<String> open = new ArrayDeque<>(of(cites, outlet));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String next = open.pop();
      if (next.equals(outlet)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(of(cites, next));
      }
    }
    return false;
  }

  private static Set<String> of(SortedMap<String, SortedSet<String>> cites, String outlet) {
    SortedSet<String> cited = cites.get(outlet);
    return cited == null ? Set.of() : cited;
  }
}
