package org.attache.language;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.attache.lexicon.Tables;

/**
 * Mends what the parser gets wrong again and again, because the newspapers that it learned from
 * hardly have it. Each repair looks at a few words and leaves the rest of the tree alone.
 */
public final class ParseRepairs {
  private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP");

  private static final int LONGEST_OBJECT = 6;

  /** Names behind which "of" goes on with the name. */
  private static final String BODIES =
      "government|ministry|department|republic|kingdom|states?|navy|army|forces?|bank|bureau|office"
          + "|council|commission|committee|emirate|commonwealth|federation|union|sultanate|house"
          + "|minister|president|director|secretary|chief|academy|university|institute|democratic";

  private static final String HANDOVERS =
      "sales?|supply|supplies|deliver(y|ies)|transfers?|exports?|shipments?|purchases?|donations?"
          + "|gifts?|provision|lease|return|handover|dispatch|re-exports?";

  private final Set<String> gerunds = new HashSet<>();
  private final Set<String> doers = new HashSet<>();
  private final Set<String> wishes = new HashSet<>();
  private final Set<String> contents = new HashSet<>();
  private final Set<String> sayings = new HashSet<>();
  private final Set<String> moneys = new HashSet<>();

  /**
   * Repairs that know the verbs of the table "gerunds", who acts and what is reported by
   * "side-nouns", nouns of wishes and verbs of telling by "stage-words", and money by "currencies"
   * and "money-scales".
   */
  public ParseRepairs(Tables tables) {
    tables.rows("gerunds").forEach(row -> gerunds.add(row.get("verb")));
    tables.rows("side-nouns").stream()
        .filter(row -> row.get("sort").matches("sides|company"))
        .forEach(row -> doers.add(row.get("noun")));
    tables.rows("side-nouns").stream()
        .filter(row -> row.get("sort").matches("report|sign"))
        .forEach(row -> contents.add(row.get("noun")));
    Stream.concat(tables.rows("currencies").stream(), tables.rows("money-scales").stream())
        .map(row -> row.get("word").toLowerCase(Locale.ROOT))
        .forEach(word -> moneys.add(word.substring(word.lastIndexOf(' ') + 1)));
    tables.rows("stage-words").stream()
        .filter(row -> row.get("sort").matches("telling|announcing"))
        .forEach(row -> sayings.add(row.get("word")));
    tables.rows("stage-words").stream()
        .filter(row -> row.get("sort").equals("wish"))
        .forEach(row -> wishes.add(row.get("word")));
  }

  /** "Is undecided, considering the guns": a verb, which the parse takes for a preposition. */
  private static void weighThings(Tree tree, int verb) {
    boolean after =
        tree.lemmas.get(verb).equals("consider")
            && tree.tags.get(verb).equals("VBG")
            && tree.words.get(verb - 1).equals(",");
    if (!after || tree.head(verb) < 0) {
      return;
    }
    if (tree.is(verb, "dep")) {
      tree.hang(verb, tree.head(verb), "advcl");
    } else if (tree.is(verb, "case") && tree.head(verb) > verb) {
      int thing = tree.head(verb);
      if (tree.head(thing) >= 0 && tree.head(thing) < verb) {
        tree.hang(verb, tree.head(thing), "advcl");
        tree.hang(thing, verb, "obj");
      }
    }
  }

  /** "Sent to help train crews": the bare verb tells with what they help. */
  private static void helpTo(Tree tree, int verb) {
    if (tree.tags.get(verb).equals("VB")
        && tree.is(verb, "dep")
        && tree.head(verb) == verb - 1
        && tree.lemmas.get(verb - 1).equals("help")) {
      tree.hang(verb, verb - 1, "xcomp");
    }
  }

