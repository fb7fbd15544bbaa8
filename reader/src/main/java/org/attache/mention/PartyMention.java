package org.attache.mention;

import org.attache.party.Party;
import org.attache.party.PartyName;

/**
 * A party named in a sentence.
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param party the side
 * @param form how the name names it
 */
public record PartyMention(int from, int to, Party party, PartyName.Form form) {
  /** Whether the token lies in the mention. */
  public boolean covers(int token) {
    return from <= token && token < to;
  }
}
