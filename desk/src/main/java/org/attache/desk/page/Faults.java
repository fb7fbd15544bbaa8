package org.attache.desk.page;

import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.BiConsumer;
import org.attache.desk.account.NotSignedInException;
import org.attache.desk.gate.Wrong;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong and what to do, as a page or, to programs, as a problem (RFC 9457). */
public final class Faults {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Desktop desktop;
  private final BiConsumer<String, Throwable> told;

  /**
   * Faults of a desk.
   *
   * @param told is told of what should not happen
   */
  public Faults(Desktop desktop, BiConsumer<String, Throwable> told) {
    this.desktop = desktop;
    this.told = told;
  }

  /** A request that cannot be answered as it was put. */
  public void wrong(Wrong fault, Context context) {
    context.status(fault.status());
    boolean busy = fault.status() == 503 || fault.status() == 429;
    if (busy && !context.res().containsHeader("Retry-After")) {
      context.header("Retry-After", "5");
    }
    if (isForPrograms(context)) {
      problem(fault, context);
    } else {
      page(fault, context);
    }
  }

  private static boolean isForPrograms(Context context) {
    return context.path().startsWith("/api/");
  }

  private static void problem(Wrong fault, Context context) {
    context
        .contentType("application/problem+json")
        .result(
            JSON.writeValueAsString(
                new java.util.TreeMap<>(
                    Map.of(
                        "type", "about:blank",
                        "title", fault.title(),
                        "status", fault.status(),
                        "detail", fault.advice()))));
  }

  private void page(Wrong fault, Context context) {
    Frame frame;
    try {
      if (fault.status() == Wrong.MISDIRECTED) {
        throw fault;
      }
      frame = new Call(context, desktop).frame(fault.title(), "");
    } catch (NotSignedInException | Wrong e) {
      frame = Frame.ofStranger(fault.title(), "", desktop.version());
    }
    Utf8ByteOutput page = new Utf8ByteOutput();
    desktop
        .templates()
        .render(
            "error.jte",
            Map.of(
                "frame",
                frame,
                "view",
                new ErrorView(fault.status(), fault.title(), Plain.cut(fault.advice(), 2_000))),
            page);
    context.contentType("text/html; charset=utf-8").result(page.toByteArray());
  }

  /** Nobody can tell who asks. */
  public void notSignedIn(NotSignedInException fault, Context context) {
    if (isForPrograms(context)) {
      context.header("WWW-Authenticate", "Bearer");
      wrong(
          new Wrong(
              401,
              "Who is asking?",
              "Send a token: Authorization: Bearer att_…. An administrator makes one with"
                  + " attache user token NAME."),
          context);
    } else {
      context.redirect("/login?to=" + Plain.url(context.path()));
    }
  }

  /** Something that should not happen. What exactly is for the log, and not for strangers. */
  public void unexpected(Exception fault, Context context) {
    told.accept(context.method() + " " + context.path(), fault);
    wrong(
        new Wrong(
            500,
            "Something went wrong that should not",
            "Nothing was changed. Try again; if it stays so, report it with the address of this"
                + " page and what the program wrote to its standard error."),
        context);
  }
}
