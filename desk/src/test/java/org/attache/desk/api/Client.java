package org.attache.desk.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.attache.desk.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that asks a desk, without cookies. */
final class Client {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI desk;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Optional<String> token;

  Client(Desk desk) {
    this(desk, Optional.empty());
  }

  private Client(Desk desk, Optional<String> token) {
    this.desk = desk.address();
    this.token = token;
  }

  static Client with(Desk desk, String token) {
    return new Client(desk, Optional.of(token));
  }

  /**
   * An answer.
   *
   * @param status its status
   * @param type its media type, without parameters; empty where there is no body
   * @param body its body
   * @param headers what else it says
   */
  record Answer(int status, String type, String body, java.net.http.HttpHeaders headers) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  Answer get(String path, String... headers) {
    return ask("GET", path, Optional.empty(), headers);
  }

  JsonNode json(String path) {
    Answer answer = get(path);
    if (answer.status() != 200) {
      throw new AssertionError(path + " answers " + answer.status() + ": " + answer.body());
    }
    return answer.json();
  }

  Answer post(String path, String body, String... headers) {
    return ask("POST", path, Optional.of(body), headers);
  }

  /** Sends a request; with a body it is said to be JSON, unless the headers say what it is. */
  Answer ask(String method, String path, Optional<String> body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve(path));
    request.method(
        method,
        body.map(HttpRequest.BodyPublishers::ofString)
            .orElseGet(HttpRequest.BodyPublishers::noBody));
    if (body.isPresent()) {
      request.setHeader("Content-Type", "application/json");
    }
    token.ifPresent(value -> request.setHeader("Authorization", "Bearer " + value));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          answer.statusCode(),
          answer.body().isEmpty() ? "" : media(answer.headers()),
          answer.body(),
          answer.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String media(java.net.http.HttpHeaders headers) {
    return headers
        .firstValue("Content-Type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /** Sends a request by a name of the desk that is not its own, or with other odd lines. */
  Answer raw(String method, String path, String... lines) {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\n"
            + String.join("\r\n", lines)
            + "\r\nConnection: close";
    try (Socket socket = new Socket(desk.getHost(), desk.getPort())) {
      socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int blank = all.indexOf("\r\n\r\n");
      java.util.Map<String, java.util.List<String>> headers = new java.util.TreeMap<>();
      all.substring(0, blank)
          .lines()
          .skip(1)
          .forEach(
              line ->
                  headers.put(
                      line.substring(0, line.indexOf(':')),
                      java.util.List.of(line.substring(line.indexOf(':') + 1).strip())));
      java.net.http.HttpHeaders known =
          java.net.http.HttpHeaders.of(headers, (name, value) -> true);
      return new Answer(
          Integer.parseInt(all.split(" ", 3)[1]), media(known), all.substring(blank + 4), known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
