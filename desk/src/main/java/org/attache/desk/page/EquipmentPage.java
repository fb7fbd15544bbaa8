package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.attache.equipment.Designation;
import org.attache.register.store.Catalogue;
import org.attache.register.store.Excerpt;
import org.attache.register.store.Flow;
import org.attache.register.store.Question;

/** A type of equipment: who supplies it to whom. */
final class EquipmentPage {
  private static final int MOST = 50;

  private final Desktop desktop;

  EquipmentPage(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/equipment", desktop.page(this::list));
    routes.get("/equipment/{type}", desktop.page(this::show));
  }

  /**
   * The page of a type.
   *
   * @param type it
   * @param known what the catalogue knows of it; empty where it does not know it
   * @param variants its variants
   * @param routes who supplies it to whom
   * @param latest the dealings reported last
   * @param all the address of all of them
   */
  record View(
      String type,
      String known,
      List<String> variants,
      List<Route> routes,
      List<LineView> latest,
      String all) {}

  /**
   * From one side to another.
   *
   * @param supplier who hands over
   * @param supplierAddress where more is said of it
   * @param recipient who gets
   * @param recipientAddress where more is said of it
   * @param dealings how many dealings
   * @param years from when to when
   * @param address where they are listed
   */
  record Route(
      String supplier,
      String supplierAddress,
      String recipient,
      String recipientAddress,
      int dealings,
      String years,
      String address) {}

  /**
   * The list of types.
   *
   * @param categories sorts of things, by how many dealings are about them
   * @param types types, by the same
   */
  record ListView(List<StatePage.Bar> categories, List<StatePage.Bar> types) {}

  private void list(Call call) {
    ListView view =
        call.catalogue(
            "equipment",
            ListView.class,
            catalogue -> {
              Map<String, Integer> categories = new TreeMap<>();
              Map<String, Integer> types = new TreeMap<>();
              catalogue
                  .subjects(Question.ALL)
                  .forEach(
                      tally -> {
                        if (tally.name().startsWith("~")) {
                          categories.put(tally.name().substring(1), tally.number());
                        } else {
                          types.put(tally.name(), tally.number());
                        }
                      });
              return new ListView(
                  StatePage.bars(
                      categories, MOST, Plain::words, code -> "/dealings?category=" + code),
                  StatePage.bars(
                      types, 200, type -> type, type -> "/equipment/" + Plain.url(type)));
            });
    call.show("equipment-list.jte", call.frame("Equipment", ""), view);
  }

  private void show(Call call) {
    String type = desktop.names().family(call.part("type"));
    View view = call.catalogue("equipment/" + type, View.class, catalogue -> view(catalogue, type));
    call.show("equipment.jte", call.frame(Plain.line(type), ""), view);
  }

  private View view(Catalogue catalogue, String type) {
    Question question = Question.on(type);
    Optional<Designation> known = desktop.names().type(type);
    return new View(
        Plain.line(type),
        known.map(this::known).orElse(""),
        desktop.names().variants(type).stream().map(Designation::name).map(Plain::line).toList(),
        routes(catalogue.flows(question), type),
        DealingsPage.rows(catalogue, catalogue.dealings(Excerpt.latest(question, MOST))),
        "/dealings?designation=" + Plain.url(type));
  }

  private String known(Designation designation) {
    String makers =
        designation.makers().stream().map(desktop.names()::side).collect(Collectors.joining(", "));
    return Plain.line(
        designation.type()
            + (makers.isEmpty() ? "" : ", made in " + makers)
            + "; "
            + Plain.words(designation.category().code()));
  }

  private List<Route> routes(List<Flow> flows, String type) {
    record Way(String supplier, String recipient) {}
    Map<Way, List<Flow>> ways =
        flows.stream()
            .collect(Collectors.groupingBy(flow -> new Way(flow.supplier(), flow.recipient())));
    return ways.entrySet().stream()
        .map(
            entry -> {
              List<Flow> same = entry.getValue();
              int first = same.stream().mapToInt(Flow::year).min().orElseThrow();
              int last = same.stream().mapToInt(Flow::year).max().orElseThrow();
              String from = entry.getKey().supplier();
              String to = entry.getKey().recipient();
              return new Route(
                  Plain.line(desktop.names().side(from)),
                  "/states/" + Plain.url(from),
                  Plain.line(desktop.names().side(to)),
                  "/states/" + Plain.url(to),
                  same.stream().mapToInt(Flow::dealings).sum(),
                  first == last ? String.valueOf(first) : first + "–" + last,
                  "/dealings?supplier="
                      + Plain.url(from)
                      + "&recipient="
                      + Plain.url(to)
                      + "&designation="
                      + Plain.url(type));
            })
        .sorted(
            Comparator.comparingInt(Route::dealings)
                .reversed()
                .thenComparing(Route::supplier)
                .thenComparing(Route::recipient))
        .limit(MOST)
        .toList();
  }
}
