package org.attache.attribution;

import java.util.List;
import java.util.Set;

/**
 * One row of the table of cues: words that tie a source to its content.
 *
 * @param phrase dictionary forms, joined by blanks
 * @param sort what sort of word it hangs on
 * @param takes what its content looks like: "clause", "quote", "np", "infinitive", "gerund", "as",
 *     "how", or a preposition
 * @param kind what sort of attitude it tells of
 * @param certainty how sure its content is given to be
 * @param denied whether it rejects its content
 */
public record Cue(
    String phrase, Sort sort, Set<String> takes, Kind kind, Certainty certainty, boolean denied) {

  /** What sort of word a cue hangs on. */
  public enum Sort {
    /** A verb whose subject is the source. */
    VERB,
    /** A verb in the passive that tells what is said of its subject. */
    PASSIVE,
    /** A noun that names an assertion. */
    NOUN,
    /** An adjective of which the source is the subject. */
    ADJECTIVE,
    /** A preposition, its object being the source. */
    PREPOSITION,
    /** An adverb that says that somebody unnamed says so. */
    ADVERB,
    /** A mark between a source and its words: a colon. */
    MARK
  }

  /** What sort of attitude a cue tells of. */
  public enum Kind {
    /** The source asserts, denies or commits itself. */
    SPEECH,
    /** It thinks so. */
    BELIEF,
    /** It would like it. */
    WISH,
    /** It means to do it. */
    INTENTION,
    /** It wants others to do it. */
    ORDER,
    /** It asks. */
    QUESTION,
    /** It finds it good or bad. */
    JUDGEMENT,
    /** It has come to know. */
    PERCEPTION,
    /** It, a paper or a figure, shows so. */
    SHOWING,
    /** It will not say. */
    WITHHOLDING
  }

  /** How sure the source is of its content. */
  public enum Certainty {
    /** A plain statement. */
    CERTAIN,
    /** Likely. */
    PROBABLE,
    /** No more than possible. */
    POSSIBLE
  }

  /** Keeps a copy. */
  public Cue {
    takes = Set.copyOf(takes);
  }

  /** A cue that is no more than a mark, such as the colon after a speaker's name. */
  static Cue mark(String mark) {
    return new Cue(
        mark, Sort.MARK, Set.of("quote", "clause"), Kind.SPEECH, Certainty.CERTAIN, false);
  }

  /** The same words as the rejection of their content: "called it a lie". */
  Cue denying() {
    Set<String> more = new java.util.HashSet<>(takes);
    more.add("assertion");
    return new Cue(phrase, sort, more, Kind.SPEECH, Certainty.CERTAIN, true);
  }

  /** Whether its content may look like this. */
  public boolean takes(String form) {
    return takes.contains(form);
  }

  /** Its words. */
  List<String> words() {
    return List.of(phrase.split(" "));
  }
}
