package org.attache.register.store;

import static org.jooq.impl.DSL.count;
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

/** What the desk keeps beside the register: accounts, tokens, what was done, what is watched. */
public final class DeskBooks {
  private static final Table<Record> ACCOUNT = table(name("account"));
  private static final Field<String> NAME = field(name("account", "name"), String.class);
  private static final Field<String> ROLE = field(name("account", "role"), String.class);
  private static final Field<String> PASSWORD = field(name("account", "password"), String.class);
  private static final Field<String> CREATED = field(name("account", "created"), String.class);
  private static final Field<Integer> CLOSED = field(name("account", "closed"), Integer.class);

  private static final Table<Record> TOKEN = table(name("token"));
  private static final Field<String> TOKEN_HASH = field(name("token", "hash"), String.class);
  private static final Field<String> TOKEN_OWNER = field(name("token", "account"), String.class);
  private static final Field<String> TOKEN_LABEL = field(name("token", "label"), String.class);
  private static final Field<String> TOKEN_CREATED = field(name("token", "created"), String.class);

  private static final Table<Record> AUDIT = table(name("audit"));
  private static final Field<Long> AUDIT_ID = field(name("audit", "id"), Long.class);
  private static final Field<String> AUDIT_AT = field(name("audit", "at"), String.class);
  private static final Field<String> AUDIT_WHO = field(name("audit", "who"), String.class);
  private static final Field<String> AUDIT_WHAT = field(name("audit", "what"), String.class);
  private static final Field<String> AUDIT_DETAIL = field(name("audit", "detail"), String.class);

  private static final Table<Record> WATCH = table(name("watch"));
  private static final Field<String> WATCH_ID = field(name("watch", "id"), String.class);
  private static final Field<String> WATCH_OWNER = field(name("watch", "owner"), String.class);
  private static final Field<String> WATCH_NAME = field(name("watch", "name"), String.class);
  private static final Field<String> WATCH_QUESTION =
      field(name("watch", "question"), String.class);
  private static final Field<String> WATCH_CREATED = field(name("watch", "created"), String.class);
  private static final Field<String> WATCH_HOOK = field(name("watch", "webhook"), String.class);
  private static final Field<String> WATCH_SECRET = field(name("watch", "secret"), String.class);
  private static final Field<Long> WATCH_LAST = field(name("watch", "last_claim"), Long.class);

  private static final Table<Record> FIND = table(name("watch_find"));
  private static final Field<Long> FIND_ID = field(name("watch_find", "id"), Long.class);
  private static final Field<String> FIND_WATCH = field(name("watch_find", "watch"), String.class);
  private static final Field<String> FIND_CLAIM =
      field(name("watch_find", "claim_key"), String.class);
  private static final Field<String> FIND_AT = field(name("watch_find", "found"), String.class);
  private static final Field<Integer> FIND_TOLD = field(name("watch_find", "told"), Integer.class);

  private final Database database;

  DeskBooks(Database database) {
    this.database = database;
  }

  /**
   * One who may use the desk.
   *
   * @param name the name
   * @param role what they may do, as the desk calls it
   * @param password the hash of the password, with how it was made
   * @param created when
   * @param closed whether it may not be used any more
   */
  public record Account(
      String name, String role, String password, Instant created, boolean closed) {}

  /**
   * Something that was done.
   *
   * @param at when
   * @param who by whom
   * @param what what
   * @param detail to what
   */
  public record Deed(Instant at, String who, String what, String detail) {}

  /**
   * A question that is asked again and again.
   *
   * @param id what it is known by
   * @param owner whose it is
   * @param name what the owner calls it
   * @param question the filters as they stand in an address
   * @param created when
   * @param webhook whom to tell
   * @param secret what that is signed with
   * @param lastClaim claims up to this number have been looked at
   */
  public record Watch(
      String id,
      String owner,
      String name,
      String question,
      Instant created,
      Optional<String> webhook,
      Optional<String> secret,
      long lastClaim) {}

