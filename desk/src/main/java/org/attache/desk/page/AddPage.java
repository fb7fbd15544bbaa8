package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.desk.account.Role;
import org.attache.desk.gate.Wrong;
import org.attache.desk.intake.Draft;
import org.attache.desk.intake.Intake;
import org.attache.desk.question.Filters;
import org.attache.register.store.Added;

/** Reports in: pasted, fetched or uploaded; read and shown before anything is kept. */
final class AddPage {
  private static final int MOST_REPORTS = 20;
  private static final int LONGEST_NAME = 200;

  private final Desktop desktop;

  AddPage(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/add", desktop.page(call -> form(call.needs(Role.REVIEWER))));
    routes.post("/add", desktop.page(call -> read(call.needs(Role.REVIEWER))));
    routes.get("/add/{id}", desktop.page(call -> show(call.needs(Role.REVIEWER))));
    routes.post("/add/{id}", desktop.page(call -> keep(call.needs(Role.REVIEWER))));
  }

  /**
   * The form.
   *
   * @param example a report to try it on
   */
  record FormView(String example) {}

  /**
   * What was read.
   *
   * @param id what it was put aside under
   * @param reports the reports
   * @param faults what could not be used, and why
   */
  record View(String id, List<Read> reports, List<String> faults) {}

  /**
   * A report that was read.
   *
   * @param number its number on the page, from 1
   * @param title its headline
   * @param outlet who published it
   * @param day when; empty where that is not known
   * @param text it, with claims marked
   * @param claims its claims
   * @param why why there are none; empty where there are
   */
  record Read(
      int number,
      String title,
      String outlet,
      String day,
      MarkedText text,
      List<ClaimView> claims,
      String why) {
    static Read of(int number, Draft draft) {
      List<Claim> claims = draft.claims().orElse(List.of());
      List<ClaimView> views = new ArrayList<>();
      claims.forEach(claim -> views.add(ClaimView.of(views.size() + 1, claim)));
      List<List<Evidence>> evidence = claims.stream().map(Claim::evidence).toList();
      return new Read(
          number,
          Plain.line(draft.arrival().report().headline()),
          Plain.line(draft.arrival().report().outlet()),
          draft.arrival().report().published().map(Plain::day).orElse(""),
          MarkedText.of(draft.arrival().report().text(), evidence),
          views,
          !draft.isRead()
              ? "This is not in English: it can be kept, but is not read."
              : claims.isEmpty() ? "No claim was found in this report." : "");
    }
  }

  private static final String EXAMPLE =
      """
      Chile close to Gripen deal, Stockholm says
      STOCKHOLM, 14 May – Sweden has offered Chile 24 Gripen E fighters, the coordinator of Swedish \
      arms exports, Maja Lindqvist, said on Monday.
      Chile's defence ministry denied that it had ordered any aircraft. A senior official in \
      Santiago said the two governments were negotiating about 18 fighters worth $1.9 billion.
      """;

  private void form(Call call) {
    call.show("add.jte", call.frame("Add reports", "/add"), new FormView(EXAMPLE));
  }

  private void read(Call call) throws IOException, InterruptedException {
    Intake.Head head =
        new Intake.Head(
            call.field("outlet").map(name -> Plain.cut(name, LONGEST_NAME)),
            call.field("published").map(text -> Filters.day("published", text)),
            call.field("where").flatMap(url -> Plain.link(Optional.of(url))));
    Optional<String> text = call.field("text");
    Optional<String> url = call.field("url");
    List<UploadedFile> files =
        call.context().isMultipartFormData()
            ? call.context().uploadedFiles("files").stream().filter(f -> f.size() > 0).toList()
            : List.of();
    Intake.Batch batch;
    if (text.isPresent()) {
      batch = new Intake.Batch(List.of(desktop.intake().read(text.get(), head)), List.of());
    } else if (url.isPresent()) {
      batch = new Intake.Batch(List.of(desktop.intake().fetch(url.get(), head)), List.of());
    } else if (!files.isEmpty()) {
      batch = uploaded(files, head);
    } else {
      throw new Wrong(
          400, "There is nothing to read", "Paste a text, give an address, or choose a file.");
    }
    call.leadTo("/add/" + desktop.intake().putAside(call.visitor().name(), batch));
  }

  private Intake.Batch uploaded(List<UploadedFile> files, Intake.Head head) throws IOException {
    List<Draft> drafts = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (UploadedFile file : files) {
      if (drafts.size() < MOST_REPORTS) {
        try (java.io.InputStream content = file.content()) {
          Intake.Batch batch =
              desktop
                  .intake()
                  .upload(
                      Plain.cut(Plain.line(file.filename()), LONGEST_NAME),
                      content,
                      head,
                      MOST_REPORTS - drafts.size());
          drafts.addAll(batch.drafts());
          faults.addAll(batch.faults());
        }
      }
    }
    return new Intake.Batch(drafts, faults);
  }

  private Intake.Batch aside(Call call) {
    return desktop
        .intake()
        .aside(call.visitor().name(), call.part("id"))
        .orElseThrow(
            () ->
                new Wrong(
                    404,
                    "What was read here is gone",
                    "It is kept for an hour, and until the desk is started anew. Read it again."));
  }

  private void show(Call call) {
    Intake.Batch batch = aside(call);
    List<Read> reports = new ArrayList<>();
    batch.drafts().forEach(draft -> reports.add(Read.of(reports.size() + 1, draft)));
    call.show(
        "draft.jte",
        call.frame("Read, not kept yet", "/add").using("report"),
        new View(call.part("id"), reports, batch.faults().stream().map(Plain::line).toList()));
  }

  private void keep(Call call) {
    Intake.Batch batch = aside(call);
    List<Draft> chosen = new ArrayList<>();
    List<String> numbers = call.context().formParams("report");
    for (int i = 0; i < batch.drafts().size(); i++) {
      if (batch.drafts().size() == 1 || numbers.contains(String.valueOf(i + 1))) {
        chosen.add(batch.drafts().get(i));
      }
    }
    if (chosen.isEmpty()) {
      throw new Wrong(400, "No report was chosen", "Go back, and tick those to keep.");
    }
    int fresh = 0;
    for (Draft draft : chosen) {
      fresh += desktop.intake().keep(draft) == Added.KNOWN ? 0 : 1;
    }
    desktop.intake().forget(call.part("id"));
    desktop
        .doorkeeper()
        .note(
            call.visitor().name(),
            "added reports",
            fresh
                + " of "
                + chosen.size()
                + " new, "
                + LocalDate.ofInstant(desktop.clock().instant(), java.time.ZoneOffset.UTC));
    call.leadTo(chosen.size() == 1 ? "/reports/" + chosen.getFirst().arrival().key() : "/dealings");
  }
}
