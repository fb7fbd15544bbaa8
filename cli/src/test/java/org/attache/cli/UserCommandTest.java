package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.attache.desk.account.Passwords;
import org.attache.lexicon.Tables;
import org.attache.register.store.DeskBooks;
import org.attache.register.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts from the command line; passwords come by standard input, as from a script. */
class UserCommandTest {
  @TempDir Path folder;
  private String register = "";

  @BeforeEach
  void place() {
    register = folder.resolve("r.db").toString();
  }

  private Run run(String input, String command, String... more) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      String[] arguments = new String[more.length + 4];
      arguments[0] = "user";
      arguments[1] = command;
      arguments[2] = "--register";
      arguments[3] = register;
      System.arraycopy(more, 0, arguments, 4, more.length);
      return Run.of(arguments);
    } finally {
      System.setIn(before);
    }
  }

  private Optional<DeskBooks.Account> account(String name) {
    try (Register kept = Register.open(register, Tables.builtIn())) {
      return kept.deskBooks().account(name);
    }
  }

  @Test
  void an_account_has_its_role_and_a_hash_of_its_password() {
    Run made = run("correct horse battery\n", "add", "Mila Horvat", "--role", "reviewer");
    assertThat(made.exitCode()).as(made.err()).isZero();
    DeskBooks.Account account = account("Mila Horvat").orElseThrow();
    assertThat(account.role()).isEqualTo("reviewer");
    assertThat(account.password()).startsWith("$argon2id$").doesNotContain("horse");
    assertThat(Passwords.matches("correct horse battery", Optional.of(account.password())))
        .isTrue();
    assertThat(run("another one, long\n", "add", "Mila Horvat").exitCode()).isEqualTo(2);
  }

  @Test
  void short_passwords_strange_names_and_roles_are_refused() {
    assertThat(run("short\n", "add", "mila").exitCode()).isEqualTo(2);
    assertThat(run("", "add", "mila").exitCode()).isEqualTo(2);
    assertThat(run("long enough, this\n", "add", "<script>").exitCode()).isEqualTo(2);
    assertThat(run("long enough, this\n", "add", "mila", "--role", "king").exitCode()).isEqualTo(2);
    assertThat(account("mila")).isEmpty();
    assertThat(run("", "close", "nobody").exitCode()).isEqualTo(2);
  }

  @Test
  void a_role_changes_a_password_too_and_a_closed_account_keeps_no_token() {
    run("correct horse battery\n", "add", "mila");
    assertThat(run("", "role", "mila", "admin").exitCode()).isZero();
    assertThat(run("something else, long\n", "password", "mila").exitCode()).isZero();
    DeskBooks.Account changed = account("mila").orElseThrow();
    assertThat(changed.role()).isEqualTo("admin");
    assertThat(Passwords.matches("correct horse battery", Optional.of(changed.password())))
        .isFalse();
    Run token = run("", "token", "mila", "--label", "nightly export");
    assertThat(token.out().strip()).matches("att_[0-9a-f]{64}");
    assertThat(run("", "close", "mila").exitCode()).isZero();
    assertThat(account("mila").orElseThrow().closed()).isTrue();
    assertThat(run("", "list").out()).contains("mila\tadmin").contains("closed");
    try (Register kept = Register.open(register, Tables.builtIn())) {
      assertThat(kept.deskBooks().deeds(10))
          .extracting(DeskBooks.Deed::what)
          .contains("made an account", "gave a role", "made a token", "closed an account");
    }
  }
}
