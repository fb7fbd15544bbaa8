package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.attache.register.store.Catalogue;
import org.attache.register.store.Excerpt;
import org.attache.register.store.Flow;
import org.attache.register.store.Question;
import org.attache.register.store.Tally;

/** A state, or another side: what it supplies to whom, and gets from whom. */
final class StatePage {
  private static final int MOST_PARTNERS = 15;
  private static final int MOST_TYPES = 20;
  private static final int LATEST = 12;

  private final Desktop desktop;

  StatePage(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/states", desktop.page(this::find));
    routes.get("/states/{key}", desktop.page(this::show));
  }

  /**
   * The page.
   *
   * @param key of the side
   * @param name of the side
   * @param gives what it supplies
   * @param gets what it gets
   * @param years how many dealings began in which year
   * @param latest the dealings reported last
   * @param figures the same figures for the drawings, as JSON
   */
  record View(
      String key,
      String name,
      Trade gives,
      Trade gets,
      List<Year> years,
      List<LineView> latest,
      String figures) {}

  /**
   * One direction of its trade.
   *
   * @param dealings how many dealings
   * @param partners with whom
   * @param categories in what sorts of things
   * @param types in what types
   */
  record Trade(int dealings, List<Bar> partners, List<Bar> categories, List<Bar> types) {}

  /**
   * A number with a name.
   *
   * @param name it
   * @param address where more is said
   * @param number the number
   * @param share how many of a hundred, for a bar
   */
  record Bar(String name, String address, int number, int share) {}

  /**
   * A year.
   *
   * @param year it
   * @param gives dealings as supplier that began in it
   * @param gets dealings as recipient that began in it
   */
  record Year(int year, int gives, int gets) {}

  private void find(Call call) {
    String name = call.parameter("name").orElse("");
    Frame frame = call.frame("", "");
    call.leadTo(
        name.isEmpty()
            ? frame.at("/")
            : frame.at("/states/" + Plain.url(desktop.names().key(name))));
  }

  private void show(Call call) {
    String key = desktop.names().key(call.part("key"));
    View view = call.catalogue("state/" + key, View.class, catalogue -> view(catalogue, key));
    call.show("state.jte", call.frame(view.name(), "").using("echarts", "state"), view);
  }

  private View view(Catalogue catalogue, String key) {
    Question giving = Question.of(Optional.of(key), Optional.empty(), Optional.empty());
    Question getting = Question.of(Optional.empty(), Optional.of(key), Optional.empty());
    Question any = Question.of(Optional.empty(), Optional.empty(), Optional.of(key));
    List<Flow> out = catalogue.flows(giving);
    List<Flow> in = catalogue.flows(getting);
    String name = Plain.line(desktop.names().side(key));
    return new View(
        key,
        name,
        trade(catalogue, giving, out, Flow::recipient, "supplier", key),
        trade(catalogue, getting, in, Flow::supplier, "recipient", key),
        years(out, in),
        DealingsPage.rows(catalogue, catalogue.dealings(Excerpt.latest(any, LATEST))),
        Figures.ofState(desktop.names(), key, out, in));
  }

  private Trade trade(
      Catalogue catalogue,
      Question question,
      List<Flow> flows,
      Function<Flow, String> partner,
      String side,
      String key) {
    Map<String, Integer> partners = new TreeMap<>();
    flows.forEach(flow -> partners.merge(partner.apply(flow), flow.dealings(), Integer::sum));
    List<Tally> subjects = flows.isEmpty() ? List.of() : catalogue.subjects(question);
    return new Trade(
        flows.stream().mapToInt(Flow::dealings).sum(),
        bars(
            partners,
            MOST_PARTNERS,
            other -> desktop.names().side(other),
            other ->
                "/dealings?"
                    + (side.equals("supplier") ? "supplier=" : "recipient=")
                    + Plain.url(key)
                    + (side.equals("supplier") ? "&recipient=" : "&supplier=")
                    + Plain.url(other)),
        bars(
            chosen(subjects, true),
            MOST_PARTNERS,
            Plain::words,
            category -> "/dealings?" + side + "=" + Plain.url(key) + "&category=" + category),
        bars(
            chosen(subjects, false),
            MOST_TYPES,
            type -> type,
            type -> "/equipment/" + Plain.url(type)));
  }

  private static Map<String, Integer> chosen(List<Tally> subjects, boolean categories) {
    Map<String, Integer> chosen = new LinkedHashMap<>();
    for (Tally tally : subjects) {
      if (tally.name().startsWith("~") == categories) {
        chosen.put(categories ? tally.name().substring(1) : tally.name(), tally.number());
      }
    }
    return chosen;
  }

  static List<Bar> bars(
      Map<String, Integer> numbers,
      int most,
      Function<String, String> name,
      Function<String, String> address) {
    int highest = numbers.values().stream().mapToInt(number -> number).max().orElse(1);
    return numbers.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(
            entry ->
                new Bar(
                    Plain.line(name.apply(entry.getKey())),
                    address.apply(entry.getKey()),
                    entry.getValue(),
                    Math.max(1, entry.getValue() * 100 / highest)))
        .toList();
  }

  private static List<Year> years(List<Flow> out, List<Flow> in) {
    List<Flow> all = new ArrayList<>(out);
    all.addAll(in);
    if (all.isEmpty()) {
      return List.of();
    }
    int first = all.stream().mapToInt(Flow::year).min().orElseThrow();
    int last = all.stream().mapToInt(Flow::year).max().orElseThrow();
    return IntStream.rangeClosed(Math.max(first, last - 40), last)
        .mapToObj(year -> new Year(year, in(out, year), in(in, year)))
        .toList();
  }

  private static int in(List<Flow> flows, int year) {
    return flows.stream().filter(flow -> flow.year() == year).mapToInt(Flow::dealings).sum();
  }
}
