package org.attache.language;

import java.util.Locale;

/**
 * One word or mark of a sentence, with its place in the parse.
 *
 * @param index position in its sentence, from 0
 * @param text the characters of the report
 * @param lemma dictionary form, lower case for everything but names
 * @param tag Penn Treebank part of speech
 * @param start offset of the first UTF-16 unit in the cleaned text
 * @param end offset after the last UTF-16 unit
 * @param parse the parse of its sentence
 */
public record Token(
    int index, String text, String lemma, String tag, int start, int end, Parse parse) {

  /** A token whose place in the parse is known. */
  public Token(
      int index,
      String text,
      String lemma,
      String tag,
      int start,
      int end,
      int head,
      String relation) {
    this(index, text, lemma, tag, start, end, new Known(head, relation));
  }

  private record Known(int head, String relation) implements Parse {
    @Override
    public int head(int token) {
      return head;
    }

    @Override
    public String relation(int token) {
      return relation;
    }
  }

  /** Refuses an empty or reversed span. */
  public Token {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("token '" + text + "' spans " + start + " to " + end);
    }
  }

  /** Index of the governing token, or -1 for the root. */
  public int head() {
    return parse.head(index);
  }

  /** Universal Dependencies relation to the head, with its subtype ("acl:relcl"). */
  public String relation() {
    return parse.relation(index);
  }

  /** The relation without its subtype: "acl" for "acl:relcl". */
  public String plainRelation() {
    String relation = relation();
    int colon = relation.indexOf(':');
    return colon < 0 ? relation : relation.substring(0, colon);
  }

  /**
   * Whether the relation is one of these, subtypes counting as their own names and as the plain
   * one.
   */
  public boolean is(String... relations) {
    String relation = relation();
    String plain = plainRelation();
    for (String wanted : relations) {
      if (relation.equals(wanted) || plain.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** The text in lower case. */
  public String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whether the tag is a noun's, common or proper. */
  public boolean isNoun() {
    return tag.startsWith("NN");
  }

  /** Whether the tag is a name's. */
  public boolean isName() {
    return tag.startsWith("NNP");
  }

  /** Whether the tag is a verb's; modals are none. */
  public boolean isVerb() {
    return tag.startsWith("VB");
  }
}
