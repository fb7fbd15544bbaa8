package org.attache.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attache.lexicon.NameIndex;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/** What is known of possible sources: states, bodies, offices, outlets, companies, leaders. */
public final class SourceLexicon {
  private static final Pattern ONLY = Pattern.compile("only: ([A-Z]{2})");

  private final NameIndex<String> states;
  private final NameIndex<String> adjectives;
  private final NameIndex<Organisation> organisations;
  private final NameIndex<Outlet> outlets;
  private final Set<String> world = new HashSet<>();
  private final NameIndex<Optional<String>> bodies;
  private final NameIndex<Office> offices;
  private final NameIndex<String> titles;
  private final NameIndex<String> places;
  private final Map<String, String> leaders = new HashMap<>();
  private final Set<String> equipment;
  private final WordLists words;

  /** A company or organisation and the state that it belongs to. */
  record Organisation(String name, Optional<String> state) {}

  /** An outlet; a doubtful spelling of it is a word of its own too. */
  record Outlet(String name, Optional<String> state, boolean doubtful) {}

  /** An office, or what a report calls those whom it does not name. */
  record Office(String name, boolean document) {}

  /** A name of a state or organisation within some words, and the state that it points to. */
  private record Belonging(int start, Optional<String> state) {}

  private SourceLexicon(Tables tables) {
    words = WordLists.from(tables);
    equipment = equipment(tables);
    Spellings spellings = Spellings.from(tables);
    states = states(tables, "name", "names", "capital", "seats");
    adjectives = states(tables, "adjectives", "demonyms");
    organisations = organisations(tables);
    outlets = outlets(tables);
    tables.rows("world-outlets").forEach(row -> world.add(row.get("name")));
    places = places(tables);
    bodies = bodies(tables, spellings);
    NameIndex.Builder<Office> officeNames = new NameIndex.Builder<>();
    NameIndex.Builder<String> titleNames = new NameIndex.Builder<>();
    for (Row row : tables.rows("offices")) {
      if (row.get("rank").equals("title")) {
        titleNames.add(row.get("office"), row.get("office"));
      } else {
        Office office = new Office(row.get("office"), row.get("note").contains("a document"));
        for (String spelling : spellings.both(row.get("office"))) {
          officeNames.add(spelling, office);
        }
      }
    }
    offices = officeNames.withPlurals().build();
    titles = titleNames.build();
    for (Row row : tables.rows("leaders")) {
      leaders.put(row.get("name").toLowerCase(Locale.ROOT), row.get("state"));
    }
  }

  /** The lexicon of these tables. */
  public static SourceLexicon from(Tables tables) {
    return new SourceLexicon(tables);
  }

