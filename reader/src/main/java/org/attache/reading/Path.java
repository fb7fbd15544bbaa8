package org.attache.reading;

import java.util.ArrayList;
import java.util.List;
import org.attache.language.Sentence;
import org.attache.language.Token;

/**
 * The way through a parse from one word to another, as a short name that a model can weigh: "up
 * acl, down obj". Paths of the parse say best which word plays which part (Gildea and Jurafsky,
 * "Automatic Labeling of Semantic Roles", Computational Linguistics 28:3, 2002).
 */
final class Path {
  private static final int LONGEST = 4;

  private Path() {}

  /** The path between two words of a sentence; "far" where it has more than four steps. */
  static String between(Sentence sentence, int from, int to) {
    List<Integer> above = upwards(sentence, from);
    List<Integer> other = upwards(sentence, to);
    int top = -1;
    for (int at : above) {
      if (other.contains(at)) {
        top = at;
        break;
      }
    }
    if (top < 0) {
      return "far";
    }
    List<String> steps = new ArrayList<>();
    for (int at : above) {
      if (at == top) {
        break;
      }
      steps.add("up " + sentence.token(at).relation());
    }
    List<String> down = new ArrayList<>();
    for (int at : other) {
      if (at == top) {
        break;
      }
      down.addFirst("down " + step(sentence, sentence.token(at)));
    }
    steps.addAll(down);
    return steps.isEmpty() ? "itself" : steps.size() > LONGEST ? "far" : String.join(", ", steps);
  }

  private static String step(Sentence sentence, Token token) {
    return token.is("nmod", "obl") && !token.is("nmod:poss")
        ? Syntax.preposition(sentence, token.index())
            .map(p -> token.plainRelation() + " " + p)
            .orElse(token.relation())
        : token.relation();
  }

  private static List<Integer> upwards(Sentence sentence, int from) {
    List<Integer> way = new ArrayList<>();
    for (int at = from; at >= 0 && way.size() <= sentence.size(); at = sentence.token(at).head()) {
      way.add(at);
    }
    return way;
  }
}
