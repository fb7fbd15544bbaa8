package org.attache.desk.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.attache.desk.stock.Names;
import org.attache.register.store.Flow;
import tools.jackson.databind.json.JsonMapper;

/** Figures for drawings, as JSON that a page carries. Every page shows them as a table too. */
final class Figures {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_PARTNERS = 14;

  private Figures() {}

  /** One stream of a drawing. */
  private record Link(String source, String target, int value) {}

  /**
   * From suppliers to a side and on to its recipients. A drawing of streams has no circles, so a
   * partner that is both stands there twice.
   */
  static String ofState(Names names, String key, List<Flow> out, List<Flow> in) {
    String middle = names.side(key);
    List<Link> links = new ArrayList<>();
    strongest(in, Flow::supplier)
        .forEach((side, number) -> links.add(new Link(names.side(side) + " →", middle, number)));
    strongest(out, Flow::recipient)
        .forEach((side, number) -> links.add(new Link(middle, "→ " + names.side(side), number)));
    return JSON.writeValueAsString(Map.of("links", links));
  }

  private static Map<String, Integer> strongest(List<Flow> flows, Function<Flow, String> side) {
    Map<String, Integer> numbers = new TreeMap<>();
    flows.forEach(flow -> numbers.merge(side.apply(flow), flow.dealings(), Integer::sum));
    Map<String, Integer> most = new TreeMap<>();
    numbers.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_PARTNERS)
        .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
    return most;
  }

  /** Any figures. */
  static String of(Object figures) {
    return JSON.writeValueAsString(figures);
  }
}
