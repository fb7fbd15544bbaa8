package org.attache.register.copy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/**
 * Tells which agency's story a report is, by its dateline ("OSLO, May 4 (Wire) -") or its byline
 * ("By North Wire").
 */
public final class Wires {
  private static final int LINES_OF_A_HEAD = 5;
  private static final Pattern DATELINE =
      Pattern.compile(
          "^\\p{Lu}[\\p{L}\\d .,'’/-]{1,60}[(/\\[]([\\p{Lu}][\\p{L}\\d .&-]{1,40})[)/\\]]\\s*(?:[-–—:]|//|$)");
  private static final Pattern BYLINE =
      Pattern.compile("^(?:[Bb]y|From|Source:|Text:)\\s+(\\p{Lu}[\\p{L}\\d .&-]{1,40}?)\\.?$");
  private static final Pattern AGENCY =
      Pattern.compile("\\b(?:Press|News|Wire|Agency|Agence|Service|Newswire|Telegraph)\\b");

  private static final Pattern PLACE = Pattern.compile(" in \\p{Lu}[\\p{L} ]+$");

  private final Map<String, String> agencies = new HashMap<>();

  /** By the outlets that the tables know to be agencies. */
  public Wires(Tables tables) {
    for (Row row : tables.rows("outlets")) {
      if (row.get("kind").equals("agency")) {
        agencies.put(row.get("name").toLowerCase(Locale.ROOT), row.get("name"));
        row.list("names")
            .forEach(name -> agencies.put(name.toLowerCase(Locale.ROOT), row.get("name")));
      }
    }
  }

  /**
   * The agency that a report's head names: as the table has it, or as it is written there.
   *
   * @param text the report's cleaned text
   */
  public Optional<String> of(String text) {
    List<String> head = text.lines().limit(LINES_OF_A_HEAD).map(String::strip).toList();
    for (String line : head) {
      Matcher dateline = DATELINE.matcher(line);
      if (dateline.find()) {
        return Optional.of(named(dateline.group(1)));
      }
      Matcher byline = BYLINE.matcher(line);
      if (byline.matches() && isAgency(byline.group(1))) {
        return Optional.of(named(byline.group(1)));
      }
    }
    return Optional.empty();
  }

  private String named(String written) {
    String name = PLACE.matcher(written.strip()).replaceFirst("");
    return agencies.getOrDefault(name.toLowerCase(Locale.ROOT), name);
  }

  private boolean isAgency(String name) {
    return AGENCY.matcher(name).find() || agencies.containsKey(name.toLowerCase(Locale.ROOT));
  }
}
