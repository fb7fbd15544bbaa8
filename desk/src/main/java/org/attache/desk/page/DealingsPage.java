package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.desk.gate.Wrong;
import org.attache.desk.page.HomePage.StageCount;
import org.attache.desk.question.Filters;
import org.attache.desk.question.Filters.Sorting;
import org.attache.equipment.Category;
import org.attache.register.exchange.GraphMl;
import org.attache.register.exchange.JsonLines;
import org.attache.register.exchange.Plover;
import org.attache.register.exchange.SipriCsv;
import org.attache.register.resolution.Families;
import org.attache.register.store.Catalogue;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Excerpt;
import org.attache.register.store.Inquiry;
import org.attache.register.store.Question;
import org.attache.register.store.Register;

/** Dealings in a table, with filters in the address; and the same out, in files. */
final class DealingsPage {
  private static final int ROWS = 50;
  private static final int ROWS_IN_A_FILE = 5_000;

  private final Desktop desktop;

  DealingsPage(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/dealings", desktop.page(this::show));
    routes.get("/export/dealings.csv", desktop.page(this::table));
    routes.get("/export/{format}", desktop.page(this::export));
  }

  /**
   * The page.
   *
   * @param filters what is asked for
   * @param rows this page of it
   * @param total how many there are
   * @param stages how many are at each stage
   * @param columns the heads of the columns that it can be sorted by
   * @param page which page it is
   * @param before the address of the page before; empty where there is none
   * @param after the address of the page after
   * @param choices what can be filtered by
   * @param files the same in files
   */
  record View(
      Filters filters,
      List<LineView> rows,
      int total,
      List<StageLink> stages,
      List<Column> columns,
      int page,
      String before,
      String after,
      Choices choices,
      List<File> files) {}

  /**
   * A stage to filter by.
   *
   * @param count how many dealings are there
   * @param address where they are listed
   * @param chosen whether it is the one that is shown
   */
  record StageLink(StageCount count, String address, boolean chosen) {}

  /**
   * The head of a column.
   *
   * @param name it
   * @param address where the list is sorted by it; empty where it cannot be
   * @param sorted "ascending", "descending" or empty
   * @param numeric whether it holds numbers
   */
  record Column(String name, String address, String sorted, boolean numeric) {}

  /**
   * What can be filtered by.
   *
   * @param states names of states
   * @param categories codes of sorts of things
   * @param kinds codes of kinds
   * @param stages codes of stages
   */
  record Choices(
      List<String> states, List<String> categories, List<String> kinds, List<String> stages) {}

  /**
   * The list as a file.
   *
   * @param name what the format is called
   * @param address where it is
   */
  record File(String name, String address) {}

  private void show(Call call) {
    Filters filters = call.filters();
    Sorting sorting = call.parameter("sort").map(Sorting::parse).orElse(Sorting.USUAL);
    int page = call.page();
    String key = "dealings?" + filters.query() + "&sort=" + sorting.text() + "&page=" + page;
    View view =
        call.catalogue(key, View.class, catalogue -> view(catalogue, filters, sorting, page));
    call.show("dealings.jte", call.frame("Dealings", "/dealings"), view);
  }

  private View view(Catalogue catalogue, Filters filters, Sorting sorting, int page) {
    Question question = filters.question();
    List<DealingLine> lines =
        catalogue.dealings(
            new Excerpt(
                question,
                filters.contradicted(),
                sorting.order(),
                sorting.descending(),
                (page - 1) * ROWS,
                ROWS + 1));
    boolean more = lines.size() > ROWS;
    List<DealingLine> shown = lines.stream().limit(ROWS).toList();
    Map<Stage, Integer> counts = catalogue.stages(question, filters.contradicted());
    int total =
        question
            .stage()
            .map(stage -> counts.getOrDefault(stage, 0))
            .orElseGet(() -> counts.values().stream().mapToInt(count -> count).sum());
    return new View(
        filters,
        rows(catalogue, shown),
        total,
        stages(counts, filters, sorting),
        columns(filters, sorting),
        page,
        page > 1 ? paged(filters, sorting, page - 1) : "",
        more ? paged(filters, sorting, page + 1) : "",
        choices(),
        files(filters, sorting));
  }

  static List<LineView> rows(Catalogue catalogue, List<DealingLine> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    LocalDate from = lines.stream().map(DealingLine::first).min(LocalDate::compareTo).orElseThrow();
    LocalDate to = lines.stream().map(DealingLine::last).max(LocalDate::compareTo).orElseThrow();
    Map<String, List<LocalDate>> days =
        catalogue.days(lines.stream().map(DealingLine::id).toList());
    return lines.stream()
        .map(line -> LineView.of(line, Spark.of(days.getOrDefault(line.id(), List.of()), from, to)))
        .toList();
  }

  private static String sorted(Filters filters, Sorting sorting) {
    return sorting.equals(Sorting.USUAL)
        ? filters.at("/dealings")
        : filters.at("/dealings", "sort", sorting.text());
  }

  private static String paged(Filters filters, Sorting sorting, int page) {
    String address = sorted(filters, sorting);
    return page == 1 ? address : address + (address.contains("?") ? "&" : "?") + "page=" + page;
  }

  private static List<StageLink> stages(
      Map<Stage, Integer> counts, Filters filters, Sorting sorting) {
    return StageCount.of(counts).stream()
        .map(
            count -> {
              boolean chosen = filters.get("stage").equals(count.code());
              return new StageLink(
                  count,
                  sorted(filters.with("stage", chosen ? "" : count.code()), sorting),
                  chosen);
            })
        .toList();
  }

