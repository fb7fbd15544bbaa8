package org.attache.register.exchange.page;

import java.util.List;
import java.util.Optional;

/**
 * A dealing, as its part of the page shows it. All texts come from strangers; the templates escape
 * them.
 *
 * @param id its id, which is an anchor of the page too
 * @param title it in a line
 * @param kind what is said of the sides
 * @param stage the stage that it is last said to have reached
 * @param count how many reports and independent sources it has
 * @param first the day of its first report
 * @param last the day of its last one
 * @param disputed whether somebody denies it
 * @param contradictions fields with values that cannot all be true
 * @param circles outlets that cite each other for it
 * @param fields every field with all its values
 * @param history its stages by the time that they were reached
 * @param voices its independent sources
 * @param claims its claims, numbered from 1
 */
record DealingView(
    String id,
    String title,
    String kind,
    String stage,
    String count,
    Day first,
    Day last,
    boolean disputed,
    List<Field> contradictions,
    String circles,
    List<Field> fields,
    List<Step> history,
    List<Speaker> voices,
    List<Statement> claims) {
  /** Whether reports contradict each other in it. */
  boolean contradicted() {
    return !contradictions.isEmpty() || !circles.isEmpty();
  }

  /**
   * A day, for people and for programs.
   *
   * @param text "14 May 2025"
   * @param iso "2025-05-14"
   */
  record Day(String text, String iso) {}

  /**
   * A field.
   *
   * @param name its name, with what within it: "quantity of gripen"
   * @param values its values
   */
  record Field(String name, List<Value> values) {}

  /**
   * One value of a field.
   *
   * @param text the value
   * @param asserting who asserts it
   * @param denying who denies the dealing with it
   */
  record Value(String text, List<Speaker> asserting, List<Speaker> denying) {}

  /**
   * One who says something.
   *
   * @param name the name
   * @param claims the numbers of the claims in which
   */
  record Speaker(String name, List<Integer> claims) {}

  /**
   * A step of the history.
   *
   * @param when the time, as well as it is known
   * @param stage the stage
   * @param denied whether it is denied
   * @param who who says so
   */
  record Step(String when, String stage, boolean denied, Speaker who) {}

  /**
   * A claim.
   *
   * @param number its number among the dealing's
   * @param says what it says of the stage: "denied: ordered"
   * @param about the words for what it is about; may be empty
   * @param who the chain of sources, the one who asserts first
   * @param report the report's headline
   * @param outlet who published it
   * @param day when
   * @param link where it can be read; only ever an address of the web
   * @param evidence where it says it, in its words
   */
  record Statement(
      int number,
      String says,
      String about,
      String who,
      String report,
      String outlet,
      Day day,
      Optional<String> link,
      List<String> evidence) {}
}
