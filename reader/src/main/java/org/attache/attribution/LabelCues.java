package org.attache.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.report.Block;

/** Reads colons that tie a speaker to words: transcripts, interviews, headlines. */
final class LabelCues {
  private static final int LONGEST_LABEL = 8;
  private static final int LONGEST_HEADLINE_LABEL = 6;
  private static final int LONGEST_OFFICE = 16;

  /** A longer line in capitals is a heading. */
  private static final int LONGEST_SHOUTED_LABEL = 5;

  private static final int LONGEST_LINE = 120;

  private static final String NAME =
      "\\p{Lu}[\\p{L}'\u2019-]{1,30}(?: \\p{Lu}[\\p{L}.'\u2019-]{0,30}){0,4}";
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:The [\\p{L} ,'\u2019-]{3,90} \\()?(?<title>\\p{Lu}\\p{Ll}{1,9})\\.? "
              + NAME
              + "\\)?(?: \\([\\p{L} .,'\u2019-]{2,60}\\))?");

  private final Cues cues;
  private final WordLists words;

  LabelCues(Cues cues) {
    this.cues = cues;
    words = cues.words();
  }

  /** What a colon in the sentence attributes. */
  List<Statement> read(Document document, Grammar grammar) {
    List<Statement> found = new ArrayList<>();
    Block block = document.blockOf(grammar.sentence());
    int colon = colon(grammar);
    if (isNameAlone(document, block) && isRecord(document)) {
      named(document, grammar, block).ifPresent(found::add);
    } else if (colon > 0 && colon + 1 < grammar.sentence().size()) {
      speaker(document, grammar, colon, block)
          .or(() -> headline(grammar, colon, block))
          .ifPresent(found::add);
    } else {
      behindDash(grammar, block).ifPresent(found::add);
    }
    return found;
  }

  /** "Oslo sells tanks to Peru \u2014 minister": who says so stands behind the headline's dash. */
  private Optional<Statement> behindDash(Grammar grammar, Block block) {
    Sentence sentence = grammar.sentence();
    if (block.kind() == Block.Kind.BODY || sentence.start() != block.start()) {
      return Optional.empty();
    }
    int end = grammar.lastWord();
    int dash = end - 1;
    while (dash > 2 && !isSpacedDash(grammar, dash)) {
      dash--;
    }
    int label = end - dash - 1;
    boolean said =
        dash > 2
            && label > 0
            && label <= LONGEST_HEADLINE_LABEL
            && isLabel(grammar, dash + 1, end, false)
            && !grammar.marks().quoted(dash);
    return said
        ? Optional.of(
            statement(
                grammar, dash, dash + 1, end, new FollowingContent(cues, grammar).span(0, dash)))
        : Optional.empty();
  }

  private static boolean isSpacedDash(Grammar grammar, int index) {
    Sentence sentence = grammar.sentence();
    return grammar.isDash(index)
        && index + 1 < sentence.size()
        && sentence.token(index).start() > sentence.token(index - 1).end()
        && sentence.token(index + 1).start() > sentence.token(index).end();
  }

  /** "Mr. Hale" on a line of its own, as in the record of a parliament: what follows is his. */
  private Optional<Statement> named(Document document, Grammar grammar, Block block) {
    Sentence sentence = grammar.sentence();
    int end = turnEnd(document, block, true, 0);
    int size = sentence.size();
    Words whole = new Words(sentence, 0, size);
    return end > block.end() && sentence.start() == block.start()
        ? Optional.of(
            new Statement(
                Cue.mark(":"),
                new Words(sentence, size - 1, size),
                size - 1,
                Optional.of(whole),
                List.of(new Span(block.end(), end)),
                Statement.Form.PHRASE))
        : Optional.empty();
  }

  /** Whether speakers stand on lines of their own: one asks, or there are several. */
  private boolean isRecord(Document document) {
    String text = document.report().text();
    return document.blocks().stream().filter(b -> isNameAlone(document, b)).limit(2).count() > 1
        || text.contains("\nTo ask ")
        || text.contains(" asked the ");
  }

  /** A courtesy and a name, or an office and then both in brackets, and nothing else. */
  private boolean isNameAlone(Document document, Block block) {
    if (block.kind() == Block.Kind.TITLE || block.end() - block.start() > LONGEST_LINE) {
      return false;
    }
    String line = document.report().text().substring(block.start(), block.end()).strip();
    Matcher matcher = ALONE.matcher(line);
    return matcher.matches() && words.has("title", matcher.group("title").toLowerCase(Locale.ROOT));
  }

