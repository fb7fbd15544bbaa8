package org.attache.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import org.attache.coverage.Finding.Outcome;

/** Adds findings up: which share of a list is recognised, and what of it is not. */
public final class CoverageFigures {
  private final List<OptionalInt> years;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Figures, a line for each year.
   *
   * @param years types last ordered before the year are left out; with an absent one, none is
   */
  public CoverageFigures(List<OptionalInt> years) {
    this.years = List.copyOf(years);
  }

  /** Counts a finding; stand-ins for designations do not count. */
  public void add(Finding finding) {
    if (!finding.listed().isStandIn()) {
      findings.add(finding);
    }
  }

  /** What is not recognised and counts in at least one of the lines, heaviest first. */
  public List<Finding> misses() {
    return findings.stream()
        .filter(finding -> !finding.isRecognised())
        .filter(finding -> years.stream().anyMatch(year -> counts(finding, year)))
        .sorted(Comparator.comparingLong((Finding finding) -> finding.listed().weight()).reversed())
        .toList();
  }

  /** The figures, a line for each year. */
  public List<String> lines() {
    return years.stream().map(this::line).toList();
  }

  private String line(OptionalInt year) {
    List<Finding> counted = findings.stream().filter(finding -> counts(finding, year)).toList();
    return String.format(
        Locale.ROOT,
        "%s: %s of the weight recognised (%s by name alone, %s with the description), %s of the"
            + " designations; %,d designations, weight %,d",
        year.isPresent() ? "ordered since " + year.getAsInt() : "all",
        share(counted, Finding::isRecognised, f -> f.listed().weight()),
        share(counted, f -> f.outcome() == Outcome.ALONE, f -> f.listed().weight()),
        share(counted, f -> f.outcome() == Outcome.DESCRIBED, f -> f.listed().weight()),
        share(counted, Finding::isRecognised, f -> 1),
        counted.size(),
        sum(counted, f -> f.listed().weight()));
  }

  private static boolean counts(Finding finding, OptionalInt year) {
    return year.isEmpty() || finding.listed().isOrderedSince(year.getAsInt());
  }

  private static String share(
      List<Finding> findings,
      java.util.function.Predicate<Finding> which,
      ToLongFunction<Finding> weight) {
    long whole = sum(findings, weight);
    long part = sum(findings.stream().filter(which).toList(), weight);
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private static long sum(List<Finding> findings, ToLongFunction<Finding> weight) {
    return findings.stream().mapToLong(weight).sum();
  }
}
