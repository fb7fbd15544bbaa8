package org.attache.desk.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.attache.claim.Evidence;

/**
 * A text with the places marked where it makes claims.
 *
 * @param paragraphs its lines
 */
record MarkedText(List<List<Piece>> paragraphs) {
  /**
   * A piece of a line.
   *
   * @param text it
   * @param claims the numbers of the claims that rest on it
   * @param starts the numbers of those of them that begin to rest on it here
   */
  record Piece(String text, List<Integer> claims, List<Integer> starts) {
    /** The numbers, as an attribute of the page holds them. */
    String numbers() {
      return String.join(" ", claims.stream().map(String::valueOf).toList());
    }

    /** What it is for those who do not see it. */
    String words() {
      return (claims.size() == 1 ? "claim " : "claims ")
          + String.join(", ", claims.stream().map(String::valueOf).toList());
    }
  }

  /**
   * Marks a text.
   *
   * @param text the text
   * @param evidence where each claim rests, in the order of their numbers, which start at 1
   */
  static MarkedText of(String text, List<List<Evidence>> evidence) {
    List<List<Piece>> paragraphs = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        paragraphs.add(pieces(text, start, end, evidence));
      }
      start = end + 1;
    }
    return new MarkedText(paragraphs);
  }

  /** Only the lines with marks, and the one before each, which often names who speaks. */
  MarkedText around() {
    List<List<Piece>> kept = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      if (isMarked(paragraphs.get(i))
          || i + 1 < paragraphs.size() && isMarked(paragraphs.get(i + 1))) {
        kept.add(paragraphs.get(i));
      }
    }
    return new MarkedText(kept);
  }

  private static boolean isMarked(List<Piece> line) {
    return line.stream().anyMatch(piece -> !piece.claims().isEmpty());
  }

  private static List<Piece> pieces(
      String text, int start, int end, List<List<Evidence>> evidence) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
    for (List<Evidence> spans : evidence) {
      for (Evidence span : spans) {
        if (span.start() < end && span.end() > start) {
          cuts.add(Math.max(start, span.start()));
          cuts.add(Math.min(end, span.end()));
        }
      }
    }
    List<Piece> pieces = new ArrayList<>();
    int from = start;
    for (int to : cuts.tailSet(start, false)) {
      pieces.add(piece(text, from, to, evidence));
      from = to;
    }
    return pieces;
  }

  private static Piece piece(String text, int from, int to, List<List<Evidence>> evidence) {
    List<Integer> claims = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < evidence.size(); i++) {
      for (Evidence span : evidence.get(i)) {
        if (span.start() < to && span.end() > from) {
          claims.add(i + 1);
          if (span.start() == from) {
            starts.add(i + 1);
          }
          break;
        }
      }
    }
    return new Piece(
        text.substring(from, Math.min(to, text.length())).replaceAll("[\\p{Cc}&&[^\\t]]", "\uFFFD"),
        claims,
        starts);
  }
}