  private static int colon(Grammar grammar) {
    for (Token token : grammar.sentence().tokens()) {
      if (token.text().equals(":") && !grammar.marks().quoted(token.index())) {
        return token.index();
      }
    }
    return -1;
  }

  /** "MR. HALE: Good morning.", "Hale: 'We are ready.'" at the head of a line. */
  private Optional<Statement> speaker(Document document, Grammar grammar, int colon, Block block) {
    Sentence sentence = grammar.sentence();
    if (sentence.start() == block.start()
        && (isOfficeWithName(sentence, colon) || isNameWithOffice(sentence, colon))) {
      return Optional.of(
          statement(
              grammar,
              colon,
              0,
              colon,
              new Span(sentence.token(colon + 1).start(), turnEnd(document, block, true, 0))));
    }
    if (sentence.start() != block.start()
        || colon > LONGEST_LABEL
        || !isLabel(grammar, 0, colon, !isTurn(sentence, colon) && !isTitled(sentence, colon))) {
      return Optional.empty();
    }
    int next = colon + 1;
    if (grammar.marks().opensBefore(next)) {
      return Optional.of(
          statement(
              grammar,
              colon,
              0,
              colon,
              new Span(quoteStart(grammar, next), quoteEnd(grammar, next))));
    }
    boolean heading = colon > LONGEST_SHOUTED_LABEL || sentence.token(0).tag().equals("VBG");
    boolean shouted =
        isShouted(sentence.token(colon - 1).text()) && !heading
            || isTurn(sentence, colon)
            || isTitled(sentence, colon)
            || isRepeated(document, sentence.start(), sentence.token(colon).end());
    if (shouted && block.kind() != Block.Kind.TITLE) {
      return Optional.of(
          statement(
              grammar,
              colon,
              0,
              colon,
              new Span(
                  sentence.token(next).start(),
                  turnEnd(
                      document,
                      block,
                      isShouted(sentence.token(colon - 1).text()) || isTitled(sentence, colon),
                      isTurn(sentence, colon) ? 1 : 2))));
    }
    return Optional.empty();
  }

  /** "Q:" and "A:". */
  private boolean isTurn(Sentence sentence, int colon) {
    return colon == 1 && words.has("turn", sentence.token(0).lower());
  }

  /** "THE MINISTER FOR TRADE (LORD NUR):". */
  private static boolean isOfficeWithName(Sentence sentence, int colon) {
    return colon > 4
        && colon <= LONGEST_OFFICE
        && sentence.token(colon - 1).text().equals(")")
        && sentence.tokens().subList(0, colon).stream()
            .allMatch(t -> t.text().equals(t.text().toUpperCase(Locale.ROOT)));
  }

  /** "Lord Nur (Minister of State, Ministry of Trade):", "The Minister for Trade (Mrs. Nur):". */
  private boolean isNameWithOffice(Sentence sentence, int colon) {
    int open = colon - 1;
    while (open > 0 && !sentence.token(open).text().equals("(")) {
      open--;
    }
    boolean titled =
        open > 1
            && (isTitle(sentence.token(0))
                || sentence.token(0).lower().equals("the") && isTitle(sentence.token(open + 1)));
    return titled
        && colon <= LONGEST_OFFICE
        && sentence.token(colon - 1).text().equals(")")
        && sentence.tokens().subList(0, colon).stream().noneMatch(Token::isVerb);
  }

  private boolean isTitle(Token token) {
    return words.has("title", token.lower().replace(".", ""));
  }

  /** "Mr. Idris Nur:": a courtesy and a name. */
  private boolean isTitled(Sentence sentence, int colon) {
    return colon > 1
        && words.has("title", sentence.token(0).lower().replace(".", ""))
        && sentence.tokens().subList(0, colon).stream()
            .allMatch(t -> Character.isUpperCase(t.text().charAt(0)));
  }

  /** Whether lines of the document begin with the same label more than once. */
  private static boolean isRepeated(Document document, int start, int end) {
    String text = document.report().text();
    String label = text.substring(start, end);
    return document.blocks().stream().filter(b -> text.startsWith(label, b.start())).count() > 1;
  }

