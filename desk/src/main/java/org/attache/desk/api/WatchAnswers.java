package org.attache.desk.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.attache.desk.gate.Wrong;
import org.attache.desk.question.Filters;
import org.attache.desk.watch.News;
import org.attache.desk.watch.Watches;
import org.attache.register.store.DealingLine;
import org.attache.register.store.DeskBooks.Watch;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Questions that are asked again and again: made, listed with what they found, ended. */
final class WatchAnswers {
  private static final int MOST_BYTES = 20_000;
  private static final int LONGEST = 2_000;

  private final Watches watches;

  WatchAnswers(Watches watches) {
    this.watches = watches;
  }

  void list(ApiCall call) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode all = answer.putArray("watches");
    watches.of(call.visitor()).forEach(watch -> all.add(node(call, watch)));
    call.answer(answer);
  }

  void one(ApiCall call) {
    int limit = call.limit();
    Watch watch = watch(call);
    ObjectNode answer = node(call, watch);
    ArrayNode news = answer.putArray("news");
    watches.news(watch, limit).forEach(one -> news.add(node(one)));
    call.answer(answer);
  }

  void make(ApiCall call) throws IOException {
    JsonBody body = JsonBody.of(call.context(), MOST_BYTES);
    List<String> fields = new ArrayList<>(List.of("name", "webhook"));
    Filters.NAMES.stream().filter(name -> !name.equals("as-of")).forEach(fields::add);
    body.only(fields);
    Filters filters =
        Filters.of(
            name -> fields.contains(name) ? body.text(name, LONGEST).orElse(null) : null,
            call.desktop().names());
    Watch watch =
        watches.make(
            call.visitor(),
            body.text("name", LONGEST).orElse(""),
            filters,
            body.text("webhook", LONGEST + 1));
    call.desktop()
        .doorkeeper()
        .note(call.visitor().name(), "made a watch", watch.name() + ": " + filters.words());
    call.created(Api.ROOT + "/watches/" + watch.id(), node(call, watch));
  }

  void end(ApiCall call) {
    Watch watch = watches.drop(call.visitor(), call.part("id"));
    call.desktop().doorkeeper().note(call.visitor().name(), "ended a watch", watch.name());
    call.context().status(204);
  }

  private Watch watch(ApiCall call) {
    return watches.of(call.visitor()).stream()
        .filter(watch -> watch.id().equals(call.part("id")))
        .findFirst()
        .orElseThrow(() -> Wrong.missing("watch"));
  }

  /** A watch; where it tells and what it signs with is for its owner alone. */
  private ObjectNode node(ApiCall call, Watch watch) {
    boolean mine = watch.owner().equals(call.visitor().name());
    Filters filters = Filters.parse(watch.question(), call.desktop().names());
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", watch.id());
    node.put("name", watch.name());
    node.put("owner", watch.owner());
    node.put("created", watch.created().toString());
    ObjectNode asked = node.putObject("filters");
    Filters.NAMES.stream()
        .filter(name -> !filters.get(name).isEmpty())
        .forEach(name -> asked.put(name, filters.get(name)));
    node.put("found", watches.count(watch));
    node.put("feed", mine ? "/watches/" + watch.id() + ".atom" : null);
    node.put("webhook", mine ? watch.webhook().orElse(null) : null);
    node.put("secret", mine ? watch.secret().orElse(null) : null);
    return node;
  }

  private static ObjectNode node(News news) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("sort", news.sort());
    node.put("title", news.title());
    node.put("found", news.find().at().toString());
    node.put("claim", news.claim().key());
    node.put("dealing", news.dealing().map(DealingLine::id).orElse(null));
    return node;
  }
}
