package org.attache.desk.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attache.register.dealing.Dealing;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.voice.Voice;

/** Who has it from whom: for every independent source the ways from it to the papers. */
final class Chains {
  private Chains() {}

  /**
   * An independent source with all that repeats it.
   *
   * @param voice its name
   * @param ways the ways from who says it to who publishes it
   */
  record Strand(String voice, List<Way> ways) {}

  /**
   * One way.
   *
   * @param links who says so first, who publishes it last
   * @param claims the numbers of the claims that came this way
   */
  record Way(List<ClaimView.Link> links, List<Integer> claims) {}

  /**
   * The sources of some claims of a dealing.
   *
   * @param byKey these claims by their keys
   * @param numbers of all claims, by their keys
   */
  static List<Strand> of(
      Dealing dealing, Map<String, HeldClaim> byKey, Map<String, Integer> numbers) {
    List<Strand> strands = new ArrayList<>();
    for (Voice voice : dealing.voices()) {
      Map<List<ClaimView.Link>, List<Integer>> ways = new LinkedHashMap<>();
      for (String key : voice.claims()) {
        HeldClaim held = byKey.get(key);
        if (held != null) {
          ways.computeIfAbsent(links(held), k -> new ArrayList<>())
              .add(numbers.getOrDefault(key, 0));
        }
      }
      if (ways.isEmpty()) {
        continue;
      }
      strands.add(
          new Strand(
              Plain.line(voice.name()),
              ways.entrySet().stream()
                  .map(
                      entry -> new Way(entry.getKey(), entry.getValue().stream().sorted().toList()))
                  .sorted(Comparator.comparing(way -> way.claims().getFirst()))
                  .toList()));
    }
    return strands;
  }

  /** The chain without the words that tie its links, which differ from report to report. */
  private static List<ClaimView.Link> links(HeldClaim held) {
    return ClaimView.chain(held.claim()).stream()
        .map(link -> new ClaimView.Link(link.name(), link.role(), link.type(), ""))
        .toList();
  }
}