  /**
   * "The firm said trainer aircraft may be bought": what is said is the clause, where the parse
   * takes its subject for the object of "said".
   */
  private void sayWhatIsDone(Tree tree, int verb) {
    int said = tree.head(verb);
    boolean clause =
        said >= 0
            && said < verb
            && tree.is(verb, "dep")
            && tree.tags.get(verb).startsWith("VB")
            && sayings.contains(tree.lemmas.get(said))
            && tree.child(verb, "nsubj") < 0
            && tree.child(verb, "nsubj:pass") < 0
            && (tree.child(verb, "aux") >= 0 || tree.child(verb, "aux:pass") >= 0);
    int subject = clause ? tree.child(said, "obj") : -1;
    if (subject > said && subject < verb && tree.isNoun(subject)) {
      tree.hang(verb, said, "ccomp");
      tree.hang(subject, verb, tree.child(verb, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj");
    }
  }

  /** "Bought, for two million dollars, three boats": the boats are no other name of the money. */
  private void payBefore(Tree tree, int thing) {
    int money = tree.head(thing);
    boolean renamed =
        money >= 0
            && money < thing
            && tree.is(thing, "appos")
            && tree.isNoun(thing)
            && moneys.contains(tree.lemmas.get(money).toLowerCase(Locale.ROOT))
            && tree.child(money, "case") >= 0
            && tree.is(money, "obl");
    if (renamed) {
      giveObject(tree, thing, money);
    }
  }

  /** Of a verb with nothing but a phrase behind it, what stands behind that is the object. */
  private static void giveObject(Tree tree, int thing, int phrase) {
    int verb = tree.head(phrase);
    if (verb >= 0 && verb < phrase && tree.child(verb, "obj") < 0) {
      tree.hang(thing, verb, "obj");
    }
  }

  /**
   * "Guns were handed over, part of a larger deal": said of the guns; nothing is done to a part.
   */
  private static void sayOfWhatItIsPart(Tree tree, int part) {
    int verb = tree.head(part);
    boolean object =
        verb >= 0
            && verb < part
            && tree.is(part, "obj")
            && tree.lemmas.get(part).equals("part")
            && tree.words.get(part - 1).equals(",");
    int subject = object ? tree.child(verb, "nsubj:pass") : -1;
    if (subject >= 0) {
      tree.hang(part, subject, "appos");
    }
  }

  /** "Ordered from Chad ten guns": the parser takes the guns for something about Chad. */
  private static void orderFromMaker(Tree tree, int thing) {
    int maker = tree.head(thing);
    boolean stray =
        maker >= 0
            && maker < thing
            && tree.is(thing, "dep")
            && tree.tags.get(thing).matches("NNS?")
            && tree.tags.get(maker).startsWith("NNP")
            && tree.is(maker, "obl")
            && tree.child(maker, "case") >= 0
            && (tree.child(thing, "nummod") >= 0 || tree.child(thing, "det") >= 0);
    if (stray) {
      giveObject(tree, thing, maker);
    }
  }

  /** "Ten guns from Chad, of which four have come": said of the noun that can be counted. */
  private static void sayOfWhich(Tree tree, int verb) {
    int name = tree.head(verb);
    boolean relative =
        name >= 0
            && name < verb
            && tree.is(verb, "acl:relcl")
            && tree.tags.get(name).startsWith("NNP");
    for (int which = name + 1; relative && which < verb; which++) {
      boolean parts =
          tree.tags.get(which).equals("WDT")
              && tree.words.get(which - 1).equals("of")
              && tree.heads[which] >= 0
              && (tree.heads[which] == verb || tree.heads[tree.heads[which]] == verb);
      int farthest = Math.max(0, which - LONGEST_OBJECT);
      for (int noun = which - 2; parts && noun >= farthest; noun--) {
        if (tree.tags.get(noun).equals("NNS")) {
          tree.hang(verb, noun, "acl:relcl");
          return;
        }
      }
    }
  }

  /**
   * "Speaking at a base near Lima, Minister Idris Nur praised Chad": who stands right before the
   * verb does it, where the parser takes the participle for the subject.
   */
  private static void actAfterParticiple(Tree tree, int verb) {
    int first = tree.tags.getFirst().startsWith("RB") ? 1 : 0;
    boolean opening = first < verb && tree.tags.get(first).matches("VB[GN]");
    int taken = opening ? tree.child(verb, "nsubj") : -1;
    if (taken < 0 || !tree.tags.get(taken).matches("VB[GN]")) {
      taken = opening ? tree.child(verb, "csubj") : -1;
    }
    if (taken < 0 || !tree.tags.get(taken).matches("VB[GN]")) {
      return;
    }
    int doer = beforeGroup(tree, verb);
    int start = doer;
    while (start > taken && tree.tags.get(start).matches("NN.*|JJ.*|DT|CD|POS|PRP|PRP\\$")) {
      start--;
    }
    boolean phrase =
        start > taken
            && start < doer
            && tree.words.get(start).equals(",")
            && tree.tags.get(doer).matches("NN.*|PRP");
    if (phrase) {
      for (int i = 0; i < verb; i++) {
        if (tree.head(i) == verb && (tree.is(i, "nsubj") || tree.is(i, "csubj"))) {
          tree.hang(i, verb, "advcl");
        }
      }
      tree.hang(doer, verb, "nsubj");
      for (int part = start + 1; part < doer; part++) {
        if (tree.head(part) <= start || tree.head(part) > doer) {
          tree.hang(part, doer, "compound");
        }
      }
    }
  }

  /**
   * "Turned down by Oslo, which refused it jets, Lima bought ships": the main clause, which the
   * parser hangs below the participle that opens the sentence.
   */
  private static void rootAfterParticiple(Tree tree, int verb) {
    int first = tree.tags.getFirst().startsWith("RB") ? 1 : 0;
    boolean opening =
        first < verb
            && tree.tags.get(first).matches("VB[GN]")
            && tree.heads[first] < 0
            && tree.child(first, "nsubj") < 0
            && tree.child(first, "nsubj:pass") < 0
            && FINITE.contains(tree.tags.get(verb))
            && tree.carries(first, verb);
    int doer = opening ? tree.child(verb, "nsubj") : -1;
    int start = doer;
    while (start > 0 && tree.tags.get(start).matches("NNP?S?|JJ|DT|PRP")) {
      start--;
    }
    boolean main =
        doer > 0
            && doer < verb
            && tree.words.get(start).equals(",")
            && tree.child(verb, "mark") < 0
            && (tree.is(verb, "ccomp") || tree.is(verb, "dep") || tree.is(verb, "parataxis"));
    if (main) {
      tree.heads[verb] = -1;
      tree.relations[verb] = tree.relations[first];
      tree.heads[first] = verb;
      tree.relations[first] = "advcl";
    }
  }

  /** The word before a verb and its auxiliaries and adverbs. */
  private static int beforeGroup(Tree tree, int verb) {
    int at = verb - 1;
    while (at > 0 && tree.head(at) == verb && tree.tags.get(at).matches("MD|VB[DZP]?|VBN|RB.*")) {
      at--;
    }
    return at;
  }

  /**
   * "Broke out after El Correo, a Spanish paper, reported that": the paper reports, where the
   * parser lets the row break out after it.
   */
  private static void tellAfterApposition(Tree tree, int verb) {
    boolean alone =
        verb > 3
            && FINITE.contains(tree.tags.get(verb))
            && tree.child(verb, "nsubj") < 0
            && tree.words.get(verb - 1).equals(",")
            && (tree.is(verb, "dep") || tree.is(verb, "acl"));
    for (int name = verb - 4; alone && name > 0; name--) {
      int renamed = tree.child(name, "appos");
      boolean inserted =
          tree.isNoun(name)
              && tree.words.get(name + 1).equals(",")
              && renamed > name
              && renamed < verb;
      int link = inserted && tree.head(name) >= 0 ? tree.child(name, "case") : -1;
      if (link >= 0 && tree.words.get(link).matches("(?i)after|before|since|until|as|because")) {
        tree.hang(verb, tree.head(name), "advcl");
        tree.hang(name, verb, "nsubj");
        tree.hang(link, verb, "mark");
        return;
      }
    }
  }

  /**
   * "Sold to Chad (six), Mali (four) and Niger": the figures in brackets come between the names of
   * one list.
   */
  private static void listOverFigures(Tree tree, int name) {
    int start = startOfName(tree, name);
    int at = start - 1;
    while (at > 0 && tree.tags.get(at).startsWith("RB")) {
      at--;
    }
    boolean linked = false;
    while (at > 0 && tree.words.get(at).matches(",|and|or")) {
      linked = true;
      at--;
    }
    boolean bracket = linked && at > 2 && tree.words.get(at).equals(")");
    while (bracket && at > 0 && !tree.words.get(at).equals("(")) {
      at--;
    }
    int first = at - 1;
    boolean figures = bracket && tree.tags.get(at + 1).equals("CD");
    if (figures
        && first >= 0
        && tree.tags.get(first).startsWith("NNP")
        && !tree.is(name, "nsubj")
        && !tree.is(name, "nsubj:pass")) {
      joinList(tree, first, name);
    }
  }

  /** "Turkey, along with Iran and Chad, has sold": all of them have. */
  private static void joinCompanions(Tree tree, int name) {
    int with = startOfName(tree, name) - 1;
    if (with > 0 && tree.words.get(with).equals("the")) {
      with--;
    }
    boolean along =
        with > 2
            && tree.words.get(with).equals("with")
            && tree.words.get(with - 1).matches("along|together");
    boolean asWell =
        with > 3
            && tree.words.get(with).equals("as")
            && tree.words.get(with - 1).equals("well")
            && tree.words.get(with - 2).equals("as");
    int comma = along ? with - 2 : asWell ? with - 3 : -1;
    int first = comma - 1;
    boolean subject =
        first >= 0
            && tree.words.get(comma).equals(",")
            && tree.tags.get(first).startsWith("NNP")
            && tree.is(first, "nsubj");
    if (subject) {
      joinList(tree, first, name);
    }
  }

  private static int startOfName(Tree tree, int name) {
    int start = name;
    while (start > 0
        && tree.tags.get(start - 1).startsWith("NNP")
        && tree.heads[start - 1] == name) {
      start--;
    }
    return start;
  }

  /** Hangs a name, with those of its own list, on the first of a longer one. */
  private static void joinList(Tree tree, int first, int name) {
    boolean names = tree.tags.get(name).startsWith("NNP") && !tree.is(name, "compound");
    int head = tree.is(first, "conj") ? tree.heads[first] : first;
    if (!names || head < 0 || !tree.isNoun(head) || tree.heads[name] == head) {
      return;
    }
    tree.hang(name, head, "conj");
    for (int next = name + 1; next < tree.size(); next++) {
      if (tree.heads[next] == name && tree.is(next, "conj") && tree.isNoun(next)) {
        tree.hang(next, head, "conj");
      }
    }
  }

  /** "Has in the past sold guns": what stands between the two halves of the verb. */
  private static void finishPerfect(Tree tree, int verb) {
    int time = verb - 1;
    int from = time;
    while (from > 1 && !tree.tags.get(from).equals("IN") && time - from < 3) {
      from--;
    }
    int have = from - 1;
    boolean split =
        time > 2
            && tree.tags.get(verb).equals("VBN")
            && tree.words.get(from).matches("in|over|for|since|at|to|by|on")
            && tree.lemmas.get(have).equals("have")
            && tree.tags.get(have).matches("VB[ZPD]")
            && tree.words.get(time).matches("past|years|months|weeks|decades|effect|turn|fact|date")
            && (tree.is(verb, "amod") || tree.is(verb, "acl"));
    int thing = split ? tree.heads[verb] : -1;
    boolean sound =
        thing > verb
            && tree.heads[thing] == have
            && (tree.heads[have] < have || tree.heads[have] > verb)
            && tree.heads[have] != thing
            && (tree.child(have, "obj") < 0 || tree.child(have, "obj") == thing);
    if (!sound) {
      return;
    }
    tree.heads[verb] = tree.heads[have];
    tree.relations[verb] = tree.relations[have];
    for (int child = 0; child < tree.size(); child++) {
      if (tree.heads[child] == have && child != verb) {
        tree.heads[child] = verb;
      }
    }
    tree.heads[have] = verb;
    tree.relations[have] = "aux";
    tree.heads[thing] = verb;
    tree.relations[thing] = "obj";
    tree.heads[time] = verb;
    tree.relations[time] = "obl";
    tree.heads[from] = time;
    tree.relations[from] = "case";
    for (int child = from + 1; child < time; child++) {
      tree.heads[child] = time;
    }
  }

  /** A parse that can be mended. */
  static final class Tree {
    private final List<String> words;
    private final List<String> tags;
    private final List<String> lemmas;
    private final int[] heads;
    private final String[] relations;

    /**
     * A parse whose arrays are changed when it is mended.
     *
     * @param words the words
     * @param tags their parts of speech
     * @param lemmas their lemmas
     * @param heads on which word each hangs, -1 for the root
     * @param relations how it hangs on it
     */
    Tree(
        List<String> words,
        List<String> tags,
        List<String> lemmas,
        int[] heads,
        String[] relations) {
      this.words = words;
      this.tags = tags;
      this.lemmas = lemmas;
      this.heads = heads;
      this.relations = relations;
    }

    int size() {
      return heads.length;
    }

    int head(int word) {
      return heads[word];
    }

    String relation(int word) {
      return relations[word];
    }

    private boolean is(int word, String relation) {
      return relations[word].equals(relation);
    }

    private boolean isNoun(int word) {
      return tags.get(word).startsWith("NN");
    }

    /** Hangs a word elsewhere, but never on what hangs on it: a circle is no tree. */
    private void hang(int word, int head, String relation) {
      if (!carries(word, head)) {
        heads[word] = head;
        relations[word] = relation;
      }
    }

    private boolean carries(int word, int below) {
      int steps = 0;
      for (int at = below; at >= 0 && steps <= heads.length; at = heads[at]) {
        if (at == word) {
          return true;
        }
        steps++;
      }
      return steps > heads.length;
    }

    private int child(int head, String relation) {
      for (int i = 0; i < heads.length; i++) {
        if (heads[i] == head && is(i, relation)) {
          return i;
        }
      }
      return -1;
    }
  }

  /** Mends a parse in place. */
  void mend(Tree tree) {
    untieCompanions(tree);
    for (int i = 1; i < tree.size(); i++) {
      tieInfinitive(tree, i);
      sayWhatIsWished(tree, i);
      weighThings(tree, i);
      helpTo(tree, i);
      sayWhatIsDone(tree, i);
      payBefore(tree, i);
      sayOfWhatItIsPart(tree, i);
      orderFromMaker(tree, i);
      sayOfWhich(tree, i);
      actAfterParticiple(tree, i);
      rootAfterParticiple(tree, i);
      listOverFigures(tree, i);
      joinCompanions(tree, i);
      finishPerfect(tree, i);
      tellAfterApposition(tree, i);
      sayWhatIsOpen(tree, i);
      openContent(tree, i);
      sayWhatIsAgreed(tree, i);
      governWhatIsDue(tree, i);
      sayOfWhatIsWorth(tree, i);
      sayOfWhatIsUnderWay(tree, i);
      keepOneSubject(tree, i);
      giveTimeItsPlace(tree, i);
      payWhatItCosts(tree, i);
      handOverWhatIsSold(tree, i);
      if (tree.tags.get(i).equals("VBN") && tree.words.get(i - 1).equals("having")) {
        governObject(tree, i);
      }
      if (tree.tags.get(i).equals("VBG")) {
        governObject(tree, i);
        governFromPreposition(tree, i);
      } else if (tree.tags.get(i).equals("VBN")) {
        sayOfSubject(tree, i);
        followNoun(tree, i);
        sayOfNoun(tree, i);
      } else if (FINITE.contains(tree.tags.get(i))) {
        takeSubject(tree, i);
        sayOfNoun(tree, i);
      }
    }
  }

  /**
   * "For the weapons it had supplied": a clause without object right behind a noun says something
   * of that noun, where the parser takes it for a second main clause.
   */
  private static void sayOfNoun(Tree tree, int verb) {
    int subject = tree.child(verb, "nsubj");
    boolean bare =
        (tree.is(verb, "parataxis") || tree.is(verb, "dep"))
            && subject > 0
            && tree.tags.get(subject).equals("PRP")
            && tree.isNoun(subject - 1)
            && tree.child(verb, "obj") < 0
            && tree.child(verb, "ccomp") < 0
            && tree.child(verb, "xcomp") < 0
            && tree.child(verb, "mark") < 0
            && tree.heads[verb] >= 0
            && tree.heads[verb] < subject;
    if (bare) {
      tree.hang(verb, subject - 1, "acl:relcl");
    }
  }

  /**
   * "Signed a deal with France to buy jets": the parser takes France for the subject of "buy". The
   * noun under "with" or "from" goes back to what stands before it.
   */
  private static void untieCompanions(Tree tree) {
    for (int noun = 1; noun < tree.size(); noun++) {
      int verb = tree.heads[noun];
      if (verb <= noun || !tree.is(noun, "nsubj")) {
        continue;
      }
      for (int mark = noun - 1; mark >= 0 && mark >= noun - 5; mark--) {
        boolean companion =
            tree.heads[mark] == verb
                && tree.is(mark, "mark")
                && tree.words.get(mark).matches("with|from");
        if (companion && tree.heads[verb] >= 0) {
          tree.hang(mark, noun, "case");
          tree.hang(
              noun, tree.heads[verb], tree.relations[verb].startsWith("acl") ? "nmod" : "obl");
        }
      }
    }
  }

  /** "Is likely to send": what is likely governs the infinitive, whatever the parser calls it. */
  private static void tieInfinitive(Tree tree, int verb) {
    int head = tree.heads[verb];
    boolean infinitive = tree.tags.get(verb).equals("VB") && tree.child(verb, "mark") == verb - 1;
    if (infinitive
        && head >= 0
        && head < verb
        && tree.is(verb, "dep")
        && tree.tags.get(head).equals("JJ")
        && tree.words.get(verb - 1).equals("to")) {
      tree.hang(verb, head, "xcomp");
    }
  }

  /**
   * "Received a request to buy", "announced its intention to sell": the infinitive says what is
   * wished, whatever the parser hangs it on.
   */
  private void sayWhatIsWished(Tree tree, int verb) {
    int noun = verb - 2;
    boolean wished =
        noun > 0
            && tree.tags.get(verb).equals("VB")
            && tree.child(verb, "mark") == verb - 1
            && tree.words.get(verb - 1).equals("to")
            && tree.isNoun(noun)
            && wishes.contains(tree.lemmas.get(noun))
            && tree.heads[verb] >= 0
            && tree.heads[verb] < noun
            && !tree.relations[verb].startsWith("acl");
    if (!wished) {
      return;
    }
    if (tree.heads[noun] == verb && tree.is(noun, "nsubj")) {
      tree.hang(noun, tree.heads[verb], "obj");
    }
    if (tree.heads[noun] == tree.heads[verb] && tree.is(noun, "obj")) {
      tree.hang(verb, noun, "acl");
    }
  }

  /** "The deal to restore ties was signed": what was signed is the deal, and not to restore. */
  private static void sayWhatIsAgreed(Tree tree, int verb) {
    int noun = tree.child(verb, "nsubj");
    int above = tree.heads[verb];
    boolean subject =
        tree.tags.get(verb).equals("VB")
            && tree.child(verb, "mark") == verb - 1
            && noun >= 0
            && noun < verb
            && tree.isNoun(noun)
            && above > verb
            && tree.relations[verb].startsWith("csubj");
    if (subject) {
      String relation = tree.relations[verb].substring(1);
      tree.hang(noun, above, "n" + relation);
      tree.hang(verb, noun, "acl");
    }
  }

  /** "Will decide on whether to send": the infinitive hangs on what is to be decided. */
  private static void sayWhatIsOpen(Tree tree, int verb) {
    int whether = verb - 2;
    boolean open =
        whether > 0
            && tree.tags.get(verb).equals("VB")
            && tree.words.get(verb - 1).equals("to")
            && tree.words.get(whether).equals("whether")
            && tree.heads[verb] == whether;
    if (!open) {
      return;
    }
    int above = tree.heads[whether];
    int preposition = above == whether - 1 && !tree.tags.get(above).startsWith("V") ? above : -1;
    int governor = preposition >= 0 ? tree.heads[preposition] : above;
    if (governor >= 0) {
      tree.hang(verb, governor, "xcomp");
      tree.hang(whether, verb, "mark");
      if (preposition >= 0) {
        tree.hang(preposition, verb, "mark");
      }
    }
  }

  /** "Is due to deliver them": no preposition "due to", but something that is to come. */
  private static void governWhatIsDue(Tree tree, int verb) {
    int due = tree.heads[verb];
    boolean fixed =
        due == verb - 2
            && due >= 0
            && tree.is(verb, "fixed")
            && tree.tags.get(verb).equals("VB")
            && tree.words.get(due).equals("due")
            && tree.words.get(verb - 1).equals("to");
    if (!fixed) {
      return;
    }
    tree.hang(verb, due, "xcomp");
    tree.hang(verb - 1, verb, "mark");
    for (int i = verb + 1; i < tree.size(); i++) {
      if (tree.heads[i] == due && tree.is(i, "obl:npmod")) {
        tree.hang(i, verb, "obj");
      } else if (tree.heads[i] == due && tree.is(i, "obl")) {
        tree.hang(i, verb, "obl");
      }
    }
  }

  /** "Talks were under way for a contract": what they are for is said of the talks. */
  private static void sayOfWhatIsUnderWay(Tree tree, int noun) {
    int state = tree.heads[noun];
    int mark = tree.child(noun, "case");
    boolean hangs =
        state >= 0
            && state < noun
            && tree.words.get(state).matches("way|underway|progress|ongoing")
            && mark > state
            && mark < noun
            && tree.words.get(mark).matches("for|on|over|with|between|about");
    int subject = hangs ? tree.child(state, "nsubj") : -1;
    if (subject >= 0 && subject < state && tree.isNoun(subject)) {
      tree.hang(noun, subject, "nmod");
    }
  }

  /** "Contracts worth a billion for the delivery": what they are for is said of the contracts. */
  private static void sayOfWhatIsWorth(Tree tree, int noun) {
    int mark = tree.child(noun, "case");
    if (mark < 0 || mark > noun || !tree.words.get(mark).matches("for|with|to|on|under")) {
      return;
    }
    int at = tree.heads[noun];
    for (int step = 0; step < 3 && at >= 0 && at < noun; step++) {
      if (tree.words.get(at).equals("worth")) {
        int thing = tree.heads[at];
        if (thing >= 0 && thing < at && tree.isNoun(thing)) {
          tree.hang(noun, thing, "nmod");
        }
        return;
      }
      at = tree.heads[at];
    }
  }

  /**
   * "Reports that Chile sold shells are false": a verb has no two objects, so "that" opens what is
   * reported, where the parser takes it for the first of them.
   */
  private void openContent(Tree tree, int that) {
    int verb = tree.heads[that];
    boolean object =
        verb > that
            && tree.is(that, "obj")
            && tree.words.get(that).equalsIgnoreCase("that")
            && tree.heads[verb] >= 0
            && contents.contains(tree.lemmas.get(tree.heads[verb]));
    if (!object) {
      return;
    }
    for (int second = verb + 1; second < tree.size(); second++) {
      if (tree.heads[second] == verb && tree.is(second, "obj")) {
        tree.hang(that, verb, "mark");
        if (tree.is(verb, "acl:relcl")) {
          tree.relations[verb] = "acl";
        }
        return;
      }
    }
  }

  /**
   * "Days before the talks, the ministry said": of two subjects with a comma between them the one
   * beside the verb is the subject, where the other is no name.
   */
  private static void keepOneSubject(Tree tree, int noun) {
    int verb = tree.heads[noun];
    if (verb <= noun || !tree.is(noun, "nsubj")) {
      return;
    }
    for (int first = 0; first < noun; first++) {
      boolean rival = tree.heads[first] == verb && tree.is(first, "nsubj");
      if (rival
          && tree.tags.get(first).matches("NNS?")
          && tree.words.subList(first, noun).contains(",")) {
        tree.hang(first, verb, "obl");
      }
    }
  }

  /**
   * "Hours after the talks, the ministry said": a stretch of time says nothing; the parser takes
   * the subject for another name of it.
   */
  private static void giveTimeItsPlace(Tree tree, int subject) {
    int time = tree.heads[subject];
    boolean renamed =
        time >= 0
            && time < subject
            && tree.is(subject, "appos")
            && tree.is(time, "nsubj")
            && tree.lemmas.get(time).matches("minute|hour|day|week|month|year|decade")
            && tree.heads[time] > subject
            && tree.words.subList(time, subject).contains(",");
    if (renamed) {
      int verb = tree.heads[time];
      tree.hang(subject, verb, "nsubj");
      tree.hang(time, verb, "obl");
    }
  }

  /**
   * "Accused Iran of sending drones to Russia": the parser takes "sending" for an adjective of the
   * drones. They become its object, and what is said of where they went hangs on it.
   */
  private void governObject(Tree tree, int verb) {
    int object = tree.heads[verb];
    boolean adjective =
        object > verb
            && object <= verb + LONGEST_OBJECT
            && (tree.is(verb, "amod") || tree.is(verb, "compound"))
            && gerunds.contains(tree.lemmas.get(verb));
    int mark = verb - 1;
    if (mark > 0 && (tree.tags.get(mark).equals("RB") || tree.words.get(mark).equals("having"))) {
      mark--;
    }
    if (!adjective
        || !tree.tags.get(mark).equals("IN")
        || tree.heads[mark] != object
        || !tree.is(mark, "case")
        || tree.heads[object] < 0
        || isDoer(tree.lemmas.get(object))) {
      return;
    }
    int above = verbAbove(tree, tree.heads[object]);
    tree.hang(mark, verb, "mark");
    tree.hang(verb, above, tree.isNoun(above) ? "acl" : "advcl");
    tree.hang(object, verb, "obj");
    for (int i = object + 1; i < tree.size(); i++) {
      if (tree.words.get(i).matches("[,;:]")) {
        break;
      }
      boolean phrase = tree.is(i, "obl") || tree.is(i, "nmod");
      int preposition = tree.child(i, "case");
      boolean whither =
          preposition > object
              && preposition < i
              && tree.words.get(preposition).matches("to|from|with|for|in|through|via");
      if (phrase
          && whither
          && (tree.heads[i] == above
              || tree.heads[i] == object && tree.words.get(preposition).matches("to|from|with"))) {
        tree.hang(i, verb, "obl");
      }
    }
    if (mark < verb - 1) {
      tree.hang(verb - 1, verb, tree.tags.get(verb - 1).equals("RB") ? "advmod" : "aux");
    }
  }

  /** "Was accused by Chad of selling": who is accused does it, and not Chad. */
  private static int verbAbove(Tree tree, int above) {
    int by = tree.child(above, "case");
    boolean agent =
        by >= 0
            && tree.words.get(by).equals("by")
            && tree.is(above, "obl")
            && tree.heads[above] >= 0
            && tree.child(tree.heads[above], "nsubj:pass") >= 0;
    return agent ? tree.heads[above] : above;
  }

  /** "Of exporting countries": those who do it, not what it is done to. */
  private boolean isDoer(String noun) {
    return doers.contains(noun.toLowerCase(Locale.ROOT));
  }

  /** "Suspects Beijing of providing": the preposition governs nothing, it marks the clause. */
  private static void governFromPreposition(Tree tree, int verb) {
    int mark = tree.heads[verb];
    if (mark == verb - 1
        && mark >= 0
        && tree.tags.get(mark).equals("IN")
        && tree.heads[mark] >= 0
        && !tree.is(mark, "mark")) {
      tree.hang(verb, tree.heads[mark], "advcl");
      tree.hang(mark, verb, "mark");
    }
  }

  /**
   * "Trucks supplied by China": a participle between a noun and a preposition says something of the
   * noun, wherever the parser hangs it.
   */
  private static void followNoun(Tree tree, int participle) {
    int head = tree.heads[participle];
    boolean parted =
        participle > 1
            && tree.words.get(participle - 1).equals(",")
            && head == participle - 2
            && tree.is(participle, "dep");
    int noun = parted ? participle - 2 : participle - 1;
    boolean between =
        tree.isNoun(noun)
            && participle + 1 < tree.size()
            && tree.words.get(participle + 1).matches("by|from|to|in|under|with|for|on");
    if (!between
        || head < 0
        || tree.child(participle, "aux") >= 0
        || tree.child(participle, "aux:pass") >= 0
        || tree.child(participle, "cop") >= 0
        || tree.child(participle, "mark") >= 0) {
      return;
    }
    boolean stray = tree.is(participle, "dep") && (head < noun || parted);
    boolean adjective = tree.is(participle, "amod") && head == noun;
    boolean subject =
        tree.heads[noun] == participle
            && tree.is(noun, "nsubj")
            && head < noun
            && (tree.is(participle, "xcomp") || tree.is(participle, "ccomp"));
    if (subject) {
      tree.hang(noun, head, "obj");
    }
    if (subject || stray || adjective) {
      tree.hang(participle, noun, "acl");
    }
  }

  /**
   * "The embargo imposed in May has been lifted": what was lifted is the embargo, which the parser
   * takes for the subject of "imposed" alone.
   */
  private static void sayOfSubject(Tree tree, int participle) {
    int noun = tree.child(participle, "nsubj");
    int above = tree.heads[participle];
    boolean subject =
        noun >= 0
            && noun < participle
            && (tree.isNoun(noun) || tree.tags.get(noun).equals("CD"))
            && above > participle
            && tree.relations[participle].startsWith("csubj")
            && tree.child(participle, "aux") < 0
            && tree.child(participle, "aux:pass") < 0
            && tree.child(participle, "mark") < 0;
    if (subject) {
      String relation = tree.relations[participle].substring(1);
      tree.hang(noun, above, "n" + relation);
      tree.hang(participle, tree.isNoun(participle - 1) ? participle - 1 : noun, "acl");
    }
  }

  /** "A sale to Bahrain of spare engines": what is sold is no part of the buyer. */
  private static void handOverWhatIsSold(Tree tree, int thing) {
    int buyer = tree.heads[thing];
    if (buyer < 0 || buyer > thing || !tree.is(thing, "nmod") || !tree.isNoun(buyer)) {
      return;
    }
    int mark = tree.child(thing, "case");
    int whom = tree.child(buyer, "case");
    int sale = tree.heads[buyer];
    boolean sold =
        mark > buyer
            && mark < thing
            && tree.words.get(mark).equals("of")
            && tree.tags.get(buyer).startsWith("NNP")
            && !tree.lemmas.get(buyer).toLowerCase(Locale.ROOT).matches(BODIES)
            && whom >= 0
            && tree.words.get(whom).matches("to|from|by|with")
            && sale >= 0
            && sale < buyer
            && tree.isNoun(sale)
            && tree.lemmas.get(sale).toLowerCase(Locale.ROOT).matches(HANDOVERS);
    if (sold) {
      tree.hang(thing, sale, "nmod");
    }
  }

  /**
   * "A contract valued at $40 million to build ships": the parser takes the sum for the subject of
   * "build". It goes back to "valued", and what is to be done to the contract.
   */
  private static void payWhatItCosts(Tree tree, int sum) {
    int verb = tree.heads[sum];
    int mark = sum - 1;
    boolean subject =
        verb > sum
            && tree.is(sum, "nsubj")
            && tree.tags.get(sum).matches("\\$|CD")
            && tree.tags.get(verb).equals("VB")
            && tree.words.get(verb - 1).equals("to")
            && mark > 1
            && tree.heads[mark] == verb
            && tree.words.get(mark).matches("at|of|for");
    int valued = mark - 1;
    int noun = subject && tree.tags.get(valued).matches("VBN|JJ") ? valued - 1 : valued;
    if (!subject || !tree.isNoun(noun)) {
      return;
    }
    tree.hang(mark, sum, "case");
    tree.hang(sum, valued, valued == noun ? "nmod" : "obl");
    if (valued != noun && tree.heads[noun] == valued && tree.heads[valued] >= 0) {
      tree.hang(noun, tree.heads[valued], "obj");
    }
    tree.hang(verb, noun, "acl");
    if (valued != noun) {
      tree.hang(valued, noun, "acl");
    }
  }

  /**
   * "After the purchase of the jets fell through": the parser takes "after" for a preposition. The
   * noun behind it becomes the subject of the verb that would have none.
   */
  private static void takeSubject(Tree tree, int verb) {
    int head = tree.heads[verb];
    if (!tree.is(verb, "dep")
        || head < 0
        || head >= verb
        || tree.child(verb, "nsubj") >= 0
        || tree.child(verb, "nsubj:pass") >= 0) {
      return;
    }
    for (int noun = verb - 1; noun > head; noun--) {
      int mark = tree.child(noun, "case");
      boolean subject =
          tree.heads[noun] == head
              && tree.is(noun, "obl")
              && mark >= 0
              && tree.words
                  .get(mark)
                  .toLowerCase(Locale.ROOT)
                  .matches("after|before|since|until|as");
      if (subject) {
        tree.hang(noun, verb, "nsubj");
        tree.hang(mark, verb, "mark");
        tree.hang(verb, head, "advcl");
        return;
      }
    }
  }
}
