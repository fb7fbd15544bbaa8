package org.attache.register.store;

/**
 * How far an archive has been read.
 *
 * @param archive what the archive is known by
 * @param record the last record that was seen to, from 1
 * @param place the byte at which that record begins
 */
public record KeptPlace(String archive, long record, long place) {
  /** Refuses a place before the first record. */
  public KeptPlace {
    if (record < 1 || place < 0) {
      throw new IllegalArgumentException("record " + record + " at byte " + place);
    }
  }
}
