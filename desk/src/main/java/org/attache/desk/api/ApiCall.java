package org.attache.desk.api;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.attache.desk.account.Role;
import org.attache.desk.account.Visitor;
import org.attache.desk.gate.Wrong;
import org.attache.desk.page.Desktop;
import org.attache.desk.question.Filters;
import org.attache.register.store.Catalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request of a program that was let in, with what it takes to answer it. */
final class ApiCall {
  private static final int USUAL = 50;

  /** How many entries a part of a list has at most. */
  static final int MOST = 500;

  private static final JsonMapper WRITER = JsonMapper.builder().build();

  private final Context context;
  private final Desktop desktop;
  private final Visitor visitor;
  private final Optional<String> tag;

  /**
   * A call.
   *
   * @param tag what changes whenever the answer may; none for what is not to be asked twice
   */
  ApiCall(Context context, Desktop desktop, Visitor visitor, Optional<String> tag) {
    this.context = context;
    this.desktop = desktop;
    this.visitor = visitor;
    this.tag = tag;
  }

  Context context() {
    return context;
  }

  Desktop desktop() {
    return desktop;
  }

  Visitor visitor() {
    return visitor;
  }

  /** Refuses those who may not. */
  void needs(Role role) {
    if (!visitor.may(role)) {
      throw Wrong.forbidden(role.code());
    }
  }

  /** A parameter, where it says something. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(context.queryParam(name))
        .map(String::strip)
        .filter(x -> !x.isEmpty());
  }

  /** A part of the path. */
  String part(String name) {
    return context.pathParam(name);
  }

  Filters filters() {
    return Filters.of(context::queryParam, desktop.names());
  }

  Optional<LocalDate> asOf() {
    return parameter("as-of").map(text -> Filters.day("as-of", text));
  }

  /** How many entries are wanted at most. */
  int limit() {
    return parameter("limit")
        .map(
            text -> {
              if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
                throw Wrong.parameter("limit", "It is a number from 1 to " + MOST + ".");
              }
              return Integer.parseInt(text);
            })
        .orElse(USUAL);
  }

  /** The number at which a list goes on, where it is not asked for from its beginning. */
  Optional<Long> position(String list) {
    return parameter("cursor").map(cursor -> Long.parseLong(Cursor.read(list, cursor)));
  }

  /** The address at which a list goes on. */
  String next(String list, long position) {
    StringBuilder address = new StringBuilder(context.path()).append('?');
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("cursor")) {
                address.append(name).append('=').append(url(values.getFirst())).append('&');
              }
            });
    return address
        .append("cursor=")
        .append(Cursor.write(list, String.valueOf(position)))
        .toString();
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Asks the catalogue of the day that is asked about. */
  <T> T catalogue(Function<Catalogue, T> asking) {
    return desktop.answers().catalogue(asOf(), asking);
  }

  /** Says what kind of answer comes, and how it may be kept. */
  Context begin(String type) {
    tag.ifPresent(
        value -> {
          context.header("ETag", value);
          context.header("Cache-Control", "private, no-cache");
          context.header("Vary", "Authorization, Cookie");
        });
    return context.contentType(type);
  }

  /** Answers with JSON. */
  void answer(JsonNode answer) {
    begin("application/json").result(text(answer).getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with what is there now that was not there before. */
  void created(String address, ObjectNode answer) {
    context.status(201).header("Location", address);
    answer(answer);
  }

  /** JSON on one line; unpaired surrogates in it become question marks when it is sent. */
  static String text(JsonNode node) {
    return WRITER.writeValueAsString(node);
  }
}
