package org.attache.desk.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.claim.Claim;
import org.attache.contract.ClaimJson;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Catalogue;
import org.attache.register.store.DealingLine;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Claims as the API writes them: as the contract has them, and what the register adds. */
public final class ClaimNodes {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ClaimNodes() {}

  /** A claim as the contract has it, with the rules and rows that made it. */
  static ObjectNode of(Claim claim) {
    return (ObjectNode) JSON.readTree(ClaimJson.line(claim, true));
  }

  /**
   * A claim of the register.
   *
   * @param dealing the id of the dealing that it is about; none where it does not count
   */
  static ObjectNode of(HeldClaim held, Optional<String> dealing) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("key", held.key());
    node.put("report", held.origin().report());
    node.put("outlet", held.origin().outlet());
    node.put("day", held.origin().day().toString());
    node.put("dealing", dealing.orElse(null));
    node.setAll(of(held.claim()));
    return node;
  }

  /** Claims of the register, each with the id of its dealing. */
  public static ArrayNode of(List<HeldClaim> held, Catalogue catalogue) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    if (!held.isEmpty()) {
      Map<String, DealingLine> dealings =
          catalogue.dealingsOf(held.stream().map(HeldClaim::key).toList());
      held.forEach(
          claim ->
              nodes.add(
                  of(claim, Optional.ofNullable(dealings.get(claim.key())).map(DealingLine::id))));
    }
    return nodes;
  }
}
