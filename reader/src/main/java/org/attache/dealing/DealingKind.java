package org.attache.dealing;

/** What a word of dealings says of the sides, before items decide the rest. */
public enum DealingKind {
  /** Something goes from one to another: arms, or civil goods. */
  TRANSFER,
  /** One works for another. */
  SERVICE,
  /** Sides act together militarily. */
  COOPERATION,
  /** One hits another with a sanction. */
  RESTRICTION,
  /** Relations between sides. */
  RELATIONS,
  /** Trade between sides. */
  TRADE,
  /** Whatever the dealing below it is. */
  ANY
}
