package org.attache.gather.fetch;

import java.net.InetAddress;

/**
 * A block of addresses that are no place of the public internet.
 *
 * @param first its first address
 * @param bits how many leading bits its addresses share
 * @param allowed whether a user who reads a private network may allow it
 * @param what its addresses stand for
 */
record AddressBlock(InetAddress first, int bits, boolean allowed, String what) {
  AddressBlock {
    if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException(first + " has no " + bits + " bits");
    }
  }

  /**
   * A line of the table: block, whether it may be allowed, and what it is, with tabs between.
   *
   * @throws IllegalArgumentException where the line is none
   */
  static AddressBlock of(String line) {
    String[] cells = line.split("\t", -1);
    String[] block = cells[0].split("/", -1);
    if (cells.length != 3 || block.length != 2 || !cells[1].matches("yes|no")) {
      throw new IllegalArgumentException("not a block of addresses: " + line);
    }
    return new AddressBlock(
        InetAddress.ofLiteral(block[0]),
        Integer.parseInt(block[1]),
        cells[1].equals("yes"),
        cells[2]);
  }

  boolean holds(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
