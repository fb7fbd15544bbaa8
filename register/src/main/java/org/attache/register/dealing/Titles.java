package org.attache.register.dealing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attache.claim.Claim;
import org.attache.claim.Stage;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.HeldClaim;

/** Puts a dealing in a line: "Russia → Iran: 24 Su-35 – agreed". */
final class Titles {
  private static final int MOST_ITEMS = 3;

  private final Families families;

  /** Titles that name a thing once, under whichever of its names most sources use. */
  Titles(Families families) {
    this.families = families;
  }

  String of(List<HeldClaim> claims, Map<FieldName, List<FieldValue>> values, Stage stage) {
    return sides(claims, values)
        + ": "
        + things(claims.getFirst().claim(), values)
        + " – "
        + stage.code();
  }

  private static String sides(List<HeldClaim> claims, Map<FieldName, List<FieldValue>> values) {
    boolean together = claims.stream().anyMatch(held -> !held.claim().participants().isEmpty());
    if (together) {
      return values.getOrDefault(FieldName.PARTICIPANTS, List.of()).stream()
          .map(FieldValue::text)
          .sorted()
          .collect(Collectors.joining(" – "));
    }
    return best(values, FieldName.SUPPLIER) + " → " + best(values, FieldName.RECIPIENT);
  }

  private static String best(Map<FieldName, List<FieldValue>> values, FieldName field) {
    return values.getOrDefault(field, List.of()).stream()
        .findFirst()
        .map(FieldValue::text)
        .orElse("not known");
  }

  private String things(Claim first, Map<FieldName, List<FieldValue>> values) {
    List<FieldValue> items = values.getOrDefault(FieldName.ITEMS, List.of());
    if (items.isEmpty()) {
      return first.kind().code().replace('-', ' ');
    }
    Map<String, String> names = new LinkedHashMap<>();
    items.stream()
        .sorted(Comparator.comparingInt((FieldValue value) -> -value.voices()))
        .map(FieldValue::text)
        .forEach(text -> names.putIfAbsent(families.named(text), text));
    String named = names.values().stream().limit(MOST_ITEMS).collect(Collectors.joining(", "));
    return names.size() > MOST_ITEMS ? named + " and more" : named;
  }
}
