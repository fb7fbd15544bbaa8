package org.attache.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attache.claim.Certainty;
import org.attache.claim.Claim;
import org.attache.claim.Polarity;
import org.attache.equipment.Item;
import org.attache.lexicon.Tables;
import org.attache.money.Value;
import org.attache.party.Parties;
import org.attache.party.Party;
import org.attache.quantity.Quantity;

/**
 * Claims in a line: {@code arms-transfer ordered RU>IN: S-400 x5 = USD 5000000000}. A state is its
 * code, another party its name with the code in brackets, an unknown side a question mark; an item
 * is its designation or else its category; {@code x5+} is at least five, {@code x-5} at most five,
 * {@code x5-9} from five to nine.
 */
final class Notation {
  private static final Parties PARTIES = new Parties(Tables.builtIn());

  private Notation() {}

  /** All claims, in an order that does not depend on the text; "none" where there are none. */
  static String of(List<Claim> claims) {
    return claims.isEmpty()
        ? "none"
        : claims.stream().map(Notation::of).sorted().collect(Collectors.joining(" ; "));
  }

  static String of(Claim claim) {
    List<String> words = new ArrayList<>();
    words.add(claim.kind().code());
    words.add(claim.stage().code());
    if (claim.polarity() == Polarity.DENIED) {
      words.add("denied");
    }
    if (claim.certainty() != Certainty.CERTAIN) {
      words.add(claim.certainty().name().toLowerCase(Locale.ROOT));
    }
    words.add(sides(claim) + (claim.items().isEmpty() ? "" : ":"));
    words.add(
        claim.items().stream().map(Notation::item).sorted().collect(Collectors.joining(", ")));
    claim.value().ifPresent(value -> words.add(value(value)));
    return String.join(" ", words).strip();
  }

  private static String sides(Claim claim) {
    return claim.participants().isEmpty()
        ? side(claim.supplier()) + ">" + side(claim.recipient())
        : claim.participants().stream()
            .map(party -> side(Optional.of(party)))
            .sorted()
            .collect(Collectors.joining("+"));
  }

  private static String side(Optional<Party> party) {
    if (party.isEmpty()) {
      return "?";
    }
    String name = party.get().name();
    Optional<String> code = party.get().state();
    boolean state = code.flatMap(PARTIES::state).filter(s -> s.name().equals(name)).isPresent();
    return state ? code.orElseThrow() : name + code.map(c -> " (" + c + ")").orElse("");
  }

  private static String item(Item item) {
    return item.designation().orElse(item.category().code())
        + item.quantity().map(quantity -> " x" + range(quantity)).orElse("");
  }

  private static String value(Value value) {
    return "= " + value.currency() + " " + range(value.amount());
  }

  private static String range(Quantity quantity) {
    if (quantity.min().equals(quantity.max())) {
      return String.valueOf(quantity.min().orElseThrow());
    }
    if (quantity.max().isEmpty()) {
      return quantity.min().orElseThrow() + "+";
    }
    return (quantity.min().isEmpty() ? "" : String.valueOf(quantity.min().getAsLong()))
        + "-"
        + quantity.max().getAsLong();
  }
}
