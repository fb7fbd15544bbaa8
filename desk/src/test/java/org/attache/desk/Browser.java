package org.attache.desk;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** One who looks at a desk and keeps cookies; without script. */
public final class Browser {
  private final URI desk;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;

  /** Looks at this desk. */
  public Browser(Desk desk) {
    this(desk.address(), HttpClient.Redirect.NORMAL);
  }

  /** Looks at a desk. */
  public Browser(URI desk, HttpClient.Redirect redirect) {
    this.desk = desk;
    client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirect).build();
  }

  /** The cookies that it keeps. */
  public CookieManager cookies() {
    return cookies;
  }

  /** Asks for an address of the desk. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Asks for a page that must be there. */
  public Document page(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return Jsoup.parse(answer.body(), answer.uri().toString());
  }

  /** Sends a form. */
  public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Sends JSON. */
  public HttpResponse<String> json(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** What a form of a page must send back to show that it was made for this browser. */
  public String form(String path) {
    return page(path).expectFirst("input[name=form]").val();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
