package org.attache.register.exchange.followthemoney;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One entity: an id, a schema, and properties of which each has several texts as values. */
final class Entity {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String id;
  private final String schema;
  private final SortedMap<String, SortedSet<String>> properties = new TreeMap<>();

  /**
   * An entity without properties yet.
   *
   * @param schema the name of its schema
   * @param key what makes it itself: the same parts give the same id in every export
   */
  Entity(String schema, String... key) {
    this.id = sha1(String.join("\n", key));
    this.schema = schema;
  }

  String id() {
    return id;
  }

  /** Adds a value; a blank one adds nothing. */
  Entity with(String property, String value) {
    if (!value.isBlank()) {
      properties.computeIfAbsent(property, k -> new TreeSet<>()).add(value);
    }
    return this;
  }

  Entity with(String property, Optional<String> value) {
    value.ifPresent(text -> with(property, text));
    return this;
  }

  Entity with(String property, Collection<String> values) {
    values.forEach(value -> with(property, value));
    return this;
  }

  /** Adds what another one of the same id has. */
  void merge(Entity other) {
    other.properties.forEach(this::with);
  }

  List<String> values(String property) {
    return List.copyOf(properties.getOrDefault(property, new TreeSet<>()));
  }

  /** A line of JSON, without the line's end. */
  String json() {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", id);
    node.put("schema", schema);
    ObjectNode all = node.putObject("properties");
    properties.forEach(
        (name, values) -> {
          ArrayNode array = all.putArray(name);
          values.forEach(array::add);
        });
    return JSON.writeValueAsString(node);
  }

  /** SHA-1 of a text in UTF-8, in hexadecimal: what the model uses for ids and checksums. */
  static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
