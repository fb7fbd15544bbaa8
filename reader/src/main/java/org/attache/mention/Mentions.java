package org.attache.mention;

import java.util.List;
import java.util.Optional;
import org.attache.language.Sentence;
import org.attache.money.MoneyReader;

/**
 * What a sentence mentions.
 *
 * @param sentence the sentence
 * @param parties the parties named, in order
 * @param items the items named, in order
 * @param sums the sums of money, in order, with offsets into the cleaned text
 */
public record Mentions(
    Sentence sentence,
    List<PartyMention> parties,
    List<ItemMention> items,
    List<MoneyReader.Sum> sums) {
  /** Keeps copies of the lists. */
  public Mentions {
    parties = List.copyOf(parties);
    items = List.copyOf(items);
    sums = List.copyOf(sums);
  }

  /** The party mention that a token lies in. */
  public Optional<PartyMention> partyAt(int token) {
    return parties.stream().filter(mention -> mention.covers(token)).findFirst();
  }

  /** The item mention that a token lies in. */
  public Optional<ItemMention> itemAt(int token) {
    return items.stream().filter(mention -> mention.covers(token)).findFirst();
  }
}
