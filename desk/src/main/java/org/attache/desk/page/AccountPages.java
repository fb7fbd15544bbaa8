package org.attache.desk.page;

import gg.jte.output.Utf8ByteOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.attache.desk.account.Role;
import org.attache.desk.gate.Wrong;
import org.attache.register.store.DeskBooks;

/** Signing in and out, and what was done by whom. */
final class AccountPages {
  private static final int MOST_DEEDS = 500;
  private static final int LONGEST = 300;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private final Desktop desktop;

  AccountPages(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/login", context -> ask(context, false));
    routes.post("/login", this::signIn);
    routes.post("/logout", this::signOut);
    routes.get("/audit", desktop.page(call -> log(call.needs(Role.ADMIN))));
  }

  /**
   * The form.
   *
   * @param to where to go on to
   * @param failed whether name or password were wrong
   */
  record LoginView(String to, boolean failed) {}

  /**
   * The log.
   *
   * @param deeds what was done, the last first
   */
  record LogView(List<Deed> deeds) {}

  /**
   * Something that was done.
   *
   * @param at when
   * @param who by whom
   * @param what what
   * @param detail to what
   */
  record Deed(String at, String who, String what, String detail) {
    static Deed of(DeskBooks.Deed deed) {
      return new Deed(
          TIME.format(deed.at()),
          Plain.line(deed.who()),
          Plain.line(deed.what()),
          Plain.line(deed.detail()));
    }
  }

  private void ask(Context context, boolean failed) {
    if (!desktop.doorkeeper().hasAccounts()) {
      context.redirect("/");
      return;
    }
    String to =
        Optional.ofNullable(failed ? context.formParam("to") : context.queryParam("to"))
            .map(AccountPages::here)
            .orElse("/");
    Utf8ByteOutput page = new Utf8ByteOutput();
    desktop
        .templates()
        .render(
            "login.jte",
            Map.of(
                "frame",
                Frame.ofStranger(
                    "Sign in",
                    desktop.doorkeeper().form(desktop.doorkeeper().session(context)),
                    desktop.version()),
                "view",
                new LoginView(to, failed)),
            page);
    context
        .status(failed ? 401 : 200)
        .contentType("text/html; charset=utf-8")
        .result(page.toByteArray());
  }

  /** An address of this desk; the first page for any other. */
  static String here(String address) {
    return address.matches("/(?![/\\\\])[!-~&&[^\\\\]]{0,1000}") ? address : "/";
  }

  private void signIn(Context context) {
    if (!desktop.doorkeeper().hasAccounts()) {
      throw Wrong.missing("page");
    }
    String name = Optional.ofNullable(context.formParam("name")).orElse("");
    String password = Optional.ofNullable(context.formParam("password")).orElse("");
    boolean plausible = !name.isBlank() && name.length() <= LONGEST && !password.isEmpty();
    if (plausible && desktop.doorkeeper().signIn(context, name.strip(), password)) {
      context.redirect(
          here(Optional.ofNullable(context.formParam("to")).orElse("/")),
          io.javalin.http.HttpStatus.SEE_OTHER);
    } else {
      ask(context, true);
    }
  }

  private void signOut(Context context) {
    desktop.doorkeeper().signOut(context);
    context.redirect("/login", io.javalin.http.HttpStatus.SEE_OTHER);
  }

  private void log(Call call) {
    List<Deed> deeds =
        desktop.registers().read(register -> register.deskBooks().deeds(MOST_DEEDS)).stream()
            .map(Deed::of)
            .toList();
    call.show("audit.jte", call.frame("Log", "/audit"), new LogView(deeds));
  }
}
