package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import org.attache.desk.gate.Wrong;
import org.attache.register.store.Excerpt;
import org.attache.register.store.Question;
import org.attache.register.store.SourceLine;

/** Who claims what, and how often others confirm or deny it. */
final class SourcesPage {
  private static final int MOST = 300;
  private static final int LATEST = 50;

  private final Desktop desktop;

  SourcesPage(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/sources", desktop.page(this::list));
    routes.get("/source", desktop.page(this::show));
  }

  /**
   * The list.
   *
   * @param rows sources
   * @param full whether there are more
   */
  record ListView(List<Row> rows, boolean full) {}

  /**
   * A source.
   *
   * @param name its name
   * @param address where more is said of it
   * @param dealings how many dealings it asserts something about
   * @param confirmed how many of them others assert too
   * @param confirmedShare how many of a hundred
   * @param denied how many of them somebody denies
   * @param deniedShare how many of a hundred
   * @param last when one of them was last reported
   */
  record Row(
      String name,
      String address,
      int dealings,
      int confirmed,
      int confirmedShare,
      int denied,
      int deniedShare,
      String last) {
    static Row of(SourceLine line) {
      return new Row(
          Plain.line(line.name()),
          "/source?name=" + Plain.url(line.name()),
          line.dealings(),
          line.confirmed(),
          line.confirmed() * 100 / Math.max(1, line.dealings()),
          line.denied(),
          line.denied() * 100 / Math.max(1, line.dealings()),
          Plain.day(line.last()));
    }
  }

  /**
   * The page of a source.
   *
   * @param row the source
   * @param dealings the dealings that it asserts something about, the latest first
   * @param all the address of all of them
   */
  record View(Row row, List<LineView> dealings, String all) {}

  private void list(Call call) {
    ListView view =
        call.catalogue(
            "sources",
            ListView.class,
            catalogue -> {
              List<SourceLine> lines = catalogue.sources(Optional.empty(), MOST + 1);
              return new ListView(
                  lines.stream().limit(MOST).map(Row::of).toList(), lines.size() > MOST);
            });
    call.show("sources.jte", call.frame("Sources", "/sources"), view);
  }

  private void show(Call call) {
    String name = call.parameter("name").orElseThrow(() -> Wrong.missing("source"));
    View view =
        call.catalogue(
            "source/" + name,
            View.class,
            catalogue -> {
              SourceLine line =
                  catalogue.sources(Optional.of(name), 1).stream()
                      .findFirst()
                      .orElseThrow(() -> Wrong.missing("source"));
              return new View(
                  Row.of(line),
                  DealingsPage.rows(
                      catalogue, catalogue.dealings(Excerpt.latest(Question.saidBy(name), LATEST))),
                  "/dealings?source=" + Plain.url(name));
            });
    call.show("source.jte", call.frame(view.row().name(), "/sources"), view);
  }
}
