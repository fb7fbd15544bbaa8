package org.attache.register.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The tables and columns of the register, as the migrations make them. */
final class Schema {
  private Schema() {}

  private static <T> Field<T> column(String table, String column, Class<T> type) {
    return field(name(table, column), type);
  }

  /** Reports, every version. */
  static final class Report {
    static final Table<Record> TABLE = table(name("report"));
    static final Field<Long> ID = column("report", "id", Long.class);
    static final Field<String> KEY = column("report", "report_key", String.class);
    static final Field<String> HASH = column("report", "text_hash", String.class);
    static final Field<String> OUTLET = column("report", "outlet", String.class);
    static final Field<String> TITLE = column("report", "title", String.class);
    static final Field<String> PUBLISHED = column("report", "published", String.class);
    static final Field<String> DAY = column("report", "day", String.class);
    static final Field<String> URL = column("report", "url", String.class);
    static final Field<String> ADDRESS = column("report", "address", String.class);
    static final Field<String> LANGUAGE = column("report", "language", String.class);
    static final Field<String> RETRIEVED = column("report", "retrieved", String.class);
    static final Field<String> NAME = column("report", "name", String.class);
    static final Field<String> BODY = column("report", "body", String.class);
    static final Field<String> LINKS = column("report", "links", String.class);
    static final Field<Integer> CURRENT = column("report", "current_version", Integer.class);
    static final Field<String> STORY = column("report", "story", String.class);
    static final Field<String> WIRE = column("report", "wire", String.class);
    static final Field<String> READER = column("report", "reader", String.class);

    private Report() {}
  }

  /** Runs of words that copies are found by. */
  static final class Shingle {
    static final Table<Record> TABLE = table(name("shingle"));
    static final Field<Long> HASH = column("shingle", "hash", Long.class);
    static final Field<Long> REPORT = column("shingle", "report_id", Long.class);

    private Shingle() {}
  }

  /** Claims. */
  static final class Claim {
    static final Table<Record> TABLE = table(name("claim"));
    static final Field<Long> ID = column("claim", "id", Long.class);
    static final Field<String> KEY = column("claim", "claim_key", String.class);
    static final Field<Long> REPORT = column("claim", "report_id", Long.class);
    static final Field<Integer> PLACE = column("claim", "place", Integer.class);
    static final Field<String> LINEAGE = column("claim", "lineage", String.class);
    static final Field<String> READER = column("claim", "reader", String.class);
    static final Field<String> JSON = column("claim", "json", String.class);
    static final Field<String> CORRECTED = column("claim", "corrected", String.class);
    static final Field<Integer> STANDING = column("claim", "standing", Integer.class);
    static final Field<Integer> GONE = column("claim", "gone", Integer.class);
    static final Field<String> KIND = column("claim", "kind", String.class);
    static final Field<String> STAGE = column("claim", "stage", String.class);
    static final Field<String> POLARITY = column("claim", "polarity", String.class);
    static final Field<String> CERTAINTY = column("claim", "certainty", String.class);
    static final Field<String> SIDES = column("claim", "sides", String.class);
    static final Field<String> SUPPLIER = column("claim", "supplier", String.class);
    static final Field<String> RECIPIENT = column("claim", "recipient", String.class);
    static final Field<Integer> CLOSED = column("claim", "closed", Integer.class);
    static final Field<String> SUBJECTS = column("claim", "subjects", String.class);
    static final Field<Integer> FURTHER = column("claim", "further", Integer.class);
    static final Field<Integer> DUE = column("claim", "due", Integer.class);
    static final Field<String> WORTH = column("claim", "worth", String.class);
    static final Field<String> FROM = column("claim", "from_day", String.class);
    static final Field<String> TO = column("claim", "to_day", String.class);
    static final Field<String> APART = column("claim", "apart", String.class);
    static final Field<String> LOT = column("claim", "lot", String.class);

    private Claim() {}
  }

  /** What claims are about, to look them up by. */
  static final class ClaimSubject {
    static final Table<Record> TABLE = table(name("claim_subject"));
    static final Field<Long> CLAIM = column("claim_subject", "claim_id", Long.class);
    static final Field<String> SUBJECT = column("claim_subject", "subject", String.class);

    private ClaimSubject() {}
  }

  /** The sides of claims, to look them up by. */
  static final class ClaimSide {
    static final Table<Record> TABLE = table(name("claim_side"));
    static final Field<Long> CLAIM = column("claim_side", "claim_id", Long.class);
    static final Field<String> SIDE = column("claim_side", "side", String.class);

    private ClaimSide() {}
  }

