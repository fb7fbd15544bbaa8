package org.attache.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Document;
import org.attache.language.Quote;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.report.Block;

/**
 * Finds statements, speeches and answers that a report gives in full: a sentence or headline brings
 * them in, and what follows is their maker's until the text returns to the outlet.
 */
final class GivenInFull {
  private static final int REACH = 6;
  private static final int FIRST_PERSON_WORDS = 3;

  private final Document document;
  private final WordLists words;
  private final List<Statement> statements;

  /**
   * Looks through a document.
   *
   * @param statements those that have been found in it by their own cues
   */
  GivenInFull(Document document, WordLists words, List<Statement> statements) {
    this.document = document;
    this.words = words;
    this.statements = statements;
  }

  /** One statement for each text given in full. */
  List<Statement> read() {
    List<Statement> found = new ArrayList<>();
    int covered = 0;
    for (Sentence sentence : document.sentences()) {
      Block block = document.blockOf(sentence);
      if (block.kind() != Block.Kind.TITLE && sentence.start() >= covered) {
        Optional<Statement> text = introduced(sentence, block);
        if (text.isPresent()) {
          found.add(text.get());
          covered = text.get().contents().getLast().end();
        }
      }
    }
    if (found.isEmpty()) {
      for (Sentence sentence : document.sentences()) {
        if (document.blockOf(sentence).kind() != Block.Kind.BODY && found.isEmpty()) {
          headed(sentence).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** "The envoy issued the following statement:", "The minister stated as under:". */
  private Optional<Statement> introduced(Sentence sentence, Block block) {
    int text = followingText(sentence);
    boolean colon = sentence.token(sentence.size() - 1).text().equals(":");
    boolean ends = isLastIn(sentence, block);
    int verb = text >= 0 ? governor(sentence, text) : -1;
    if (verb < 0 && colon && ends) {
      verb = text >= 0 || asFollows(sentence) ? lastVerb(sentence) : speechVerb(sentence, block);
    }
    if (verb < 0) {
      return Optional.empty();
    }
    Optional<Words> source = maker(sentence, verb);
    int at = document.blocks().indexOf(block) + 1;
    Optional<Span> content =
        source.isPresent() && at < document.blocks().size()
            ? following(at, source.get())
            : Optional.empty();
    int head = verb;
    return content.map(span -> statement(sentence, head, source.orElseThrow(), span));
  }

  private static Statement statement(Sentence sentence, int head, Words source, Span content) {
    return new Statement(
        Cue.mark(sentence.token(head).lemma()),
        new Words(sentence, head, head + 1),
        head,
        Optional.of(source),
        List.of(content),
        Statement.Form.PHRASE);
  }

  private static boolean isLastIn(Sentence sentence, Block block) {
    return sentence.end() >= block.end() - 1;
  }

  /** The noun in "the following press statement", or -1. */
  private int followingText(Sentence sentence) {
    for (int i = 0; i + 1 < sentence.size(); i++) {
      if (sentence.token(i).lower().equals("following")) {
        for (int j = i + 1; j < Math.min(i + 4, sentence.size()); j++) {
          if (words.has("spoken-text", sentence.token(j).lower())) {
            return j;
          }
        }
      }
    }
    return -1;
  }

  private static boolean asFollows(Sentence sentence) {
    String text = sentence.toString().toLowerCase(Locale.ROOT);
    return text.contains("as follows") || text.contains("as under") || text.contains("in full");
  }

  private static int governor(Sentence sentence, int noun) {
    int at = noun;
    for (int step = 0; step < REACH && at >= 0; step++) {
      if (sentence.token(at).isVerb() && at < noun) {
        return at;
      }
      at = sentence.token(at).head();
    }
    for (int i = noun - 1; i > 0; i--) {
      if (sentence.token(i).isVerb() && !sentence.token(i).lower().equals("following")) {
        return i;
      }
    }
    return -1;
  }

  private static int lastVerb(Sentence sentence) {
    for (int i = sentence.size() - 1; i > 0; i--) {
      if (sentence.token(i).isVerb() && !sentence.token(i).tag().equals("VBG")) {
        return i;
      }
    }
    return -1;
  }

  /** A verb of saying before a colon at the head of a text that speaks in the first person. */
  private int speechVerb(Sentence sentence, Block block) {
    int verb = lastVerb(sentence);
    int at = document.blocks().indexOf(block);
    boolean early = at <= 3 && document.blocks().size() - at > 3;
    boolean says =
        verb > 0 && words.has("text-verb", sentence.token(verb).lemma().toLowerCase(Locale.ROOT));
    return early && says && speaksOfItself(block.end()) ? verb : -1;
  }

  /** Whether the rest of the text says "I" and "we" outside quotation marks. */
  private boolean speaksOfItself(int from) {
    int count = 0;
    for (Sentence sentence : document.sentences()) {
      if (sentence.start() >= from) {
        for (Token token : sentence.tokens()) {
          if (words.has("speaker-pronoun", token.lower())
              && !token.text().equals("US")
              && document.quoteAround(token.start(), token.end()).isEmpty()) {
            count++;
          }
        }
      }
    }
    return count >= FIRST_PERSON_WORDS;
  }

  private Optional<Words> maker(Sentence sentence, int verb) {
    Grammar grammar = new Grammar(sentence, Marks.of(document, sentence), words);
    if (grammar.passive(verb)) {
      return grammar.agent(verb);
    }
    int label = label(sentence, verb);
    return bracketed(sentence, label, verb)
        .or(() -> grammar.subject(verb))
        .or(() -> grammar.nounPhraseBefore(verb))
        .filter(w -> w.to() <= verb && w.from() >= label);
  }

  /** The token after a label such as "ANSWER:" before the verb. */
  private static int label(Sentence sentence, int verb) {
    for (int i = Math.min(verb, 3) - 1; i > 0; i--) {
      if (sentence.token(i).text().equals(":")) {
        return i + 1;
      }
    }
    return 0;
  }

  /** "THE MINISTER OF TRADE (SHRI NUR) stated": the name stands in brackets behind the office. */
  private static Optional<Words> bracketed(Sentence sentence, int from, int verb) {
    return verb - from > 3 && sentence.token(verb - 1).text().equals(")")
        ? Optional.of(new Words(sentence, from, verb))
        : Optional.empty();
  }

  /** Everything from a line on that is its maker's. */
  private Optional<Span> following(int at, Words source) {
    List<Block> blocks = document.blocks();
    int start = blocks.get(at).start();
    Optional<Quote> opening = quoteAt(start);
    int end = -1;
    for (int i = at; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean text = block.kind() == Block.Kind.BODY || block.kind() == Block.Kind.HEADING;
      boolean quoted = opening.isEmpty() || quoteAt(block.start()).isPresent();
      if (!text || !quoted || returns(block, source)) {
        break;
      }
      end = block.end();
      boolean closes =
          opening.isPresent()
              && quoteAt(block.start()).filter(q -> q.end() < block.end() - 1).isPresent();
      if (closes || opening.isEmpty() && isLastLine(block)) {
        break;
      }
    }
    return end > start ? Optional.of(new Span(start, end)) : Optional.empty();
  }

  private Optional<Quote> quoteAt(int start) {
    return document.quotes().stream().filter(q -> q.start() == start).findFirst();
  }

  /** Whether a line tells of the speaker from outside, or is a note of the outlet's. */
  private boolean returns(Block block, Words source) {
    String line = document.report().text().substring(block.start(), block.end()).strip();
    String lower = line.toLowerCase(Locale.ROOT);
    boolean note =
        line.startsWith("###")
            || line.startsWith("-0-")
            || line.startsWith("[")
            || line.startsWith("(") && line.endsWith(")")
            || words.get("after-text").stream().anyMatch(lower::startsWith);
    String name = source.sentence().token(source.to() - 1).text();
    return note
        || statements.stream()
            .filter(s -> isIn(s, block) && s.source().isPresent())
            .filter(s -> document.quoteAround(s.cueWords().start(), s.cueWords().end()).isEmpty())
            .map(s -> s.source().orElseThrow())
            .anyMatch(
                s ->
                    s.sentence().token(s.to() - 1).text().equals(name)
                        && Character.isUpperCase(name.charAt(0)));
  }

  /** ", the statement says": with this line it ends. */
  private boolean isLastLine(Block block) {
    return statements.stream()
        .filter(s -> isIn(s, block) && s.form() == Statement.Form.FRONTED)
        .flatMap(s -> s.source().stream())
        .anyMatch(
            s ->
                words.has("spoken-text", s.sentence().token(s.to() - 1).lower())
                    && words.has("definite", s.sentence().token(s.from()).lower()));
  }

  private static boolean isIn(Statement statement, Block block) {
    int at = statement.cueWords().start();
    return block.start() <= at && at < block.end();
  }

  /** "Statement by the Foreign Minister", "Full text of the president's speech". */
  private Optional<Statement> headed(Sentence sentence) {
    int noun = 0;
    boolean full = false;
    while (noun < Math.min(REACH, sentence.size())
        && !words.has("spoken-text", sentence.token(noun).lower())) {
      full |= words.has("full-text", sentence.token(noun).lower());
      noun++;
    }
    if (noun + 2 >= sentence.size() || !words.has("spoken-text", sentence.token(noun).lower())) {
      return Optional.empty();
    }
    boolean heads = full || noun <= 1;
    boolean by = words.has("maker", sentence.token(noun + 1).lower());
    Grammar grammar = new Grammar(sentence, Marks.of(document, sentence), words);
    Optional<Words> source = by ? grammar.nounPhraseAfter(noun + 1) : Optional.empty();
    boolean verb = sentence.tokens().stream().anyMatch(t -> grammar.isFinite(t.index()));
    int first = firstBody();
    int head = noun;
    return source.isPresent() && heads && !verb && first >= 0 && speaksOfItself(sentence.end())
        ? following(first, source.get()).map(span -> statement(sentence, head, source.get(), span))
        : Optional.empty();
  }

  private int firstBody() {
    for (int i = 0; i < document.blocks().size(); i++) {
      if (document.blocks().get(i).kind() == Block.Kind.BODY) {
        return i;
      }
    }
    return -1;
  }
}
