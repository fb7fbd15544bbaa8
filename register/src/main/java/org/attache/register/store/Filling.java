package org.attache.register.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attache.contract.ClaimJson;
import org.attache.register.copy.Wires;
import org.attache.register.dealing.Portrait;
import org.attache.register.resolution.Group;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Origin;
import org.attache.register.resolution.Resolution;
import org.attache.register.resolution.Signature;
import org.attache.register.store.Schema.Claim;
import org.attache.register.store.Schema.ClaimNear;
import org.attache.register.store.Schema.ClaimSide;
import org.attache.register.store.Schema.ClaimSubject;
import org.attache.register.store.Schema.ClaimTopic;
import org.attache.register.store.Schema.Report;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Fills an empty register with many reports, within one transaction. Claims are brought together
 * once, when all are there, and each dealing is drawn once; that gives what adding the reports one
 * by one gives, since what is one dealing depends on the claims alone and not on their order.
 */
final class Filling implements AutoCloseable {
  private static final List<Field<?>> TOLD_BEFORE =
      List.of(
          Claim.ID,
          Claim.KEY,
          Claim.REPORT,
          Claim.PLACE,
          Claim.LINEAGE,
          Claim.READER,
          Claim.JSON,
          Claim.STANDING,
          Claim.GONE);

  private final DSLContext dsl;
  private final ClaimShelf shelf;
  private final ReportSheets reports;
  private final Portrait portrait;
  private final Sheet claims;
  private final Sheet subjects;
  private final Sheet sides;
  private final Sheet near;
  private final Sheet topics;
  private final Sheet fallen;
  private final Sheet lots;
  private final Map<String, Sheet> dealings = new HashMap<>();
  private final Connection connection;
  private final Indexes indexes;
  private final List<Placed> placed = new ArrayList<>();

  /** A claim that may count, the number that it has, and that of its report. */
  private record Placed(long id, long report, Signature signature) {}

  /**
   * Filling.
   *
   * @param indexes those of the register, as far as they were taken away
   */
  Filling(
      DSLContext dsl,
      Connection connection,
      Indexes indexes,
      ClaimShelf shelf,
      Wires wires,
      Portrait portrait)
      throws SQLException {
    this.dsl = dsl;
    this.connection = connection;
    this.shelf = shelf;
    this.portrait = portrait;
    this.indexes = indexes;
    reports = new ReportSheets(dsl, connection, wires);
    claims =
        Sheet.into(
            connection,
            Claim.TABLE,
            Stream.concat(TOLD_BEFORE.stream(), ClaimShelf.TOLD.stream()).toList(),
            reports.reports());
    subjects =
        Sheet.into(
            connection,
            ClaimSubject.TABLE,
            List.of(ClaimSubject.CLAIM, ClaimSubject.SUBJECT),
            claims);
    sides =
        Sheet.into(connection, ClaimSide.TABLE, List.of(ClaimSide.CLAIM, ClaimSide.SIDE), claims);
    near =
        Sheet.into(
            connection,
            ClaimNear.TABLE,
            List.of(ClaimNear.SIDE, ClaimNear.SUBJECT, ClaimNear.CLOSED, ClaimNear.CLAIM),
            claims);
    topics = Sheet.into(connection, ClaimTopic.TABLE, ClaimTopic.COLUMNS, claims);
    fallen = Sheet.change(connection, Claim.TABLE, Claim.STANDING, Claim.ID);
    lots = Sheet.change(connection, Claim.TABLE, Claim.LOT, Claim.ID);
  }

  /**
   * Takes reports in. One that comes twice counts once.
   *
   * @return how many claims there are now
   */
  int fill(Iterator<Kept> all) throws SQLException {
    long number = 0;
    while (all.hasNext()) {
      Kept kept = all.next();
      if (!reports.knows(kept.arrival().key())) {
        number = add(kept, number);
      }
    }
    send();
    indexes.putBack(Report.TABLE.getName()::equals);
    reports.settleVersions();
    dropOldVersions();
    bringTogether();
    indexes.putBack(table -> !table.startsWith(Schema.Dealing.TABLE.getName()));
    draw();
    indexes.putBack(table -> true);
    return (int) number;
  }

