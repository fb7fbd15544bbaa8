package org.attache.lexicon;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** British and American spellings of one word, and plurals. */
public final class Spellings {
  private final Map<String, String> american = new LinkedHashMap<>();

  /** Spellings by the table "spellings". */
  public Spellings(Tables tables) {
    for (Row row : tables.rows("spellings")) {
      american.put(row.get("british"), row.get("american"));
    }
  }

  /** The phrase as given and, where they differ, in American spelling. */
  public Set<String> of(String phrase) {
    Set<String> all = new LinkedHashSet<>();
    all.add(phrase);
    all.add(inAmerican(phrase));
    return all;
  }

  /** The phrase in American spelling. */
  public String inAmerican(String phrase) {
    String spelled = phrase;
    for (Map.Entry<String, String> pair : american.entrySet()) {
      spelled = spelled.replace(pair.getKey(), pair.getValue());
    }
    return spelled;
  }

  /** The regular plural of a phrase's last word: "torpedoes", "batteries", "switches". */
  public static String plural(String phrase) {
    if (phrase.endsWith("s")
        || phrase.endsWith("x")
        || phrase.endsWith("ch")
        || phrase.endsWith("sh")
        || phrase.matches(".*(?:edo|ado|argo|eto)")) {
      return phrase + "es";
    }
    boolean consonantY =
        phrase.endsWith("y")
            && phrase.length() > 1
            && "aeiou".indexOf(phrase.charAt(phrase.length() - 2)) < 0;
    if (consonantY) {
      return phrase.substring(0, phrase.length() - 1) + "ies";
    }
    return phrase.endsWith("man") ? phrase.substring(0, phrase.length() - 2) + "en" : phrase + "s";
  }
}
