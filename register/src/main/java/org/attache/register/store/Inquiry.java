package org.attache.register.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.attache.register.dealing.Dealing;
import org.attache.register.dealing.Portrait;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.FurtherWords;
import org.attache.register.resolution.Group;
import org.attache.register.resolution.Resolution;
import org.attache.register.store.Schema.Claim;
import org.jooq.DSLContext;

/** Questions to the register. */
public final class Inquiry {
  private final DSLContext dsl;
  private final ClaimShelf claims;
  private final Portrait portrait;

  Inquiry(Database database, Families families, FurtherWords further, Portrait portrait) {
    dsl = database.read();
    claims = new ClaimShelf(dsl, families, further);
    this.portrait = portrait;
  }

  /** The dealing of this id, or that which the dealing once known by it has become part of. */
  public Optional<Dealing> dealing(String id) {
    return dsl.select(Schema.Dealing.FOUNDER)
        .from(Schema.Dealing.TABLE)
        .where(Schema.Dealing.ID.eq(id))
        .fetchOptional(Schema.Dealing.FOUNDER)
        .or(() -> formerly(id))
        .map(this::drawn);
  }

  private Optional<String> formerly(String id) {
    if (!id.matches("d[0-9a-f]{10}")) {
      return Optional.empty();
    }
    return dsl.select(Schema.DealingLot.FOUNDER)
        .from(Schema.DealingLot.TABLE.join(Claim.TABLE).on(Claim.LOT.eq(Schema.DealingLot.LOT)))
        .where(Claim.KEY.startsWith(id.substring(1)))
        .limit(1)
        .fetchOptional(Schema.DealingLot.FOUNDER);
  }

  private Dealing drawn(String founder) {
    List<String> lots =
        dsl.select(Schema.DealingLot.LOT)
            .from(Schema.DealingLot.TABLE)
            .where(Schema.DealingLot.FOUNDER.eq(founder))
            .fetch(Schema.DealingLot.LOT);
    return portrait.of(founder, claims.held(Claim.LOT.in(lots).and(Claim.STANDING.eq(1))));
  }

  /** All dealings, by their ids. */
  public List<Dealing> dealings() {
    return dsl
        .select(Schema.Dealing.FOUNDER)
        .from(Schema.Dealing.TABLE)
        .orderBy(Schema.Dealing.ID)
        .fetch(Schema.Dealing.FOUNDER)
        .stream()
        .map(this::drawn)
        .toList();
  }

  /** The lots of claims as they are kept, those that decisions set apart left out. */
  List<Group> groups() {
    Map<String, List<String>> lots = new TreeMap<>();
    dsl.select(Claim.LOT, Claim.KEY)
        .from(Claim.TABLE)
        .where(Claim.STANDING.eq(1))
        .and(Claim.APART.isNull())
        .forEach(
            row -> lots.computeIfAbsent(row.value1(), k -> new ArrayList<>()).add(row.value2()));
    return lots.entrySet().stream().map(lot -> new Group(lot.getKey(), lot.getValue())).toList();
  }

  /** The same lots, computed anew from all claims. */
  List<Group> groupsAllAtOnce() {
    return Resolution.of(
        claims.held(Claim.STANDING.eq(1).and(Claim.APART.isNull())).stream()
            .map(claims::sign)
            .toList());
  }
}