  private long add(Kept kept, long before) throws SQLException {
    Arrival arrival = kept.arrival();
    long report =
        reports.add(
            arrival,
            kept.reader(),
            Register.sources(kept.claims().stream().map(Kept.KeptClaim::claim).toList()));
    Origin origin =
        new Origin(
            arrival.key(),
            arrival.report().outlet(),
            arrival.day(),
            arrival.key(),
            Optional.empty());
    long number = before;
    int place = 0;
    for (Kept.KeptClaim claim : kept.claims()) {
      add(++number, report, place++, claim, origin);
    }
    return number;
  }

  private void add(long id, long report, int place, Kept.KeptClaim kept, Origin origin)
      throws SQLException {
    HeldClaim held = new HeldClaim(kept.key(), kept.claim(), origin);
    Signature signature = shelf.sign(held);
    List<Object> row =
        new ArrayList<>(
            List.of(
                id,
                kept.key(),
                report,
                place,
                kept.lineage(),
                kept.reader(),
                ClaimJson.line(kept.claim(), true),
                kept.gone() ? 0 : 1,
                kept.gone() ? 1 : 0));
    Map<Field<?>, Object> told = ClaimShelf.told(held, signature);
    ClaimShelf.TOLD.forEach(column -> row.add(told.get(column)));
    claims.add(row);
    Set<String> keys = signature.subjectKeys();
    for (String subject : keys) {
      subjects.add(id, subject);
    }
    for (Object[] topic : ClaimShelf.topicRows(id, signature)) {
      topics.add(topic);
    }
    int closed = signature.sides().closed() ? 1 : 0;
    for (String side : new HashSet<>(signature.sides().parties())) {
      sides.add(id, side);
      for (String subject : keys) {
        near.add(side, subject, closed, id);
      }
    }
    if (!kept.gone()) {
      placed.add(new Placed(id, report, signature));
    }
  }

  private void send() throws SQLException {
    reports.send();
    for (Sheet sheet : List.of(claims, subjects, sides, near, topics)) {
      sheet.send();
    }
  }

  /** Claims of reports that a newer version supersedes do not count. */
  private void dropOldVersions() throws SQLException {
    Set<Long> old =
        new HashSet<>(
            dsl.select(Report.ID).from(Report.TABLE).where(Report.CURRENT.eq(0)).fetch(Report.ID));
    for (Placed claim : placed) {
      if (old.contains(claim.report())) {
        fallen.add(0, claim.id());
      }
    }
    fallen.send();
    placed.removeIf(claim -> old.contains(claim.report()));
  }

  private void bringTogether() throws SQLException {
    Map<String, Long> numbers =
        placed.stream().collect(Collectors.toMap(p -> p.signature().key(), Placed::id));
    List<Group> groups = Resolution.of(placed.stream().map(Placed::signature).toList());
    placed.clear();
    for (Group group : groups) {
      for (String claim : group.claims()) {
        lots.add(group.founder(), numbers.get(claim));
      }
    }
    lots.send();
  }

  private void draw() throws SQLException {
    try (Cursor<Record> all = shelf.byLot()) {
      String lot = "";
      List<HeldClaim> held = new ArrayList<>();
      for (Record row : all) {
        String next = row.get(Claim.LOT);
        if (!next.equals(lot)) {
          draw(lot, held);
          held.clear();
          lot = next;
        }
        held.add(ClaimShelf.held(row));
      }
      draw(lot, held);
    }
    for (Sheet sheet : dealings.values()) {
      sheet.send();
    }
  }

  private void draw(String lot, List<HeldClaim> held) throws SQLException {
    if (held.isEmpty()) {
      return;
    }
    for (DealingShelf.Row row :
        DealingShelf.rows(lot, Set.of(lot), portrait.of(lot, held), shelf)) {
      List<Field<?>> columns = List.copyOf(row.values().keySet());
      Sheet sheet = dealings.get(row.table().getName());
      if (sheet == null) {
        sheet = Sheet.into(connection, row.table(), columns);
        dealings.put(row.table().getName(), sheet);
      }
      sheet.add(row.values().values());
    }
  }

  @Override
  public void close() throws SQLException {
    reports.close();
    for (Sheet sheet : List.of(claims, subjects, sides, near, topics, fallen, lots)) {
      sheet.close();
    }
    for (Sheet sheet : dealings.values()) {
      sheet.close();
    }
  }
}
