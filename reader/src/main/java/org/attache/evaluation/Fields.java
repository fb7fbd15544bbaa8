package org.attache.evaluation;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Looks into JSON that may leave out what the contract asks for: gold is written by hand. */
final class Fields {
  private Fields() {}

  static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  /** Whether two values are the same; what is left out is null, and 24 is 24.0. */
  static boolean same(JsonNode one, JsonNode other) {
    if (isNone(one) || isNone(other)) {
      return isNone(one) && isNone(other);
    }
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.isObject() && other.isObject()) {
      Set<String> keys = new TreeSet<>(one.propertyNames());
      return keys.equals(new TreeSet<>(other.propertyNames()))
          && keys.stream().allMatch(key -> same(one.path(key), other.path(key)));
    }
    return one.equals(other);
  }

  /** Whether both are absent, or both there and alike under these keys. */
  static boolean sameUnder(JsonNode one, JsonNode other, String... keys) {
    if (isNone(one) || isNone(other)) {
      return isNone(one) && isNone(other);
    }
    return alike(one, other, keys);
  }

  /** Whether both are alike under these keys, where an absent value has nothing under any. */
  static boolean alike(JsonNode one, JsonNode other, String... keys) {
    for (String key : keys) {
      if (!same(one.path(key), other.path(key))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNone(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
