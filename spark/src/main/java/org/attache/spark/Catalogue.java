package org.attache.spark;

import java.util.List;
import org.attache.equipment.Equipment;
import org.attache.lexicon.Tables;
import org.attache.register.dealing.Dealing;
import org.attache.register.dealing.Portrait;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.FurtherWords;
import org.attache.register.resolution.Group;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Resolution;
import org.attache.register.resolution.Signature;
import org.attache.register.voice.BodyNames;
import org.attache.register.voice.Voices;

/**
 * What it takes to bring claims together, the same as a register has. Loaded once for each JVM,
 * when its first task asks for it.
 */
final class Catalogue {
  private final Families families;
  private final FurtherWords further;
  private final Portrait portrait;

  private Catalogue(Tables tables) {
    families = new Families(new Equipment(tables));
    further = new FurtherWords(tables.rows("further-words"));
    portrait = new Portrait(families, new Voices(new BodyNames(tables)));
  }

  private static final class Here {
    static final Catalogue CATALOGUE = new Catalogue(Tables.builtIn());
  }

  /** The one of this JVM. */
  static Catalogue here() {
    return Here.CATALOGUE;
  }

  List<Group> resolve(List<HeldClaim> claims) {
    List<Signature> signatures =
        claims.stream().map(claim -> Signature.of(claim, families, further)).toList();
    return Resolution.of(signatures);
  }

  Dealing dealing(String founder, List<HeldClaim> claims) {
    return portrait.of(founder, claims);
  }
}
