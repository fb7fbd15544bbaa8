package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.attache.desk.gate.Wrong;
import org.attache.desk.question.Filters;
import org.attache.register.store.Catalogue;
import org.attache.register.store.Flow;

/** Who supplies whom, on a map; the same as a table for those who cannot see it. */
final class MapPage {
  private static final int MOST_ROWS = 60;
  private static final int MOST_YEARS = 120;

  private final Desktop desktop;

  MapPage(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/map", desktop.page(this::show));
  }

  /**
   * The page.
   *
   * @param filters what is asked for
   * @param year the one year that is shown; 0 for all
   * @param years the years of first reports, the first first
   * @param rows the strongest streams
   * @param streams how many streams there are
   * @param figures all streams by year, as JSON, for the drawing
   */
  record View(
      Filters filters,
      int year,
      List<Integer> years,
      List<Row> rows,
      int streams,
      String figures) {}

  /**
   * One stream.
   *
   * @param supplier what the one side is called
   * @param supplierAddress where more is said of it
   * @param recipient what the other is called
   * @param recipientAddress where more is said of it
   * @param dealings how many dealings
   * @param address where they are listed
   */
  record Row(
      String supplier,
      String supplierAddress,
      String recipient,
      String recipientAddress,
      int dealings,
      String address) {}

  /** A stream of one year, for the drawing. */
  private record Stream(String from, String to, String names, int year, int dealings) {}

  private record Pair(String supplier, String recipient) {}

  private void show(Call call) {
    Filters filters = call.filters();
    int year = call.parameter("year").map(MapPage::year).orElse(0);
    View view =
        call.catalogue(
            "map/" + year + "?" + filters.query(),
            View.class,
            catalogue -> view(catalogue, filters, year));
    call.show("map.jte", call.frame("Map", "/map").using("echarts", "map"), view);
  }

  private static int year(String text) {
    if (text.equals("all")) {
      return 0;
    }
    if (!text.matches("[12][0-9]{3}")) {
      throw Wrong.parameter("year", "It is a year like 2025, or “all”.");
    }
    return Integer.parseInt(text);
  }

  private View view(Catalogue catalogue, Filters filters, int year) {
    List<Flow> flows = catalogue.flows(filters.question());
    Map<Pair, Integer> pairs = new java.util.HashMap<>();
    Map<String, Stream> streams = new TreeMap<>();
    for (Flow flow : flows) {
      if (year == 0 || flow.year() == year) {
        pairs.merge(new Pair(flow.supplier(), flow.recipient()), flow.dealings(), Integer::sum);
      }
      if (desktop.names().isState(flow.supplier()) && desktop.names().isState(flow.recipient())) {
        Stream stream =
            new Stream(
                flow.supplier(),
                flow.recipient(),
                side(flow.supplier()) + " → " + side(flow.recipient()),
                flow.year(),
                flow.dealings());
        streams.merge(
            stream.from + stream.to + stream.year,
            stream,
            (one, other) ->
                new Stream(one.from, one.to, one.names, one.year, one.dealings + other.dealings));
      }
    }
    List<Row> rows =
        pairs.entrySet().stream()
            .sorted(
                Map.Entry.<Pair, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(entry -> side(entry.getKey().supplier()))
                    .thenComparing(entry -> side(entry.getKey().recipient())))
            .limit(MOST_ROWS)
            .map(entry -> row(entry.getKey(), entry.getValue(), filters))
            .toList();
    return new View(filters, year, years(flows), rows, pairs.size(), Figures.of(streams.values()));
  }

  private String side(String key) {
    return Plain.line(desktop.names().side(key));
  }

  private Row row(Pair pair, int dealings, Filters filters) {
    return new Row(
        side(pair.supplier()),
        "/states/" + Plain.url(pair.supplier()),
        side(pair.recipient()),
        "/states/" + Plain.url(pair.recipient()),
        dealings,
        filters
            .with("supplier", pair.supplier())
            .with("recipient", pair.recipient())
            .at("/dealings"));
  }

  private static List<Integer> years(List<Flow> flows) {
    if (flows.isEmpty()) {
      return List.of();
    }
    int first = flows.stream().mapToInt(Flow::year).min().orElseThrow();
    int last = flows.stream().mapToInt(Flow::year).max().orElseThrow();
    return IntStream.rangeClosed(Math.max(first, last - MOST_YEARS), last).boxed().toList();
  }
}
