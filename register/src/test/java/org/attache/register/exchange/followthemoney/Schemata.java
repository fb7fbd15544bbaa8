package org.attache.register.exchange.followthemoney;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The table of schemata that the tests have, and what it has to say of entities. */
final class Schemata {
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final Pattern COUNTRY = Pattern.compile("[a-z]{2}|suhh|yucs|cshh");

  private record Property(String type, String range) {}

  private final Map<String, List<String>> parents = new HashMap<>();
  private final Map<String, Map<String, Property>> properties = new HashMap<>();
  private final Map<String, Set<String>> required = new HashMap<>();

  Schemata() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Schemata.class.getResourceAsStream("/followthemoney/schemata.tsv")),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(this::row);
    }
  }

  private void row(String[] cells) {
    parents.computeIfAbsent(
        cells[0], k -> cells[1].isEmpty() ? List.of() : List.of(cells[1].split("\\|")));
    properties.computeIfAbsent(cells[0], k -> new HashMap<>());
    if (!cells[2].isEmpty()) {
      properties
          .computeIfAbsent(cells[0], k -> new HashMap<>())
          .put(cells[2], new Property(cells[3], cells[4]));
    }
    if (cells[5].equals("yes")) {
      required.computeIfAbsent(cells[0], k -> new LinkedHashSet<>()).add(cells[2]);
    }
  }

  int size() {
    return properties.size();
  }

  private boolean is(String schema, String wanted) {
    return schema.equals(wanted)
        || parents.getOrDefault(schema, List.of()).stream().anyMatch(up -> is(up, wanted));
  }

  private Map<String, Property> all(String schema) {
    Map<String, Property> all = new HashMap<>();
    parents.getOrDefault(schema, List.of()).forEach(up -> all.putAll(all(up)));
    all.putAll(properties.getOrDefault(schema, Map.of()));
    return all;
  }

  /** Every fault of entities that stand together; none for a good export. */
  List<String> faults(List<JsonNode> entities) {
    List<String> faults = new ArrayList<>();
    Map<String, String> schemaOf = new HashMap<>();
    for (JsonNode entity : entities) {
      String id = entity.path("id").asString();
      if (!id.matches("[0-9a-f]{40}")) {
        faults.add("malformed id " + id);
      }
      if (schemaOf.put(id, entity.path("schema").asString()) != null) {
        faults.add("id twice: " + id);
      }
    }
    entities.forEach(entity -> faults(entity, schemaOf, faults));
    return faults;
  }

  private void faults(JsonNode entity, Map<String, String> schemaOf, List<String> faults) {
    String schema = entity.path("schema").asString();
    if (!properties.containsKey(schema)) {
      faults.add("unknown schema " + schema);
    }
    JsonNode given = entity.path("properties");
    for (String name : required.getOrDefault(schema, Set.of())) {
      if (given.path(name).isEmpty()) {
        faults.add(schema + " without " + name + ": " + entity);
      }
    }
    Map<String, Property> known = all(schema);
    for (Map.Entry<String, JsonNode> property : given.properties()) {
      Property rule = known.get(property.getKey());
      if (rule == null) {
        faults.add(schema + " has no property " + property.getKey());
        continue;
      }
      for (JsonNode value : property.getValue()) {
        if (!value.isString() || value.stringValue().isBlank()) {
          faults.add(schema + "." + property.getKey() + " is no text: " + value);
        } else if (!fits(value.stringValue(), rule, schemaOf)) {
          faults.add(schema + "." + property.getKey() + " is no " + rule + ": " + value);
        }
      }
    }
  }

  private boolean fits(String value, Property rule, Map<String, String> schemaOf) {
    return switch (rule.type()) {
      case "entity" -> schemaOf.containsKey(value) && is(schemaOf.get(value), rule.range());
      case "date" -> DATE.matcher(value).matches();
      case "country" -> COUNTRY.matcher(value).matches();
      case "number" -> value.matches("\\d+");
      case "url" -> value.matches("https?://\\S+");
      case "language" -> value.matches("[a-z]{3}");
      case "checksum" -> value.matches("[0-9a-f]{40}");
      case "name", "string", "text" -> true;
      default -> throw new IllegalStateException("no rule for " + rule);
    };
  }
}
