package org.attache.attribution;

import java.util.ArrayList;
import java.util.List;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Sentence;
import org.attache.language.Token;

/** Parts a sentence between two sources: "A, the daily reported, and B, the ministry said". */
final class SharedSentence {
  private final Grammar grammar;
  private final Sentence sentence;

  SharedSentence(Grammar grammar) {
    this.grammar = grammar;
    sentence = grammar.sentence();
  }

  /** The statements, each with its own half of a sentence that two of them frame. */
  List<Statement> part(List<Statement> statements) {
    List<Statement> parted = new ArrayList<>(statements);
    for (int i = 0; i < parted.size(); i++) {
      for (int j = i + 1; j < parted.size(); j++) {
        int joint = joint(parted.get(i), parted.get(j));
        if (joint > 0) {
          parted.set(i, until(parted.get(i), joint));
          parted.set(j, from(parted.get(j), joint));
        }
      }
    }
    return parted;
  }

  /**
   * The token with which the second one's half begins: behind the comma and "and" after the first.
   */
  private int joint(Statement first, Statement second) {
    boolean framed =
        first.form() == Statement.Form.FRONTED
            && second.form() == Statement.Form.FRONTED
            && second.covers(first.cueWords().start(), first.cueWords().end());
    for (int i = first.cueWords().to(); framed && i < second.cueWords().from(); i++) {
      boolean joined = grammar.isComma(i - 1) && sentence.token(i).tag().equals("CC");
      if (joined && grammar.hasFinite(i, second.cueWords().from() - 1)) {
        return i + 1;
      }
    }
    return -1;
  }

  private Statement until(Statement statement, int joint) {
    int limit = sentence.token(joint - 1).start();
    List<Span> kept = statement.contents().stream().filter(c -> c.start() < limit).toList();
    return kept.isEmpty() ? statement : statement.about(kept);
  }

  private Statement from(Statement statement, int joint) {
    Token first = sentence.token(joint);
    List<Span> kept = new ArrayList<>();
    for (Span piece : statement.contents()) {
      if (piece.end() > first.start()) {
        kept.add(new Span(Math.max(piece.start(), first.start()), piece.end()));
      }
    }
    return kept.isEmpty() ? statement : statement.about(kept);
  }
}
