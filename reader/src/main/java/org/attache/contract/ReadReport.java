package org.attache.contract;

import java.util.List;
import org.attache.claim.Claim;
import org.attache.report.Report;

/**
 * A report and what was read from it.
 *
 * @param report the report
 * @param related its teasers for other articles, as they stand in the text
 * @param claims its claims
 */
public record ReadReport(Report report, List<String> related, List<Claim> claims) {
  /** Keeps copies of the lists. */
  public ReadReport {
    related = List.copyOf(related);
    claims = List.copyOf(claims);
  }
}