  /**
   * Where a turn of a conversation ends: lines without a label that follow one belong to it.
   *
   * @param shouted whether the label stands in capitals or with a courtesy, as in a transcript, so
   *     that one turn is enough to know it for one
   * @param few how many turns are too few to know it by others
   */
  private int turnEnd(Document document, Block block, boolean shouted, int few) {
    String text = document.report().text();
    List<Block> blocks = document.blocks();
    int at = blocks.indexOf(block);
    int end = block.end();
    long turns = shouted ? 0 : blocks.stream().filter(b -> isTurnLine(text, b)).count();
    for (int i = at + 1; i < blocks.size() && (shouted || turns > few); i++) {
      Block next = blocks.get(i);
      String line = text.substring(next.start(), next.end());
      boolean goesOn =
          next.kind() == Block.Kind.BODY
              && !isTurnLine(text, next)
              && !isNameAlone(document, next)
              && !line.startsWith("(")
              && !line.startsWith("[")
              && (shouted || !line.endsWith("?"));
      if (!goesOn) {
        break;
      }
      end = next.end();
    }
    return end;
  }

  /** Whether a line begins with a label. */
  private static boolean isTurnLine(String text, Block block) {
    int colon = text.indexOf(':', block.start());
    boolean label =
        colon > 0 && colon < block.end() && Character.isUpperCase(text.charAt(block.start()));
    boolean bracketed = label && colon - block.start() < 120 && text.charAt(colon - 1) == ')';
    return bracketed
        || label
            && colon - block.start() < 40
            && text.substring(block.start(), colon).chars().filter(c -> c == ' ').count() < 5;
  }

  private static int quoteStart(Grammar grammar, int index) {
    return grammar.marks().around(index).orElseThrow().start();
  }

  private static int quoteEnd(Grammar grammar, int index) {
    return grammar.marks().around(index).orElseThrow().end();
  }

  private static boolean isShouted(String word) {
    return word.length() > 2
        && word.equals(word.toUpperCase(Locale.ROOT))
        && !word.equals(word.toLowerCase(Locale.ROOT));
  }

  /** "Kremlin: no talks", "Oslo to buy tanks: minister". */
  private Optional<Statement> headline(Grammar grammar, int colon, Block block) {
    Sentence sentence = grammar.sentence();
    if (block.kind() == Block.Kind.BODY || sentence.start() != block.start()) {
      return Optional.empty();
    }
    int end = grammar.lastWord();
    int from = afterDash(grammar, colon);
    if (colon - from <= LONGEST_HEADLINE_LABEL && isLabel(grammar, from, colon, false)) {
      return Optional.of(
          statement(
              grammar,
              colon,
              from,
              colon,
              new FollowingContent(cues, grammar).span(colon + 1, Math.max(end, colon + 2))));
    }
    if (end - colon - 1 <= LONGEST_HEADLINE_LABEL
        && end > colon + 1
        && isLabel(grammar, colon + 1, end, false)) {
      return Optional.of(
          statement(
              grammar, colon, colon + 1, end, new FollowingContent(cues, grammar).span(0, colon)));
    }
    return Optional.empty();
  }

  private static int afterDash(Grammar grammar, int colon) {
    int from = 0;
    for (int i = 0; i < colon; i++) {
      if (grammar.isDash(i)) {
        from = i + 1;
      }
    }
    return from;
  }

  private static Statement statement(Grammar grammar, int colon, int from, int to, Span content) {
    Sentence sentence = grammar.sentence();
    return new Statement(
        Cue.mark(":"),
        new Words(sentence, colon, colon + 1),
        colon,
        Optional.of(new Words(sentence, from, to)),
        List.of(content),
        Statement.Form.PHRASE);
  }

  /** Whether the words can be a speaker: nominal, no rubric such as "Opinion". */
  private boolean isLabel(Grammar grammar, int from, int to, boolean named) {
    boolean name = false;
    for (int i = from; i < to; i++) {
      Token token = grammar.sentence().token(i);
      name |= token.isName();
      boolean infinitive = grammar.isInfinitive(i);
      boolean verb =
          infinitive
              || grammar.isFinite(i) && !isShouted(token.text())
              || token.isVerb() && cues.has(grammar.sentence(), i, Cue.Sort.VERB);
      if (verb
          || (to - from == 1 || i == to - 1 && !named) && words.has("rubric", token.lower())
          || cues.has(grammar.sentence(), i, Cue.Sort.PREPOSITION)
          || token.tag().equals("CD")
          || token.tag().equals("-LRB-")) {
        return false;
      }
    }
    return to > from && (name || !named);
  }
}
