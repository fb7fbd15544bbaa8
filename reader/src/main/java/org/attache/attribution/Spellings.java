package org.attache.attribution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/** British spellings and their American counterparts. */
final class Spellings {
  private final Map<String, String> american = new LinkedHashMap<>();

  private Spellings() {}

  /** The spellings of these tables. */
  static Spellings from(Tables tables) {
    Spellings spellings = new Spellings();
    for (Row row : tables.rows("spellings")) {
      spellings.american.put(row.get("british"), row.get("american"));
    }
    return spellings;
  }

  /** A British spelling and, where it differs, the American one. */
  Set<String> both(String british) {
    String other = british;
    for (Map.Entry<String, String> pair : american.entrySet()) {
      other = other.replace(pair.getKey(), pair.getValue());
    }
    return other.equals(british) ? Set.of(british) : Set.of(british, other);
  }
}
