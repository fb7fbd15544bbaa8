package org.attache.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.lexicon.Tables;

/**
 * Reads who says what: every cue of a document with the words that name its source and the pieces
 * of what it governs.
 *
 * <p>Follows the guidelines of PolNeAR (Newell, Margolin and Ruths, LREC 2018) in what a source, a
 * cue and a content are.
 */
public final class AttributionReader {
  private static final Set<String> ABOUT = Set.of("on", "about", "to", "upon");

  private final VerbCues verbs;
  private final PhraseCues phrases;
  private final LabelCues labels;
  private final NounCues nouns;
  private final TailCues tails;
  private final Cues cues;

  /** A reader that goes by the table of cues. */
  public AttributionReader(Tables tables) {
    cues = Cues.from(tables);
    verbs = new VerbCues(cues);
    phrases = new PhraseCues(cues);
    labels = new LabelCues(cues);
    nouns = new NounCues(cues);
    tails = new TailCues(cues);
  }

  /** The outermost attributions in the order of the text. */
  public List<Attribution> read(Document document) {
    return outermost(statements(document)).stream().map(Statement::attribution).toList();
  }

  /** All attributions, those within the content of others included, in the order of the text. */
  public List<Statement> statements(Document document) {
    List<Statement> found = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      Grammar grammar = new Grammar(sentence, Marks.of(document, sentence), cues.words());
      List<Statement> here = new ArrayList<>(labels.read(document, grammar));
      here.addAll(verbs.read(grammar));
      here.addAll(phrases.read(grammar));
      here.addAll(nouns.read(grammar));
      found.addAll(tails.complete(grammar, relayed(withoutDoubles(here))));
    }
    found.addAll(new PointingBack(document, cues).read(found));
    return new ContinuedQuotes(document).tie(found);
  }

  /**
   * "said in a statement that": the noun names no content that the verb has not. "Asked to comment
   * on claims by the rebels that": here the verb has none, and the noun has.
   */
  private static List<Statement> withoutDoubles(List<Statement> here) {
    List<Statement> own = here.stream().filter(AttributionReader::isOfOthers).toList();
    return here.stream()
        .filter(
            s ->
                own.contains(s)
                    || own.stream()
                        .noneMatch(
                            noun ->
                                s.cue().sort() == Cue.Sort.VERB
                                    && s.cueWords().start() < noun.cueWords().start()
                                    && s.contents().equals(noun.contents())))
        .filter(
            noun ->
                own.contains(noun)
                    || noun.cue().sort() != Cue.Sort.NOUN
                    || here.stream()
                        .noneMatch(
                            verb ->
                                verb.cue().sort() == Cue.Sort.VERB
                                    && verb.contents().equals(noun.contents())))
        .toList();
  }

  /** A noun with its maker that something else is said about: "on claims by the rebels that". */
  private static boolean isOfOthers(Statement statement) {
    Words cue = statement.cueWords();
    return statement.cue().sort() == Cue.Sort.NOUN
        && statement.source().isPresent()
        && cue.sentence().children(statement.head(), "case").stream()
            .anyMatch(c -> ABOUT.contains(c.lower()));
  }

  /** Gives a source that another one hands on ("citing an official") the content of that other. */
  private List<Statement> relayed(List<Statement> here) {
    List<Statement> found = new ArrayList<>();
    for (Statement statement : here) {
      if (statement.cue().takes("relay") && !isHeard(statement)) {
        continue;
      }
      if (!statement.cue().takes("relay")) {
        boolean doubled =
            here.stream()
                .anyMatch(
                    s ->
                        s.cue().takes("relay")
                            && s.cueWords().start() == statement.cueWords().start());
        if (!doubled) {
          found.add(statement);
        }
      } else {
        here.stream()
            .filter(
                s ->
                    s.cue().kind() == Cue.Kind.SPEECH
                        && s.source().isPresent()
                        && !s.cue().takes("relay")
                        && !s.isOpen())
            .filter(s -> s.cueWords().start() != statement.cueWords().start())
            .min(
                Comparator.comparingInt(
                    s -> Math.abs(s.cueWords().start() - statement.cueWords().start())))
            .ifPresent(s -> found.add(statement.about(s.contents())));
      }
    }
    return found;
  }

  /**
   * "Referring to a source", not "referring to the contract", and "citing an official", not "citing
   * possible corruption": somebody or something that tells.
   */
  private boolean isHeard(Statement statement) {
    WordLists words = cues.words();
    List<Token> source =
        statement.source().stream()
            .flatMap(s -> s.sentence().tokens().subList(s.from(), s.to()).stream())
            .toList();
    return source.stream()
            .takeWhile(t -> !t.tag().equals("IN") && !t.tag().equals("TO"))
            .filter(Token::isNoun)
            .reduce((a, b) -> b)
            .filter(head -> words.has("reason", head.lower()))
            .isEmpty()
        && (!words.has("explaining", statement.cue().words().getFirst())
            || source.stream()
                .anyMatch(
                    t ->
                        words.has("person-head", t.lemma().toLowerCase(Locale.ROOT))
                            || words.has("outlet-word", t.lower())
                            || words.has("media-word", t.lower())));
  }

  /**
   * Whether annotators would mark it: hearsay without a source and what is yet to be said they do
   * not.
   */
  private static boolean isRead(Statement statement) {
    boolean hearsay =
        statement.cue().sort() == Cue.Sort.ADVERB && statement.cue().kind() == Cue.Kind.SPEECH;
    boolean unsaid =
        statement.form() == Statement.Form.OBJECT
            && statement.cueWords().sentence().token(statement.head()).tag().equals("VB");
    return !hearsay && !unsaid && !statement.cue().takes("relay");
  }

  /** Those that are not made within the content of another. */
  static List<Statement> outermost(List<Statement> statements) {
    List<Statement> own = statements.stream().filter(AttributionReader::isRead).toList();
    return own.stream()
        .filter(
            inner ->
                own.stream().noneMatch(outer -> outer.contains(inner) && !prevails(inner, outer)))
        .sorted(Comparator.comparingInt(s -> s.cueWords().start()))
        .toList();
  }

  /**
   * Whether of two statements that take each other in this one is the outer: its cue stands behind.
   */
  private static boolean prevails(Statement one, Statement other) {
    return one.contains(other) && one.cueWords().start() > other.cueWords().start();
  }
}
