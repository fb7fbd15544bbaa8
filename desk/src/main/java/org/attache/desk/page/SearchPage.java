package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attache.desk.stock.Names;
import org.attache.register.store.Hit;

/** Words in reports and names of sources, with what stands around them. */
final class SearchPage {
  private static final int MOST = 50;
  private static final int LONGEST = 300;

  private final Desktop desktop;

  SearchPage(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/search", desktop.page(this::show));
  }

  /**
   * The page.
   *
   * @param words what was looked for
   * @param hits what was found
   * @param full whether there may be more
   * @param shortcuts a state or a type of that name
   */
  record View(String words, List<HitView> hits, boolean full, List<DealingPage.Named> shortcuts) {}

  /**
   * A report that was found.
   *
   * @param report the report
   * @param claims how many claims of it count
   * @param snippet the words found with what stands around them
   */
  record HitView(DealingPage.ReportLine report, int claims, List<Bit> snippet) {}

  /**
   * A bit of a snippet.
   *
   * @param text it
   * @param found whether it is what was looked for
   */
  record Bit(String text, boolean found) {}

  /** Some answers; a list of a type of its own can be kept. */
  private record Hits(List<Hit> list) {}

  private void show(Call call) {
    String words = Plain.cut(call.parameter("q").orElse(""), LONGEST);
    List<Hit> hits =
        words.isEmpty()
            ? List.of()
            : desktop
                .answers()
                .get(
                    "search/" + call.asOf().map(Object::toString).orElse("") + "/" + words,
                    Hits.class,
                    register -> new Hits(register.inquiry().search(words, call.asOf(), MOST)))
                .list();
    View view =
        new View(
            words,
            hits.stream().map(SearchPage::hit).toList(),
            hits.size() == MOST,
            shortcuts(desktop.names(), words));
    call.show(
        "search.jte",
        call.frame(words.isEmpty() ? "Search" : "“" + Plain.line(words) + "”", "/search"),
        view);
  }

  private static List<DealingPage.Named> shortcuts(Names names, String words) {
    List<DealingPage.Named> found = new ArrayList<>();
    if (!words.isBlank()) {
      Optional.of(names.key(words))
          .filter(names::isState)
          .ifPresent(
              key ->
                  found.add(new DealingPage.Named(names.side(key), "/states/" + Plain.url(key))));
      Optional.of(names.family(words))
          .flatMap(names::type)
          .ifPresent(
              type ->
                  found.add(
                      new DealingPage.Named(
                          Plain.line(type.name()), "/equipment/" + Plain.url(type.name()))));
    }
    return found;
  }

  private static HitView hit(Hit hit) {
    return new HitView(
        DealingPage.ReportLine.of(hit.report()), hit.report().claims(), bits(hit.snippet()));
  }

  /** What stands in brackets was looked for. */
  static List<Bit> bits(String snippet) {
    List<Bit> bits = new ArrayList<>();
    int at = 0;
    while (at < snippet.length()) {
      int open = snippet.indexOf('[', at);
      int close = open < 0 ? -1 : snippet.indexOf(']', open);
      if (close < 0) {
        bits.add(new Bit(Plain.line(snippet.substring(at)), false));
        break;
      }
      if (open > at) {
        bits.add(new Bit(spaced(snippet.substring(at, open)), false));
      }
      bits.add(new Bit(Plain.line(snippet.substring(open + 1, close)), true));
      at = close + 1;
    }
    return bits;
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\s\\p{Cc}]+", " ");
  }
}
