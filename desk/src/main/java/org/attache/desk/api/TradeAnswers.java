package org.attache.desk.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attache.desk.gate.Wrong;
import org.attache.desk.stock.Names;
import org.attache.equipment.Designation;
import org.attache.register.store.Catalogue;
import org.attache.register.store.Excerpt;
import org.attache.register.store.Flow;
import org.attache.register.store.Question;
import org.attache.register.store.SourceLine;
import org.attache.register.store.Tally;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who supplies what to whom: states and other sides, types of equipment, and who says so. */
final class TradeAnswers {
  private TradeAnswers() {}

  static void states(ApiCall call) {
    Names names = call.desktop().names();
    List<Flow> flows = call.catalogue(catalogue -> catalogue.flows(Question.ALL));
    Map<String, Integer> gives = sums(flows, Flow::supplier);
    Map<String, Integer> gets = sums(flows, Flow::recipient);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode states = answer.putArray("states");
    Stream.concat(gives.keySet().stream(), gets.keySet().stream())
        .distinct()
        .sorted(Comparator.comparing(names::side).thenComparing(key -> key))
        .forEach(
            key ->
                states.add(
                    DealingNodes.side(key, names)
                        .put("state", names.isState(key))
                        .put("supplies", gives.getOrDefault(key, 0))
                        .put("receives", gets.getOrDefault(key, 0))));
    call.answer(answer);
  }

  private static Map<String, Integer> sums(List<Flow> flows, Function<Flow, String> side) {
    return flows.stream()
        .collect(Collectors.groupingBy(side, TreeMap::new, Collectors.summingInt(Flow::dealings)));
  }

  static void state(ApiCall call) {
    Names names = call.desktop().names();
    String key = names.key(call.part("key"));
    call.answer(call.catalogue(catalogue -> state(catalogue, key, names)));
  }

  private static ObjectNode state(Catalogue catalogue, String key, Names names) {
    Question giving = Question.of(Optional.of(key), Optional.empty(), Optional.empty());
    Question getting = Question.of(Optional.empty(), Optional.of(key), Optional.empty());
    List<Flow> out = catalogue.flows(giving);
    List<Flow> in = catalogue.flows(getting);
    if (!names.isState(key)
        && out.isEmpty()
        && in.isEmpty()
        && catalogue
            .dealings(
                Excerpt.latest(
                    Question.of(Optional.empty(), Optional.empty(), Optional.of(key)), 1))
            .isEmpty()) {
      throw Wrong.missing("state");
    }
    ObjectNode node = DealingNodes.side(key, names).put("state", names.isState(key));
    node.set("supplies", trade(catalogue, giving, out, Flow::recipient, names));
    node.set("receives", trade(catalogue, getting, in, Flow::supplier, names));
    return node;
  }

  private static ObjectNode trade(
      Catalogue catalogue,
      Question question,
      List<Flow> flows,
      Function<Flow, String> partner,
      Names names) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("dealings", flows.stream().mapToInt(Flow::dealings).sum());
    ArrayNode partners = node.putArray("partners");
    byNumber(sums(flows, partner))
        .forEach(
            entry ->
                partners.add(
                    DealingNodes.side(entry.getKey(), names).put("dealings", entry.getValue())));
    putSubjects(node, flows.isEmpty() ? List.of() : catalogue.subjects(question));
    ObjectNode years = node.putObject("years");
    sums(flows, flow -> String.valueOf(flow.year())).forEach(years::put);
    return node;
  }

  private static List<Map.Entry<String, Integer>> byNumber(Map<String, Integer> numbers) {
    return numbers.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  /** Sorts of things and types, those that most dealings are about first. */
  private static void putSubjects(ObjectNode node, List<Tally> subjects) {
    ArrayNode categories = node.putArray("categories");
    ArrayNode types = node.putArray("types");
    for (Tally tally : subjects) {
      boolean category = tally.name().startsWith("~");
      (category ? categories : types)
          .addObject()
          .put("name", category ? tally.name().substring(1) : tally.name())
          .put("dealings", tally.number());
    }
  }

  static void equipment(ApiCall call) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    putSubjects(answer, call.catalogue(catalogue -> catalogue.subjects(Question.ALL)));
    call.answer(answer);
  }

  static void type(ApiCall call) {
    Names names = call.desktop().names();
    String type = names.family(call.part("type"));
    List<Flow> flows = call.catalogue(catalogue -> catalogue.flows(Question.on(type)));
    Optional<Designation> known = names.type(type);
    if (known.isEmpty()
        && call.catalogue(catalogue -> catalogue.dealings(Excerpt.latest(Question.on(type), 1)))
            .isEmpty()) {
      throw Wrong.missing("type of equipment");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("type", type);
    answer.put("known_as", known.map(Designation::type).orElse(null));
    answer.put("category", known.map(one -> one.category().code()).orElse(null));
    ArrayNode makers = answer.putArray("makers");
    known
        .map(Designation::makers)
        .ifPresent(all -> all.forEach(maker -> makers.add(DealingNodes.side(maker, names))));
    answer.set(
        "variants",
        DealingNodes.strings(names.variants(type).stream().map(Designation::name).toList()));
    answer.set("routes", routes(flows, names));
    call.answer(answer);
  }

  private static ArrayNode routes(List<Flow> flows, Names names) {
    record Way(String supplier, String recipient) {}
    List<ObjectNode> routes = new ArrayList<>();
    flows.stream()
        .collect(Collectors.groupingBy(flow -> new Way(flow.supplier(), flow.recipient())))
        .forEach(
            (way, same) -> {
              ObjectNode route = JsonNodeFactory.instance.objectNode();
              route.set("supplier", DealingNodes.side(way.supplier(), names));
              route.set("recipient", DealingNodes.side(way.recipient(), names));
              route.put("dealings", same.stream().mapToInt(Flow::dealings).sum());
              route.put("first", same.stream().mapToInt(Flow::year).min().orElseThrow());
              route.put("last", same.stream().mapToInt(Flow::year).max().orElseThrow());
              routes.add(route);
            });
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    routes.stream()
        .sorted(
            Comparator.comparingInt((ObjectNode route) -> route.path("dealings").intValue())
                .reversed()
                .thenComparing(ApiCall::text))
        .forEach(array::add);
    return array;
  }

  static void sources(ApiCall call) {
    int limit = call.limit();
    List<SourceLine> lines =
        call.catalogue(catalogue -> catalogue.sources(call.parameter("name"), limit));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode sources = answer.putArray("sources");
    for (SourceLine line : lines) {
      sources
          .addObject()
          .put("name", line.name())
          .put("dealings", line.dealings())
          .put("confirmed", line.confirmed())
          .put("denied", line.denied())
          .put("first", line.first().toString())
          .put("last", line.last().toString());
    }
    call.answer(answer);
  }
}
