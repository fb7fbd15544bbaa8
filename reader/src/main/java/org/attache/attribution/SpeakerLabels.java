package org.attache.attribution;

import java.util.Locale;
import org.attache.language.Document;
import org.attache.language.Sentence;

/**
 * Tells who speaks before a colon from what a heading or headline names as its subject: "MR. HALE:"
 * from "STRENGTHENING THE ALLIANCE:", "Minister: no talks" from "Leaking roofs: no talks".
 */
final class SpeakerLabels {
  private final Document document;
  private final SourceLexicon lexicon;
  private final WordLists words;
  private final Cast cast;

  SpeakerLabels(Document document, SourceLexicon lexicon, Cast cast) {
    this.document = document;
    this.lexicon = lexicon;
    this.cast = cast;
    words = lexicon.words();
  }

  /** Whether the words before a colon are a rubric and no speaker. */
  boolean isRubric(Statement statement, Words mention, Profile profile) {
    String mark = statement.cue().sort() == Cue.Sort.MARK ? statement.cueWords().toString() : "";
    if (mark.matches("--?|\u2013|\u2014")) {
      return !isBehindDash(mention, profile);
    }
    if (!mark.equals(":")) {
      return false;
    }
    String text = SourceNames.text(mention);
    String last = mention.sentence().token(mention.to() - 1).lower();
    if (words.has("statement-head", last) || words.has("rubric", last)) {
      return true;
    }
    String first = mention.sentence().token(mention.from()).lower().replace(".", "");
    if (mention.to() - mention.from() > 1 && words.has("title", first)) {
      return false;
    }
    boolean single = mention.to() - mention.from() == 1;
    return switch (profile.type()) {
      case OUTLET -> false;
      case UNNAMED -> !(single && isShouted(text)) && !isSomebody(text);
      case BODY -> !single && isShouted(text) && !isKnownBody(text) && !isRepeated(mention);
      case PERSON ->
          !single && isShouted(text) && !isKnownPerson(profile, text) && !isRepeated(mention);
    };
  }

  /** Whether what stands behind a headline's dash is known for somebody who says things. */
  private boolean isBehindDash(Words mention, Profile profile) {
    String text = SourceNames.text(mention);
    return switch (profile.type()) {
      case OUTLET -> true;
      case PERSON ->
          isKnownPerson(profile, text)
              && profile.name().orElse(text).chars().anyMatch(Character::isLowerCase);
      case BODY ->
          isKnownBody(text) && mention.sentence().token(mention.from()).isName()
              || !lexicon.bodies(text).isEmpty();
      case UNNAMED -> isSomebody(text);
    };
  }

  private boolean isSomebody(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lexicon.offices(text).isEmpty() || !lexicon.bodies(text).isEmpty()) {
      return true;
    }
    for (String word : lower.split("[^\\p{L}-]+")) {
      String stem = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
      if (words.has("person-head", stem)
          || words.has("people", word)
          || words.has("document-head", word)
          || words.has("study-head", word)
          || words.has("body-word", word)
          || words.has("media-word", word)
          || words.has("question", word)
          || words.has("turn", word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKnownBody(String text) {
    return !lexicon.organisations(text).isEmpty()
        || !lexicon.bodies(text).isEmpty()
        || Cast.covers(lexicon.states(text), text);
  }

  /** Whether the person has an office or title here, or is named elsewhere in usual spelling. */
  private boolean isKnownPerson(Profile profile, String text) {
    String last = surname(profile.name().orElse(text));
    return lexicon.titles(text).stream().anyMatch(m -> m.start() == 0)
        || !lexicon.offices(text).isEmpty()
        || cast.people().stream()
            .anyMatch(p -> !isShouted(p.name()) && surname(p.name()).equalsIgnoreCase(last));
  }

  private static String surname(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /** Whether lines of the document begin with the same label more than once. */
  private boolean isRepeated(Words mention) {
    Sentence sentence = mention.sentence();
    String text = document.report().text();
    String label = text.substring(sentence.start(), mention.end()) + ":";
    return document.blocks().stream().filter(b -> text.startsWith(label, b.start())).count() > 1;
  }

  private static boolean isShouted(String text) {
    return text.equals(text.toUpperCase(Locale.ROOT))
        && text.chars().filter(Character::isLetter).count() > 2;
  }
}
