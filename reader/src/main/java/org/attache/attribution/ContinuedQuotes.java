package org.attache.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Document;
import org.attache.language.Quote;
import org.attache.language.Sentence;
import org.attache.report.Block;

/**
 * Gives quotations that have no cue of their own to the speaker of the one before or after them.
 */
final class ContinuedQuotes {
  private final Document document;

  ContinuedQuotes(Document document) {
    this.document = document;
  }

  /** The statements, with the quotations that go on after them. */
  List<Statement> tie(List<Statement> statements) {
    List<Statement> tied = new ArrayList<>(statements);
    tied.sort(Comparator.comparingInt((Statement s) -> s.cueWords().start()));
    for (int i = 0; i < tied.size(); i++) {
      if (tied.get(i).isOpen()) {
        tied.set(i, open(tied.get(i), tied));
      }
    }
    Optional<Quote> unclosed = Optional.empty();
    for (Quote quote : document.quotes()) {
      int over = unclosed.map(q -> holder(tied, q)).orElse(-1);
      unclosed = quote.continues() ? Optional.of(quote) : Optional.empty();
      if (over >= 0 && tied.stream().noneMatch(s -> meets(s, quote))) {
        tied.set(over, tied.get(over).with(new Span(quote.start(), endOfSentence(quote))));
      } else if (standsAlone(quote) && tied.stream().noneMatch(s -> meets(s, quote))) {
        int speaker = speaker(tied, quote);
        if (speaker >= 0) {
          tied.set(speaker, tied.get(speaker).with(new Span(quote.start(), endOfSentence(quote))));
        }
      }
    }
    return tied.stream().filter(s -> !s.isOpen()).toList();
  }

