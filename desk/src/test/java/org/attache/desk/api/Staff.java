package org.attache.desk.api;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.attache.desk.Browser;
import org.attache.desk.Desk;
import org.attache.desk.account.Doorkeeper;
import org.attache.desk.account.Passwords;
import org.attache.desk.account.Role;
import org.attache.lexicon.Tables;
import org.attache.register.store.DeskBooks;
import org.attache.register.store.Register;

/**
 * Accounts of a desk, each with a token.
 *
 * @param reader the token of one who looks
 * @param reviewer the token of one who decides
 * @param admin the token of one who sees who did what
 */
record Staff(String reader, String reviewer, String admin) {
  private static final String PASSWORD = "a long enough one";
  private static final String HASH = Passwords.hash(PASSWORD);

  /** Makes accounts in a register. */
  static Staff of(Path register) {
    try (Register open = Register.open(register.toString(), Tables.builtIn())) {
      DeskBooks books = open.deskBooks();
      return new Staff(
          token(books, Role.READER), token(books, Role.REVIEWER), token(books, Role.ADMIN));
    }
  }

  private static String token(DeskBooks books, Role role) {
    String name = name(role);
    books.keep(new DeskBooks.Account(name, role.code(), HASH, Instant.EPOCH, false));
    return Doorkeeper.giveToken(books, name, "test", Instant.EPOCH);
  }

  /** A browser in which an account of a role is signed in. */
  static Browser signedIn(Desk desk, Role role) {
    Browser browser = new Browser(desk);
    Map<String, String> fields =
        Map.of("form", browser.form("/login"), "name", name(role), "password", PASSWORD, "to", "/");
    if (browser.post("/login", fields).statusCode() != 200) {
      throw new AssertionError(name(role) + " was not let in");
    }
    return browser;
  }

  private static String name(Role role) {
    return switch (role) {
      case READER -> "Rosa";
      case REVIEWER -> "Vera";
      case ADMIN -> "Ada";
    };
  }

  /** The token of a role. */
  String token(Role role) {
    return switch (role) {
      case READER -> reader;
      case REVIEWER -> reviewer;
      case ADMIN -> admin;
    };
  }
}
