package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attache.claim.Evidence;
import org.attache.desk.gate.Wrong;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Catalogue;
import org.attache.register.store.DealingLine;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Register;

/** A report as it was read: its text with every claim marked, and the claims beside it. */
final class ReportPage {
  private final Desktop desktop;

  ReportPage(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/reports/{key}", desktop.page(this::show));
    routes.get("/claims/{key}", desktop.page(this::claim));
  }

  /**
   * The page.
   *
   * @param key what the report is known by
   * @param title its headline
   * @param outlet who published it
   * @param day when
   * @param iso when, for programs
   * @param undated whether nobody says when it was published
   * @param link where it can be read; only ever an address of the web
   * @param text it, with claims marked
   * @param claims its claims, each with its dealing
   * @param why why there are none; empty where there are
   * @param versions other versions of it
   * @param copies other reports with the same story
   * @param decisions what reviewers decided
   * @param origin the file or place that it comes from
   * @param reader the version of the reader that read it
   * @param current whether no newer version supersedes it
   */
  record View(
      String key,
      String title,
      String outlet,
      String day,
      String iso,
      boolean undated,
      Optional<String> link,
      MarkedText text,
      List<Beside> claims,
      String why,
      List<DealingPage.ReportLine> versions,
      List<DealingPage.ReportLine> copies,
      List<DecisionView> decisions,
      String origin,
      String reader,
      boolean current) {}

  /**
   * A claim beside the text.
   *
   * @param claim the claim
   * @param dealing the id of its dealing; empty where it is in none
   * @param dealingTitle that dealing in a line
   * @param rejected whether a reviewer rejected it
   */
  record Beside(ClaimView claim, String dealing, String dealingTitle, boolean rejected) {}

  private void show(Call call) {
    String key = call.part("key");
    View view =
        desktop
            .registers()
            .read(
                register ->
                    view(
                        register,
                        register.inquiry().report(key).orElseThrow(() -> Wrong.missing("report"))));
    call.show("report.jte", call.frame(view.title(), ""), view);
  }

  private void claim(Call call) {
    String key = call.part("key");
    HeldClaim held =
        desktop
            .registers()
            .read(register -> register.reports().claim(key))
            .orElseThrow(() -> Wrong.missing("claim"));
    List<HeldClaim> all =
        desktop
            .registers()
            .read(register -> register.reports().claimsWithRejected(held.origin().report()));
    int number = all.stream().map(HeldClaim::key).toList().indexOf(key) + 1;
    call.leadTo("/reports/" + held.origin().report() + (number > 0 ? "#claim-" + number : ""));
  }

  private static View view(Register register, KeptReport report) {
    List<HeldClaim> held = register.reports().claimsWithRejected(report.key());
    List<String> keys = held.stream().map(HeldClaim::key).toList();
    Map<String, Integer> numbers = new HashMap<>();
    keys.forEach(key -> numbers.put(key, numbers.size() + 1));
    List<List<Evidence>> evidence = held.stream().map(one -> one.claim().evidence()).toList();
    return new View(
        report.key(),
        Plain.line(report.report().headline()),
        Plain.line(report.report().outlet()),
        Plain.day(report.day()),
        report.day().toString(),
        report.report().published().isEmpty(),
        Plain.link(report.report().url()),
        MarkedText.of(report.report().text(), evidence),
        beside(register, held, keys, report.current()),
        why(report, held),
        others(register.reports().versions(report.key()), report),
        register.reports().copies(report).stream().map(DealingPage.ReportLine::of).toList(),
        DecisionView.about(register, held, numbers),
        Plain.line(report.name()),
        report.reader().orElse(""),
        report.current());
  }

  private static List<Beside> beside(
      Register register, List<HeldClaim> held, List<String> keys, boolean current) {
    Catalogue catalogue = register.catalogue();
    Map<String, DealingLine> dealings = catalogue.dealingsOf(keys);
    Set<String> standing = register.reports().standing(keys);
    List<Beside> all = new ArrayList<>();
    for (HeldClaim one : held) {
      Optional<DealingLine> dealing = Optional.ofNullable(dealings.get(one.key()));
      all.add(
          new Beside(
              ClaimView.of(all.size() + 1, one),
              dealing.map(DealingLine::id).orElse(""),
              dealing.map(line -> Plain.line(line.title())).orElse(""),
              current && !standing.contains(one.key())));
    }
    return all;
  }

  private static String why(KeptReport report, List<HeldClaim> held) {
    if (!held.isEmpty()) {
      return "";
    }
    return report.reader().isEmpty()
        ? "This report is not in English, so it is kept and not read."
        : "No claim was found in this report.";
  }

  private static List<DealingPage.ReportLine> others(List<KeptReport> versions, KeptReport here) {
    return versions.stream()
        .filter(version -> !version.key().equals(here.key()))
        .map(DealingPage.ReportLine::of)
        .toList();
  }
}
