package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.register.dealing.Dealing;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Catalogue;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Excerpt;
import org.attache.register.store.Question;
import org.attache.register.store.Totals;

/** The first page: what is new, what is disputed, and search. */
final class HomePage {
  private static final int LATEST_DEALINGS = 24;
  private static final int DISPUTED = 10;
  private static final int CHANGES_A_DAY = 12;
  private static final int DAYS = 6;
  private static final int DAYS_COUNTED = 365;

  private final Desktop desktop;

  private final RunningPage running;

  HomePage(Desktop desktop) {
    this.desktop = desktop;
    running = new RunningPage(desktop);
  }

  void addTo(RoutesConfig routes) {
    routes.get("/", desktop.page(this::show));
  }

  /**
   * The page.
   *
   * @param totals how much there is; of today
   * @param days what is new
   * @param disputed what is disputed
   * @param stages how many dealings there are at each stage
   * @param spark claims over time
   * @param empty whether there is nothing at all
   * @param running how many runs read reports in just now
   */
  record View(
      Totals totals,
      List<Day> days,
      List<LineView> disputed,
      List<StageCount> stages,
      Spark spark,
      boolean empty,
      int running) {
    View with(int going) {
      return new View(totals, days, disputed, stages, spark, empty, going);
    }
  }

  /**
   * What is new on a day.
   *
   * @param day the day
   * @param iso the same, for programs
   * @param claims how many claims were reported
   * @param changes stages that are said to have been reached
   */
  record Day(String day, String iso, int claims, List<Change> changes) {}

  /**
   * A stage that somebody says a dealing has reached, for the first time.
   *
   * @param id the dealing
   * @param title the dealing in a line
   * @param stage the code of the stage
   * @param stageWords the stage
   * @param denied whether it is denied
   * @param fresh whether nothing was known of the dealing before
   * @param who who says so
   */
  record Change(
      String id,
      String title,
      String stage,
      String stageWords,
      boolean denied,
      boolean fresh,
      String who) {}

  /**
   * How many dealings are at a stage.
   *
   * @param code the stage's code
   * @param words the stage
   * @param number how many
   * @param share how many of a hundred, for a bar
   */
  record StageCount(String code, String words, int number, int share) {
    static List<StageCount> of(Map<Stage, Integer> counts) {
      int most = counts.values().stream().mapToInt(count -> count).max().orElse(1);
      List<StageCount> all = new ArrayList<>();
      for (Stage stage : Stage.values()) {
        int number = counts.getOrDefault(stage, 0);
        if (number > 0) {
          all.add(
              new StageCount(
                  stage.code(),
                  Plain.words(stage.code()),
                  number,
                  Math.max(1, number * 100 / most)));
        }
      }
      return all;
    }
  }

  private void show(Call call) {
    Totals totals =
        desktop.answers().get("totals", Totals.class, register -> register.reports().totals());
    View view = call.catalogue("home", View.class, catalogue -> view(catalogue, totals));
    call.show("home.jte", call.frame("", "/"), view.with(running.going()));
  }

  private View view(Catalogue catalogue, Totals totals) {
    List<DealingLine> latest = catalogue.dealings(Excerpt.latest(Question.ALL, LATEST_DEALINGS));
    List<LineView> disputed =
        catalogue
            .dealings(new Excerpt(Question.ALL, true, Excerpt.Order.LAST, true, 0, DISPUTED))
            .stream()
            .map(line -> LineView.of(line, Spark.NONE))
            .toList();
    LocalDate newest =
        latest.stream().map(DealingLine::last).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    Map<LocalDate, Integer> counts = counts(catalogue, newest);
    return new View(
        totals,
        days(catalogue, latest, counts),
        disputed,
        StageCount.of(catalogue.stages(Question.ALL, false)),
        Spark.of(counts, "claim", newest.minusDays(DAYS_COUNTED), newest),
        totals.reports() == 0,
        0);
  }

  private static Map<LocalDate, Integer> counts(Catalogue catalogue, LocalDate newest) {
    Map<LocalDate, Integer> counts = new LinkedHashMap<>();
    catalogue
        .claimsByDay(newest.minusDays(DAYS_COUNTED))
        .forEach(tally -> counts.put(LocalDate.parse(tally.name()), tally.number()));
    return counts;
  }

  private List<Day> days(
      Catalogue catalogue, List<DealingLine> latest, Map<LocalDate, Integer> counts) {
    Map<LocalDate, List<Change>> changes = new LinkedHashMap<>();
    for (DealingLine line : latest) {
      catalogue.dealing(line.id()).ifPresent(dealing -> addChanges(dealing, changes));
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<LocalDate, Integer>comparingByKey().reversed())
        .filter(entry -> changes.containsKey(entry.getKey()))
        .limit(DAYS)
        .map(
            entry ->
                new Day(
                    Plain.day(entry.getKey()),
                    entry.getKey().toString(),
                    entry.getValue(),
                    changes.getOrDefault(entry.getKey(), List.of()).stream()
                        .limit(CHANGES_A_DAY)
                        .toList()))
        .toList();
  }

  private static void addChanges(Dealing dealing, Map<LocalDate, List<Change>> changes) {
    Set<Stage> asserted = EnumSet.noneOf(Stage.class);
    Set<Stage> denied = EnumSet.noneOf(Stage.class);
    Optional<LocalDate> first = Optional.of(dealing.first());
    for (HeldClaim held : dealing.claims()) {
      boolean denies = held.claim().polarity() == Polarity.DENIED;
      if ((denies ? denied : asserted).add(held.claim().stage())) {
        LocalDate day = held.origin().day();
        changes
            .computeIfAbsent(day, k -> new ArrayList<>())
            .add(
                new Change(
                    dealing.id(),
                    LineView.withoutStage(dealing.title(), dealing.stage().code()),
                    held.claim().stage().code(),
                    Plain.words(held.claim().stage().code()),
                    denies,
                    first.equals(Optional.of(day)),
                    ClaimView.of(0, held).asserter()));
      }
    }
  }
}
