package org.attache.desk.page;

import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.attache.desk.account.Role;
import org.attache.desk.account.Visitor;
import org.attache.desk.gate.Wrong;
import org.attache.desk.question.Filters;
import org.attache.register.store.Catalogue;

/** A request for a page, with what it takes to answer it. */
final class Call {
  private static final int MOST_PAGES = 100_000;

  private final Context context;
  private final Desktop desktop;
  private final Visitor visitor;

  Call(Context context, Desktop desktop) {
    this.context = context;
    this.desktop = desktop;
    this.visitor = desktop.doorkeeper().visitor(context);
  }

  Context context() {
    return context;
  }

  Visitor visitor() {
    return visitor;
  }

  /** Refuses those who may not. */
  Call needs(Role role) {
    if (!visitor.may(role)) {
      throw Wrong.forbidden(role.code());
    }
    return this;
  }

  /** A parameter, where it says something. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(context.queryParam(name))
        .map(String::strip)
        .filter(x -> !x.isEmpty());
  }

  /** A field of a form, where it says something. */
  Optional<String> field(String name) {
    return Optional.ofNullable(context.formParam(name))
        .map(String::strip)
        .filter(x -> !x.isEmpty());
  }

  /** A part of the path. */
  String part(String name) {
    return context.pathParam(name);
  }

  /** Which page of a list is wanted, from 1. */
  int page() {
    return parameter("page")
        .map(
            text -> {
              if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > MOST_PAGES) {
                throw Wrong.parameter("page", "It is a number from 1.");
              }
              return Integer.parseInt(text);
            })
        .orElse(1);
  }

  Filters filters() {
    return Filters.of(context::queryParam, desktop.names());
  }

  Optional<LocalDate> asOf() {
    return parameter("as-of").map(text -> Filters.day("as-of", text));
  }

  /** Asks the catalogue of the day that is looked at; what comes back is kept under the key. */
  <T> T catalogue(String key, Class<T> type, Function<Catalogue, T> asking) {
    Optional<LocalDate> day = asOf();
    if (day.isPresent()) {
      return desktop.answers().catalogue(day, asking);
    }
    return desktop.answers().get(key, type, register -> asking.apply(register.catalogue()));
  }

  /** What stands around the page. */
  Frame frame(String title, String here) {
    Map<String, String> carried = new LinkedHashMap<>();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("as-of") && !name.equals("page") && values.size() == 1) {
                carried.put(name, values.getFirst());
              }
            });
    return new Frame(
        title,
        here,
        context.path(),
        context.method().equals(io.javalin.http.HandlerType.GET) ? carried : Map.of(),
        asOf().map(LocalDate::toString).orElse(""),
        desktop.doorkeeper().form(visitor),
        visitor.name(),
        visitor.signedIn(),
        visitor.may(Role.REVIEWER),
        visitor.may(Role.ADMIN),
        desktop.version(),
        List.of());
  }

  /** Answers with a page. */
  void show(String template, Frame frame, Object view) {
    Utf8ByteOutput page = new Utf8ByteOutput();
    desktop.templates().render(template, Map.of("frame", frame, "view", view), page);
    context.contentType("text/html; charset=utf-8").result(page.toByteArray());
  }

  /** Leads on to another page, after something was done. */
  void leadTo(String address) {
    context.redirect(address, io.javalin.http.HttpStatus.SEE_OTHER);
  }
}
