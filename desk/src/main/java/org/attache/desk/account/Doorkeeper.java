package org.attache.desk.account;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.attache.desk.gate.Wrong;
import org.attache.desk.stock.Registers;
import org.attache.register.store.DeskBooks;

/**
 * Knows who makes a request. On a desk without accounts that is its owner, whoever comes: it is
 * bound to the machine itself, and asks that browsers call it by that name, so that no page from
 * elsewhere can reach it under a name of its own. With accounts it is whom a session or a token
 * belongs to. Sessions live as long as the program.
 */
public final class Doorkeeper {
  private static final String COOKIE = "attache";
  private static final String KNOWN = "visitor";
  private static final Duration SESSION = Duration.ofHours(12);
  private static final int MOST_SESSIONS = 10_000;
  private static final String SECRET_FORM = "[0-9a-f]{64}";

  /** The field of every form that shows that it was made here. */
  public static final String FORM = "form";

  /** The header in which a program with a browser's session sends the same. */
  public static final String FORM_HEADER = "X-Attache-Form";

  private final Registers registers;
  private final Optional<String> owner;
  private final boolean secure;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final byte[] key = new byte[32];
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Attempts attempts;

  private record Session(String account, Instant until) {}

  /**
   * A doorkeeper.
   *
   * @param owner whom a desk without accounts belongs to; none where it has accounts
   * @param secure whether browsers come over TLS, so that cookies must
   */
  public Doorkeeper(Registers registers, Optional<String> owner, boolean secure, Clock clock) {
    this.registers = registers;
    this.owner = owner;
    this.secure = secure;
    this.clock = clock;
    attempts = new Attempts(clock);
    random.nextBytes(key);
  }

  /** Whether there are accounts to sign in to. */
  public boolean hasAccounts() {
    return owner.isEmpty();
  }

  /**
   * Who makes a request.
   *
   * @throws NotSignedInException where nobody can tell
   */
  public Visitor visitor(Context context) {
    Visitor known = context.attribute(KNOWN);
    if (known == null) {
      known = recognised(context);
      context.attribute(KNOWN, known);
    }
    return known;
  }

  private Visitor recognised(Context context) {
    Optional<String> token =
        Optional.ofNullable(context.header("Authorization"))
            .filter(value -> value.startsWith("Bearer "))
            .map(value -> value.substring("Bearer ".length()).strip());
    if (token.isPresent() && hasAccounts()) {
      return registers
          .read(register -> register.deskBooks().ownerOf(hash(token.get())))
          .filter(account -> !account.closed())
          .map(account -> visitor(account, "", true))
          .orElseThrow(NotSignedInException::new);
    }
    if (owner.isPresent()) {
      String session = context.path().startsWith("/api/") ? "" : session(context);
      return new Visitor(owner.get(), Role.ADMIN, session, false);
    }
    String session = cookie(context).orElseThrow(NotSignedInException::new);
    return account(session)
        .map(account -> visitor(account, session, true))
        .orElseThrow(NotSignedInException::new);
  }

  private Optional<DeskBooks.Account> account(String session) {
    Session kept = sessions.get(session);
    if (kept == null || kept.until().isBefore(clock.instant())) {
      return Optional.empty();
    }
    return registers
        .read(register -> register.deskBooks().account(kept.account()))
        .filter(account -> !account.closed());
  }

  private static Visitor visitor(DeskBooks.Account account, String session, boolean signedIn) {
    return new Visitor(
        account.name(), Role.of(account.role()).orElse(Role.READER), session, signedIn);
  }

  private static Optional<String> cookie(Context context) {
    return Optional.ofNullable(context.cookie(COOKIE)).filter(x -> x.matches(SECRET_FORM));
  }

  /** The secret that the forms of this browser are tied to; a fresh one where it has none. */
  public String session(Context context) {
    return cookie(context)
        .orElseGet(
            () -> {
              String fresh = secret();
              give(context, fresh);
              return fresh;
            });
  }

  private void give(Context context, String session) {
    context.cookie(
        new Cookie(
            COOKIE, session, "/", (int) SESSION.toSeconds(), secure, true, null, SameSite.LAX));
  }

  private String secret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** What the forms of a visitor must send back. */
  public String form(Visitor visitor) {
    return form(visitor.session());
  }

  /** What the forms of a session must send back. */
  public String form(String session) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(session.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  /**
   * Refuses a form that was not made here for this browser.
   *
   * @throws Wrong where it was not
   */
  public void checkForm(Context context, String session) {
    String sent = Optional.ofNullable(context.formParam(FORM)).orElse("");
    if (!isOf(session, sent)) {
      throw new Wrong(
          403,
          "The form is too old, or was not made here",
          "Nothing was changed. Load the page again, and send the form from there.");
    }
  }

  /**
   * Refuses a request with a session that does not show that a page of this desk made it: browsers
   * send cookies along whoever asks them to, and not all say who did.
   *
   * @throws Wrong where it does not
   */
  public void checkHeader(Context context, String session) {
    String sent = Optional.ofNullable(context.header(FORM_HEADER)).orElse("");
    if (!isOf(session, sent)) {
      throw new Wrong(
          403,
          "No page of this desk has sent that",
          "Nothing was changed. Send the field “form” of a page in the header "
              + FORM_HEADER
              + ", or use a token.");
    }
  }

  private boolean isOf(String session, String sent) {
    return !session.isEmpty() && same(sent, form(session));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Signs an account in: the browser gets a session that nobody knew before.
   *
   * @return whether name and password are right
   * @throws Wrong after too many failures
   */
  public boolean signIn(Context context, String name, String password) {
    String[] keys = {"name " + name, "address " + context.ip()};
    if (attempts.tooMany(keys)) {
      throw new Wrong(
          429,
          "Too many attempts to sign in",
          "Wait a quarter of an hour. Where a password was forgotten, an administrator sets a new"
              + " one with attache user password.");
    }
    Optional<DeskBooks.Account> account =
        registers.read(register -> register.deskBooks().account(name));
    boolean right =
        Passwords.matches(password, account.map(DeskBooks.Account::password))
            && !account.orElseThrow().closed();
    note(name, right ? "signed in" : "was not let in", "from " + context.ip());
    if (!right) {
      attempts.failed(keys);
      return false;
    }
    attempts.succeeded(keys[0]);
    cookie(context).ifPresent(sessions::remove);
    forgetOld();
    String fresh = secret();
    sessions.put(fresh, new Session(name, clock.instant().plus(SESSION)));
    give(context, fresh);
    return true;
  }

  private void forgetOld() {
    Instant now = clock.instant();
    sessions.values().removeIf(session -> session.until().isBefore(now));
    if (sessions.size() > MOST_SESSIONS) {
      sessions.clear();
    }
  }

  /** Ends the session of a request. */
  public void signOut(Context context) {
    cookie(context)
        .map(sessions::remove)
        .ifPresent(session -> note(session.account(), "signed out", ""));
    context.removeCookie(COOKIE, "/");
  }

  /** Writes down who did what. */
  public void note(String who, String what, String detail) {
    registers.write(
        register -> {
          register.deskBooks().note(new DeskBooks.Deed(clock.instant(), who, what, detail));
          return who;
        });
  }

  /** A fresh token for an account; only its hash is kept. */
  public static String giveToken(DeskBooks books, String account, String label, Instant at) {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    String token = "att_" + HexFormat.of().formatHex(bytes);
    books.keepToken(hash(token), account, label, at);
    return token;
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The names by which a desk without accounts may be called. */
  public static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
}
