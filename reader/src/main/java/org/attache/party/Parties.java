package org.attache.party;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attache.lexicon.LexiconException;
import org.attache.lexicon.NameIndex;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/** The states and other parties that reports name, ready to be found in text. */
public final class Parties {
  /** States where the family name comes first, so that the last word of a name is none. */
  private static final Set<String> FAMILY_NAME_FIRST =
      Set.of("CN", "KP", "KR", "TW", "VN", "HK", "SG", "MM", "KH");

  private final Map<String, Party> states = new HashMap<>();
  private final NameIndex<PartyName> names;
  private final NameIndex<PartyName> doubtful;

  /**
   * Loads the tables of states, parties, companies, leaders and places.
   *
   * @throws LexiconException naming a code or name that occurs twice
   */
  public Parties(Tables tables) {
    NameIndex.Builder<PartyName> sure = new NameIndex.Builder<>();
    NameIndex.Builder<PartyName> words = new NameIndex.Builder<>();
    addStates(tables, sure, words);
    addParties(tables, sure);
    addCompanies(tables, sure, words);
    addLeaders(tables, sure, words);
    addPlaces(tables, sure);
    names = sure.build();
    doubtful = words.build();
  }

  private void addStates(
      Tables tables, NameIndex.Builder<PartyName> sure, NameIndex.Builder<PartyName> words) {
    for (Row row : tables.rows("states")) {
      Party state = new Party(row.get("name"), Optional.of(row.get("code")));
      if (states.putIfAbsent(row.get("code"), state) != null) {
        throw row.fault("code " + row.get("code") + " is there already");
      }
      Set<String> asWords = new HashSet<>(row.list("words"));
      List<String> nouns = new ArrayList<>(row.list("names"));
      nouns.add(row.get("name"));
      addAll(nouns, new PartyName(state, PartyName.Form.STATE), asWords, sure, words);
      addAll(
          row.list("adjectives"),
          new PartyName(state, PartyName.Form.ADJECTIVE),
          asWords,
          sure,
          words);
      addAll(
          row.list("demonyms"), new PartyName(state, PartyName.Form.DEMONYM), asWords, sure, words);
      addAll(
          row.list("capital"), new PartyName(state, PartyName.Form.CAPITAL), asWords, sure, words);
      addAll(row.list("seats"), new PartyName(state, PartyName.Form.SEAT), asWords, sure, words);
    }
  }

  private static void addAll(
      List<String> spellings,
      PartyName name,
      Set<String> asWords,
      NameIndex.Builder<PartyName> sure,
      NameIndex.Builder<PartyName> words) {
    for (String spelling : spellings) {
      (asWords.contains(spelling) ? words : sure).add(spelling, name);
    }
  }

  private static void addParties(Tables tables, NameIndex.Builder<PartyName> sure) {
    for (Row row : tables.rows("parties")) {
      Party party = new Party(row.get("name"), row.list("state").stream().findFirst());
      PartyName name = new PartyName(party, PartyName.Form.ORGANISATION);
      sure.add(row.get("name"), name);
      row.list("names").forEach(spelling -> sure.add(spelling, name));
      row.list("adjectives")
          .forEach(spelling -> sure.add(spelling, new PartyName(party, PartyName.Form.ADJECTIVE)));
    }
  }

  private static void addCompanies(
      Tables tables, NameIndex.Builder<PartyName> sure, NameIndex.Builder<PartyName> words) {
    Set<String> seen = new HashSet<>();
    for (Row row : tables.rows("companies")) {
      if (!seen.add(row.get("name"))) {
        throw row.fault("'" + row.get("name") + "' is there already");
      }
      Party company = new Party(row.get("name"), row.list("state").stream().findFirst());
      List<String> spellings = new ArrayList<>(row.list("aliases"));
      spellings.add(row.get("name"));
      Set<String> asWords = new HashSet<>(row.list("words"));
      asWords.forEach(word -> words.add(word, new PartyName(company, PartyName.Form.COMPANY)));
      spellings.removeAll(asWords);
      spellings.forEach(s -> sure.add(s, new PartyName(company, PartyName.Form.COMPANY)));
    }
  }

  private void addLeaders(
      Tables tables, NameIndex.Builder<PartyName> sure, NameIndex.Builder<PartyName> words) {
    Set<String> noSurnames = new HashSet<>();
    tables.rows("common-words").forEach(row -> noSurnames.add(row.get("word")));
    Map<String, Set<String>> statesBySurname = new HashMap<>();
    for (Row row : tables.rows("leaders")) {
      if (row.get("state").isEmpty()) {
        continue;
      }
      Party state = state(row.get("state")).orElseThrow(() -> row.fault("unknown state"));
      PartyName name = new PartyName(state, PartyName.Form.LEADER);
      List<String> spellings = new ArrayList<>(row.list("names"));
      spellings.add(row.get("name"));
      for (String spelling : spellings) {
        sure.add(spelling, name);
      }
      String surname = row.get("name").substring(row.get("name").lastIndexOf(' ') + 1);
      boolean lastIsSurname =
          !FAMILY_NAME_FIRST.contains(row.get("state"))
              && surname.length() > 3
              && !noSurnames.contains(surname);
      if (lastIsSurname) {
        statesBySurname.computeIfAbsent(surname, s -> new HashSet<>()).add(row.get("state"));
      }
    }
    statesBySurname.forEach(
        (surname, codes) -> {
          if (codes.size() == 1) {
            state(codes.iterator().next())
                .ifPresent(s -> words.add(surname, new PartyName(s, PartyName.Form.LEADER)));
          }
        });
  }

  private void addPlaces(Tables tables, NameIndex.Builder<PartyName> sure) {
    for (Row row : tables.rows("places")) {
      if (row.get("state").isEmpty()) {
        continue;
      }
      Party land =
          state(row.get("state"))
              .orElseGet(() -> new Party(row.get("name"), Optional.of(row.get("state"))));
      sure.add(row.get("name"), new PartyName(land, PartyName.Form.PLACE));
    }
  }

  /** The state of this ISO code. */
  public Optional<Party> state(String code) {
    return Optional.ofNullable(states.get(code));
  }

  /** Finds names of parties, longest first. */
  public NameIndex<PartyName> names() {
    return names;
  }

  /** Finds names that are also ordinary words or people's names. */
  public NameIndex<PartyName> doubtful() {
    return doubtful;
  }
}
