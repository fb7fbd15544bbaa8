package org.attache.desk.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.register.dealing.HistoryPoint;

/**
 * The stages of a dealing over time, as a drawing: time to the right, how far it has got upwards.
 *
 * @param points a point for each claim
 * @param lanes the stages that occur, the furthest at the top
 * @param ticks days to read the time by
 * @param path the line through what is asserted, in the notation of SVG
 * @param height how high the drawing is
 */
record StageChart(List<Point> points, List<Lane> lanes, List<Tick> ticks, String path, int height) {
  static final int WIDTH = 860;
  private static final int LEFT = 104;
  private static final int RIGHT = 60;
  private static final int LANE = 26;
  private static final int TOP = 14;

  /** Of a dealing of many claims so many points are drawn beside each other, at one place. */
  private static final int MOST_BESIDE = 3;

  private static final int BESIDE = 11;

  /**
   * A claim.
   *
   * @param x how far to the right
   * @param y how far down
   * @param claim its number
   * @param stage the code of its stage
   * @param denied whether it is denied
   * @param words what it says
   */
  record Point(int x, int y, int claim, String stage, boolean denied, String words) {}

  /**
   * A stage.
   *
   * @param y how far down
   * @param words its name
   */
  record Lane(int y, String words) {}

  /**
   * A day.
   *
   * @param x how far to the right
   * @param words its name
   */
  record Tick(int x, String words) {}

  static StageChart of(List<HistoryPoint> history, Map<String, Integer> numbers) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    history.forEach(point -> stages.add(point.stage()));
    List<Stage> order = new ArrayList<>(stages).reversed();
    Map<Stage, Integer> heights = new HashMap<>();
    List<Lane> lanes = new ArrayList<>();
    for (Stage stage : order) {
      int y = TOP + lanes.size() * LANE;
      heights.put(stage, y);
      lanes.add(new Lane(y, Plain.words(stage.code())));
    }
    LocalDate from =
        history.stream().map(HistoryPoint::day).min(LocalDate::compareTo).orElseThrow();
    LocalDate to = history.stream().map(HistoryPoint::day).max(LocalDate::compareTo).orElseThrow();
    List<Point> points = points(history, numbers, heights, from, to);
    return new StageChart(
        points, lanes, ticks(from, to), path(points), TOP + lanes.size() * LANE + 20);
  }

  private static List<Point> points(
      List<HistoryPoint> history,
      Map<String, Integer> numbers,
      Map<Stage, Integer> heights,
      LocalDate from,
      LocalDate to) {
    List<Point> points = new ArrayList<>();
    Map<String, Integer> taken = new HashMap<>();
    for (HistoryPoint point : history) {
      int y = heights.getOrDefault(point.stage(), TOP);
      int x = x(point.day(), from, to);
      int before = taken.merge(x / BESIDE + "," + y, 1, Integer::sum) - 1;
      if (before >= MOST_BESIDE && history.size() > DealingPage.CLAIMS) {
        continue;
      }
      boolean denied = point.polarity() == Polarity.DENIED;
      points.add(
          new Point(
              Math.min(x + before * BESIDE, WIDTH - 14),
              y,
              numbers.getOrDefault(point.claim(), 0),
              point.stage().code(),
              denied,
              (denied ? "denied: " : "")
                  + Plain.words(point.stage().code())
                  + ", "
                  + Plain.day(point.day())));
    }
    return points;
  }

  private static int x(LocalDate day, LocalDate from, LocalDate to) {
    long span = to.toEpochDay() - from.toEpochDay();
    long width = WIDTH - LEFT - RIGHT;
    return span == 0
        ? LEFT + 20
        : (int) (LEFT + (day.toEpochDay() - from.toEpochDay()) * width / span);
  }

  private static List<Tick> ticks(LocalDate from, LocalDate to) {
    List<Tick> ticks = new ArrayList<>();
    int parts = from.equals(to) ? 1 : (int) Math.min(5, to.toEpochDay() - from.toEpochDay() + 1);
    for (int i = 0; i < parts; i++) {
      LocalDate day =
          parts == 1
              ? from
              : from.plusDays((to.toEpochDay() - from.toEpochDay()) * i / (parts - 1));
      ticks.add(new Tick(x(day, from, to), Plain.day(day)));
    }
    return ticks;
  }

  private static String path(List<Point> points) {
    StringBuilder path = new StringBuilder();
    int last = -1;
    for (Point point : points) {
      if (!point.denied()) {
        if (path.isEmpty()) {
          path.append("M").append(point.x()).append(' ').append(point.y());
        } else if (point.y() != last) {
          path.append("H").append(point.x()).append("V").append(point.y());
        }
        last = point.y();
      }
    }
    return path.toString();
  }

  /** Where the lanes start. */
  static int left() {
    return LEFT;
  }
}
