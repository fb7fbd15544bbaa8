package org.attache.register.exchange.followthemoney;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.attache.lexicon.NameIndex;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;
import org.attache.party.Party;
import org.attache.source.Source;

/**
 * Those who deal and those who speak, as entities: what sort each is, the tables say. One whom they
 * do not know is a legal entity, which leaves that open. Gathers all that it was asked for.
 */
final class Actors {
  /** What a report's outlet is called where nobody says which it is: nobody's name. */
  static final String UNKNOWN_OUTLET = "unknown outlet";

  /** A schema, what to call it, and whether it was told by words that many bear: "ministry". */
  private record Sort(String schema, String word, boolean common) {
    Sort(String schema, String word) {
      this(schema, word, false);
    }
  }

  private static final Sort STATE = new Sort("PublicBody", "state");
  private static final Sort OUTLET = new Sort("Organization", "outlet");
  private static final Sort UNKNOWN = new Sort("LegalEntity", "");

  private final Map<String, Sort> byName = new HashMap<>();
  private final Map<String, String> states = new HashMap<>();
  private final NameIndex<String> bodies;
  private final SortedMap<String, Entity> gathered = new TreeMap<>();

  Actors(Tables tables) {
    for (Row row : tables.rows("states")) {
      states.put(row.get("code"), row.get("name"));
    }
    for (Row row : tables.rows("parties")) {
      String kind = row.get("kind");
      byName.put(
          row.get("name"), new Sort(kind.equals("body") ? "PublicBody" : "Organization", kind));
    }
    for (Row row : tables.rows("companies")) {
      String kind = row.get("kind");
      byName.put(row.get("name"), new Sort(kind.equals("agency") ? "PublicBody" : "Company", kind));
    }
    NameIndex.Builder<String> patterns = new NameIndex.Builder<>();
    for (Row row : tables.rows("bodies")) {
      if (!row.get("type").equals("other")) {
        patterns.add(row.get("pattern"), row.get("type"));
      }
    }
    bodies = patterns.build();
  }

  /** The id of a side. */
  String of(Party party) {
    return party(party.name(), party.state(), "");
  }

  /**
   * The id of a source; none where it has no name.
   *
   * @param report the key of the report that cites it: a mere "ministry" is that report's own
   */
  Optional<String> of(Source source, String report) {
    return source
        .name()
        .filter(name -> !name.equals(UNKNOWN_OUTLET))
        .map(
            name ->
                switch (source.type()) {
                  case PERSON ->
                      gather(
                          new Entity("Person", "person", folded(name), source.state().orElse(""))
                              .with("name", name)
                              .with("position", source.role())
                              .with("country", source.state().flatMap(Countries::code)));
                  case OUTLET ->
                      gather(
                          new Entity(OUTLET.schema(), "outlet", folded(name))
                              .with("name", name)
                              .with("classification", OUTLET.word()));
                  case BODY, UNNAMED -> party(name, source.state(), report);
                });
  }

  private String party(String name, Optional<String> state, String report) {
    Sort sort = sort(name, state);
    String place = state.orElse(sort.common() ? report : "");
    return gather(
        new Entity(sort.schema(), "party", folded(name), place)
            .with("name", name)
            .with("classification", sort.word())
            .with("country", state.flatMap(Countries::code)));
  }

  private Sort sort(String name, Optional<String> state) {
    if (state.map(states::get).filter(name::equals).isPresent()) {
      return STATE;
    }
    Sort known = byName.get(name);
    if (known != null) {
      return known;
    }
    return bodies.find(name.toLowerCase(Locale.ROOT).replace("defense", "defence")).stream()
        .findFirst()
        .map(match -> new Sort("PublicBody", match.value(), true))
        .orElse(UNKNOWN);
  }

  private String gather(Entity entity) {
    Entity there = gathered.putIfAbsent(entity.id(), entity);
    if (there != null) {
      there.merge(entity);
    }
    return entity.id();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).strip();
  }

  /** All that were asked for, by id. */
  Collection<Entity> gathered() {
    return gathered.values();
  }
}
