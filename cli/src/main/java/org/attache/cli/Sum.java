package org.attache.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.contract.ReadReport;
import org.attache.source.Source;

/** Counts what was read, for the line that sums it up. */
final class Sum {
  private final Set<List<Object>> sources = new HashSet<>();
  private int reports;
  private int claims;
  private int sentences;

  /** Counts a report with its claims. */
  void add(ReadReport read) {
    reports++;
    claims += read.claims().size();
    Set<Integer> places = new HashSet<>();
    for (Claim claim : read.claims()) {
      sources.add(key(claim.asserter()));
      for (Evidence evidence : claim.evidence()) {
        places.add(
            SentenceAround.of(read.report().text(), evidence.start(), evidence.end()).start());
      }
    }
    sentences += places.size();
  }

  /** How many reports there were. */
  int reports() {
    return reports;
  }

  /** "2 claims from 1 source in 2 sentences", or "No claims". */
  String found() {
    return claims == 0
        ? "No claims"
        : counted(claims, "claim")
            + " from "
            + counted(sources.size(), "source")
            + " in "
            + counted(sentences, "sentence");
  }

  /** " of 3 reports", " in 3 reports" where there are no claims; nothing of a single report. */
  String where() {
    return reports == 1 ? "" : (claims == 0 ? " in " : " of ") + counted(reports, "report");
  }

  private static List<Object> key(Source source) {
    return List.of(source.type(), source.name(), source.name().isPresent() ? "" : source.role());
  }

  /** "1 claim", "2,000 claims". */
  static String counted(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
