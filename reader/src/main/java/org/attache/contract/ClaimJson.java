package org.attache.contract;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attache.claim.Certainty;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.claim.Withheld;
import org.attache.equipment.Category;
import org.attache.equipment.Item;
import org.attache.money.Value;
import org.attache.party.Party;
import org.attache.quantity.Quantity;
import org.attache.source.Source;
import org.attache.time.Interval;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Claims to JSON and back. */
public final class ClaimJson {
  private ClaimJson() {}

  /**
   * A claim as one JSON object on one line, without a line end.
   *
   * @param explain whether it names the rules and lexicon rows that made it
   */
  public static String line(Claim claim, boolean explain) {
    return Json.line(write(claim, explain)).strip();
  }

  /**
   * The claim that {@link #line} wrote.
   *
   * @throws ContractException where it is no claim
   */
  public static Claim parse(String json) {
    return read(Json.parse(json));
  }

  /**
   * The same claim, as JSON, with another value in one field.
   *
   * @param json the claim
   * @param field the field's name in the contract
   * @param value its value as JSON
   * @throws ContractException where there is no such field, or the value is none for it
   */
  public static String corrected(String json, String field, String value) {
    if (!(Json.parse(json) instanceof ObjectNode node) || !node.has(field)) {
      throw new ContractException("a claim has no field '" + field + "'");
    }
    node.set(field, Json.parse(value));
    read(node);
    return Json.line(node).strip();
  }

  static ObjectNode write(Claim claim, boolean explain) {
    ObjectNode node = Json.object();
    node.put("kind", claim.kind().code());
    node.put("stage", claim.stage().code());
    node.put("polarity", code(claim.polarity()));
    node.put("certainty", code(claim.certainty()));
    node.set("supplier", orNull(claim.supplier(), ClaimJson::party));
    node.set("recipient", orNull(claim.recipient(), ClaimJson::party));
    node.set("participants", array(claim.participants(), ClaimJson::party));
    node.set("items", array(claim.items(), ClaimJson::item));
    node.set("value", orNull(claim.value(), ClaimJson::value));
    node.set("when", orNull(claim.when(), ClaimJson::interval));
    ArrayNode withheld = node.putArray("withheld");
    claim.withheld().stream().map(Withheld::code).sorted().forEach(withheld::add);
    ArrayNode attribution = node.putArray("attribution");
    attribution.add(outlet(claim.attribution().getFirst()));
    claim.attribution().stream().skip(1).map(ClaimJson::source).forEach(attribution::add);
    node.set("evidence", array(claim.evidence(), ClaimJson::evidence));
    if (explain) {
      ArrayNode grounds = node.putArray("explain");
      claim.grounds().forEach(grounds::add);
    }
    return node;
  }

  private static ObjectNode party(Party party) {
    ObjectNode node = Json.object();
    node.put("name", party.name());
    node.put("state", party.state().orElse(null));
    return node;
  }

  private static ObjectNode item(Item item) {
    ObjectNode node = Json.object();
    node.put("designation", item.designation().orElse(null));
    node.put("category", item.category().code());
    node.put("text", item.text());
    node.set("quantity", orNull(item.quantity(), quantity -> range(Json.object(), quantity)));
    return node;
  }

  private static ObjectNode value(Value value) {
    ObjectNode node = Json.object();
    node.put("currency", value.currency());
    range(node, value.amount());
    node.put("text", value.text());
    return node;
  }

  private static ObjectNode range(ObjectNode node, Quantity range) {
    return end(end(node, "min", range.min()), "max", range.max());
  }

  private static ObjectNode end(ObjectNode node, String key, OptionalLong number) {
    if (number.isPresent()) {
      node.put(key, number.getAsLong());
    } else {
      node.putNull(key);
    }
    return node;
  }

  private static ObjectNode interval(Interval interval) {
    ObjectNode node = days(interval);
    node.put("text", interval.text());
    return node;
  }

  private static ObjectNode days(Interval interval) {
    ObjectNode node = Json.object();
    node.put("from", interval.from().map(LocalDate::toString).orElse(null));
    node.put("to", interval.to().map(LocalDate::toString).orElse(null));
    return node;
  }

  /** The publishing outlet: its name says all, and what is absent is left out. */
  private static ObjectNode outlet(Source source) {
    ObjectNode node = source(source);
    node.propertyNames().stream()
        .filter(key -> node.path(key).isNull())
        .toList()
        .forEach(node::remove);
    return node;
  }

  private static ObjectNode source(Source source) {
    ObjectNode node = Json.object();
    node.put("name", source.name().orElse(null));
    node.put("type", code(source.type()));
    node.put("role", source.role().orElse(null));
    node.put("state", source.state().orElse(null));
    node.put("cue", source.cue().orElse(null));
    node.put("manner", source.manner().map(ClaimJson::code).orElse(null));
    node.set("on", orNull(source.on(), ClaimJson::days));
    return node;
  }