  /** Every side of a claim with everything that it is about. */
  static final class ClaimNear {
    static final Table<Record> TABLE = table(name("claim_near"));
    static final Field<String> SIDE = column("claim_near", "side", String.class);
    static final Field<String> SUBJECT = column("claim_near", "subject", String.class);
    static final Field<Integer> CLOSED = column("claim_near", "closed", Integer.class);
    static final Field<Long> CLAIM = column("claim_near", "claim_id", Long.class);

    private ClaimNear() {}
  }

  /** What claims with both sides known are about, to look them up by beside their sides. */
  static final class ClaimTopic {
    static final Table<Record> TABLE = table(name("claim_topic"));
    static final Field<String> SIDES = column("claim_topic", "sides", String.class);
    static final Field<String> TOPIC = column("claim_topic", "topic", String.class);
    static final Field<String> FROM = column("claim_topic", "from_day", String.class);
    static final Field<String> TO = column("claim_topic", "to_day", String.class);
    static final Field<Long> CLAIM = column("claim_topic", "claim_id", Long.class);

    static final List<Field<?>> COLUMNS = List.of(SIDES, TOPIC, FROM, TO, CLAIM);

    private ClaimTopic() {}
  }

  /** Dealings, as the claims of today have them. */
  static final class Dealing {
    static final Table<Record> TABLE = table(name("dealing"));
    static final Field<String> FOUNDER = column("dealing", "founder", String.class);
    static final Field<String> ID = column("dealing", "id", String.class);
    static final Field<String> KIND = column("dealing", "kind", String.class);
    static final Field<String> SUPPLIER = column("dealing", "supplier", String.class);
    static final Field<String> RECIPIENT = column("dealing", "recipient", String.class);
    static final Field<String> TOGETHER = column("dealing", "together", String.class);
    static final Field<String> TITLE = column("dealing", "title", String.class);
    static final Field<String> STAGE = column("dealing", "stage", String.class);
    static final Field<Integer> DISPUTED = column("dealing", "disputed", Integer.class);
    static final Field<Integer> VAGUE = column("dealing", "vague", Integer.class);
    static final Field<String> FIRST = column("dealing", "first_day", String.class);
    static final Field<String> LAST = column("dealing", "last_day", String.class);
    static final Field<Integer> REPORTS = column("dealing", "reports", Integer.class);
    static final Field<Integer> VOICES = column("dealing", "voices", Integer.class);
    static final Field<Integer> CLAIMS = column("dealing", "claims", Integer.class);
    static final Field<String> CONTRADICTIONS = column("dealing", "contradictions", String.class);
    static final Field<String> CIRCLES = column("dealing", "circles", String.class);
    static final Field<String> DAYS = column("dealing", "report_days", String.class);

    private Dealing() {}
  }

  /** Which lots of claims make up a dealing. */
  static final class DealingLot {
    static final Table<Record> TABLE = table(name("dealing_lot"));
    static final Field<String> LOT = column("dealing_lot", "lot", String.class);
    static final Field<String> FOUNDER = column("dealing_lot", "founder", String.class);

    private DealingLot() {}
  }

  /** What dealings are about. */
  static final class DealingSubject {
    static final Table<Record> TABLE = table(name("dealing_subject"));
    static final Field<String> FOUNDER = column("dealing_subject", "founder", String.class);
    static final Field<String> SUBJECT = column("dealing_subject", "subject", String.class);
    static final Field<String> ID = column("dealing_subject", "id", String.class);
    static final Field<String> SUPPLIER = column("dealing_subject", "supplier", String.class);
    static final Field<String> RECIPIENT = column("dealing_subject", "recipient", String.class);
    static final Field<String> STAGE = column("dealing_subject", "stage", String.class);
    static final Field<String> FIRST = column("dealing_subject", "first_day", String.class);
    static final Field<String> LAST = column("dealing_subject", "last_day", String.class);
    static final Field<Integer> REPORTS = column("dealing_subject", "reports", Integer.class);
    static final Field<Integer> VOICES = column("dealing_subject", "voices", Integer.class);

    private DealingSubject() {}
  }

  /** The sides of dealings, those too that act together. */
  static final class DealingSide {
    static final Table<Record> TABLE = table(name("dealing_side"));
    static final Field<String> FOUNDER = column("dealing_side", "founder", String.class);
    static final Field<String> SIDE = column("dealing_side", "side", String.class);
    static final Field<String> ID = column("dealing_side", "id", String.class);
    static final Field<String> STAGE = column("dealing_side", "stage", String.class);
    static final Field<String> FIRST = column("dealing_side", "first_day", String.class);
    static final Field<String> LAST = column("dealing_side", "last_day", String.class);
    static final Field<Integer> REPORTS = column("dealing_side", "reports", Integer.class);
    static final Field<Integer> VOICES = column("dealing_side", "voices", Integer.class);

