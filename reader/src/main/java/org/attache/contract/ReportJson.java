package org.attache.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attache.claim.Claim;
import org.attache.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code attache read} prints: an object with the report and its claims. */
public final class ReportJson {
  private ReportJson() {}

  /**
   * On many lines.
   *
   * @param explain whether each claim names the rules and lexicon rows that made it
   */
  public static String pretty(ReadReport read, boolean explain) {
    return Json.pretty(node(read, explain));
  }

  /**
   * On one line.
   *
   * @param explain whether each claim names the rules and lexicon rows that made it
   */
  public static String line(ReadReport read, boolean explain) {
    return Json.line(node(read, explain));
  }

  /**
   * The claims in what {@link #pretty} or {@link #line} wrote.
   *
   * @throws ContractException where it is something else
   */
  public static List<Claim> claims(String json) {
    JsonNode claims = Json.parse(json).path("claims");
    if (!claims.isArray()) {
      throw new ContractException("there is no array 'claims'");
    }
    List<Claim> read = new ArrayList<>();
    for (JsonNode claim : claims) {
      read.add(ClaimJson.read(claim));
    }
    return read;
  }

  static ObjectNode node(ReadReport read, boolean explain) {
    ObjectNode node = Json.object();
    Report report = read.report();
    ObjectNode head = node.putObject("report");
    head.put("outlet", report.outlet());
    head.put("title", report.headline());
    head.put("published", report.published().map(LocalDate::toString).orElse(null));
    head.put("url", report.url().orElse(null));
    ArrayNode related = head.putArray("related");
    read.related().forEach(related::add);
    ArrayNode claims = node.putArray("claims");
    read.claims().forEach(claim -> claims.add(ClaimJson.write(claim, explain)));
    return node;
  }
}
