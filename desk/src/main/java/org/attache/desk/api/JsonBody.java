package org.attache.desk.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attache.desk.gate.Wrong;
import org.attache.desk.question.Filters;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a program sends: one JSON object, of limited size and depth, with known fields alone. */
final class JsonBody {
  private static final int DEEPEST = 20;

  private static final JsonMapper READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(50)
                          .maxNameLength(200)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");

  private final ObjectNode node;

  private JsonBody(ObjectNode node) {
    this.node = node;
  }

  /**
   * Reads the body of a request.
   *
   * @param most how many bytes it may have
   * @throws Wrong where it has more, or is no JSON object
   */
  static JsonBody of(Context context, int most) throws IOException {
    byte[] bytes;
    try (InputStream in = context.req().getInputStream()) {
      bytes = in.readNBytes(most + 1);
    }
    if (bytes.length > most) {
      throw new Wrong(
          413,
          "That is too much at once",
          String.format(java.util.Locale.ROOT, "Send at most %,d bytes.", most));
    }
    try {
      if (READER.readTree(bytes) instanceof ObjectNode node) {
        return new JsonBody(node);
      }
    } catch (JacksonException e) {
      throw malformed(
          Optional.ofNullable(e.getLocation())
              .map(at -> "Look at line " + at.getLineNr() + ", column " + at.getColumnNr() + ". ")
              .orElse(""));
    }
    throw malformed("");
  }

  private static Wrong malformed(String where) {
    return new Wrong(
        400,
        "That is no JSON object",
        where
            + "Send one object in UTF-8, at most "
            + DEEPEST
            + " levels deep, with every name once.");
  }

  /** Refuses fields of other names. */
  JsonBody only(List<String> names) {
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        throw new Wrong(
            400,
            "There is no field of that name here",
            "The fields are " + String.join(", ", names) + ".");
      }
    }
    return this;
  }

  /** Refuses fields of other names. */
  JsonBody only(String... names) {
    return only(Arrays.asList(names));
  }

  /**
   * A text of any characters, where there is one.
   *
   * @param most how many UTF-16 units it may have
   */
  Optional<String> raw(String name, int most) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw Wrong.parameter(name, "It is a string.");
    }
    String text = value.stringValue();
    if (text.length() > most) {
      throw Wrong.parameter(
          name, String.format(java.util.Locale.ROOT, "It has at most %,d characters.", most));
    }
    return Optional.of(text).filter(x -> !x.isBlank());
  }

  /** A text without control characters and blanks around it, where there is one. */
  Optional<String> text(String name, int most) {
    return raw(name, most).map(text -> plain(name, text)).map(String::strip);
  }

  private static String plain(String name, String text) {
    boolean broken = text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    if (broken || CONTROL.matcher(text).find()) {
      throw Wrong.parameter(
          name, "It holds control characters, or half a character. Take them out.");
    }
    return text;
  }

  /** A text that must be there. */
  String needed(String name, int most) {
    return text(name, most).orElseThrow(() -> missing(name));
  }

  private static Wrong missing(String name) {
    return new Wrong(400, "“" + name + "” is missing", "Send it with the others.");
  }

  /** A day, where there is one. */
  Optional<LocalDate> day(String name) {
    return text(name, 40).map(text -> Filters.day(name, text));
  }

  /** A positive whole number that must be there. */
  long number(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      throw missing(name);
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
      throw Wrong.parameter(name, "It is a whole number from 1.");
    }
    return value.longValue();
  }

  /** A list of texts that must be there. */
  List<String> texts(String name, int most, int longest) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      throw missing(name);
    }
    if (!value.isArray() || value.isEmpty() || value.size() > most) {
      throw Wrong.parameter(name, "It is a list of 1 to " + most + " strings.");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode text : value) {
      if (!text.isString() || text.stringValue().length() > longest) {
        throw Wrong.parameter(name, "It is a list of 1 to " + most + " strings.");
      }
      texts.add(plain(name, text.stringValue()));
    }
    return texts;
  }

  /** Any value that must be there, as JSON. */
  String json(String name) {
    if (!node.has(name)) {
      throw missing(name);
    }
    return ApiCall.text(node.path(name));
  }
}
