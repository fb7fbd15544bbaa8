package org.attache.time;

import java.util.List;
import java.util.Optional;
import org.attache.language.Sentence;
import org.attache.language.Token;

/** Reads from the nearest verb above a word whether its time has passed or lies ahead. */
final class TenseReader {
  private final Sentence sentence;
  private final TimeWords lexicon;

  TenseReader(Sentence sentence, TimeWords lexicon) {
    this.sentence = sentence;
    this.lexicon = lexicon;
  }

  /** Whether the verb is in the past tense or a participle of what is done. */
  boolean past(int token) {
    Optional<Token> verb = verbAbove(token);
    if (verb.isEmpty()) {
      return false;
    }
    return verb.get().tag().equals("VBD") || verb.get().tag().equals("VBN") && done(verb.get());
  }

  /** Whether the verb stands with "will" or "would", or is what somebody plans or wants to do. */
  boolean future(int token) {
    Optional<Token> verb = verbAbove(token);
    if (verb.isEmpty()) {
      return false;
    }
    List<Token> auxiliaries = auxiliaries(verb.get());
    boolean perfect = auxiliaries.stream().anyMatch(aux -> aux.lemma().equals("have"));
    boolean willed = auxiliaries.stream().anyMatch(aux -> lexicon.is("future-modal", aux.lower()));
    return willed
        || !perfect && (infinitive(verb.get(), auxiliaries) || awaited(verb.get(), auxiliaries));
  }

  private Optional<Token> verbAbove(int token) {
    int at = token;
    for (int steps = 0; at >= 0 && steps <= sentence.size(); steps++) {
      Token above = sentence.token(at);
      boolean copula = !sentence.children(at, "cop").isEmpty();
      if (above.isVerb() || copula) {
        return Optional.of(above);
      }
      at = above.head();
    }
    return Optional.empty();
  }

  private List<Token> auxiliaries(Token verb) {
    return sentence.children(verb.index(), "aux", "mark", "cop");
  }

  private boolean done(Token participle) {
    List<Token> auxiliaries = sentence.children(participle.index(), "aux");
    if (auxiliaries.isEmpty()) {
      return !lexicon.is("awaiting-verb", participle.lemma());
    }
    return auxiliaries.stream().noneMatch(aux -> aux.tag().equals("MD") || aux.tag().equals("TO"))
        && auxiliaries.stream()
            .anyMatch(aux -> aux.tag().equals("VBD") || aux.lemma().equals("have"));
  }

  /** "plans to deliver", "is due to arrive"; not "began to deliver". */
  private boolean infinitive(Token verb, List<Token> auxiliaries) {
    boolean to = auxiliaries.stream().anyMatch(aux -> aux.tag().equals("TO"));
    boolean begun =
        verb.head() >= 0 && lexicon.is("beginning-verb", sentence.token(verb.head()).lemma());
    return to && !begun;
  }

  /** "is expected in March", "planned for May", "due in June". */
  private boolean awaited(Token verb, List<Token> auxiliaries) {
    boolean before = auxiliaries.stream().anyMatch(aux -> aux.tag().equals("VBD"));
    return !before
        && (lexicon.is("awaiting-verb", verb.lemma()) && verb.tag().equals("VBN")
            || lexicon.is("awaiting-adjective", verb.lower()));
  }
}
