package org.attache.attribution;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.language.Token;

/**
 * Tells background apart from what a source says: a relative clause about the past within an
 * attributed sentence ("which banned exports in 2018") is the outlet's own knowledge.
 */
final class Background {
  private final Document document;

  Background(Document document) {
    this.document = document;
  }

  /**
   * Whether all that a span tells stands in such a clause, outside quotation marks.
   *
   * @param cues the cues that govern the span; where one of them stands in the clause too, the
   *     clause tells what that one's source says
   */
  boolean covers(int start, int end, List<Words> cues) {
    Optional<Sentence> sentence =
        document.sentences().stream()
            .filter(s -> s.start() <= start && start < s.end())
            .findFirst();
    return sentence.isPresent()
        && document.quoteAround(start, end).isEmpty()
        && isBackground(sentence.get(), start, end, cues);
  }

  private static boolean isBackground(Sentence sentence, int start, int end, List<Words> cues) {
    BitSet told = clauses(sentence);
    if (cues.stream().anyMatch(c -> c.sentence() == sentence && told.get(c.to() - 1))) {
      return false;
    }
    boolean within = false;
    for (Token token : sentence.tokens()) {
      boolean asked = token.end() > start && token.start() < end;
      if (asked && token.isVerb()) {
        if (!told.get(token.index())) {
          return false;
        }
        within = true;
      }
    }
    return within;
  }

  /** The tokens of relative clauses that follow a comma and stand in the past. */
  private static BitSet clauses(Sentence sentence) {
    BitSet tokens = new BitSet(sentence.size());
    for (Token token : sentence.tokens()) {
      if (token.relation().equals("acl:relcl") && isPast(sentence, token)) {
        BitSet clause = sentence.subtree(token.index());
        int first = clause.nextSetBit(0);
        boolean relative = sentence.token(first).tag().startsWith("W");
        boolean comma = first > 0 && sentence.token(first - 1).text().equals(",");
        if (relative && (comma || first > 0 && isDated(sentence, clause))) {
          tokens.or(clause);
        }
      }
    }
    tokens.or(setOff(sentence));
    return tokens;
  }

  /**
   * "Chad, which bought boats in 2018, would": a clause between commas right behind a name,
   * whatever the parse took it for.
   */
  private static BitSet setOff(Sentence sentence) {
    BitSet tokens = new BitSet(sentence.size());
    for (int i = 2; i + 2 < sentence.size(); i++) {
      boolean opens =
          sentence.token(i).tag().matches("WDT|WP|WP\\$")
              && sentence.token(i - 1).text().equals(",")
              && sentence.token(i - 2).isName();
      int end = opens ? nextComma(sentence, i) : i;
      int verb = i + 1;
      while (verb < end && !sentence.token(verb).tag().matches("VB[DZP]|MD")) {
        verb++;
      }
      if (verb < end && !sentence.token(verb).tag().equals("MD")) {
        tokens.set(i, end);
      }
    }
    return tokens;
  }

  private static int nextComma(Sentence sentence, int from) {
    int at = from;
    while (at < sentence.size() && !sentence.token(at).text().equals(",")) {
      at++;
    }
    return at;
  }

  private static boolean isDated(Sentence sentence, BitSet clause) {
    return clause.stream()
        .anyMatch(
            i ->
                sentence.token(i).text().matches("(19|20)\\d\\d")
                    && sentence.token(i - 1).lower().equals("in"));
  }

  private static boolean isPast(Sentence sentence, Token verb) {
    boolean modal =
        sentence.children(verb.index(), "aux").stream().anyMatch(a -> a.tag().equals("MD"));
    boolean auxiliary =
        sentence.children(verb.index(), "aux").stream().anyMatch(a -> a.tag().equals("VBD"));
    boolean perfect =
        sentence.children(verb.index(), "aux").stream()
            .anyMatch(a -> a.tag().equals("VBZ") || a.tag().equals("VBP"));
    return !modal
        && (verb.tag().equals("VBD")
            || auxiliary
            || perfect
            || verb.tag().equals("VBZ")
            || verb.tag().equals("VBP"));
  }
}
