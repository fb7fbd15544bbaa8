package org.attache.desk.api;

import java.util.List;
import org.attache.register.decision.Decision;
import org.attache.register.decision.Ruling;
import org.attache.register.store.ReportRoom;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What reviewers decided, as the API writes it. */
final class DecisionNodes {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DecisionNodes() {}

  /** A decision. Claims are named by the keys that the decision is kept under. */
  static ObjectNode of(Decision decision) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("number", decision.number());
    node.put("at", decision.at().toString());
    node.put("who", decision.who());
    node.put("reason", decision.reason());
    node.put("undone", decision.undone());
    switch (decision.ruling()) {
      case Ruling.Confirm(String claim) -> node.put("what", "confirm").put("claim", claim);
      case Ruling.Reject(String claim) -> node.put("what", "reject").put("claim", claim);
      case Ruling.Comment(String claim) -> node.put("what", "comment").put("claim", claim);
      case Ruling.Correct(String claim, String field, String json) ->
          node.put("what", "correct")
              .put("claim", claim)
              .put("field", field)
              .set("value", value(json));
      case Ruling.Merge(String claim, String other) ->
          node.put("what", "merge").put("claim", claim).put("other", other);
      case Ruling.Split(List<String> claims) ->
          node.put("what", "split").set("claims", DealingNodes.strings(claims));
      case Ruling.Undo(long number) -> node.put("what", "undo").put("undoes", number);
    }
    return node;
  }

  /** Decisions about some claims, the first made first. */
  static ArrayNode of(List<ReportRoom.Decided> decisions) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    decisions.forEach(decided -> array.add(of(decided.decision())));
    return array;
  }

  /** Other programs may have kept what is no JSON; then it is what it is, a text. */
  private static JsonNode value(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.stringNode(json);
    }
  }
}
