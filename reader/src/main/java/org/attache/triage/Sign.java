package org.attache.triage;

/** What a name or word of the lexicons is a sign of. */
sealed interface Sign {
  /**
   * A side of a dealing.
   *
   * @param number the same for all names of one side, from 0
   */
  record Side(int number) implements Sign {}

  /** Arms: a type of the catalogue, or a noun for a kind of weapon or for arms as such. */
  record Arms() implements Sign {}

  /** A word that points back to a side: "we", "it". */
  record Pointer() implements Sign {}

  /** Equipment, if the words around it make it so, or a word that is also the name of a type. */
  record Thing() implements Sign {}

  /** Something else that dealings between states are about: a field of policy, a ban, relations. */
  record Matter() implements Sign {}
}
