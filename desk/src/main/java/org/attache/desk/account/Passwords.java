package org.attache.desk.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as they are kept: Argon2id (RFC 9106) in the notation of its reference implementation,
 * with 19 MiB, two passes and one lane, as OWASP advises.
 */
public final class Passwords {
  /** Shorter ones are guessed. */
  public static final int SHORTEST = 10;

  /** Longer ones only cost time. */
  public static final int LONGEST = 256;

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int BYTES = 32;
  private static final Pattern KEPT =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** Compared with where there is no account, so that time does not tell that. */
  private static final String NOBODY = hash("nobody has this password");

  private Passwords() {}

  /** The hash of a password, with a salt of its own. */
  public static String hash(String password) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return String.format(
        java.util.Locale.ROOT,
        "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s",
        MEMORY_KIB,
        PASSES,
        encoded(salt),
        encoded(digest(password, salt, MEMORY_KIB, PASSES)));
  }

  /**
   * Whether a password is right.
   *
   * @param kept its hash; none where there is no such account, which takes as long
   */
  public static boolean matches(String password, Optional<String> kept) {
    Matcher parts = KEPT.matcher(kept.orElse(NOBODY));
    if (!parts.matches() || password.length() > LONGEST) {
      return false;
    }
    byte[] digest =
        digest(
            password,
            Base64.getDecoder().decode(parts.group(3)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)));
    return MessageDigest.isEqual(digest, Base64.getDecoder().decode(parts.group(4)))
        && kept.isPresent();
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] digest(String password, byte[] salt, int memory, int passes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] digest = new byte[BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), digest);
    return digest;
  }
}
