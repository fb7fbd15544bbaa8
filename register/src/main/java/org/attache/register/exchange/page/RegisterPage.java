package org.attache.register.exchange.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.equipment.Category;
import org.attache.lexicon.Tables;
import org.attache.party.Parties;
import org.attache.party.Party;
import org.attache.register.dealing.Dealing;
import org.attache.register.exchange.page.PageView.Fact;
import org.attache.register.store.Inquiry;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Question;

/**
 * Dealings as one page of HTML: every field with its values and who says so, contradictions first.
 * The page needs no script and nothing from elsewhere, and says so to the browser; whatever comes
 * from reports is escaped.
 */
public final class RegisterPage {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, RegisterPage.class.getClassLoader(), packageName());

  private final Parties parties;

  /** A page that calls states as these tables do. */
  public RegisterPage(Tables tables) {
    parties = new Parties(tables);
  }

  private static String packageName() {
    return RegisterPage.class.getPackageName();
  }

  /**
   * Writes the dealings that are asked for.
   *
   * @param today the day that the page is drawn up
   */
  public void write(Inquiry inquiry, Question question, LocalDate today, Writer out) {
    List<Dealing> dealings = inquiry.dealingsInFull(question);
    Map<String, KeptReport> reports = new HashMap<>();
    List<DealingView> views =
        dealings.stream()
            .map(
                dealing ->
                    new Viewer(dealing)
                        .view(
                            key ->
                                reports.computeIfAbsent(key, k -> inquiry.report(k).orElseThrow())))
            .toList();
    templates.render(
        "page.jte", new PageView(facts(question, dealings, today), views), new WriterOutput(out));
  }

  private List<Fact> facts(Question question, List<Dealing> dealings, LocalDate today) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Drawn up", PlainText.day(today).text()));
    facts.add(new Fact("Register as of", PlainText.day(question.asOf().orElse(today)).text()));
    dealings.stream()
        .map(Dealing::last)
        .max(Comparator.naturalOrder())
        .ifPresent(day -> facts.add(new Fact("Newest report", PlainText.day(day).text())));
    add("Supplier", question.supplier().map(this::side), facts);
    add("Recipient", question.recipient().map(this::side), facts);
    add("Party", question.party().map(this::side), facts);
    add("Designation", question.designation(), facts);
    add("Category", question.category().map(Category::code), facts);
    add("Kind", question.kind().map(Kind::code), facts);
    add("Stage", question.stage().map(Stage::code), facts);
    add("Source", question.source(), facts);
    add("Outlet", question.outlet(), facts);
    add("Reported since", question.since().map(day -> PlainText.day(day).text()), facts);
    add("Reported until", question.until().map(day -> PlainText.day(day).text()), facts);
    facts.add(new Fact("Dealings", Integer.toString(dealings.size())));
    return facts;
  }

  private String side(String key) {
    return parties.state(key).map(Party::name).orElse(key);
  }

  private static void add(String name, Optional<String> value, List<Fact> facts) {
    value.ifPresent(text -> facts.add(new Fact(name, PlainText.of(text))));
  }
}
