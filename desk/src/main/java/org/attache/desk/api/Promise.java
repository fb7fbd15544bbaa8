package org.attache.desk.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the API promises, as its description in OpenAPI has it. The server keeps to it: what is not
 * described there is refused.
 */
final class Promise {
  private static final String RESOURCE = "/desk/openapi.json";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final byte[] description;
  private final Map<String, Map<String, Operation>> paths = new TreeMap<>();

  /**
   * Something that can be asked for.
   *
   * @param method of HTTP, in capitals
   * @param path below the root of the API, with its parts in braces
   * @param parameters the names that may stand behind the question mark
   */
  record Operation(String method, String path, Set<String> parameters) {
    Operation {
      parameters = Set.copyOf(parameters);
    }

    /** Whether it changes nothing and costs little. */
    boolean isGet() {
      return method.equals("GET");
    }

    /** Whether JSON is sent with it. */
    boolean hasBody() {
      return method.equals("POST");
    }
  }

  Promise() {
    try (InputStream in = Promise.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      description = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode root = JsonMapper.builder().build().readTree(description);
    root.path("paths").properties().forEach(path -> read(root, path.getKey(), path.getValue()));
  }

  private void read(JsonNode root, String path, JsonNode item) {
    Map<String, Operation> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : item.properties()) {
      if (METHODS.contains(entry.getKey())) {
        String method = entry.getKey().toUpperCase(Locale.ROOT);
        Set<String> names = new HashSet<>();
        for (JsonNode parameter : entry.getValue().path("parameters")) {
          JsonNode meant =
              parameter.has("$ref")
                  ? root.at(parameter.path("$ref").stringValue().substring(1))
                  : parameter;
          if (meant.path("in").stringValue().equals("query")) {
            names.add(meant.path("name").stringValue());
          }
        }
        operations.put(method, new Operation(method, path, names));
      }
    }
    paths.put(path, operations);
  }

  /** The description itself, as JSON in UTF-8. */
  byte[] description() {
    return description.clone();
  }

  /** The operation of a method at a path, which must be described. */
  Operation operation(String method, String path) {
    return Optional.ofNullable(paths.get(path))
        .flatMap(operations -> Optional.ofNullable(operations.get(method)))
        .orElseThrow(
            () ->
                new IllegalStateException(RESOURCE + " does not describe " + method + " " + path));
  }

  /** The paths that are described. */
  Set<String> paths() {
    return new TreeSet<>(paths.keySet());
  }

  /** The methods that a path has. */
  Set<String> methods(String path) {
    return new TreeSet<>(paths.getOrDefault(path, Map.of()).keySet());
  }
}