  /**
   * A claim that a watch has found.
   *
   * @param number its number
   * @param watch the watch
   * @param claim the claim's key
   * @param at when it was found
   */
  public record Find(long number, String watch, String claim, Instant at) {}

  private DSLContext read() {
    return database.read();
  }

  private void write(java.util.function.Consumer<DSLContext> work) {
    database.write(
        dsl -> {
          work.accept(dsl);
          return dsl;
        });
  }

  /** All accounts, by name. */
  public List<Account> accounts() {
    return read()
        .select(NAME, ROLE, PASSWORD, CREATED, CLOSED)
        .from(ACCOUNT)
        .orderBy(NAME)
        .fetch(DeskBooks::account);
  }

  /** The account of this name. */
  public Optional<Account> account(String name) {
    return read()
        .select(NAME, ROLE, PASSWORD, CREATED, CLOSED)
        .from(ACCOUNT)
        .where(NAME.eq(name))
        .fetchOptional(DeskBooks::account);
  }

  private static Account account(Record row) {
    return new Account(
        row.get(NAME),
        row.get(ROLE),
        row.get(PASSWORD),
        Instant.parse(row.get(CREATED)),
        row.get(CLOSED) == 1);
  }

  /** Keeps an account in place of the one of its name. */
  public void keep(Account account) {
    write(
        dsl -> {
          boolean there = dsl.fetchExists(ACCOUNT, NAME.eq(account.name()));
          if (there) {
            dsl.update(ACCOUNT)
                .set(ROLE, account.role())
                .set(PASSWORD, account.password())
                .set(CLOSED, account.closed() ? 1 : 0)
                .where(NAME.eq(account.name()))
                .execute();
          } else {
            dsl.insertInto(ACCOUNT)
                .set(NAME, account.name())
                .set(ROLE, account.role())
                .set(PASSWORD, account.password())
                .set(CREATED, account.created().toString())
                .set(CLOSED, account.closed() ? 1 : 0)
                .execute();
          }
        });
  }

  /** Keeps the hash of a token. */
  public void keepToken(String hash, String account, String label, Instant at) {
    write(
        dsl ->
            dsl.insertInto(TOKEN)
                .set(TOKEN_HASH, hash)
                .set(TOKEN_OWNER, account)
                .set(TOKEN_LABEL, label)
                .set(TOKEN_CREATED, at.toString())
                .execute());
  }

  /** Whose token this is. */
  public Optional<Account> ownerOf(String hash) {
    return read()
        .select(TOKEN_OWNER)
        .from(TOKEN)
        .where(TOKEN_HASH.eq(hash))
        .fetchOptional(TOKEN_OWNER)
        .flatMap(this::account);
  }

  /** Takes all tokens of an account away. */
  public void dropTokens(String account) {
    write(dsl -> dsl.deleteFrom(TOKEN).where(TOKEN_OWNER.eq(account)).execute());
  }

  /** Writes down what was done. */
  public void note(Deed deed) {
    write(
        dsl ->
            dsl.insertInto(AUDIT)
                .set(AUDIT_AT, deed.at().toString())
                .set(AUDIT_WHO, deed.who())
                .set(AUDIT_WHAT, deed.what())
                .set(AUDIT_DETAIL, deed.detail())
                .execute());
  }

  /** What was done, the last first. */
  public List<Deed> deeds(int most) {
    return read()
        .select(AUDIT_AT, AUDIT_WHO, AUDIT_WHAT, AUDIT_DETAIL)
        .from(AUDIT)
        .orderBy(AUDIT_ID.desc())
        .limit(most)
        .fetch(
            row -> new Deed(Instant.parse(row.value1()), row.value2(), row.value3(), row.value4()));
  }

  /** All watches, by when they were made. */
  public List<Watch> watches() {
    return read()
        .select(WATCH_ID, WATCH_OWNER, WATCH_NAME, WATCH_QUESTION, WATCH_CREATED)
        .select(WATCH_HOOK, WATCH_SECRET, WATCH_LAST)
        .from(WATCH)
        .orderBy(WATCH_CREATED, WATCH_ID)
        .fetch(DeskBooks::watch);
  }

