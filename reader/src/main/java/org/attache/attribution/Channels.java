package org.attache.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.source.Source;

/**
 * Finds the outlet to which a source spoke or which carried its words: "told the agency", "in a
 * statement carried by".
 */
final class Channels {
  private final SourceNames names;
  private final Antecedents antecedents;
  private final SourceLexicon lexicon;
  private final WordLists words;
  private final String publisher;

  Channels(SourceNames names, Antecedents antecedents, SourceLexicon lexicon, String publisher) {
    this.names = names;
    this.antecedents = antecedents;
    this.lexicon = lexicon;
    words = lexicon.words();
    this.publisher = publisher;
  }

  /** The outlets other than the publisher through which a statement came, outermost first. */
  List<Profile> of(Statement statement, Profile source) {
    List<Profile> found = new ArrayList<>();
    if (source.is(Source.Type.UNNAMED)) {
      found.addAll(source.via());
    }
    Sentence sentence = statement.cueWords().sentence();
    addressee(statement).or(() -> carrier(statement, sentence)).ifPresent(found::add);
    found.removeIf(p -> !p.is(Source.Type.OUTLET) || p.same(source) || isPublisher(p));
    return found;
  }

  /** "told the agency that". */
  private Optional<Profile> addressee(Statement statement) {
    if (!words.has("addressee-of", statement.cue().words().getFirst())) {
      return Optional.empty();
    }
    Sentence sentence = statement.cueWords().sentence();
    int from = statement.head() + 1;
    int end = phraseEnd(sentence, from);
    return end > from ? outlet(sentence, from, end) : Optional.empty();
  }

  private int phraseEnd(Sentence sentence, int from) {
    int at = from;
    while (at < sentence.size()) {
      Token token = sentence.token(at);
      boolean nominal =
          token.isNoun()
              || token.tag().startsWith("JJ")
              || token.tag().equals("DT")
              || token.tag().equals("POS")
              || token.tag().equals("CD")
              || token.tag().equals("FW")
              || token.text().equals("&")
              || token.tag().equals("PRP$")
              || token.tag().equals("PRP");
      if (!nominal || at > from && words.has("time-word", token.lower())) {
        break;
      }
      at++;
    }
    while (at > from && sentence.token(at - 1).tag().equals("DT")) {
      at--;
    }
    return at;
  }

  private Optional<Profile> outlet(Sentence sentence, int from, int to) {
    Words core = names.core(new Words(sentence, from, to));
    Optional<Profile> named = names.outlet(SourceNames.text(core), core);
    boolean pointsBack =
        words.has("outlet-head", names.head(core))
            && sentence.token(core.from()).lower().equals("the");
    return named.isPresent() || !pointsBack ? named : Optional.of(antecedents.resolve(core));
  }

  /**
   * "in an interview with the daily", "in a statement carried by the agency", "speaking to the
   * broadcaster".
   */
  private Optional<Profile> carrier(Statement statement, Sentence sentence) {
    for (int i = 0; i < sentence.size() - 1; i++) {
      Token token = sentence.token(i);
      boolean participle =
          (words.has("carried", token.lower()) || isAsSaying(sentence, i))
              && sentence.token(i + 1).lower().equals("by");
      boolean speaking =
          words.has("channel-verb", token.lemma().toLowerCase(Locale.ROOT))
              && words.has("speaking-to", sentence.token(i + 1).lower());
      boolean noun =
          words.has("channel-noun", token.lower())
              && words.has("carried-in", sentence.token(i + 1).lower());
      if ((participle || speaking || noun) && !statement.covers(token.start(), token.end())) {
        int end = phraseEnd(sentence, i + 2);
        Optional<Profile> found = end > i + 2 ? outlet(sentence, i + 2, end) : Optional.empty();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** "was quoted as saying by the agency". */
  private static boolean isAsSaying(Sentence sentence, int index) {
    return index > 1
        && sentence.token(index).tag().equals("VBG")
        && sentence.token(index - 1).lower().equals("as")
        && sentence.token(index - 2).tag().equals("VBN");
  }

  /** Whether the outlet is the one that published the report. */
  boolean isPublisher(Profile outlet) {
    String name = outlet.name().orElse("");
    return isSame(name, publisher) || isSame(lexicon.usualName(name), publisher);
  }

  /** Whether two names of outlets mean the same one. */
  private static boolean isSame(String one, String other) {
    String a = plain(one);
    String b = plain(other);
    boolean tail = !a.contains(" ") && b.endsWith(" " + a);
    return !a.isEmpty() && (tail || a.equals(b) || b.equals("the " + a) || a.equals("the " + b));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).strip();
  }
}
