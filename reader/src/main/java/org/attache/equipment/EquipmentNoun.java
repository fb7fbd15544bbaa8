package org.attache.equipment;

/**
 * A generic noun for equipment or goods.
 *
 * @param noun its singular
 * @param category the category of what it names
 * @param sort how surely it names equipment
 */
public record EquipmentNoun(String noun, Category category, Sort sort) {
  /** How surely a noun names equipment. */
  public enum Sort {
    /** A kind of weapon or other military equipment. */
    SPECIFIC,
    /** Arms as such: "weapons", "military equipment". */
    GENERAL,
    /** Civil unless the words around it are military. */
    CIVIL,
    /** Equipment only with a modifier that is, or among arms. */
    WEAK
  }
}