  private static Watch watch(Record row) {
    return new Watch(
        row.get(WATCH_ID),
        row.get(WATCH_OWNER),
        row.get(WATCH_NAME),
        row.get(WATCH_QUESTION),
        Instant.parse(row.get(WATCH_CREATED)),
        Optional.ofNullable(row.get(WATCH_HOOK)),
        Optional.ofNullable(row.get(WATCH_SECRET)),
        row.get(WATCH_LAST));
  }

  /** Keeps a new watch. */
  public void keep(Watch watch) {
    write(
        dsl ->
            dsl.insertInto(WATCH)
                .set(WATCH_ID, watch.id())
                .set(WATCH_OWNER, watch.owner())
                .set(WATCH_NAME, watch.name())
                .set(WATCH_QUESTION, watch.question())
                .set(WATCH_CREATED, watch.created().toString())
                .set(WATCH_HOOK, watch.webhook().orElse(null))
                .set(WATCH_SECRET, watch.secret().orElse(null))
                .set(WATCH_LAST, watch.lastClaim())
                .execute());
  }

  /** Ends a watch. */
  public void drop(String watch) {
    write(
        dsl -> {
          dsl.deleteFrom(FIND).where(FIND_WATCH.eq(watch)).execute();
          dsl.deleteFrom(WATCH).where(WATCH_ID.eq(watch)).execute();
        });
  }

  /**
   * Writes down what a watch has found, and how far it has looked. Where another look has come this
   * far already, nothing is written.
   */
  public void found(Watch watch, List<String> claims, long upTo, Instant at) {
    write(
        dsl -> {
          int moved =
              dsl.update(WATCH)
                  .set(WATCH_LAST, upTo)
                  .where(WATCH_ID.eq(watch.id()))
                  .and(WATCH_LAST.eq(watch.lastClaim()))
                  .execute();
          if (moved == 1) {
            claims.forEach(
                claim ->
                    dsl.insertInto(FIND)
                        .set(FIND_WATCH, watch.id())
                        .set(FIND_CLAIM, claim)
                        .set(FIND_AT, at.toString())
                        .set(FIND_TOLD, watch.webhook().isPresent() ? 0 : 1)
                        .execute());
          }
        });
  }

  /** What a watch has found, the last first. */
  public List<Find> finds(String watch, int most) {
    return read()
        .select(FIND_ID, FIND_WATCH, FIND_CLAIM, FIND_AT)
        .from(FIND)
        .where(FIND_WATCH.eq(watch))
        .orderBy(FIND_ID.desc())
        .limit(most)
        .fetch(DeskBooks::find);
  }

  /** How many claims a watch has found. */
  public int countFinds(String watch) {
    return Optional.ofNullable(
            read().select(count()).from(FIND).where(FIND_WATCH.eq(watch)).fetchOne(0, int.class))
        .orElse(0);
  }

  /** What webhooks have not been told yet, the first found first. */
  public List<Find> untold(String watch, int most) {
    return read()
        .select(FIND_ID, FIND_WATCH, FIND_CLAIM, FIND_AT)
        .from(FIND)
        .where(FIND_TOLD.eq(0))
        .and(FIND_WATCH.eq(watch))
        .orderBy(FIND_ID)
        .limit(most)
        .fetch(DeskBooks::find);
  }

  private static Find find(Record row) {
    return new Find(
        row.get(FIND_ID),
        row.get(FIND_WATCH),
        row.get(FIND_CLAIM),
        Instant.parse(row.get(FIND_AT)));
  }

  /** The webhook has answered. */
  public void told(List<Find> finds) {
    write(
        dsl ->
            dsl.update(FIND)
                .set(FIND_TOLD, 1)
                .where(FIND_ID.in(finds.stream().map(Find::number).toList()))
                .execute());
  }
}
