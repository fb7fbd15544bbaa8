package org.attache.desk.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.attache.desk.gate.Wrong;

/**
 * Where a list goes on. Clients hand it back as it is; it is good only for the list that gave it.
 */
final class Cursor {
  private static final int CHECK = 9;
  private static final int LONGEST = 400;

  private Cursor() {}

  /**
   * Writes one.
   *
   * @param list the list, with all that it was asked by
   * @param position where it goes on
   */
  static String write(String list, String position) {
    byte[] place = position.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(check(list, position), CHECK + place.length);
    System.arraycopy(place, 0, both, CHECK, place.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }

  /**
   * The position that {@link #write} was given.
   *
   * @throws Wrong where it is none of this list
   */
  static String read(String list, String cursor) {
    if (cursor.length() <= LONGEST) {
      try {
        byte[] both = Base64.getUrlDecoder().decode(cursor);
        if (both.length > CHECK) {
          String position = new String(both, CHECK, both.length - CHECK, StandardCharsets.UTF_8);
          if (MessageDigest.isEqual(check(list, position), Arrays.copyOf(both, CHECK))) {
            return position;
          }
        }
      } catch (IllegalArgumentException e) {
        throw wrong();
      }
    }
    throw wrong();
  }

  private static Wrong wrong() {
    return Wrong.parameter(
        "cursor",
        "It is not one that this list gave. Follow “next” as it is, with no other filters, or"
            + " begin without it.");
  }

  private static byte[] check(String list, String position) {
    try {
      return Arrays.copyOf(
          MessageDigest.getInstance("SHA-256")
              .digest((list + "\n" + position).getBytes(StandardCharsets.UTF_8)),
          CHECK);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
