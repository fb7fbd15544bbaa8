package org.attache.dealing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attache.claim.Certainty;
import org.attache.claim.Stage;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/** The verbs and nouns of dealings. */
public final class DealingWords {
  private final Map<String, List<DealingWord>> verbs = new HashMap<>();
  private final Map<String, List<DealingWord>> nouns = new HashMap<>();

  /** Loads the tables "dealing-verbs" and "dealing-nouns". */
  public DealingWords(Tables tables) {
    Set<String> seen = new HashSet<>();
    for (Row row : tables.rows("dealing-verbs")) {
      if (!seen.add(row.get("verb") + " " + row.get("kind"))) {
        throw row.fault("'" + row.get("verb") + "' is there already");
      }
      DealingWord word =
          new DealingWord(
              List.of(row.get("verb").split(" ")),
              true,
              row.constant("kind", DealingKind.class),
              stage(row, "stage"),
              stage(row, "running"),
              stage(row, "supplier-stage"),
              row.get("stage").startsWith("object:"),
              certainty(row),
              roles(row));
      verbs.computeIfAbsent(word.phrase().getFirst(), w -> new ArrayList<>()).add(word);
    }
    seen.clear();
    for (Row row : tables.rows("dealing-nouns")) {
      if (!seen.add(row.get("noun"))) {
        throw row.fault("'" + row.get("noun") + "' is there already");
      }
      DealingWord word =
          new DealingWord(
              List.of(row.get("noun").split(" ")),
              false,
              row.constant("kind", DealingKind.class),
              stage(row, "stage"),
              stage(row, "alone"),
              Optional.empty(),
              false,
              Optional.empty(),
              roles(row));
      nouns.computeIfAbsent(word.phrase().getLast(), w -> new ArrayList<>()).add(word);
    }
    Comparator<DealingWord> longestFirst =
        Comparator.comparingInt((DealingWord w) -> w.phrase().size()).reversed();
    verbs.values().forEach(list -> list.sort(longestFirst));
    nouns.values().forEach(list -> list.sort(longestFirst));
  }

  private static Optional<Stage> stage(Row row, String column) {
    String cell = row.get(column).replaceFirst("^object:", "");
    if (cell.equals("none")) {
      return Optional.empty();
    }
    for (Stage stage : Stage.values()) {
      if (stage.code().equals(cell)) {
        return Optional.of(stage);
      }
    }
    throw row.fault("'" + cell + "' under '" + column + "' is no stage");
  }

  private static Optional<Certainty> certainty(Row row) {
    return row.get("certainty").equals("none")
        ? Optional.empty()
        : Optional.of(row.constant("certainty", Certainty.class));
  }

  private static Map<String, List<Role>> roles(Row row) {
    Map<String, List<Role>> roles = new LinkedHashMap<>();
    for (String pair : row.get("roles").split(" ")) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw row.fault("'" + pair + "' is no role: write place=role");
      }
      List<Role> list = new ArrayList<>();
      for (String name : pair.substring(equals + 1).split("\\|")) {
        try {
          list.add(Role.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
          throw row.fault("'" + name + "' is none of the roles " + Arrays.toString(Role.values()));
        }
      }
      if (roles.put(pair.substring(0, equals), List.copyOf(list)) != null) {
        throw row.fault("place '" + pair.substring(0, equals) + "' has roles twice");
      }
    }
    return Map.copyOf(roles);
  }

  /** The verbs that start with this lemma, longest phrase first. */
  public List<DealingWord> verbs(String lemma) {
    return verbs.getOrDefault(lemma, List.of());
  }

  /** The nouns that end in this lemma, longest phrase first. */
  public List<DealingWord> nouns(String lemma) {
    return nouns.getOrDefault(lemma, List.of());
  }
}
