package org.attache.desk.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.attache.desk.account.Visitor;
import org.attache.desk.api.Promise.Operation;
import org.attache.desk.gate.Wrong;
import org.attache.desk.page.Desktop;
import org.attache.desk.watch.Watches;

/** The register for programs: the questions and decisions of the desk as JSON. */
public final class Api {
  /** Below which address it lies. */
  public static final String ROOT = "/api/v1";

  private final Desktop desktop;
  private final WatchAnswers watches;
  private final Promise promise = new Promise();
  private final Entrance entrance;
  private final Set<String> added = new TreeSet<>();

  /** The API of a desk. */
  public Api(Desktop desktop, Watches watches) {
    this.desktop = desktop;
    this.watches = new WatchAnswers(watches);
    entrance = new Entrance(desktop.doorkeeper());
  }

  /** Answers a call. */
  private interface Answer {
    void give(ApiCall call) throws Exception;
  }

  /**
   * Puts everything where {@code openapi.json} says that it is.
   *
   * @throws IllegalStateException where that describes more or less than there is
   */
  public void addTo(RoutesConfig routes) {
    get(routes, "/openapi.json", this::describe);
    get(routes, "/dealings", DealingAnswers::list);
    get(routes, "/dealings/{id}", DealingAnswers::one);
    get(routes, "/claims", ClaimAnswers::list);
    get(routes, "/claims.jsonl", ClaimAnswers::stream);
    get(routes, "/claims/{key}", ClaimAnswers::one);
    get(routes, "/reports", ReportAnswers::list);
    get(routes, "/reports/{key}", ReportAnswers::one);
    get(routes, "/search", ReportAnswers::search);
    get(routes, "/states", TradeAnswers::states);
    get(routes, "/states/{key}", TradeAnswers::state);
    get(routes, "/equipment", TradeAnswers::equipment);
    get(routes, "/equipment/{type}", TradeAnswers::type);
    get(routes, "/sources", TradeAnswers::sources);
    get(routes, "/decisions", DecisionAnswers::list);
    get(routes, "/decisions/{number}", DecisionAnswers::one);
    post(routes, "/decisions", 1, DecisionAnswers::decide);
    post(routes, "/read", Throttle.READING, ReadingAnswers::read);
    get(routes, "/watches", watches::list);
    post(routes, "/watches", 1, watches::make);
    get(routes, "/watches/{id}", watches::one);
    delete(routes, "/watches/{id}", watches::end);
    promise.paths().forEach(path -> refuseOthers(routes, path));
  }

  private void get(RoutesConfig routes, String path, Answer answer) {
    Operation operation = promise.operation("GET", path);
    added.add("GET " + path);
    routes.get(
        ROOT + path,
        context -> {
          Visitor visitor = entrance.admit(context, operation, 1);
          String tag = tag(context, visitor);
          ApiCall call = new ApiCall(context, desktop, visitor, Optional.of(tag));
          if (matches(context, tag)) {
            call.begin("application/json").status(304);
          } else {
            answer.give(call);
          }
        });
  }

  private void post(RoutesConfig routes, String path, int cost, Answer answer) {
    Operation operation = promise.operation("POST", path);
    added.add("POST " + path);
    routes.post(
        ROOT + path,
        context ->
            answer.give(
                new ApiCall(
                    context, desktop, entrance.admit(context, operation, cost), Optional.empty())));
  }

  private void delete(RoutesConfig routes, String path, Answer answer) {
    Operation operation = promise.operation("DELETE", path);
    added.add("DELETE " + path);
    routes.delete(
        ROOT + path,
        context ->
            answer.give(
                new ApiCall(
                    context, desktop, entrance.admit(context, operation, 1), Optional.empty())));
  }

  /** What is described there is, and what is not is refused with what there is. */
  private void refuseOthers(RoutesConfig routes, String path) {
    Set<String> methods = promise.methods(path);
    methods.stream()
        .map(method -> method + " " + path)
        .filter(operation -> !added.contains(operation))
        .findFirst()
        .ifPresent(
            operation -> {
              throw new IllegalStateException("nobody answers " + operation);
            });
    Handler refusal =
        context -> {
          context.header("Allow", String.join(", ", methods));
          throw new Wrong(
              405,
              "That cannot be done here",
              "Here is " + String.join(" and ", methods) + ". See " + ROOT + "/openapi.json.");
        };
    String address = ROOT + path;
    if (!methods.contains("GET")) {
      routes.get(address, refusal);
    }
    if (!methods.contains("POST")) {
      routes.post(address, refusal);
    }
    routes.put(address, refusal);
    routes.patch(address, refusal);
    if (!methods.contains("DELETE")) {
      routes.delete(address, refusal);
    }
    routes.options(address, refusal);
  }

  private void describe(ApiCall call) {
    call.begin("application/json").result(promise.description());
  }

  /** Changes whenever the register does; of two addresses or visitors no two are alike. */
  private String tag(Context context, Visitor visitor) {
    String all =
        String.join(
            "\n",
            desktop.version(),
            visitor.name(),
            desktop.answers().edition(),
            context.path(),
            Optional.ofNullable(context.queryString()).orElse(""));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean matches(Context context, String tag) {
    return Optional.ofNullable(context.header("If-None-Match")).stream()
        .flatMap(tags -> Arrays.stream(tags.split(",")))
        .map(String::strip)
        .anyMatch(tag::equals);
  }
}
