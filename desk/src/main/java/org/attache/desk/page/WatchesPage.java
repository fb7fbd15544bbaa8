package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.attache.desk.gate.Wrong;
import org.attache.desk.question.Filters;
import org.attache.desk.watch.Herald;
import org.attache.desk.watch.Watches;
import org.attache.register.store.DeskBooks.Watch;

/** Questions that are asked again and again: made, listed with their feeds, ended. */
public final class WatchesPage {
  private static final int SHOWN = 3;

  private final Desktop desktop;
  private final Watches watches;
  private final Herald herald;

  /** The page. */
  public WatchesPage(Desktop desktop, Watches watches, Herald herald) {
    this.desktop = desktop;
    this.watches = watches;
    this.herald = herald;
  }

  /** Puts it where it belongs. */
  public void addTo(RoutesConfig routes) {
    routes.get("/watches", desktop.page(this::show));
    routes.post("/watches", desktop.page(this::make));
    routes.post("/watches/{id}/end", desktop.page(this::end));
  }

  /**
   * The page.
   *
   * @param rows watches
   */
  record View(List<Row> rows) {}

  /**
   * A watch.
   *
   * @param id what it is known by
   * @param name what it is called
   * @param words what it looks for, in words
   * @param dealings the address of the dealings that it looks at
   * @param feed the address of its feed; empty where it is somebody else's
   * @param owner whose it is
   * @param mine whether it is the visitor's
   * @param since when it was made
   * @param found how much it has found
   * @param latest what it found last
   * @param webhook whom it tells; empty where it tells nobody
   * @param secret what messages are signed with; empty where it is not for the visitor
   * @param said what came of telling last
   */
  record Row(
      String id,
      String name,
      String words,
      String dealings,
      String feed,
      String owner,
      boolean mine,
      String since,
      int found,
      List<Line> latest,
      String webhook,
      String secret,
      String said) {}

  /**
   * Something found.
   *
   * @param title it in a line
   * @param address where more is said
   * @param change whether a stage was reached
   */
  record Line(String title, String address, boolean change) {}

  private void show(Call call) {
    List<Row> rows = watches.of(call.visitor()).stream().map(watch -> row(call, watch)).toList();
    call.show("watches.jte", call.frame("Watches", "/watches"), new View(rows));
  }

  private Row row(Call call, Watch watch) {
    boolean mine = watch.owner().equals(call.visitor().name());
    Filters filters = Filters.parse(watch.question(), desktop.names());
    return new Row(
        watch.id(),
        Plain.line(watch.name()),
        Plain.line(filters.words()),
        filters.at("/dealings"),
        mine ? "/watches/" + watch.id() + ".atom" : "",
        Plain.line(watch.owner()),
        mine,
        Plain.day(LocalDate.ofInstant(watch.created(), ZoneOffset.UTC)),
        watches.count(watch),
        mine
            ? watches.news(watch, SHOWN).stream()
                .map(
                    news ->
                        new Line(
                            Plain.line(news.title()),
                            "/claims/" + news.claim().key(),
                            news.change()))
                .toList()
            : List.of(),
        mine ? watch.webhook().map(Plain::line).orElse("") : "",
        mine ? watch.secret().orElse("") : "",
        mine ? Plain.line(herald.said(watch)) : "");
  }

  private void make(Call call) {
    Filters filters;
    try {
      filters = Filters.parse(call.field("question").orElse(""), desktop.names());
    } catch (IllegalArgumentException e) {
      throw Wrong.parameter("question", "Filter the dealings first, and watch them from there.");
    }
    Watch watch =
        watches.make(call.visitor(), call.field("name").orElse(""), filters, call.field("webhook"));
    desktop
        .doorkeeper()
        .note(call.visitor().name(), "made a watch", watch.name() + ": " + filters.words());
    call.leadTo("/watches");
  }

  private void end(Call call) {
    Watch watch = watches.drop(call.visitor(), call.part("id"));
    desktop.doorkeeper().note(call.visitor().name(), "ended a watch", watch.name());
    call.leadTo("/watches");
  }
}