  /** The last words of what kinds of equipment are called. */
  private static Set<String> equipment(Tables tables) {
    return tables.rows("equipment-nouns").stream()
        .filter(row -> row.get("class").equals("specific"))
        .map(row -> row.get("noun"))
        .map(noun -> noun.substring(noun.lastIndexOf(' ') + 1))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a word names a kind of equipment, which says nothing. */
  boolean isEquipment(String word) {
    return equipment.contains(word)
        || word.endsWith("s") && equipment.contains(word.substring(0, word.length() - 1));
  }

  private static NameIndex<String> states(Tables tables, String... columns) {
    NameIndex.Builder<String> names = new NameIndex.Builder<>();
    for (Row row : tables.rows("states")) {
      for (String column : columns) {
        row.list(column).forEach(name -> names.add(name, row.get("code")));
      }
    }
    return names.build();
  }

  private static NameIndex<Organisation> organisations(Tables tables) {
    NameIndex.Builder<Organisation> names = new NameIndex.Builder<>();
    for (Row row : tables.rows("parties")) {
      add(names, row, "names");
    }
    for (Row row : tables.rows("companies")) {
      add(names, row, "aliases");
    }
    return names.build();
  }

  private static void add(NameIndex.Builder<Organisation> names, Row row, String column) {
    Organisation organisation =
        new Organisation(row.get("name"), row.list("state").stream().findFirst());
    names.add(row.get("name"), organisation);
    row.list(column).forEach(name -> names.add(name, organisation));
  }

  private static NameIndex<Outlet> outlets(Tables tables) {
    NameIndex.Builder<Outlet> names = new NameIndex.Builder<>();
    for (Row row : tables.rows("outlets")) {
      if (row.get("kind").equals("platform")) {
        continue;
      }
      List<String> spellings = new ArrayList<>(row.list("names"));
      spellings.add(row.get("name"));
      List<String> doubtful = row.list("words");
      Optional<String> state = row.list("state").stream().findFirst();
      for (String spelling : spellings) {
        names.add(spelling, new Outlet(row.get("name"), state, doubtful.contains(spelling)));
      }
    }
    return names.build();
  }

  private static NameIndex<Optional<String>> bodies(Tables tables, Spellings spellings) {
    NameIndex.Builder<Optional<String>> names = new NameIndex.Builder<>();
    for (Row row : tables.rows("bodies")) {
      Matcher only = ONLY.matcher(row.get("note"));
      Optional<String> state = only.find() ? Optional.of(only.group(1)) : Optional.empty();
      for (String spelling : spellings.both(row.get("pattern"))) {
        names.add(spelling, state);
      }
    }
    return names.build();
  }

  WordLists words() {
    return words;
  }

  /** Names of states, capitals and seats in the text. */
  List<NameIndex.Match<String>> states(String text) {
    return states.find(text);
  }

  List<NameIndex.Match<String>> adjectives(String text) {
    return adjectives.find(text);
  }

  List<NameIndex.Match<Organisation>> organisations(String text) {
    return organisations.find(text);
  }

  List<NameIndex.Match<Outlet>> outlets(String text) {
    return outlets.find(text);
  }

  List<NameIndex.Match<Optional<String>>> bodies(String text) {
    return bodies.find(text);
  }

  List<NameIndex.Match<Office>> offices(String text) {
    return offices.find(text);
  }

  List<NameIndex.Match<String>> titles(String text) {
    return titles.find(text);
  }

  /** The name by which an outlet is kept, or the name itself where it is not known. */
  String usualName(String outlet) {
    return outlets(outlet).stream()
        .filter(m -> m.start() == 0 && m.end() == outlet.length())
        .map(m -> m.value().name())
        .findFirst()
        .orElse(outlet);
  }

  /** The state that a leader of this name speaks for. */
  Optional<String> leader(String name) {
    return Optional.ofNullable(leaders.get(name.toLowerCase(Locale.ROOT)))
        .filter(s -> !s.isEmpty());
  }

  /** The state that some words speak of: the first one named in them, by whatever form. */
  Optional<String> stateIn(String text) {
    Optional<Belonging> first = firstBelonging(text);
    return first.isPresent()
        ? first.get().state()
        : bodies(text).stream().flatMap(m -> m.value().stream()).findFirst();
  }

  /** Whether the words name an organisation of no state, and no state before it: "UN envoy". */
  boolean isOfNoState(String text) {
    return firstBelonging(text).filter(b -> b.state().isEmpty()).isPresent();
  }

  /** The state in which a town, base or region lies that the words name. */
  Optional<String> placeIn(String text) {
    return places.find(text).stream().map(NameIndex.Match::value).findFirst();
  }

  /**
   * The state in which some words place what follows: that of the town that they name, or that they
   * name themselves.
   */
  public Optional<String> stateOfPlace(String text) {
    return stateIn(text).or(() -> placeIn(text));
  }

  /**
   * The state from which an outlet works: the one that its name speaks of, or else the one that it
   * is known for.
   */
  public Optional<String> homeOf(String outlet) {
    return stateOfPlace(outlet)
        .or(
            () ->
                outlets(outlet).stream()
                    .filter(m -> m.start() == 0 && m.end() == outlet.length())
                    .findFirst()
                    .filter(m -> !world.contains(m.value().name()))
                    .flatMap(m -> m.value().state()));
  }

  /** Whether an outlet of this name writes for readers everywhere, and has no home in its news. */
  boolean isOfTheWorld(String outlet) {
    return outlets(outlet).stream()
        .anyMatch(m -> m.end() == outlet.length() && world.contains(m.value().name()));
  }

  private Optional<Belonging> firstBelonging(String text) {
    List<Belonging> found = new ArrayList<>();
    adjectives(text).forEach(m -> found.add(new Belonging(m.start(), Optional.of(m.value()))));
    states(text).forEach(m -> found.add(new Belonging(m.start(), Optional.of(m.value()))));
    organisations(text).forEach(m -> found.add(new Belonging(m.start(), m.value().state())));
    return found.stream().min(Comparator.comparingInt(Belonging::start));
  }

  private static NameIndex<String> places(Tables tables) {
    NameIndex.Builder<String> names = new NameIndex.Builder<>();
    for (Row row : tables.rows("places")) {
      if (!row.get("state").isEmpty()) {
        names.add(row.get("name"), row.get("state"));
      }
    }
    return names.build();
  }
}
