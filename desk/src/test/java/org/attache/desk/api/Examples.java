package org.attache.desk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attache.desk.api.Client.Answer;
import org.attache.desk.api.Promise.Operation;
import tools.jackson.databind.JsonNode;

/** For everything that the API promises a request that is answered well. */
final class Examples {
  private static final String TEXT =
      "{\"text\":\"Jets for Chile\\nSweden has offered Chile 24 Gripen E fighters.\","
          + "\"outlet\":\"The Harbour Gazette\",\"published\":\"2025-05-14\"}";

  private Examples() {}

  /**
   * A request that is answered well.
   *
   * @param operation what is asked for
   * @param path where
   * @param body what is sent
   */
  record Example(Operation operation, String path, Optional<String> body) {
    Answer ask(Client client, String... headers) {
      return client.ask(operation.method(), path, body, headers);
    }

    Example at(String other) {
      return new Example(operation, other, body);
    }

    Example and(String parameter) {
      return at(path + (path.contains("?") ? "&" : "?") + parameter);
    }

    Example with(String other) {
      return new Example(operation, path, Optional.of(other));
    }

    /** Whether it is the end of what it is asked of. */
    boolean ends() {
      return operation.method().equals("DELETE");
    }

    /** The status of an answer that is no refusal. */
    int good() {
      boolean makes = operation.hasBody() && !operation.path().equals("/read");
      return ends() ? 204 : makes ? 201 : 200;
    }
  }

  /** Ids that a register has; the watch is the client's. */
  record Known(String dealing, String claim, String report, String watch) {
    static Known of(Client client) {
      JsonNode claim = client.json("/api/v1/claims?supplier=SE&limit=1").at("/claims/0");
      return new Known(
          claim.path("dealing").stringValue(),
          claim.path("key").stringValue(),
          claim.path("report").stringValue(),
          madeWatch(client));
    }

    /** The address of a watch that was just made. */
    static String madeWatch(Client client) {
      return client
          .post("/api/v1/watches", "{\"name\":\"Swedish\",\"supplier\":\"Sweden\"}")
          .header("Location");
    }

    /** The same with another watch. */
    Known watching(String address) {
      return new Known(dealing, claim, report, address);
    }
  }

  /** All of them. */
  static List<Example> of(Known known) {
    Promise promise = new Promise();
    List<Example> examples = new ArrayList<>();
    for (String path : promise.paths()) {
      for (String method : promise.methods(path)) {
        Operation operation = promise.operation(method, path);
        examples.add(
            new Example(
                operation,
                path.equals("/watches/{id}") ? known.watch() : Api.ROOT + filled(path, known),
                operation.hasBody() ? Optional.of(body(path, known)) : Optional.empty()));
      }
    }
    return examples;
  }

  /** One of them. */
  static Example of(Known known, String method, String path) {
    return of(known).stream()
        .filter(example -> example.operation().method().equals(method))
        .filter(example -> example.operation().path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static String body(String path, Known known) {
    return switch (path) {
      case "/read" -> TEXT;
      case "/watches" -> "{\"name\":\"Swedish\",\"supplier\":\"Sweden\"}";
      default -> "{\"what\":\"confirm\",\"claim\":\"" + known.claim() + "\"}";
    };
  }

  private static String filled(String path, Known known) {
    return switch (path) {
      case "/dealings/{id}" -> "/dealings/" + known.dealing();
      case "/claims/{key}" -> "/claims/" + known.claim();
      case "/reports/{key}" -> "/reports/" + known.report();
      case "/states/{key}" -> "/states/Sweden";
      case "/equipment/{type}" -> "/equipment/Gripen";
      case "/decisions/{number}" -> "/decisions/1";
      case "/search" -> "/search?q=Gripen";
      default -> path;
    };
  }
}