  /** The statement that holds the end of a quotation which the next paragraph goes on with. */
  private static int holder(List<Statement> statements, Quote quote) {
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      boolean outside = !quote.covers(statement.cueWords().start(), statement.cueWords().end());
      if (outside && statement.covers(quote.end() - 2, quote.end() - 1)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Gives a statement whose sentence brings no content the quotation or the line that follows it.
   */
  private Statement open(Statement statement, List<Statement> others) {
    Sentence sentence = statement.cueWords().sentence();
    Optional<Sentence> next =
        document.sentences().stream().filter(s -> s.number() == sentence.number() + 1).findFirst();
    if (next.isEmpty()) {
      return statement;
    }
    Optional<Quote> quote =
        document.quotes().stream()
            .filter(q -> q.start() <= next.get().start() && q.end() > next.get().start())
            .findFirst();
    boolean adjacent = next.get().block() - sentence.block() <= 1;
    if (adjacent
        && quote.isPresent()
        && standsAlone(quote.get())
        && others.stream().noneMatch(s -> meets(s, quote.get()))) {
      return statement.with(new Span(quote.get().start(), endOfSentence(quote.get())));
    }
    boolean lines = endsWithColon(statement) && next.get().block() == sentence.block() + 1;
    Block block = document.blockOf(next.get());
    return lines && quote.isEmpty()
        ? statement.with(new Span(block.start(), block.end()))
        : statement;
  }

  private static boolean meets(Statement statement, Quote quote) {
    return !quote.covers(statement.cueWords().start(), statement.cueWords().end())
        && statement.contents().stream()
            .anyMatch(c -> c.start() < quote.end() && quote.start() < c.end());
  }

  /** Whether the quotation is made of whole sentences, the last of which may end outside it. */
  private boolean standsAlone(Quote quote) {
    for (Sentence sentence : document.sentences()) {
      if (sentence.start() < quote.end() && quote.start() < sentence.end()) {
        long outside =
            sentence.tokens().stream()
                .filter(
                    t ->
                        Character.isLetterOrDigit(t.text().charAt(0))
                            && !quote.covers(t.start(), t.end()))
                .count();
        boolean tail = sentence.start() >= quote.start() && outside * 2 < sentence.size();
        if (outside > 0 && !tail) {
          return false;
        }
      }
    }
    return true;
  }

  /** End of the quotation, or of the sentence that begins in it and ends outside. */
  private int endOfSentence(Quote quote) {
    for (Sentence sentence : document.sentences()) {
      if (quote.start() <= sentence.start()
          && sentence.start() < quote.end()
          && sentence.end() > quote.end()) {
        int last = sentence.size();
        while (last > 1 && !Character.isLetterOrDigit(sentence.token(last - 1).text().charAt(0))) {
          last--;
        }
        return Math.max(quote.end(), sentence.token(last - 1).end());
      }
    }
    return quote.end();
  }

  private int speaker(List<Statement> statements, Quote quote) {
    Block block = block(quote.start()).orElse(null);
    int before = -1;
    int after = -1;
    int earlier = -1;
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (!speaks(statement) || quoted(statement)) {
        continue;
      }
      int at = statement.cueWords().start();
      boolean adds = statement.cueWords().sentence().token(statement.head()).tag().equals("VBG");
      boolean sameSentence =
          before >= 0
              && statements.get(before).cueWords().sentence() == statement.cueWords().sentence();
      if (adds && sameSentence && !endsWithColon(statement)) {
        continue;
      }
      boolean here = block != null && block.start() <= at && at < block.end();
      if (here && at < quote.start()) {
        before = i;
      } else if (here && after < 0) {
        after = i;
      } else if (at < quote.start() && previousBlock(at, quote.start())) {
        earlier =
            endsInQuote(statement) || endsWithColon(statement) || closesBlock(statement) ? i : -1;
      }
    }
    if (before >= 0) {
      return before;
    }
    return after >= 0 ? after : earlier;
  }

  private boolean endsWithColon(Statement statement) {
    Sentence sentence = statement.cueWords().sentence();
    return sentence.token(sentence.size() - 1).text().equals(":");
  }

  /** Whether the last sentence of its paragraph is the statement. */
  private boolean closesBlock(Statement statement) {
    Sentence sentence = statement.cueWords().sentence();
    return block(sentence.start()).filter(b -> sentence.end() >= b.end() - 1).isPresent();
  }

  private boolean endsInQuote(Statement statement) {
    if (statement.isOpen()) {
      return true;
    }
    Span last = statement.contents().getLast();
    return document.quoteAround(last.end() - 1, last.end()).isPresent();
  }

  private static boolean speaks(Statement statement) {
    boolean tells =
        switch (statement.form()) {
          case FRONTED, CLAUSE, QUOTE -> true;
          case INFINITIVE, GERUND, OBJECT, PREPOSITION, PHRASE -> false;
        };
    boolean speech = statement.cue().kind() == Cue.Kind.SPEECH && statement.source().isPresent();
    return speech && (tells && statement.cue().takes("quote") || disclosesThis(statement));
  }

  /** "The director disclosed this in a statement": what follows is from that statement. */
  private static boolean disclosesThis(Statement statement) {
    Words cue = statement.cueWords();
    return cue.to() < cue.sentence().size()
        && cue.sentence().token(cue.to()).lower().matches("this|so|that")
        && cue.to() + 1 < cue.sentence().size()
        && cue.sentence().token(cue.to() + 1).tag().matches("IN|,|\\.|RB|NNP");
  }

  private boolean quoted(Statement statement) {
    return document
        .quoteAround(statement.cueWords().start(), statement.cueWords().end())
        .isPresent();
  }

  private Optional<Block> block(int at) {
    return document.blocks().stream().filter(b -> b.start() <= at && at < b.end()).findFirst();
  }

  private boolean previousBlock(int at, int quote) {
    int b = -1;
    for (int i = 0; i < document.blocks().size(); i++) {
      if (document.blocks().get(i).start() <= quote) {
        b = i;
      }
    }
    return b > 0 && document.blocks().get(b - 1).start() <= at;
  }
}
