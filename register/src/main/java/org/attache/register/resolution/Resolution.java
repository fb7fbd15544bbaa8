package org.attache.register.resolution;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** All claims brought together at once: what bringing them in one by one must give too. */
public final class Resolution {
  private Resolution() {}

  /**
   * The dealings that claims are about, by their founders' keys.
   *
   * @param claims in any order
   */
  public static List<Group> of(Collection<Signature> claims) {
    return Resolver.all(new ClaimsAtHand(claims), claims).stream()
        .sorted(Comparator.comparing(Group::founder))
        .toList();
  }
}
