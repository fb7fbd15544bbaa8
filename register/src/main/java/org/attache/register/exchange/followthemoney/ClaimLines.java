package org.attache.register.exchange.followthemoney;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attache.claim.Claim;
import org.attache.equipment.Item;
import org.attache.source.Source;

/** What the model has no property for, of a claim, as lines of text. */
final class ClaimLines {
  private ClaimLines() {}

  static List<String> of(Claim claim) {
    List<String> lines = new ArrayList<>();
    lines.add("certainty: " + claim.certainty().name().toLowerCase(Locale.ROOT));
    lines.add(
        "chain of sources: "
            + claim.attribution().reversed().stream()
                .map(ClaimLines::source)
                .collect(Collectors.joining(", in ")));
    claim.items().stream().map(Item::text).forEach(text -> lines.add("item: " + text));
    claim.value().ifPresent(value -> lines.add("value: " + value.text()));
    claim.when().ifPresent(when -> lines.add("time: " + when.text()));
    claim.withheld().forEach(withheld -> lines.add("withheld: " + withheld.code()));
    return lines;
  }

  private static String source(Source source) {
    return source
        .name()
        .map(name -> source.role().map(role -> name + " (" + role + ")").orElse(name))
        .or(source::role)
        .orElse("an unnamed source");
  }
}
