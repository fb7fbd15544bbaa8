package org.attache.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.language.Token;

/**
 * Reads a sentence that says nothing but who said the one before it: "This was stated by the
 * minister in an interview", "The minister told the agency about this".
 */
final class PointingBack {
  private static final Set<String> BACK = Set.of("this");
  private static final Set<String> BRINGING = Set.of("about", "of");

  private static final int REACH = 4;

  private final Document document;
  private final Cues cues;

  PointingBack(Document document, Cues cues) {
    this.document = document;
    this.cues = cues;
  }

  /** The statements of such sentences; none for a sentence that somebody is read to say already. */
  List<Statement> read(List<Statement> others) {
    List<Statement> found = new ArrayList<>();
    List<Sentence> sentences = document.sentences();
    for (int i = 1; i < sentences.size(); i++) {
      Sentence before = sentences.get(i - 1);
      Sentence sentence = sentences.get(i);
      boolean free =
          isNext(before, sentence)
              && (isStated(sentence)
                  || others.stream()
                      .noneMatch(
                          s ->
                              s.cueWords().sentence() == before
                                  && s.source().isPresent()
                                  && s.cue().kind() == Cue.Kind.SPEECH));
      if (free) {
        Grammar grammar = new Grammar(sentence, Marks.of(document, sentence), cues.words());
        passive(grammar)
            .or(() -> emerging(grammar))
            .or(() -> active(grammar))
            .or(() -> besides(grammar))
            .or(() -> remarks(grammar))
            .map(said -> statement(grammar, said, before))
            .map(said -> goingOn(said, sentences, others))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * With the sentences that follow, where nobody else is named for them: "According to her, …" does
   * not interrupt, and a look back ("In May", "Earlier") ends it.
   */
  private Statement goingOn(Statement said, List<Sentence> sentences, List<Statement> others) {
    if (!BACK.contains(said.cueWords().sentence().token(0).lower())) {
      return said;
    }
    Statement all = said;
    int first = said.cueWords().sentence().number() + 1;
    for (int i = first; i < Math.min(first + REACH, sentences.size()); i++) {
      Sentence sentence = sentences.get(i);
      List<Words> named =
          others.stream()
              .filter(s -> s.cueWords().sentence() == sentence)
              .flatMap(s -> s.source().stream())
              .toList();
      if (named.stream().anyMatch(s -> !isPronoun(s)) || looksBack(sentence)) {
        break;
      }
      if (named.isEmpty()) {
        all = all.with(new Span(sentence.start(), sentence.end()));
      }
    }
    return all;
  }

  private boolean isPronoun(Words source) {
    return source.to() - source.from() == 1
        && cues.words().has("person-pronoun", source.sentence().token(source.from()).lower());
  }

  private boolean looksBack(Sentence sentence) {
    return sentence.token(0).tag().equals("IN")
        || cues.words().has("look-back", sentence.token(0).lower());
  }

  /** "This was stated by": the sentence before is somebody else's, whatever it says of others. */
  private static boolean isStated(Sentence sentence) {
    int verb = participle(sentence);
    return sentence.size() > 3
        && BACK.contains(sentence.token(0).lower())
        && sentence.token(verb).tag().equals("VBN")
        && sentence.token(verb - 1).lemma().equals("be");
  }

  /** In the same paragraph, or at the head of the one after it. */
  private static boolean isNext(Sentence before, Sentence sentence) {
    return sentence.block() - before.block() <= 1;
  }

  private record Said(Cues.Match match, Words source) {}

  /** "This was announced on Monday by the press service of the ministry." */
  private Optional<Said> passive(Grammar grammar) {
    Sentence sentence = grammar.sentence();
    int verb = participle(sentence);
    boolean points =
        BACK.contains(sentence.token(0).lower())
            && sentence.token(verb).tag().equals("VBN")
            && sentence.token(verb - 1).lemma().equals("be");
    Optional<Cues.Match> speech = points ? speech(sentence, verb) : Optional.empty();
    return speech.isPresent()
        ? speech.flatMap(m -> agent(grammar, verb).map(by -> new Said(m, by)))
        : given(grammar);
  }

  /**
   * "This information was given by the minister", "The details were provided by the ministry",
   * "This, quoting sources, was reported by the daily".
   */
  private Optional<Said> given(Grammar grammar) {
    Sentence sentence = grammar.sentence();
    if (sentence.size() < 6) {
      return Optional.empty();
    }
    boolean news =
        cues.words().has("definite", sentence.token(0).lower())
            && cues.words().has("said-before", sentence.token(1).lower());
    boolean aside =
        BACK.contains(sentence.token(0).lower())
            && grammar.isComma(1)
            && sentence.token(2).tag().equals("VBG");
    int verb = 2;
    while (verb < Math.min(16, sentence.size() - 2)
        && !(sentence.token(verb).tag().equals("VBN")
            && sentence.token(verb - 1).lemma().equals("be"))) {
      verb++;
    }
    int at = verb;
    boolean spoken =
        sentence.token(at).tag().equals("VBN")
            && (speech(sentence, at).isPresent()
                || news && cues.words().has("giving", sentence.token(at).lemma()));
    return (news && at < 5 || aside) && spoken
        ? agent(grammar, at)
            .map(by -> new Said(speech(sentence, at).orElseGet(() -> mark(sentence.token(at))), by))
        : Optional.empty();
  }

  private static Cues.Match mark(Token verb) {
    int at = verb.index();
    return new Cues.Match(Cue.mark(verb.lemma()), at, at, at);
  }

  /** "This emerges from the ministry's answer", "This is according to the daily". */
  private Optional<Said> emerging(Grammar grammar) {
    Sentence sentence = grammar.sentence();
    if (sentence.size() < 5 || !sentence.token(0).lower().matches("this|that")) {
      return Optional.empty();
    }
    int at = sentence.token(1).lemma().equals("be") ? 2 : 1;
    boolean from =
        cues.words().has("emerging", sentence.token(at).lemma())
            && sentence.token(at + 1).lower().matches("from|to");
    return from
        ? grammar.nounPhraseAfter(at + 1).map(source -> new Said(mark(sentence.token(at)), source))
        : Optional.empty();
  }

  /** "The decision, announced Friday by the press office, followed a vote." */
  private Optional<Said> besides(Grammar grammar) {
    Sentence sentence = grammar.sentence();
    boolean points =
        sentence.size() > 5
            && cues.words().has("definite", sentence.token(0).lower())
            && cues.words().has("asked-for", sentence.token(1).lower())
            && grammar.isComma(2)
            && sentence.token(3).tag().equals("VBN");
    return points
        ? speech(sentence, 3).flatMap(m -> agent(grammar, 3).map(by -> new Said(m, by)))
        : Optional.empty();
  }

  /** The first participle of those words in which one may stand. */
  private static int participle(Sentence sentence) {
    int at = 1;
    while (at < Math.min(4, sentence.size() - 1) && !sentence.token(at).tag().equals("VBN")) {
      at++;
    }
    return at;
  }

  private static Optional<Words> agent(Grammar grammar, int verb) {
    Sentence sentence = grammar.sentence();
    for (int i = verb + 1; i < sentence.size(); i++) {
      if (sentence.token(i).lower().equals("by") && !isTimeOrMeans(sentence, i + 1)) {
        return grammar.nounPhraseAfter(i);
      }
    }
    return Optional.empty();
  }

  private static boolean isTimeOrMeans(Sentence sentence, int index) {
    return index >= sentence.size()
        || sentence.token(index).tag().equals("CD")
        || sentence.token(index).tag().equals("VBG");
  }

  /** "The minister said this at a briefing", "He spoke about this to the agency". */
  private Optional<Said> active(Grammar grammar) {
    Sentence sentence = grammar.sentence();
    for (Token token : sentence.tokens()) {
      int verb = token.index();
      Optional<Cues.Match> match =
          verb > 0 && grammar.isFinite(verb) ? speech(sentence, verb) : Optional.empty();
      if (match.isPresent() && pointsAfter(sentence, match.get().last() + 1)) {
        return grammar
            .subject(verb)
            .filter(s -> s.to() <= verb)
            .map(source -> new Said(match.get(), source));
      }
    }
    return Optional.empty();
  }

  /** "The minister made the remarks when he opened the fair", "She expressed these views". */
  private Optional<Said> remarks(Grammar grammar) {
    Sentence sentence = grammar.sentence();
    for (int verb = 1; verb + 2 < sentence.size(); verb++) {
      boolean made =
          cues.words().has("make-remarks", sentence.token(verb).lemma())
              && grammar.isFinite(verb)
              && cues.words().has("definite", sentence.token(verb + 1).lower())
              && cues.words().has("remarks", sentence.token(verb + 2).lower());
      if (made) {
        int at = verb;
        return grammar
            .subject(verb)
            .filter(s -> s.to() <= at)
            .map(source -> new Said(mark(sentence.token(at)), source));
      }
    }
    return Optional.empty();
  }

  private static boolean pointsAfter(Sentence sentence, int from) {
    for (int i = from; i < sentence.size(); i++) {
      Token token = sentence.token(i);
      boolean alone =
          i + 1 >= sentence.size()
              || !sentence.token(i + 1).isNoun() && !sentence.token(i + 1).isVerb();
      if (BACK.contains(token.lower()) && alone) {
        return i == from || BRINGING.contains(sentence.token(i - 1).lower());
      }
      if (token.isVerb() || token.tag().equals("IN") && !BRINGING.contains(token.lower())) {
        return false;
      }
    }
    return false;
  }

  private Optional<Cues.Match> speech(Sentence sentence, int verb) {
    return cues.at(sentence, verb, Cue.Sort.VERB)
        .filter(m -> m.cue().kind() == Cue.Kind.SPEECH && m.cue().takes("clause"));
  }

  private static Statement statement(Grammar grammar, Said said, Sentence before) {
    return new Statement(
        said.match().cue(),
        VerbCues.cueWords(grammar, said.match()),
        said.match().head(),
        Optional.of(said.source()),
        List.of(new Span(before.start(), before.end())),
        Statement.Form.FRONTED);
  }
}
