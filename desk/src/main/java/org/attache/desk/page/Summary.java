package org.attache.desk.page;

import java.util.List;
import java.util.stream.Collectors;
import org.attache.claim.Kind;
import org.attache.register.dealing.Contradiction;
import org.attache.register.dealing.Dealing;
import org.attache.register.dealing.FieldName;
import org.attache.register.dealing.FieldValue;

/** What is claimed of a dealing, in one sentence. */
final class Summary {
  private static final int MOST_THINGS = 4;

  private Summary() {}

  /** "Two independent sources say that Chile has ordered 24 Gripen from Sweden; others deny it." */
  static String of(Dealing dealing) {
    int voices = dealing.voices().size();
    String sources =
        voices == 0
            ? "Nobody says"
            : voices == 1 ? "One source says" : number(voices) + " independent sources say";
    return Plain.line(
        sources
            + " that "
            + clause(dealing)
            + (dealing.disputed() ? "; others deny it" : "")
            + differing(dealing)
            + ".");
  }

  private static String number(int number) {
    List<String> words =
        List.of("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten");
    return number <= 10 ? words.get(number - 2) : Plain.number(number);
  }

  private static String differing(Dealing dealing) {
    String fields =
        dealing.contradictions().stream()
            .map(Contradiction::field)
            .filter(field -> !field.equals("polarity"))
            .distinct()
            .collect(Collectors.joining(" and "));
    return fields.isEmpty() ? "" : "; on " + fields + " they differ";
  }

  private static String clause(Dealing dealing) {
    String from = best(dealing, FieldName.SUPPLIER, "somebody");
    String to = best(dealing, FieldName.RECIPIENT, "somebody");
    String things = things(dealing);
    Kind kind = dealing.sides().kind();
    if (dealing.claims().stream().anyMatch(held -> !held.claim().participants().isEmpty())) {
      return together(dealing, things);
    }
    return switch (kind) {
      case ARMS_TRANSFER -> transfer(dealing, from, to, things.isEmpty() ? "arms" : things);
      case RESTRICTION ->
          switch (dealing.stage()) {
            case UNDER_WAY, DELIVERED, ORDERED, AGREED, APPROVED ->
                from + " restricts " + named(things, "trade in arms") + " with " + to;
            case CANCELLED -> from + " has lifted its restriction on " + to;
            case REFUSED -> from + " does not restrict " + to;
            case SUSPENDED -> from + " has suspended its restriction on " + to;
            case CONSIDERED, SOUGHT, OFFERED, NEGOTIATED ->
                from + " may restrict " + named(things, "trade in arms") + " with " + to;
          };
      case SERVICE, TRADE, MILITARY_COOPERATION, RELATIONS ->
          "a "
              + Plain.words(kind.code())
              + (things.isEmpty() ? "" : " on " + things)
              + " by "
              + from
              + " for "
              + to
              + " "
              + state(dealing);
    };
  }

  private static String named(String things, String otherwise) {
    return things.isEmpty() ? otherwise : things;
  }

  private static String transfer(Dealing dealing, String from, String to, String things) {
    return switch (dealing.stage()) {
      case CONSIDERED -> from + " may supply " + to + " with " + things;
      case SOUGHT -> to + " wants " + things + " from " + from;
      case OFFERED -> from + " has offered " + to + " " + things;
      case NEGOTIATED -> from + " and " + to + " are in talks about " + things;
      case APPROVED -> "a supply of " + things + " from " + from + " to " + to + " is approved";
      case AGREED -> from + " and " + to + " have agreed on " + things;
      case ORDERED -> to + " has ordered " + things + " from " + from;
      case UNDER_WAY -> from + " is supplying " + to + " with " + things;
      case DELIVERED -> from + " has supplied " + to + " with " + things;
      case SUSPENDED -> from + " has halted its supply of " + things + " to " + to;
      case CANCELLED -> "the supply of " + things + " from " + from + " to " + to + " is off";
      case REFUSED -> from + " has refused " + to + " " + things;
    };
  }

  private static String together(Dealing dealing, String things) {
    String sides =
        dealing.values().getOrDefault(FieldName.PARTICIPANTS, List.of()).stream()
            .map(FieldValue::text)
            .sorted()
            .collect(Collectors.joining(" and "));
    String what =
        switch (dealing.sides().kind()) {
          case RELATIONS -> "relations";
          case TRADE -> "trade";
          case SERVICE -> "a service";
          case RESTRICTION -> "a restriction";
          case ARMS_TRANSFER -> "an arms transfer";
          case MILITARY_COOPERATION -> "military cooperation";
        };
    return what
        + " between "
        + sides
        + (things.isEmpty() ? "" : " on " + things)
        + " "
        + state(dealing);
  }

  private static String state(Dealing dealing) {
    return switch (dealing.stage()) {
      case CONSIDERED -> "is being considered";
      case SOUGHT -> "is wanted";
      case OFFERED -> "is on offer";
      case NEGOTIATED -> "is being negotiated";
      case APPROVED -> "is approved";
      case AGREED -> "is agreed";
      case ORDERED -> "is under contract";
      case UNDER_WAY -> "is under way";
      case DELIVERED -> "is completed";
      case SUSPENDED -> "is suspended";
      case CANCELLED -> "has ended";
      case REFUSED -> "is refused";
    };
  }

  private static String best(Dealing dealing, FieldName field, String otherwise) {
    return dealing.values().getOrDefault(field, List.of()).stream()
        .findFirst()
        .map(FieldValue::text)
        .orElse(otherwise);
  }

  private static String things(Dealing dealing) {
    List<FieldValue> items = dealing.values().getOrDefault(FieldName.ITEMS, List.of());
    String named =
        items.stream()
            .limit(MOST_THINGS)
            .map(
                item ->
                    dealing.values().getOrDefault(FieldName.QUANTITY, List.of()).stream()
                        .filter(quantity -> quantity.of().equalsIgnoreCase(item.text()))
                        .findFirst()
                        .map(quantity -> quantity.text() + " " + item.text())
                        .orElse(item.text()))
            .collect(Collectors.joining(", "));
    return items.size() > MOST_THINGS ? named + " and more" : named;
  }
}
