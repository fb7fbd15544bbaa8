package org.attache.desk.api;

import java.nio.file.Path;
import java.time.Instant;
import org.attache.desk.account.Doorkeeper;
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
  /** Makes accounts in a register. */
  static Staff of(Path register) {
    try (Register open = Register.open(register.toString(), Tables.builtIn())) {
      DeskBooks books = open.deskBooks();
      return new Staff(
          token(books, "Rosa", Role.READER),
          token(books, "Vera", Role.REVIEWER),
          token(books, "Ada", Role.ADMIN));
    }
  }

  private static String token(DeskBooks books, String name, Role role) {
    books.keep(new DeskBooks.Account(name, role.code(), "none", Instant.EPOCH, false));
    return Doorkeeper.giveToken(books, name, "test", Instant.EPOCH);
  }
}
