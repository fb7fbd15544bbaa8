package org.attache.contract;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How this program writes JSON, and how it reads single values out of it. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final DefaultIndenter ONE_BLANK = new DefaultIndenter(" ", "\n");

  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""))
          .withObjectIndenter(ONE_BLANK)
          .withArrayIndenter(ONE_BLANK);

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** On many lines, a level a blank, a line feed at the end. */
  static String pretty(JsonNode node) {
    return MAPPER.writer().with(PRETTY).writeValueAsString(node) + "\n";
  }

  /** On one line, a line feed at its end. */
  static String line(JsonNode node) {
    return MAPPER.writeValueAsString(node) + "\n";
  }

  /**
   * Parses one JSON value.
   *
   * @throws ContractException where it is malformed, saying in which line
   */
  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      String line =
          Optional.ofNullable(e.getLocation())
              .map(at -> "line " + at.getLineNr() + ": ")
              .orElse("");
      throw new ContractException(line + "no JSON: " + e.getOriginalMessage(), e);
    }
  }

  static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new ContractException("'" + key + "' is no string: " + value);
    }
    return Optional.of(value.stringValue());
  }

  static String needed(JsonNode node, String key) {
    return text(node, key)
        .orElseThrow(() -> new ContractException("'" + key + "' is missing in " + node));
  }

  static <E extends Enum<E>> E constant(
      JsonNode node, String key, E[] constants, Function<E, String> code) {
    String wanted = needed(node, key);
    for (E constant : constants) {
      if (code.apply(constant).equals(wanted)) {
        return constant;
      }
    }
    throw new ContractException("'" + key + "' cannot be '" + wanted + "'");
  }
}
