package org.attache.register.exchange;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attache.claim.Claim;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.party.Party;
import org.attache.register.resolution.HeldClaim;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Claims as PLOVER event records with CAMEO codes. A denied claim is no event; the stage in the
 * contract's own words stands in the comment.
 */
public final class Plover {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What an event is called and how it is rated. */
  private record Event(String name, String mode, String quad, String scale, String cameo) {}

  private Plover() {}

  /** Writes a line for every asserted transfer, service, cooperation and restriction. */
  public static void write(List<HeldClaim> claims, Writer out) throws IOException {
    for (HeldClaim held : claims) {
      Optional<Event> event = event(held.claim());
      if (event.isPresent()) {
        out.write(JSON.writeValueAsString(node(held, event.get())) + "\n");
      }
    }
  }

  private static Optional<Event> event(Claim claim) {
    if (claim.polarity() == Polarity.DENIED
        || claim.kind() == Kind.RELATIONS
        || claim.kind() == Kind.TRADE) {
      return Optional.empty();
    }
    if (claim.kind() == Kind.RESTRICTION) {
      return claim.stage() == Stage.UNDER_WAY || claim.stage() == Stage.AGREED
          ? Optional.of(new Event("SANCTION", "", "4", "-6.0", "163"))
          : Optional.empty();
    }
    return switch (claim.stage()) {
      case CONSIDERED -> Optional.empty();
      case SOUGHT -> Optional.of(new Event("REQUEST", "assist", "3", "0.5", "0212"));
      case NEGOTIATED -> Optional.of(new Event("CONSULT", "", "1", "1.0", "046"));
      case OFFERED -> Optional.of(new Event("AGREE", "", "1", "2.5", "0312"));
      case APPROVED, AGREED -> Optional.of(new Event("AGREE", "", "1", "2.5", "0332"));
      case ORDERED -> Optional.of(new Event("AGREE", "", "1", "2.5", "057"));
      case UNDER_WAY, DELIVERED ->
          Optional.of(
              claim.value().isPresent()
                  ? new Event("COOPERATE", "", "2", "9.5", "062")
                  : new Event("AID", "", "2", "10.0", "072"));
      case SUSPENDED, CANCELLED ->
          Optional.of(new Event("SANCTION", "discontinue", "4", "-6.0", "162"));
      case REFUSED -> Optional.of(new Event("REJECT", "assist", "3", "-1.5", "1222"));
    };
  }

  private static ObjectNode node(HeldClaim held, Event event) {
    Claim claim = held.claim();
    ObjectNode node = JSON.createObjectNode();
    node.put("id", held.key());
    node.put("date", day(held).toString());
    boolean asks = claim.stage() == Stage.SOUGHT;
    List<Party> actors =
        asks ? claim.recipient().stream().toList() : claim.supplier().stream().toList();
    List<Party> targets =
        asks ? claim.supplier().stream().toList() : claim.recipient().stream().toList();
    ArrayNode actor = node.putArray("actor");
    (claim.participants().isEmpty() ? actors : claim.participants())
        .forEach(p -> actor.add(entity(p)));
    node.putArray("event").add(event.name());
    ArrayNode recipient = node.putArray("recipient");
    targets.forEach(p -> recipient.add(entity(p)));
    if (!event.mode().isEmpty()) {
      node.putArray("mode").add(event.mode());
    }
    node.putArray("context").add("military");
    node.put("quad_code", event.quad());
    node.put("event_scale", event.scale());
    ArrayNode text = node.putArray("event_text");
    claim.evidence().forEach(evidence -> text.add(evidence.text()));
    ObjectNode cited = node.putObject("cite_info");
    cited.put("title", held.origin().report());
    cited.put("publication", held.origin().outlet());
    cited.put("coder", "Attaché");
    node.put(
        "comment",
        "CAMEO "
            + event.cameo()
            + "; stage "
            + claim.stage().code()
            + "; certainty "
            + claim.certainty().name().toLowerCase(Locale.ROOT));
    return node;
  }

  private static LocalDate day(HeldClaim held) {
    return held.claim()
        .when()
        .flatMap(when -> when.from().or(when::to))
        .filter(day -> !day.isAfter(held.origin().day()))
        .orElse(held.origin().day());
  }

  private static ObjectNode entity(Party party) {
    ObjectNode node = JSON.createObjectNode();
    node.put("code", party.state().map(code -> Locale.of("", code).getISO3Country()).orElse(""));
    node.put("entity_text", party.name());
    return node;
  }
}
