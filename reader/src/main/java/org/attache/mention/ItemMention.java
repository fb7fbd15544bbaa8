package org.attache.mention;

import java.util.Optional;
import org.attache.equipment.Category;
import org.attache.equipment.Designation;
import org.attache.equipment.EquipmentNoun;
import org.attache.equipment.Item;
import org.attache.quantity.Quantity;

/**
 * Equipment or goods named in a sentence.
 *
 * @param from index of its first token, number and modifiers included
 * @param to index after its last token
 * @param head index of the noun that the phrase hangs on
 * @param designation the type, where one is written
 * @param category what sort it is
 * @param sort how surely it is equipment
 * @param quantity how many
 * @param definite whether it points back ("the jets", "its jets", "these")
 * @param text the words
 * @param written the name of the type as the report writes it, in the singular; empty where it
 *     writes none
 */
public record ItemMention(
    int from,
    int to,
    int head,
    Optional<Designation> designation,
    Category category,
    EquipmentNoun.Sort sort,
    Optional<Quantity> quantity,
    boolean definite,
    String text,
    Optional<String> written) {

  /** Whether the token lies in the mention. */
  public boolean covers(int token) {
    return from <= token && token < to;
  }

  /** The item that it names. */
  public Item item() {
    return new Item(designation.map(Designation::name), category, text, quantity);
  }

  /** Whether it names arms, not civil goods. */
  public boolean isArms() {
    return sort == EquipmentNoun.Sort.SPECIFIC || sort == EquipmentNoun.Sort.GENERAL;
  }

  /** The same thing known by the type that it points back to. */
  public ItemMention as(Designation type) {
    return new ItemMention(
        from,
        to,
        head,
        Optional.of(type),
        type.category(),
        EquipmentNoun.Sort.SPECIFIC,
        quantity,
        definite,
        text,
        written);
  }

  /** So many of the same thing. */
  public ItemMention counted(Quantity some) {
    return new ItemMention(
        from, to, head, designation, category, sort, Optional.of(some), definite, text, written);
  }

  /**
   * "Talks over 26 jets": the word before the number, which has been taken for "more than", is the
   * preposition of the phrase, and so many it is.
   *
   * @param preposition the first word of the mention
   */
  public ItemMention behind(String preposition) {
    return new ItemMention(
        from + 1,
        to,
        head,
        designation,
        category,
        sort,
        quantity.map(q -> Quantity.exactly(q.min().orElseThrow())),
        definite,
        text.substring(preposition.length()).strip(),
        written);
  }

  /** The same thing as a part of another: "spare parts" of those for tanks. */
  ItemMention partOf(ItemMention whole) {
    return new ItemMention(
        from,
        to,
        head,
        whole.designation,
        whole.category,
        whole.sort,
        quantity,
        false,
        text,
        whole.written);
  }

  /** The same thing, its type called otherwise, as this report calls it. */
  ItemMention called(Designation type) {
    return new ItemMention(
        from, to, head, Optional.of(type), category, sort, quantity, definite, text, written);
  }
}
