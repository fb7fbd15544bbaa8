package org.attache.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attache.language.Document;
import org.attache.report.Block;

/** Tells who answers in an interview whose turns carry no name: the person named before them. */
final class Interview {
  private static final Pattern TURN =
      Pattern.compile("(?:Q|A|Question|Answer|QUESTION|ANSWER)\\s?[.:].*", Pattern.DOTALL);
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:Mr|Mrs|Ms|Dr|Gen|Adm|MR|MRS|MS|DR|GEN|ADM)\\.? "
              + "(?<name>\\p{Lu}[\\p{L}.'\u2019-]*(?: \\p{Lu}[\\p{L}.'\u2019-]*){0,3}):.*",
          Pattern.DOTALL);

  private static final int EARLY = 2500;

  private final Document document;
  private final Cast cast;
  private final SourceLexicon lexicon;
  private final WordLists words;

  Interview(Document document, Cast cast, SourceLexicon lexicon) {
    this.document = document;
    this.cast = cast;
    this.lexicon = lexicon;
    words = lexicon.words();
  }

  /** Who gives the answers; nobody where the text before the first turn names no one. */
  Optional<Cast.Person> guest() {
    int first = firstTurn();
    Optional<Cast.Person> labelled = lastLabelled(first);
    if (labelled.isPresent()) {
      return labelled;
    }
    List<Cast.Person> named =
        cast.people().stream().filter(p -> p.at() < first && !isAuthor(p) && !isThing(p)).toList();
    return named.stream()
        .filter(p -> p.role().isPresent())
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  /** "MR. HALE: And now I'll take your questions": who spoke last before the first question. */
  private Optional<Cast.Person> lastLabelled(int first) {
    String text = document.report().text();
    return document.blocks().stream()
        .filter(b -> b.start() < first)
        .map(b -> LABEL.matcher(text.substring(b.start(), b.end())))
        .filter(Matcher::matches)
        .flatMap(label -> cast.find(label.group("name")).stream())
        .reduce((a, b) -> b);
  }

  /** "Tanks for Peru: Kaplan Missile": a heading's words in capitals. */
  private boolean isThing(Cast.Person person) {
    return person.role().isEmpty()
        && Arrays.stream(person.name().toLowerCase(Locale.ROOT).split(" "))
            .anyMatch(lexicon::isEquipment);
  }

  private boolean isAuthor(Cast.Person person) {
    String text = document.report().text();
    int start = Math.max(0, person.at() - 16);
    String before = text.substring(start, person.at()).toLowerCase(Locale.ROOT);
    return words.get("byline").stream().anyMatch(w -> before.endsWith(w + " "));
  }

  private int firstTurn() {
    String text = document.report().text();
    return document.blocks().stream()
        .filter(b -> TURN.matcher(text.substring(b.start(), b.end())).matches())
        .mapToInt(Block::start)
        .findFirst()
        .orElse(Math.min(EARLY, text.length()));
  }

  /** The person whose initials a label gives: "K.N." or "KN". */
  Optional<Cast.Person> byInitials(String label) {
    String letters = label.replace(".", "").replace(" ", "");
    boolean initials =
        letters.length() >= 2
            && letters.length() <= 4
            && letters.chars().allMatch(Character::isUpperCase);
    if (!initials) {
      return Optional.empty();
    }
    List<Cast.Person> fitting = new ArrayList<>();
    for (Cast.Person person : cast.people()) {
      StringBuilder own = new StringBuilder();
      for (String word : person.name().split("[ -]+")) {
        if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
          own.append(word.charAt(0));
        }
      }
      if (own.toString().equals(letters)) {
        fitting.add(person);
      }
    }
    return fitting.stream().findFirst();
  }
}
