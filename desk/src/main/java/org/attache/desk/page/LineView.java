package org.attache.desk.page;

import org.attache.register.store.DealingLine;

/**
 * A dealing in a list, as pages show it.
 *
 * @param id what it is known by
 * @param title it in a line
 * @param kind what is said of the sides
 * @param stage the code of its stage
 * @param stageWords its stage in words
 * @param first the day of its first report
 * @param last the day of its last one
 * @param lastIso the same, for programs
 * @param reports how many reports tell of it
 * @param sources how many independent sources it has
 * @param disputed whether somebody denies it
 * @param differs what reports give different values for; empty where they do not
 * @param spark the reports over time
 */
record LineView(
    String id,
    String title,
    String kind,
    String stage,
    String stageWords,
    String first,
    String last,
    String lastIso,
    int reports,
    int sources,
    boolean disputed,
    String differs,
    Spark spark) {
  static LineView of(DealingLine line, Spark spark) {
    return new LineView(
        line.id(),
        withoutStage(line.title(), line.stage()),
        Plain.words(line.kind()),
        line.stage(),
        Plain.words(line.stage()),
        Plain.day(line.first()),
        Plain.day(line.last()),
        line.last().toString(),
        line.reports(),
        line.voices(),
        line.disputed(),
        line.contradictions().isEmpty() ? "" : Plain.line(String.join("; ", line.contradictions())),
        spark);
  }

  /** A dealing in a line, without its stage at the end, where that stands beside it anyway. */
  static String withoutStage(String title, String stage) {
    String end = " – " + stage;
    return Plain.line(
        title.endsWith(end) ? title.substring(0, title.length() - end.length()) : title);
  }
}
