package org.attache.attribution;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.attache.language.Sentence;
import org.attache.language.Token;

/**
 * Tells the statements whose content somebody asserts from those that wish it, do it or deal with
 * it: only the former make their source answerable for a claim.
 */
final class Asserting {
  private static final Set<Cue.Kind> KINDS =
      Set.of(Cue.Kind.SPEECH, Cue.Kind.BELIEF, Cue.Kind.SHOWING, Cue.Kind.PERCEPTION);

  private final WordLists words;

  Asserting(WordLists words) {
    this.words = words;
  }

  /** Whether the content is given as true or false. */
  boolean asserts(Statement statement) {
    return !isUnrealised(statement)
        && !isAct(statement)
        && !isExplained(statement)
        && !isNoSource(statement)
        && isGivenAsFact(statement);
  }

  /**
   * Whether the content is an avowal, for which a person is answerable; from a body it is an act:
   * "the president vowed to send tanks", "the state has promised tanks".
   */
  static boolean isAvowal(Statement statement) {
    boolean below =
        switch (statement.form()) {
          case INFINITIVE, GERUND, OBJECT, PREPOSITION -> true;
          case FRONTED, CLAUSE, QUOTE, PHRASE -> false;
        };
    return below && statement.cue().takes("avowal");
  }

  /** Whether what is voiced is readiness, and neither a feeling nor a verdict. */
  boolean isReadiness(Statement statement) {
    return statement.cue().kind() != Cue.Kind.JUDGEMENT
        || objects(statement, statement.cueWords().sentence())
            .anyMatch(t -> words.has("readiness", t.lemma().toLowerCase(Locale.ROOT)));
  }

  private static boolean isGivenAsFact(Statement statement) {
    boolean clause =
        switch (statement.form()) {
          case FRONTED, CLAUSE, QUOTE, PHRASE -> true;
          case INFINITIVE, GERUND, OBJECT, PREPOSITION -> false;
        };
    if (statement.cue().sort() == Cue.Sort.PASSIVE || isAvowal(statement)) {
      return true;
    }
    if (statement.cue().kind() == Cue.Kind.SPEECH
        || statement.cue().kind() == Cue.Kind.PERCEPTION) {
      return clause || statement.cue().takes("assertion") || isAvowal(statement);
    }
    return clause && KINDS.contains(statement.cue().kind());
  }

  /** "is likely to announce": nothing has been said yet. */
  private boolean isUnrealised(Statement statement) {
    Sentence sentence = statement.cueWords().sentence();
    boolean infinitive =
        sentence.token(statement.head()).tag().equals("VB")
            && sentence.children(statement.head(), "mark").stream()
                .anyMatch(m -> m.tag().equals("TO"));
    return infinitive
        && statement.form() != Statement.Form.FRONTED
        && !sentence.token(statement.cueWords().from()).lower().startsWith("go")
        && !sentence.token(statement.cueWords().from()).lower().equals("went")
        && !isDone(sentence, statement.head());
  }

  /**
   * "took to the stage to say", "is proud to announce": what stands above says that it was said.
   */
  private boolean isDone(Sentence sentence, int infinitive) {
    int above = sentence.token(infinitive).head();
    return above >= 0
        && above < infinitive
        && words.has("saying-follows", sentence.token(above).lemma().toLowerCase(Locale.ROOT))
        && sentence.children(above, "aux").stream().noneMatch(a -> a.tag().equals("MD"));
  }

  /**
   * "rejected a request", "held talks as", "saw the first one arrive", "let it know that": words
   * that are cues elsewhere tell here what somebody does.
   */
  private boolean isAct(Statement statement) {
    String cue = statement.cue().words().getFirst();
    Sentence sentence = statement.cueWords().sentence();
    boolean governs =
        statement.form() == Statement.Form.OBJECT || statement.form() == Statement.Form.CLAUSE;
    if (words.has("act-with-object", cue) && governs) {
      return objects(statement, sentence)
          .anyMatch(t -> words.has("asked-for", t.lemma().toLowerCase(Locale.ROOT)));
    }
    if (words.has("withholds", cue) && governs) {
      return objects(statement, sentence)
          .anyMatch(t -> words.has("withheld", t.lemma().toLowerCase(Locale.ROOT)));
    }
    if (words.has("only-clause", cue)) {
      return statement.form() == Statement.Form.FRONTED;
    }
    if (statement.cue().kind() == Cue.Kind.PERCEPTION && isByNobody(statement)) {
      return true;
    }
    if (statement.cue().kind() == Cue.Kind.PERCEPTION
        && statement.form() == Statement.Form.OBJECT) {
      return objects(statement, sentence)
          .anyMatch(t -> isHappening(sentence, statement.head(), t.index()));
    }
    return isLet(sentence, statement.head());
  }

  /** The noun that sees something, for a relative pronoun the one before it. */
  private static Token seer(Words source) {
    int at = source.to() - 1;
    while (at > 0
        && (source.sentence().token(at).tag().startsWith("W")
            || !Character.isLetterOrDigit(source.sentence().token(at).text().charAt(0))
            || source.sentence().token(at).tag().equals("-RRB-"))) {
      at--;
    }
    return source.sentence().token(at);
  }

  /** "The agreement will see both build ships": nobody who could see anything. */
  private boolean isByNobody(Statement statement) {
    return statement
        .source()
        .map(Asserting::seer)
        .filter(
            head ->
                words.has("asked-for", head.lemma().toLowerCase(Locale.ROOT))
                    || words.has("no-source", head.lower()))
        .isPresent();
  }

  /** Whether the object is followed by what it is seen to do: "saw the first one arrive". */
  private static boolean isHappening(Sentence sentence, int verb, int object) {
    return sentence.tokens().stream()
        .anyMatch(
            t ->
                t.index() > object
                    && (t.head() == verb || t.head() == object)
                    && (t.tag().equals("VB") || t.tag().equals("VBP")));
  }

  private static java.util.stream.Stream<Token> objects(Statement statement, Sentence sentence) {
    return sentence.children(statement.head(), "obj").stream();
  }

  /** "has let the allies know". */
  private static boolean isLet(Sentence sentence, int head) {
    int above = sentence.token(head).head();
    return sentence.token(head).tag().equals("VB")
        && above >= 0
        && above < head
        && sentence.token(above).lemma().equals("let");
  }

  /** "'We had to,' he said, referring to the contract": the outlet tells what is meant. */
  private boolean isExplained(Statement statement) {
    Token head = statement.cueWords().sentence().token(statement.cueWords().from());
    return statement.form() == Statement.Form.OBJECT
        && head.tag().equals("VBG")
        && words.has("explaining", statement.cue().words().getFirst());
  }

  /** "as you know", "in a statement posted": what stands in the source's place is none. */
  private boolean isNoSource(Statement statement) {
    Optional<Words> source = statement.source();
    if (source.isEmpty() || statement.cue().sort() == Cue.Sort.MARK) {
      return false;
    }
    Token first = source.get().sentence().token(source.get().from());
    boolean alone = source.get().to() - source.get().from() == 1;
    return alone && words.has("listener", first.lower())
        || first.tag().equals("IN") && words.has("source-link-in", first.lower());
  }
}