  private static ObjectNode evidence(Evidence evidence) {
    ObjectNode node = Json.object();
    node.put("start", evidence.start());
    node.put("end", evidence.end());
    node.put("text", evidence.text());
    return node;
  }

  private static <T> JsonNode orNull(Optional<T> value, Function<T, ObjectNode> write) {
    return value.<JsonNode>map(write).orElseGet(() -> Json.object().nullNode());
  }

  private static <T> ArrayNode array(List<T> values, Function<T, ObjectNode> write) {
    ArrayNode array = Json.object().arrayNode();
    values.stream().map(write).forEach(array::add);
    return array;
  }

  static Claim read(JsonNode node) {
    try {
      return new Claim(
          Json.constant(node, "kind", Kind.values(), Kind::code),
          Json.constant(node, "stage", Stage.values(), Stage::code),
          Json.constant(node, "polarity", Polarity.values(), ClaimJson::code),
          Json.constant(node, "certainty", Certainty.values(), ClaimJson::code),
          optional(node, "supplier", ClaimJson::readParty),
          optional(node, "recipient", ClaimJson::readParty),
          list(node, "participants", ClaimJson::readParty),
          list(node, "items", ClaimJson::readItem),
          optional(node, "value", ClaimJson::readValue),
          optional(node, "when", when -> readInterval(when, Json.needed(when, "text"))),
          readWithheld(node),
          list(node, "attribution", ClaimJson::readSource),
          list(node, "evidence", ClaimJson::readEvidence),
          strings(node, "explain"));
    } catch (IllegalArgumentException e) {
      throw new ContractException("no claim: " + e.getMessage(), e);
    }
  }

  private static Party readParty(JsonNode node) {
    return new Party(Json.needed(node, "name"), Json.text(node, "state"));
  }

  private static Item readItem(JsonNode node) {
    return new Item(
        Json.text(node, "designation"),
        Json.constant(node, "category", Category.values(), Category::code),
        Json.needed(node, "text"),
        optional(node, "quantity", ClaimJson::readRange));
  }

  private static Value readValue(JsonNode node) {
    return new Value(Json.needed(node, "currency"), readRange(node), Json.needed(node, "text"));
  }

  private static Quantity readRange(JsonNode node) {
    return new Quantity(number(node, "min"), number(node, "max"));
  }

  private static OptionalLong number(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new ContractException("'" + key + "' is no whole number: " + value);
    }
    return OptionalLong.of(value.longValue());
  }

  /**
   * The words of a date that stands without them, as the date of a statement does, are its days.
   */
  private static Interval readInterval(JsonNode node, String text) {
    return new Interval(day(node, "from"), day(node, "to"), text);
  }

  private static Optional<LocalDate> day(JsonNode node, String key) {
    Optional<String> text = Json.text(node, key);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new ContractException("'" + key + "' is no date: " + text.orElse(""), e);
    }
  }

  private static Set<Withheld> readWithheld(JsonNode node) {
    List<String> codes = strings(node, "withheld");
    return codes.stream()
        .map(
            code ->
                List.of(Withheld.values()).stream()
                    .filter(withheld -> withheld.code().equals(code))
                    .findFirst()
                    .orElseThrow(
                        () -> new ContractException("'withheld' cannot hold '" + code + "'")))
        .collect(Collectors.toSet());
  }

  private static Source readSource(JsonNode node) {
    return new Source(
        Json.constant(node, "type", Source.Type.values(), ClaimJson::code),
        Json.text(node, "name"),
        Json.text(node, "role"),
        Json.text(node, "state"),
        Json.text(node, "cue"),
        Json.text(node, "manner")
            .map(manner -> Json.constant(node, "manner", Source.Manner.values(), ClaimJson::code)),
        optional(node, "on", on -> readInterval(on, "")));
  }

  private static Evidence readEvidence(JsonNode node) {
    OptionalLong start = number(node, "start");
    OptionalLong end = number(node, "end");
    if (start.isEmpty() || end.isEmpty()) {
      throw new ContractException("evidence without 'start' or 'end': " + node);
    }
    return new Evidence(
        Math.toIntExact(start.getAsLong()),
        Math.toIntExact(end.getAsLong()),
        Json.needed(node, "text"));
  }

  private static List<String> strings(JsonNode node, String key) {
    List<String> strings = new ArrayList<>();
    for (JsonNode value : node.path(key)) {
      if (!value.isString()) {
        throw new ContractException("'" + key + "' holds what is no string: " + value);
      }
      strings.add(value.stringValue());
    }
    return strings;
  }

  private static <T> Optional<T> optional(JsonNode node, String key, Function<JsonNode, T> read) {
    JsonNode value = node.path(key);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(read.apply(value));
  }

  private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> read) {
    List<T> values = new ArrayList<>();
    for (JsonNode value : node.path(key)) {
      values.add(read.apply(value));
    }
    return values;
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
