package org.attache.desk.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attache.desk.gate.Wrong;
import org.attache.desk.question.Filters;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Hit;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Register;
import org.attache.register.store.ReportRoom;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reports in lists, by words, and one with its claims. */
final class ReportAnswers {
  private static final int LONGEST_SEARCH = 300;

  private ReportAnswers() {}

  static void list(ApiCall call) {
    Filters filters = call.filters();
    int limit = call.limit();
    String list = "reports?" + filters.query();
    long from = call.position(list).orElse(0L);
    List<KeptReport> reports =
        call.desktop()
            .registers()
            .read(
                register ->
                    register.reports().list(filters.question(), Math.toIntExact(from), limit + 1));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("reports", ReportNodes.of(reports.stream().limit(limit).toList()));
    answer.put("next", reports.size() > limit ? call.next(list, from + limit) : null);
    call.answer(answer);
  }

  static void one(ApiCall call) {
    call.answer(call.desktop().registers().read(register -> one(register, call.part("key"))));
  }

  private static ObjectNode one(Register register, String key) {
    KeptReport report = register.inquiry().report(key).orElseThrow(() -> Wrong.missing("report"));
    ReportRoom room = register.reports();
    List<HeldClaim> held = room.claimsWithRejected(key);
    List<String> keys = held.stream().map(HeldClaim::key).toList();
    Set<String> standing = room.standing(keys);
    var dealings = register.catalogue().dealingsOf(keys);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("report", ReportNodes.of(report));
    node.put("text", report.report().text());
    node.set("links", DealingNodes.strings(report.links()));
    ArrayNode claims = node.putArray("claims");
    for (HeldClaim one : held) {
      Optional<String> dealing = Optional.ofNullable(dealings.get(one.key())).map(DealingLine::id);
      claims.add(ClaimNodes.of(one, dealing).put("counts", standing.contains(one.key())));
    }
    node.set(
        "versions",
        ReportNodes.of(
            room.versions(key).stream().filter(other -> !other.key().equals(key)).toList()));
    node.set("copies", ReportNodes.of(room.copies(report)));
    node.set("decisions", DecisionNodes.of(room.decisionsAbout(keys)));
    return node;
  }

  static void search(ApiCall call) {
    String words =
        call.parameter("q")
            .filter(text -> text.length() <= LONGEST_SEARCH)
            .orElseThrow(
                () ->
                    Wrong.parameter(
                        "q", "Give the words to look for, at most 300 characters of them."));
    List<Hit> hits =
        call.desktop()
            .registers()
            .read(register -> register.inquiry().search(words, call.asOf(), call.limit()));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode found = answer.putArray("hits");
    for (Hit hit : hits) {
      found.addObject().put("snippet", hit.snippet()).set("report", ReportNodes.of(hit.report()));
    }
    call.answer(answer);
  }
}
