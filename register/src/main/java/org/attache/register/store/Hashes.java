package org.attache.register.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names things by what is in them. */
final class Hashes {
  private static final int KEY_LENGTH = 24;

  private Hashes() {}

  /** SHA-256 over the parts, a line each, in hexadecimal. */
  static String whole(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The beginning of it, long enough that two things never share it. */
  static String key(String... parts) {
    return whole(parts).substring(0, KEY_LENGTH);
  }
}
