package org.attache.register.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.claim.Claim;
import org.attache.contract.ClaimJson;

/**
 * A report with all that a register keeps of it.
 *
 * @param arrival the report
 * @param reader the version of the reader that read it; none where nobody did
 * @param claims its claims as they were read, those too that are not made any more
 */
public record Kept(Arrival arrival, Optional<String> reader, List<KeptClaim> claims) {
  /**
   * A claim as it is kept.
   *
   * @param key what it is known by
   * @param lineage the key of the claim that an earlier reader made of the same words
   * @param reader the version of the reader that made it
   * @param gone whether today's reader does not make it any more
   * @param claim what was read
   */
  public record KeptClaim(String key, String lineage, String reader, boolean gone, Claim claim) {}

  /** Keeps a copy. */
  public Kept {
    claims = List.copyOf(claims);
  }

  /**
   * A report as the register would keep it that was just read.
   *
   * @param arrival the report
   * @param claims what was read from it, in the order of the text
   * @param reader the version of the reader
   */
  public static Kept read(Arrival arrival, List<Claim> claims, String reader) {
    List<KeptClaim> kept = new ArrayList<>();
    Map<String, Integer> times = new HashMap<>();
    for (Claim claim : claims) {
      String key = key(arrival.key(), claim, times);
      kept.add(new KeptClaim(key, key, reader, false, claim));
    }
    return new Kept(arrival, Optional.of(reader), kept);
  }

  /** A report that is kept without being read, as one in another language is. */
  public static Kept unread(Arrival arrival) {
    return new Kept(arrival, Optional.empty(), List.of());
  }

  /** The same for the same claim of the same report, whoever reads it and when. */
  static String key(String report, Claim claim, Map<String, Integer> times) {
    String json = ClaimJson.line(claim, false);
    int time = times.merge(json, 1, Integer::sum);
    return Hashes.key(report, json, Integer.toString(time));
  }
}
