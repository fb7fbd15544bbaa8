package org.attache.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.attache.desk.api.Client.Answer;
import tools.jackson.databind.JsonNode;

/** Holds answers against the description of the API, and remembers which there were. */
final class Witness {
  private static final String ADDRESS = "https://desk.invalid/openapi.json";

  private final JsonNode description;
  private final SchemaRegistry schemas;
  private final SortedSet<String> seen = new TreeSet<>();

  /**
   * A witness.
   *
   * @param description the description, as JSON
   */
  Witness(String description, JsonNode parsed) {
    this.description = parsed;
    schemas =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(ADDRESS, description)));
  }

  /** Everything that is described: "GET /dealings 200 application/json". */
  SortedSet<String> described() {
    SortedSet<String> all = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            operation
                                .getValue()
                                .path("responses")
                                .properties()
                                .forEach(
                                    response ->
                                        addMedia(
                                            all,
                                            operation.getKey().toUpperCase(Locale.ROOT)
                                                + " "
                                                + path.getKey()
                                                + " "
                                                + response.getKey(),
                                            response.getValue()))));
    return all;
  }

  private void addMedia(SortedSet<String> all, String what, JsonNode response) {
    JsonNode content = meant(response).path("content");
    if (content.isEmpty()) {
      all.add(what + " ");
    }
    content.propertyNames().forEach(media -> all.add(what + " " + media));
  }

  private JsonNode meant(JsonNode node) {
    return node.has("$ref") ? description.at(node.path("$ref").stringValue().substring(1)) : node;
  }

  /** What was seen, written as {@link #described()} writes it. */
  SortedSet<String> seen() {
    return seen;
  }

  /** Checks an answer: that it is described, and that its body is as described. */
  Answer check(String method, String path, Answer answer) {
    JsonNode responses =
        description
            .path("paths")
            .path(path)
            .path(method.toLowerCase(Locale.ROOT))
            .path("responses");
    String status = answer.status() >= 500 ? "5XX" : String.valueOf(answer.status());
    String what = method + " " + path + " " + status + " " + answer.type();
    seen.add(what);
    assertThat(described()).as(answer.body()).contains(what);
    if (!answer.body().isEmpty()) {
      String pointer =
          responses.path(status).has("$ref")
              ? responses.path(status).path("$ref").stringValue()
              : "#/paths/"
                  + escaped(path)
                  + "/"
                  + method.toLowerCase(Locale.ROOT)
                  + "/responses/"
                  + status;
      Schema schema =
          schemas.getSchema(
              SchemaLocation.of(
                  ADDRESS + pointer + "/content/" + escaped(answer.type()) + "/schema"));
      (answer.type().equals("application/x-ndjson")
              ? answer.body().lines()
              : java.util.stream.Stream.of(answer.body()))
          .forEach(
              text ->
                  assertThat(
                          schema.validate(
                              text,
                              InputFormat.JSON,
                              context ->
                                  context.executionConfig(
                                      config -> config.formatAssertionsEnabled(true))))
                      .as(what + "\n" + text)
                      .isEmpty());
    }
    return answer;
  }

  private static String escaped(String part) {
    return part.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
  }
}
