package org.attache.reading;

import org.attache.dealing.DealingWord;

/**
 * A word of dealings met in a sentence.
 *
 * @param at index of the token that the parse hangs it on
 * @param from index of its first token
 * @param to index after its last token
 * @param word the row of the lexicon
 */
record Trigger(int at, int from, int to, DealingWord word) {
  boolean covers(int token) {
    return from <= token && token < to;
  }
}
