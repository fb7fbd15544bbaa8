package org.attache.language;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Parses a sentence word by word: each is put on a stack, and the two topmost words are joined, by
 * what a network makes of the words around them (arc-standard transitions, Nivre 2004). It reads
 * CoreNLP's models and gives the parses that CoreNLP gives. May be shared by threads.
 */
final class TransitionParser {
  private static final String UNKNOWN = "-UNKNOWN-";
  private static final String NULL = "-NULL-";
  private static final String ROOT = "-ROOT-";
  private static final int NONE = -1;

  private final TransitionModel model;
  private final TransitionNetwork network;
  private final BitSet join;
  private final BitSet joinOrShift;

  TransitionParser(TransitionModel model) {
    this.model = model;
    network = new TransitionNetwork(model);
    join = allowed(model.relations().size(), false);
    joinOrShift = allowed(model.relations().size(), true);
  }

  /** What a sentence is parsed to. */
  static final class Arcs {
    private final int[] heads;
    private final String[] relations;

    private Arcs(int[] heads, String[] relations) {
      this.heads = heads;
      this.relations = relations;
    }

    /** For each word that which governs it, from 0; -1 for the root. May be changed. */
    int[] heads() {
      return heads;
    }

    /** For each word its relation to that. May be changed. */
    String[] relations() {
      return relations;
    }
  }

  /** Parses a sentence of these words with these tags. */
  Arcs parse(List<String> words, List<String> tags) {
    State state = new State(words.size());
    int[] wordNumbers = numbers(words, model.words());
    int[] tagNumbers = numbers(tags, model.tags());
    int[] input = new int[Places.ALL];
    TransitionNetwork.Sheet sheet = network.new Sheet();
    while (!state.isDone()) {
      if (state.height > 2) {
        state.describe(input, wordNumbers, tagNumbers, model.nullRelation());
        apply(network.best(input, state.hasNext() ? joinOrShift : join, sheet), state);
      } else if (state.hasNext()) {
        state.shift();
      } else {
        state.joinRight(0);
      }
    }
    return arcs(state);
  }

  /** The numbers of words or tags; before them that of the root, behind them that of none. */
  private static int[] numbers(List<String> names, Map<String, Integer> known) {
    int unknown = known.getOrDefault(UNKNOWN, 0);
    int[] numbers = new int[names.size() + 2];
    numbers[0] = known.getOrDefault(ROOT, unknown);
    for (int i = 0; i < names.size(); i++) {
      numbers[i + 1] = known.getOrDefault(names.get(i), unknown);
    }
    numbers[names.size() + 1] = known.getOrDefault(NULL, unknown);
    return numbers;
  }

  /**
   * What may be made while there are two words on the stack: joining them by any relation but the
   * root's, or, where there is another word, shifting that.
   */
  private static BitSet allowed(int relations, boolean hasNext) {
    BitSet allowed = new BitSet();
    allowed.set(1, relations);
    allowed.set(relations + 1, 2 * relations);
    allowed.set(2 * relations, hasNext);
    return allowed;
  }

  private void apply(int transition, State state) {
    int relations = model.relations().size();
    if (transition < relations) {
      state.joinLeft(transition);
    } else if (transition < 2 * relations) {
      state.joinRight(transition - relations);
    } else {
      state.shift();
    }
  }

  private Arcs arcs(State state) {
    int[] heads = new int[state.size];
    String[] relations = new String[state.size];
    for (int i = 0; i < state.size; i++) {
      heads[i] = state.heads[i + 1] - 1;
      relations[i] = model.relations().get(state.relations[i + 1]);
    }
    markPassives(heads, relations);
    return new Arcs(heads, relations);
  }

  /** The subject of a verb with a passive auxiliary is a passive one, as CoreNLP has it too. */
  private static void markPassives(int[] heads, String[] relations) {
    BitSet passives = new BitSet();
    for (int i = 0; i < heads.length; i++) {
      if (relations[i].equals("aux:pass")) {
        passives.set(heads[i]);
      }
    }
    for (int i = 0; i < heads.length && !passives.isEmpty(); i++) {
      boolean subject = relations[i].equals("nsubj") || relations[i].equals("csubj");
      if (subject && passives.get(heads[i])) {
        relations[i] += ":pass";
      }
    }
  }

  /** Where in the network's input what stands. */
  private static final class Places {
    static final int TAGS = 18;
    static final int RELATIONS = 36;
    static final int ALL = 48;

    /** How many words of the stack, and of those to come, are looked at. */
    static final int NEAR = 3;

    /** Behind those the children of the two topmost words begin. */
    static final int CHILDREN = 6;

    private Places() {}
  }

  /** How far a parse has come. Words are numbered from 1; 0 is the root. */
  private static final class State {
    private final int size;
    private final int[] heads;
    private final int[] relations;

    /** The outermost child on each side, and the one next to it. */
    private final int[] left;

    private final int[] secondLeft;
    private final int[] right;
    private final int[] secondRight;
    private final int[] stack;
    private int height = 1;
    private int next = 1;

    State(int size) {
      this.size = size;
      heads = new int[size + 1];
      relations = new int[size + 1];
      left = none(size + 1);
      secondLeft = none(size + 1);
      right = none(size + 1);
      secondRight = none(size + 1);
      stack = new int[size + 1];
    }

    private static int[] none(int size) {
      int[] none = new int[size];
      Arrays.fill(none, NONE);
      return none;
    }

    boolean hasNext() {
      return next <= size;
    }

    boolean isDone() {
      return height == 1 && !hasNext();
    }

    void shift() {
      stack[height++] = next++;
    }

    /** The topmost word takes the one below it; its left children come from near to far. */
    void joinLeft(int relation) {
      int head = stack[height - 1];
      int child = stack[height - 2];
      secondLeft[head] = left[head];
      left[head] = child;
      join(head, child, relation);
      stack[height - 2] = head;
      height--;
    }

    /** The word below the topmost one takes that. */
    void joinRight(int relation) {
      int head = stack[height - 2];
      int child = stack[height - 1];
      secondRight[head] = right[head];
      right[head] = child;
      join(head, child, relation);
      height--;
    }

    private void join(int head, int child, int relation) {
      heads[child] = head;
      relations[child] = relation;
    }

    private int onStack(int depth) {
      return depth < height ? stack[height - 1 - depth] : NONE;
    }

    private int toCome(int ahead) {
      return next + ahead <= size ? next + ahead : NONE;
    }

    private static int of(int[] children, int word) {
      return word == NONE ? NONE : children[word];
    }

    /** Writes down what the network looks at. */
    void describe(int[] input, int[] words, int[] tags, int nullRelation) {
      for (int i = 0; i < Places.NEAR; i++) {
        put(input, Places.NEAR - 1 - i, onStack(i), words, tags);
        put(input, Places.NEAR + i, toCome(i), words, tags);
      }
      for (int i = 0; i < 2; i++) {
        int word = onStack(i);
        int[] children = {
          of(left, word),
          of(right, word),
          of(secondLeft, word),
          of(secondRight, word),
          of(left, of(left, word)),
          of(right, of(right, word))
        };
        for (int c = 0; c < children.length; c++) {
          int place = i * children.length + c;
          put(input, Places.CHILDREN + place, children[c], words, tags);
          input[Places.RELATIONS + place] =
              nullRelation + (children[c] == NONE ? 0 : relations[children[c]] + 1);
        }
      }
    }

    private void put(int[] input, int place, int word, int[] words, int[] tags) {
      int at = word == NONE ? size + 1 : word;
      input[place] = words[at];
      input[Places.TAGS + place] = tags[at];
    }
  }
}
