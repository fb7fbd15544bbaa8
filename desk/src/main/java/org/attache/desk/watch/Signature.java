package org.attache.desk.watch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages as Standard Webhooks (standardwebhooks.com) has it, so that whoever gets one can
 * check it with a library.
 */
final class Signature {
  /** What a secret begins with. */
  static final String PREFIX = "whsec_";

  private Signature() {}

  /**
   * The signature of a message.
   *
   * @param secret {@link #PREFIX} and a key in Base64
   * @param id of the message
   * @param seconds when it is sent, in seconds since 1970
   * @param body what is sent
   */
  static String of(String secret, String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }
}
