package org.attache.desk.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.contract.ContractException;
import org.attache.desk.account.Role;
import org.attache.desk.gate.Wrong;
import org.attache.register.decision.Decision;
import org.attache.register.decision.Ruling;
import org.attache.register.store.ReportRoom;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What reviewers decided, and new decisions. */
final class DecisionAnswers {
  private static final int MOST_BYTES = 100_000;
  private static final int LONGEST_KEY = 100;
  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_VALUE = 20_000;
  private static final int MOST_CLAIMS = 200;

  /** The fields that each sort of decision has beside "what" and "reason". */
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "confirm", List.of("claim"),
          "reject", List.of("claim"),
          "comment", List.of("claim"),
          "correct", List.of("claim", "field", "value"),
          "merge", List.of("claim", "other"),
          "split", List.of("claims"),
          "undo", List.of("undoes"));

  private DecisionAnswers() {}

  static void list(ApiCall call) {
    Optional<String> claim = call.parameter("claim");
    String list = "decisions?" + claim.orElse("");
    long below = call.position(list).orElse(Long.MAX_VALUE);
    int limit = call.limit();
    List<Decision> all =
        call.desktop()
            .registers()
            .read(
                register ->
                    claim
                        .map(
                            key ->
                                register.reports().decisionsAbout(List.of(key)).stream()
                                    .map(ReportRoom.Decided::decision)
                                    .toList())
                        .orElseGet(() -> register.inquiry().decisions()));
    List<Decision> wanted =
        all.reversed().stream()
            .filter(decision -> decision.number() < below)
            .limit(limit + 1L)
            .toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode decisions = answer.putArray("decisions");
    wanted.stream().limit(limit).map(DecisionNodes::of).forEach(decisions::add);
    answer.put(
        "next", wanted.size() > limit ? call.next(list, wanted.get(limit - 1).number()) : null);
    call.answer(answer);
  }

  static void one(ApiCall call) {
    String number = call.part("number");
    call.answer(
        call.desktop()
            .registers()
            .read(
                register ->
                    register.inquiry().decisions().stream()
                        .filter(decision -> String.valueOf(decision.number()).equals(number))
                        .findFirst()
                        .map(DecisionNodes::of)
                        .orElseThrow(() -> Wrong.missing("decision"))));
  }

  static void decide(ApiCall call) throws IOException {
    call.needs(Role.REVIEWER);
    JsonBody body = JsonBody.of(call.context(), MOST_BYTES);
    String what = body.needed("what", LONGEST_KEY);
    List<String> fields = new ArrayList<>(List.of("what", "reason"));
    fields.addAll(
        Optional.ofNullable(FIELDS.get(what))
            .orElseThrow(
                () ->
                    Wrong.parameter(
                        "what",
                        "It is one of "
                            + String.join(", ", FIELDS.keySet().stream().sorted().toList())
                            + ".")));
    body.only(fields);
    Ruling ruling = ruling(what, body);
    String reason =
        what.equals("comment")
            ? body.needed("reason", LONGEST_REASON)
            : body.text("reason", LONGEST_REASON).orElse("");
    Decision made = decide(call, ruling, reason);
    call.desktop()
        .doorkeeper()
        .note(call.visitor().name(), "decided", "decision " + made.number() + ": " + what);
    call.created(Api.ROOT + "/decisions/" + made.number(), DecisionNodes.of(made));
  }

  private static Ruling ruling(String what, JsonBody body) {
    return switch (what) {
      case "confirm" -> new Ruling.Confirm(body.needed("claim", LONGEST_KEY));
      case "reject" -> new Ruling.Reject(body.needed("claim", LONGEST_KEY));
      case "comment" -> new Ruling.Comment(body.needed("claim", LONGEST_KEY));
      case "correct" -> {
        String value = body.json("value");
        if (value.length() > LONGEST_VALUE) {
          throw Wrong.parameter("value", "It is longer than any field of a claim. Shorten it.");
        }
        yield new Ruling.Correct(
            body.needed("claim", LONGEST_KEY), body.needed("field", LONGEST_KEY), value);
      }
      case "merge" ->
          new Ruling.Merge(body.needed("claim", LONGEST_KEY), body.needed("other", LONGEST_KEY));
      case "split" -> new Ruling.Split(body.texts("claims", MOST_CLAIMS, LONGEST_KEY));
      case "undo" -> new Ruling.Undo(body.number("undoes"));
      default -> throw new IllegalArgumentException("no decision is called " + what);
    };
  }

  private static Decision decide(ApiCall call, Ruling ruling, String reason) {
    try {
      return call.desktop()
          .registers()
          .write(
              register -> {
                long number =
                    register.decide(
                        call.desktop().clock().instant(), call.visitor().name(), ruling, reason);
                return register.inquiry().decisions().stream()
                    .filter(decision -> decision.number() == number)
                    .findFirst()
                    .orElseThrow();
              });
    } catch (IllegalArgumentException | ContractException e) {
      throw new Wrong(
          422, "That cannot be decided", String.valueOf(e.getMessage()) + ". Nothing was changed.");
    }
  }
}
