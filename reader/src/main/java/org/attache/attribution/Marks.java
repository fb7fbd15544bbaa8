package org.attache.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.attache.language.Document;
import org.attache.language.Quote;
import org.attache.language.Sentence;
import org.attache.language.Token;

/** Where quotation marks stand among the tokens of a sentence. */
final class Marks {
  private final Sentence sentence;
  private final Quote[] around;
  private final Optional<Quote> before;

  private Marks(Sentence sentence, Quote[] around, Optional<Quote> before) {
    this.sentence = sentence;
    this.around = around;
    this.before = before;
  }

  /** The marks in a sentence of the document. */
  static Marks of(Document document, Sentence sentence) {
    Quote[] around = new Quote[sentence.size()];
    List<Quote> near =
        document.quotes().stream()
            .filter(q -> q.start() < sentence.end() && q.end() > sentence.start())
            .toList();
    for (Token token : sentence.tokens()) {
      for (Quote quote : near) {
        if (quote.covers(token.start(), token.end())) {
          around[token.index()] = quote;
        }
      }
    }
    return new Marks(sentence, around, before(document, sentence));
  }

  private static Optional<Quote> before(Document document, Sentence sentence) {
    String text = document.report().text();
    return document.quotes().stream()
        .filter(q -> q.end() <= sentence.start())
        .filter(q -> q.start() >= document.blockOf(sentence).start())
        .reduce((first, second) -> second)
        .filter(q -> text.substring(q.end(), sentence.start()).isBlank());
  }

  /** The quotation after whose end the sentence begins, within the same line. */
  Optional<Quote> endsBefore() {
    return before;
  }

  /** The quotation that the token stands in. */
  Optional<Quote> around(int index) {
    return index < 0 || index >= around.length
        ? Optional.empty()
        : Optional.ofNullable(around[index]);
  }

  /** Whether the token stands in a quotation. */
  boolean quoted(int index) {
    return around(index).isPresent();
  }

  /** Whether a quotation opens right before the token. */
  boolean opensBefore(int index) {
    return quoted(index)
        && (index == 0
            ? around[index].start() >= sentence.start() - 3
            : !around(index).equals(around(index - 1)));
  }

  /** Whether a quotation closes right after the token. */
  boolean closesAfter(int index) {
    return quoted(index)
        && (index + 1 == around.length || !around(index).equals(around(index + 1)));
  }

  /** Whether every token is quoted. */
  boolean allQuoted() {
    return Arrays.stream(around).noneMatch(q -> q == null);
  }

  /** The token after the quotation that this token stands in. */
  int afterQuote(int index) {
    int at = index;
    while (at < around.length && around(at).equals(around(index))) {
      at++;
    }
    return at;
  }

  /** The first token of the quotation that this token stands in. */
  int startOfQuote(int index) {
    int at = index;
    while (at > 0 && around(at - 1).equals(around(index))) {
      at--;
    }
    return at;
  }
}
