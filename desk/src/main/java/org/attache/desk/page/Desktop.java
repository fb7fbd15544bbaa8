package org.attache.desk.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.time.Clock;
import org.attache.desk.account.Doorkeeper;
import org.attache.desk.intake.Intake;
import org.attache.desk.stock.Answers;
import org.attache.desk.stock.Names;
import org.attache.desk.stock.Registers;

/**
 * What the pages share.
 *
 * @param registers the register
 * @param answers what is kept of its answers
 * @param names what sides and types are called
 * @param doorkeeper who looks
 * @param intake reports on their way in
 * @param templates what pages look like
 * @param version of the program
 * @param clock what time it is
 */
public record Desktop(
    Registers registers,
    Answers answers,
    Names names,
    Doorkeeper doorkeeper,
    Intake intake,
    TemplateEngine templates,
    String version,
    Clock clock) {
  /** The templates of the desk, which the build has made classes of. */
  public static TemplateEngine builtTemplates() {
    return TemplateEngine.createPrecompiled(
        null, ContentType.Html, Desktop.class.getClassLoader(), Desktop.class.getPackageName());
  }

  /** A page that is shown for a call. */
  interface Page {
    void show(Call call) throws Exception;
  }

  /** A handler that shows a page. */
  Handler page(Page page) {
    return context -> page.show(new Call(context, this));
  }

  /** Puts all pages where they belong. */
  public void addTo(RoutesConfig routes) {
    new HomePage(this).addTo(routes);
    new DealingsPage(this).addTo(routes);
    new DealingPage(this).addTo(routes);
    new ReportPage(this).addTo(routes);
    new StatePage(this).addTo(routes);
    new EquipmentPage(this).addTo(routes);
    new SearchPage(this).addTo(routes);
    new SourcesPage(this).addTo(routes);
    new AddPage(this).addTo(routes);
    new ReviewPage(this).addTo(routes);
    new AccountPages(this).addTo(routes);
    new MapPage(this).addTo(routes);
    new RunningPage(this).addTo(routes);
  }
}