    private DealingSide() {}
  }

  /** The independent sources of dealings. */
  static final class DealingVoice {
    static final Table<Record> TABLE = table(name("dealing_voice"));
    static final Field<String> FOUNDER = column("dealing_voice", "founder", String.class);
    static final Field<String> VOICE = column("dealing_voice", "voice", String.class);
    static final Field<String> NAME = column("dealing_voice", "name", String.class);

    private DealingVoice() {}
  }

  /** What reviewers decided. */
  static final class Decision {
    static final Table<Record> TABLE = table(name("decision"));
    static final Field<Long> ID = column("decision", "id", Long.class);
    static final Field<String> DECIDED = column("decision", "decided", String.class);
    static final Field<String> WHO = column("decision", "who", String.class);
    static final Field<String> WHAT = column("decision", "what", String.class);
    static final Field<String> CLAIM = column("decision", "claim_key", String.class);
    static final Field<String> OTHER = column("decision", "other_key", String.class);
    static final Field<String> FIELD = column("decision", "field", String.class);
    static final Field<String> CONTENT = column("decision", "content", String.class);
    static final Field<String> REASON = column("decision", "reason", String.class);
    static final Field<Long> UNDOES = column("decision", "undoes", Long.class);

    private Decision() {}
  }

  /** Visits to addresses that are watched. */
  static final class Visit {
    private static final String NEVER = "never";

    static final Table<Record> TABLE = table(name("visit"));
    static final Field<String> URL = column("visit", "url", String.class);
    static final Field<String> ETAG = column("visit", "etag", String.class);
    static final Field<String> MODIFIED = column("visit", "last_modified", String.class);
    static final Field<String> VISITED = column("visit", "visited", String.class);
    static final Field<String> NEXT = column("visit", "next_visit", String.class);
    static final Field<Integer> FAILURES = column("visit", "failures", Integer.class);

    private Visit() {}

    static Optional<KeptVisit> load(DSLContext dsl, String url) {
      return dsl.select(ETAG, MODIFIED, VISITED, NEXT, FAILURES)
          .from(TABLE)
          .where(URL.eq(url))
          .fetchOptional(
              row ->
                  new KeptVisit(
                      url,
                      Optional.ofNullable(row.value1()),
                      Optional.ofNullable(row.value2()),
                      Instant.parse(row.value3()),
                      Optional.of(row.value4())
                          .filter(next -> !next.equals(NEVER))
                          .map(Instant::parse),
                      row.value5()));
    }

    static void store(DSLContext dsl, KeptVisit visit) {
      dsl.deleteFrom(TABLE).where(URL.eq(visit.url())).execute();
      dsl.insertInto(TABLE)
          .set(URL, visit.url())
          .set(ETAG, visit.etag().orElse(null))
          .set(MODIFIED, visit.lastModified().orElse(null))
          .set(VISITED, visit.visited().toString())
          .set(NEXT, visit.next().map(Instant::toString).orElse(NEVER))
          .set(FAILURES, visit.failures())
          .execute();
    }
  }

  /** How far archives have been read whose reading was broken off. */
  static final class ArchivePlace {
    static final Table<Record> TABLE = table(name("archive_place"));
    static final Field<String> ARCHIVE = column("archive_place", "archive", String.class);
    static final Field<Long> RECORD = column("archive_place", "record", Long.class);
    static final Field<Long> PLACE = column("archive_place", "place", Long.class);

    private ArchivePlace() {}

    static Optional<KeptPlace> load(DSLContext dsl, String archive) {
      return dsl.select(RECORD, PLACE)
          .from(TABLE)
          .where(ARCHIVE.eq(archive))
          .fetchOptional(row -> new KeptPlace(archive, row.value1(), row.value2()));
    }

    static void store(DSLContext dsl, KeptPlace kept) {
      drop(dsl, kept.archive());
      dsl.insertInto(TABLE)
          .set(ARCHIVE, kept.archive())
          .set(RECORD, kept.record())
          .set(PLACE, kept.place())
          .execute();
    }

    static int drop(DSLContext dsl, String archive) {
      return dsl.deleteFrom(TABLE).where(ARCHIVE.eq(archive)).execute();
    }
  }

  /** Full text of reports. */
  static final class Search {
    static final Table<Record> TABLE = table(name("report_search"));
    static final Field<Long> ROWID = column("report_search", "rowid", Long.class);
    static final Field<String> TITLE = column("report_search", "title", String.class);
    static final Field<String> BODY = column("report_search", "body", String.class);
    static final Field<String> SOURCES = column("report_search", "sources", String.class);

    private Search() {}
  }
}