  private static List<Column> columns(Filters filters, Sorting sorting) {
    List<Column> columns = new ArrayList<>();
    columns.add(column("Dealing", Excerpt.Order.TITLE, false, filters, sorting));
    columns.add(new Column("Stage", "", "", false));
    columns.add(column("First report", Excerpt.Order.FIRST, true, filters, sorting));
    columns.add(column("Last report", Excerpt.Order.LAST, true, filters, sorting));
    columns.add(column("Reports", Excerpt.Order.REPORTS, true, filters, sorting));
    columns.add(column("Sources", Excerpt.Order.SOURCES, true, filters, sorting));
    columns.add(new Column("Over time", "", "", false));
    return columns;
  }

  private static Column column(
      String name, Excerpt.Order order, boolean high, Filters filters, Sorting sorting) {
    boolean here = sorting.order() == order;
    boolean descending = here ? !sorting.descending() : high;
    boolean numeric = order == Excerpt.Order.REPORTS || order == Excerpt.Order.SOURCES;
    return new Column(
        name,
        sorted(filters, new Sorting(order, descending)),
        here ? sorting.descending() ? "descending" : "ascending" : "",
        numeric);
  }

  private Choices choices() {
    return new Choices(
        desktop.names().states().stream().map(party -> party.name()).toList(),
        Stream.of(Category.values()).map(Category::code).toList(),
        Stream.of(Kind.values()).map(Kind::code).toList(),
        Stream.of(Stage.values()).map(Stage::code).toList());
  }

  private static List<File> files(Filters filters, Sorting sorting) {
    List<File> files = new ArrayList<>();
    files.add(
        new File("This table (CSV)", filters.at("/export/dealings.csv", "sort", sorting.text())));
    if (!filters.contradicted()) {
      files.add(new File("Reports and claims (JSON lines)", filters.at("/export/attache.jsonl")));
      files.add(new File("SIPRI's columns (CSV)", filters.at("/export/sipri.csv")));
      files.add(new File("PLOVER events (JSON lines)", filters.at("/export/plover.jsonl")));
      files.add(new File("Network (GraphML)", filters.at("/export/network.graphml")));
    }
    return files;
  }

  private void table(Call call) throws IOException {
    Sorting sorting = call.parameter("sort").map(Sorting::parse).orElse(Sorting.USUAL);
    // The first part is asked for before the answer begins: until then it can be refused.
    List<DealingLine> lines = part(call, sorting, 0);
    try (Writer out = download(call.context(), "dealings.csv", "text/csv; charset=utf-8")) {
      out.write(
          "id,title,kind,stage,first_report,last_report,reports,sources,claims,disputed,"
              + "contradictions\r\n");
      int from = 0;
      while (!lines.isEmpty()) {
        for (DealingLine line : lines) {
          out.write(row(line));
        }
        from += ROWS_IN_A_FILE;
        lines = lines.size() < ROWS_IN_A_FILE ? List.of() : part(call, sorting, from);
      }
    }
  }

  private List<DealingLine> part(Call call, Sorting sorting, int from) {
    Filters filters = call.filters();
    return desktop
        .answers()
        .catalogue(
            call.asOf(),
            catalogue ->
                catalogue.dealings(
                    new Excerpt(
                        filters.question(),
                        filters.contradicted(),
                        sorting.order(),
                        sorting.descending(),
                        from,
                        ROWS_IN_A_FILE)));
  }

  private static String row(DealingLine line) {
    return Stream.of(
                line.id(),
                line.title(),
                line.kind(),
                line.stage(),
                line.first(),
                line.last(),
                line.reports(),
                line.voices(),
                line.claims(),
                line.disputed(),
                String.join("; ", line.contradictions()))
            .map(String::valueOf)
            .map(DealingsPage::cell)
            .collect(java.util.stream.Collectors.joining(","))
        + "\r\n";
  }

  /** A cell that no spreadsheet takes for a formula. */
  static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  private static Writer download(Context context, String name, String type) throws IOException {
    context.contentType(type);
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8);
  }

  /** Writes what a question asks for in a format. */
  private interface Exporter {
    void write(Inquiry inquiry, Question question, Writer out)
        throws IOException, XMLStreamException;
  }

  private void export(Call call) {
    Filters filters = call.filters();
    String name = call.part("format");
    switch (name) {
      case "attache.jsonl" ->
          export(call, filters, "application/x-ndjson; charset=utf-8", JsonLines::write);
      case "sipri.csv" ->
          export(
              call,
              filters,
              "text/csv; charset=utf-8",
              (inquiry, question, out) ->
                  new SipriCsv(Families.builtIn()).write(inquiry.dealingsInFull(question), out));
      case "plover.jsonl" ->
          export(
              call,
              filters,
              "application/x-ndjson; charset=utf-8",
              (inquiry, question, out) -> Plover.write(inquiry.claims(question), out));
      case "network.graphml" ->
          export(
              call,
              filters,
              "application/graphml+xml; charset=utf-8",
              (inquiry, question, out) -> GraphMl.write(inquiry.dealingsInFull(question), out));
      default ->
          throw new Wrong(
              404,
              "There is no such format",
              "The formats are linked below the table of dealings.");
    }
  }

  /** An answer begins when a door is open: until then it can still be refused. */
  private void export(Call call, Filters filters, String type, Exporter exporter) {
    Function<Register, Boolean> writing =
        register -> {
          try (Writer out = download(call.context(), call.part("format"), type)) {
            exporter.write(register.inquiry(), filters.question(), out);
            return true;
          } catch (IOException | XMLStreamException e) {
            throw new java.io.UncheckedIOException(
                e instanceof IOException io ? io : new IOException(e));
          }
        };
    if (filters.asOf().isPresent()) {
      desktop.registers().readLong(writing);
    } else {
      desktop.registers().read(writing);
    }
  }
}
