package org.attache.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A parsed sentence. Quotation marks are no tokens: the parser never sees them, and {@link
 * Document#quotes} says where they stood.
 */
public final class Sentence {
  private final int number;
  private final int block;
  private final List<Token> tokens;
  private List<List<Integer>> children = List.of();

  /**
   * A sentence of these tokens.
   *
   * @param number position in the document, from 0
   * @param block index of the block (title, paragraph …) that it stands in
   * @param tokens its tokens, in order, each with an index equal to its position
   */
  public Sentence(int number, int block, List<Token> tokens) {
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("sentence " + number + " has no tokens");
    }
    this.number = number;
    this.block = block;
    this.tokens = List.copyOf(tokens);
  }

  private List<List<Integer>> children() {
    if (children.isEmpty()) {
      List<List<Integer>> all = new ArrayList<>(tokens.size());
      for (int i = 0; i < tokens.size(); i++) {
        all.add(new ArrayList<>(2));
      }
      for (Token token : tokens) {
        if (token.head() >= 0) {
          all.get(token.head()).add(token.index());
        }
      }
      children = all;
    }
    return children;
  }

  /** Position in the document, from 0. */
  public int number() {
    return number;
  }

  /** Index of the block that the sentence stands in. */
  public int block() {
    return block;
  }

  /** The tokens in order. */
  public List<Token> tokens() {
    return tokens;
  }

  /** The token at this position. */
  public Token token(int index) {
    return tokens.get(index);
  }

  /** How many tokens there are. */
  public int size() {
    return tokens.size();
  }

  /** Offset of the first UTF-16 unit in the cleaned text. */
  public int start() {
    return tokens.getFirst().start();
  }

  /** Offset after the last UTF-16 unit in the cleaned text. */
  public int end() {
    return tokens.getLast().end();
  }

  /** The tokens that this one governs, in the order of the text. */
  public List<Token> children(int index) {
    return children().get(index).stream().map(tokens::get).toList();
  }

  /** The children that stand in one of these relations. */
  public List<Token> children(int index, String... relations) {
    List<Token> found = new ArrayList<>(2);
    for (int child : children().get(index)) {
      if (tokens.get(child).is(relations)) {
        found.add(tokens.get(child));
      }
    }
    return found;
  }

  /** Positions of this token and of everything below it. */
  public BitSet subtree(int index) {
    BitSet below = new BitSet(tokens.size());
    collect(index, below);
    return below;
  }

  private void collect(int index, BitSet below) {
    if (below.get(index)) {
      return;
    }
    below.set(index);
    for (int child : children().get(index)) {
      collect(child, below);
    }
  }

  /** Whether the first token is the second one or governs it, directly or not. */
  public boolean dominates(int above, int below) {
    int at = below;
    for (int steps = 0; at >= 0 && steps <= tokens.size(); steps++) {
      if (at == above) {
        return true;
      }
      at = tokens.get(at).head();
    }
    return false;
  }

  /** The words from one token to another, the second not included, joined by blanks. */
  public String words(int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) {
        words.append(' ');
      }
      words.append(tokens.get(i).text());
    }
    return words.toString();
  }

  /** The words that lie in a stretch of the cleaned text, cut at its ends. */
  public String text(int start, int end) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      if (token.end() > start && token.start() < end) {
        if (!text.isEmpty()) {
          text.append(' ');
        }
        int from = Math.max(0, start - token.start());
        text.append(token.text(), from, Math.min(token.text().length(), end - token.start()));
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return words(0, tokens.size());
  }
}
