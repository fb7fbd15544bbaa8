package org.attache.report;

import java.util.ArrayList;
import java.util.List;

/** Tells title, standfirst, body, headings, teasers and other matter of a cleaned text apart. */
public final class Layout {
  /** A standfirst sums up in a sentence or two; a longer second line is the body's beginning. */
  private static final int LONGEST_STANDFIRST = 260;

  /**
   * A longer first line that ends like a sentence is the first paragraph of a report without one.
   */
  private static final int LONGEST_TITLE = 110;

  private final List<LineMark> marks;

  /**
   * What the beginning of a line gives away.
   *
   * @param beginning the first characters, in lower case
   * @param kind what a line is that begins so
   */
  public record LineMark(String beginning, Block.Kind kind) {}

  /** A layout that goes by these marks. */
  public Layout(List<LineMark> marks) {
    this.marks = List.copyOf(marks);
  }

  /** The lines of a text in order, blank ones left out. */
  public List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int lineEnd = text.indexOf('\n', at);
      int end = lineEnd < 0 ? text.length() : lineEnd;
      int from = at;
      int to = end;
      while (from < to && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        blocks.add(new Block(kind(text.substring(from, to), blocks), from, to));
      }
      at = end + 1;
    }
    return blocks;
  }

  private Block.Kind kind(String line, List<Block> before) {
    String lower =
        line.substring(0, Math.min(line.length(), 60)).toLowerCase(java.util.Locale.ROOT);
    for (LineMark mark : marks) {
      if (lower.startsWith(mark.beginning())) {
        return mark.kind();
      }
    }
    if (before.isEmpty()) {
      return line.length() > LONGEST_TITLE && endsSentence(line)
          ? Block.Kind.BODY
          : Block.Kind.TITLE;
    }
    boolean unfinished = !endsSentence(line);
    if (before.size() == 1 && unfinished && line.length() <= LONGEST_STANDFIRST) {
      return Block.Kind.STANDFIRST;
    }
    return unfinished && line.length() <= 80 && !line.contains(":")
        ? Block.Kind.HEADING
        : Block.Kind.BODY;
  }

  private static boolean endsSentence(String line) {
    int at = line.length() - 1;
    while (at > 0 && "\"'\u201D\u2019)\u00BB".indexOf(line.charAt(at)) >= 0) {
      at--;
    }
    return ".!?\u2026:;".indexOf(line.charAt(at)) >= 0;
  }
}
