package org.attache.desk.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.attache.desk.gate.Wrong;
import org.attache.desk.question.Filters;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Catalogue;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Claims in lists, all of them in a stream, and one with what was decided about it. */
final class ClaimAnswers {
  private static final int AT_A_TIME = 500;

  private ClaimAnswers() {}

  /**
   * A part of a list of claims.
   *
   * @param claims the claims
   * @param next where it goes on
   */
  private record Part(ArrayNode claims, Optional<Long> next) {}

  private static Part part(ApiCall call, Question question, long from, int limit) {
    return question.asOf().isPresent()
        ? pastPart(call, question, from, limit)
        : call.desktop()
            .registers()
            .read(
                register -> {
                  var numbered = register.reports().claimsFrom(question, from, limit);
                  return new Part(
                      ClaimNodes.of(numbered.claims(), register.catalogue()), numbered.next());
                });
  }

  /** The claims of a day have no numbers of their own: they are counted, by publication. */
  private static Part pastPart(ApiCall call, Question question, long from, int limit) {
    return call.desktop()
        .answers()
        .catalogue(question.asOf(), catalogue -> pastPart(catalogue, question, from, limit));
  }

  private static Part pastPart(Catalogue catalogue, Question question, long from, int limit) {
    List<HeldClaim> withNext = catalogue.claims(question, from, limit + 1);
    List<HeldClaim> wanted = withNext.stream().limit(limit).toList();
    return new Part(
        ClaimNodes.of(wanted, catalogue),
        withNext.size() > limit ? Optional.of(from + limit) : Optional.empty());
  }

  static void list(ApiCall call) {
    Filters filters = call.filters();
    String list = "claims?" + filters.query();
    Part part = part(call, filters.question(), call.position(list).orElse(0L), call.limit());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("claims", part.claims());
    answer.put("next", part.next().map(position -> call.next(list, position)).orElse(null));
    call.answer(answer);
  }

  /** All claims of a question, a line each; a stream that ends early is broken off, not ended. */
  static void stream(ApiCall call) throws IOException {
    Question question = call.filters().question();
    Part part = part(call, question, 0, AT_A_TIME);
    OutputStream out = call.begin("application/x-ndjson").outputStream();
    write(part, out);
    try {
      while (part.next().isPresent()) {
        out.flush();
        part = part(call, question, part.next().get(), AT_A_TIME);
        write(part, out);
      }
    } catch (RuntimeException e) {
      BrokenOff.end(call.context(), e);
      throw e;
    }
  }

  private static void write(Part part, OutputStream out) throws IOException {
    for (JsonNode claim : part.claims()) {
      out.write((ApiCall.text(claim) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  static void one(ApiCall call) {
    call.answer(call.desktop().registers().read(register -> one(register, call.part("key"))));
  }

  private static ObjectNode one(Register register, String key) {
    HeldClaim held = register.reports().claim(key).orElseThrow(() -> Wrong.missing("claim"));
    Optional<String> dealing =
        Optional.ofNullable(register.catalogue().dealingsOf(List.of(key)).get(key))
            .map(DealingLine::id);
    ObjectNode node = ClaimNodes.of(held, dealing);
    node.put("counts", register.reports().standing(List.of(key)).contains(key));
    node.set("decisions", DecisionNodes.of(register.reports().decisionsAbout(List.of(key))));
    return node;
  }
}
