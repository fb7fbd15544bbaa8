package org.attache.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attache.desk.account.Doorkeeper;
import org.attache.desk.account.Passwords;
import org.attache.desk.account.Role;
import org.attache.register.store.DeskBooks;
import org.attache.register.store.DeskBooks.Account;
import org.attache.register.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts of the desk. */
@Command(
    name = "user",
    header = "Makes and closes the accounts of the desk.",
    description = {
      "A desk that others can reach asks who they are. A reader looks; a reviewer decides about"
          + " claims and adds reports too; an admin sees the log as well."
    },
    subcommands = {
      UserCommand.Add.class,
      UserCommand.Password.class,
      UserCommand.ChangeRole.class,
      UserCommand.Token.class,
      UserCommand.Close.class,
      UserCommand.ListAll.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class UserCommand implements Runnable {
  private static final String NAME_FORM = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._@+-]{0,99}";

  @Spec private CommandLine.Model.CommandSpec spec;

  /** For picocli, which fills in the command that it belongs to. */
  UserCommand() {
    spec = CommandLine.Model.CommandSpec.create();
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What the commands on one account share. */
  private static final class One {
    @Parameters(paramLabel = "NAME", description = "The account's name.")
    private String name = "";

    @Mixin private RegisterOptions options = new RegisterOptions();
    @Mixin private Common common = new Common();

    /** Works on the books of the register, and notes in its log what was done. */
    int work(String what, Function<DeskBooks, String> work) {
      if (!name.matches(NAME_FORM)) {
        throw common.wrong(
            "a name starts with a letter or a digit, and goes on with those, blanks and ._@+-");
      }
      try (Register register = options.open(common.lexicon())) {
        DeskBooks books = register.deskBooks();
        String detail = work.apply(books);
        books.note(new DeskBooks.Deed(Instant.now(), "attache user", what, name + detail));
      }
      return 0;
    }

    Account account(DeskBooks books) {
      return books
          .account(name)
          .orElseThrow(
              () ->
                  common.wrong(
                      "there is no account "
                          + name
                          + "; the accounts are "
                          + books.accounts().stream()
                              .map(Account::name)
                              .collect(Collectors.joining(", "))));
    }
  }

  /** Where the password comes from: the terminal, or the first line of standard input. */
  private static String password(Common common) {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      Console console = terminal.get();
      char @Nullable [] first = console.readPassword("Password: ");
      char @Nullable [] second = console.readPassword("Once more: ");
      if (first == null || second == null || !Arrays.equals(first, second)) {
        throw common.wrong("the two passwords are not the same; nothing was changed");
      }
      return checked(common, new String(first));
    }
    try {
      @Nullable String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return checked(common, Optional.ofNullable(line).orElse(""));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("standard input cannot be read", e);
    }
  }

  private static String checked(Common common, String password) {
    if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
      throw common.wrong(
          "a password has from "
              + Passwords.SHORTEST
              + " to "
              + Passwords.LONGEST
              + " characters; it is asked for on the terminal, or read from standard input");
    }
    return password;
  }

  private static String role(Common common, String role) {
    return Role.of(role)
        .map(Role::code)
        .orElseThrow(() -> common.wrong("--role is reader, reviewer or admin, not " + role));
  }

  /** A new account. */
  @Command(
      name = "add",
      header = "Makes an account.",
      description = {
        "The password is asked for on the terminal; elsewhere it is the first line of standard"
            + " input."
      },
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Mixin private One one = new One();

    @Option(
        names = "--role",
        paramLabel = "ROLE",
        defaultValue = "reader",
        description = "reader, reviewer or admin (default: ${DEFAULT-VALUE}).")
    private String role = "reader";

    @Override
    public Integer call() {
      String code = role(one.common, role);
      return one.work(
          "made an account",
          books -> {
            if (books.account(one.name).isPresent()) {
              throw one.common.wrong(
                  "there is an account "
                      + one.name
                      + " already; attache user role and attache user password change it");
            }
            String hash = Passwords.hash(password(one.common));
            books.keep(new Account(one.name, code, hash, Instant.now(), false));
            one.common.messages().say("made the account " + one.name + ", a " + code);
            return ", " + code;
          });
    }
  }

  /** Another password. */
  @Command(
      name = "password",
      header = "Sets another password, and opens a closed account again.",
      mixinStandardHelpOptions = true)
  static final class Password implements Callable<Integer> {
    @Mixin private One one = new One();

    @Override
    public Integer call() {
      return one.work(
          "set a password",
          books -> {
            Account account = one.account(books);
            String hash = Passwords.hash(password(one.common));
            books.keep(new Account(account.name(), account.role(), hash, account.created(), false));
            one.common.messages().say("set the password of " + account.name());
            return "";
          });
    }
  }

  /** Another role. */
  @Command(
      name = "role",
      header = "Gives an account another role.",
      mixinStandardHelpOptions = true)
  static final class ChangeRole implements Callable<Integer> {
    @Mixin private One one = new One();

    @Parameters(paramLabel = "ROLE", description = "reader, reviewer or admin.")
    private String role = "";

    @Override
    public Integer call() {
      String code = role(one.common, role);
      return one.work(
          "gave a role",
          books -> {
            Account account = one.account(books);
            books.keep(
                new Account(
                    account.name(), code, account.password(), account.created(), account.closed()));
            one.common.messages().say(account.name() + " is a " + code + " now");
            return ", " + code;
          });
    }
  }

  /** A token for programs. */
  @Command(
      name = "token",
      header = "Makes a token for programs, which may do what the account may.",
      description = {"It is printed once; only its hash is kept."},
      mixinStandardHelpOptions = true)
  static final class Token implements Callable<Integer> {
    @Mixin private One one = new One();

    @Option(
        names = "--label",
        paramLabel = "WORDS",
        defaultValue = "",
        description = "What it is for.")
    private String label = "";

    @Override
    public Integer call() {
      return one.work(
          "made a token",
          books -> {
            Account account = one.account(books);
            String token = Doorkeeper.giveToken(books, account.name(), label, Instant.now());
            one.common.out().println(token);
            one.common.out().flush();
            return label.isEmpty() ? "" : ", for " + label;
          });
    }
  }

  /** No account any more. */
  @Command(
      name = "close",
      header = "Closes an account, and takes its tokens away.",
      description = {"What it decided stays, with its name."},
      mixinStandardHelpOptions = true)
  static final class Close implements Callable<Integer> {
    @Mixin private One one = new One();

    @Override
    public Integer call() {
      return one.work(
          "closed an account",
          books -> {
            Account account = one.account(books);
            books.keep(
                new Account(
                    account.name(), account.role(), account.password(), account.created(), true));
            books.dropTokens(account.name());
            one.common.messages().say("closed the account " + account.name());
            return "";
          });
    }
  }

  /** All accounts. */
  @Command(name = "list", header = "Lists the accounts.", mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {
    @Mixin private RegisterOptions options = new RegisterOptions();
    @Mixin private Common common = new Common();

    @Override
    public Integer call() {
      try (Register register = options.openKept(common)) {
        register
            .deskBooks()
            .accounts()
            .forEach(
                account ->
                    common
                        .out()
                        .println(
                            account.name()
                                + "\t"
                                + account.role()
                                + "\t"
                                + account.created()
                                + (account.closed() ? "\tclosed" : "")));
        common.out().flush();
      }
      return 0;
    }
  }
}
