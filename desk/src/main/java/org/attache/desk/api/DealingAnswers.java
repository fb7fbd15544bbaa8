package org.attache.desk.api;

import java.util.List;
import java.util.Map;
import org.attache.claim.Stage;
import org.attache.desk.gate.Wrong;
import org.attache.desk.question.Filters;
import org.attache.desk.question.Filters.Sorting;
import org.attache.register.dealing.Dealing;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Excerpt;
import org.attache.register.store.Register;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Dealings in lists, and one with everything that is claimed of it. */
final class DealingAnswers {
  private DealingAnswers() {}

  static void list(ApiCall call) {
    Filters filters = call.filters();
    Sorting sorting = call.parameter("sort").map(Sorting::parse).orElse(Sorting.USUAL);
    int limit = call.limit();
    String list = "dealings?" + filters.query() + "&sort=" + sorting.text();
    int from = Math.toIntExact(call.position(list).orElse(0L));
    call.answer(
        call.catalogue(
            catalogue -> {
              List<DealingLine> lines =
                  catalogue.dealings(
                      new Excerpt(
                          filters.question(),
                          filters.contradicted(),
                          sorting.order(),
                          sorting.descending(),
                          from,
                          limit + 1));
              Map<Stage, Integer> counts =
                  catalogue.stages(filters.question(), filters.contradicted());
              ObjectNode answer = JsonNodeFactory.instance.objectNode();
              answer.put(
                  "total",
                  filters
                      .question()
                      .stage()
                      .map(stage -> counts.getOrDefault(stage, 0))
                      .orElseGet(() -> counts.values().stream().mapToInt(n -> n).sum()));
              answer.set("dealings", DealingNodes.of(lines.stream().limit(limit).toList()));
              answer.put(
                  "next", lines.size() > limit ? call.next(list, (long) from + limit) : null);
              return answer;
            }));
  }

  static void one(ApiCall call) {
    Dealing dealing =
        call.catalogue(catalogue -> catalogue.dealing(call.part("id")))
            .orElseThrow(() -> Wrong.missing("dealing"));
    ObjectNode answer = DealingNodes.of(dealing, call.desktop().names());
    ArrayNode claims = answer.putArray("claims");
    dealing
        .claims()
        .forEach(held -> claims.add(ClaimNodes.of(held, java.util.Optional.of(dealing.id()))));
    call.desktop()
        .registers()
        .read(
            register -> {
              addSurroundings(register, dealing, answer);
              return answer;
            });
    call.answer(answer);
  }

  private static void addSurroundings(Register register, Dealing dealing, ObjectNode answer) {
    answer.set(
        "decisions",
        DecisionNodes.of(
            register
                .reports()
                .decisionsAbout(dealing.claims().stream().map(HeldClaim::key).toList())));
    answer.set("may_hold", DealingNodes.of(register.inquiry().mayHold(dealing)));
  }
}
