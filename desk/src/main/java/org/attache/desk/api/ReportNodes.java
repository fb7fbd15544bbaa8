package org.attache.desk.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attache.register.store.KeptReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reports as the API writes them. */
final class ReportNodes {
  private ReportNodes() {}

  /** A report without its text. */
  static ObjectNode of(KeptReport report) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("key", report.key());
    node.put("outlet", report.report().outlet());
    node.put("title", report.report().headline());
    node.put("day", report.day().toString());
    node.put("published", report.report().published().map(LocalDate::toString).orElse(null));
    node.put("url", web(report.report().url()).orElse(null));
    node.put("language", report.language());
    node.put("current", report.current());
    node.put("copy_of", report.story().equals(report.key()) ? null : report.story());
    node.put("reader", report.reader().orElse(null));
    node.put("claims", report.claims());
    return node;
  }

  /** Reports without their texts. */
  static ArrayNode of(List<KeptReport> reports) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    reports.forEach(report -> array.add(of(report)));
    return array;
  }

  /** Whoever shows an address makes a link of it; one that is no web address could hold script. */
  static Optional<String> web(Optional<String> url) {
    return url.filter(address -> address.matches("(?is)https?://.+"));
  }
}
