package org.attache.desk.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.attache.desk.stock.Names;
import org.attache.register.dealing.Contradiction;
import org.attache.register.dealing.Dealing;
import org.attache.register.dealing.FieldValue;
import org.attache.register.dealing.HistoryPoint;
import org.attache.register.store.DealingLine;
import org.attache.register.voice.Voice;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Dealings as the API writes them. */
public final class DealingNodes {
  private DealingNodes() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Strings as a list. */
  static ArrayNode strings(Iterable<String> strings) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    strings.forEach(array::add);
    return array;
  }

  /** A dealing in a list. */
  public static ObjectNode of(DealingLine line) {
    ObjectNode node = object();
    node.put("id", line.id());
    node.put("kind", line.kind());
    node.put("title", line.title());
    node.put("stage", line.stage());
    node.put("disputed", line.disputed());
    node.put("vague", line.vague());
    node.put("first", line.first().toString());
    node.put("last", line.last().toString());
    node.put("reports", line.reports());
    node.put("sources", line.voices());
    node.put("claims", line.claims());
    node.set("contradictions", strings(line.contradictions()));
    return node;
  }

  /** Dealings in a list. */
  static ArrayNode of(List<DealingLine> lines) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    lines.forEach(line -> array.add(of(line)));
    return array;
  }

  /** A side with what it is called. */
  static ObjectNode side(String key, Names names) {
    return object().put("key", key).put("name", names.side(key));
  }

  /**
   * A dealing with all that is claimed of it; its claims and what reviewers decided are left to
   * others.
   */
  static ObjectNode of(Dealing dealing, Names names) {
    ObjectNode node = object();
    node.put("id", dealing.id());
    node.put("kind", dealing.sides().kind().code());
    node.put("title", dealing.title());
    node.put("stage", dealing.stage().code());
    node.put("disputed", dealing.disputed());
    node.put("vague", dealing.vague());
    putSide(node, "supplier", dealing.sides().supplier(), names);
    putSide(node, "recipient", dealing.sides().recipient(), names);
    ArrayNode together = node.putArray("participants");
    dealing.sides().together().forEach(key -> together.add(side(key, names)));
    node.put("first", dealing.first().toString());
    node.put("last", dealing.last().toString());
    node.set("reports", strings(dealing.reports()));
    ArrayNode sources = node.putArray("sources");
    for (Voice voice : dealing.voices()) {
      sources.addObject().put("name", voice.name()).set("claims", strings(voice.claims()));
    }
    ObjectNode values = node.putObject("values");
    Map<String, List<FieldValue>> sorted = new TreeMap<>();
    dealing.values().forEach((field, list) -> sorted.put(field.code(), list));
    sorted.forEach((field, list) -> values.set(field, values(list)));
    ArrayNode history = node.putArray("history");
    dealing.history().forEach(point -> history.add(of(point)));
    ArrayNode contradictions = node.putArray("contradictions");
    for (Contradiction contradiction : dealing.contradictions()) {
      ObjectNode one = contradictions.addObject();
      one.put("field", contradiction.field());
      one.put("of", contradiction.of());
      one.put("text", contradiction.text());
      one.set("values", values(contradiction.values()));
    }
    node.set("circles", strings(dealing.circles()));
    return node;
  }

  private static void putSide(ObjectNode node, String name, Optional<String> key, Names names) {
    if (key.isPresent()) {
      node.set(name, side(key.get(), names));
    } else {
      node.putNull(name);
    }
  }

  private static ArrayNode values(List<FieldValue> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (FieldValue value : values) {
      ObjectNode one = array.addObject();
      one.put("text", value.text());
      one.put("of", value.of());
      one.put("sources", value.voices());
      one.set("asserting", strings(value.supporting()));
      one.set("denying", strings(value.denying()));
    }
    return array;
  }

  private static ObjectNode of(HistoryPoint point) {
    ObjectNode node = object();
    node.put("stage", point.stage().code());
    node.put("polarity", point.polarity().name().toLowerCase(java.util.Locale.ROOT));
    node.put("day", point.day().toString());
    node.put("from", point.from().map(LocalDate::toString).orElse(null));
    node.put("to", point.to().map(LocalDate::toString).orElse(null));
    node.put("told", point.told().toString());
    node.put("claim", point.claim());
    return node;
  }
}
