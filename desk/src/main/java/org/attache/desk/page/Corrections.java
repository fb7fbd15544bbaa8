package org.attache.desk.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attache.claim.Certainty;
import org.attache.claim.Claim;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.contract.ClaimJson;
import org.attache.desk.gate.Wrong;
import org.attache.desk.question.Filters;
import org.attache.desk.stock.Names;
import org.attache.equipment.Category;
import org.attache.equipment.Item;
import org.attache.money.Value;
import org.attache.party.Party;
import org.attache.quantity.Quantity;
import org.attache.register.decision.Ruling;
import org.attache.time.Interval;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a claim as a form shows them, and what a reviewer has changed in that form. */
final class Corrections {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 300;
  private static final Pattern WITH_STATE = Pattern.compile("(.{1,200}) \\(([A-Z]{2})\\)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
  private static final Pattern MONEY = Pattern.compile("([A-Z]{3}) (.{1,60})");

  private Corrections() {}

  /**
   * A field of the form.
   *
   * @param name of the field
   * @param label what people call it
   * @param value what it holds
   * @param codes what can be chosen; empty where it is written
   * @param type of the input
   * @param hint how it is written; may be empty
   */
  record Field(
      String name, String label, String value, List<String> codes, String type, String hint) {}

  /** The form for a claim. */
  static List<Field> fields(Claim claim) {
    List<Field> fields = new ArrayList<>();
    fields.add(choice("kind", "Kind", claim.kind().code(), Kind.values(), Kind::code));
    fields.add(choice("stage", "Stage", claim.stage().code(), Stage.values(), Stage::code));
    fields.add(
        choice(
            "polarity", "Polarity", code(claim.polarity()), Polarity.values(), Corrections::code));
    fields.add(
        choice(
            "certainty",
            "Certainty",
            code(claim.certainty()),
            Certainty.values(),
            Corrections::code));
    if (claim.participants().isEmpty()) {
      fields.add(text("supplier", "Supplier", words(claim.supplier()), "Sweden, or Saab (SE)"));
      fields.add(text("recipient", "Recipient", words(claim.recipient()), "Chile"));
    } else {
      fields.add(
          text(
              "participants",
              "Sides",
              claim.participants().stream()
                  .map(Corrections::words)
                  .collect(Collectors.joining("; ")),
              "Sweden; Chile"));
    }
    for (int i = 0; i < claim.items().size(); i++) {
      Item item = claim.items().get(i);
      String of = claim.items().size() == 1 ? "" : " of “" + Plain.cut(item.text(), 40) + "”";
      fields.add(text(type(i), "Type" + of, item.designation().orElse(""), "JAS 39 Gripen"));
      fields.add(
          choice(
              category(i),
              "Category" + of,
              item.category().code(),
              Category.values(),
              Category::code));
      fields.add(
          text(
              quantity(i),
              "Quantity" + of,
              item.quantity().map(Corrections::words).orElse(""),
              "24, 18-24, at least 24, up to 24"));
    }
    fields.add(
        text(
            "value",
            "Value",
            claim.value().map(value -> value.currency() + " " + words(value.amount())).orElse(""),
            "USD 2000000000"));
    fields.add(day("from", "From", claim.when().flatMap(Interval::from)));
    fields.add(day("to", "To", claim.when().flatMap(Interval::to)));
    return fields;
  }

  private static String type(int item) {
    return "type-" + (item + 1);
  }

  private static String category(int item) {
    return "category-" + (item + 1);
  }

  private static String quantity(int item) {
    return "quantity-" + (item + 1);
  }

  private static <E extends Enum<E>> Field choice(
      String name, String label, String value, E[] constants, Function<E, String> code) {
    return new Field(name, label, value, Arrays.stream(constants).map(code).toList(), "select", "");
  }

  private static Field text(String name, String label, String value, String hint) {
    return new Field(name, label, value, List.of(), "text", hint);
  }

  private static Field day(String name, String label, Optional<LocalDate> day) {
    return new Field(name, label, day.map(LocalDate::toString).orElse(""), List.of(), "date", "");
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Optional<Party> party) {
    return party.map(Corrections::words).orElse("");
  }

  /** "Sweden"; "Saab (SE)" for a side that is not the state itself. */
  private static String words(Party party) {
    return party.state().map(state -> party.name() + " (" + state + ")").orElse(party.name());
  }

  private static String words(Quantity quantity) {
    OptionalLong min = quantity.min();
    OptionalLong max = quantity.max();
    if (min.isPresent() && max.isPresent()) {
      return min.getAsLong() == max.getAsLong()
          ? String.valueOf(min.getAsLong())
          : min.getAsLong() + "-" + max.getAsLong();
    }
    return min.isPresent() ? "at least " + min.getAsLong() : "up to " + max.orElseThrow();
  }

  /**
   * What somebody changed in the form.
   *
   * @param key of the claim
   * @param claim as it stood when the form was made
   * @param sent finds what was sent for a field, where it was sent at all
   * @return one correction for each field of the contract that is something else now
   * @throws Wrong where something makes no sense
   * @throws org.attache.contract.ContractException where the whole would be no claim
   */
  static List<Ruling.Correct> changed(
      String key, Claim claim, Function<String, Optional<String>> sent, Names names) {
    ObjectNode node = (ObjectNode) JSON.readTree(ClaimJson.line(claim, false));
    Function<Field, Optional<String>> other =
        field ->
            sent.apply(field.name())
                .map(String::strip)
                .filter(text -> !text.equals(field.value()))
                .map(text -> checked(field, text));
    List<Ruling.Correct> all = new ArrayList<>();
    for (Field field : fields(claim)) {
      other
          .apply(field)
          .ifPresent(
              text -> {
                switch (field.name()) {
                  case "kind", "stage", "polarity", "certainty" -> node.put(field.name(), text);
                  case "supplier", "recipient" -> node.set(field.name(), party(text, names));
                  case "participants" -> node.set("participants", parties(text, names));
                  case "value" -> node.set("value", value(text, claim.value()));
                  case "from", "to" -> node.set("when", when(node.get("when"), field, text));
                  default -> putItem((ArrayNode) node.get("items"), field, text);
                }
              });
    }
    ClaimJson.parse(JSON.writeValueAsString(node));
    JsonNode before = JSON.readTree(ClaimJson.line(claim, false));
    node.properties()
        .forEach(
            property -> {
              if (!property.getValue().equals(before.get(property.getKey()))) {
                all.add(
                    new Ruling.Correct(
                        key, property.getKey(), JSON.writeValueAsString(property.getValue())));
              }
            });
    return all;
  }

  private static String checked(Field field, String text) {
    if (text.length() > LONGEST) {
      throw Wrong.parameter(field.label(), "It is longer than " + LONGEST + " characters.");
    }
    if (!field.codes().isEmpty() && !field.codes().contains(text)) {
      throw Wrong.parameter(field.label(), "It is one of " + String.join(", ", field.codes()));
    }
    if (field.type().equals("date") && !text.isEmpty()) {
      Filters.day(field.label(), text);
    }
    return text;
  }

  private static JsonNode party(String text, Names names) {
    if (text.isEmpty()) {
      return JSON.nullNode();
    }
    Matcher parts = WITH_STATE.matcher(text);
    if (parts.matches() && names.isState(parts.group(2))) {
      return party(parts.group(1), Optional.of(parts.group(2)));
    }
    String state = names.key(text);
    return names.isState(state)
        ? party(names.side(state), Optional.of(state))
        : party(text, Optional.empty());
  }

  private static JsonNode party(String name, Optional<String> state) {
    return JSON.createObjectNode().put("name", name).put("state", state.orElse(null));
  }

  private static JsonNode parties(String text, Names names) {
    ArrayNode parties = JSON.createArrayNode();
    Stream.of(text.split(";"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(name -> parties.add(party(name, names)));
    if (parties.isEmpty()) {
      throw Wrong.parameter("Sides", "Name at least one, as in “Sweden; Chile”.");
    }
    return parties;
  }

  private static void putItem(ArrayNode items, Field field, String text) {
    int dash = field.name().lastIndexOf('-');
    ObjectNode item =
        (ObjectNode) items.get(Integer.parseInt(field.name().substring(dash + 1)) - 1);
    switch (field.name().substring(0, dash)) {
      case "type" -> item.put("designation", text.isEmpty() ? null : text);
      case "category" -> item.put("category", text);
      default ->
          item.set("quantity", text.isEmpty() ? JSON.nullNode() : range(field.label(), text));
    }
  }

  private static ObjectNode range(String label, String text) {
    ObjectNode range = JSON.createObjectNode();
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[,\\s]+", " ").replace('–', '-');
    if (plain.startsWith("at least ")) {
      return range.put("min", number(label, plain.substring(9))).putNull("max");
    }
    if (plain.startsWith("up to ")) {
      return range.putNull("min").put("max", number(label, plain.substring(6)));
    }
    int dash = plain.indexOf('-');
    long min = number(label, dash < 0 ? plain : plain.substring(0, dash));
    long max = dash < 0 ? min : number(label, plain.substring(dash + 1));
    if (max < min) {
      throw Wrong.parameter(label, "A range goes up, as in 18-24.");
    }
    return range.put("min", min).put("max", max);
  }

  private static long number(String label, String text) {
    String digits = text.replace(" ", "");
    if (!NUMBER.matcher(digits).matches()) {
      throw Wrong.parameter(label, "It is written like 24, 18-24, at least 24 or up to 24.");
    }
    return Long.parseLong(digits);
  }

  private static JsonNode value(String text, Optional<Value> before) {
    if (text.isEmpty()) {
      return JSON.nullNode();
    }
    Matcher parts = MONEY.matcher(text);
    if (!parts.matches()) {
      throw Wrong.parameter("Value", "It is a currency and an amount, as in USD 2000000000.");
    }
    ObjectNode value = JSON.createObjectNode();
    value.put("currency", parts.group(1));
    value.setAll(range("Value", parts.group(2)));
    return value.put("text", before.map(Value::text).orElse(text));
  }

  private static JsonNode when(JsonNode before, Field field, String text) {
    ObjectNode when =
        before instanceof ObjectNode there
            ? there.deepCopy()
            : JSON.createObjectNode().putNull("from").putNull("to").put("text", text);
    when.put(field.name(), text.isEmpty() ? null : text);
    return when.get("from").isNull() && when.get("to").isNull() ? JSON.nullNode() : when;
  }
}
